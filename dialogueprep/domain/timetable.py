"""When each item of an agenda begins and ends, and what to do when it does not fit.

All times are minutes after midnight of the item's day; a dinner may end after 1440.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import groupby

from dialogueprep.domain.dialogue import AgendaItem, ItemId, ItemKind

DEFAULT_DAY_START = 9 * 60
SHORTEST_TALK = 10  # minutes; no remedy makes an item shorter than this
SHORTEST_BREAK = 5


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
class Slack:
    """Free minutes before an anchored item."""

    before: AgendaItem
    minutes: int


@dataclass(frozen=True, slots=True)
class DaySummary:
    """A day in figures, in minutes. Parallel items count once, with the longest of them."""

    day: int
    start: int
    end: int
    talk: int
    pauses: int
    slack: int


@dataclass(frozen=True, slots=True)
class Timetable:
    """The slots in the order of the agenda, by day; what overlaps, and what is free."""

    slots: tuple[Slot, ...] = ()
    overlaps: tuple[Overlap, ...] = ()
    slacks: tuple[Slack, ...] = ()
    days: tuple[DaySummary, ...] = ()

    def slot(self, item: ItemId) -> Slot | None:
        """Return the slot of the item with this id; None if it has none."""
        return next((s for s in self.slots if s.item.id == item), None)

    def of_day(self, day: int) -> tuple[Slot, ...]:
        """Return the slots of one day."""
        return tuple(s for s in self.slots if s.day == day)


class RemedyKind(StrEnum):
    """How an overlap can be ended."""

    SHORTEN = "shorten"
    TAKE_FROM_BREAK = "take from break"
    MOVE_ANCHOR = "move anchor"


@dataclass(frozen=True, slots=True)
class Remedy:
    """A change that ends an overlap: the item that gets new minutes, or a new anchor."""

    kind: RemedyKind
    item: AgendaItem
    minutes: int | None = None
    anchor: int | None = None


def starts(items: Iterable[AgendaItem], day_starts: Mapping[int, int] | None = None) -> Timetable:
    """Return the timetable of items that stand in their order.

    A floating item follows the end of what stands before it on its day; an anchored one starts
    at its anchor. Parallel items share a start, and the next item follows the longest of them.
    Items that are set aside have no slot. ``day_starts`` gives the start of a day in minutes
    (else 09:00); it does not hold for a day that begins with an anchored item.
    """
    kept = sorted((i for i in items if not i.aside), key=lambda i: i.day)
    days = [
        _Day(day, (day_starts or {}).get(day, DEFAULT_DAY_START)).filled(group)
        for day, group in groupby(kept, key=lambda i: i.day)
    ]
    return Timetable(
        slots=tuple(s for d in days for s in d.slots),
        overlaps=tuple(o for d in days for o in d.overlaps),
        slacks=tuple(s for d in days for s in d.slacks),
        days=tuple(d.summary() for d in days),
    )


def remedies(timetable: Timetable, overlap: Overlap) -> tuple[Remedy, ...]:
    """Return the changes each of which ends this overlap, the gentlest first.

    Shorten the item that overruns; take the minutes from a break before it; let the anchored
    item begin later.
    """
    return (*_shorten(overlap), *_from_break(timetable, overlap), *_later(timetable, overlap))


def parallel_groups(items: Iterable[AgendaItem]) -> Iterator[list[AgendaItem]]:
    """Yield the items of a day in groups that begin together.

    Items in lane 0 stand alone. Neighbours in lanes from 1 form a group until a lane comes
    again, which begins the next group.
    """
    group: list[AgendaItem] = []
    for item in items:
        lanes = {g.lane for g in group}
        if group and (item.lane == 0 or lanes & {0, item.lane}):
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
    slots: list[Slot] = field(default_factory=list[Slot])
    overlaps: list[Overlap] = field(default_factory=list[Overlap])
    slacks: list[Slack] = field(default_factory=list[Slack])
    talk: int = 0
    pauses: int = 0

    def filled(self, items: Iterable[AgendaItem]) -> _Day:
        for group in parallel_groups(items):
            self._compare_with_anchors(group)
            self._place(group)
        return self

    def summary(self) -> DaySummary:
        start = min(s.start for s in self.slots)
        end = max(s.end for s in self.slots)
        slack = sum(s.minutes for s in self.slacks)
        return DaySummary(self.day, start, end, self.talk, self.pauses, slack)

    def _compare_with_anchors(self, group: list[AgendaItem]) -> None:
        for item in group:
            if item.anchor is None or not self.slots:
                continue
            late = [s for s in self.slots if s.end > item.anchor]
            self.overlaps += [Overlap(s.item, item, s.end - item.anchor) for s in late]

    def _place(self, group: list[AgendaItem]) -> None:
        anchored = [i for i in group if i.anchor is not None]
        together = self.cursor if not anchored else anchored[0].anchor or 0
        before = self.cursor if self.slots else 0
        if self.slots and together > self.cursor:
            self.slacks.append(Slack(anchored[0], together - self.cursor))
        for item in group:
            start = together if item.anchor is None else item.anchor
            self.slots.append(Slot(item, self.day, item.lane, start, start + item.minutes))
        self.cursor = max(before, *(s.end for s in self.slots[-len(group) :]))
        self._add_up(group)

    def _add_up(self, group: list[AgendaItem]) -> None:
        self.talk += max((i.minutes for i in group if i.kind.has_terms), default=0)
        self.pauses += max((i.minutes for i in group if not i.kind.has_terms), default=0)


def _shorten(overlap: Overlap) -> Iterator[Remedy]:
    left = overlap.item.minutes - overlap.minutes
    if left >= SHORTEST_TALK:
        yield Remedy(RemedyKind.SHORTEN, overlap.item, minutes=left)


def _from_break(timetable: Timetable, overlap: Overlap) -> Iterator[Remedy]:
    for slot in _leading_up_to(timetable, overlap.item):
        left = slot.item.minutes - overlap.minutes
        if slot.item.kind is ItemKind.BREAK and left >= SHORTEST_BREAK:
            yield Remedy(RemedyKind.TAKE_FROM_BREAK, slot.item, minutes=left)
            return


def _leading_up_to(timetable: Timetable, item: AgendaItem) -> Iterator[Slot]:
    """Yield what stands before an item and pushes it back, the nearest first.

    An anchored item ends the chain: what stands before it moves nothing behind it. A group
    of parallel items ends it too: shortening one of them need not move what follows.
    """
    slots = timetable.of_day(item.day)
    place = next(n for n, s in enumerate(slots) if s.item.id == item.id)
    here = slots[place]
    earlier = [s for s in slots[:place] if s.end <= here.start]
    if any(_held(s) for s in slots if s.start == here.start):
        return
    for slot in sorted(earlier, key=lambda s: s.end, reverse=True):
        if slot.lane > 0 or slot.end != here.start:
            return
        yield slot
        if _held(slot):
            return
        here = slot


def _held(slot: Slot) -> bool:
    return slot.item.anchor is not None


def _later(timetable: Timetable, overlap: Overlap) -> Iterator[Remedy]:
    anchor = (overlap.anchored.anchor or 0) + overlap.minutes
    slot = timetable.slot(overlap.anchored.id)
    if slot is not None:
        yield Remedy(RemedyKind.MOVE_ANCHOR, slot.item, anchor=anchor)
