"""Rows of the notes page: items at the left, notes and their questions in the middle."""

from __future__ import annotations

import re
from typing import Any, cast

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyleOptionViewItem, QWidget

from dialogueprep.domain.notes import Note, NoteKind
from dialogueprep.ui import badges, painting, theme
from dialogueprep.ui.delegates.row import Index, RowDelegate, RowState
from dialogueprep.ui.models.note_rows import (
    AsideRow,
    DayHead,
    ItemRow,
    NoteRow,
    QuestionHead,
    QuestionLine,
)
from dialogueprep.ui.qt_places import place
from dialogueprep.ui.rehearsal import rehearsal
from dialogueprep.words import tr

KIND_ICONS = {
    NoteKind.POINT: "message-square",
    NoteKind.AGREEMENT: "handshake",
    NoteKind.DIFFERENCE: "split",
    NoteKind.PROPOSAL: "lightbulb",
    NoteKind.QUESTION: "circle-question-mark",
    NoteKind.FACT: "bookmark",
    NoteKind.ACTION: "square-check-big",
}
TEXT_X = 50
"""Where the text of a note begins, in px from the left edge of the list."""
RIGHT = 10
_BAR = 10
_STEP = 22  # px that a note moves to the right


def steady_width(view: QWidget) -> int:
    """Return the width that rows are set in: without the scroll bar, whether it is there or not.

    So no row changes its height when the bar comes.
    """
    return view.width() - _BAR


class _SteadyRows(RowDelegate):
    """Rows that are set in a width that does not depend on the scroll bar."""

    def __init__(self) -> None:
        super().__init__()
        self._sizes: dict[str, tuple[Any, tuple[int, int], QSize]] = {}

    def paint(self, p: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        self._view = option.widget
        super().paint(p, option, index)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the size of a row; a view asks for those of all its rows when one is added."""
        view = cast("QAbstractItemView", option.widget)
        return self.size(view, index.model().at(index))  # type: ignore[attr-defined]  (faster than its data)

    def size(self, view: QAbstractItemView, value: Any) -> QSize:
        """Return the size of a row, known as long as the row, the width and the text size stay."""
        self._view = view
        around = (view.width(), theme.scaled(1000))
        known = self._sizes.get(value.id)
        same = known is not None and (known[0] is value or known[0] == value)
        if known is None or not same or known[1] != around:
            size = QSize(80, self.row_height(value, view.viewport().width()))
            self._sizes[value.id] = known = (value, around, size)
        return known[2]

    def rehearse(self, view: QAbstractItemView, value: Any, *, selected: bool = False) -> int:
        """Set the words of a row as they will be painted; return how high it is."""
        w, h = view.viewport().width(), self.size(view, value).height()
        with rehearsal(view) as p:
            self.paint_row(p, w, h, value, RowState(selected=selected))
        return h

    def inside(self, width: int) -> int:
        """Return the width to set a row in, for a view whose rows are this wide."""
        view = getattr(self, "_view", None)
        return steady_width(view) if view is not None else width


def said_by_width(width: int) -> int:
    """Return how wide the attribution at the right of a note is."""
    return max(110, min(220, width * 28 // 100))


def text_left(note: Note) -> int:
    """Return where the text of a note begins, in px from the left edge of the list."""
    return TEXT_X + note.indent * _STEP


def text_width(width: int, note: Note) -> int:
    """Return how wide the text of a note is in a list of this width."""
    return width - text_left(note) - RIGHT - said_by_width(width) - 14


class ItemRows(_SteadyRows):
    """Start, number and title, a check when closed, the sign of the terms, "Now" at what is on."""

    bar = False
    lined = False
    on = ""  # the id of the item that is on

    def row_height(self, value: Any, width: int) -> int:
        width = self.inside(width)
        if isinstance(value, DayHead):
            return theme.scaled(42 if value.id == "aside" else 40)
        if isinstance(value, AsideRow):
            lines = painting.paragraph_height(width - 54, value.note.text, "small", 2)
            return lines + theme.scaled(8)
        high = _title_height(width, value)
        terms = theme.scaled(20) if value.item.kind.has_terms else 0
        return high + terms + theme.scaled(14)

    def ground(self, value: Any, state: RowState) -> str | None:
        if isinstance(value, DayHead) or state.selected:
            return None
        return "hover" if state.hover else None

    def paint_row(self, p: QPainter, w: int, h: int, value: Any, state: RowState) -> None:
        w = self.inside(w)
        if isinstance(value, DayHead):
            self._head(p, w, h, value)
        elif isinstance(value, ItemRow):
            self._item(p, w, h, value, state)
        else:
            if state.selected:
                painting.rounded(p, 8, 1, w - 8, h - 2, 5, "sheet", "hair_strong")
            painting.icon(p, 16, 5, "inbox", "ink3", 14)
            painting.paragraph(p, 38, 4, w - 54, value.note.text, "small", "ink2", max_lines=2)

    def paint_focus(self, p: QPainter, w: int, h: int) -> None:
        painting.focus_ring(p, 8, 1, self.inside(w) - 8, h - 2)  # around the card

    def _head(self, p: QPainter, w: int, h: int, value: DayHead) -> None:
        top = 8 if value.id == "aside" else 6
        if value.id == "aside":
            painting.hairline(p, 16, 6, w - 32)
        beside = painting.width(value.aside, "caption") + 1 if value.aside else 0
        room = w - beside - 32
        painting.text(p, 16, top, room, h - top, value.words, "label", "ink2", weight=600)
        painting.text(
            p, w - 8 - beside, top, beside, h - top, value.aside, "caption", "ink3", align="right"
        )

    def _item(self, p: QPainter, w: int, h: int, value: ItemRow, state: RowState) -> None:
        if state.selected:
            painting.rounded(p, 8, 1, w - 8, h - 2, 5, "sheet", "hair_strong")
            p.fillRect(8, 6, 3, h - 12, painting.colour("accent"))
        talk = value.item.kind.has_terms
        ink = "ink" if talk and not value.item.closed else "ink2"
        line = theme.line("small")
        painting.text(
            p, 18, 7, _left_x() - 20, line, value.start, "small", "ink3", tabular=True, elide=False
        )
        weight = 600 if state.selected else 400
        painting.paragraph(
            p,
            _left_x(),
            7,
            _title_width(w),
            _named(value),
            "small",
            ink,
            weight=weight,
            max_lines=3,
        )
        x = w - 26
        if value.doubtful:
            painting.icon(p, x, (h - 16) / 2, "triangle-alert", "warn_line")
        elif value.item.closed:
            painting.icon(p, x, (h - 16) / 2, "check", "ok_line")
        if talk:
            self._terms(p, w, value)
        if value.id == self.on:
            beside = _left_x() + painting.width(_named(value), "small", weight) + 8
            x, y = (15, 9 + line) if talk else (min(beside, w - 64), 8)
            badges.now_pill(p, x, y)

    def _terms(self, p: QPainter, w: int, value: ItemRow) -> None:
        """Paint the terms in force under the title, icon and word."""
        room, y = w - _left_x() - 12, 9 + _title_height(w, value)
        terms, high = value.item.terms_in_force, theme.scaled(18)
        wide = badges.terms_tag(None, 0, y, terms, room, high)
        badges.terms_tag(p, _left_x() + wide, y, terms, room, high)


def _title_height(width: int, row: ItemRow) -> int:
    return painting.paragraph(None, 0, 0, _title_width(width), _named(row), "small",
                              weight=600, max_lines=3)  # fmt: skip


def _named(row: ItemRow) -> str:
    return f"{row.number}  {row.title}" if row.number else row.title


def _left_x() -> int:
    """Return where titles begin: after the time, at the user's text size."""
    return 18 + theme.scaled(40)


def _title_width(width: int) -> int:
    return width - _left_x() - 32


class NoteRows(_SteadyRows):
    """Kind, wrapped text, attribution at the right; no time."""

    lined = False

    def row_height(self, value: Any, width: int) -> int:
        width = self.inside(width)
        if isinstance(value, QuestionHead):
            return painting.paragraph_height(width - 56, _head_words(value), "label") + 20
        note: Note = value.note
        high = painting.paragraph_height(text_width(width, note), note.text, "write")
        lines = _beside(value, said_by_width(width))
        terms = theme.scaled(20) if value.apart else 0
        high = max(high, len(lines) * theme.line("small") + 4 + terms)
        doubt = theme.scaled(24) if value.doubt else 0
        return high + doubt + theme.scaled(12)

    def ground(self, value: Any, state: RowState) -> str | None:
        return None if isinstance(value, QuestionHead) else super().ground(value, state)

    def paint_row(self, p: QPainter, w: int, h: int, value: Any, state: RowState) -> None:
        w = self.inside(w)
        if isinstance(value, QuestionHead):
            painting.paragraph(p, 20, 12, w - 56, _head_words(value), "label", "ink2")
            painting.hairline(p, 20, h - 1, w - 20 - RIGHT)
            return
        self._note(p, w, h, value)

    def _note(self, p: QPainter, w: int, h: int, row: NoteRow) -> None:
        note, left = row.note, text_left(row.note)
        if note.private:
            painting.hatch(p, left - 33, 0, w - left + 33, h - 1, "hair")
        ink = "accent" if note.kind is NoteKind.PROPOSAL else "ink2"
        painting.icon(p, left - 29, 9, KIND_ICONS[note.kind], ink)
        marks = _found(note.text, row.searched)
        high = painting.paragraph(p, left, 5, text_width(w, note), note.text, "write", marks=marks)
        self._right(p, w, row)
        painting.hairline(p, left, h - 1, w - left - RIGHT)
        if row.doubt:
            self._doubt(p, w, max(high, h - theme.scaled(36)) + 6, row)

    def _right(self, p: QPainter, w: int, row: NoteRow) -> None:
        wide = said_by_width(w)
        x, line = w - RIGHT - wide, theme.line("small")
        lines = _beside(row, wide)
        for number, (words, ink) in enumerate(lines):
            painting.text(p, x, 7 + number * line, wide, line, words, "small", ink, align="right")
        if row.apart is not None:
            y = 9 + len(lines) * line
            badges.terms_tag(p, w - RIGHT, y, row.apart, wide, theme.scaled(18))

    def _doubt(self, p: QPainter, w: int, y: int, row: NoteRow) -> None:
        painting.icon(p, TEXT_X, y + 2, "triangle-alert", "warn_line", 14)
        x = TEXT_X + 22.0
        x += painting.text(p, x, y, w - x - 90, 18, row.doubt, "small", "warn") + 10
        x += badges.key_cap(p, x, y, "R") + 7
        painting.text(p, x, y, w - x - RIGHT, 18, row.remedy, "small", "accent")


def _found(text: str, words: str) -> list[painting.Mark]:
    """Return where a text holds the words that are searched for, large or small letters."""
    if not words:
        return []
    found = re.finditer(re.escape(words), text, re.IGNORECASE)
    return [painting.Mark(place(text, f.start()), place(text, f.end())) for f in found]


def _beside(row: NoteRow, width: float) -> list[tuple[str, str]]:
    """Return what stands at the right of a note, line by line, each with its ink."""
    private = [(tr("private"), "warn")] if row.note.private else []
    tags = " ".join(f"#{tag}" for tag in row.note.tags)
    said = [(line, "ink2") for line in _lines(row.said_by, width)]
    return [*private, *said, *((line, "accent") for line in _lines(tags, width))]


def _lines(words: str, width: float) -> list[str]:
    """Return words broken into lines, to be set at the right edge."""
    if painting.width(words, "small") <= width:
        return [words] if words else []
    parts = words.split(" ") if " " in words else list(words)
    gap = " " if " " in words else ""
    lines = [parts[0]]
    for part in parts[1:]:
        longer = lines[-1] + gap + part
        if painting.width(longer, "small") <= width:
            lines[-1] = longer
        else:
            lines.append(part)
    return lines


def _head_words(head: QuestionHead) -> str:
    return f"{head.number}  {head.words}" if head.number else head.words


class QuestionRows(RowDelegate):
    """A question of the item: number, words, and how many notes it has."""

    bar = False
    lined = False

    def row_height(self, value: QuestionLine, width: int) -> int:
        wide = width - 50
        high = painting.paragraph(None, 0, 0, wide, value.words, "small", weight=600, max_lines=4)
        return high + theme.scaled(28)

    def ground(self, value: Any, state: RowState) -> str | None:
        return None

    def paint_focus(self, p: QPainter, w: int, h: int) -> None:
        painting.focus_ring(p, 8, 0, w - 16, h - 1)  # around the card

    def paint_row(self, p: QPainter, w: int, h: int, value: QuestionLine, state: RowState) -> None:
        if state.selected or state.hover:
            painting.rounded(p, 8, 0, w - 16, h - 1, 5, "press" if state.selected else "hover")
        weight = 600 if state.selected else 400
        painting.text(
            p, 16, 5, 16, theme.line("small"), str(value.number), "small", "ink3", tabular=True
        )
        high = painting.paragraph(
            p, 34, 5, w - 50, value.words, "small", "ink", weight=weight, max_lines=4
        )
        ink = "ink3" if value.notes or value.destroyed else "warn"
        painting.text(p, 34, 5 + high, w - 50, theme.line("small"), value.state, "caption", ink)
