"""What the searches return: a passage in folded text, before it is placed in the original."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass

from dialogueprep.domain.identity.exposure import ExposureKind, Level
from dialogueprep.domain.identity.reading.fold import Folded

_ENDS = re.compile(r"[.!?;。．；](?:(?<!\.)|(?= |$))")
_EMPTY_LINE = re.compile(r"[^\S\n]*\n[^\S\n]*\n")
_FAR = 600
_SHORTENED = 5  # letters at most of a word that is shortened, and what stands before it
_ABBREVIATED = frozenset({
    "mr", "mrs", "ms", "dr", "prof", "amb", "gen", "adm", "sen", "rep", "col", "capt", "st", "no",
    "acc", "cf", "incl", "approx",
    *"abcdefghijklmnopqrstuvwxyz",
})  # fmt: skip


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


def outermost(found: Iterable[Found]) -> list[Found]:
    """Return those that lie inside no other, in order."""
    kept: list[Found] = []
    for one in sorted(found, key=lambda f: (f.start, -f.end)):
        if not kept or one.end > kept[-1].end:
            kept.append(one)
    return kept


def sentence(folded: Folded, position: int) -> tuple[int, int]:
    """Return the span of the sentence around a position, at most `_FAR` letters either way."""
    text = folded.text
    known = _known[0] if _known else None
    ends = known[1] if known and known[0] is text else _ends_of(text)
    at = bisect_right(ends, position)
    start = ends[at - 1] if at else 0
    end = ends[at] if at < len(ends) else len(text)
    far = position + _FAR
    return (start if start >= position - _FAR else position - _FAR), (end if end < far else far)


def around(folded: Folded, start: int, end: int) -> tuple[int, int]:
    """Return the span of the sentence around a passage, which may end with a full stop of its own.

    An empty line behind the passage ends it.
    """
    first, last = sentence(folded, start)
    if _EMPTY_LINE.match(folded.original, folded.ends[end - 1]):
        return first, end
    return first, (last if last > end else sentence(folded, end)[1])


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
    first = max(0, stop - _SHORTENED)
    opens = max(text.rfind(" ", first, stop), text.rfind("(", first, stop))
    return (opens >= 0 or first == 0) and text[opens + 1 : stop] in _ABBREVIATED


def _ends(text: str) -> list[int]:
    ends = [mark.end() for mark in _ENDS.finditer(text)]
    return [e for e in ends if text[e - 1] != "." or not _shortens(text, e - 1)]
