"""A hint at the foot of the board: how many cards lie further down."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from dialogueprep.ui import painting, theme
from dialogueprep.words import ntr


class CardsBelow(QWidget):
    """Lies over the foot of an area; a click goes down."""

    spoken_role: ClassVar = QAccessible.Role.Button

    clicked = Signal()

    def __init__(self, over: QWidget) -> None:
        super().__init__(over)
        self._number = 0
        self._over = over
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        over.installEventFilter(self)
        self.hide()

    def show_number(self, number: int) -> None:
        """Show how many cards lie below; none hides it."""
        self._number = number
        self.setAccessibleName(self._words())
        self._place()
        self.setVisible(number > 0)
        self.raise_()
        self.update()

    def sizeHint(self) -> QSize:
        wide = painting.width(self._words(), "caption", 600)
        return QSize(round(wide) + 46, theme.scaled(24))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._place()
        return False

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.clicked.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        p = QPainter(self)
        w, h = self.width(), self.height()
        painting.rounded(p, 0.5, 0.5, w - 1, h - 2, (h - 2) / 2, "sheet", "hair_strong")
        painting.icon(p, 12, (h - 14) / 2 - 1, "arrow-down", "ink2", 13)
        painting.text(p, 31, 0, w - 40, h - 1, self._words(), "caption", "ink2", weight=600)

    def _place(self) -> None:
        size = self.sizeHint()
        self.resize(size)
        over = self._over
        self.move((over.width() - size.width()) // 2, over.height() - size.height() - 2)

    def _words(self) -> str:
        return ntr("{n} card further down", "{n} cards further down", self._number)
