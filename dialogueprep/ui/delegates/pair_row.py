"""A pair of entries in the list of duplicates: both titles, how alike, in which languages."""

from __future__ import annotations

from typing import Any, ClassVar

from PySide6.QtGui import QPainter

from dialogueprep.store.pairs import VARIANT
from dialogueprep.ui import painting, theme
from dialogueprep.ui.delegates.row import RowDelegate, RowState
from dialogueprep.ui.models.pair_queue import PairRow
from dialogueprep.words import ntr, tr


def verdict_word(verdict: str) -> str:
    """Return the words for what was decided."""
    return tr("Variants") if verdict == VARIANT else tr("Not the same")


def about(row: PairRow) -> str:
    """Return the third line of a row: how alike or what was decided, and the languages."""
    if row.verdict:
        first = verdict_word(row.verdict)
    elif row.percent is not None:
        first = tr("{percent}% alike", percent=row.percent)
    else:
        first = ntr("{n} term in common", "{n} terms in common", row.shared)
    return "  ·  ".join(filter(None, (first, " – ".join(row.languages))))


def spoken(row: PairRow) -> str:
    """Return what a screen reader says of a pair."""
    return "; ".join((*row.titles, about(row)))


class PairRows(RowDelegate):
    """Three lines: the titles, and what is known of them."""

    height: ClassVar[int] = 72
    text_left: ClassVar[int] = 16

    def paint_row(self, p: QPainter, w: int, h: int, value: Any, state: RowState) -> None:
        row: PairRow = value
        line, room = theme.scaled(20), w - self.text_left - 12
        top = theme.scaled(7)
        weight = 600 if state.selected else 400
        for words in row.titles:
            painting.text(p, self.text_left, top, room, line, words, "small", weight=weight)
            top += line
        painting.text(p, self.text_left, top, room, line, about(row), "caption", "ink3")
