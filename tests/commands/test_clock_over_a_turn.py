"""When a day ends on which clocks will be changed before it is over."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from dialogueprep.commands import agenda as agenda_commands
from dialogueprep.commands import running as commands
from dialogueprep.commands.running import Moment, day_now
from dialogueprep.domain.briefs.language_forms import clock
from dialogueprep.domain.dialogue import AgendaItem, Dialogue, DialogueId, ItemId, ItemKind
from dialogueprep.domain.late_plans import PlanKind, lateness
from dialogueprep.domain.texts import Texts
from dialogueprep.domain.turning import Turn
from dialogueprep.store import agenda, dialogues
from dialogueprep.store.workspace import Store
from dialogueprep.ui.models import clock_words

SPRING, AUTUMN = date(2027, 3, 27), date(2026, 10, 24)


def held(
    store: Store, zone: str, day: date, plan: list[tuple[str, int, int | None, ItemKind]]
) -> tuple[Dialogue, dict[str, AgendaItem]]:
    """Return a dialogue of one day, and its items by title: minutes, anchor and kind of each."""
    made = Dialogue(
        id=DialogueId("d"), names=Texts.of(en="Round"), titles=Texts.of(en="Title"),
        place=Texts(), first_day=day, time_zone=zone,
    )  # fmt: skip
    with store.step("Make") as step:
        dialogues.put(step, made)
    for title, minutes, anchor, kind in plan:
        item = AgendaItem(
            id=ItemId(""), dialogue=made.id, kind=kind, titles=Texts.of(en=title), day=0,
            minutes=minutes, anchor=anchor,
        )  # fmt: skip
        agenda_commands.add_item(store, item)
    return made, {i.titles.best("en"): i for i in agenda.of_dialogue(store, made.id)}


TALK, PAUSE = ItemKind.DISCUSSION, ItemKind.BREAK
NIGHT = [("A", 60, 23 * 60, TALK), ("B", 120, None, TALK), ("C", 90, None, TALK)]


@pytest.mark.parametrize(
    ("zone", "day", "ends", "late"),
    [
        ("Europe/Berlin", SPRING, "04:30", 60),
        ("Europe/Berlin", AUTUMN, "02:30", -60),
        ("Asia/Seoul", SPRING, "03:30", 0),
        ("Europe/Berlin", date(2026, 11, 12), "03:30", 0),
        ("Africa/Cairo", date(2026, 10, 29), "02:30", -60),  # at midnight, back to 23:00
        ("Africa/Cairo", date(2027, 4, 29), "04:30", 60),
        ("Australia/Lord_Howe", date(2026, 10, 3), "04:00", 30),  # half an hour
    ],
)
def test_a_night_ends_when_clocks_will_show_it(
    store: Store, zone: str, day: date, ends: str, late: int
) -> None:
    """From 23:00 for four hours and a half; the programme has 03:30, which it prints."""
    there, it = held(store, zone, day, NIGHT)
    began = datetime(day.year, day.month, day.day, 23, tzinfo=UTC)
    began -= ahead(there, began)
    commands.start(store, there.id, it["A"].id, Moment.of(began, there))
    for minutes in (0, 30, 59):
        now = day_now(store, there, Moment.of(began + timedelta(minutes=minutes), there), None)
        assert now is not None
        course = now.course()
        assert clock(course.shown(course.ends)) == ends
        assert course.ends - course.ends_as_agreed == late
        assert course.left == (60 - minutes) * 60
    commands.go_on(store, there.id, it["B"].id, Moment.of(began + timedelta(minutes=60), there))
    commands.go_on(store, there.id, it["C"].id, Moment.of(began + timedelta(minutes=180), there))
    now = day_now(store, there, Moment.of(began + timedelta(minutes=200), there), None)
    assert now is not None
    course = now.course()
    assert (clock(course.shown(course.ends)), course.left) == (ends, 70 * 60)


def ahead(there: Dialogue, at: datetime) -> timedelta:
    offset = Moment.of(at - timedelta(hours=12), there).offset
    assert offset is not None
    return timedelta(seconds=offset)


def test_what_is_on_ends_by_the_clocks_of_then(store: Store) -> None:
    there, it = held(store, "Europe/Berlin", SPRING, NIGHT)
    began = datetime(2027, 3, 27, 23, tzinfo=UTC)  # midnight there, an hour late
    commands.start(store, there.id, it["A"].id, Moment.of(began - timedelta(hours=1), there))
    commands.go_on(store, there.id, it["B"].id, Moment.of(began + timedelta(minutes=15), there))
    now = day_now(store, there, Moment.of(began + timedelta(minutes=20), there), None)
    assert now is not None
    assert clock_words.ends(now.course()) == "Ends 03:15, 15 min late, then C"
    assert clock_words.day_ends(now.course()) == "Day ends 04:45, 75 min late"


def test_plans_win_back_what_the_change_takes_before_what_is_anchored(store: Store) -> None:
    """Until 04:00 there are an hour's minutes less than the programme counts."""
    plan = [*NIGHT[:2], ("Tea", 20, None, PAUSE), ("C", 90, None, TALK), ("End", 30, 240, TALK)]
    there, it = held(store, "Europe/Berlin", SPRING, plan)
    began = datetime(2027, 3, 27, 22, tzinfo=UTC)
    commands.start(store, there.id, it["A"].id, Moment.of(began, there))
    with store.step("Anchor") as step:
        agenda.put(step, replace(it["End"], anchor=24 * 60 + 240))
    now = day_now(store, there, Moment.of(began + timedelta(minutes=10), there), None)
    assert now is not None
    found = lateness(now)
    assert found.before is not None and found.before.id == it["End"].id
    assert found.need == 50  # 03:50 as printed is 04:50
    trim = found.plan(PlanKind.TRIM)
    assert trim is not None and (trim.wins, trim.missing) == (50, 0)
    last = trim.rest[-1]
    assert (clock(last.start), clock(last.end), clock(trim.ends)) == ("04:00", "04:30", "04:30")
    commands.take_plan(store, there.id, now, trim, Moment.of(began, there), "Trim")
    again = day_now(store, there, Moment.of(began + timedelta(minutes=10), there), None)
    assert again is not None and lateness(again).need == 0


@pytest.mark.parametrize("turn", [Turn(120, 60), Turn(180, -60), Turn(1440, -60), Turn()])
def test_shown_and_gone_fit_together(turn: Turn) -> None:
    shown = [turn.gone(m) for m in range(1600)]
    assert shown == sorted(shown)
    there = [m for m in range(1500) if turn.gone(turn.shown(m)) == m]
    assert len(there) == 1500 - max(0, -turn.by)
