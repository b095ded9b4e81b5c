"""What the searches return: a passage in folded text, before it is placed in the original."""

from __future__ import annotations

import re
from dataclasses import dataclass

from dialogueprep.domain.identity.exposure import ExposureKind, Level
from dialogueprep.domain.identity.fold import Folded

_ENDS = re.compile(r"[.!?;](?= |$)|[。．!?；;]")
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
    """Return the span of the sentence around a position."""
    start = 0
    for end in _ends(folded.text, max(0, position - 600), position + 600):
        if end > position:
            return start or max(0, position - 600), end
        start = end
    return start or max(0, position - 600), min(len(folded.text), position + 600)


def _ends(text: str, start: int, end: int) -> list[int]:
    found: list[int] = []
    for mark in _ENDS.finditer(text, start, min(len(text), end)):
        if mark.group() == "." and _ABBREVIATED.search(
            text[max(0, mark.start() - 6) : mark.start()]
        ):
            continue
        found.append(mark.end())
    return found
