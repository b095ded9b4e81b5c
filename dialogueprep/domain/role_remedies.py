"""Observations about roles as values, and whom one may ask instead."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from dialogueprep.domain.dialogue import ItemId
from dialogueprep.domain.people import (
    Attendance,
    Participation,
    ParticipationId,
    Role,
)
from dialogueprep.domain.seating import (
    SPEAKS,
    Cell,
    Seating,
)


@dataclass(frozen=True, slots=True)
class Remedy:
    """A way to settle something: a code with its facts, and the cells as they would be."""

    code: str
    facts: Mapping[str, object]
    cells: tuple[Cell, ...] = ()
    shows: tuple[ParticipationId, ItemId] | None = None


@dataclass(frozen=True, slots=True)
class RoleCheck:
    """One observation, the cells that it is about, and ways out. A quiet one is no mistake."""

    code: str
    facts: Mapping[str, object]
    cells: tuple[tuple[ParticipationId, ItemId], ...] = ()
    remedies: tuple[Remedy, ...] = ()
    quiet: bool = False


def name_of(seating: Seating, participation: ParticipationId) -> str:
    """Return the listed name of a participant."""
    return seating.by_id[participation].person.name.listed


def where(there: Attendance) -> tuple[ParticipationId, ItemId]:
    """Return the cell that a presence stands in."""
    return there.participation, ItemId(there.item)


def title_of(seating: Seating, item: str) -> object:
    """Return the titles of an item, or nothing."""
    slot = seating.slots.get(ItemId(item))
    return slot.item.titles if slot else ""


def free(seating: Seating, item: ItemId, side: str = "") -> list[Participation]:
    """Return who is present at an item without a role; those of a side, then the idle first."""
    load = seating.loads
    slot = seating.slots[item]
    free = [
        seating.by_id[a.participation]
        for a in seating.at_item.get(item, ())
        if not a.roles and not a.silent and seating.comes(a)
    ]
    able = [p for p in free if p.capacity in SPEAKS and seating.here(p, slot)]
    return sorted(able, key=lambda p: (p.delegation != side, load.get(p.id, 0)))


def ask(who: Participation, seating: Seating, item: ItemId, role: Role) -> Remedy:
    """Return the remedy that somebody present takes a role as well."""
    there = seating.attendances.get((who.id, item))
    roles = (there.roles if there else frozenset[Role]()) | {role}
    facts = {"name": who.person.name.listed, "role": role, "item": item}
    return Remedy("ask", facts, (Cell(who.id, item, roles),))
