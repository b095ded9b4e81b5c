"""Rows that are put in order with the mouse: a handle, and a line where a row would be put."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget

from dialogueprep.ui import painting
from dialogueprep.ui.widgets.labels import Label
from dialogueprep.words import tr


class DragHandle(Label):
    """What a row is taken by; places are those of the screen. It takes no focus."""

    carried = Signal(QPoint)
    dropped = Signal(QPoint)

    def __init__(self, words: str) -> None:
        super().__init__(words, "small", "ink3")
        self.setAccessibleName(tr("Drag, or Alt+Up and Alt+Down"))
        self._pressed: QPoint | None = None
        self._moved = False
        self.setCursor(Qt.CursorShape.OpenHandCursor)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed = event.globalPosition().toPoint()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        at = event.globalPosition().toPoint()
        if self._pressed is None:
            return
        far = (at - self._pressed).manhattanLength()
        self._moved = self._moved or far >= QApplication.startDragDistance()
        if self._moved:
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
            self.carried.emit(at)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        moved, self._pressed, self._moved = self._moved, None, False
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        if moved:
            self.dropped.emit(event.globalPosition().toPoint())


class DropRows(QWidget):
    """Rows below one another; a line shows where a carried one would be put."""

    def __init__(self) -> None:
        super().__init__()
        self._mark: int | None = None

    def place_at(self, rows: Sequence[QWidget], at: QPoint) -> int:
        """Return before which row something is put at a place of the screen; len(rows): last."""
        y = self.mapFromGlobal(at).y()
        middles = [row.geometry().center().y() for row in rows]
        return next((n for n, middle in enumerate(middles) if y < middle), len(rows))

    def show_mark(self, rows: Sequence[QWidget], place: int | None) -> None:
        """Show the line before a row, or none."""
        self._mark = None
        if place is not None and rows:
            last = rows[-1].geometry().bottom()
            self._mark = rows[place].geometry().top() if place < len(rows) else last
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._mark is not None:
            p = QPainter(self)
            painting.rounded(p, 0, max(0, self._mark - 1), self.width(), 3, 1.5, "accent")


def moved_to(at: int, place: int, count: int) -> list[int]:
    """Return the numbers of ``count`` rows with the one at ``at`` put before ``place``."""
    order = [n for n in range(count) if n != at]
    order.insert(place - (place > at), at)
    return order
