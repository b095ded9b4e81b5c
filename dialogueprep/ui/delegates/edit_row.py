"""A proposed edit as a row: its kind, what it is about, both sides, and what was decided."""

from __future__ import annotations

from typing import Any, ClassVar, Protocol

from PySide6.QtGui import QPainter

from dialogueprep.ui import painting, theme
from dialogueprep.ui.delegates.row import RowDelegate, RowState


class Proposed(Protocol):
    """What the row needs to know of an edit; ``sign`` is an icon with its ink, or None."""

    @property
    def icon(self) -> str: ...
    @property
    def kind(self) -> str: ...
    @property
    def title(self) -> str: ...
    @property
    def line(self) -> str: ...
    @property
    def quiet(self) -> bool: ...
    @property
    def sign(self) -> tuple[str, str] | None: ...


class EditRows(RowDelegate):
    """Three lines; a sign at the right says what was decided."""

    height: ClassVar[int] = 74
    text_left: ClassVar[int] = 44

    def paint_row(self, p: QPainter, w: int, h: int, value: Any, state: RowState) -> None:
        row: Proposed = value
        ink = "ink3" if row.quiet else "accent"
        y, line, room = theme.scaled(8), theme.scaled(20), w - self.text_left - 44
        painting.icon(p, 16, y + (line - 16) / 2, row.icon, ink)
        painting.text(p, self.text_left, y, room, line, row.kind, "caption", "ink3")
        strong = "ink2" if row.quiet else "ink"
        painting.text(p, self.text_left, y + line, room, line, row.title, "strong", strong)
        step = y + 2 * line
        painting.text(p, self.text_left, step, room + 28, line, row.line, "small", "ink2")
        if row.sign is not None:
            painting.icon(p, w - 32, y + line + 2, *row.sign)
