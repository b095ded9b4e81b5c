"""What stands out in an agenda as a whole: whose subjects follow each other, and who opens.

As in `domain.checks`, these are observations. Pages add them to its own.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import groupby

from dialogueprep.domain.checks import SENSITIVE, Check, Plan
from dialogueprep.domain.dialogue import AgendaItem, ItemId, ItemKind
from dialogueprep.domain.people import Attendee, Role
from dialogueprep.domain.seating import Cell
from dialogueprep.domain.timetable import Slot

MANY = 3  # items of a day from which on it stands out that one delegation begins them all


def whole_checks(plan: Plan) -> tuple[Check, ...]:
    """Return what stands out, in the order in which an organiser would settle it."""
    return (*stacked(plan), *opened_by_one(plan), *without_presenter(plan))


def stacked(plan: Plan) -> Iterator[Check]:
    """Yield where one delegation's issues are stacked.

    An item counts as a delegation's if all who present there belong to it, and for another check
    if its topic is rated sensitive for that delegation alone. Two or more such items of a day
    stand out if they follow each other among the items that have a number, with no other in
    between; parallel items count together. Whose a topic is by its sources is not judged: a
    source has a publisher and no delegation.
    """
    yield from _stacks(plan, "one-delegation-stacked", _sole)
    yield from _stacks(plan, "one-delegation-concerned", _touched)


def touchy(ratings: Iterable[tuple[str, str | None, int]]) -> dict[str, str]:
    """Return for which one delegation alone subjects are sensitive, by subject.

    Each rating is a subject, the delegation for which it holds (None: for all) and its value.
    """
    values: dict[str, dict[str | None, int]] = {}
    for subject, delegation, value in ratings:
        mine = values.setdefault(subject, {})
        mine[delegation] = max(value, mine.get(delegation, 0))
    found: dict[str, str] = {}
    for subject, mine in values.items():
        high = [d for d, value in mine.items() if value >= SENSITIVE]
        if len(high) == 1 and high[0] is not None:
            found[subject] = high[0]
    return found


def _stacks(plan: Plan, code: str, owner: Callable[[Plan, list[Slot]], str]) -> Iterator[Check]:
    sittings = (s for s in plan.sittings if any(_numbered(slot) for slot in s))
    owned = [(slots[0].day, owner(plan, slots), slots[0]) for slots in sittings]
    for (_, delegation), run in groupby(owned, key=lambda each: each[:2]):
        slots = [slot for _, _, slot in run]
        if delegation and len(slots) > 1:
            facts: dict[str, object] = {
                "delegation": delegation,
                "count": len(slots),
                "first": slots[0].item.titles,
                "last": slots[-1].item.titles,
            }
            yield Check(code, facts, tuple(s.item.id for s in slots))


def opened_by_one(plan: Plan) -> Iterator[Check]:
    """Yield days on which the presenters of one delegation open each item.

    Who opens is who stands first among the presenters in the programme, and that is by the
    order of delegations. At least `MANY` items with presenters of several delegations.
    """
    slots = [s for sitting in plan.sittings for s in sitting if _numbered(s)]
    for day, of_day in groupby(slots, key=lambda s: s.day):
        presented = [(s, plan.holders([s], Role.PRESENTER)) for s in of_day]
        openers = {people[0].who.delegation for _, people in presented if people}
        everybody = {a.who.delegation for _, people in presented for a in people}
        count = sum(bool(people) for _, people in presented)
        if len(openers) == 1 and len(everybody) > 1 and count >= MANY:
            facts = {"delegation": next(iter(openers)), "count": count, "day": day + 1}
            ids = tuple(s.item.id for s, people in presented if people)
            yield Check("one-delegation-opens", facts, ids)


def without_presenter(plan: Plan) -> Iterator[Check]:
    """Yield presentations and discussions of a topic that nobody presents at.

    Nothing stands out while nobody presents anywhere: roles are not given yet.
    """
    slots = [s for sitting in plan.sittings for s in sitting if _to_present(s.item)]
    bare = [s for s in slots if not plan.holders([s], Role.PRESENTER)]
    if not bare or len(bare) == len(slots):
        return
    code = "no-presenter" if len(bare) == 1 else "several-without-presenter"
    facts = {"title": bare[0].item.titles, "count": len(bare)}
    yield Check(code, facts, tuple(s.item.id for s in bare))


def moderators_swapped(
    seated: Mapping[str, Iterable[Attendee]], one: AgendaItem, other: AgendaItem
) -> tuple[Cell, ...]:
    """Return the cells with which two items have each other's moderators.

    Nothing where one of those who would moderate is not present, or has another role there.
    """
    sides = {i.id: {a.who.id: a for a in seated.get(i.id, ())} for i in (one, other)}
    changed: list[Cell] = []
    for here, there in ((one.id, other.id), (other.id, one.id)):
        for who, attendee in sides[here].items():
            if Role.MODERATOR not in attendee.roles:
                continue
            mine = sides[there].get(who)
            if mine is None or mine.roles - {Role.MODERATOR}:
                return ()
            if Role.MODERATOR in mine.roles:
                continue
            fewer, more = attendee.roles - {Role.MODERATOR}, mine.roles | {Role.MODERATOR}
            changed += [_seat(attendee, here, fewer), _seat(mine, there, more)]
    return tuple(changed)


def _seat(attendee: Attendee, item: str, roles: frozenset[Role]) -> Cell:
    return Cell(attendee.who.id, ItemId(item), roles, attendee.silent)


def _numbered(slot: Slot) -> bool:
    return slot.item.kind.numbered


def _to_present(item: AgendaItem) -> bool:
    by_topic = item.kind is ItemKind.DISCUSSION and item.topic is not None
    return item.kind is ItemKind.PRESENTATION or by_topic


def _sole(plan: Plan, slots: list[Slot]) -> str:
    """Return the delegation to which all presenters belong; "" if there are several or none."""
    found = {a.who.delegation for a in plan.holders(slots, Role.PRESENTER)}
    return next(iter(found)) if len(found) == 1 else ""


def _touched(plan: Plan, slots: list[Slot]) -> str:
    """Return the delegation for which alone what is discussed is sensitive; "" if there is none."""
    topics = [s.item.topic for s in slots if _numbered(s)]
    found = {plan.touchy.get(topic, "") if topic else "" for topic in topics}
    return next(iter(found)) if len(found) == 1 else ""
