"""Three ways to win back time on a day that runs late, each with the day that comes of it.

Only what comes before the next anchored item, or else before the end of the day, can win back
anything. No plan moves an anchor or changes the order.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from dialogueprep.domain.arranging_blocks import set_aside
from dialogueprep.domain.dialogue import AgendaItem, ItemId, ItemKind
from dialogueprep.domain.running import Course, Day, Row, delayed
from dialogueprep.domain.timetable import Slot, Timetable, starts

FLOOR = 20  # minutes; no discussion is trimmed under this
SHORT_BREAK = 10


class PlanKind(StrEnum):
    """Where a plan takes the time from."""

    TRIM = "trim"
    BREAK = "break"
    ASIDE = "aside"


@dataclass(frozen=True, slots=True)
class Loss:
    """What a plan takes from an item: its minutes on the timetable before and after.

    None after: it is set aside.
    """

    item: AgendaItem
    before: int
    after: int | None


@dataclass(frozen=True, slots=True)
class LatePlan:
    """A way to win back time: the agenda as it would be, and the day that comes of it.

    ``missing`` is how many minutes are still to be won back; ``rest`` holds when what waits would
    begin and ``ends`` when the day would end, as clocks will show it; ``delays`` is what is agreed
    on with the plan, see `running.Day`.
    """

    kind: PlanKind
    items: tuple[AgendaItem, ...]
    losses: tuple[Loss, ...]
    rest: tuple[Slot, ...]
    ends: int
    missing: int
    delays: Mapping[ItemId, int]

    @property
    def wins(self) -> int:
        """The minutes that it wins back."""
        return sum(loss.before - (loss.after or 0) for loss in self.losses)

    @property
    def suffices(self) -> bool:
        """Whether all that is late is won back."""
        return not self.missing


@dataclass(frozen=True, slots=True)
class Lateness:
    """A day that runs late: how much has to be won back, and before what.

    ``before`` is the anchored item that must begin in time, None for the end of the day. Of the
    plans those are there that win anything back, at most one of each kind.
    """

    course: Course
    need: int
    before: AgendaItem | None
    plans: tuple[LatePlan, ...]
    can_wait: tuple[AgendaItem, ...]

    def plan(self, kind: PlanKind) -> LatePlan | None:
        """Return the plan of a kind, None if it would win nothing back."""
        return next((p for p in self.plans if p.kind is kind), None)

    @property
    def can_be_won(self) -> bool:
        """Whether one of the plans suffices."""
        return any(p.suffices for p in self.plans)


def lateness(day: Day, waits: ItemId | None = None) -> Lateness:
    """Return what is late on a day and the plans for it.

    ``waits`` is the item that the third plan sets aside; None leaves the choice to it.
    """
    now = day.course()
    part, before = _until_anchor(now)
    need = _missing(now.expected, now, part, before)
    can_wait = tuple(_that_can_wait(part))
    found = [
        _plan(day, now, PlanKind.TRIM, _trimmed(day, now, part, need)),
        _plan(day, now, PlanKind.BREAK, _breaks_cut(part, need)),
        _plan(day, now, PlanKind.ASIDE, _one_aside(can_wait, need, waits)),
    ]
    plans = tuple(p for p in found if p is not None and need)
    return Lateness(now, need, before, plans, can_wait)


def _until_anchor(now: Course) -> tuple[list[Row], AgendaItem | None]:
    """Return the rows that can win time back, and the anchored item that ends them."""
    part: list[Row] = []
    for row in now.rest:
        if anchored := next((i for i in row if i.anchor is not None), None):
            return part, anchored
        part.append(row)
    return part, None


def _missing(
    expected: Timetable, now: Course, part: Sequence[Row], before: AgendaItem | None
) -> int:
    """Return how many minutes what comes before an anchor, or the end of the day, ends too late."""
    ids = {i.id for row in part for i in row} | {i.id for i in now.beside}
    own = now.on.id if now.on else None
    ends = [s.end for s in expected.slots if s.item.id in ids or s.item.id == own]
    limit = now.ends_as_agreed
    if before is not None and before.anchor is not None:
        limit = now.turn.gone(before.anchor)
    return max(0, max(ends, default=now.resume) - limit)


# how time is won ----------------------------------------------------------------------------

Cuts = dict[ItemId, int | None]
"""The minutes that items take afterwards; None for what is set aside."""


def _trimmed(day: Day, now: Course, part: Sequence[Row], need: int) -> Cuts:
    """Trim discussions in proportion to their length, none of them under the floor."""
    rows = [*_on_as_row(day, now), *(r for r in part if all(i.kind.discusses for i in r))]
    length = [max(i.takes for i in row) for row in rows]
    least = [max(FLOOR, _used_up(now, row) + FLOOR) for row in rows]
    left = list(length)
    for _ in range(need):
        able = [n for n in range(len(rows)) if left[n] > least[n]]
        if not able:
            break
        left[max(able, key=lambda n: left[n] / length[n])] -= 1
    return {
        i.id: minutes
        for row, minutes in zip(rows, left, strict=True)
        for i in row
        if i.takes > minutes
    }


def _on_as_row(day: Day, now: Course) -> list[Row]:
    """Return what is on as something to trim, unless it is asked how it would be if longer."""
    trims = now.on is not None and now.on.kind.discusses and day.late is None and not now.beside
    return [(now.on,)] if now.on is not None and trims else []


def _used_up(now: Course, row: Row) -> int:
    return -(-now.spent // 60) if now.on is row[0] else 0


def _breaks_cut(part: Sequence[Row], need: int) -> Cuts:
    """Cut the first break that suffices alone; else one after the other."""
    breaks = [r[0] for r in part if len(r) == 1 and r[0].kind is ItemKind.BREAK]
    breaks = [b for b in breaks if b.takes > SHORT_BREAK]
    alone = [b for b in breaks if b.takes - need >= SHORT_BREAK][:1]
    cuts: Cuts = {}
    for each in alone or breaks:
        by = min(need, each.takes - SHORT_BREAK)
        if by > 0:
            cuts[each.id] = each.takes - by
            need -= by
    return cuts


def _that_can_wait(part: Sequence[Row]) -> Iterator[AgendaItem]:
    for row in part:
        kind = row[0].kind
        talks = kind.discusses or kind is ItemKind.PRESENTATION
        if len(row) == 1 and talks and kind is not ItemKind.NEXT_STEPS:
            yield row[0]


def _one_aside(can_wait: Sequence[AgendaItem], need: int, waits: ItemId | None) -> Cuts:
    """Set aside the shortest item that suffices, the later of equals; else the longest."""
    able = [i for i in can_wait if i.takes >= need]
    chosen = next((i for i in can_wait if i.id == waits), None)
    if chosen is None and able:
        chosen = min(reversed(able), key=lambda i: i.takes)
    elif chosen is None and can_wait:
        chosen = max(reversed(can_wait), key=lambda i: i.takes)
    return {chosen.id: None} if chosen is not None else {}


# what comes of it -----------------------------------------------------------------------------


def _plan(day: Day, now: Course, kind: PlanKind, cuts: Cuts) -> LatePlan | None:
    if not cuts:
        return None
    items = _cut(day.items, cuts)
    then = replace(day, items=items).course()
    part, before = _until_anchor(then)
    waiting = {i.id for row in then.rest for i in row}
    missing = _missing(then.expected, replace(then, agreed=now.agreed, due=now.due), part, before)
    return LatePlan(
        kind,
        items,
        _losses(day.items, items, cuts),
        tuple(then.turn.slot_shown(s) for s in then.expected.slots if s.item.id in waiting),
        then.shown(then.ends),
        missing,
        _delays(day, items, then),
    )


def _cut(items: Sequence[AgendaItem], cuts: Cuts) -> tuple[AgendaItem, ...]:
    shorter = tuple(
        replace(i, minutes=i.minutes_for(room)) if (room := cuts.get(i.id)) else i for i in items
    )
    aside: Collection[ItemId] = {i for i, room in cuts.items() if room is None}
    return set_aside(shorter, aside) if aside else shorter


def _losses(
    before: Sequence[AgendaItem], after: Sequence[AgendaItem], cuts: Cuts
) -> tuple[Loss, ...]:
    now = {i.id: i for i in after}
    return tuple(
        Loss(i, i.takes, None if now[i.id].aside else now[i.id].takes)
        for i in before
        if i.id in cuts
    )


def _delays(day: Day, items: Sequence[AgendaItem], then: Course) -> Mapping[ItemId, int]:
    """Return by how much items begin later than the agenda has it, once the plan is agreed on."""
    first = then.on or then.next
    if first is None:
        return day.agreed
    others = {i: by for i, by in day.agreed.items() if i != first.id}
    mine = [i for i in items if i.day == day.day and not i.aside]
    slot = starts(delayed(mine, day.hours, others), day.hours).slot(first.id)
    at = then.resume if then.on is not None else then.next_at
    if slot is None or at is None:
        return others
    planned = slot.end if then.on is not None else slot.start
    return {**others, first.id: then.shown(at) - planned}


def to_win(day: Day, now: Course) -> int:
    """Return how many minutes have to be won back; 0 where no plan could win back any."""
    part, before = _until_anchor(now)
    need = _missing(now.expected, now, part, before)
    able = need and (
        _breaks_cut(part, need) or any(_that_can_wait(part)) or _trimmed(day, now, part, need)
    )
    return need if able else 0
