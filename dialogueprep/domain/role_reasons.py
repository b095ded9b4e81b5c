"""Why a proposal of roles is as it is: a reason or two for each choice."""

from __future__ import annotations

from collections.abc import Iterator

from dialogueprep.domain.people import ParticipationId, Role, Seniority
from dialogueprep.domain.role_rules import Place, notes_taken
from dialogueprep.domain.role_suggesting import Choice, Proposal, Reason, Search
from dialogueprep.domain.seating import SPEAKS, stretches

MOST_REASONS = 2


def explained(search: Search) -> Proposal:
    """Return what a search has found, with reasons, in the order of the agenda."""
    kept = [Choice(who, Place(item, role), kept=True) for who, item, role in search.question.fixed]
    new = [
        Choice(who, place, tuple(_reasons(search, who, place))[:MOST_REASONS])
        for place, who in search.chosen.items()
    ]
    places = list(search.seating.slots)
    order = list(Role)
    choices = sorted(
        (*kept, *new),
        key=lambda c: (places.index(c.place.item), order.index(c.place.role), c.place.number),
    )
    left = [(p, Reason(_why_open(search, p))) for p in search.places if p not in search.chosen]
    return Proposal(tuple(choices), tuple(left))


def _why_open(search: Search, place: Place) -> str:
    if not search.able[place]:
        refused = any(r[1:] == (place.item, place.role) for r in search.question.rejected)
        return "all-rejected" if refused else "nobody-attends"
    hindered = [search.rules.forbids(who, place) for who in search.able[place]]
    return "rules-forbid" if "rule" in hindered else "all-taken"


def _reasons(search: Search, who: ParticipationId, place: Place) -> Iterator[Reason]:
    rules, person = search.rules, search.seating.by_id[who]
    rules.take(who, place.item, place.role)
    others = [p for p in search.able[place] if p != who and rules.forbids(p, place) is None]
    rules.put(who, place.item, place.role)
    if not others:
        yield Reason("only-one")
        return
    yield from _for_the_role(search, who, place)
    yield from _for_the_sides(search, who, place)
    load = search.count("load", who)
    name = person.person.name.listed
    if load == 1:
        yield Reason("first-role", {"name": name})
        return
    asked = (p.id for p in search.seating.participations if p.capacity in SPEAKS)
    most = max(search.count("load", p) for p in asked)
    yield Reason("least-busy", {"name": name, "n": load, "most": most})


def _for_the_role(search: Search, who: ParticipationId, place: Place) -> Iterator[Reason]:
    person = search.seating.by_id[who]
    name = person.person.name.listed
    if place.role is Role.MODERATOR:
        yield Reason("turn", {"delegation": person.delegation})
    if place.role in (Role.CHAIR, Role.MODERATOR) and person.seniority is Seniority.SENIOR:
        yield Reason("senior", {"name": name})
    if place.role is Role.RAPPORTEUR:
        if person.seniority is Seniority.EARLY_CAREER:
            yield Reason("early", {"name": name})
        slots = [search.seating.slots[i] for i in notes_taken(search.rules.roles[who])]
        longest = max(sum(s.end - s.start for s in run) for run in stretches(slots))
        yield Reason("rested", {"minutes": longest})


def _for_the_sides(search: Search, who: ParticipationId, place: Place) -> Iterator[Reason]:
    person = search.seating.by_id[who]
    side, count = person.delegation, search.count
    sides = {search.seating.by_id[p].delegation for p in search.able[place]}
    held = {s: count("side-role", s, place.role) for s in sides}
    if len(held) > 1 and held[side] < min(n for s, n in held.items() if s != side):
        yield Reason("side-waits", {"delegation": side})
    if count("item", place.item, side) == 1:
        yield Reason("other-side")
    elif person.sector and count("item-sector", place.item, person.sector.broad) == 1:
        yield Reason("sector", {"sector": person.sector})
