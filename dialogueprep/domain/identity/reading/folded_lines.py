"""Tells where the short lines of notes stand in folded text, in which breaks are spaces."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable
from functools import partial
from itertools import pairwise
from weakref import ref

from dialogueprep.domain.identity.reading.fold import Folded, is_east_asian

_WRAPPED, _WRAPPED_EAST = 58, 30
"""Letters of a line, and characters, from which on a sentence may go on in the next."""
_LINE_ENDS = frozenset(".!?:;)。！？：；）」")


def short_lines(folded: Folded) -> tuple[tuple[int, int], ...]:
    """Return the spans of the lines of folded text, where no sentence goes on in the next.

    A line that is as long as those of a broken paragraph is one with what follows. Several
    readers ask: those of the last text are kept, and nothing of the text itself.
    """
    known = _known[0] if _known else None
    if known is None or known[0]() is not folded:
        known = (ref(folded), _lines(folded))
        _known[:] = [known]
    return known[1]


_known: list[tuple[ref[Folded], tuple[tuple[int, int], ...]]] = []


def _lines(folded: Folded) -> tuple[tuple[int, int], ...]:
    written = folded.original
    if "\n" not in written:
        return ((0, len(folded.text)),)
    ends, at = [0], 0
    for line in written.split("\n")[:-1]:
        end = at + len(line)
        if _ends(written, ends[-1], end):
            ends.append(end + 1)
        at = end + 1
    spans = pairwise([*ends, len(written) + 1])
    placed = _placed(folded)
    return tuple((placed(start), placed(end - 1)) for start, end in spans)


def _placed(folded: Folded) -> Callable[[int], int]:
    """Return what tells where a place of the text as written stands in the folded text."""
    starts = folded.starts
    if isinstance(starts, range):  # nothing was folded away
        return partial(min, len(starts))
    return partial(bisect_left, starts)


def _ends(text: str, start: int, end: int) -> bool:
    """Return whether no sentence goes on behind a line: it is short, or has an end."""
    if end - start < _WRAPPED_EAST or text[end - 1] in _LINE_ENDS:
        return True
    line = text[start:end].strip()
    if len(line) < _WRAPPED_EAST or line[-1] in _LINE_ENDS:
        return True
    return len(line) < _WRAPPED and not is_east_asian(line[-1])


def line_at(lines: tuple[tuple[int, int], ...], at: int) -> tuple[int, int]:
    """Return the line of these in which a place of the text lies."""
    return lines[max(0, bisect_left(lines, (at + 1, 0)) - 1)]
