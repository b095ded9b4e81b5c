"""Work off the UI thread: it reports through ``tick``, and ends as done, failed or cancelled.

A job takes and returns frozen values and never touches the store: the database belongs to
the UI thread.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QThreadPool, Signal, SignalInstance
from shiboken6 import isValid

from dialogueprep.domain.errors import Cancelled

Tick = Callable[[int, int], None]
Work = Callable[[Tick], Any]
_running: set[Job] = set()


class Job(QObject):
    """One piece of work; connect the signals, then ``start``."""

    progress = Signal(int, int)
    done = Signal(object)
    failed = Signal(Exception)
    cancelled = Signal()
    ended = Signal()
    """After any of the three."""

    def __init__(self, work: Work, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._work = work
        self._stop = threading.Event()

    def start(self) -> Job:
        """Begin; return the job."""
        _running.add(self)  # kept alive until the worker has ended
        self.ended.connect(lambda: _running.discard(self))
        QThreadPool.globalInstance().start(self._run)
        return self

    def cancel(self) -> None:
        """Ask the work to stop at its next tick."""
        self._stop.set()

    def _tick(self, done: int, total: int) -> None:
        if self._stop.is_set() or not isValid(self):
            raise Cancelled
        self.progress.emit(done, total)

    def _run(self) -> None:
        try:
            result = self._work(self._tick)
        except Cancelled:
            self._tell(self.cancelled)
        except Exception as error:  # handed to the UI thread, which says it or raises it
            self._tell(self.failed, error)
        else:
            self._tell(self.done, result)
        self._tell(self.ended)

    def _tell(self, signal: SignalInstance, *values: object) -> None:
        """Emit a signal, unless what the job belonged to was closed meanwhile."""
        if isValid(self):
            signal.emit(*values)
        else:
            _running.discard(self)
