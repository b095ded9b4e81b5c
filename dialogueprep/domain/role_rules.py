"""Who may be suggested for which role: the rules that no suggestion breaks.

`Rules.forbids` is asked before somebody is put in a place; `broken` checks a whole suggestion
again from the outside.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from dialogueprep.domain.dialogue import ItemId, ItemKind
from dialogueprep.domain.people import AT_TABLE, Participation, ParticipationId, Role
from dialogueprep.domain.seating import (
    LONGEST_STRETCH,
    SPEAKS,
    Seating,
    overlapping,
    strain,
    stretches,
)
from dialogueprep.domain.timetable import Slot

Wanted = Mapping[ItemKind, Mapping[Role, int]]
"""How many of each role an item of a kind wants."""

Held = dict[ItemId, frozenset[Role]]

ASKED_FOR = (Role.CHAIR, Role.MODERATOR, Role.PRESENTER, Role.DISCUSSANT, Role.RAPPORTEUR)
"""The roles that are suggested; interpreters and staff are not at the table."""

WANTED: Wanted = {
    ItemKind.OPENING: {Role.CHAIR: 1},
    ItemKind.DISCUSSION: {
        Role.MODERATOR: 1, Role.PRESENTER: 2, Role.DISCUSSANT: 1, Role.RAPPORTEUR: 1,
    },
    ItemKind.PRESENTATION: {Role.MODERATOR: 1, Role.PRESENTER: 2, Role.RAPPORTEUR: 1},
    ItemKind.BREAKOUT: {Role.MODERATOR: 1, Role.RAPPORTEUR: 1},
    ItemKind.REPORT_BACK: {Role.MODERATOR: 1, Role.RAPPORTEUR: 1},
    ItemKind.NEXT_STEPS: {Role.CHAIR: 1, Role.RAPPORTEUR: 1},
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Place:
    """One role to be filled at an item; ``number`` tells several of a kind apart."""

    item: ItemId
    role: Role
    number: int = 0


@dataclass(frozen=True)
class Question:
    """What is asked: who is there, which roles are wanted, what stays and what is ruled out.

    Roles that people hold stay unless ``anew``; then only those in ``kept`` do. ``kept`` may
    also hold choices of an earlier suggestion.
    """

    seating: Seating
    wanted: Wanted = field(default_factory=lambda: WANTED)
    kept: frozenset[tuple[ParticipationId, ItemId, Role]] = frozenset()
    rejected: frozenset[tuple[ParticipationId, ItemId, Role]] = frozenset()
    anew: bool = False

    @cached_property
    def fixed(self) -> tuple[tuple[ParticipationId, ItemId, Role], ...]:
        """The roles that stay as they are, in the order of the agenda."""
        held = {
            (a.participation, ItemId(a.item), role)
            for a in self.seating.with_roles
            for role in a.roles
            if not self.anew or role not in ASKED_FOR
        }
        slots, people = list(self.seating.slots), list(self.seating.by_id)
        known = [h for h in held | self.kept if h[1] in self.seating.slots]
        return tuple(sorted(known, key=lambda h: (slots.index(h[1]), h[2], people.index(h[0]))))

    @cached_property
    def places(self) -> tuple[Place, ...]:
        """The places that nobody holds yet."""
        held: dict[tuple[ItemId, Role], int] = defaultdict(int)
        for who, item, role in self.fixed:
            held[item, role] += self.seating.by_id[who].standing in AT_TABLE
        return tuple(
            Place(item, role, number)
            for item, slot in self.seating.slots.items()
            for role, count in self.wanted.get(slot.item.kind, {}).items()
            for number in range(held[item, role], count)
        )


class Rules:
    """The rules over what is fixed and what has been put so far."""

    def __init__(self, question: Question) -> None:
        self.question, self.seating = question, question.seating
        slots = self.seating.slots
        days: dict[int, list[Slot]] = defaultdict(list)
        for slot in slots.values():
            days[slot.day].append(slot)
        self.beside = {
            item: frozenset(o.item.id for o in days[slot.day] if overlapping(slot, o))
            for item, slot in slots.items()
        }
        times = sorted({(s.day, s.start) for s in slots.values()})
        self.sitting = {item: times.index((s.day, s.start)) for item, s in slots.items()}
        self._moderating: list[dict[str, int]] = [defaultdict(int) for _ in times]
        self.roles: dict[ParticipationId, Held] = defaultdict(dict)
        for who, item, role in question.fixed:
            self.put(who, item, role)

    def put(self, who: ParticipationId, item: ItemId, role: Role) -> None:
        """Note that somebody has a role at an item."""
        mine = self.roles[who]
        mine[item] = mine.get(item, frozenset[Role]()) | {role}
        if self._moderates(who, role):
            self._moderating[self.sitting[item]][self.seating.by_id[who].delegation] += 1

    def take(self, who: ParticipationId, item: ItemId, role: Role) -> None:
        """Note that somebody has it no longer."""
        mine = self.roles[who]
        mine[item] -= {role}
        if not mine[item]:
            del mine[item]
        if self._moderates(who, role):
            here, side = self._moderating[self.sitting[item]], self.seating.by_id[who].delegation
            here[side] -= 1
            if not here[side]:
                del here[side]

    def _moderates(self, who: ParticipationId, role: Role) -> bool:
        """Whether this is a moderator who is expected to come."""
        return role is Role.MODERATOR and self.seating.by_id[who].standing in AT_TABLE

    def able(self, place: Place) -> list[ParticipationId]:
        """Return who may have a place as far as presence, capacity and travel go."""
        slot = self.seating.slots[place.item]
        down = self.seating.at_item.get(place.item, ())
        present = {a.participation for a in down if not a.silent}
        return [
            p.id
            for p in self.seating.participations
            if (p.id in present or (not down and self._unplaced(p, place.item)))
            and p.standing in AT_TABLE
            and p.capacity in SPEAKS
            and self.seating.here(p, slot)
            and (p.id, place.item, place.role) not in self.question.rejected
        ]

    def _unplaced(self, who: Participation, item: ItemId) -> bool:
        """Whether somebody is down for nothing at the time of an item that nobody is down for."""
        attendances = self.seating.attendances
        return not any((who.id, other) in attendances for other in self.beside[item])

    def forbids(self, who: ParticipationId, place: Place) -> str | None:
        """Return why somebody may not have a place now: "taken" or "rule"; None if nothing does."""
        mine = self.roles.get(who)
        if mine and (place.item in mine or not self.beside[place.item].isdisjoint(mine)):
            return "taken"
        if place.role is Role.MODERATOR and not self._turn_of(who, place.item):
            return "rule"
        if place.role is Role.RAPPORTEUR and mine and self._too_long(mine, place.item):
            return "rule"
        return None

    def turn(self, side: str, item: ItemId) -> bool:
        """Return whether a delegation moderates neither just before nor just after an item."""
        at = self.sitting[item]
        before, after = self._moderating[at - 1 :: -1] if at else [], self._moderating[at + 1 :]
        return all(side not in next(filter(None, row), ()) for row in (before, after))

    def _turn_of(self, who: ParticipationId, item: ItemId) -> bool:
        return self.turn(self.seating.by_id[who].delegation, item)

    def _too_long(self, mine: Mapping[ItemId, frozenset[Role]], item: ItemId) -> bool:
        """Whether this would make somebody take notes for too long at several items on end."""
        return too_long(self.seating, [*notes_taken(mine), item])


def notes_taken(mine: Mapping[ItemId, frozenset[Role]]) -> list[ItemId]:
    """Return the items at which somebody takes notes."""
    return [item for item, roles in mine.items() if Role.RAPPORTEUR in roles]


def too_long(seating: Seating, items: Iterable[ItemId]) -> bool:
    """Return whether several of these items on end are too much for one rapporteur."""
    runs = stretches(seating.slots[i] for i in items)
    limit = LONGEST_STRETCH[Role.RAPPORTEUR]
    return any(len(run) > 1 and strain(run) > limit for run in runs)


def broken(
    question: Question, chosen: Iterable[tuple[ParticipationId, ItemId, Role]]
) -> Iterator[str]:
    """Yield each rule that choices break, in words for tests; what is fixed is not blamed."""
    rules, seating = Rules(question), question.seating
    new = list(chosen)
    for who, item, role in new:
        place = Place(item, role)
        if who not in rules.able(place):
            yield f"{who} is not there, or not to be asked, at {item}"
        if (item in rules.roles[who]) or rules.beside[item] & rules.roles[who].keys():
            yield f"{who} has two roles at the time of {item}"
        rules.put(who, item, role)
    for who, item, role in new:
        if role is Role.MODERATOR and not rules.turn(seating.by_id[who].delegation, item):
            yield f"the delegation of {who} moderates twice in a row at {item}"
        if role is Role.RAPPORTEUR and too_long(seating, notes_taken(rules.roles[who])):
            yield f"{who} takes notes for too long around {item}"
