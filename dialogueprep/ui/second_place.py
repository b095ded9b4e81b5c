"""Bringing copies to the second place while the workspace is open, off the UI thread."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

from dialogueprep.store import second_place
from dialogueprep.store.driver import Database, connect
from dialogueprep.ui.jobs import Job, Tick
from dialogueprep.ui.session import Session

_EVERY_MS = 60_000


class CatchUp(QObject):
    """Looks each minute whether the place is there, and brings what it lacks."""

    ended = Signal()
    """A look is over: the place is as it can be for now."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session = session
        self.stopped: Exception | None = None
        self._job: Job | None = None
        self._again = False
        self._timer = QTimer(self, interval=_EVERY_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()
        session.closing.connect(self._end)

    @property
    def is_running(self) -> bool:
        """Whether copies are being brought just now."""
        return self._job is not None

    def look(self) -> None:
        """Bring what the second place lacks, if it is there; once more if it is being done now."""
        self._again = self._job is not None
        if self._again or not self._session.is_open:
            return
        folder, key = self._session.store.folder, self._session.store.db.key
        if second_place.chosen(folder) is None:
            return

        def beside(path: object) -> Database:
            return connect(path, key)  # type: ignore[arg-type]

        def work(tick: Tick) -> int:
            if not second_place.behind(folder):
                return 0
            return second_place.catch_up(folder, beside, tick)

        self._job = Job(work, self)
        self._job.done.connect(self._on_done)
        self._job.failed.connect(self._on_failed)
        self._job.ended.connect(self._on_ended)
        self._job.start()

    def _end(self) -> None:
        self._timer.stop()
        if self._job is not None:
            self._job.cancel()

    def _on_done(self, _written: int) -> None:
        self.stopped = None

    def _on_failed(self, error: Exception) -> None:
        self.stopped = error

    def _on_ended(self) -> None:
        self._job = None
        if self._again and self._timer.isActive():  # wanted after the job had looked
            self.look()
        self.ended.emit()
