"""A change of an agenda, and somebody whom changes concern, as rows."""

from __future__ import annotations

from typing import Any, ClassVar

from PySide6.QtGui import QPainter

from dialogueprep.ui import painting, theme
from dialogueprep.ui.delegates.row import RowDelegate, RowState
from dialogueprep.ui.models.agenda_changes import AffectedRow, ChangeRow

_DAY = 34
_TIME = 100  # the column of the times


class ChangeRows(RowDelegate):
    """The day above its first change; icon, time and title; what is different in sentences."""

    text_left: ClassVar[int] = 46

    def row_height(self, value: Any, width: int) -> int:
        row: ChangeRow = value
        day = theme.scaled(_DAY) if row.day else 0
        room = width - self._words_at() - 20
        said = painting.paragraph_height(room, row.said, "small")
        return day + theme.scaled(8 + 20 + 2) + said + theme.scaled(9)

    def paint_row(self, p: QPainter, w: int, h: int, value: Any, state: RowState) -> None:
        row: ChangeRow = value
        y = 0
        if row.day:
            y = theme.scaled(_DAY)
            p.fillRect(0, 0, w, y, painting.colour("shade"))
            painting.text(p, 20, 0, w - 40, y, row.day, "strong", "ink2")
        y += theme.scaled(8)
        line, at = theme.scaled(20), self._words_at()
        painting.icon(p, 20, y + (line - 16) / 2, row.icon, "accent")
        if row.time:
            painting.text(
                p, self.text_left, y, at - self.text_left, line, row.time, "small", "ink2",
                tabular=True,
            )  # fmt: skip
        painting.text(p, at, y, w - at - 20, line, row.title, "strong")
        painting.paragraph(
            p, at, y + line + theme.scaled(2), w - at - 20, row.said, "small", "ink2"
        )

    def _words_at(self) -> int:
        return self.text_left + theme.scaled(_TIME)


class AffectedRows(RowDelegate):
    """A name with its delegation, and the items below."""

    text_left: ClassVar[int] = 16

    def row_height(self, value: Any, width: int) -> int:
        row: AffectedRow = value
        items = painting.paragraph_height(width - 32, row.items, "caption", 2)
        return theme.scaled(7 + 20) + items + theme.scaled(8)

    def paint_row(self, p: QPainter, w: int, h: int, value: Any, state: RowState) -> None:
        row: AffectedRow = value
        y, line = theme.scaled(7), theme.scaled(20)
        wide = painting.width(row.delegation, "small") + 2
        painting.text(p, 16, y, w - 44 - wide, line, row.name, "body")
        painting.text(p, w - 16 - wide, y, wide, line, row.delegation, "small", "ink3")
        painting.paragraph(p, 16, y + line, w - 32, row.items, "caption", "ink2", max_lines=2)
