"""A row of a register: a sign, words, and a quieter line below."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from PySide6.QtGui import QPainter

from dialogueprep.domain.texts import Language
from dialogueprep.ui import painting, theme
from dialogueprep.ui.delegates.row import RowDelegate, RowState


@dataclass(frozen=True, slots=True)
class RegisterRow:
    """What a row shows of a value; a quiet one stands back, as what was withdrawn."""

    key: str
    words: str
    below: str
    sign: str
    ink: str = "ink2"
    language: Language = "en"
    quiet: bool = False


class RegisterRows(RowDelegate):
    """Sign and words; below them what else is known."""

    height = 54

    def paint_row(self, p: QPainter, w: int, h: int, value: Any, state: RowState) -> None:
        row: RegisterRow = value
        line = theme.scaled(20)
        top, left, room = (h - 2 * line) / 2, 42, w - 56
        painting.icon(p, 16, top + 2, row.sign, row.ink)
        ink = "ink3" if row.quiet else "ink"
        painting.text(p, left, top, room, line, row.words, "strong", ink, language=row.language)
        painting.text(p, left, top + line, room, line, row.below, "small", "ink3")
