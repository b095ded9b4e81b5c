"""An edit of a partner as a row: its kind, the item, both sides, and what was decided."""

from __future__ import annotations

from typing import Any, ClassVar

from PySide6.QtGui import QPainter

from dialogueprep.ui import painting, theme
from dialogueprep.ui.delegates.row import RowDelegate, RowState
from dialogueprep.ui.models.partner_rows import Decision, EditRow

_SIGNS = {Decision.ACCEPTED: ("check", "ok"), Decision.REJECTED: ("x", "ink3")}


class EditRows(RowDelegate):
    """Three lines; a sign at the right says what was decided."""

    height: ClassVar[int] = 74
    text_left: ClassVar[int] = 44

    def paint_row(self, p: QPainter, w: int, h: int, value: Any, state: RowState) -> None:
        row: EditRow = value
        quiet = row.decision is Decision.REJECTED or not row.edit.kind.can_be_taken
        ink = "ink3" if quiet else "accent"
        y, line, room = theme.scaled(8), theme.scaled(20), w - self.text_left - 44
        painting.icon(p, 16, y + (line - 16) / 2, row.icon, ink)
        painting.text(p, self.text_left, y, room, line, row.kind, "caption", "ink3")
        painting.text(
            p, self.text_left, y + line, room, line, row.title, "strong", "ink2" if quiet else "ink"
        )
        step = y + 2 * line
        painting.text(p, self.text_left, step, room + 28, line, row.line, "small", "ink2")
        if sign := _SIGNS.get(row.decision):
            painting.icon(p, w - 32, y + line + 2, *sign)
