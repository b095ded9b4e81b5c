"""A row of what was found in a document from elsewhere."""

from __future__ import annotations

from typing import Any

from PySide6.QtGui import QPainter

from dialogueprep.ui import painting, theme
from dialogueprep.ui.delegates.row import RowDelegate, RowState
from dialogueprep.ui.models.screened_rows import Found

_SIGNS = {
    "block": ("octagon-x", "block"),
    "warn": ("triangle-alert", "warn"),
    "unread": ("eye-off", "ink2"),
}
_LEFT, _RIGHT = 42, 16


class FoundRows(RowDelegate):
    """Sign and passage; below it why, and in which part of the file."""

    text_left = _LEFT

    def row_height(self, value: Found, width: int) -> int:
        wide = width - _LEFT - _RIGHT
        words = painting.paragraph_height(wide, value.words, "strong", 3)
        why = painting.paragraph_height(wide, value.why, "small", 4)
        return words + why + theme.line("caption") + theme.scaled(22)

    def paint_row(self, p: QPainter, w: int, h: int, value: Any, state: RowState) -> None:
        row: Found = value
        sign, ink = _SIGNS[row.level]
        wide, y = w - _LEFT - _RIGHT, theme.scaled(9)
        painting.icon(p, 16, y + 2, sign, ink)
        y += painting.paragraph(p, _LEFT, y, wide, row.words, "strong", "ink", max_lines=3) + 2
        y += painting.paragraph(p, _LEFT, y, wide, row.why, "small", "ink2", max_lines=4)
        painting.text(p, _LEFT, y, wide, theme.line("caption"), row.place, "caption", "ink3")
