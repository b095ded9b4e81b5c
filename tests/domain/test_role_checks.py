from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from test_role_suggesting import DAY, item, person

from dialogueprep.domain.dialogue import AgendaItem, Delegation, DelegationId, ItemId, ItemKind
from dialogueprep.domain.people import (
    Attendance,
    Capacity,
    Logistics,
    Participation,
    Role,
    Standing,
)
from dialogueprep.domain.role_checks import role_checks
from dialogueprep.domain.role_remedies import RoleCheck
from dialogueprep.domain.seating import Cell, Seating
from dialogueprep.domain.texts import Texts
from dialogueprep.domain.timetable import starts
from dialogueprep.sentences import observed, settled_by

TALK = ItemKind.DISCUSSION
PAUSE = item(90, ItemKind.BREAK, minutes=20)


def there(who: Participation, at: AgendaItem, *roles: Role) -> Attendance:
    return Attendance(participation=who.id, item=at.id, roles=frozenset(roles))


def seated(
    people: list[Participation],
    items: list[AgendaItem],
    presences: list[Attendance],
    sides: tuple[Delegation, ...] = (),
) -> Seating:
    known = {(a.participation, ItemId(a.item)): a for a in presences}
    return Seating(starts(items), tuple(people), known, DAY, sides)


def found(seating: Seating) -> dict[str, RoleCheck]:
    return {check.code: check for check in role_checks(seating)}


def settled(seating: Seating, cells: tuple[Cell, ...]) -> Seating:
    """Return the seating after a remedy."""
    known = dict(seating.attendances)
    for cell in cells:
        if cell.roles is None:
            known.pop((cell.participation, cell.item), None)
        else:
            known[cell.participation, cell.item] = Attendance(
                participation=cell.participation,
                item=cell.item,
                roles=cell.roles,
                silent=cell.silent,
            )
    return replace(seating, attendances=known)


def settles(seating: Seating, code: str) -> None:
    """Hold that there is such a check, that it can be said, and that each remedy settles it."""
    check = found(seating)[code]
    assert "{" not in observed(code, check.facts)
    ways = [r for r in check.remedies if r.cells]
    assert ways
    for way in ways:
        assert "{" not in settled_by(way.code, way.facts)
        assert code not in found(settled(seating, way.cells))


ONE, TWO, THREE = person(1, "CN"), person(2, "JP"), person(3, "KR")
MOD, PRES, RAP = Role.MODERATOR, Role.PRESENTER, Role.RAPPORTEUR


def test_somebody_is_in_two_groups_at_once() -> None:
    a, b = item(1, ItemKind.BREAKOUT, lane=1), item(2, ItemKind.BREAKOUT, lane=2)
    presences = [there(ONE, a, MOD, RAP), there(ONE, b), there(TWO, b, MOD, RAP)]
    settles(seated([ONE, TWO], [a, b], presences), "in-two-lanes")


def test_namesakes_in_two_groups_are_two_people() -> None:
    a, b = item(1, ItemKind.BREAKOUT, lane=1), item(2, ItemKind.BREAKOUT, lane=2)
    other = replace(TWO, person=replace(TWO.person, name=ONE.person.name))
    presences = [there(ONE, a, MOD, RAP), there(other, b, MOD, RAP)]
    assert not found(seated([ONE, other], [a, b], presences))


def test_somebody_who_declined_has_a_role() -> None:
    a = item(1, TALK)
    gone = replace(ONE, standing=Standing.DECLINED)
    presences = [there(gone, a, PRES), there(TWO, a), there(THREE, a, MOD)]
    settles(seated([gone, TWO, THREE], [a], presences), "role-not-coming")
    chair = [there(gone, a, Role.CHAIR), there(TWO, a), there(THREE, a)]
    settles(seated([gone, TWO, THREE], [a], chair), "chair-not-coming")


def test_somebody_arrives_later_and_leaves_earlier() -> None:
    items = [item(n, TALK) for n in range(3)]  # 09:00, 09:45, 10:30 to 11:15
    travel = Logistics(arrives=datetime(2026, 11, 12, 9, 30), departs=datetime(2026, 11, 12, 11))
    late = replace(ONE, logistics=travel)
    seating = seated([late], items, [there(late, i) for i in items])
    settles(seating, "arrives-later")
    settles(seating, "leaves-earlier")
    assert {c[1] for c in found(seating)["arrives-later"].cells} == {"i0"}
    later = replace(ONE, logistics=Logistics(arrives=datetime(2026, 11, 12, 10)))
    settles(seated([later], items, [there(later, i) for i in items]), "arrives-later-several")


def test_nobody_moderates_the_own_paper() -> None:
    a = item(1, TALK)
    presences = [there(ONE, a, MOD, PRES), there(TWO, a), there(THREE, a, PRES)]
    settles(seated([ONE, TWO, THREE], [a], presences), "moderates-own-paper")


def test_an_item_has_nobody_who_leads_while_others_have() -> None:
    a, b = item(1, TALK), item(2, TALK)
    presences = [there(ONE, a, MOD), there(TWO, b), there(THREE, b)]
    settles(seated([ONE, TWO, THREE], [a, b], presences), "nobody-leads")
    assert not found(seated([ONE], [a, b], [there(ONE, a), there(ONE, b)]))


def test_a_breakout_has_no_rapporteur() -> None:
    a = item(1, ItemKind.BREAKOUT, lane=1)
    presences = [there(ONE, a, MOD), there(TWO, a)]
    settles(seated([ONE, TWO], [a], presences), "breakout-lacks-rapporteur")


def test_a_rapporteur_is_at_it_for_hours_and_a_pause_helps() -> None:
    items = [item(n, TALK, minutes=60) for n in range(3)]
    mine = [there(ONE, i, RAP) for i in items]
    others = [there(TWO, i) for i in items]
    settles(seated([ONE, TWO], items, mine + others), "rapporteur-on-end")
    rested = [items[0], PAUSE, *items[1:]]
    assert "rapporteur-on-end" not in found(seated([ONE, TWO], rested, mine + others))


def test_two_interpreters_share_the_minutes() -> None:
    items = [item(n, TALK, minutes=50) for n in range(3)]
    alone = [there(ONE, i, Role.INTERPRETER) for i in items]
    together = [*alone, *(there(TWO, i, Role.INTERPRETER) for i in items)]
    assert "interpreter-on-end" in found(seated([ONE], items, alone))
    assert "interpreter-on-end" not in found(seated([ONE, TWO], items, together))


def test_a_delegation_moderates_twice_in_a_row() -> None:
    a, b = item(1, TALK), item(2, TALK)
    presences = [there(ONE, a, MOD), there(ONE, b, MOD), there(TWO, b), there(TWO, a)]
    settles(seated([ONE, TWO], [a, b], presences), "same-delegation-moderates")


def test_a_delegation_presents_nowhere_unless_it_only_observes() -> None:
    sides = tuple(
        Delegation(id=DelegationId(c), code=c, labels=Texts.of(en=c)) for c in ("CN", "JP", "KR")
    )
    a = item(1, TALK)
    watcher = replace(THREE, capacity=Capacity.OBSERVER)
    presences = [there(ONE, a, PRES), there(TWO, a), there(watcher, a)]
    seating = seated([ONE, TWO, watcher], [a], presences, sides)
    settles(seating, "side-presents-nowhere")
    said = [
        c.facts["delegation"] for c in role_checks(seating) if c.code == "side-presents-nowhere"
    ]
    assert said == [sides[1].labels]


def test_roles_of_those_who_have_not_confirmed_are_said_quietly() -> None:
    a = item(1, TALK)
    asked = replace(ONE, standing=Standing.INVITED)
    check = found(seated([asked], [a], [there(asked, a, PRES)]))["roles-unconfirmed"]
    assert check.quiet and check.remedies[0].shows == (asked.id, a.id)


def test_whoever_presents_twice_on_a_day_may_discuss_instead() -> None:
    a, b = item(1, TALK), item(2, TALK)
    seating = seated([ONE], [a, b], [there(ONE, a, PRES), there(ONE, b, PRES)])
    settles(seating, "presents-twice")
