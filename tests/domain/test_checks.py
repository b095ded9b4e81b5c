from __future__ import annotations

from dialogueprep.domain.checks import Check, Plan, checks, reported_by
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
from dialogueprep.sentences import CHECKS, observed

HOT, MILD = TopicId("stocks"), TopicId("ports")
SENSITIVITY = {HOT: 3, MILD: 2}


def item(
    name: str,
    kind: ItemKind = ItemKind.DISCUSSION,
    *,
    minutes: int = 60,
    topic: TopicId | None = None,
    lane: int = 0,
    day: int = 0,
) -> AgendaItem:
    return AgendaItem(
        id=ItemId(name),
        dialogue=DialogueId("d"),
        kind=kind,
        titles=Texts.of(en=name.capitalize()),
        day=day,
        minutes=minutes,
        lane=lane,
        topic=topic,
    )


def seat(family: str, delegation: str, *roles: Role) -> Attendee:
    person = Person(id=PersonId(family), name=Name(family=family))
    who = Participation(id=ParticipationId(family), person=person, delegation=delegation)
    return Attendee(who=who, roles=frozenset(roles))


def found(items: list[AgendaItem], **seated: Attendee | tuple[Attendee, ...]) -> list[Check]:
    there = {ItemId(k): v if isinstance(v, tuple) else (v,) for k, v in seated.items()}
    return list(checks(Plan(starts(items), there, SENSITIVITY)))


COFFEE = item("coffee", ItemKind.BREAK, minutes=15)
TEA = item("tea", ItemKind.BREAK, minutes=15)


def test_a_calm_agenda_raises_nothing() -> None:
    items = [item("a", topic=MILD), COFFEE, item("b", topic=HOT), TEA]
    assert found(items, a=seat("Hori", "JP", Role.MODERATOR)) == []


def test_a_sensitive_opening_is_seen_also_behind_the_welcome() -> None:
    items = [item("welcome", ItemKind.OPENING, minutes=10), item("a", topic=HOT), COFFEE]
    assert [(c.code, c.items) for c in found(items)] == [("opens-with-sensitive", ("a",))]


def test_a_sensitive_end_needs_a_pause_after_it() -> None:
    calm = [item("a", topic=MILD), COFFEE, item("b", topic=HOT)]
    closing = item("closing", ItemKind.NEXT_STEPS, minutes=15)
    assert [c.code for c in found([*calm, closing])] == ["ends-with-sensitive"]
    assert [c.code for c in found(calm)] == ["ends-with-sensitive"]
    assert found([*calm, TEA, closing]) == []


def test_a_breakout_needs_its_own_rapporteur() -> None:
    groups = [item("x", ItemKind.BREAKOUT, lane=1), item("y", ItemKind.BREAKOUT, lane=2)]
    checked = found(groups, x=seat("Hori", "JP", Role.RAPPORTEUR), y=seat("Seo", "KR"))
    assert ("breakout-lacks-rapporteur", ("y",)) in [(c.code, c.items) for c in checked]
    assert all(c.items != ("x",) for c in checked)


def test_breakouts_are_reported_from_on_their_day_or_the_next() -> None:
    groups = [item(n, ItemKind.BREAKOUT, lane=at) for at, n in enumerate("xy", 1)]
    lacking = [c.items for c in found(groups) if c.code == "breakouts-lack-report"]
    assert lacking == [("x", "y")]
    for day in (0, 1):
        report = item("back", ItemKind.REPORT_BACK, minutes=30, day=day)
        codes = [c.code for c in found([*groups, report])]
        assert "breakouts-lack-report" not in codes
        sittings = Plan(starts([*groups, report])).sittings
        assert [s.item.id for s in reported_by(sittings, sittings[-1][0])] == ["x", "y"]
    too_late = item("back", ItemKind.REPORT_BACK, minutes=30, day=2)
    assert "breakouts-lack-report" in [c.code for c in found([*groups, too_late])]


def test_a_second_report_back_covers_only_what_came_since() -> None:
    one = [item(n, ItemKind.BREAKOUT, lane=at) for at, n in enumerate("xy", 1)]
    two = [item(n, ItemKind.BREAKOUT, lane=at) for at, n in enumerate("vw", 1)]
    backs = [item(n, ItemKind.REPORT_BACK, minutes=15) for n in ("first", "second")]
    sittings = Plan(starts([*one, backs[0], *two, backs[1]])).sittings
    covered = [[s.item.id for s in reported_by(sittings, r)] for (r,) in (sittings[1], sittings[3])]
    assert covered == [["x", "y"], ["v", "w"]]


def test_one_delegation_does_not_moderate_twice_running() -> None:
    items = [item("a"), COFFEE, item("b"), item("c")]
    moderators = {"a": "JP", "b": "KR", "c": "KR"}
    seated = {name: seat(name, code, Role.MODERATOR) for name, code in moderators.items()}
    (check,) = found(items, **seated)
    assert (check.code, check.facts["delegation"], check.items) == (
        "same-delegation-moderates",
        "KR",
        ("b", "c"),
    )


def test_a_sitting_of_two_hours_is_enough() -> None:
    assert found([item("a"), item("b"), COFFEE, item("c")]) == []
    (check,) = found([item("a"), item("b"), item("c", minutes=5)])
    assert (check.code, check.facts["minutes"]) == ("long-sitting", 125)


def test_the_night_is_a_pause() -> None:
    assert found([item("a", minutes=100), item("b", minutes=100, day=1)]) == []


def test_a_person_in_two_lanes_is_named() -> None:
    groups = [item("x", ItemKind.BREAKOUT, lane=1), item("y", ItemKind.BREAKOUT, lane=2)]
    both = seat("Hori", "JP", Role.RAPPORTEUR)
    check = next(c for c in found(groups, x=both, y=both) if c.code == "in-two-lanes")
    said = observed(check.code, check.facts)
    assert said == "HORI is seated in two groups at once: “X” and “Y”."


def test_every_code_has_a_sentence_that_its_facts_fill() -> None:
    groups = [item("x", ItemKind.BREAKOUT, lane=1), item("y", ItemKind.BREAKOUT, lane=2)]
    items = [item("a", topic=HOT, minutes=130), *groups, item("z", topic=HOT)]
    jp = seat("Hori", "JP", Role.MODERATOR)
    checked = found(items, a=jp, x=jp, y=jp, z=jp)
    # the window says several people in two lanes as one
    assert {c.code for c in checked} == set(CHECKS) - {"several-in-two-lanes"}
    assert all("{" not in observed(c.code, c.facts) for c in checked)
