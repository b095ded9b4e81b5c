"""Which words of the index a mistyped word may have been meant for."""

from __future__ import annotations

from collections.abc import Sequence

from rapidfuzz import process
from rapidfuzz.distance import OSA

_LETTERS_AN_ERROR = 7  # one more error for each so many letters: 85 percent alike
_TRIED = 3


def nearest(typed: str, terms: Sequence[str]) -> list[str]:
    """Return the terms nearest to a word, best first, or else the beginnings of terms.

    An error is a letter that is wrong, missing or in excess, or two that changed places. One
    is allowed, in a word of 14 letters two, and so on.
    """
    most = max(1, len(typed) // _LETTERS_AN_ERROR)
    return (
        _within(typed, terms, most)
        or _within(typed, _beginnings(terms, len(typed)), most)
        or _within(typed, _beginnings(terms, len(typed) + 1), most)  # a letter is missing
    )


def _beginnings(terms: Sequence[str], length: int) -> list[str]:
    """Return what longer terms begin with, in order."""
    return sorted({term[:length] for term in terms if len(term) > length})


def _within(typed: str, terms: Sequence[str], most: int) -> list[str]:
    found = process.extract(typed, terms, scorer=OSA.distance, score_cutoff=most, limit=_TRIED)
    return [term for term, _, _ in found]
