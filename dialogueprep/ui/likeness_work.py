"""Looks for duplicates without holding up the window: reads in slices, compares in a job."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable, Iterator
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from dialogueprep.domain.likeness import Likeness, Saying
from dialogueprep.store import sayings
from dialogueprep.ui.jobs import Job, Tick
from dialogueprep.ui.session import Session
from dialogueprep.workflows import duplicates

_SLICE = 0.02  # seconds at a time that reading may take from the window
_READING = 0.2  # part of the way that reading takes
_TOLD = 300  # ms between two times that found pairs are told


class LookForPairs(QObject):
    """One search; connect the signals, then ``start``."""

    progress = Signal(float)
    """How far it is, from 0 to 1."""
    some = Signal(object, object)
    """What is compared, and pairs that were found since (Likeness), while others are sought."""
    done = Signal(object, object)
    """What was compared (ToCompare), and what ``compare`` made of it."""
    failed = Signal(Exception)
    cancelled = Signal()

    def __init__(
        self,
        session: Session,
        parent: QObject | None = None,
        compare: Callable[[duplicates.ToCompare, Tick], object] | None = None,
    ) -> None:
        super().__init__(parent)
        self._session, self._compared = session, compare
        self._found: deque[Likeness] = deque()
        """Pairs that the job has found and nobody was told of; it only appends."""
        self._telling = QTimer(self, interval=_TOLD)
        self._slices: Iterator[tuple[Saying, ...]] = iter(())
        self._said: list[tuple[Saying, ...]] = []
        self._read, self._count = 0, 1
        self._job: Job | None = None
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._read_on)

    def start(self) -> None:
        """Begin to read, a little at a time, while the window goes on."""
        self._count = max(1, sayings.count(self._session.store))
        self._slices = sayings.read(self._session.store)
        self._timer.start()

    def cancel(self) -> None:
        """Stop; ``cancelled`` follows."""
        if self._timer.isActive():
            self._timer.stop()
            self.cancelled.emit()
        elif self._job is not None:
            self._job.cancel()

    def _read_on(self) -> None:
        if not self._session.is_open:
            self.cancel()
            return
        begun = time.monotonic()
        for said in self._slices:
            self._said.append(said)
            self._read += len(said)
            if time.monotonic() - begun > _SLICE:
                self.progress.emit(_READING * min(1.0, self._read / self._count))
                return
        self._timer.stop()
        self._compare()

    def _compare(self) -> None:
        what = duplicates.to_compare(self._session.store, self._said)
        compared = self._compared or partial(duplicates.compared, tell=self._found.append)
        job = Job(partial(compared, what), self)
        self._telling.timeout.connect(lambda: self._tell(what))
        self._telling.start()
        job.ended.connect(self._telling.stop)
        job.progress.connect(self._on_progress)
        job.done.connect(lambda found: self.done.emit(what, found))
        job.failed.connect(self.failed)
        job.cancelled.connect(self.cancelled)
        self._job = job.start()

    def _tell(self, what: duplicates.ToCompare) -> None:
        if some := tuple(self._found.popleft() for _ in range(len(self._found))):
            self.some.emit(what, some)

    def _on_progress(self, done: int, total: int) -> None:
        self.progress.emit(_READING + (1 - _READING) * done / max(1, total))
