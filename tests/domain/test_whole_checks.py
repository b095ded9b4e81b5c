"""Observations of an agenda as a whole, and swapping moderators."""

from __future__ import annotations

from dialogueprep.domain.checks import Plan
from dialogueprep.domain.dialogue import AgendaItem, DialogueId, ItemId, ItemKind
from dialogueprep.domain.library import TopicId
from dialogueprep.domain.people import (
    Attendee,
    Name,
    Participation,
    ParticipationId,
    Person,
    PersonId,
    Role,
)
from dialogueprep.domain.texts import Texts
from dialogueprep.domain.timetable import starts
from dialogueprep.domain.whole_checks import moderators_swapped, touchy, whole_checks
from dialogueprep.sentences import observed

NAMES = {"CN": "Wen", "JP": "Ogi", "KR": "Paeng"}


def seat(code: str, *roles: Role) -> Attendee:
    person = Person(id=PersonId(code), name=Name(family=NAMES[code]))
    who = Participation(id=ParticipationId(code), person=person, delegation=code)
    return Attendee(who=who, roles=frozenset(roles))


def item(name: str, day: int = 0, kind: ItemKind = ItemKind.DISCUSSION) -> AgendaItem:
    return AgendaItem(
        id=ItemId(name), dialogue=DialogueId("d"), kind=kind, titles=Texts.of(en=name),
        day=day, minutes=60, topic=TopicId(name) if kind.numbered else None,
    )  # fmt: skip


def found(*presented: tuple[str, str], coffee_after: int | None = None) -> dict[str, dict]:
    items = [item(name) for name, _ in presented]
    seated = {
        ItemId(name): tuple(seat(code, Role.PRESENTER) for code in codes.split())
        for name, codes in presented
    }
    if coffee_after is not None:
        items.insert(coffee_after, item("coffee", kind=ItemKind.BREAK))
    checks = whole_checks(Plan(starts(items), seated))
    assert all("{" not in observed(c.code, c.facts) for c in checks)
    return {c.code: dict(c.facts) for c in checks}


def test_items_presented_by_one_delegation_in_a_row_are_stacked() -> None:
    facts = found(("a", "JP"), ("b", "KR"), ("c", "KR"), ("d", "CN KR"), coffee_after=2)
    assert facts["one-delegation-stacked"]["delegation"] == "KR"
    assert facts["one-delegation-stacked"]["count"] == 2


def test_an_item_of_several_delegations_between_parts_them() -> None:
    assert "one-delegation-stacked" not in found(("a", "JP"), ("b", "JP KR"), ("c", "JP"))


def test_items_that_nobody_presents_at_are_nobodys() -> None:
    assert "one-delegation-stacked" not in found(("a", ""), ("b", ""), ("c", "JP"))


def _concerned(*names: str, touchy: dict[str, str]) -> list[tuple]:
    items = [item(name) for name in names]
    plan = Plan(starts(items), touchy={TopicId(k): v for k, v in touchy.items()})
    checks = [c for c in whole_checks(plan) if c.code == "one-delegation-concerned"]
    assert all("{" not in observed(c.code, c.facts) for c in checks)
    return [(c.facts["delegation"], c.items) for c in checks]


def test_items_that_are_sensitive_for_one_delegation_alone_are_stacked() -> None:
    assert _concerned("a", "b", "c", touchy={"b": "KR", "c": "KR"}) == [("KR", ("b", "c"))]
    assert _concerned("a", "b", "c", touchy={"a": "KR", "c": "KR"}) == []
    assert _concerned("a", "b", touchy={"a": "KR", "b": "JP"}) == []


def test_a_topic_is_touchy_for_the_one_delegation_that_rates_it_so() -> None:
    assert touchy([("a", None, 2), ("a", "KR", 4), ("a", "JP", 2)]) == {"a": "KR"}
    assert touchy([("a", "KR", 4), ("a", "JP", 3)]) == {}
    assert touchy([("a", None, 4), ("a", "KR", 5)]) == {}
    assert touchy([("a", "KR", 2), ("b", None, 5)]) == {}


def test_one_delegation_that_presents_first_at_each_item_stands_out() -> None:
    facts = found(("a", "CN JP"), ("b", "CN KR"), ("c", "CN JP"))
    assert facts["one-delegation-opens"] == {"delegation": "CN", "count": 3, "day": 1}
    assert "one-delegation-opens" not in found(("a", "CN JP"), ("b", "JP KR"), ("c", "CN JP"))


def test_items_without_presenter_stand_out_once_others_have_one() -> None:
    assert found(("a", "JP"), ("b", ""))["no-presenter"]["title"] == Texts.of(en="b")
    assert found(("a", "JP"), ("b", ""), ("c", ""))["several-without-presenter"]["count"] == 2
    assert found(("a", ""), ("b", "")) == {}


def test_moderators_are_swapped_where_both_are_free() -> None:
    one, other = item("a"), item("b")
    seated = {
        "a": (seat("JP", Role.MODERATOR), seat("KR")),
        "b": (seat("JP"), seat("KR", Role.MODERATOR)),
    }
    cells = {(c.participation, c.item): c.roles for c in moderators_swapped(seated, one, other)}
    assert cells == {
        ("JP", "a"): frozenset(), ("JP", "b"): {Role.MODERATOR},
        ("KR", "b"): frozenset(), ("KR", "a"): {Role.MODERATOR},
    }  # fmt: skip
    busy = {**seated, "b": (seat("JP", Role.PRESENTER), seat("KR", Role.MODERATOR))}
    assert moderators_swapped(busy, one, other) == ()
