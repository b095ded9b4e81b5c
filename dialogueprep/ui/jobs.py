"""Work off the UI thread: it reports through ``tick``, and ends as done, failed or cancelled.

A job takes and returns frozen values and never touches the store: the database belongs to
the UI thread.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from functools import cache
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QThreadPool, Signal
from shiboken6 import isValid

from dialogueprep.domain.errors import Cancelled

Tick = Callable[[int, int], None]
Work = Callable[[Tick], Any]


class Job(QObject):
    """One piece of work; connect the signals, then ``start``.

    The worker knows nothing of the job but its errand: a job may go with the page that it belongs
    to while its work goes on, which then ends at its next tick and tells nobody.
    """

    progress = Signal(int, int)
    done = Signal(object)
    failed = Signal(Exception)
    cancelled = Signal()
    ended = Signal()
    """After any of the three."""

    def __init__(self, work: Work, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._errand = _Errand(work, _carrier())
        self.destroyed.connect(self._errand.stop.set)

    def start(self) -> Job:
        """Begin; return the job, which is kept alive until its work has ended."""
        self._errand.job = self
        QThreadPool.globalInstance().start(self._errand.run)
        return self

    def cancel(self) -> None:
        """Ask the work to stop at its next tick."""
        self._errand.stop.set()

    def finish(self) -> None:
        """Stop the work at its next tick, and return once it has ended and told how.

        What it had done by then is kept: so a workspace is not closed before that is noted in it.
        """
        self._errand.stop.set()
        if self._errand.begun:  # else it stops before it begins
            self._errand.over.wait()
            QCoreApplication.sendPostedEvents(_carrier(), QEvent.Type.MetaCall)


class _Errand:
    """The work of a job; no object of Qt, so that it may end its life in the worker's thread."""

    def __init__(self, work: Work, carrier: _Carrier) -> None:
        self.stop = threading.Event()
        self.over = threading.Event()
        self.begun = False
        self.job: Job | None = None
        self.work = work
        self._carrier = carrier

    def run(self) -> None:
        """Do the work, in the worker's thread."""
        self.begun = True
        try:
            if self.stop.is_set():
                raise Cancelled
            result = self.work(self._tick)
        except Cancelled:
            self._send("cancelled")
        except Exception as error:  # handed to the UI thread, which says it or raises it
            self._send("failed", error)
        else:
            self._send("done", result)
        finally:  # also where a library panics with what is no Exception: `finish` waits for it
            self._send("ended")
            self.over.set()

    def _tick(self, done: int, total: int) -> None:
        if self.stop.is_set():
            raise Cancelled
        self._send("progress", done, total)

    def _send(self, name: str, *values: object) -> None:
        self._carrier.sent.emit(self, name, values)


class _Carrier(QObject):
    """Carries what workers say to the UI thread, where it is seen whether the job is still there.

    What an errand holds of the UI is let go there too: an object of Qt that ends in another
    thread takes the program with it.
    """

    sent = Signal(object, str, tuple)

    def __init__(self) -> None:
        super().__init__()
        self.sent.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def _deliver(self, errand: _Errand, name: str, values: tuple[object, ...]) -> None:
        job = errand.job
        if job is not None and isValid(job):
            getattr(job, name).emit(*values)
        if name == "ended":
            errand.job, errand.work = None, _nothing


def _nothing(_tick: Tick) -> None:
    """What is left of the work of an errand that has ended."""


@cache
def _carrier() -> _Carrier:
    """Return the one carrier, which lives in the UI thread, where jobs are made."""
    return _Carrier()
