from __future__ import annotations

import pytest

from dialogueprep.domain import house_phrases
from dialogueprep.domain.house_phrases import Phrase
from dialogueprep.exchange.phrases_reader import read_phrases
from dialogueprep.exchange.shorthand_reader import read_mark_words

KNOWN = (Phrase("conv", "there was broad agreement that"), Phrase("共", "与会者普遍认为"))


@pytest.mark.parametrize(
    ("before", "found"),
    [
        (";conv", (0, KNOWN[0].words)),
        ("so ;CONV", (3, KNOWN[0].words)),
        ("会上；共", (2, KNOWN[1].words)),
        ("(；conv", (1, KNOWN[0].words)),
        ("；ｃｏｎｖ", (0, KNOWN[0].words)),
        ("会上，；共", (3, KNOWN[1].words)),
        ("“；共", (1, KNOWN[1].words)),
        ("；채ㅜㅍ", (0, KNOWN[0].words)),  # the keys of conv on a Korean keyboard
    ],
)
def test_a_short_form_before_the_caret_becomes_its_words(
    before: str, found: tuple[int, str]
) -> None:
    assert house_phrases.expanded(before, KNOWN, read_mark_words().keys_of) == found


@pytest.mark.parametrize("before", ["", "conv", ";con", ";conv ", "x;conv", "; conv"])
def test_anything_else_is_left_alone(before: str) -> None:
    assert house_phrases.expanded(before, KNOWN) is None


def test_the_shipped_ones_can_be_typed_and_none_hides_another() -> None:
    shipped = read_phrases()
    assert all(house_phrases.may_be(p.short) and p.words for p in shipped)
    assert len({p.short.casefold() for p in shipped}) == len(shipped)


@pytest.mark.parametrize(
    ("words", "typed"),
    [
        ("views differed", "views differed "),
        ("与会者普遍认为", "与会者普遍认为"),
        ("与会者对此看法不一：", "与会者对此看法不一："),
        ("見方が分かれたのは、", "見方が分かれたのは、"),
        ("의견이 갈린 점은", "의견이 갈린 점은 "),
    ],
)
def test_the_space_is_kept_where_words_are_parted_by_spaces(words: str, typed: str) -> None:
    assert house_phrases.with_space(words) == typed
