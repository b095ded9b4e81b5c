"""A topic in the library: title, another language, both ratings, formats and use."""

from __future__ import annotations

from typing import Any, ClassVar

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from dialogueprep.ui import badges, painting, theme
from dialogueprep.ui.delegates.row import RowDelegate, RowState
from dialogueprep.ui.models.library_facets import EntryRow
from dialogueprep.ui.theme import Role

SENSITIVITY_AT, OPERABILITY_AT = 136, 62
"""Where the meters stand, in px from the right edge of a row."""
LEFT = 20


class EntryRows(RowDelegate):
    """Two lines; what was typed is marked in them."""

    height: ClassVar[int] = 54
    text_left: ClassVar[int] = LEFT
    query = ""

    def paint_row(self, p: QPainter, w: int, h: int, value: Any, state: RowState) -> None:
        row: EntryRow = value
        line = theme.scaled(20)
        first, second = theme.scaled(6), theme.scaled(28)
        self._words(p, first, w - SENSITIVITY_AT - LEFT - 12, row.title, "strong", "ink")
        meters = first + (line - 14) / 2
        badges.meter(p, w - SENSITIVITY_AT, meters, row.topic.sensitivity)
        badges.meter(p, w - OPERABILITY_AT, meters, row.topic.operability, "operability")
        room = w - LEFT - 16
        wide = min(painting.width(row.facts, "caption") + 1, room * 0.62)
        painting.text(p, w - 16 - wide, second, wide, line, row.facts, "caption", "ink3")
        self._words(p, second, room - wide - 12, row.second, "body", "ink2")

    def _words(self, p: QPainter, y: int, room: float, words: str, role: Role, ink: str) -> None:
        line = theme.scaled(20)
        wanted = self.query.strip().casefold()
        at = words.casefold().find(wanted) if wanted else -1
        if at >= 0:
            x = _advance(words, words[:at], role)
            wide = _advance(words, words[: at + len(wanted)], role) - x
            mark = QRectF(LEFT + x, y + 1, min(wide, room - x), line - 2)
            if mark.width() > 0:
                p.fillRect(mark, painting.colour("mark"))
        painting.text(p, LEFT, y, room, line, words, role, ink)


def _advance(words: str, part: str, role: Role) -> float:
    """Return how wide the first part of a text is in the text's own font."""
    return theme.metrics(painting.font_of(words, role)).horizontalAdvance(part)
