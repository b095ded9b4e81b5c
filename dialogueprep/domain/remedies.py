"""Ways out of what does not fit into an agenda, each of which ends one conflict."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from dialogueprep.domain.dialogue import AgendaItem, DayHours, ItemId, ItemKind
from dialogueprep.domain.timetable import Overlap, Overrun, Slot, Timetable

SHORTEST_TALK = 10  # minutes; no remedy makes an item shorter than this
SHORTEST_BREAK = 5


class RemedyKind(StrEnum):
    """How a conflict can be ended."""

    SHORTEN = "shorten"
    TAKE_FROM_BREAK = "take from break"
    MOVE_ANCHOR = "move anchor"
    SHORTEN_NEXT = "shorten next"
    MOVE_DAY_END = "move the day's end"
    SPLIT = "split"
    SET_ASIDE = "set aside"


@dataclass(frozen=True, slots=True)
class Remedy:
    """A change that ends a conflict: what ``item`` becomes, or when its day must end.

    Of a split, ``item`` is the first part and ``rest`` the second, still without an id of its
    own; it stands after the row of the item ``after``.
    """

    kind: RemedyKind
    item: AgendaItem
    rest: AgendaItem | None = None
    after: ItemId | None = None
    day_ends: int | None = None

    def items(self, before: Iterable[AgendaItem]) -> tuple[AgendaItem, ...]:
        """Return the items of the agenda as they would be."""
        return tuple(self._after(before))

    def hours(self, before: Sequence[DayHours]) -> tuple[DayHours, ...]:
        """Return the hours of the days as they would be."""
        if self.day_ends is None:
            return tuple(before)
        day = self.item.day
        mine = next((h for h in before if h.number == day), DayHours(day))
        others = (h for h in before if h.number != day)
        return tuple(sorted((*others, replace(mine, ends=self.day_ends)), key=lambda h: h.number))

    def _after(self, before: Iterable[AgendaItem]) -> Iterator[AgendaItem]:
        for each in before:
            yield self.item if each.id == self.item.id else each
            if self.rest is not None and each.id == self.after:
                yield self.rest


def remedies(timetable: Timetable, conflict: Overlap | Overrun) -> tuple[Remedy, ...]:
    """Return the changes each of which ends this conflict, the gentlest first.

    Shorten the item that overruns; take the minutes from a break before it; let the anchored
    item begin later, and be shorter so that what follows stays; let the day end later; split
    the item around the anchored one; set it aside.
    A day that ends far too late is only brought nearer to its end by what is set aside.
    """
    if isinstance(conflict, Overrun):
        return tuple(_of_overrun(timetable, conflict))
    return (
        *_shorten(conflict),
        *_from_break(timetable, conflict),
        *_later(conflict),
        *_later_and_shorter(conflict),
        *_split(timetable, conflict),
        *_set_aside(conflict),
    )


def _of_overrun(timetable: Timetable, overrun: Overrun) -> Iterator[Remedy]:
    end = max(s.end for s in timetable.of_day(overrun.day))
    chain = _that_move_all(timetable, overrun, end - overrun.minutes)
    talks = [i for i in chain if i.kind.has_terms or i.id == overrun.item.id]
    for item in sorted(talks, key=lambda i: -i.minutes)[:1]:
        if (shorter := _cut(item, overrun.minutes, SHORTEST_TALK)) is not None:
            yield Remedy(RemedyKind.SHORTEN, shorter)
    breaks = (_cut(i, overrun.minutes, SHORTEST_BREAK) for i in chain if i.kind is ItemKind.BREAK)
    for shorter in [b for b in breaks if b is not None][:1]:
        yield Remedy(RemedyKind.TAKE_FROM_BREAK, shorter)
    yield Remedy(RemedyKind.MOVE_DAY_END, overrun.item, day_ends=end)
    if not _holds_others(timetable, overrun.item):
        yield from _set_aside(overrun)


def _holds_others(timetable: Timetable, item: AgendaItem) -> bool:
    """Return whether parallel items begin with this anchored one: without it they may end later."""
    slots = timetable.of_day(item.day)
    here = next(s for s in slots if s.item.id == item.id)
    beside = (s for s in slots if s is not here and s.start == here.start)
    return _held(here) and not all(_held(s) for s in beside)


def _that_move_all(timetable: Timetable, overrun: Overrun, limit: int) -> list[AgendaItem]:
    """Return the items, the last first, each of which brings all that is late forward."""
    slots = timetable.of_day(overrun.day)
    last = next(s for s in slots if s.item.id == overrun.item.id)
    late = [s for s in slots if s.end > limit]
    chain = [last, *_leading_up_to(timetable, overrun.item)]
    return [s.item for s in chain if all(other is s or other.start >= s.end for other in late)]


def _cut(item: AgendaItem, by: int, shortest: int) -> AgendaItem | None:
    """Return an item that takes so many minutes less; None if too little would be left."""
    left = item.minutes_for(item.takes - by)
    return replace(item, minutes=left) if left >= shortest else None


def _shorten(conflict: Overlap | Overrun) -> Iterator[Remedy]:
    shorter = _cut(conflict.item, conflict.minutes, SHORTEST_TALK)
    if shorter is not None:
        yield Remedy(RemedyKind.SHORTEN, shorter)


def _from_break(timetable: Timetable, conflict: Overlap | Overrun) -> Iterator[Remedy]:
    for slot in _leading_up_to(timetable, conflict.item):
        shorter = _cut(slot.item, conflict.minutes, SHORTEST_BREAK)
        if slot.item.kind is ItemKind.BREAK and shorter is not None:
            yield Remedy(RemedyKind.TAKE_FROM_BREAK, shorter)
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
        beside = any(s is not slot and s.end > slot.start and s.start < slot.end for s in earlier)
        if slot.lane > 0 or slot.end != here.start or beside:
            return
        yield slot
        if _held(slot):
            return
        here = slot


def _held(slot: Slot) -> bool:
    return slot.item.anchor is not None


def _later(overlap: Overlap) -> Iterator[Remedy]:
    anchor = (overlap.anchored.anchor or 0) + overlap.minutes
    yield Remedy(RemedyKind.MOVE_ANCHOR, replace(overlap.anchored, anchor=anchor))


def _later_and_shorter(overlap: Overlap) -> Iterator[Remedy]:
    """Let the anchored item begin later and end as before."""
    shortest = SHORTEST_TALK if overlap.anchored.kind.has_terms else SHORTEST_BREAK
    shorter = _cut(overlap.anchored, overlap.minutes, shortest)
    if shorter is not None:
        anchor = (shorter.anchor or 0) + overlap.minutes
        yield Remedy(RemedyKind.SHORTEN_NEXT, replace(shorter, anchor=anchor))


def _split(timetable: Timetable, overlap: Overlap) -> Iterator[Remedy]:
    """Go on after the anchored item with what does not fit before it."""
    item, alone = overlap.item, overlap.item.lane == 0 and overlap.anchored.lane == 0
    over = max(overlap.minutes, -(-SHORTEST_TALK * item.stretch // 100))
    first = _cut(item, over, SHORTEST_TALK)
    if first is None or not alone or not item.kind.numbered or not _next(timetable, overlap):
        return
    rest = replace(
        item,
        id=ItemId(""),
        minutes=item.minutes - first.minutes,
        anchor=None,
        questions=(),
        recommendations=(),
    )
    yield Remedy(RemedyKind.SPLIT, first, rest, overlap.anchored.id)


def _next(timetable: Timetable, overlap: Overlap) -> bool:
    """Whether the anchored item is the next to begin after the one that overruns."""
    slots = [s.item.id for s in timetable.of_day(overlap.item.day)]
    return slots.index(overlap.anchored.id) == slots.index(overlap.item.id) + 1


def _set_aside(conflict: Overlap | Overrun) -> Iterator[Remedy]:
    if conflict.item.kind.has_terms:
        yield Remedy(RemedyKind.SET_ASIDE, replace(conflict.item, aside=True))
