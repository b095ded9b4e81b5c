"""Who would have to be in two places, is not there yet, or does one thing for too long."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import partial
from itertools import combinations

from dialogueprep.domain.dialogue import ItemId
from dialogueprep.domain.people import (
    Attendance,
    ParticipationId,
    Role,
)
from dialogueprep.domain.role_remedies import Remedy, RoleCheck, free, name_of, title_of, where
from dialogueprep.domain.seating import (
    LONGEST_STRETCH,
    Cell,
    Seating,
    absent,
    changed,
    overlapping,
    strain,
    stretches,
    travel_of,
)
from dialogueprep.domain.timetable import Slot


def in_two_lanes(seating: Seating) -> Iterator[RoleCheck]:
    """Yield who is down for two groups at once."""
    for one, other in _parallel(seating):
        there = {a.participation: a for a in seating.at_item.get(other.item.id, ())}
        for mine in seating.at_item.get(one.item.id, ()):
            if mine.participation not in there or not seating.comes(mine):
                continue
            also = there[mine.participation]
            facts = {
                "name": name_of(seating, mine.participation),
                "first": one.item.titles,
                "last": other.item.titles,
            }
            ways = (
                Remedy("only-at", {"item": one.item.id}, (absent(also),)),
                Remedy("only-at", {"item": other.item.id}, (absent(mine),)),
            )
            yield RoleCheck("in-two-lanes", facts, (where(mine), where(also)), ways)


def _parallel(seating: Seating) -> Iterator[tuple[Slot, Slot]]:
    """Yield the groups that meet at the same time; what overlaps otherwise is the timetable's."""
    days: dict[int, list[Slot]] = defaultdict(list)
    for slot in seating.slots.values():
        if slot.lane > 0:
            days[slot.day].append(slot)
    for slots in days.values():
        yield from ((a, b) for a, b in combinations(slots, 2) if overlapping(a, b))


@dataclass
class _Missed:
    late: list[Attendance] = field(default_factory=list[Attendance])
    early: list[Attendance] = field(default_factory=list[Attendance])


def away(seating: Seating) -> Iterator[RoleCheck]:
    """Somebody is down for items before the arrival or after the departure."""
    found: dict[ParticipationId, _Missed] = defaultdict(_Missed)
    known = {p.id: travel_of(p) for p in seating.participations}
    travellers = {who: times for who, times in known.items() if any(times)}
    for there in seating.attendances.values() if travellers else ():
        slot = seating.slots.get(ItemId(there.item))
        arrives, departs = travellers.get(there.participation, (None, None))
        if slot is None or not seating.comes(there):
            continue
        if arrives is not None and arrives > seating.begins(slot):
            found[there.participation].late.append(there)
        elif departs is not None and departs < seating.ends(slot):
            found[there.participation].early.append(there)
    for who, missed in found.items():
        for code, items in (("arrives-later", missed.late), ("leaves-earlier", missed.early)):
            if items:
                yield _away_at(seating, code, who, items)


def _away_at(
    seating: Seating, code: str, who: ParticipationId, items: list[Attendance]
) -> RoleCheck:
    items.sort(key=lambda a: seating.begins(seating.slots[ItemId(a.item)]))
    arrives, departs = travel_of(seating.by_id[who])
    several = "" if len(items) == 1 else "-several"
    first = items[0]
    facts = {
        "name": name_of(seating, who),
        "title": title_of(seating, first.item),
        "n": len(items),
        "when": arrives if code == "arrives-later" else departs,
        "roles": any(a.roles for a in items),
    }
    way = Remedy("absent-then", {"n": len(items)}, tuple(absent(a) for a in items))
    show = Remedy("open", {"name": facts["name"]}, shows=where(first))
    return RoleCheck(code + several, facts, tuple(where(a) for a in items), (way, show))


def on_end(seating: Seating) -> Iterator[RoleCheck]:
    """Somebody takes notes, or interprets, for longer on end than anybody can."""
    held: dict[tuple[ParticipationId, Role], list[Slot]] = defaultdict(list)
    for there in seating.with_roles:
        slot = seating.slots.get(ItemId(there.item))
        if slot is not None and seating.comes(there):
            for role in there.roles & LONGEST_STRETCH.keys():
                held[there.participation, role].append(slot)
    for (who, role), slots in held.items():
        for run in stretches(slots):
            if strain(run, partial(_sharing, seating, role)) > LONGEST_STRETCH[role]:
                yield _too_long(seating, who, role, run)


def _sharing(seating: Seating, role: Role, slot: Slot) -> int:
    return max(1, len(seating.holders(slot.item.id, role)))


def _too_long(
    seating: Seating, who: ParticipationId, role: Role, run: tuple[Slot, ...]
) -> RoleCheck:
    facts = {
        "name": name_of(seating, who),
        "minutes": sum(s.end - s.start for s in run),
        "first": run[0].item.titles,
        "last": run[-1].item.titles,
    }
    cells = tuple((who, s.item.id) for s in run)
    ways: list[Remedy] = []
    for slot in (run[1:] or run) if role is Role.RAPPORTEUR else ():
        for other in free(seating, slot.item.id)[:1]:
            mine = seating.attendances[who, slot.item.id]
            taken = changed(mine, mine.roles - {role})
            put = (taken, Cell(other.id, slot.item.id, frozenset({role})))
            told = {"name": other.person.name.listed, "role": role, "item": slot.item.id}
            ways.append(Remedy("hand-at", told, put))
    code = "rapporteur-on-end" if role is Role.RAPPORTEUR else "interpreter-on-end"
    return RoleCheck(code, facts, cells, tuple(ways[:2]))
