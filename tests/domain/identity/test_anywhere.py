"""Patterns that only tell whether another stands somewhere: they find the same places."""

from __future__ import annotations

import re
from itertools import product

import pytest

from dialogueprep.domain.identity.reading.anywhere import anywhere

LED = (
    "abc|(?<!x)bc|[cd]e",
    "(?:a|b)?cd|d(?=a)",
    "a{2}b|x+y|(?:ab){2,3}c",
    "^(?:ab)?c|d$",
    "[a-c]x|[-+]|\\(y",
    "a|bc",
    "は[がも]|(?<!た)こと|太",
    "(?:か|き)(?!く)",
)
NOT_LED = (
    "a*",
    "[^a]b|c",
    "\\sx",
    ".x",
    "x|(?:a?)$",
    "(?P<a>b)c",
    r"[\u3042-\u304f]x|a",
    r"[\x61]b",
)
LETTERS = "abcdexy+-( はがもたこと太かきく"
TEXTS = ("", *LETTERS, *map("".join, product("abcdxy", repeat=4)), *map("".join, product(
    LETTERS[-14:], repeat=3)))  # fmt: skip


@pytest.mark.parametrize("pattern", (*LED, *NOT_LED))
def test_the_same_places_are_found_in_any_text(pattern: str) -> None:
    plain, quick = re.compile(pattern), anywhere(pattern)
    for text in TEXTS:
        for whole in (text, f"{text}\n{text}"):
            one, other = plain.search(whole), quick.search(whole)
            assert (one and one.start()) == (other and other.start()), whole


@pytest.mark.parametrize("pattern", LED)
def test_the_engine_goes_from_letter_to_letter_where_a_match_may_begin(pattern: str) -> None:
    assert anywhere(pattern).pattern.startswith("[")


@pytest.mark.parametrize("pattern", NOT_LED)
def test_what_may_begin_with_anything_is_left_as_it_is(pattern: str) -> None:
    assert anywhere(pattern).pattern == pattern


def test_only_a_part_of_a_text_is_looked_through() -> None:
    quick = anywhere("[ab]c|d")
    assert quick.search("bcdd", 3)
    assert not quick.search("bcxd", 1, 3)
