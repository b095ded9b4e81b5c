"""Carrying rows of a list with the mouse to another part of the page."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QEvent, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget

from dialogueprep.domain.texts import language_of
from dialogueprep.ui import painting, theme
from dialogueprep.ui.models.table_model import VALUE
from dialogueprep.ui.widgets.lists import RowList
from dialogueprep.ui.widgets.popup import MARGIN, Floating


class CarryList(RowList):
    """A list whose rows are carried; places are those of the screen. Esc puts them back."""

    lifted = Signal(object)
    """What is carried, when the mouse has moved far enough."""
    carried = Signal(QPoint)
    dropped = Signal(QPoint)
    put_back = Signal()
    _pressed: QPoint | None = None
    _load: Any = None
    _carrying = False

    def load(self, value: Any) -> Any:
        """Return what is carried when a row is taken, or None if the row stays."""
        return value

    @property
    def carrying(self) -> bool:
        """Whether something is being carried with the mouse."""
        return self._carrying

    def mousePressEvent(self, event: QMouseEvent) -> None:
        at = event.position().toPoint()
        value = self.indexAt(at).data(VALUE)
        load = self.load(value) if value is not None else None
        if event.button() == Qt.MouseButton.LeftButton and load is not None:
            self._pressed, self._load = at, load
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed is None:
            super().mouseMoveEvent(event)
            return
        far = (event.position().toPoint() - self._pressed).manhattanLength()
        if not self._carrying and far >= QApplication.startDragDistance():
            self._carrying = True
            self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
            self.lifted.emit(self._load)
        if self._carrying:
            self.carried.emit(event.globalPosition().toPoint())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        carrying = self._carrying
        self._end()
        super().mouseReleaseEvent(event)
        if carrying:
            self.dropped.emit(event.globalPosition().toPoint())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._carrying:
            self._end()
            self.put_back.emit()
            return
        super().keyPressEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.viewport().update()

    def _end(self) -> None:
        self._pressed, self._load, self._carrying = None, None, False
        self.viewport().unsetCursor()


class Ghost(Floating):
    """What is carried, beside the mouse."""

    def __init__(self, over: QWidget) -> None:
        super().__init__(over)
        self._over = over
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._words = ""
        self.hide()

    def show_words(self, words: str) -> None:
        """Take what is carried."""
        self._words = words
        self.setFixedSize(self._size())

    def follow(self, at: QPoint) -> None:
        """Go to where the mouse is on the screen."""
        place = self._over.mapFromGlobal(at)
        self.move(place + QPoint(10 - MARGIN, 12 - MARGIN))
        if self.isHidden():
            self.show()
            self.raise_()

    def _size(self) -> QSize:
        high = painting.paragraph_height(196, self._words, "small", 3)
        return QSize(220 + 2 * MARGIN, high + theme.scaled(14) + 2 * MARGIN)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        box = self.surface()
        painting.paragraph(
            QPainter(self), box.x() + 12, box.y() + theme.scaled(7), 196, self._words, "small",
            max_lines=3, language=language_of(self._words, theme.window_language()),
        )  # fmt: skip
