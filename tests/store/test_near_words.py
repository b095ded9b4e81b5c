"""Which words a mistyped one may have been meant for."""

from __future__ import annotations

from collections.abc import Iterable

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from rapidfuzz.distance import OSA

from dialogueprep.store.near_words import Vocabulary

# Few letters, so that words are often near each other.
SHORT = st.text("abß", min_size=4, max_size=9)
LONG = st.builds(lambda a, b: a + "nternationa" + b, SHORT, SHORT)
WORDS = SHORT | LONG


def plainly_nearest(typed: str, words: Iterable[str]) -> list[str]:
    """Return what `Vocabulary.nearest` promises, from the distance of every word."""
    allowed = max(1, len(typed) // 7)

    def near(some: Iterable[str]) -> list[str]:
        ordered = sorted((OSA.distance(typed, each), each) for each in set(some))
        return [each for errors, each in ordered if errors <= allowed][:3]

    def begun(length: int) -> list[str]:
        return near(word[:length] for word in words if len(word) > length)

    return near(words) or begun(len(typed)) or begun(len(typed) + 1)


@given(typed=WORDS, words=st.sets(WORDS, max_size=30))
@example(typed="aaaa", words={"aaaab", "aabaa"})
@example(typed="abab", words=set[str]())
@settings(deadline=None, max_examples=300)
def test_the_nearest_words_are_those_of_the_least_distance(typed: str, words: set[str]) -> None:
    assert Vocabulary(sorted(words)).nearest(typed) == plainly_nearest(typed, words)


@given(words=st.sets(WORDS, max_size=30), cut=st.integers(0, 30))
@settings(deadline=None, max_examples=50)
def test_words_may_be_added_in_parts(words: set[str], cut: int) -> None:
    ordered = sorted(words)
    vocabulary = Vocabulary(ordered[:cut])
    vocabulary.add(ordered[cut:])
    whole = Vocabulary(ordered)
    assert (vocabulary.words, vocabulary.long) == (whole.words, whole.long)


@pytest.mark.parametrize(
    ("typed", "near"),
    [
        ("seucrity", ["security"]),
        ("securty", ["security"]),
        ("secuurity", ["security"]),
        ("semicomd", ["semicond"]),
        ("semcond", ["semicond"]),
        ("recommedatoin", []),
        ("recommendatoins", ["recommendation"]),
        ("zzzz", []),
    ],
)
def test_one_error_is_forgiven_and_in_long_words_two(typed: str, near: list[str]) -> None:
    known = Vocabulary(["recommendation", "security", "semiconductor"])
    assert known.nearest(typed) == near
