"""When each item of an agenda begins and ends, and what does not fit.

All times are minutes after midnight of the item's day; a dinner may end after 1440.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import groupby

from dialogueprep.domain.dialogue import AgendaItem, DayHours, ItemId, ItemKind


@dataclass(frozen=True, slots=True)
class Slot:
    """An item in its place: day from 0, lane, and start and end in minutes after midnight."""

    item: AgendaItem
    day: int
    lane: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Overlap:
    """That an item ends this many minutes after a later, anchored item begins."""

    item: AgendaItem
    anchored: AgendaItem
    minutes: int


@dataclass(frozen=True, slots=True)
class Overrun:
    """That a day ends this many minutes after it must, and with which item."""

    day: int
    item: AgendaItem
    minutes: int


@dataclass(frozen=True, slots=True)
class Slack:
    """Free minutes before an anchored item."""

    before: AgendaItem
    minutes: int


@dataclass(frozen=True, slots=True)
class DaySummary:
    """A day in figures, in minutes. Parallel items count once, with the longest of them.

    ``talk`` is all that has terms; ``discussion`` is what of it is open to everybody. ``pauses``
    are breaks and logistics; a lunch or a dinner is no break and counted as ``meals``. ``limit``
    is when the day must end, None if it may run on; ``slack`` is what is free before that and
    before anchored items.
    """

    day: int
    start: int
    end: int
    talk: int
    discussion: int
    pauses: int
    slack: int
    limit: int | None = None
    meals: int = 0

    @property
    def presented(self) -> int:
        """The minutes in which only those speak who open or present."""
        return self.talk - self.discussion

    @property
    def sum(self) -> int:
        """The minutes of all items together."""
        return self.talk + self.pauses + self.meals


@dataclass(frozen=True, slots=True)
class Timetable:
    """The slots in the order of the agenda, by day; what overlaps, and what is free."""

    slots: tuple[Slot, ...] = ()
    overlaps: tuple[Overlap, ...] = ()
    overruns: tuple[Overrun, ...] = ()
    slacks: tuple[Slack, ...] = ()
    days: tuple[DaySummary, ...] = ()

    def slot(self, item: ItemId) -> Slot | None:
        """Return the slot of the item with this id; None if it has none."""
        return next((s for s in self.slots if s.item.id == item), None)

    def of_day(self, day: int) -> tuple[Slot, ...]:
        """Return the slots of one day."""
        return tuple(s for s in self.slots if s.day == day)


def starts(items: Iterable[AgendaItem], hours: Iterable[DayHours] = ()) -> Timetable:
    """Return the timetable of items that stand in their order.

    A floating item follows the end of what stands before it on its day; an anchored one starts
    at its anchor. Parallel items share a start, and the next item follows the longest of them.
    Items that are set aside have no slot. ``hours`` says when days begin (else at 09:00) and
    must end; the begin does not hold for a day that begins with an anchored item.
    """
    known = {h.number: h for h in hours}
    kept = sorted((i for i in items if not i.aside), key=lambda i: i.day)
    days = [
        _Day.of(known.get(day, DayHours(day))).filled(group)
        for day, group in groupby(kept, key=lambda i: i.day)
    ]
    return Timetable(
        slots=tuple(s for d in days for s in d.slots),
        overlaps=tuple(o for d in days for o in d.overlaps),
        overruns=tuple(o for d in days if (o := d.overrun())),
        slacks=tuple(s for d in days for s in d.slacks),
        days=tuple(d.summary() for d in days),
    )


def parallel_groups(items: Iterable[AgendaItem]) -> Iterator[list[AgendaItem]]:
    """Yield the items of a day in groups that begin together.

    Items in lane 0 stand alone. Neighbours in lanes from 1 form a group until a lane comes
    again, which begins the next group.
    """
    group: list[AgendaItem] = []
    for item in items:
        if group and (item.lane == 0 or any(g.lane in {0, item.lane} for g in group)):
            yield group
            group = []
        group.append(item)
    if group:
        yield group


@dataclass
class _Day:
    """A day while it is being filled; ``cursor`` is the latest end so far."""

    day: int
    cursor: int
    limit: int | None
    slots: list[Slot] = field(default_factory=list[Slot])
    overlaps: list[Overlap] = field(default_factory=list[Overlap])
    slacks: list[Slack] = field(default_factory=list[Slack])
    talk: int = 0
    discussion: int = 0
    pauses: int = 0
    meals: int = 0

    @classmethod
    def of(cls, hours: DayHours) -> _Day:
        return cls(hours.number, hours.starts, hours.ends)

    def filled(self, items: Iterable[AgendaItem]) -> _Day:
        for group in parallel_groups(items):
            if len(group) == 1 and group[0].anchor is None:
                self._follow(group[0])  # most do, and this is done for each move of a drag
            else:
                self._compare_with_anchors(group)
                self._place(group)
        return self

    def summary(self) -> DaySummary:
        start = min(s.start for s in self.slots)
        end = max(s.end for s in self.slots)
        slack = sum(s.minutes for s in self.slacks) + max(0, (self.limit or 0) - end)
        talk = (self.talk, self.discussion, self.pauses)
        return DaySummary(self.day, start, end, *talk, slack, self.limit, self.meals)

    def overrun(self) -> Overrun | None:
        last = max(self.slots, key=lambda s: s.end)
        if self.limit is None or last.end <= self.limit:
            return None
        return Overrun(self.day, last.item, last.end - self.limit)

    def _compare_with_anchors(self, group: list[AgendaItem]) -> None:
        for item in group:
            if item.anchor is None or not self.slots:
                continue
            late = [s for s in self.slots if s.end > item.anchor]
            self.overlaps += [Overlap(s.item, item, s.end - item.anchor) for s in late]

    def _follow(self, item: AgendaItem) -> None:
        """Place an item that follows the end of what stands before it."""
        takes = item.takes
        self.slots.append(Slot(item, self.day, item.lane, self.cursor, self.cursor + takes))
        self.cursor += takes
        self._add_one(item, takes)

    def _place(self, group: list[AgendaItem]) -> None:
        anchored = [i for i in group if i.anchor is not None]
        together = self.cursor if not anchored else anchored[0].anchor or 0
        before = self.cursor if self.slots else 0
        if self.slots and together > self.cursor:
            self.slacks.append(Slack(anchored[0], together - self.cursor))
        for item in group:
            start = together if item.anchor is None else item.anchor
            self.slots.append(Slot(item, self.day, item.lane, start, start + item.takes))
        self.cursor = max(before, *(s.end for s in self.slots[-len(group) :]))
        self._add_up(group)

    def _add_up(self, group: list[AgendaItem]) -> None:
        """Add the minutes of a group, the longest of each sort."""
        if len(group) == 1:
            self._add_one(group[0], group[0].takes)
            return
        self.talk += _longest(i for i in group if i.kind.has_terms)
        self.discussion += _longest(i for i in group if i.kind.discusses)
        self.pauses += _longest(i for i in group if not i.kind.has_terms and not _meal(i))
        self.meals += _longest(i for i in group if _meal(i))

    def _add_one(self, item: AgendaItem, takes: int) -> None:
        kind = item.kind
        if kind is ItemKind.MEAL:
            self.meals += takes
        elif not kind.has_terms:
            self.pauses += takes
        else:
            self.talk += takes
            self.discussion += takes if kind.discusses else 0


def _meal(item: AgendaItem) -> bool:
    return item.kind is ItemKind.MEAL


def _longest(items: Iterable[AgendaItem]) -> int:
    return max((i.takes for i in items), default=0)
