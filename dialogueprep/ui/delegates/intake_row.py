"""Rows of the preview of a list of people: the parts of the name, and what becomes of each."""

from __future__ import annotations

from typing import Any, ClassVar, Literal

from PySide6.QtGui import QPainter

from dialogueprep.domain.newcomers import Decision
from dialogueprep.domain.people import NameOrder
from dialogueprep.ui import badges, painting, theme
from dialogueprep.ui.delegates.row import RowDelegate, RowState
from dialogueprep.ui.models.people_intake import IntakeRow
from dialogueprep.words import later, tr

_SIGNS: dict[Decision, tuple[str, str, str]] = {
    Decision.NEW: (later("new"), "user-plus", "ink2"),
    Decision.MERGE: (later("fills gaps"), "git-merge", "ink2"),
    Decision.SAME: (later("as here"), "user-check", "ink2"),
    Decision.LEAVE: (later("left out"), "x", "ink3"),
}
_NUMBER = 52
"""px at the left for the number of the row in the file."""


class IntakeRows(RowDelegate):
    """Two lines; a guessed family name is underlined by a wave, what to look at has a sign."""

    height: ClassVar[int] = 50
    text_left: ClassVar[int] = _NUMBER

    def paint_row(self, p: QPainter, w: int, h: int, value: Any, state: RowState) -> None:
        row: IntakeRow = value
        high = theme.scaled(20)
        painting.text(
            p, 8, theme.scaled(7), _NUMBER - 20, high, str(row.row), "caption", "ink3",
            align="right", tabular=True,
        )  # fmt: skip
        if row.newcomer is None:
            self._paint_refused(p, w, row)
            return
        room = w - _NUMBER - self._paint_decision(p, w, row) - 28
        self._paint_name(p, room, row)
        x = _NUMBER
        if row.unclear:
            painting.icon(p, x, theme.scaled(29), "triangle-alert", "warn", 14)
            x += 20
        wide = w - x - 16
        about, notes = row.about, row.notes
        if notes and row.unclear:
            used = painting.text(
                p, x, theme.scaled(27), wide * 0.6, theme.scaled(18), notes, "small", "warn"
            )
            x += round(used) + 12
            wide = w - x - 16
        painting.text(p, x, theme.scaled(27), wide, theme.scaled(18), about, "small", "ink2")

    def _paint_refused(self, p: QPainter, w: int, row: IntakeRow) -> None:
        wide = w - _NUMBER - 16
        painting.text(
            p, _NUMBER, theme.scaled(6), wide, theme.scaled(20), row.shown, "body", "ink3"
        )
        painting.text(
            p, _NUMBER, theme.scaled(27), wide, theme.scaled(18), row.why, "small", "block"
        )

    def _paint_decision(self, p: QPainter, w: int, row: IntakeRow) -> int:
        """Paint what becomes of the row at the right and return how wide that is."""
        words, sign, ink = _SIGNS[row.decision]
        wide = round(painting.width(tr(words), "caption")) + 34
        badges.chip(p, w - wide - 14, theme.scaled(7), tr(words), ink, sign=sign)
        return wide

    def _paint_name(self, p: QPainter, room: float, row: IntakeRow) -> None:
        if row.newcomer is None:
            return
        name = row.newcomer.person.name
        ink = "ink3" if row.decision is Decision.LEAVE else "ink"
        bare = name.native.replace(" ", "")
        native = "" if bare == name.family + name.given else name.native
        family: _Piece = (name.family, "strong", ink)
        given: _Piece = (name.given, "body", ink)
        first = name.order is NameOrder.FAMILY_FIRST
        pieces: list[_Piece] = [
            (name.title, "body", "ink2"),
            *((family, given) if first else (given, family)),
            (native, "body", "ink2"),
            (name.honorific, "body", "ink2"),
        ]
        x, y, end = float(_NUMBER), theme.scaled(6), _NUMBER + room
        for piece in pieces:
            words, role, colour = piece
            if not words or x >= end:
                continue
            used = painting.text(p, x, y, end - x, theme.scaled(20), words, role, colour)
            if piece is family and row.newcomer.guessed:
                painting.wave(p, x, x + used, y + theme.scaled(19), "warn")
            x += used + 8


_Piece = tuple[str, Literal["strong", "body"], str]
