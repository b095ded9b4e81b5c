"""The clock of the open dialogue as the window sees it: what is on, and how the day goes.

It is read from the store when the agenda changes and worked out anew with every second.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime

from PySide6.QtCore import QObject, QTimer, Signal

from dialogueprep.commands import running as commands
from dialogueprep.commands.running import SMALL_HOURS, Moment
from dialogueprep.domain.beside import of_another
from dialogueprep.domain.dialogue import AgendaItem, Dialogue, ItemId
from dialogueprep.domain.late_plans import LatePlan
from dialogueprep.domain.running import Course, Day
from dialogueprep.store.step import Changes
from dialogueprep.ui.session import Session

Now = Callable[[], datetime]
_SECOND = 1000
_GIVEN_UP = 120  # minutes that nothing has been on, after which the clock is not in use any more
_WATCHED = ("items", "settings", "dialogues", "texts")


def local_now() -> datetime:
    """Return the time of this computer, with its zone."""
    return datetime.now().astimezone()


@dataclass(frozen=True, slots=True)
class Reading:
    """The day that is held, or that of the item that is shown, at one moment.

    ``held`` says that something is on, or has been on today.
    """

    dialogue: Dialogue
    day: Day
    course: Course
    held: bool

    @property
    def paused(self) -> bool:
        """Whether the clock stands still."""
        return self.day.watch is not None and self.day.watch.paused is not None

    def is_on(self, item: ItemId) -> bool:
        """Return whether an item is on, or runs beside what is on."""
        on = self.course.on
        return on is not None and item in (on.id, *(i.id for i in self.course.beside))

    def spent(self, item: ItemId) -> int | None:
        """Return for how many seconds an item has been on; None if it is not on."""
        course, watch = self.course, self.day.watch
        if course.on is None or watch is None or course.on.id == item:
            return course.spent if course.on is not None and course.on.id == item else None
        other = next((i for i in course.beside if i.id == item), None)
        own = other and of_another(self.day.items, watch, other)
        return own.spent(self.day.now) if own and own.began <= self.day.now else None


@dataclass(frozen=True, slots=True)
class _Kept:
    """What was read of the store, when that was, and the day's seconds ahead of that date's."""

    dialogue: Dialogue
    day: Day
    at: Moment
    ahead: int


class RoomClock(QObject):
    """Reads, ticks, and runs the commands of the clock."""

    changed = Signal()
    """Another second, or another state."""

    def __init__(self, session: Session, now: Now = local_now, parent: QObject | None = None):
        super().__init__(parent)
        self._session, self._now = session, now
        self._kept: _Kept | None = None
        self._course: tuple[_Kept, int, Course] | None = None
        self._stale = True
        self._shown: ItemId | None = None
        self._tick = QTimer(self, interval=_SECOND)
        self._tick.timeout.connect(self.changed)
        session.changed.connect(self._on_changed)
        session.dialogue_changed.connect(self._look_again)

    @property
    def ticking(self) -> bool:
        """Whether it looks at the time with every second."""
        return self._tick.isActive()

    def show_item(self, item: ItemId | None) -> None:
        """Say which item is looked at; its day is read while nothing is on."""
        if item != self._shown:
            self._shown = item
            if self._kept is None or not _is_of(self._kept.day, item):
                self._stale = True

    def read(self) -> Reading | None:
        """Return how the day goes now; None without an open dialogue or an item."""
        if not self._session.is_open:
            return None
        dialogue = self._kept.dialogue if self._kept else self._session.open_dialogue()
        if dialogue is None:
            return None
        at = self._at(dialogue)
        if self._stale or self._kept is None or not _is_of_now(self._kept, at):
            self._kept, self._stale = self._from_store(), False
        if self._kept is None:
            return None
        return self._reading(self._kept, at)

    def _reading(self, kept: _Kept, at: Moment) -> Reading:
        day = replace(kept.day, now=at.second + kept.ahead)
        course = self._course_of(kept, day)
        today = at.on == kept.dialogue.day(day.day)
        goes_on = bool(course.done) and today and course.late <= _GIVEN_UP
        held = course.on is not None or goes_on
        if held != self._tick.isActive():
            self._tick.start() if held else self._tick.stop()
        return Reading(kept.dialogue, day, course, held)

    def _course_of(self, kept: _Kept, day: Day) -> Course:
        """Return how a day goes: while nothing is on, one minute is like another of its seconds."""
        moment = day.now if day.watch is not None else day.now // 60
        known = self._course
        if known is None or known[0] is not kept or known[1] != moment:
            known = self._course = (kept, moment, day.course())
        return known[2]

    def about(self, reading: Reading) -> AgendaItem | None:
        """Return the item that is on; else the one that begins next, or the one that is shown."""
        course = reading.course
        shown = next((i for i in reading.day.items if i.id == self._shown), None)
        return course.on or (course.next if reading.held else shown)

    # what the user does -----------------------------------------------------------------------

    def toggle(self, item: AgendaItem) -> None:
        """Start an item; or let its clock stand still and go on, if it is on.

        Items that run beside one another have one clock.
        """
        reading = self.read()
        if reading is None:
            return
        if reading.is_on(item.id):
            self._session.run(commands.pause, item.dialogue, self._at(reading.dialogue))
        else:
            at = self._at(reading.dialogue)
            self._session.run(commands.start, item.dialogue, item.id, at)

    def next(self) -> ItemId | None:
        """End what is on and start what comes next; return that, None after the last item."""
        reading = self.read()
        if reading is None or not reading.held:
            return None
        at, dialogue = self._at(reading.dialogue), reading.dialogue.id
        coming = reading.course.next
        if coming is not None:
            self._session.run(commands.go_on, dialogue, coming.id, at)
            return coming.id
        if reading.course.on is not None:
            self._session.run(commands.finish, dialogue, at)
        return None

    def take_plan(self, day: Day, plan: LatePlan, label: str) -> None:
        """Change the agenda as a plan says."""
        if (dialogue := self._session.open_dialogue()) is not None:
            at = self._at(dialogue)
            self._session.run(commands.take_plan, dialogue.id, day, plan, at, label)

    def as_taken(self, item: AgendaItem) -> AgendaItem:
        """Return an item that is about to be closed, with how long it took if it is on."""
        reading = self.read()
        if reading is None:
            return item
        at = self._at(reading.dialogue)
        return commands.as_taken(self._session.store, reading.dialogue, item, at)

    # reading ----------------------------------------------------------------------------------

    def _from_store(self) -> _Kept | None:
        """Read what is not known: for another day of the same agenda only its clock."""
        kept = self._kept
        dialogue = kept.dialogue if kept else self._session.open_dialogue()
        if dialogue is None:
            return None
        at = self._at(dialogue)
        items = kept.day.items if kept else None
        day = commands.day_now(self._session.store, dialogue, at, self._shown, items)
        return _Kept(dialogue, day, at, day.now - at.second) if day else None

    def _at(self, dialogue: Dialogue) -> Moment:
        return Moment.of(self._now(), dialogue)

    def _on_changed(self, changes: Changes) -> None:
        if changes.touches(*_WATCHED):
            self._look_again()

    def _look_again(self) -> None:
        self._stale, self._kept = True, None
        self.changed.emit()


def _is_of_now(kept: _Kept, at: Moment) -> bool:
    """Return whether what was read holds still.

    Not on another day, not by the morning of an evening before, nor when clocks have been changed.
    """
    over = kept.ahead and at.second >= SMALL_HOURS
    return (kept.at.on, kept.at.offset) == (at.on, at.offset) and not over


def _is_of(day: Day, item: ItemId | None) -> bool:
    """Return whether an item is of a day, so that the day is the same with it."""
    return any(i.id == item and i.day == day.day and not i.aside for i in day.items)
