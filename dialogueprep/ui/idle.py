"""How long nobody has touched keyboard or mouse, and Ctrl+L in dialogs."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QWindow
from PySide6.QtWidgets import QApplication, QMainWindow
from shiboken6 import isValid

WARNED_MS = 30_000
"""So long before it locks, the window says that it will."""


class Idle(QObject):
    """Counts the time since somebody touched keyboard or mouse, and hears Ctrl+L in dialogs.

    The filter sits on the window that has the focus, which sees only what the user does.
    """

    timed_out = Signal()
    soon = Signal()
    """Half a minute is left."""
    back = Signal()
    """Somebody is there again, after ``soon``."""
    lock_wanted = Signal()
    """Ctrl+L in a dialog or another window, where the shortcuts of the main window rest."""
    _TOUCHES = (
        QEvent.Type.KeyPress,
        QEvent.Type.MouseMove,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
    )

    def __init__(self, parent: QMainWindow) -> None:
        super().__init__(parent)
        self._warned = False
        self._left = QTimer(self, singleShot=True, interval=WARNED_MS)
        self._left.timeout.connect(self.timed_out)
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._on_soon)
        self._window: QWindow | None = None
        application = QGuiApplication.instance()
        application.focusWindowChanged.connect(self._on_window)  # type: ignore[union-attr]

    def start(self, minutes: int) -> None:
        """Count from now; 0 minutes: never lock by itself."""
        self._left.stop()
        self._warned = False
        self._timer.setInterval(max(1, minutes) * 60_000 - WARNED_MS)
        self._timer.start() if minutes else self._timer.stop()

    def stop(self) -> None:
        """Count no more."""
        self._timer.stop()
        self._left.stop()
        self._warned = False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in self._TOUCHES:
            self._on_touch()
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            locks = QKeySequence(event.keyCombination()) == QKeySequence("Ctrl+L")
            if locks and self._rests():
                self.lock_wanted.emit()
        return False

    def _on_soon(self) -> None:
        self._warned = True
        self._left.start()
        self.soon.emit()

    def _on_touch(self) -> None:
        if self._timer.isActive():
            self._timer.start()
        elif self._warned:
            self._warned = False
            self._left.stop()
            self._timer.start()
            self.back.emit()

    def _rests(self) -> bool:
        """Whether the shortcuts of the main window rest: in a dialog, or in another window."""
        return (
            QApplication.activeModalWidget() is not None
            or QApplication.activeWindow() is not self.parent()
        )

    def _on_window(self, window: QWindow | None) -> None:
        if self._window is not None and isValid(self._window):
            self._window.removeEventFilter(self)
        self._window = window
        if window is not None:
            window.installEventFilter(self)
