"""What can be done about what stands out in an agenda as a whole."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from dialogueprep.domain.arranging import Spot, after_row
from dialogueprep.domain.checks import SENSITIVE, Check, Plan, same_delegation_moderates
from dialogueprep.domain.dialogue import AgendaItem
from dialogueprep.domain.people import Attendee
from dialogueprep.domain.seating import Cell
from dialogueprep.domain.timetable import Slot
from dialogueprep.domain.whole_checks import moderators_swapped
from dialogueprep.ui.models.agenda_blocks import Agenda


def later_spot(agenda: Agenda, check: Check) -> tuple[AgendaItem, Spot, AgendaItem] | None:
    """Return a sensitive opening item, the spot after the next milder one, and that one.

    Nothing where the item is anchored or none of its day is milder.
    """
    slot = agenda.timetable.slot(check.items[0])
    if slot is None or slot.item.anchor is not None or slot.lane:
        return None
    found = next((s for s in _numbered(agenda, slot.day, slot.start) if _milder(agenda, s)), None)
    if found is None or found.item.anchor is not None:
        return None
    return slot.item, after_row(agenda.items, found.item), found.item


def earlier_spot(agenda: Agenda, check: Check) -> tuple[AgendaItem, Spot, AgendaItem] | None:
    """Return a sensitive last item, the spot before a milder one of its day, and that one."""
    slot = agenda.timetable.slot(check.items[0])
    if slot is None or slot.item.anchor is not None or slot.lane:
        return None
    before = [s for s in _numbered(agenda, slot.day, -1) if s.start < slot.start]
    found = next((s for s in reversed(before) if _milder(agenda, s)), None)
    if found is None or found.lane or found.item.anchor is not None:
        return None
    return slot.item, Spot(slot.day, found.item.id), found.item


def after_item(agenda: Agenda, item: AgendaItem) -> Spot:
    """Return the spot right after the row of an item."""
    return after_row(agenda.items, item)


def swaps(agenda: Agenda, check: Check) -> Iterator[tuple[AgendaItem, tuple[Cell, ...]]]:
    """Yield with which items the second of two could swap moderators, the nearest first.

    Only swaps after which fewer items are moderated by one delegation twice in a row.
    """
    slot = agenda.timetable.slot(check.items[-1])
    if slot is None:
        return
    present: dict[str, tuple[Attendee, ...]] = {str(k): v for k, v in agenda.present.items()}
    now = _repeats(agenda, present)
    others = [s for s in agenda.timetable.slots if s.item.kind.numbered and s.item != slot.item]
    at = slot.day * 1440 + slot.start
    for other in sorted(others, key=lambda s: abs(s.day * 1440 + s.start - at)):
        changed = moderators_swapped(present, slot.item, other.item)
        if changed and _repeats(agenda, _with(present, changed)) < now:
            yield other.item, changed


def _repeats(agenda: Agenda, seated: dict[str, tuple[Attendee, ...]]) -> int:
    by_item = {s.item.id: seated.get(s.item.id, ()) for s in agenda.timetable.slots}
    return len(list(same_delegation_moderates(Plan(agenda.timetable, by_item))))


def _with(
    seated: dict[str, tuple[Attendee, ...]], changed: tuple[Cell, ...]
) -> dict[str, tuple[Attendee, ...]]:
    roles = {(str(a.item), a.participation): a.roles for a in changed}
    items = {str(a.item) for a in changed}
    there = {
        item: tuple(replace(a, roles=roles.get((item, a.who.id), a.roles)) for a in seated[item])
        for item in items
        if item in seated
    }
    return {**seated, **there}


def _numbered(agenda: Agenda, day: int, after: int) -> list[Slot]:
    slots = [s for s in agenda.timetable.of_day(day) if s.item.kind.numbered and s.start > after]
    return sorted(slots, key=lambda s: (s.start, s.lane))


def _milder(agenda: Agenda, slot: Slot) -> bool:
    block = agenda.block(slot.item.id)
    return block is not None and (block.sensitivity or 0) < SENSITIVE
