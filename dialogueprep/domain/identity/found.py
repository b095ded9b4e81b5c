"""What the searches return: a passage in folded text, before it is placed in the original."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

from dialogueprep.domain.identity.exposure import ExposureKind, Level
from dialogueprep.domain.identity.fold import Folded

_ENDS = re.compile(r"[.!?;。．；](?:(?<!\.)|(?= |$))")
_FAR = 600
_SHORTENED = 5  # letters at most of a word that is shortened, and what stands before it
_ABBREVIATED = re.compile(
    r"(?:^|[ (])(?:mr|mrs|ms|dr|prof|amb|gen|adm|sen|rep|col|capt|st|no|[a-z])$"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A passage in folded text; ``who`` are positions in the roster's participations."""

    start: int
    end: int
    level: Level
    kind: ExposureKind
    why: str
    who: tuple[int, ...] = ()
    k: int | None = None
    whole: bool = False
    suggestion: str | None = None


def sentence(folded: Folded, position: int) -> tuple[int, int]:
    """Return the span of the sentence around a position, at most `_FAR` letters either way."""
    ends = _ends_of(folded.text)
    at = bisect_right(ends, position)
    start = max(ends[at - 1] if at else 0, position - _FAR, 0)
    end = ends[at] if at < len(ends) else len(folded.text)
    return start, min(end, position + _FAR)


_known: list[tuple[str, list[int]]] = []


def _ends_of(text: str) -> list[int]:
    """Return where the sentences of a text end; those of the last text are kept."""
    known = _known[0] if _known else None
    if known is None or known[0] is not text:
        known = (text, _ends(text))
        _known[:] = [known]
    return known[1]


def _shortens(text: str, stop: int) -> bool:
    """Return whether a full stop stands behind a shortened word: "Prof." """
    short = text[max(0, stop - _SHORTENED) : stop]
    opens = stop <= _SHORTENED or " " in short or "(" in short
    return opens and bool(_ABBREVIATED.search(text, max(0, stop - 6), stop))


def _ends(text: str) -> list[int]:
    found: list[int] = []
    for mark in _ENDS.finditer(text):
        start = mark.start()
        if mark.group() == "." and _shortens(text, start):
            continue
        found.append(mark.end())
    return found
