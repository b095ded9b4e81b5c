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

_LONG = 1000  # letters; a shorter text is read at once


class ReadingOn(QObject):
    """Keeps what was found in a text, in memory and no longer than it stands there."""

    more = Signal()
    """What was left undone can be tried again: more is known by then."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._lines, self._turned_at = LinesRead(), ""
        self._again = QTimer(self, singleShot=True, interval=0)
        self._again.timeout.connect(self._go_on)
        self._wanted: tuple[Callable[[], object], Callable[[], object]] | None = None

    def kept_by(self, guard: Guard | None) -> Guard | None:
        """Return a guard that knows what it has found in this text, and nothing yet."""
        self._lines, self._turned_at = LinesRead(), ""
        return guard.of_field(self._lines) if guard else None

    def turn(self, text: str) -> None:
        """Forget what was not asked for since the last time, if this is another text than then:

        what is known as a whole is not asked for in its parts. Of no text nothing is kept.
        """
        if not text:
            self._lines.clear()
        elif text != self._turned_at:
            self._turned_at = text
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

    def once(self, text: str, read: Callable[[], object], then: Callable[[], object]) -> None:
        """Do something with a text: a long one stays as it is until this has read all of it.

        What was found is not handed on: whatever is done asks again, and it is known by then.
        """
        if len(text) < _LONG:
            then()
        else:
            self._wanted = read, then
            self._go_on()

    @property
    def waits(self) -> bool:
        """Whether something is to be done once the text has been read."""
        return self._wanted is not None

    def now(self) -> None:
        """Do what still waits for that, as before the next key."""
        if self._wanted is not None:
            (_, then), self._wanted = self._wanted, None
            self.later()
            then()

    def never(self) -> None:
        """Do not do what still waits for that: it was asked of another text."""
        self._wanted = None

    def _go_on(self) -> None:
        if self._wanted is None:
            self.more.emit()
        elif self.tried(self._wanted[0]) is not None:
            self.now()
