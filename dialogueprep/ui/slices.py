"""Reading from the store some at a time while the window stays alive.

The database belongs to the UI thread, so a `Job` cannot read it; this goes on whenever nothing
else is to be done.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Generator
from time import perf_counter
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from dialogueprep.store.step import Changes
from dialogueprep.ui.session import Session

Reading = Generator[tuple[int, int], None, Any]
_SLICE = 0.010  # seconds of reading at a time
_BETWEEN = 1  # ms in which the window has its turn


class SlicedReading(QObject):
    """A reading in slices, with the signals of a `Job`; it begins anew when what it reads changes.

    ``begin`` begins to read: it yields how many of how many are read, and returns what was read.
    """

    progress = Signal(int, int)
    done = Signal(object)
    failed = Signal(Exception)
    cancelled = Signal()
    ended = Signal()
    """After any of the three."""

    def __init__(
        self,
        session: Session,
        begin: Callable[[], Reading],
        watches: Collection[str],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._session, self._begin, self._watches = session, begin, watches
        self._work: Reading | None = None
        self._timer = QTimer(self, singleShot=True, interval=_BETWEEN)
        self._timer.timeout.connect(self._read_on)

    def start(self) -> SlicedReading:
        """Begin; return the reading."""
        self._work = self._begin()
        self._session.changed.connect(self._on_changed)
        self._timer.start()
        return self

    def cancel(self) -> None:
        """Stop reading."""
        self._end(self.cancelled)

    def _on_changed(self, changes: Changes) -> None:
        if self._work is not None and any(changes.touches(each) for each in self._watches):
            self._work.close()
            self._work = self._begin()

    def _read_on(self) -> None:
        if self._work is None:
            return
        if not self._session.is_open:
            self.cancel()
            return
        until = perf_counter() + _SLICE
        try:
            read = 0, 0
            while perf_counter() < until:
                read = next(self._work)
        except StopIteration as end:
            self._end(self.done, end.value)
        except Exception as error:  # handed to who asked, who says it or raises it
            self._end(self.failed, error)
        else:
            self.progress.emit(*read)
            self._timer.start()

    def _end(self, signal: Any, *values: object) -> None:
        if self._work is None:
            return
        self._work.close()
        self._work = None
        self._timer.stop()
        self._session.changed.disconnect(self._on_changed)
        signal.emit(*values)
        self.ended.emit()
