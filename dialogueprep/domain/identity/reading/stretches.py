"""Parts a long text into stretches that are read one at a time, each with what stands around it.

A key in a long text changes one or two of them. Where they part tells the text itself from the
beginning of the note on, so that most stay as they are while one writes.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from dialogueprep.domain.identity.exposure import Exposure
from dialogueprep.domain.identity.reading.lines import notes_of

_LENGTH, _LONGEST = 400, 600
"""Letters of a stretch: from the first on it ends with a sentence or a line, if there is one."""
_AROUND = 200
"""Letters before and behind a stretch that are read with it: no name and no cue reaches further."""
_END = re.compile(r"\n|[.!?:;,] |[。．！？：；，、]")
_SPACE = re.compile(r"\s")


@dataclass(frozen=True, slots=True)
class Stretch:
    """What is read of a text, and between which letters of that it is the stretch itself."""

    start: int
    end: int
    first: int
    last: int

    def own(self, found: Iterable[Exposure]) -> Iterator[Exposure]:
        """Yield what begins in the stretch itself of what was found, at its place in the text."""
        return (it.moved(self.start) for it in found if self.first <= it.start < self.last)


def whole_notes_of(text: str) -> Iterator[Stretch]:
    """Yield the notes of a text, each as one."""
    return (Stretch(start, end, 0, end - start) for start, end in notes_of(text))


def stretches_of(text: str) -> Iterator[Stretch]:
    """Yield the notes of a text, a long one in several stretches."""
    for start, end in notes_of(text):
        first = start
        for last in _cuts(text, start, end):
            begin, past = max(start, first - _AROUND), min(end, last + _AROUND)
            yield Stretch(begin, past, first - begin, last - begin)
            first = last


def _cuts(text: str, start: int, end: int) -> Iterator[int]:
    """Yield where the stretches of a note end, the last where the note does."""
    while end - start > _LONGEST + _AROUND:
        at, most = start + _LENGTH, start + _LONGEST
        found = _END.search(text, at, most) or _SPACE.search(text, at, most)
        start = found.end() if found else most
        yield start
    yield end
