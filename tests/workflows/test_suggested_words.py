"""Words that are suggested for a description are not marked themselves, whatever the items."""

import itertools

import pytest

from dialogueprep.domain.gate import About, Roster, examine_wording

PLACES = ("", " from Japan", " from ASEAN")
HEADS = ("government official", "business participant", "academic scholar", "official")
TEXTS = [
    *(f"{a} {head}{place} said so." for a, head, place in
      itertools.product(("A", "Several"), HEADS, PLACES)),
    "日本の政府関係者は、港が閉鎖を知らせることができると述べた。",
    "日本政府官员表示，港口可以通报关闭。",
    "한 일본 정부 관계자는 항만이 폐쇄를 알릴 수 있다고 말했다.",
]  # fmt: skip


@pytest.mark.parametrize("several", [0, 1, 2, 3])
def test_words_that_are_suggested_hold_at_every_item(sample_roster: Roster, several: int) -> None:
    about = About(tuple(sample_roster.attendance)[2 : 2 + several])
    marked = 0
    for text in TEXTS:
        for found in examine_wording(text, sample_roster, about):
            marked += 1
            mended = text[: found.start] + (found.suggestion or "") + text[found.end :]
            assert examine_wording(mended, sample_roster, about) == ()
    assert marked
