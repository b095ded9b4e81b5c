"""Several items of an agenda that are moved, copied or set aside together.

What was parallel stays parallel; the block keeps its order. Everything here returns new items.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from dialogueprep.domain.arranging import (
    MOST_LANES,
    Row,
    Spot,
    after_row,
    arranged,
    in_order,
    place_before,
    rows_of,
    without,
)
from dialogueprep.domain.dialogue import AgendaItem, ItemId
from dialogueprep.domain.errors import Refused


def block_rows(items: Sequence[AgendaItem], block: Collection[ItemId]) -> list[Row]:
    """Return the chosen items by the rows in which they stand, over all days."""
    days = sorted({i.day for i in items})
    rows = ([i for i in row if i.id in block] for day in days for row in rows_of(items, day))
    return [row for row in rows if row]


def arranged_block(
    items: Sequence[AgendaItem], block: Collection[ItemId], spot: Spot
) -> tuple[AgendaItem, ...]:
    """Return all items with those of a block at a spot, one row after the other.

    Anchored items keep their times. Beside another item a block must be one row: refused with
    "block-not-beside"; with "lane-for-talk" and "lanes-full" as in `arranging.arranged`.
    """
    mine = [[replace(i, day=spot.day) for i in row] for row in block_rows(items, block)]
    if not mine:
        return tuple(items)
    days = sorted({i.day for i in items} | {spot.day})
    whole = {day: rows_of(items, day) for day in days}
    before = _next_outside(whole[spot.day], block, spot.before)
    rows = {day: without(each, block) for day, each in whole.items()}
    if spot.beside is not None and spot.beside not in block:
        _put_beside(rows[spot.day], mine, spot.beside)
    else:
        at = place_before(rows[spot.day], before)
        rows[spot.day][at:at] = mine
    return in_order(rows, items)


def put_together(items: Sequence[AgendaItem], block: Collection[ItemId]) -> tuple[AgendaItem, ...]:
    """Return all items with those of a block side by side, where the first of them stands.

    If they are one row already, they follow one another again, and only the first stays
    anchored. Refused as `arranging.arranged`.
    """
    rows, now = block_rows(items, block), tuple(items)
    first, *others = [i for row in rows for i in row]
    if len(rows) > 1:
        for item in others:
            now = arranged(now, item, Spot(first.day, beside=first.id))
        return now
    for before, item in pairwise([first, *others]):
        now = arranged(now, replace(item, anchor=None), after_row(now, before))
    return now


def shifted_anchors(
    items: Sequence[AgendaItem], block: Collection[ItemId], by: int
) -> tuple[AgendaItem, ...]:
    """Return all items with the anchored ones of a block so many minutes later, or earlier."""
    return tuple(
        replace(i, anchor=max(0, i.anchor + by)) if i.id in block and i.anchor is not None else i
        for i in items
    )


def past_neighbours(
    items: Sequence[AgendaItem], block: Collection[ItemId], step: int
) -> Spot | None:
    """Return the spot before the row above a block (-1) or after the row below (1).

    None at an end of the day. A block that is spread is gathered first, where it begins.
    """
    chosen = block_rows(items, block)
    if not chosen:
        return None
    day = chosen[0][0].day
    rows = rows_of(items, day)
    places = [n for n, row in enumerate(rows) if any(i.id in block for i in row)]
    together = len(places) == len(chosen) and places[-1] - places[0] == len(places) - 1
    if not together:
        return Spot(day, _id_at(rows, places[0]))
    target = places[0] - 1 if step < 0 else places[-1] + 2
    return Spot(day, _id_at(rows, target)) if 0 <= target <= len(rows) else None


def set_aside(
    items: Sequence[AgendaItem], block: Collection[ItemId], *, for_series: bool = False
) -> tuple[AgendaItem, ...]:
    """Return all items with these set aside; what they leave alone has the whole room."""
    days = sorted({i.day for i in items})
    rows = {day: without(rows_of(items, day), block) for day in days}
    changed = tuple(
        replace(i, aside=True, lane=0, for_series=for_series) if i.id in block else i for i in items
    )
    return in_order(rows, changed)


def copied(items: Sequence[AgendaItem], block: Collection[ItemId]) -> Iterator[Row]:
    """Yield copies of a block by its rows, still with the ids of what they copy.

    A copy has no anchor, is open and has not been held.
    """
    for row in block_rows(items, block):
        yield [replace(i, anchor=None, closed=False, actual_minutes=None, began=None) for i in row]


def inserted(
    items: Sequence[AgendaItem], rows: Sequence[Row], spot: Spot
) -> tuple[AgendaItem, ...]:
    """Return all items with new rows at a spot."""
    days = sorted({i.day for i in items} | {spot.day})
    there = {day: rows_of(items, day) for day in days}
    at = place_before(there[spot.day], spot.before)
    there[spot.day][at:at] = [[replace(i, day=spot.day) for i in row] for row in rows]
    return in_order(there, items)


def after_block(items: Sequence[AgendaItem], block: Collection[ItemId]) -> Spot:
    """Return the spot after the last row in which an item of a block stands."""
    last = block_rows(items, block)[-1][0]
    rows = rows_of(items, last.day)
    at = max(n for n, row in enumerate(rows) if any(i.id in block for i in row))
    return Spot(last.day, _id_at(rows, at + 1))


def _id_at(rows: Sequence[Row], number: int) -> ItemId | None:
    return rows[number][0].id if number < len(rows) else None


def _next_outside(
    rows: Sequence[Row], block: Collection[ItemId], before: ItemId | None
) -> ItemId | None:
    """Return the item itself, or the first after it that does not belong to the block."""
    flat = [i.id for row in rows for i in row]
    if before is None or before not in flat:
        return before
    return next((i for i in flat[flat.index(before) :] if i not in block), None)


def _put_beside(rows: list[Row], block: Sequence[Row], beside: ItemId) -> None:
    if len(block) > 1:
        raise Refused("block-not-beside")
    row = next(r for r in rows if any(i.id == beside for i in r))
    if not all(i.kind.has_terms for i in (*row, *block[0])):
        raise Refused("lane-for-talk")
    if len(row) + len(block[0]) > MOST_LANES:
        raise Refused("lanes-full", most=MOST_LANES)
    together = next((i.anchor for i in row if i.anchor is not None), None)
    row += [replace(i, anchor=together) for i in block[0]]
