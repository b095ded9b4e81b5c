from __future__ import annotations

import random
import time
from collections import Counter
from dataclasses import replace
from datetime import date, datetime

from hypothesis import given, settings
from hypothesis import strategies as st

from dialogueprep.domain.dialogue import AgendaItem, DialogueId, ItemId, ItemKind
from dialogueprep.domain.people import (
    Attendance,
    Capacity,
    Gender,
    Logistics,
    Name,
    Participation,
    ParticipationId,
    Person,
    PersonId,
    Role,
    Sector,
    Seniority,
    Standing,
)
from dialogueprep.domain.role_checks import role_checks
from dialogueprep.domain.role_rules import WANTED, Question, broken
from dialogueprep.domain.role_suggesting import Proposal, suggest_roles
from dialogueprep.domain.seating import Seating
from dialogueprep.domain.texts import Texts
from dialogueprep.domain.timetable import starts
from dialogueprep.sentences import chosen_because

DAY = date(2026, 11, 12)
KINDS = (ItemKind.DISCUSSION, ItemKind.PRESENTATION, ItemKind.OPENING, ItemKind.BREAK,
         ItemKind.NEXT_STEPS, ItemKind.REPORT_BACK)  # fmt: skip
NEW_CONFLICTS = {"in-two-lanes", "moderates-own-paper", "arrives-later", "leaves-earlier",
                 "role-not-coming", "chair-not-coming", "same-delegation-moderates"}  # fmt: skip


def item(number: int, kind: ItemKind, day: int = 0, lane: int = 0, minutes: int = 45) -> AgendaItem:
    titles = Texts.of(en=f"Item {number}")
    return AgendaItem(id=ItemId(f"i{number}"), dialogue=DialogueId("d"), kind=kind, titles=titles,
                      day=day, minutes=minutes, lane=lane)  # fmt: skip


def person(number: int, side: str, **facts: object) -> Participation:
    gender = (Gender.WOMAN, Gender.MAN, None)[number % 3]
    who = Person(id=PersonId(f"p{number}"), name=Name(family=f"F{number}"), gender=gender)
    known = {"sector": list(Sector)[number % 9], "seniority": [None, *Seniority][number % 4]}
    return Participation(
        id=ParticipationId(f"p{number}"), person=who, delegation=side, **(known | facts)  # type: ignore[arg-type]
    )  # fmt: skip


def seating(
    people: list[Participation], items: list[AgendaItem], there: list[Attendance]
) -> Seating:
    known = {(a.participation, ItemId(a.item)): a for a in there}
    return Seating(starts(items), tuple(people), known, DAY)


def full(people: list[Participation], items: list[AgendaItem]) -> list[Attendance]:
    return [Attendance(participation=p.id, item=i.id) for p in people for i in items]


def with_choices(before: Seating, proposal: Proposal) -> Seating:
    """Return the seating with the new choices in it."""
    known = dict(before.attendances)
    for choice in proposal.new:
        who, where, role = choice.cell
        there = known.get((who, where)) or Attendance(participation=who, item=where)
        known[who, where] = replace(there, roles=there.roles | {role})
    return replace(before, attendances=known)


def conflicts(of: Seating) -> Counter[tuple[str, object]]:
    return Counter(
        (c.code, c.facts.get("name")) for c in role_checks(of) if c.code in NEW_CONFLICTS
    )


def somebody(number: int, chance: random.Random) -> Participation:
    capacities = (*(Capacity.PERSONAL,) * 4, Capacity.STAFF, Capacity.OBSERVER)
    standings = (*(Standing.CONFIRMED,) * 4, Standing.DECLINED, Standing.INVITED)
    arrives = chance.choice((None, None, datetime(2026, 11, 12, chance.randrange(8, 18))))
    departs = chance.choice((None, None, None, datetime(2026, 11, 13, 12)))
    return person(
        number,
        chance.choice(("CN", "JP", "KR")),
        capacity=chance.choice(capacities),
        standing=chance.choice(standings),
        logistics=Logistics(arrives=arrives, departs=departs),
    )


def presence(who: Participation, at: AgendaItem, chance: random.Random) -> Attendance:
    roles = frozenset(chance.choices(list(Role), k=1)) if chance.random() < 0.1 else frozenset()
    silent = chance.random() < 0.1
    return Attendance(participation=who.id, item=at.id, roles=roles, silent=silent)


@st.composite
def rosters(draw: st.DrawFn) -> Seating:
    items: list[AgendaItem] = []
    for number in range(draw(st.integers(1, 9))):
        day = draw(st.integers(items[-1].day if items else 0, (items[-1].day if items else 0) + 1))
        minutes = draw(st.sampled_from((15, 45, 90, 160)))
        lanes = draw(st.sampled_from((0, 0, 0, 2)))
        if not lanes:
            items.append(item(number, draw(st.sampled_from(KINDS)), day, 0, minutes))
        for lane in range(1, lanes + 1):
            items.append(item(number * 10 + 100 + lane, ItemKind.BREAKOUT, day, lane, minutes))
    chance = draw(st.randoms(use_true_random=False))
    people = [somebody(number, chance) for number in range(draw(st.integers(0, 14)))]
    there = [presence(p, i, chance) for p in people for i in items if chance.random() < 0.75]
    return seating(people, items, there)


@settings(deadline=None, max_examples=60)
@given(rosters(), st.booleans())
def test_no_suggestion_breaks_a_rule(of: Seating, anew: bool) -> None:
    question = Question(of, anew=anew)
    proposal = suggest_roles(question)
    assert list(broken(question, (c.cell for c in proposal.new))) == []
    assert len(proposal.new) + len(proposal.left_open) == len(question.places)
    if not anew:
        after = conflicts(with_choices(of, proposal))
        assert not {k: n for k, n in after.items() if n > conflicts(of)[k]}


@settings(deadline=None, max_examples=30)
@given(rosters())
def test_what_is_kept_stays_and_what_is_rejected_does_not_come_back(of: Seating) -> None:
    first = suggest_roles(Question(of))
    if not first.new:
        return
    out, *rest = (c.cell for c in first.new)
    question = Question(of, kept=frozenset(rest), rejected=frozenset({out}))
    second = suggest_roles(question)
    cells = [c.cell for c in second.choices]
    assert out not in cells
    assert set(rest) <= set(cells)
    assert list(broken(question, (c.cell for c in second.new))) == []


def big() -> Seating:
    sides = ("CN", "JP", "KR", "ASEAN")
    people = [person(n, sides[n // 15]) for n in range(60)]
    items = [item(n, ItemKind.DISCUSSION, n // 10) for n in range(30)]
    return seating(people, items, full(people, items))


def test_sixty_people_and_thirty_items_within_a_second() -> None:
    began = time.process_time()
    proposal = suggest_roles(Question(big()))
    took = time.process_time() - began
    assert len(proposal.new) == 30 * 5 and not proposal.left_open
    assert took < 1.0


def test_loads_are_even_and_delegations_share_each_role() -> None:
    proposal = suggest_roles(Question(big()))
    loads = Counter(c.participation for c in proposal.new)
    assert max(loads.values()) - min(loads.values()) <= 1
    by_id = big().by_id
    for role in (Role.MODERATOR, Role.PRESENTER, Role.RAPPORTEUR):
        mine = [c for c in proposal.new if c.place.role is role]
        sides = Counter(by_id[c.participation].delegation for c in mine)
        assert len(sides) == 4 and max(sides.values()) - min(sides.values()) <= 2
    for number in range(30):
        here = [c for c in proposal.new if c.place.item == f"i{number}"]
        presenting = [c.participation for c in here if c.place.role is Role.PRESENTER]
        assert len({by_id[p].delegation for p in presenting}) == 2


def test_somebody_who_stands_in_the_way_is_moved_elsewhere() -> None:
    """One can only moderate the first item; the other could do both roles."""
    people = [person(1, "CN"), person(2, "JP")]
    items = [item(1, ItemKind.BREAKOUT, lane=1)]
    there = full(people, items)
    question = Question(
        seating(people, items, there),
        rejected=frozenset({(ParticipationId("p1"), ItemId("i1"), Role.RAPPORTEUR)}),
    )
    found = {c.place.role: c.participation for c in suggest_roles(question).new}
    assert found == {Role.MODERATOR: "p1", Role.RAPPORTEUR: "p2"}


def test_each_choice_and_each_open_place_says_why() -> None:
    people = [person(n, side) for n, side in enumerate(("CN", "JP", "KR") * 3)]
    items = [item(n, ItemKind.DISCUSSION, n // 4) for n in range(6)]
    items.append(item(9, ItemKind.DISCUSSION, 2))
    of = seating(people, items, full(people, items[:-1]) + full(people[:2], items[-1:]))
    proposal = suggest_roles(Question(of))
    said = [chosen_because(r.code, r.facts) for c in proposal.new for r in c.reasons]
    assert all(c.reasons for c in proposal.new) and all("{" not in words for words in said)
    assert any("moderates neither before nor after" in words for words in said)
    assert proposal.left_open
    assert all(chosen_because(r.code, r.facts) for _, r in proposal.left_open)


def test_counts_are_adjustable_and_nothing_wanted_suggests_nothing() -> None:
    assert not suggest_roles(Question(big(), wanted={})).choices
    wanted = {**WANTED, ItemKind.DISCUSSION: {Role.DISCUSSANT: 3}}
    assert len(suggest_roles(Question(big(), wanted=wanted)).new) == 90


def test_breakouts_that_nobody_is_down_for_get_people_from_the_room() -> None:
    people = [person(n, "CN" if n % 2 else "JP") for n in range(4)]
    items = [item(1, ItemKind.BREAKOUT, lane=1), item(2, ItemKind.BREAKOUT, lane=2)]
    found = [c.participation for c in suggest_roles(Question(seating(people, items, []))).new]
    assert len(found) == len(set(found)) == 4


def test_a_rapporteur_rests() -> None:
    people = [person(n, ("CN", "JP")[n % 2], seniority=Seniority.EARLY_CAREER if n == 0 else None)
              for n in range(8)]  # fmt: skip
    items = [item(n, ItemKind.REPORT_BACK, minutes=60) for n in range(6)]
    proposal = suggest_roles(Question(seating(people, items, full(people, items))))
    after = with_choices(seating(people, items, full(people, items)), proposal)
    assert not [c for c in role_checks(after) if c.code == "rapporteur-on-end"]


def test_a_moderator_who_declined_stands_between_nobody() -> None:
    items = [item(n, ItemKind.DISCUSSION) for n in range(3)]
    people = [person(0, "CN"), person(1, "JP", standing=Standing.DECLINED), person(2, "KR")]
    moderates = Attendance(
        participation=people[1].id, item=items[1].id, roles=frozenset({Role.MODERATOR})
    )
    of = seating(people, items, [*full(people[:1], items), moderates])
    chosen = [c.cell[1] for c in suggest_roles(Question(of)).new if c.cell[2] is Role.MODERATOR]
    assert not {items[0].id, items[2].id} <= set(chosen)
