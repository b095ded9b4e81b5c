"""Dialogs stay on their screen: on a small one they are less high, and one that grows stays whole.

Qt puts a dialog over its window and leaves its size alone; where it is higher than the screen, the
buttons at its foot would be out of reach.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, QPoint, QRect, QSize, Slot
from PySide6.QtGui import QGuiApplication, QWindow
from PySide6.QtWidgets import QApplication, QDialog, QWidget


def keep_dialogs_on_screen(window: QWidget) -> None:
    """From now on see to each dialog when it gets the keyboard; ``window`` lives as long."""
    application = QGuiApplication.instance()
    if isinstance(application, QGuiApplication):
        keeper = _Keeper(window)
        application.focusWindowChanged.connect(keeper.look)


def grow(dialog: QDialog, width: int, height: int) -> None:
    """Make a dialog larger around its middle, as far as its screen has room."""
    middle = dialog.frameGeometry().center()
    dialog.resize(width, height)
    frame = dialog.frameGeometry()
    frame.moveCenter(middle)
    dialog.move(frame.topLeft())
    keep(dialog)


def keep(dialog: QDialog) -> None:
    """Bring a dialog onto its screen, smaller if it must be."""
    there = dialog.screen().availableGeometry()
    edge = dialog.frameGeometry().size() - dialog.size()
    size = dialog.size().boundedTo(there.size() - edge).expandedTo(dialog.minimumSizeHint())
    if size != dialog.size():
        dialog.resize(size)
    place = _within(QRect(dialog.frameGeometry().topLeft(), size + edge), there)
    if place != dialog.frameGeometry().topLeft():
        dialog.move(place)


class _Keeper(QObject):
    """Hears which window has the keyboard for as long as its owner lives."""

    @Slot(QWindow)
    def look(self, _window: QWindow | None) -> None:
        active = QApplication.activeWindow()
        if isinstance(active, QDialog):
            keep(active)


def _within(frame: QRect, there: QRect) -> QPoint:
    """Return where a frame begins that lies on a screen; its head comes before its foot."""
    room = QSize(max(0, there.width() - frame.width()), max(0, there.height() - frame.height()))
    x = min(max(frame.x(), there.x()), there.x() + room.width())
    y = min(max(frame.y(), there.y()), there.y() + room.height())
    return QPoint(x, y)
