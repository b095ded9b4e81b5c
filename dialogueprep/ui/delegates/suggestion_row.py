"""A suggested topic: title, length, ratings, facts, and in a sentence why it is suggested."""

from __future__ import annotations

from typing import Any, ClassVar

from PySide6.QtGui import QPainter

from dialogueprep.ui import badges, painting, theme
from dialogueprep.ui.delegates.row import RowDelegate, RowState
from dialogueprep.ui.models.suggestion import SuggestedRow
from dialogueprep.words import tr

METERS = 2 * badges.METER_WIDTH + 18


class SuggestedRows(RowDelegate):
    """Choices with number, length and whether they are kept."""

    text_left: ClassVar[int] = 44
    most_lines: ClassVar[int] = 3

    def row_height(self, value: Any, width: int) -> int:
        room = width - self.text_left - 16
        why = painting.paragraph_height(room, value.why, "small", self.most_lines)
        native = theme.scaled(18) if value.native else 0
        return theme.scaled(8 + 20) + native + theme.scaled(18 + 2) + why + theme.scaled(10)

    def paint_row(self, p: QPainter, w: int, h: int, value: Any, state: RowState) -> None:
        it: SuggestedRow = value
        left, right = self.text_left, w - 16
        y = theme.scaled(8)
        self.paint_lead(p, it, y)
        self._meters(p, right, y, it)
        length = tr("{n} min", n=it.minutes)
        wide = painting.width(length, "small") + 2
        at = right - METERS - 12 - wide
        line = theme.scaled(20)
        painting.text(p, at, y, wide, line, length, "small", "ink2", tabular=True, elide=False)
        painting.text(p, left, y, at - left - 12, line, it.title, "strong")
        y += line
        if it.native:
            step = theme.scaled(18)
            painting.text(p, left, y, right - left, step, it.native, "small", "ink2")
            y += step
        step = theme.scaled(18)
        painting.text(p, left, y, right - left, step, it.facts, "caption", "ink3")
        y += step + theme.scaled(2)
        painting.paragraph(
            p, left, y, right - left, it.why, "small", "ink2", max_lines=self.most_lines
        )

    def paint_lead(self, p: QPainter, it: SuggestedRow, y: int) -> None:
        """Paint what stands before the title: the number, and a lock where it is kept."""
        line = theme.scaled(20)
        painting.text(p, 14, y, 20, line, str(it.number), "strong", "ink3", tabular=True)
        if it.kept:
            painting.icon(p, 14, y + line + 2, "lock", "accent", 14)

    def _meters(self, p: QPainter, right: float, y: float, it: SuggestedRow) -> None:
        top = y + (theme.scaled(20) - 14) / 2
        at = right - METERS + 4
        badges.meter(p, at, top, it.sensitivity, "sensitivity")
        badges.meter(p, at + badges.METER_WIDTH + 14, top, it.operability, "operability")


class AlternativeRows(SuggestedRows):
    """What could stand in a choice's place."""

    text_left: ClassVar[int] = 16

    def paint_lead(self, p: QPainter, it: SuggestedRow, y: int) -> None:
        """Nothing stands before the title."""
