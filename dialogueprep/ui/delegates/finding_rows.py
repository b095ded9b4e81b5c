"""Rows of the findings page: notes at the left, cards on the board, notes behind a finding."""

from __future__ import annotations

from typing import Any

from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyleOptionViewItem

from dialogueprep.domain.dialogue import Terms
from dialogueprep.ui import badges, painting, theme
from dialogueprep.ui.delegates.note_row import KIND_ICONS
from dialogueprep.ui.delegates.row import Index, RowDelegate, RowState
from dialogueprep.ui.models.finding_board import (
    Card,
    CardRow,
    NoteGroup,
    NoteLine,
    Target,
    support_number,
)
from dialogueprep.words import ntr, tr

GAP = 10
"""px between two cards."""
_TEXT_X = 38
_PAD = 12
LADDER = 62
"""How wide the ladder of support is with the gap after it, in px."""


class NoteLines(RowDelegate):
    """Kind and text; a used note fades and has a check; one that is held has a dashed frame."""

    text_left = _TEXT_X

    def __init__(self) -> None:
        super().__init__()
        self.held: frozenset[str] = frozenset()

    def row_height(self, value: Any, width: int) -> int:
        terms = theme.scaled(21)
        if isinstance(value, NoteGroup):
            return theme.scaled(31) + (terms if value.terms else 0)
        high = painting.paragraph_height(width - _TEXT_X - 22, value.note.text, "small")
        return high + theme.scaled(12) + (terms if value.apart else 0)

    def ground(self, value: Any, state: RowState) -> str | None:
        return "shade" if isinstance(value, NoteGroup) else super().ground(value, state)

    def paint_row(self, p: QPainter, w: int, h: int, value: Any, state: RowState) -> None:
        if isinstance(value, NoteGroup):
            self._group(p, w, h, value)
            return
        row: NoteLine = value
        sign, ink = ("ink3", "ink3") if row.used else ("ink2", "ink")
        painting.icon(p, 16, theme.scaled(8), KIND_ICONS[row.note.kind], sign, 14)
        painting.paragraph(
            p, _TEXT_X, theme.scaled(6), w - _TEXT_X - 22, row.note.text, "small", ink,
            language=row.note.language,
        )  # fmt: skip
        if row.apart is not None:
            _left_tag(p, _TEXT_X, h - theme.scaled(24), row.apart, w - _TEXT_X - 22)
        if row.used:
            painting.icon(p, w - 19, theme.scaled(9), "check", "ok_line", 12)
        if row.id in self.held:
            painting.rounded(p, 4, 2, w - 6, h - 5, 5, None, "accent", 1.4, dashed=True)

    def _group(self, p: QPainter, w: int, h: int, group: NoteGroup) -> None:
        count = tr("all used")
        if group.unused:
            count = ntr("{n} unused", "{n} unused", group.unused)
        wide = painting.width(count, "caption")
        x = 16.0
        if group.terms is not None:
            h -= theme.scaled(21)
            _left_tag(p, x, h - theme.scaled(3), group.terms, w - 2 * x)
        if group.number:
            x += painting.text(p, x, 0, 40, h, group.number, "label", "ink2", weight=600) + 6
        painting.text(p, x, 0, w - x - wide - 26, h, group.words, "label", "ink2", weight=600)
        painting.text(p, w - 14 - wide, 0, wide, h, count, "caption", "ink3", elide=False)


def _left_tag(p: QPainter, x: float, y: float, terms: Terms, room: float) -> None:
    high = theme.scaled(18)
    wide = badges.terms_tag(None, 0, y, terms, room, high)
    badges.terms_tag(p, x + wide, y, terms, room, high)


class CardRows(RowDelegate):
    """A card: claim, support in bars and a word, where from, and what to check."""

    bar = False
    lined = False

    def __init__(self) -> None:
        super().__init__()
        self.hot = ""
        """The id of the row that would take what is carried."""

    def row_height(self, value: CardRow, width: int) -> int:
        if isinstance(value, Target):
            return theme.scaled(52) + GAP
        high = 2 * _PAD + painting.paragraph_height(width - 2 * _PAD, value.claim.wording, "body")
        high += theme.scaled(6 + 20 + 20)
        return high + (_lint_height(value, width) if value.lint else 0) + GAP

    def ground(self, value: CardRow, state: RowState) -> str | None:
        return None

    def paint(self, p: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        card = QStyleOptionViewItem(option)
        card.rect = option.rect.adjusted(0, 0, 0, -GAP)
        super().paint(p, card, index)

    def paint_focus(self, p: QPainter, w: int, h: int) -> None:
        painting.focus_ring(p, 0, 0, w, h, 7)

    def paint_row(self, p: QPainter, w: int, h: int, value: CardRow, state: RowState) -> None:
        hot = value.id == self.hot
        if isinstance(value, Target):
            self._target(p, w, h, value, hot=hot or value.draft)
            return
        edge = "hair_strong" if state.hover else "hair"
        painting.rounded(p, 0, 0, w, h, 7, "accent_soft" if hot else "sheet", edge)
        if hot or state.selected:
            painting.rounded(p, 0, 0, w, h, 7, None, "accent", 1.5)
        self._inside(p, w, value)

    def _target(self, p: QPainter, w: int, h: int, target: Target, *, hot: bool) -> None:
        fill, edge = ("accent_soft", "accent") if hot else (None, "hair_strong")
        painting.rounded(p, 0, 0, w, h, 7, fill, edge, 1.2, dashed=True)
        ink = "accent" if hot else "ink3"
        wide = w - 2 * _PAD
        high = painting.paragraph_height(wide, target.words, "caption", 2)
        if high > theme.line("caption"):
            painting.paragraph(
                p, _PAD, (h - high) / 2, wide, target.words, "caption", ink, max_lines=2
            )
            return
        painting.text(p, _PAD, 0, wide, h, target.words, "caption", ink, align="centre")

    def _inside(self, p: QPainter, w: int, card: Card) -> None:
        wide, y = w - 2 * _PAD, float(_PAD)
        claim = card.claim
        y += painting.paragraph(
            p, _PAD, y, wide, claim.wording, "body", language=claim.language
        ) + theme.scaled(6)  # fmt: skip
        line = theme.scaled(20)
        badges.support_bars(p, _PAD, y + (line - 13) / 2 + 1, support_number(card.finding.support))
        ink, weight = ("ink", 600) if card.finding.support else ("ink3", 400)
        painting.text(
            p, _PAD + LADDER, y, wide - LADDER, line, card.support, "small", ink, weight=weight
        )
        y += line
        self._source(p, y, wide, line, card)
        if card.lint:
            self._lint(p, w, y + line + theme.scaled(4), card)

    def _source(self, p: QPainter, y: float, wide: float, line: int, card: Card) -> None:
        """Paint where it comes from, elided, and the number of notes, whole."""
        count = f"  ·  {card.count}" if card.source else card.count
        wide -= self._terms(p, y, wide, line, card)
        room = wide - painting.width(count, "caption") - 1
        used = painting.text(p, _PAD, y, room, line, card.source, "caption", "ink3")
        painting.text(p, _PAD + used, y, wide, line, count, "caption", "ink3", elide=False)

    def _terms(self, p: QPainter, y: float, wide: float, line: int, card: Card) -> float:
        """Paint the strictest terms behind it at the right, as far as the words fit."""
        if card.terms is None:
            return 0
        beside = painting.width(f"{card.source}  ·  {card.count}", "caption")
        least = painting.width(card.count, "caption") + theme.scaled(52)
        room = max(wide - beside - 8, min(wide - least, theme.scaled(84)))
        return badges.terms_tag(p, _PAD + wide, y, card.terms, room, line - 1) + 8

    def _lint(self, p: QPainter, w: int, y: float, card: Card) -> None:
        high = _lint_height(card, w) - theme.scaled(4) + 4
        painting.rounded(p, 7, y, w - 14, high, 4, "warn_soft")
        painting.icon(p, 13, y + theme.scaled(7), "triangle-alert", "warn_line", 13)
        top = y + (high - painting.paragraph_height(w - 48, card.lint, "caption")) / 2
        painting.paragraph(p, 33, top, w - 48, card.lint, "caption", "warn")


def _lint_height(card: Card, width: int) -> int:
    return painting.paragraph_height(width - 48, card.lint, "caption") + theme.scaled(10)


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
