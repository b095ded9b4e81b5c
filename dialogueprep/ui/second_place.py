"""Bringing copies to the second place while the workspace is open, off the UI thread.

The same look sees whether a disk is back on which something is still to be destroyed.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from dialogueprep.domain.errors import Explained
from dialogueprep.store import second_place
from dialogueprep.store.driver import Database, connect
from dialogueprep.ui.jobs import Job, Tick
from dialogueprep.ui.session import Session
from dialogueprep.words import tr

_EVERY_MS = 60_000


def still_tells(second: second_place.Second) -> str:
    """Return the sentence that copies at a place tell what those here tell no more, or nothing."""
    if not second.owes:
        return ""
    return tr(
        "Copies there still hold words that were struck or destroyed here, or the order in which "
        "notes of closed items were typed. This goes when the place is back."
    )


@dataclass(frozen=True, slots=True)
class _Looked:
    """What a look found: folders that are back, and why the copies could not be brought."""

    back: frozenset[Path]
    stopped: Explained | None = None


class CatchUp(QObject):
    """Looks each minute whether the place is there, and brings what it lacks.

    What acts of destroying owe to a folder that was away is done when it is back.
    """

    ended = Signal()
    """A look is over: the place is as it can be for now."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session = session
        self.stopped: Exception | None = None
        self._job: Job | None = None
        self._again = False
        self._tried = frozenset[Path]()
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
        self._ask(folder)
        owing = self._owing()
        if second_place.chosen(folder) is None and not owing:
            return

        def beside(path: object) -> Database:
            return connect(path, key)  # type: ignore[arg-type]

        def work(tick: Tick) -> _Looked:
            from dialogueprep.store import still_owed

            back = still_owed.back(owing) if owing else frozenset[Path]()
            try:
                if second_place.behind(folder):
                    second_place.catch_up(folder, beside, tick)
            except Explained as stopped:
                return _Looked(back, stopped)
            return _Looked(back)

        self._job = Job(work, self)
        self._job.done.connect(self._on_done)
        self._job.failed.connect(self._on_failed)
        self._job.ended.connect(self._on_ended)
        self._job.start()

    def _end(self) -> None:
        self._timer.stop()
        if self._job is not None:
            self._job.cancel()

    def _ask(self, folder: Path) -> None:
        """Ask what is owed to copies that lay there already when the place was chosen."""
        if second_place.is_unasked(folder):
            from dialogueprep.store import asking_there

            with suppress(Explained):  # it is asked again at the next look
                asking_there.ask(self._session.store)

    def _owing(self) -> frozenset[Path]:
        """Return the folders to which something is owed: a quick look at the settings."""
        store = self._session.store
        if not store.owes:
            return frozenset()
        from dialogueprep.store import still_owed

        return still_owed.folders(store)

    def _on_done(self, looked: _Looked) -> None:
        self.stopped = looked.stopped
        fresh, self._tried = looked.back - self._tried, looked.back
        if fresh and self._session.is_open:
            from dialogueprep.store import purging

            self._session.run(purging.go_on)

    def _on_failed(self, error: Exception) -> None:
        self.stopped = error

    def _on_ended(self) -> None:
        self._job = None
        if self._again and self._timer.isActive():  # wanted after the job had looked
            self.look()
        self.ended.emit()
