from __future__ import annotations

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
    ],
)
def test_the_start_of_a_line_asks_for_an_attribution(line: str, attribution: Attribution) -> None:
    assert shorthand.read(line, CODES) == Shorthand("small steps", attribution)


def test_a_number_asks_for_a_question() -> None:
    assert shorthand.read("?2 jp: who pays", CODES) == Shorthand(
        "who pays", Attribution(delegation="JP"), 2
    )
    assert shorthand.read("?3", CODES) == Shorthand("", None, 3)


@pytest.mark.parametrize("line", ["Note: small", "jp small", "us: small", "http://a", "jp of: a"])
def test_other_beginnings_are_text(line: str) -> None:
    assert shorthand.read(line, CODES) == Shorthand(line)


@given(st.text(max_size=60))
@settings(deadline=None, max_examples=80)
def test_no_word_is_added(line: str) -> None:
    assert shorthand.read(line, CODES).text in line
