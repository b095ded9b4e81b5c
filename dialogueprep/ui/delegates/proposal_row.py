"""Rows of an import review: headings with their counts, and proposals with their verdicts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from PySide6.QtGui import QPainter

from dialogueprep.domain.review import Candidate, Verdict
from dialogueprep.domain.splitting.proposal import Unit
from dialogueprep.ui import painting, theme
from dialogueprep.ui.delegates.row import RowDelegate, RowState
from dialogueprep.words import tr

_SIGNS = {
    Verdict.ACCEPTED: ("check", "ok_line"),
    Verdict.REJECTED: ("x", "ink2"),
    Verdict.MERGED: ("git-merge", "accent"),
}


@dataclass(frozen=True, slots=True)
class SectionHead:
    """A heading of the report above its proposals."""

    id: str
    words: str
    count: int


@dataclass(frozen=True, slots=True)
class ProposalRow:
    """A proposal in the list."""

    id: int
    candidate: Candidate
    title: str


def letter_of(kind: Unit) -> str:
    """Return the letter that stands for a kind, which is also its key."""
    return "T" if kind is Unit.TOPIC else "R"


def verdict_word(verdict: Verdict) -> str:
    """Return the word for a verdict."""
    return {
        Verdict.OPEN: tr("Not reviewed"),
        Verdict.ACCEPTED: tr("Accepted"),
        Verdict.REJECTED: tr("Rejected"),
        Verdict.MERGED: tr("Merged with the one before"),
    }[verdict]


def spoken(row: SectionHead | ProposalRow) -> str:
    """Return what a screen reader says of a row."""
    if isinstance(row, SectionHead):
        return f"{row.words}, {row.count}"
    kind = tr("Topic") if row.candidate.kind is Unit.TOPIC else tr("Recommendation")
    return f"{row.title}, {kind}, {verdict_word(row.candidate.verdict)}"


class ProposalRows(RowDelegate):
    """A sign of the verdict, the title, and the letter of its kind."""

    height = 31
    text_left = 36

    def row_height(self, value: Any, width: int) -> int:
        return theme.scaled(28 if isinstance(value, SectionHead) else self.height)

    def ground(self, value: Any, state: RowState) -> str | None:
        return "shade" if isinstance(value, SectionHead) else super().ground(value, state)

    def paint_row(self, p: QPainter, w: int, h: int, value: Any, state: RowState) -> None:
        if isinstance(value, SectionHead):
            painting.text(p, 16, 0, w - 60, h, value.words, "label", "ink2", weight=600)
            count = str(value.count)
            painting.text(p, 16, 0, w - 32, h, count, "caption", "ink3", align="right")
            return
        verdict = value.candidate.verdict
        self._sign(p, h, verdict, state)
        ink = "ink" if verdict is Verdict.OPEN or state.selected else "ink2"
        weight = 600 if state.selected else 400
        room = w - self.text_left - 36
        painting.text(p, self.text_left, 0, room, h, value.title, "small", ink, weight=weight)
        letter = letter_of(value.candidate.kind)
        painting.text(p, 0, 0, w - 15, h, letter, "caption", "ink2", weight=600, align="right")

    def _sign(self, p: QPainter, h: int, verdict: Verdict, state: RowState) -> None:
        top = (h - 14) / 2
        if verdict in _SIGNS:
            name, ink = _SIGNS[verdict]
            painting.icon(p, 14, top, name, ink, 14)
        elif state.selected:
            painting.icon(p, 14, top, "circle-dot", "accent", 14)
        else:
            painting.rounded(p, 19.5, h / 2 - 1.5, 3, 3, 1.5, "ink3")
