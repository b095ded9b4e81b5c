"""A row that can be ticked, with a line below; a row without a tick is a heading."""

from __future__ import annotations

from typing import Any, ClassVar, Protocol

from PySide6.QtGui import QPainter

from dialogueprep.ui import painting, theme
from dialogueprep.ui.delegates.row import RowDelegate, RowState


class Ticked(Protocol):
    """What the row needs to know. ``recipient`` is None for a heading."""

    @property
    def words(self) -> str: ...
    @property
    def below(self) -> str: ...
    @property
    def recipient(self) -> object | None: ...
    @property
    def ticked(self) -> bool: ...


class TickRows(RowDelegate):
    """Box and words; headings stand back."""

    text_left: ClassVar[int] = 46
    lined = False

    def row_height(self, value: Any, width: int) -> int:
        row: Ticked = value
        return theme.scaled(34 if row.recipient is None else 44 if row.below else 32)

    def paint_row(self, p: QPainter, w: int, h: int, value: Any, state: RowState) -> None:
        row: Ticked = value
        line = theme.scaled(20)
        if row.recipient is None:
            painting.text(p, 20, h - line - 4, w - 36, line, row.words, "label", "ink2")
            return
        y = (h - 16) / 2
        edge, fill = ("accent", "accent") if row.ticked else ("edge", "sheet")
        painting.rounded(p, 20, y, 16, 16, 3, fill, edge)
        if row.ticked:
            painting.icon(p, 22, y + 2, "check", "on_accent", 12)
        top = theme.scaled(3) if row.below else (h - line) / 2
        painting.text(p, self.text_left, top, w - 60, line, row.words)
        small = theme.scaled(18)
        painting.text(p, self.text_left, top + line, w - 60, small, row.below, "small", "ink2")
