"""Lines of notes are read each alone; a sentence that goes on in the next line is read on."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogueprep.domain.identity.reading.lines import notes_of

NOTES = "何总：船可以借，险种另谈\n吕老师：数据可公开\n大野问口径，未答\n茶歇，三点四十继续"

SIGN = re.compile(r"[ \n]*(?:[-•]|1{1,2}\)|[ab]\)|1{1,2}[:：]11[)]? *[-:：]?)?[ ]*")


@given(st.text(alphabet="ab -•：:\n1)何。", max_size=60))
def test_notes_cover_a_text_but_for_the_ends_of_lines_and_signs_of_lists(text: str):
    spans = list(notes_of(text))
    ends = [-1, *(end for _, end in spans)]
    assert ends[-1] == len(text) and all(start <= end for start, end in spans)
    for end, (start, _) in zip(ends, spans, strict=False):
        assert end < start and SIGN.fullmatch(text[end + 1 : start])


@pytest.mark.parametrize(
    "sign", ["- ", "• ", "・", "1) ", "(2) ", "3. ", "③ ", "* ", "a) ", "10:05 ", "[9:30] ", "▶ "]
)
def test_the_sign_of_a_list_is_no_part_of_its_note(sign: str):
    assert [(len(sign), len(sign) + 4)] == list(notes_of(sign + "a: b"))


@pytest.mark.parametrize("text", ["-5 degrees", "3.5 metres", "1)2", "•", "10:05:30", "25.10 a"])
def test_what_only_looks_like_a_sign_stays(text: str):
    assert [(0, len(text))] == list(notes_of(text))


@pytest.mark.parametrize(
    ("text", "notes"),
    [
        ("one sentence\nthat goes on", 1),
        ("Note: one sentence\nthat goes on", 1),
        ("first:\n- this\n- that", 3),
        ("A: this\nB: that\nand so on", 3),
        (NOTES, 4),
        ("- a point that\ngoes on\n- another that\ngoes on", 2),
        ("the page is https\n//a.example:\n80", 1),
    ],
)
def test_what_is_a_note(text: str, notes: int):
    assert len(list(notes_of(text))) == notes


def test_who_speaks_in_a_later_line_is_found_there(invented_roster, exposures):
    found = exposures(invented_roster, NOTES, "D1")
    assert [e[:2] for e in found][:2] == [("何总", "block"), ("吕老师", "block")], found


def test_a_name_over_two_lines_is_found_in_a_sentence(invented_roster, exposures):
    (found,) = exposures(invented_roster, "The point was raised by Ouyang\nMing on the day.", "D1")
    assert found[0] == "Ouyang\nMing"
