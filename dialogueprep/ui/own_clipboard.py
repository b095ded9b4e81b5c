"""The clipboard: emptied on locking, if it holds what this program put there."""

from __future__ import annotations

import hashlib

from PySide6.QtCore import QObject
from PySide6.QtGui import QClipboard, QGuiApplication

_MODES = (QClipboard.Mode.Clipboard, QClipboard.Mode.Selection)


class OwnClipboard(QObject):
    """Remembers, as a digest, what came to the clipboard while a window of the program was in use.

    Every field, list and button that copies is meant, and what a program that keeps a history of
    the clipboard has put there again since.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._own: set[str] = set()
        QGuiApplication.clipboard().changed.connect(self._on_changed)

    def empty(self) -> None:
        """Empty the clipboard, and what is selected to be pasted, where it is the program's own."""
        clipboard = QGuiApplication.clipboard()
        for mode in self._modes():
            if clipboard.text(mode) and (self._owns(mode) or _digest(mode) in self._own):
                clipboard.clear(mode)
        self._own.clear()

    def _on_changed(self, mode: QClipboard.Mode) -> None:
        if mode in self._modes() and (self._owns(mode) or QGuiApplication.focusWindow()):
            self._own.add(_digest(mode))

    @staticmethod
    def _modes() -> tuple[QClipboard.Mode, ...]:
        return _MODES if QGuiApplication.clipboard().supportsSelection() else _MODES[:1]

    @staticmethod
    def _owns(mode: QClipboard.Mode) -> bool:
        clipboard = QGuiApplication.clipboard()
        own = mode is QClipboard.Mode.Clipboard
        return clipboard.ownsClipboard() if own else clipboard.ownsSelection()


def _digest(mode: QClipboard.Mode) -> str:
    text = QGuiApplication.clipboard().text(mode)
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
