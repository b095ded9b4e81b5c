"""What a user can do with the clock in the room: start, pause, go to the next item, catch up.

When an item began and how long it took are kept with the item. No time is kept with a note.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from dialogueprep.commands.agenda import LONGEST, write_agenda
from dialogueprep.domain.beside import beside, of_another, still_on
from dialogueprep.domain.dialogue import AgendaItem, Dialogue, DialogueId, ItemId, Phase
from dialogueprep.domain.errors import Refused
from dialogueprep.domain.late_plans import LatePlan
from dialogueprep.domain.life import Moved
from dialogueprep.domain.running import Day, Watch, began_at, minutes_taken
from dialogueprep.domain.turning import Turn
from dialogueprep.store import agenda, clocks, dialogues, lives
from dialogueprep.store.clocks import Clock
from dialogueprep.store.rows import Readable
from dialogueprep.store.step import Step
from dialogueprep.store.workspace import Store
from dialogueprep.words import tr

PAGE = "notes"
DAY = 86_400  # seconds
SMALL_HOURS = 6 * 3600  # until then what began the evening before goes on


@dataclass(frozen=True, slots=True)
class Moment:
    """A moment where a dialogue takes place: the day, and seconds after its midnight.

    ``offset`` is how many seconds clocks there are ahead of universal time, if that is known;
    ``turn`` is when they will be changed, until the small hours of the next day.
    """

    on: date
    second: int
    offset: int | None = field(default=None, compare=False)
    turn: Turn = field(default=Turn(), compare=False)

    @classmethod
    def of(cls, now: datetime, dialogue: Dialogue) -> Moment:
        """Return an aware time as it is where the dialogue takes place.

        In a zone that this computer does not know it is as it was given, which is its own time.
        """
        there = now
        with suppress(ZoneInfoNotFoundError, ValueError):
            there = now.astimezone(ZoneInfo(dialogue.time_zone))
        second = there.hour * 3600 + there.minute * 60 + there.second
        return cls(there.date(), second, _ahead(there), _turn(there, second))

    def since(self, day: date) -> int | None:
        """Return the seconds since the midnight of a day; None if it is another day by now."""
        if self.on == day:
            return self.second
        if self.on == day + timedelta(days=1) and self.second < SMALL_HOURS:
            return self.second + DAY
        return None


def day_now(
    store: Readable,
    dialogue: Dialogue,
    at: Moment,
    shown: ItemId | None,
    items: Sequence[AgendaItem] | None = None,
) -> Day | None:
    """Return the day that is being held, with its watch; else that of an item that is shown.

    ``items`` are the dialogue's where they are known. None if there is no such item on the
    timetable.
    """
    items = agenda.of_dialogue(store, dialogue.id) if items is None else tuple(items)
    clock = clocks.read(store, dialogue.id)
    watch, now = _watch(items, dialogue, clock, at)
    on = next((i for i in items if watch is not None and i.id == watch.item), None)
    about = on or next((i for i in items if i.id == shown and not i.aside), None)
    if about is None:
        return None
    since: int | None = now
    if on is None:
        since = at.since(dialogue.day(about.day))
        now = at.second if since is None else since
    turn = Turn() if since is None else at.turn.later((now - at.second) // 60)
    today = clock.on is not None and at.since(clock.on) is not None
    ran = frozenset([*(clock.ran if today else ()), *([watch.item] if watch else ())])
    agreed = clock.agreed if today else {}
    return Day(items, dialogue.hours, about.day, now, watch, agreed, ran=ran, turn=turn)


def start(store: Store, dialogue: DialogueId, item: ItemId, at: Moment) -> None:
    """Let an item begin now; what was on is over.

    An item that was on before goes on where it stopped. Refused "dialogue-closed",
    "item-is-closed".
    """
    _go_to(store, dialogue, item, at, tr("Start the clock"))


def go_on(store: Store, dialogue: DialogueId, item: ItemId, at: Moment) -> None:
    """End what is on and let the next item begin, in one step. Refused as `start`."""
    _go_to(store, dialogue, item, at, tr("Next item"))


def pause(store: Store, dialogue: DialogueId, at: Moment) -> None:
    """Let the clock stand still, or go on where it stands still already."""
    whole = _open(store, dialogue)
    watch, now = watch_now(store, whole, at)
    if watch is None:
        return
    still = watch.paused is not None
    changed = watch.going(now) if still else watch.stopped(now)
    day = at.on - timedelta(days=(now - at.second) // DAY)
    kept = clocks.read(store, dialogue)
    clock = replace(kept, watch=changed, on=day, offset=at.offset)
    label = tr("Let the clock go on") if still else tr("Pause the clock")
    with store.step(label, page=PAGE) as step:
        clocks.put(step, dialogue, clock)


def finish(store: Store, dialogue: DialogueId, at: Moment) -> None:
    """End what is on; how long it took is kept with it."""
    whole = _open(store, dialogue)
    with store.step(tr("Stop the clock"), page=PAGE) as step:
        _end_what_is_on(step, whole, at)


def take_plan(
    store: Store, dialogue: DialogueId, day: Day, plan: LatePlan, at: Moment, label: str
) -> None:
    """Change the agenda as a plan says, in one step. Refused "agenda-has-changed", if it has."""
    whole = _open(store, dialogue)
    there = agenda.of_dialogue(store, dialogue)
    if there != day.items:
        raise Refused("agenda-has-changed")
    clock = _of_date(store, dialogue, _date(whole, day.day, at))
    with store.step(label, page=PAGE) as step:
        write_agenda(step, there, plan.items)
        clocks.put(step, dialogue, replace(clock, agreed=dict(plan.delays)))


def watch_now(store: Readable, dialogue: Dialogue, at: Moment) -> tuple[Watch | None, int]:
    """Return the watch of the item that is on, if any, and the seconds after its midnight."""
    items = agenda.of_dialogue(store, dialogue.id)
    return _watch(items, dialogue, clocks.read(store, dialogue.id), at)


def as_taken(store: Readable, dialogue: Dialogue, item: AgendaItem, at: Moment) -> AgendaItem:
    """Return an item with how long it took, if it is on or beside what is on; as it is else."""
    items = agenda.of_dialogue(store, dialogue.id)
    watch, now = _watch(items, dialogue, clocks.read(store, dialogue.id), at)
    if watch is None or item.closed:
        return item
    if watch.item != item.id and any(i.id == item.id for i in beside(items, watch.item)):
        watch = of_another(items, watch, item)
    ran = watch.item == item.id and not item.actual_minutes and watch.began <= now
    return _taken(item, watch, now) if ran else item


def _ahead(at: datetime) -> int:
    """Return how many seconds clocks are ahead of universal time."""
    return round((at.utcoffset() or timedelta()).total_seconds())


def _turn(there: datetime, second: int) -> Turn:
    """Return the next change of clocks, found by halves; none where the day goes on without one."""
    since, before = there.astimezone(UTC), _ahead(there)

    def by(seconds: int) -> int:
        return _ahead((since + timedelta(seconds=seconds)).astimezone(there.tzinfo)) - before

    last = DAY + SMALL_HOURS - second
    if not by(last):
        return Turn()
    first = bisect_left(range(last), 1, key=lambda seconds: int(by(seconds) != 0))
    return Turn((second + first) // 60, by(first) // 60)


def _watch(
    items: tuple[AgendaItem, ...], dialogue: Dialogue, clock: Clock, at: Moment
) -> tuple[Watch | None, int]:
    """Return the watch that is kept; where none ever was, one from when an item of today began."""
    kept = still_on(items, clock.watch) if clock.watch is not None else None
    if kept is not None and clock.on is not None:
        now = at.since(clock.on)
        return (_as_clocks_are(kept, clock, at), now) if now is not None else (None, at.second)
    on_now = (i for i in items if i.began is not None and not (i.actual_minutes or i.closed))
    for item in on_now if clock.on is None else ():
        now = at.since(dialogue.day(item.day))
        if now is not None and item.began is not None and item.began * 60 <= now:
            return Watch(item.id, item.began * 60), now
    return None, at.second


def _as_clocks_are(watch: Watch, clock: Clock, at: Moment) -> Watch:
    """Return a watch without the hour that clocks have been put forward since, or back."""
    by = 0 if clock.offset is None or at.offset is None else at.offset - clock.offset
    still = None if watch.paused is None else watch.paused + by
    return replace(watch, out=watch.out + by, paused=still) if by else watch


def _go_to(store: Store, dialogue: DialogueId, item: ItemId, at: Moment, label: str) -> None:
    whole = _open(store, dialogue)
    if agenda.read(store, item).closed:
        raise Refused("item-is-closed")
    with store.step(label, page=PAGE) as step:
        if whole.phase is Phase.PREPARING:  # with its first item the session has begun
            lives.move(step, dialogue, Moved(Phase.IN_SESSION, at.on))
        _end_what_is_on(step, whole, at)
        _begin(step, whole, agenda.read(step, item), at)


def _end_what_is_on(step: Step, dialogue: Dialogue, at: Moment) -> None:
    watch, now = watch_now(step, dialogue, at)
    if watch is None:
        return
    agenda.put(step, _taken(agenda.read(step, watch.item), watch, now))
    clocks.put(step, dialogue.id, replace(clocks.read(step, dialogue.id), watch=None))


def _taken(item: AgendaItem, watch: Watch, now: int) -> AgendaItem:
    began = began_at(watch) if item.began is None else item.began
    return replace(item, began=began, actual_minutes=min(minutes_taken(watch, now), LONGEST))


def _begin(step: Step, dialogue: Dialogue, item: AgendaItem, at: Moment) -> None:
    on = _date(dialogue, item.day, at)
    now = at.second if (since := at.since(on)) is None else since
    clock = _of_date(step, dialogue.id, on)
    watch, began, took = Watch(item.id, now), item.began, item.actual_minutes
    if item.id in clock.ran and began is not None and took is not None and began * 60 <= now:
        watch = Watch(item.id, began * 60, max(0, now - began * 60 - took * 60))
    agenda.put(step, replace(item, began=watch.began // 60, actual_minutes=None))
    ran = tuple(dict.fromkeys((*clock.ran, item.id)))
    clocks.put(step, dialogue.id, replace(clock, watch=watch, ran=ran, offset=at.offset))


def _date(dialogue: Dialogue, day: int, at: Moment) -> date:
    """Return the date of a day that is held now; that of today if it is another, as to try out."""
    planned = dialogue.day(day)
    return at.on if at.since(planned) is None else planned


def _of_date(store: Readable, dialogue: DialogueId, on: date) -> Clock:
    """Return the clock of a date; what held on another is left behind."""
    clock = clocks.read(store, dialogue)
    return clock if clock.on == on else Clock(on=on)


def _open(store: Readable, dialogue: DialogueId) -> Dialogue:
    whole = dialogues.read(store, dialogue)
    if whole.phase is Phase.CLOSED:
        raise Refused("dialogue-closed")
    return whole
