"""Whether the user's hands rest, so that something may be brought in without being in the way."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QElapsedTimer, QEvent, QObject, Qt
from PySide6.QtGui import QGuiApplication, QWindow
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid

if TYPE_CHECKING:
    from dialogueprep.ui.session import Session

_AFTER_KEYS_MS = 3000
"""So long after a key the next one is no more part of the same line of thought."""
_TOUCHES = (QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress, QEvent.Type.TouchBegin)


class Resting(QObject):
    """Sees the keys and clicks of the window that has the focus, as `Idle` does.

    With a session, what was typed and is not on the disk yet counts too.
    """

    def __init__(self, parent: QObject, session: Session | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._since = QElapsedTimer()
        self._window: QWindow | None = None
        application = QGuiApplication.instance()
        application.focusWindowChanged.connect(self._on_window)  # type: ignore[union-attr]
        self._on_window(QGuiApplication.focusWindow())

    def rests(self) -> bool:
        """Return whether nothing was pressed lately, no button is held, and no window asks."""
        if self._session is not None and self._session.is_typed_in:
            return False
        typed = self._since.isValid() and self._since.elapsed() < _AFTER_KEYS_MS
        held = QGuiApplication.mouseButtons() != Qt.MouseButton.NoButton
        asks = QApplication.activeModalWidget() or QApplication.activePopupWidget()
        return not (typed or held or asks)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _TOUCHES:
            self._since.start()
        return False

    def _on_window(self, window: QWindow | None) -> None:
        if self._window is not None and isValid(self._window):
            self._window.removeEventFilter(self)
        self._window = window
        if window is not None:
            window.installEventFilter(self)
