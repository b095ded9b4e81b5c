"""Rows of the preview of a list that is taken in: a box to tick, a title, and what differs."""

from __future__ import annotations

from typing import Any, ClassVar

from PySide6.QtGui import QPainter

from dialogueprep.ui import painting, theme
from dialogueprep.ui.delegates.row import RowDelegate, RowState
from dialogueprep.ui.models.take_in_rows import TakeInRow
from dialogueprep.words import tr

BOX = 40
"""px at the left of a row in which a click ticks its box."""


class TakeInRows(RowDelegate):
    """Two lines; where there is something to decide, a box before them."""

    height: ClassVar[int] = 52
    text_left: ClassVar[int] = BOX

    def paint_row(self, p: QPainter, w: int, h: int, value: Any, state: RowState) -> None:
        row: TakeInRow = value
        x = 16 if row.taken is None else BOX
        if row.taken is not None:
            self._paint_box(p, 14, (h - 16) / 2, row.taken)
        ink = "ink3" if row.taken is False else "ink"
        wide = w - x - 16
        painting.text(p, x, theme.scaled(7), wide, theme.scaled(20), row.title, "strong", ink)
        painting.text(p, x, theme.scaled(28), wide, theme.scaled(18), row.about, "small", "ink2")

    def _paint_box(self, p: QPainter, x: float, y: float, on: bool) -> None:
        painting.rounded(
            p, x, y, 16, 16, 3, "accent" if on else "sheet", "accent" if on else "edge"
        )
        if on:
            painting.icon(p, x + 2, y + 2, "check", "on_accent", 12)


def spoken(row: TakeInRow) -> str:
    """Return a row as it is read aloud."""
    verdict = {True: tr("is taken"), False: tr("stays as it is here"), None: ""}[row.taken]
    return ", ".join(part for part in (row.title, row.about, verdict) if part)
