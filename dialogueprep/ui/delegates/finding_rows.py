"""Cards on the board of the findings page."""

from __future__ import annotations

from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyleOptionViewItem

from dialogueprep.ui import badges, painting, theme
from dialogueprep.ui.delegates.row import Index, RowDelegate, RowState
from dialogueprep.ui.models.finding_board import Card, CardRow, Target
from dialogueprep.ui.models.finding_words import support_number
from dialogueprep.words import tr

GAP = 10
"""px between two cards."""
_PAD = 12
_BETWEEN = 3
LADDER = 62
"""How wide the ladder of support is with the gap after it, in px."""


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
        wide = width - 2 * _PAD
        high = 2 * _PAD + painting.paragraph_height(wide, value.claim.wording, "body")
        high += theme.scaled(6 + 20) + _source_height(value, wide)
        high += theme.line("caption") if value.finding.theme else 0
        return high + (_lint_height(value, width) + theme.scaled(2) if value.lints else 0) + GAP

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
        claim, line = card.claim, theme.scaled(20)
        if words := card.finding.theme:
            high = theme.line("caption")
            painting.text(p, _PAD, y - 2, wide, high, words, "caption", "ink2", weight=600)
            y += high
        y += painting.paragraph(
            p, _PAD, y, wide, claim.wording, "body", language=claim.language
        ) + theme.scaled(6)  # fmt: skip
        room = wide - self._questions(p, y, wide, line, card)
        badges.support_bars(p, _PAD, y + (line - 13) / 2 + 1, support_number(card.finding.support))
        support = card.finding.support
        ink, weight = ("ink", 600) if support else ("ink3", 400)
        words = card.support if support else tr("not set")
        painting.text(p, _PAD + LADDER, y, room - LADDER, line, words, "small", ink, weight=weight)
        y += line
        self._source(p, y, wide, line, card)
        if card.lints:
            self._lint(p, w, y + _source_height(card, wide) + theme.scaled(4), card)

    def _questions(self, p: QPainter, y: float, wide: float, line: int, card: Card) -> float:
        """Paint at the right how many questions before release are open; return the width."""
        if not card.asked:
            return 0
        number = card.doubts or card.left
        sign, ink = ("circle-question-mark", "ink3") if number else ("circle-check", "ok_line")
        if card.doubts:
            sign, ink = "triangle-alert", "warn_line"
        words = str(number) if number else ""
        room = painting.width(words, "caption") + 17
        x = _PAD + wide - room
        painting.icon(p, x, y + (line - 13) / 2 + 1, sign, ink, 13)
        words_ink = "warn" if card.doubts else "ink3"
        painting.text(
            p, x + 17, y + 1, room, line, words, "caption", words_ink, elide=False, tabular=True
        )
        return room + 4

    def _source(self, p: QPainter, y: float, wide: float, line: int, card: Card) -> None:
        """Paint where it comes from, how many notes there are, and the terms at the right."""
        words = card.count
        if _in_one_row(card, wide):
            words = _source_words(card)
        elif card.source:
            y += painting.paragraph(
                p, _PAD, y + 2, wide, card.source, "caption", "ink3", max_lines=2
            )  # fmt: skip
        painting.text(p, _PAD, y, wide, line, words, "caption", "ink3", elide=False)
        if card.terms is not None:
            room = wide - painting.width(words, "caption") - 8
            badges.terms_tag(p, _PAD + wide, y, card.terms, room, line - 1)

    def _lint(self, p: QPainter, w: int, y: float, card: Card) -> None:
        painting.rounded(p, 7, y, w - 14, _lint_height(card, w), 4, "warn_soft")
        painting.icon(p, 13, y + theme.scaled(7), "triangle-alert", "warn_line", 13)
        y += theme.scaled(5)
        for words in card.lints:
            y += painting.paragraph(p, 33, y, w - 48, words, "caption", "warn") + _BETWEEN


def _lint_height(card: Card, width: int) -> int:
    lines = [painting.paragraph_height(width - 48, words, "caption") for words in card.lints]
    return sum(lines) + _BETWEEN * (len(lines) - 1) + theme.scaled(10)


def _source_words(card: Card) -> str:
    return f"{card.source}  ·  {card.count}" if card.source else card.count


def _in_one_row(card: Card, wide: float) -> bool:
    """Return whether source, count and the terms in short fit beside each other."""
    room = wide - painting.width(_source_words(card), "caption") - 8
    if card.terms is None:
        return room >= -8
    alone = badges.terms_tag(None, 0, 0, card.terms, 0)
    return badges.terms_tag(None, 0, 0, card.terms, room) > alone


def _source_height(card: Card, wide: float) -> int:
    row = theme.scaled(20)
    if _in_one_row(card, wide) or not card.source:
        return row
    return row + painting.paragraph_height(wide, card.source, "caption", 2)
