"""What runs beside one another, as breakouts do: one clock for all items of a slot.

They begin together, one that is anchored later not before that, and end when the clock goes on; one
that is closed before that has ended then, and the clock stays with those that go on. When one
began and how long it took stands with it only if it was clocked or closed by itself, or typed in: a
colleague who notes another of them on another computer has a clock, too. For the others it is told
by what they ran beside.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import groupby

from dialogueprep.domain.dialogue import AgendaItem, ItemId
from dialogueprep.domain.running import Watch, later_begin
from dialogueprep.domain.timetable import parallel_groups


def as_held(items: Iterable[AgendaItem]) -> tuple[AgendaItem, ...]:
    """Return items with when they began and how long they took, by what they ran beside if need be.

    Nothing is told of an item by one that is still on, but when it began.
    """
    every = tuple(items)
    told = {i.id: _as_told(i, row) for row in _rows(every) for i in row if len(row) > 1}
    return tuple(told.get(i.id, i) for i in every)


def left_on(items: Iterable[AgendaItem], item: AgendaItem) -> bool:
    """Return whether an item began and nobody noted its end, though the meeting has gone on since.

    It has where the item is closed or one behind it has begun.
    """
    if item.began is None or item.actual_minutes is not None:
        return False
    rows = _rows(items)
    at = next((n for n, row in enumerate(rows) if any(i.id == item.id for i in row)), len(rows))
    return item.closed or any(i.began is not None for row in rows[at + 1 :] for i in row)


def beside(items: Iterable[AgendaItem], item: ItemId) -> tuple[AgendaItem, ...]:
    """Return the items that run beside one."""
    row = next((r for r in _rows(items) if any(i.id == item for i in r)), ())
    return tuple(i for i in row if i.id != item)


def still_on(items: Sequence[AgendaItem], watch: Watch) -> Watch | None:
    """Return the watch of what is on; of another beside it, if that goes on; else None."""
    item = next((i for i in items if i.id == watch.item), None)
    if item is None:
        return None
    others = beside(items, item.id)
    if not any(i.began is not None for i in (item, *others)):
        return None
    if not _has_ended(item):
        return watch
    return next((of_another(items, watch, i) for i in others if not _has_ended(i)), None)


def of_another(items: Iterable[AgendaItem], watch: Watch, item: AgendaItem) -> Watch:
    """Return the watch of an item beside the one that a watch is for."""
    row = next((r for r in _rows(items) if any(i.id == item.id for i in r)), [item])
    began = max(watch.began, later_begin(item, row) * 60)
    return replace(watch, item=item.id, began=began, out=watch.out if began == watch.began else 0)


def _has_ended(item: AgendaItem) -> bool:
    return bool(item.closed or item.actual_minutes)


def _rows(items: Iterable[AgendaItem]) -> list[list[AgendaItem]]:
    kept = (i for i in items if not i.aside)
    return [row for _, day in groupby(kept, key=lambda i: i.day) for row in parallel_groups(day)]


def _as_told(item: AgendaItem, row: Sequence[AgendaItem]) -> AgendaItem:
    known = [i.began for i in row if i.began is not None]
    if not known or (item.began is not None and item.actual_minutes is not None):
        return item
    began = max(min(known), later_begin(item, row)) if item.began is None else item.began
    ends = [i.began + i.actual_minutes for i in row if i.began is not None and i.actual_minutes]
    on = any(i.began is not None and not _has_ended(i) for i in row)
    took = item.actual_minutes
    if took is None and ends and not on:
        took = max(ends) - began
    if took is not None and took <= 0:
        return item
    return replace(item, began=began, actual_minutes=took)
