"""Words in katakana are found where the pattern alone would find them."""

from __future__ import annotations

import re
from itertools import product

import pytest

from dialogueprep.domain.identity.reading.katakana import in_katakana

_TEXTS = tuple(map("".join, product("アー・ ぁ字ヶ", repeat=5)))


@pytest.mark.parametrize(
    "pattern",
    [
        "[ァ-ヺー][ァ-ヺー・]+",
        "[ァ-ヺー][ァ-ヺー]+(?:[・ ][ァ-ヺー]{2,})*",
        "[ァ-ヺー]+(?:・[ァ-ヺー]{2,})?",
    ],
)
def test_the_same_words_are_found(pattern: str) -> None:
    plain = re.compile(pattern)
    for text in _TEXTS:
        assert [it.span() for it in in_katakana(plain, text)] == [
            it.span() for it in plain.finditer(text)
        ]


def test_a_text_without_katakana_holds_none() -> None:
    assert list(in_katakana(re.compile("[ァ-ヺー]+"), "plain 字 かな")) == []
