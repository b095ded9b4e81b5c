"""An outline as it is pasted from elsewhere: what stands under a line is further to the right.

A line's depth is read from what it begins with, spaces or tabs, however many a step has: further in
than the line above is one step, and back out is back to the step that began there.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_TAB = 4
_SIGN = re.compile(r"\s*(?:[-*•‣◦▪■●○・·–—](?:\s+|$)|[•‣◦▪■●・])?")


@dataclass(frozen=True, slots=True)
class OutlineLine:
    """The words of a line without the sign of a list before them, and how deep it stands."""

    words: str
    depth: int


def lines_of(text: str, deepest: int) -> tuple[OutlineLine, ...]:
    """Return the lines of a text that have words, none deeper than ``deepest``."""
    found: list[OutlineLine] = []
    starts: list[int] = []  # where each step to the right began, counted in spaces
    for line in text.splitlines():
        words = line[_SIGN.match(line).end() :].rstrip()  # type: ignore[union-attr]  it always matches
        if not words:
            continue
        start = _start(line)
        while starts and starts[-1] >= start:
            starts.pop()
        starts.append(start)
        found.append(OutlineLine(words, min(len(starts) - 1, deepest)))
    return tuple(found)


def _start(line: str) -> int:
    """Return how far in a line begins, in spaces; an ideographic space counts as two."""
    wide = line.expandtabs(_TAB).replace("\u3000", "  ")
    return len(wide) - len(wide.lstrip())
