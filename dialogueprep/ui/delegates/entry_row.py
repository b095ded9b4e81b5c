"""A topic in the library: title, another language, both ratings, formats and use."""

from __future__ import annotations

from typing import Any, ClassVar

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from dialogueprep.domain.query import parse
from dialogueprep.store.matches import matches_in
from dialogueprep.ui import badges, painting, theme
from dialogueprep.ui.delegates.row import RowDelegate, RowState
from dialogueprep.ui.models.library_facets import EntryRow
from dialogueprep.ui.theme import Role

Places = tuple[tuple[int, int], ...]
SENSITIVITY_AT, OPERABILITY_AT = 136, 62
"""Where the meters stand, in px from the right edge of a row."""
LEFT = 20


class EntryRows(RowDelegate):
    """Two lines; what was typed is marked in them, and a sign says that a review is due."""

    height: ClassVar[int] = 54
    text_left: ClassVar[int] = LEFT
    _sought: tuple[str, ...] = ()

    def show_query(self, query: str) -> None:
        """Mark what this query seeks."""
        self._sought = parse(query).shown

    def paint_row(self, p: QPainter, w: int, h: int, value: Any, state: RowState) -> None:
        row: EntryRow = value
        line = theme.scaled(20)
        first, second = theme.scaled(6), theme.scaled(28)
        sign = 22 if row.expired else 0
        marks = matches_in(row.title, self._sought)
        room = w - SENSITIVITY_AT - LEFT - 12 - sign
        self._words(p, first, room, row.title, marks, "strong", "ink")
        meters = first + (line - 14) / 2
        if sign:
            painting.icon(p, w - SENSITIVITY_AT - sign, meters, "triangle-alert", "warn_line", 14)
        badges.meter(p, w - SENSITIVITY_AT, meters, row.sensitivity or None)
        badges.meter(p, w - OPERABILITY_AT, meters, row.operability or None, "operability")
        room = w - LEFT - 16
        native_words = row.second if marks else row.second_for(self._sought)
        native = min(painting.width(native_words), room * 0.45)
        left = w - 16 - self._facts(p, w - 16, second, room - native - 16, row)
        marks = matches_in(native_words, self._sought)
        self._words(p, second, left - LEFT - 12, native_words, marks, "body", "ink2")

    def _facts(self, p: QPainter, right: float, y: int, room: float, row: EntryRow) -> float:
        """Paint formats and use up to the right; the formats give way. Return the width."""
        line, use = theme.scaled(20), f"  ·  {row.use}"
        wide = painting.width(use, "caption")
        formats = min(painting.width(row.formats, "caption") + 1, max(0, room - wide))
        painting.text(p, right - wide - formats, y, formats, line, row.formats, "caption", "ink3")
        painting.text(p, right - wide, y, wide, line, use, "caption", "ink3", elide=False)
        return wide + formats

    def _words(
        self, p: QPainter, y: int, room: float, words: str, marks: Places, role: Role, ink: str
    ) -> None:
        line = theme.scaled(20)
        for start, end in marks:
            x = _advance(words, words[:start], role) if start else 0.0
            wide = _advance(words, words[:end], role) - x
            mark = QRectF(LEFT + x, y + 1, min(wide, room - x), line - 2)
            if mark.width() > 0:
                p.fillRect(mark, painting.colour("mark"))
        painting.text(p, LEFT, y, room, line, words, role, ink)


def _advance(words: str, part: str, role: Role) -> float:
    """Return how wide the first part of a text is in the text's own font."""
    return theme.metrics(painting.font_of(words, role)).horizontalAdvance(part)
