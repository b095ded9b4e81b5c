"""Who does what at which item, and when: what the checks and suggestions of roles look at."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import cached_property
from itertools import pairwise

from dialogueprep.domain.dialogue import Delegation, ItemId
from dialogueprep.domain.people import (
    AT_TABLE,
    Attendance,
    Capacity,
    Participation,
    ParticipationId,
    Role,
)
from dialogueprep.domain.timetable import Slot, Timetable

SPEAKS = frozenset({Capacity.PERSONAL, Capacity.INSTITUTION})
"""The capacities in which somebody is asked to take a role."""
LONGEST_STRETCH: Mapping[Role, int] = {Role.RAPPORTEUR: 160, Role.INTERPRETER: 120}
"""Minutes that one person may do this on end; those who do it together share them."""
REST = 30  # minutes without the role after which it begins anew
PAUSE, GIVEN_BACK = 10, 30  # a pause of so many minutes, and the minutes that it gives back
LEADS = frozenset({Role.CHAIR, Role.MODERATOR})


@dataclass(frozen=True, slots=True)
class Cell:
    """What somebody is to be at an item: present with these roles, or absent (None)."""

    participation: ParticipationId
    item: ItemId
    roles: frozenset[Role] | None
    silent: bool = False


@dataclass(frozen=True)
class Seating:
    """Who does what at which item, when: all that the checks and the suggestion look at."""

    timetable: Timetable
    participations: tuple[Participation, ...]
    attendances: Mapping[tuple[ParticipationId, ItemId], Attendance]
    first_day: date
    delegations: tuple[Delegation, ...] = ()

    @cached_property
    def by_id(self) -> dict[ParticipationId, Participation]:
        """The participations by their ids."""
        return {p.id: p for p in self.participations}

    @cached_property
    def at_item(self) -> dict[ItemId, tuple[Attendance, ...]]:
        """Who is written down for an item, those included who do not come."""
        found: dict[ItemId, list[Attendance]] = defaultdict(list)
        for it in self.attendances.values():
            found[ItemId(it.item)].append(it)
        return {item: tuple(there) for item, there in found.items()}

    @cached_property
    def with_roles(self) -> tuple[Attendance, ...]:
        """The presences that have a role."""
        return tuple(a for a in self.attendances.values() if a.roles)

    @cached_property
    def loads(self) -> dict[ParticipationId, int]:
        """How many roles each who has any has."""
        found: dict[ParticipationId, int] = defaultdict(int)
        for there in self.with_roles:
            found[there.participation] += len(there.roles)
        return found

    @cached_property
    def slots(self) -> dict[ItemId, Slot]:
        """The slots of the items that something is said at, by item."""
        return {s.item.id: s for s in self.timetable.slots if s.item.kind.has_terms}

    def holders(self, item: ItemId, *roles: Role) -> tuple[Attendance, ...]:
        """Return who holds any of these roles at an item and comes."""
        there = self.at_item.get(item, ())
        return tuple(a for a in there if a.roles.intersection(roles) and self.comes(a))

    def comes(self, there: Attendance) -> bool:
        """Return whether somebody who is written down is expected to come."""
        return self.by_id[there.participation].standing in AT_TABLE

    def begins(self, slot: Slot) -> datetime:
        """Return when a slot begins, in the time zone of the dialogue."""
        return self._moment(slot.day, slot.start)

    def ends(self, slot: Slot) -> datetime:
        """Return when a slot ends, in the time zone of the dialogue."""
        return self._moment(slot.day, slot.end)

    def here(self, who: Participation, slot: Slot) -> bool:
        """Return whether somebody has arrived, and not left, for the whole of a slot."""
        arrives, departs = travel_of(who)
        late = arrives is not None and arrives > self.begins(slot)
        early = departs is not None and departs < self.ends(slot)
        return not (late or early)

    def _moment(self, day: int, minutes: int) -> datetime:
        midnight = datetime.combine(self.first_day + timedelta(days=day), time())
        return midnight + timedelta(minutes=minutes)


def travel_of(who: Participation) -> tuple[datetime | None, datetime | None]:
    """Return when somebody arrives and departs, as the clocks of the dialogue show it."""
    times = who.logistics.arrives, who.logistics.departs
    arrives, departs = (t.replace(tzinfo=None) if t else None for t in times)
    return arrives, departs


def overlapping(one: Slot, other: Slot) -> bool:
    """Return whether nobody can be at both of these items."""
    together = one.start < other.end and other.start < one.end
    return one.item.id != other.item.id and one.day == other.day and together


def stretches(slots: Iterable[Slot]) -> Iterator[tuple[Slot, ...]]:
    """Yield the slots that follow each other without a rest of `REST` minutes."""
    run: list[Slot] = []
    for slot in sorted(slots, key=lambda s: (s.day, s.start)):
        if run and (slot.day != run[0].day or slot.start - max(s.end for s in run) >= REST):
            yield tuple(run)
            run = []
        run.append(slot)
    if run:
        yield tuple(run)


def strain(run: Iterable[Slot], sharing: Callable[[Slot], int] = lambda _slot: 1) -> float:
    """Return the minutes of a stretch that count: each slot's share, less what pauses give back."""
    slots = list(run)
    minutes = sum((s.end - s.start) / sharing(s) for s in slots)
    pauses = sum(after.start - before.end >= PAUSE for before, after in pairwise(slots))
    return minutes - GIVEN_BACK * pauses


def changed(there: Attendance, roles: frozenset[Role]) -> Cell:
    """Return a cell with other roles, in which somebody goes on listening only."""
    return Cell(there.participation, ItemId(there.item), roles, there.silent)


def absent(there: Attendance) -> Cell:
    """Return the cell of somebody who is not present any more."""
    return Cell(there.participation, ItemId(there.item), None)
