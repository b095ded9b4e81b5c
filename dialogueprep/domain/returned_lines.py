"""Where a new paragraph of a draft that came back belongs, and what becomes of one left out.

A text of several lines takes a line in or loses one; among findings a new paragraph is a finding
of its own. Anything else can only be copied or removed by hand.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from dialogueprep.domain.text_places import TextKind, TextPlace
from dialogueprep.domain.texts import Language


class Deed(StrEnum):
    """What accepting a new paragraph, or one that was left out, does."""

    LINE_AFTER = "line after"
    LINE_BEFORE = "line before"
    FINDING_AFTER = "finding after"
    FINDING_BEFORE = "finding before"
    DROP_LINE = "drop line"
    DROP_FINDING = "drop finding"


_OF_LINES = frozenset(
    {
        TextKind.BACKGROUND,
        TextKind.OBJECTIVES,
        TextKind.OUTPUTS,
        TextKind.PRACTICAL,
        TextKind.CONTEXT,
        TextKind.PRESS,
        TextKind.OPENING,
        TextKind.DEBRIEF,
        TextKind.STEPS,
    }
)


@dataclass(frozen=True, slots=True)
class Neighbour:
    """A line of the document beside one of the file: its text, and whether it is all of a line of
    the page."""

    place: TextPlace
    line: str
    language: Language
    whole: bool


def deed_between(above: Neighbour | None, below: Neighbour | None) -> tuple[Deed, Neighbour] | None:
    """Return what a new paragraph between two lines becomes, and the line that tells so."""
    for beside, line, finding in (
        (above, Deed.LINE_AFTER, Deed.FINDING_AFTER),
        (below, Deed.LINE_BEFORE, Deed.FINDING_BEFORE),
    ):
        if beside is None:
            continue
        if beside.place.kind in _OF_LINES and beside.whole:
            return line, beside
        if beside.place.kind is TextKind.FINDING:
            return finding, beside
    return None


def deed_of_left_out(it: Neighbour, *, alone: bool) -> Deed | None:
    """Return what accepting does to a line that the file leaves out; ``alone`` says that no other
    line of its text is in the file either."""
    if alone:
        return Deed.DROP_FINDING if it.place.kind is TextKind.FINDING else None
    lines = [line for line in (it.place.texts.get(it.language) or "").split("\n") if line.strip()]
    whole = it.place.kind in _OF_LINES or it.place.kind is TextKind.FINDING
    return Deed.DROP_LINE if whole and len(lines) > 1 else None


def with_line(wording: str, deed: Deed, beside: str, words: str) -> str:
    """Return a wording with a line put in beside another, or with that one taken out."""
    lines = wording.split("\n")
    at = next((n for n, line in enumerate(lines) if line.strip() == beside), None)
    if at is None:
        return wording
    if deed is Deed.DROP_LINE:
        return "\n".join((*lines[:at], *lines[at + 1 :]))
    at += deed is Deed.LINE_AFTER
    return "\n".join((*lines[:at], words, *lines[at:]))
