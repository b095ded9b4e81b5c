"""Where an item stands in an agenda, and what the agenda is when it stands elsewhere.

An agenda is read as rows by day: a row is one item of the whole room, or parallel items in
lanes. Everything here returns new items; nothing is written.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache

from dialogueprep import words
from dialogueprep.domain import wording
from dialogueprep.domain.dialogue import AgendaItem, ItemId, ItemKind
from dialogueprep.domain.errors import Refused
from dialogueprep.domain.texts import LANGUAGES
from dialogueprep.domain.timetable import Timetable, parallel_groups

MOST_LANES = 4
LATEST_END = 19 * 60  # minutes; what is placed by itself ends by then
DAY_OF_TALK = 6 * 60  # minutes of talk that a day holds beside its pauses
_CLOSE = (ItemKind.NEXT_STEPS, ItemKind.OPENING)  # kinds that close a day which they end
Row = list[AgendaItem]


@dataclass(frozen=True, slots=True)
class Spot:
    """A place for an item: on a day before an item (None: last), or beside one in a lane.

    ``anchor`` is the new fixed start in minutes, for items that are anchored.
    """

    day: int
    before: ItemId | None = None
    beside: ItemId | None = None
    anchor: int | None = None


def rows_of(items: Iterable[AgendaItem], day: int) -> list[Row]:
    """Return the rows of one day in their order; items that are set aside are left out."""
    return list(parallel_groups(i for i in items if i.day == day and not i.aside))


def row_of(items: Sequence[AgendaItem], item: AgendaItem) -> Row:
    """Return the row in which an item stands."""
    return next(r for r in rows_of(items, item.day) if item.id in _ids(r))


def arranged(items: Sequence[AgendaItem], item: AgendaItem, spot: Spot) -> tuple[AgendaItem, ...]:
    """Return all items in their order with this one, new or known, at the spot.

    Refused with "lane-for-talk" if a break or a meal is to stand in a lane, with "lanes-full"
    if the row has as many lanes as there can be.
    """
    days = {d: rows_of(items, d) for d in sorted({i.day for i in items} | {spot.day})}
    rows = {d: without(each, {item.id}) for d, each in days.items()}
    anchor = spot.anchor if spot.anchor is not None and item.anchor is not None else item.anchor
    moved = replace(item, day=spot.day, anchor=anchor)
    if spot.beside is not None and spot.beside != item.id:
        _put_beside(rows[spot.day], moved, spot.beside)
    else:
        rows[spot.day].insert(place_before(rows[spot.day], spot.before), [replace(moved, lane=0)])
    return in_order(rows, items)


def removed(items: Sequence[AgendaItem], gone: Iterable[ItemId]) -> tuple[AgendaItem, ...]:
    """Return the items without these; what then stands alone is of the whole room again."""
    ids = set(gone)
    rows = {d: without(rows_of(items, d), ids) for d in sorted({i.day for i in items})}
    return in_order(rows, [i for i in items if i.id not in ids])


def swapped(items: Sequence[AgendaItem], item: AgendaItem, step: int) -> tuple[AgendaItem, ...]:
    """Return the items with this one a lane further left or right in its row; () at the edge."""
    row = row_of(items, item)
    at = _ids(row).index(item.id)
    if not 0 <= at + step < len(row):
        return ()
    row[at], row[at + step] = row[at + step], row[at]
    days = {d: rows_of(items, d) for d in sorted({i.day for i in items})}
    for number, each in enumerate(days[item.day]):
        if item.id in _ids(each):
            days[item.day][number] = row
    return in_order(days, items)


def past_neighbour(items: Sequence[AgendaItem], item: AgendaItem, step: int) -> Spot | None:
    """Return the spot before the row above (step -1) or after the row below (1); None at an end.

    An item in a lane leaves its row.
    """
    rows = rows_of(items, item.day)
    at = next(n for n, r in enumerate(rows) if item.id in _ids(r))
    leaves = int(len(rows[at]) > 1)
    target = at - 1 + leaves if step < 0 else at + 2 - leaves
    if target < 0 or target > len(rows):
        return None
    return Spot(item.day, _first(rows, target))


def after_row(items: Sequence[AgendaItem], item: AgendaItem) -> Spot:
    """Return the spot after the row in which an item stands."""
    rows = rows_of(items, item.day)
    at = next(n for n, r in enumerate(rows) if item.id in _ids(r))
    return Spot(item.day, _first(rows, at + 1))


def row_before(items: Sequence[AgendaItem], item: AgendaItem) -> Row:
    """Return the row before the one in which an item stands; empty for the first of its day."""
    rows = rows_of(items, item.day)
    at = next(n for n, r in enumerate(rows) if item.id in _ids(r))
    return rows[at - 1] if at else []


def on_day(timetable: Timetable, item: AgendaItem, day: int) -> Spot:
    """Return the spot on another day that is nearest to when the item begins now."""
    here = timetable.slot(item.id)
    return at_time(timetable, item, day, here.start if here else 0)


def at_time(timetable: Timetable, item: AgendaItem, day: int, minutes: int) -> Spot:
    """Return the spot before the first row whose middle lies after this time."""
    others = [s for s in timetable.of_day(day) if s.item.id != item.id]
    rows = rows_of([s.item for s in others], day)
    middles = {s.item.id: (s.start + s.end) / 2 for s in others}
    before = next((r[0].id for r in rows if middles[r[0].id] > minutes), None)
    return Spot(day, before)


def first_fit(timetable: Timetable, minutes: int, day: int, days: int) -> Spot:
    """Return the first place where this many minutes fit, on this day or a later or earlier one.

    They fit into free time before an anchored item, or at the end of a day, before it is closed,
    if it then ends when it must, or by `LATEST_END`. Where nothing fits: on this day, after what
    is talked about last.
    """
    limits = {each.day: each.limit for each in timetable.days}
    for each in sorted(range(days), key=lambda d: (d < day, d)):
        free = (s for s in timetable.slacks if s.before.day == each and s.minutes >= minutes)
        if (slack := next(free, None)) is not None:
            return Spot(each, slack.before.id)
        end = max((s.end for s in timetable.of_day(each)), default=0)
        if end + minutes <= (limits.get(each) or LATEST_END):
            return Spot(each, _closing(timetable, each))
    return _after_talk(timetable, day)


def talk_left(timetable: Timetable, days: int) -> int:
    """Return the minutes that may still be talked on the first days, `DAY_OF_TALK` on each."""
    talk = {each.day: each.talk for each in timetable.days}
    return sum(max(0, DAY_OF_TALK - talk.get(day, 0)) for day in range(days))


def spread_fit(timetable: Timetable, minutes: int, days: int) -> Spot:
    """Return the first place on a day that has talk left for so many minutes, else `first_fit`."""
    talk = {each.day: each.talk for each in timetable.days}
    for day in range(days):
        if talk.get(day, 0) + minutes <= DAY_OF_TALK:
            spot = first_fit(timetable, minutes, day, days)
            if spot.day == day:
                return spot
    return first_fit(timetable, minutes, 0, days)


def _after_talk(timetable: Timetable, day: int) -> Spot:
    items = [s.item for s in timetable.of_day(day)]
    if closing := _closing(timetable, day):
        return Spot(day, closing)
    talk = [n for n, i in enumerate(items) if i.kind.has_terms]
    return after_row(items, items[talk[-1]]) if talk else Spot(day)


def _closing(timetable: Timetable, day: int) -> ItemId | None:
    """Return the first item of those that close a day, as next steps do; None if none does."""
    first: ItemId | None = None
    for slot in reversed(timetable.of_day(day)[1:]):
        if slot.item.kind not in _CLOSE or slot.item.anchor is not None:
            break
        first = slot.item.id
    return first


def waiting_for_topic(items: Iterable[AgendaItem], day: int) -> AgendaItem | None:
    """Return the first item of a day that is numbered and still has neither topic nor content."""
    return next((i for i in items if i.day == day and waits_for_topic(i)), None)


def waits_for_topic(item: AgendaItem) -> bool:
    """Return whether an item of a template still waits to be filled with a topic.

    One that somebody named does not, so that no topic takes its title away: templates name their
    items in several languages, or by the word of their kind.
    """
    empty = item.topic is None and not item.questions and not item.recommendations
    waits = item.kind.numbered and empty and not item.aside and not item.closed
    return waits and _is_unnamed(item)


def _is_unnamed(item: AgendaItem) -> bool:
    said = item.titles.entries
    return len(said) > 1 or all(t.wording in _words_of(item.kind) for t in said)


@cache
def _words_of(kind: ItemKind) -> frozenset[str]:
    """Return the word of a kind in each language."""
    return frozenset(words.of(each)(wording.of(kind)) for each in LANGUAGES)


def _ids(row: Row) -> list[ItemId]:
    return [i.id for i in row]


def without(rows: Iterable[Row], gone: Collection[ItemId]) -> list[Row]:
    """Return the rows without these items; what is empty then is left out."""
    kept = ([i for i in row if i.id not in gone] for row in rows)
    return [row for row in kept if row]


def place_before(rows: list[Row], before: ItemId | None) -> int:
    """Return the number of the row with this item; one past the last if there is none."""
    return next((n for n, r in enumerate(rows) if before in _ids(r)), len(rows))


def _first(rows: list[Row], number: int) -> ItemId | None:
    return rows[number][0].id if number < len(rows) else None


def _put_beside(rows: list[Row], item: AgendaItem, beside: ItemId) -> None:
    row = next(r for r in rows if beside in _ids(r))
    if not all(i.kind.has_terms for i in (*row, item)):
        raise Refused("lane-for-talk")
    if len(row) >= MOST_LANES:
        raise Refused("lanes-full", most=MOST_LANES)
    together = next((i.anchor for i in row if i.anchor is not None), None)
    row.append(replace(item, anchor=together))


def in_order(rows: dict[int, list[Row]], items: Iterable[AgendaItem]) -> tuple[AgendaItem, ...]:
    """Return the items of the rows by day, each with its lane; then those that are set aside."""
    placed: list[AgendaItem] = []
    for day in sorted(rows):
        for row in rows[day]:
            lanes = range(1, len(row) + 1) if len(row) > 1 else [0]
            placed += [_in_lane(i, lane) for i, lane in zip(row, lanes, strict=True)]
    known = {i.id for i in placed}
    return (*placed, *(i for i in items if i.aside and i.id not in known))


def _in_lane(item: AgendaItem, lane: int) -> AgendaItem:
    return item if item.lane == lane else replace(item, lane=lane)
