from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dialogueprep.domain import shorthand
from dialogueprep.domain.notes import Attribution, Count
from dialogueprep.domain.people import BroadSector, Sector
from dialogueprep.domain.shorthand import Shorthand

CODES = ("CN", "JP", "KR", "ASEAN")


@pytest.mark.parametrize(
    ("line", "attribution"),
    [
        ("jp: small steps", Attribution(delegation="JP")),
        ("ASEAN：small steps", Attribution(delegation="ASEAN")),
        ("exp jp: small steps", Attribution(delegation="JP", broad=BroadSector.EXPERT)),
        ("off: small steps", Attribution(broad=BroadSector.OFFICIAL)),
        ("biz:small steps", Attribution(sector=Sector.BUSINESS)),
        ("sev kr: small steps", Attribution(count=Count.SEVERAL, delegation="KR")),
        ("many: small steps", Attribution(count=Count.MANY)),
        ("off: jp: small steps", Attribution(delegation="JP", broad=BroadSector.OFFICIAL)),
        ("several jp: small steps", Attribution(count=Count.SEVERAL, delegation="JP")),
        ("2 exp: small steps", Attribution(count=Count.SEVERAL, broad=BroadSector.EXPERT)),
        (
            "two experts kr: small steps",
            Attribution(count=Count.SEVERAL, delegation="KR", broad=BroadSector.EXPERT),
        ),
        ("１ jp：small steps", Attribution(delegation="JP")),
    ],
)
def test_the_start_of_a_line_asks_for_an_attribution(line: str, attribution: Attribution) -> None:
    assert shorthand.read(line, CODES) == Shorthand("small steps", attribution)


@pytest.mark.parametrize("line", ["jp: kr: a", "jp kr: a", "off jp: exp cn: a"])
def test_marks_that_do_not_go_together_give_what_covers_both(line: str) -> None:
    assert shorthand.read(line, CODES) == Shorthand(
        "a", Attribution(count=Count.SEVERAL), covers=True
    )


def test_a_number_asks_for_a_question() -> None:
    assert shorthand.read("?2 jp: who pays", CODES) == Shorthand(
        "who pays", Attribution(delegation="JP"), 2
    )
    assert shorthand.read("?3", CODES) == Shorthand("", None, 3)


@pytest.mark.parametrize(
    "line",
    ["Note: small", "jp small", "us: small", "http://a", "jp of: a", "2: a", "Both: a", "10: 30"],
)
def test_other_beginnings_are_text(line: str) -> None:
    assert shorthand.read(line, CODES) == Shorthand(line)


@pytest.mark.parametrize(
    ("line", "read"),
    [
        ("ports share #tides", Shorthand("ports share", tags=("tides",))),
        ("#潮汐 ports #潮汐 share", Shorthand("ports share", tags=("潮汐",))),
        (">2 jp: ports share", Shorthand("ports share", Attribution(delegation="JP"), about=2)),
        ("jp: >2 ports share", Shorthand("ports share", Attribution(delegation="JP"), about=2)),
        ("// ?1 only for me", Shorthand("only for me", question=1, private=True)),
        ("ports share #tides, #ports.", Shorthand("ports share", tags=("tides", "ports"))),
        ("ports share #tides,#ports", Shorthand("ports share", tags=("tides", "ports"))),
        ("共享潮汐表 #潮汐、#港口。", Shorthand("共享潮汐表", tags=("潮汐", "港口"))),
        ("the fees #fees, and the tides", Shorthand("the fees, and the tides", tags=("fees",))),
        ("先降低 #费用，再共享潮汐表", Shorthand("先降低，再共享潮汐表", tags=("费用",))),
        ("who pays #fees?", Shorthand("who pays?", tags=("fees",))),
        ("＃조석 항만 ＞1", Shorthand("항만", about=1, tags=("조석",))),
    ],
)
def test_marks_are_taken_out_of_the_line(line: str, read: Shorthand) -> None:
    assert shorthand.read(line, CODES) == read


@pytest.mark.parametrize(
    "line",
    [
        "?2 // jp: #fees >1 who pays",
        "jp: // >1 ?2 #fees who pays",
        "#fees ?2 >1 // jp: who pays",
        ">1 jp: ?2 #fees // who pays",
    ],
)
def test_marks_at_the_start_stand_in_any_order(line: str) -> None:
    jp = Attribution(delegation="JP")
    wanted = Shorthand("who pays", jp, question=2, about=1, tags=("fees",), private=True)
    assert shorthand.read(line, CODES) == wanted


def test_a_mark_is_taken_once() -> None:
    read = shorthand.read("?1 >1 ?2 // who pays >2", CODES)
    assert read == Shorthand("?2 // who pays >2", question=1, about=1)


@pytest.mark.parametrize(
    "line",
    [
        "rank #1 stays",
        "grew >1 percent, then >2 a year",
        "a>2",
        "3 > 2 and more",
        "C# is text",
        "see annex #a3.5 now",
        "and/or",
    ],
)
def test_what_only_looks_like_a_mark_is_text(line: str) -> None:
    assert shorthand.read(line, CODES) == Shorthand(line)


def test_a_second_mark_that_begins_a_list_is_text() -> None:
    assert shorthand.read("jp: one: ports", CODES).text == "one: ports"


def test_tags_are_read_back_as_they_are_shown() -> None:
    typed = shorthand.with_tags("Ports share", ("tides", "潮汐"))
    assert shorthand.tagged(typed) == ("Ports share", ("tides", "潮汐"))


@pytest.mark.parametrize(
    ("line", "left"),
    [
        ("?2 jp: who pays", "?2 who pays"),
        ("// off jp: at dinner #fees", "// at dinner #fees"),
        ("jp: >1 ports share", ">1 ports share"),
        ("ports share", "ports share"),
    ],
)
def test_all_but_the_attribution_is_left(line: str, left: str) -> None:
    read = shorthand.read(line, CODES)
    assert shorthand.unattributed(read) == left
    assert shorthand.read(left, CODES) == replace(read, attribution=None)


@given(st.text(max_size=60))
@settings(deadline=None, max_examples=80)
def test_no_word_is_added(line: str) -> None:
    read = shorthand.read(line, CODES)
    letters = iter(line)
    assert all(letter in letters for letter in read.text)


@pytest.mark.parametrize(
    ("line", "text", "tags"),
    [
        ("#港口，各方同意共享", "各方同意共享", ("港口",)),
        ("#港口，ASEAN方面同意", "ASEAN方面同意", ("港口",)),
        ("#港口。各方同意", "各方同意", ("港口",)),
        ("#항만: 공유하자", "공유하자", ("항만",)),
        ("各方同意 #港口，可以先试", "各方同意，可以先试", ("港口",)),
        ("，各方同意", "，各方同意", ()),
    ],
)
def test_a_stop_behind_a_tag_does_not_begin_the_note(
    line: str, text: str, tags: tuple[str, ...]
) -> None:
    assert shorthand.tagged(line) == (text, tags)
