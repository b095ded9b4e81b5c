"""What an organiser may want to settle about roles and presence: observations with ways out.

Each is a code with its facts; the sentence is found in ``dialogueprep.sentences``.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import timedelta

from dialogueprep.domain.checks import Plan, same_delegation_moderates
from dialogueprep.domain.dialogue import ItemId, ItemKind
from dialogueprep.domain.people import (
    AT_TABLE,
    Attendance,
    Attendee,
    Participation,
    ParticipationId,
    Role,
    Standing,
)
from dialogueprep.domain.role_remedies import Remedy, RoleCheck, ask, free, name_of, title_of, where
from dialogueprep.domain.role_times import away, in_two_lanes, on_end
from dialogueprep.domain.seating import (
    LEADS,
    SPEAKS,
    Cell,
    Seating,
    absent,
    changed,
)


def role_checks(seating: Seating) -> tuple[RoleCheck, ...]:
    """Return what stands out, in the order in which an organiser would settle it."""
    return (
        *_not_coming(seating),
        *in_two_lanes(seating),
        *away(seating),
        *_own_paper(seating),
        *_nobody_leads(seating),
        *_breakouts_without_rapporteur(seating),
        *on_end(seating),
        *_same_delegation(seating),
        *_presents_twice(seating),
        *_no_presenter(seating),
        *_unconfirmed(seating),
    )


def _not_coming(seating: Seating) -> Iterator[RoleCheck]:
    """Somebody who has declined still has a role."""
    for there in seating.with_roles:
        who = seating.by_id[there.participation]
        if who.standing is not Standing.DECLINED or there.item not in seating.slots:
            continue
        role = min(there.roles, key=list(Role).index)
        facts = {
            "name": who.person.name.listed,
            "role": role,
            "title": title_of(seating, there.item),
        }
        code = "chair-not-coming" if role is Role.CHAIR else "role-not-coming"
        stand_in = free(seating, ItemId(there.item), who.delegation)
        ways = [Remedy("hand-to", {"name": p.person.name.listed, "role": role},
                       (absent(there), Cell(p.id, ItemId(there.item), there.roles)))
                for p in stand_in[:1]]  # fmt: skip
        ways.append(Remedy("take-roles", {"name": facts["name"]}, (absent(there),)))
        yield RoleCheck(code, facts, (where(there),), tuple(ways))


def _own_paper(seating: Seating) -> Iterator[RoleCheck]:
    for there in seating.with_roles:
        if Role.PRESENTER not in there.roles or not there.roles & LEADS:
            continue
        if there.item not in seating.slots or not seating.comes(there):
            continue
        facts = {
            "name": name_of(seating, there.participation),
            "title": title_of(seating, there.item),
        }
        leads = frozenset(there.roles & LEADS)
        others = [p for p in free(seating, ItemId(there.item))]
        ways = [
            Remedy(
                "hand-to",
                {"name": p.person.name.listed, "role": min(leads)},
                (changed(there, there.roles - leads), Cell(p.id, ItemId(there.item), leads)),
            )
            for p in others[:1]
        ]
        ways += [
            Remedy("no-longer", {"role": r}, (changed(there, there.roles - {r}),))
            for r in (*sorted(leads), Role.PRESENTER)
        ]
        yield RoleCheck("moderates-own-paper", facts, (where(there),), tuple(ways))


def _nobody_leads(seating: Seating) -> Iterator[RoleCheck]:
    """An item has neither chair nor moderator, while others have."""
    led = {item for item in seating.slots if seating.holders(item, *LEADS)}
    if not led:
        return
    for item, slot in seating.slots.items():
        if item in led or not slot.item.kind.numbered:
            continue
        ways = tuple(ask(p, seating, item, Role.MODERATOR) for p in free(seating, item)[:2])
        yield RoleCheck("nobody-leads", {"title": slot.item.titles}, (), ways)


def _breakouts_without_rapporteur(seating: Seating) -> Iterator[RoleCheck]:
    for item, slot in seating.slots.items():
        if slot.item.kind is not ItemKind.BREAKOUT or seating.holders(item, Role.RAPPORTEUR):
            continue
        ways = tuple(ask(p, seating, item, Role.RAPPORTEUR) for p in free(seating, item)[:2])
        yield RoleCheck("breakout-lacks-rapporteur", {"title": slot.item.titles}, (), ways)


def _same_delegation(seating: Seating) -> Iterator[RoleCheck]:
    seated = {
        item: tuple(Attendee(who=seating.by_id[a.participation], roles=a.roles) for a in found)
        for item in seating.slots
        if (found := seating.holders(item, Role.MODERATOR))
    }
    for check in same_delegation_moderates(Plan(seating.timetable, seated)):
        cells = tuple(
            where(a)
            for item in check.items
            for a in seating.holders(item, Role.MODERATOR)
            if seating.by_id[a.participation].delegation == check.facts["delegation"]
        )
        ways = tuple(_other_side(seating, *cell) for cell in cells[-1:])
        shows = tuple(
            Remedy("show", {"name": name_of(seating, who), "item": item}, shows=(who, item))
            for who, item in cells
        )
        found = tuple(w for w in ways if w is not None)
        yield RoleCheck(check.code, check.facts, cells, (*found, *shows)[:3])


def _other_side(seating: Seating, who: ParticipationId, item: ItemId) -> Remedy | None:
    side, mine = seating.by_id[who].delegation, seating.attendances[who, item]
    other = next((p for p in free(seating, item) if p.delegation != side), None)
    if other is None:
        return None
    put = (
        changed(mine, mine.roles - {Role.MODERATOR}),
        Cell(other.id, item, frozenset({Role.MODERATOR})),
    )
    facts = {"name": other.person.name.listed, "role": Role.MODERATOR, "item": item}
    return Remedy("hand-at", facts, put)


def _presents_twice(seating: Seating) -> Iterator[RoleCheck]:
    held: dict[tuple[ParticipationId, int], list[Attendance]] = defaultdict(list)
    for there in seating.with_roles:
        slot = seating.slots.get(ItemId(there.item))
        if slot is not None and Role.PRESENTER in there.roles and seating.comes(there):
            held[there.participation, slot.day].append(there)
    for (who, day), items in held.items():
        if len(items) < 2:
            continue
        items.sort(key=lambda a: seating.begins(seating.slots[ItemId(a.item)]))
        last = items[-1]
        facts = {
            "name": name_of(seating, who),
            "n": len(items),
            "day": seating.first_day + timedelta(days=day),
        }
        roles = last.roles - {Role.PRESENTER} | {Role.DISCUSSANT}
        way = Remedy("discussant-at", {"item": ItemId(last.item)}, (changed(last, roles),))
        cells = tuple(where(a) for a in items)
        yield RoleCheck("presents-twice", facts, cells, (way,), quiet=True)


def _no_presenter(seating: Seating) -> Iterator[RoleCheck]:
    """A delegation presents nowhere, while others do."""
    presents = [a for a in seating.with_roles if Role.PRESENTER in a.roles and seating.comes(a)]
    sides = {seating.by_id[a.participation].delegation for a in presents}
    for delegation in seating.delegations if presents else ():
        mine = [p for p in seating.participations if p.delegation == delegation.code]
        able = [p for p in mine if p.standing in AT_TABLE and p.capacity in SPEAKS]
        if delegation.code in sides or not able:
            continue
        way = _somewhere(seating, able, presents)
        ways = (way,) if way else ()
        yield RoleCheck("side-presents-nowhere", {"delegation": delegation.labels}, (), ways)


def _somewhere(
    seating: Seating, able: list[Participation], presents: list[Attendance]
) -> Remedy | None:
    """Return whom to ask to present, at the item with the fewest presenters."""
    count = {item: sum(a.item == item for a in presents) for item in seating.slots}
    kinds = (ItemKind.DISCUSSION, ItemKind.PRESENTATION)
    items = [i for i, s in seating.slots.items() if s.item.kind in kinds]
    for item in sorted(items, key=count.__getitem__):
        who = next((p for p in free(seating, item) if p in able), None)
        if who is not None:
            return ask(who, seating, item, Role.PRESENTER)
    return None


def _unconfirmed(seating: Seating) -> Iterator[RoleCheck]:
    waiting = (Standing.LONG_LIST, Standing.INVITED)
    found = [
        a
        for a in seating.with_roles
        if seating.by_id[a.participation].standing in waiting and a.item in seating.slots
    ]
    people = list(dict.fromkeys(a.participation for a in found))
    if people:
        first = {a.participation: a for a in reversed(found)}
        ways = [
            Remedy("open", {"name": name_of(seating, p)}, shows=where(first[p])) for p in people[:6]
        ]
        facts = {"names": tuple(name_of(seating, p) for p in people)}
        yield RoleCheck("roles-unconfirmed", facts, (), tuple(ways), quiet=True)
