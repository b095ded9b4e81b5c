"""What follows a while after what is shown now has been painted."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer


class AfterPainting(QObject):
    """Does something once, some milliseconds after what waits to be painted is on the screen.

    A timer that is started with the change itself may be due while that is being painted, and
    then one key waits for both.
    """

    def __init__(self, act: Callable[[], object], ms: int, parent: QObject) -> None:
        super().__init__(parent)
        self._painted = QTimer(self, singleShot=True, interval=0)  # due when nothing else is
        self._then = QTimer(self, singleShot=True, interval=ms)
        self._painted.timeout.connect(self._then.start)
        self._then.timeout.connect(act)

    def start(self) -> None:
        """Begin to wait, anew if it does already."""
        self._then.stop()
        self._painted.start()

    def isActive(self) -> bool:
        """Return whether it is still to be done."""
        return self._painted.isActive() or self._then.isActive()
