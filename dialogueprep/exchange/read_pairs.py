"""Pieces of a word that follow each other: in values, in strings of a script, in cells."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise

EAST = "\u3041"
"""From here on letters have no gaps between words."""
_LEAST, _MOST = 6, 24
"""Letters of a word that two pieces part; of short ones two make another by chance."""


def pairs_of(words: Iterable[str]) -> Iterator[str]:
    """Yield two words that follow each other as one, in either order: only whole words."""
    for one, other in pairwise(words):
        if not (one.isalpha() and other.isalpha()):
            continue
        if min(one, other) >= EAST:
            yield from [other + one] if len(one) + len(other) <= _LEAST else []
        else:
            yield from filter(None, (as_one(one, other), as_one(other, one)))


def as_one(one: str, other: str) -> str:
    """Return two pieces as one word; "" if the second begins as a word of its own does."""
    goes_on = other[:1].islower() or (one.isupper() and other.isupper())
    return one + other if goes_on and _LEAST <= len(one) + len(other) <= _MOST else ""
