"""Reading a text while somebody writes it: as far as a key may wait, and on between two keys."""

from __future__ import annotations

from collections.abc import Callable
from time import thread_time
from typing import TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from dialogueprep.domain.identity.lines_read import LinesRead, Unread
from dialogueprep.ui.guard import Guard

T = TypeVar("T")
_SLICE = 0.008  # seconds of the processor, and as long again for the last thing that is read


class ReadingOn(QObject):
    """Keeps what was found in a text, in memory and no longer than it stands there."""

    more = Signal()
    """What was left undone can be tried again: more is known by then."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._lines = LinesRead()
        self._again = QTimer(self, singleShot=True, interval=0)
        self._again.timeout.connect(self.more)

    def kept_by(self, guard: Guard | None) -> Guard | None:
        """Return a guard that knows what it has found in this text, and nothing yet."""
        self._lines = LinesRead()
        return guard.of_field(self._lines) if guard else None

    def turn(self) -> None:
        """Forget what was not asked for since the last time."""
        self._lines.turn()

    def tried(self, read: Callable[[], T]) -> T | None:
        """Return what this finds; None if there was no time, and `more` says when there is."""
        until = thread_time() + _SLICE
        try:
            with self._lines.until(lambda: thread_time() > until):
                return read()
        except Unread:
            self.later()
            return None

    def later(self) -> None:
        """Let `more` say that there is time again."""
        self._again.start()
