"""Exchanging with the folders of teams while the workspace is open.

The folder is read and written off the UI thread. What came is taken in only while nobody types:
not within three seconds of a key, not while something typed waits to be written, not while a dialog
or a menu is open.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime

from PySide6.QtCore import QObject, QTimer, Signal

from dialogueprep.commands import teams as commands
from dialogueprep.commands.teams import Exchanged, Outgoing, Taken
from dialogueprep.domain.dialogue import DialogueId
from dialogueprep.domain.errors import Explained
from dialogueprep.store import teams
from dialogueprep.store.step import Changes
from dialogueprep.ui.jobs import Job, Tick
from dialogueprep.ui.resting import Resting
from dialogueprep.ui.session import Session

_EVERY_MS = 20_000
_AFTER_CHANGE_MS = 4_000
_AGAIN_MS = 1_000


@dataclass(frozen=True, slots=True)
class TeamState:
    """What is known of one team since the workspace was opened."""

    last: Taken | None = None
    error: Explained | None = None
    written: datetime | None = None
    taken: datetime | None = None
    waits: bool = False
    """Whether something has come that waits until nobody types."""


class TeamWatch(QObject):
    """Looks into the folder of each team every 20 seconds, and soon after a change."""

    changed = Signal()
    """What is known of a team has changed."""
    ended = Signal()
    """A look into all folders is over."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session = session
        self._states: dict[str, TeamState] = {}
        self._ready: dict[
            str, Outgoing
        ] = {}  # what each exchange starts from until something changes
        self._queue: list[DialogueId] = []
        self._job: Job | None = None
        self._arrived: Exchanged | None = None
        self._asked = False
        self._resting = Resting(self, session)
        self._timer = QTimer(self, interval=_EVERY_MS)
        self._soon = QTimer(self, singleShot=True, interval=_AFTER_CHANGE_MS)
        self._rest = QTimer(self, singleShot=True, interval=_AGAIN_MS)
        self._timer.timeout.connect(self.look)
        self._soon.timeout.connect(self.look)
        self._rest.timeout.connect(self._go_on)
        self._timer.start()
        session.changed.connect(self._on_change)
        session.closing.connect(self._end)

    @property
    def is_running(self) -> bool:
        """Whether a look is not over yet."""
        return self._job is not None or self._arrived is not None or bool(self._queue)

    def state(self, dialogue: str) -> TeamState:
        """Return what is known of a dialogue's team."""
        return self._states.get(dialogue, TeamState())

    def look(self) -> None:
        """Exchange with all folders, as soon as nobody types."""
        if not self.is_running and self._session.is_open:
            self._queue = [link.dialogue for link in teams.every(self._session.store)]
            self._go_on()

    def look_now(self) -> None:
        """Exchange with all folders at once: the user asked for it."""
        self._asked = True
        self.look()
        if self._job is None:
            self._go_on()

    # one after the other --------------------------------------------------------------------

    def _go_on(self) -> None:
        if self._job is not None or not self._session.is_open:
            return
        if self.is_running and not (self._asked or self._may()):
            self._rest.start()
            return
        if self._arrived is not None:
            self._take(self._arrived)
        elif self._queue:
            self._begin(self._queue.pop(0))
        else:
            self._asked = False
            self.ended.emit()

    def _may(self) -> bool:
        return self._resting.rests()

    def _begin(self, dialogue: DialogueId) -> None:
        try:
            out = self._outgoing(dialogue)
        except Explained as error:
            self._fail(dialogue, error)
            out = None
        if out is None:
            self._go_on()
            return

        def work(_tick: Tick) -> Exchanged:
            return commands.exchange(out)

        self._job = Job(work, self)
        self._job.done.connect(self._on_done)
        self._job.failed.connect(lambda error: self._fail(dialogue, error))
        self._job.ended.connect(self._on_ended)
        self._job.start()

    def _outgoing(self, dialogue: DialogueId) -> Outgoing | None:
        link = teams.of(self._session.store, dialogue)
        if link is None:
            return None
        ready = self._ready.get(dialogue)
        if ready is not None and (ready.state is not None or link.digest):
            return replace(ready, link=link)
        out = commands.outgoing(self._session.store, link)
        if out is not None:
            self._ready[dialogue] = out
        return out

    def _on_done(self, done: Exchanged) -> None:
        self._arrived = done
        if done.look.received:
            self._note(done.link.dialogue, waits=True)

    def _on_ended(self) -> None:
        self._job = None
        self._go_on()

    def _take(self, done: Exchanged) -> None:
        self._arrived = None
        dialogue = done.link.dialogue
        try:
            taken = commands.take(self._session.store, done, date.today())
        except Explained as error:
            self._fail(dialogue, error)
        else:
            if taken is not None:
                self._tell(dialogue, taken)
        self._go_on()

    # what is known --------------------------------------------------------------------------

    def _tell(self, dialogue: DialogueId, taken: Taken) -> None:
        if taken.wrote or taken.changed:
            self._ready.pop(dialogue, None)
        now = datetime.now()
        before = self.state(dialogue)
        self._note(
            dialogue,
            last=taken,
            error=None,
            written=now if taken.wrote else before.written,
            taken=now if taken.changed else before.taken,
            waits=False,
        )

    def _fail(self, dialogue: DialogueId, error: Exception) -> None:
        if not isinstance(error, Explained):
            self._session.fail(error)
            return
        self._note(dialogue, error=error, waits=False)

    def _note(self, dialogue: DialogueId, **what: object) -> None:
        self._states[dialogue] = replace(self.state(dialogue), **what)
        self.changed.emit()

    def _on_change(self, _changes: Changes) -> None:
        self._ready.clear()
        if teams.every(self._session.store):
            self._soon.start()

    def _end(self) -> None:
        for timer in (self._timer, self._soon, self._rest):
            timer.stop()
        self._queue.clear()
        self._arrived = None
        if self._job is not None:
            self._job.cancel()
