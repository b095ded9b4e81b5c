"""How a day goes: what is on, how much of its time is left, and when the day will end.

Times of day are minutes after midnight; a watch counts seconds. What has begun stands where it
began; what is on ends when its time is used up, or now; anchored items keep their start, unless it
is past: then they follow what comes before them, for nothing can begin before now. Where clocks
will be changed before a day is over, all is worked out in minutes that go by; what the agenda says
is what clocks will show.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from dialogueprep.domain.dialogue import AgendaItem, DayHours, ItemId
from dialogueprep.domain.timetable import DaySummary, Timetable, parallel_groups, starts
from dialogueprep.domain.turning import Turn

WARN_AT = 70  # percent of an item's time that are used up
_BY_MISTAKE = 5  # minutes; what was on for longer was begun on purpose

Row = tuple[AgendaItem, ...]


@dataclass(frozen=True, slots=True)
class Watch:
    """The watch of the item that is on, in seconds after the midnight of its day.

    ``out`` is how long it has stood still so far, ``paused`` since when it stands still now.
    """

    item: ItemId
    began: int
    out: int = 0
    paused: int | None = None

    def spent(self, now: int) -> int:
        """Return for how many seconds the item has been on."""
        until = now if self.paused is None else self.paused
        return max(0, until - self.began - self.out)

    def stopped(self, now: int) -> Watch:
        """Return the watch as it stands still from now on."""
        return self if self.paused is not None else replace(self, paused=max(now, self.began))

    def going(self, now: int) -> Watch:
        """Return the watch as it goes on from now."""
        if self.paused is None:
            return self
        return replace(self, out=self.out + max(0, now - self.paused), paused=None)


@dataclass(frozen=True, slots=True)
class Day:
    """All that a course is worked out from. ``now`` is in seconds after the day's midnight.

    ``watch`` is that of the item that is on, None between items. ``agreed`` says by how many
    minutes items begin later than the agenda has it, as it was agreed. ``late`` asks how the
    day would go if what is on ended so many minutes later than agreed. ``ran`` are the items
    that have begun in this run of the day; None: all that have begun ever. ``turn`` is a change of
    clocks that is still to come.
    """

    items: tuple[AgendaItem, ...]
    hours: tuple[DayHours, ...]
    day: int
    now: int
    watch: Watch | None
    agreed: Mapping[ItemId, int]
    late: int | None = None
    ran: frozenset[ItemId] | None = None
    turn: Turn = Turn()

    def course(self) -> Course:
        """Return how the day goes."""
        return _course(self)


@dataclass(frozen=True, slots=True)
class Course:
    """How a day goes at a moment.

    ``agreed`` is the timetable as last agreed on, ``expected`` as it will be; ``resume`` is when
    what comes next may begin, ``due`` when it was to. ``rest`` are the rows that have not begun,
    each of one item or of parallel ones. All times are minutes gone by since midnight: `shown`
    says what clocks will show then.
    """

    day: int
    now: int
    on: AgendaItem | None
    spent: int
    agreed: Timetable
    expected: Timetable
    resume: int
    due: int
    rest: tuple[Row, ...]
    done: tuple[AgendaItem, ...]
    beside: tuple[AgendaItem, ...]
    turn: Turn = Turn()

    def shown(self, minute: int) -> int:
        """Return what clocks show at a minute of this day."""
        return self.turn.shown(minute)

    @property
    def left(self) -> int:
        """The seconds that are left to what is on; negative when it is over its time."""
        return seconds_left(self.on, self.spent) if self.on else 0

    @property
    def late(self) -> int:
        """How many minutes later than agreed what is on will end; negative when earlier."""
        return self.resume - self.due

    @property
    def over(self) -> bool:
        """Whether nothing is on and nothing waits."""
        return self.on is None and not self.rest

    @property
    def next(self) -> AgendaItem | None:
        """What begins next, None at the end of the day."""
        return self.rest[0][0] if self.rest else None

    @property
    def next_at(self) -> int | None:
        """When the next item will begin."""
        slot = self.expected.slot(self.rest[0][0].id) if self.rest else None
        return slot.start if slot else None

    @property
    def ends(self) -> int:
        """When the day will end."""
        return _end(self.expected, self.day, self.resume)

    @property
    def ends_as_agreed(self) -> int:
        """When the day was to end."""
        return _end(self.agreed, self.day, self.due)


def seconds_left(item: AgendaItem, spent: int) -> int:
    """Return what is left of an item's time; negative when it is over."""
    return item.takes * 60 - spent


def used(item: AgendaItem, spent: int) -> int:
    """Return how much of an item's time is used up, in percent, over 100 when it is over."""
    return spent * 100 // (item.takes * 60)


def minutes_taken(watch: Watch, now: int) -> int:
    """Return how long an item has been on as whole minutes, at least one."""
    return max(1, round(watch.spent(now) / 60))


def began_at(watch: Watch) -> int:
    """Return when an item began, in minutes after midnight."""
    return watch.began // 60


def _course(of: Day) -> Course:
    items, hours, day, now, turn = of.items, of.hours, of.day, of.now, of.turn
    watch, agreed, late, ran = of.watch, of.agreed, of.late, of.ran
    mine = [i for i in items if i.day == day and not i.aside]
    planned = turn.slots_gone(starts(delayed(mine, hours, agreed), hours))
    on = next((i for i in mine if watch is not None and i.id == watch.item), None)
    spent = watch.spent(now) if watch is not None and on is not None else 0
    begun = {i.id for i in mine if i.began is not None and (ran is None or i.id in ran)}
    done, beside, waiting = _parts(mine, on, begun)
    rest = tuple(tuple(_freed(i, now) for i in row) for row in waiting)
    due = _due(planned, on, rest)
    over = on is None and not rest
    natural = due if over else _resume(on, spent, now, due)
    resume = natural if late is None or over else max(now // 60, due + late)
    began = min(began_at(watch), resume) if watch is not None and on is not None else resume
    beside_now = [_anchored_by(turn, i) for i in beside]
    held = [*_as_held(done), *_as_on(on, beside_now, began, resume)]
    floor = resume if on is None else 0
    hours = [turn.hours_gone(h) for h in hours]
    to_come = [[_anchored_by(turn, i) for i in row] for row in rest]
    expected = starts([*held, *_waiting(to_come, held, hours, floor)], hours)
    return Course(
        day, now // 60, on, spent, planned, expected, resume, due, rest, tuple(done),
        tuple(beside), turn,
    )  # fmt: skip


def _freed(item: AgendaItem, now: int) -> AgendaItem:
    """Return an item without an anchor that is past."""
    past = item.anchor is not None and item.anchor < now // 60
    return replace(item, anchor=None) if past else item


def _anchored_by(turn: Turn, item: AgendaItem) -> AgendaItem:
    return item if item.anchor is None else replace(item, anchor=turn.gone(item.anchor))


def delayed(
    items: Sequence[AgendaItem], hours: Sequence[DayHours], agreed: Mapping[ItemId, int]
) -> list[AgendaItem]:
    """Return the items of a day with those that begin later held at that time."""
    moved = list(items)
    for number, each in enumerate(items):
        if by := agreed.get(each.id, 0):
            slot = starts(moved, hours).slot(each.id)
            moved[number] = replace(each, anchor=(slot.start if slot else 0) + by)
    return moved


def _parts(
    mine: Sequence[AgendaItem], on: AgendaItem | None, begun: Collection[ItemId]
) -> tuple[list[AgendaItem], list[AgendaItem], tuple[Row, ...]]:
    """Return what is over, what runs beside the item that is on, and the rows that wait.

    What nobody started, though something after it has begun, has been passed over. What was begun
    too early, before one went back to what is on, waits again.
    """
    rows = [tuple(group) for group in parallel_groups(mine)]
    here = next((n for n, row in enumerate(rows) if on in row), None) if on else None
    if on is not None and here is not None:
        behind = (i for row in rows[here + 1 :] for i in row)
        begun = {*begun} - {i.id for i in behind if _too_early(i, on)}
    started = [n for n, row in enumerate(rows) if any(i.id in begun for i in row)]
    last = here if here is not None else max(started, default=-1)
    done = [i for i in mine if i.id in begun and i.actual_minutes and i is not on]
    beside = [i for i in rows[last] if i is not on and i not in done] if here is not None else []
    waiting = (
        tuple(i for i in row if i.id not in begun and not i.closed) for row in rows[last + 1 :]
    )
    return done, beside, tuple(row for row in waiting if row)


def _too_early(item: AgendaItem, on: AgendaItem) -> bool:
    """Return whether a later item was on for a moment only, before one went back to what is on."""
    took = item.actual_minutes
    if item.began is None or on.began is None or took is None:
        return False
    return item.began >= on.began and took <= _BY_MISTAKE and took * 2 < item.takes


def _due(planned: Timetable, on: AgendaItem | None, rest: Sequence[Row]) -> int:
    if on is not None:
        slot = planned.slot(on.id)
        return slot.end if slot else 0
    slot = planned.slot(rest[0][0].id) if rest else None
    return slot.start if slot else max((s.end for s in planned.slots), default=0)


def _resume(on: AgendaItem | None, spent: int, now: int, due: int) -> int:
    """Return when what is on will end, or what waits can begin."""
    if on is None:
        return max(due, now // 60)
    return (now + max(0, seconds_left(on, spent))) // 60


def later_begin(item: AgendaItem, row: Iterable[AgendaItem]) -> int:
    """Return when an item of a row is to begin, if it is to begin after the others; else 0."""
    together = next((i.anchor for i in row if i.anchor is not None), None)
    later = item.anchor is not None and together is not None and item.anchor > together
    return item.anchor or 0 if later else 0


def _as_held(done: Iterable[AgendaItem]) -> Iterator[AgendaItem]:
    for item in done:
        yield replace(item, anchor=item.began, minutes=item.actual_minutes or 1, stretch=100)


def _as_on(
    on: AgendaItem | None, others: Sequence[AgendaItem], began: int, resume: int
) -> Iterator[AgendaItem]:
    if on is None:
        return
    yield replace(on, anchor=began, minutes=resume - began, stretch=100)
    for item in others:
        yield replace(item, anchor=max(began, later_begin(item, (on, *others))))


def _waiting(
    rest: Sequence[Sequence[AgendaItem]],
    held: Sequence[AgendaItem],
    hours: Sequence[DayHours],
    floor: int,
) -> Iterator[AgendaItem]:
    """Yield what waits; the first of it does not begin before ``floor``."""
    for number, row in enumerate(rest):
        first = starts([*held, *row], hours).slot(row[0].id) if number == 0 else None
        behind = first is not None and first.start < floor
        for item in row:
            yield replace(item, anchor=floor) if behind else item


def _end(timetable: Timetable, day: int, otherwise: int) -> int:
    found: DaySummary | None = next((d for d in timetable.days if d.day == day), None)
    return found.end if found else otherwise
