"""Rows of notes on the findings page: the notes column, and the notes behind a finding."""

from __future__ import annotations

from typing import Any

from PySide6.QtGui import QPainter

from dialogueprep.domain.dialogue import Terms
from dialogueprep.ui import badges, painting, theme
from dialogueprep.ui.delegates.note_row import KIND_ICONS
from dialogueprep.ui.delegates.row import RowDelegate, RowState
from dialogueprep.ui.models.finding_notes import NoteGroup, NoteLine, QuestionLine

_TEXT_X = 38
_RIGHT = 22


class NoteLines(RowDelegate):
    """Kind and text; a used note fades and has a check; one that is held has a dashed frame.

    A guiding question without an answer stands among them with why it is shown.
    """

    text_left = _TEXT_X

    def __init__(self) -> None:
        super().__init__()
        self.held: frozenset[str] = frozenset()

    def row_height(self, value: Any, width: int) -> int:
        if isinstance(value, NoteGroup):
            return self._group_height(value, width)
        room = width - _TEXT_X - _RIGHT
        if isinstance(value, QuestionLine):
            high = painting.paragraph_height(room, value.words, "small")
            return high + theme.scaled(12 + 18)
        high = painting.paragraph_height(room, value.note.text, "small")
        return high + theme.scaled(12) + (theme.scaled(21) if value.apart else 0)

    def ground(self, value: Any, state: RowState) -> str | None:
        return "shade" if isinstance(value, NoteGroup) else super().ground(value, state)

    def paint_row(self, p: QPainter, w: int, h: int, value: Any, state: RowState) -> None:
        if isinstance(value, NoteGroup):
            self._group(p, w, h, value)
            return
        if isinstance(value, QuestionLine):
            self._question(p, w, value)
        else:
            self._note(p, w, h, value)
        if value.id in self.held:
            painting.rounded(p, 4, 2, w - 6, h - 5, 5, None, "accent", 1.4, dashed=True)

    def _note(self, p: QPainter, w: int, h: int, row: NoteLine) -> None:
        sign, ink = ("ink3", "ink3") if row.used else ("ink2", "ink")
        painting.icon(p, 16, theme.scaled(8), KIND_ICONS[row.note.kind], sign, 14)
        painting.paragraph(
            p, _TEXT_X, theme.scaled(6), w - _TEXT_X - _RIGHT, row.note.text, "small", ink,
            language=row.note.language,
        )  # fmt: skip
        if row.apart is not None:
            _left_tag(p, _TEXT_X, h - theme.scaled(24), row.apart, w - _TEXT_X - _RIGHT)
        if row.used:
            painting.icon(p, w - 19, theme.scaled(9), "check", "ok_line", 12)

    def _question(self, p: QPainter, w: int, row: QuestionLine) -> None:
        painting.icon(p, 16, theme.scaled(8), "circle-dashed", "warn_line", 14)
        room = w - _TEXT_X - _RIGHT
        y = theme.scaled(6)
        y += painting.paragraph(p, _TEXT_X, y, room, row.words, "small", "ink")
        painting.text(p, _TEXT_X, y, room, theme.scaled(18), row.state, "caption", "warn")

    def _group_height(self, group: NoteGroup, width: int) -> int:
        _x, room = self._group_room(group, width)
        lines = _label_height(room, group.words)
        high = max(theme.scaled(31), lines + theme.scaled(12))
        return high + (theme.scaled(21) if group.terms else 0)

    def _group_room(self, group: NoteGroup, w: int) -> tuple[float, float]:
        """Return where the words of a heading begin, and how wide they may be."""
        x = 16.0
        if group.number:
            x += painting.width(group.number, "label", 600) + 6
        return x, w - x - painting.width(group.count, "caption") - 26

    def _group(self, p: QPainter, w: int, h: int, group: NoteGroup) -> None:
        if group.terms is not None:
            h -= theme.scaled(21)
            _left_tag(p, 16, h - theme.scaled(3), group.terms, w - 32)
        x, room = self._group_room(group, w)
        line = theme.line("label")
        high = _label_height(room, group.words)
        top = (h - high) / 2
        if group.number:
            painting.text(p, 16, top, 60, line, group.number, "label", "ink2", weight=600)
        painting.paragraph(
            p, x, top, room, group.words, "label", "ink2", max_lines=3, weight=600
        )  # fmt: skip
        wide = painting.width(group.count, "caption")
        painting.text(
            p, w - 14 - wide, top, wide, line, group.count, "caption", "ink3", elide=False
        )  # fmt: skip


def _label_height(room: float, words: str) -> int:
    return painting.paragraph(None, 0, 0, room, words, "label", max_lines=3, weight=600)


def _left_tag(p: QPainter, x: float, y: float, terms: Terms, room: float) -> None:
    high = theme.scaled(18)
    wide = badges.terms_tag(None, 0, y, terms, room, high)
    badges.terms_tag(p, x + wide, y, terms, room, high)


class BehindRows(RowDelegate):
    """A note behind a finding in at most two lines."""

    text_left = 38
    lined = False

    def row_height(self, value: Any, width: int) -> int:
        high = painting.paragraph_height(width - 38 - 10, value.text, "small", 2)
        return high + theme.scaled(8)

    def paint_row(self, p: QPainter, w: int, h: int, value: Any, state: RowState) -> None:
        painting.icon(p, 16, theme.scaled(6), KIND_ICONS[value.kind], "ink2", 14)
        painting.paragraph(
            p, 38, theme.scaled(4), w - 48, value.text, "small", "ink", max_lines=2,
            language=value.language,
        )  # fmt: skip
