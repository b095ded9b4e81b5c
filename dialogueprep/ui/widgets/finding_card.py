"""The cards of one column: a list as tall as its cards, with the keys of a card."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy

from dialogueprep.domain import wording
from dialogueprep.domain.notes import Column, FindingId
from dialogueprep.ui import painting
from dialogueprep.ui.delegates.finding_rows import GAP, CardRows
from dialogueprep.ui.models.finding_board import Card, CardRow, Target
from dialogueprep.ui.models.table_model import VALUE, Index, ListModel
from dialogueprep.ui.widgets.carrying import CarryList
from dialogueprep.words import tr

_PLAIN = {
    Qt.Key.Key_N: "new",
    Qt.Key.Key_E: "edit",
    Qt.Key.Key_F2: "edit",
    Qt.Key.Key_T: "theme",
    Qt.Key.Key_Q: "answer",
    Qt.Key.Key_Delete: "remove",
    Qt.Key.Key_Backspace: "remove",
    Qt.Key.Key_Left: "left",
    Qt.Key.Key_Right: "right",
    Qt.Key.Key_Escape: "back",
    Qt.Key.Key_0: "support 0",
}
_ALT = {
    Qt.Key.Key_Left: "move left",
    Qt.Key.Key_Right: "move right",
    Qt.Key.Key_Up: "move up",
    Qt.Key.Key_Down: "move down",
}
_CTRL = {Qt.Key.Key_Up: "move up", Qt.Key.Key_Down: "move down"}
_BY_MODIFIER = {
    Qt.KeyboardModifier.NoModifier: _PLAIN,
    Qt.KeyboardModifier.AltModifier: _ALT,
    Qt.KeyboardModifier.ControlModifier: _CTRL,
}

_ENOUGH = 12
"""A card that lacks no more px than these counts as in sight."""


class CardList(CarryList):
    """Cards in order of weight. ``asked`` carries a verb: "new", "edit", "move up", "support 3"."""

    asked = Signal(str)
    menu_asked = Signal(QPoint)
    resized = Signal()

    def __init__(self, column: Column) -> None:
        self.rows: ListModel[CardRow] = ListModel(_text, spoken=lambda r: r.spoken)
        self.look = CardRows()
        self.placed = column
        self._mark: int | None = None
        super().__init__(self.rows, self.look, name=tr(wording.of(column)), on="paper")
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Expanding)

    def load(self, value: Any) -> FindingId | None:
        return value.finding.id if isinstance(value, Card) else None

    def contents_height(self) -> int:
        """Return how high all cards are at this width, in px."""
        wide = self.viewport().width()
        return sum(self.look.row_height(value, wide) for value in self.rows.rows)

    def sizeHint(self) -> QSize:
        return QSize(120, self.contents_height())

    def minimumSizeHint(self) -> QSize:
        return QSize(80, self.contents_height())

    def cards_below(self, foot: int) -> int:
        """Return how many cards do not end above a height of this list; half hidden ones count."""
        rects = (self.rect_of(r.id) for r in self.rows.rows if isinstance(r, Card))
        return sum(rect.bottom() - GAP - _ENOUGH > foot for rect in rects)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.updateGeometry()
        self.resized.emit()

    def row_at(self, at: QPoint) -> CardRow | None:
        """Return the row at a place of the viewport; the gap belongs to the row above."""
        return self.indexAt(at).data(VALUE)

    def before(self, at: QPoint) -> FindingId | None:
        """Return the card in front of which a card would be put down; None for the end."""
        for number, value in enumerate(self.rows.rows):
            middle = self.visualRect(self.rows.index(number, 0)).center().y()
            if isinstance(value, Card) and at.y() < middle:
                return value.finding.id
        return None

    def show_mark(self, before: str | None, *, on: bool) -> None:
        """Show a line where a carried card would be put down."""
        mark = self._mark_y(before) if on else None
        if mark != self._mark:
            self._mark = mark
            self.viewport().update()

    def show_hot(self, row: str) -> None:
        """Show which row would take what is carried."""
        if row != self.look.hot:
            self.look.hot = row
            self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._mark is not None:
            p = QPainter(self.viewport())
            painting.rounded(p, 0, self._mark - 1, self.viewport().width(), 3, 1.5, "accent")

    def focusInEvent(self, event: QFocusEvent) -> None:
        if not self.selectionModel().hasSelection() and self.rows.rowCount():
            self.setCurrentIndex(self.rows.index(0, 0))
        super().focusInEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.carrying or not (verb := self._verb(event)):
            super().keyPressEvent(event)
            return
        self.asked.emit(verb)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if isinstance(self.value(), Card):
            by_key = event.reason() != QContextMenuEvent.Reason.Mouse
            corner = self.visualRect(self.currentIndex()).topLeft() + QPoint(20, 30)
            self.menu_asked.emit(
                self.viewport().mapToGlobal(corner) if by_key else event.globalPos()
            )

    def scrollTo(self, index: Index, hint: Any = None) -> None:
        """Leave scrolling to the board: the list itself is as tall as its cards."""

    def rect_of(self, row: str) -> QRect:
        """Return where a row lies, in this list."""
        return self.visualRect(self.rows.index_of(row))

    def _mark_y(self, before: str | None) -> int:
        if before is not None:
            return max(1, self.rect_of(before).top() - GAP // 2)
        cards = [r for r in self.rows.rows if isinstance(r, Card)]
        return self.rect_of(cards[-1].id).bottom() - GAP // 2 if cards else 1

    def _verb(self, event: QKeyEvent) -> str:
        key = Qt.Key(event.key())
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if not modifiers and Qt.Key.Key_1 <= key <= Qt.Key.Key_5:
            return f"support {key - Qt.Key.Key_0}"
        return _BY_MODIFIER.get(modifiers, {}).get(key, "")


def _text(value: CardRow) -> str:
    return value.words if isinstance(value, Target) else value.claim.wording
