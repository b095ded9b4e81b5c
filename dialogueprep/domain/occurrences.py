"""Which of several equal passages of a text is meant: the one with the same words around it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import takewhile

Around = tuple[str, str]
"""What stands before a passage and after it."""


def place_in(text: str, words: str, around: Around = ("", "")) -> int:
    """Return where words stand in a text, whatever the case of their first letter, or -1.

    Where they stand more than once, it is the place around which most is as in ``around``.
    """
    found = list(_places(text, words)) or list(_places(text, words[:1].swapcase() + words[1:]))
    likeness = {at: likeness_at(text, at, at + len(words), around) for at in found}
    return max(found, key=likeness.__getitem__, default=-1)


def likeness_at(text: str, start: int, end: int, around: Around) -> int:
    """Return how many letters before and after a place of a text are as in ``around``."""
    before, after = around
    return _shared(reversed(text[:start]), reversed(before)) + _shared(text[end:], after)


def _shared(one: Iterable[str], other: Iterable[str]) -> int:
    """Return with how many equal letters both begin."""
    return sum(1 for _ in takewhile(lambda both: both[0] == both[1], zip(one, other, strict=False)))


def _places(text: str, words: str) -> Iterator[int]:
    at = text.find(words) if words else -1
    while at >= 0:
        yield at
        at = text.find(words, at + 1)
