"""Breakouts: one clock for what runs side by side, and each keeps how long it took."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date

import pytest

from dialogueprep.commands import agenda as agenda_commands
from dialogueprep.commands import notes as note_commands
from dialogueprep.commands import running as commands
from dialogueprep.commands.running import Moment, day_now
from dialogueprep.domain.beside import as_held
from dialogueprep.domain.dialogue import AgendaItem, Dialogue, DialogueId, ItemId, ItemKind
from dialogueprep.domain.late_plans import PlanKind, lateness
from dialogueprep.domain.running import Course
from dialogueprep.domain.texts import Texts
from dialogueprep.store import agenda, clocks, dialogues
from dialogueprep.store.workspace import Store

DAY = date(2026, 11, 12)


def at(hour: int, minute: int = 0) -> Moment:
    return Moment(DAY, (hour * 60 + minute) * 60)


@pytest.fixture
def dialogue(store: Store) -> Dialogue:
    """Return a day: a talk 09:00, breakouts 10:00 of 60, 60 and 90 min, a report, lunch at 12:30.

    The last breakout is anchored at 10:20, the first at 10:00.
    """
    made = Dialogue(
        id=DialogueId("d"), names=Texts.of(en="Round"), titles=Texts.of(en="Title"),
        place=Texts(), first_day=DAY, time_zone="Asia/Seoul",
    )  # fmt: skip
    with store.step("Make") as step:
        dialogues.put(step, made)
        for number, (title, kind, minutes, lane, anchor) in enumerate(
            [
                ("Talk", ItemKind.DISCUSSION, 60, 0, None),
                ("A", ItemKind.BREAKOUT, 60, 1, 600),
                ("B", ItemKind.BREAKOUT, 60, 2, None),
                ("C", ItemKind.BREAKOUT, 60, 3, 620),
                ("Report", ItemKind.DISCUSSION, 60, 0, None),
                ("Lunch", ItemKind.MEAL, 60, 0, 750),
            ]
        ):
            item = AgendaItem(
                id=ItemId(f"i{number}"), dialogue=made.id, kind=kind, titles=Texts.of(en=title),
                day=0, minutes=minutes, lane=lane, anchor=anchor,
            )  # fmt: skip
            agenda.put(step, item)
        agenda.order(step, [ItemId(f"i{n}") for n in range(6)])
    return made


def items(store: Store, dialogue: Dialogue) -> dict[str, AgendaItem]:
    return {i.titles.best("en"): i for i in agenda.of_dialogue(store, dialogue.id)}


def held(store: Store, dialogue: Dialogue) -> dict[str, tuple[int | None, int | None]]:
    there = as_held(agenda.of_dialogue(store, dialogue.id))
    return {i.titles.best("en"): (i.began, i.actual_minutes) for i in there}


def course(store: Store, dialogue: Dialogue, now: Moment) -> Course:
    day = day_now(store, dialogue, now, ItemId("i0"))
    assert day is not None
    return day.course()


def begin(store: Store, dialogue: Dialogue) -> None:
    commands.start(store, dialogue.id, ItemId("i0"), at(9))
    commands.go_on(store, dialogue.id, ItemId("i1"), at(10, 5))


def test_all_of_a_slot_began_and_ended_with_what_was_clocked(
    store: Store, dialogue: Dialogue
) -> None:
    begin(store, dialogue)
    now = held(store, dialogue)
    assert (now["A"], now["B"], now["C"]) == ((605, None), (605, None), (620, None))
    commands.go_on(store, dialogue.id, ItemId("i4"), at(11, 25))
    now = held(store, dialogue)
    assert (now["A"], now["B"], now["C"]) == ((605, 80), (605, 80), (620, 65))
    assert now["Talk"] == (540, 65)
    assert now["Report"] == (685, None)
    kept = items(store, dialogue)
    assert (kept["B"].began, kept["B"].actual_minutes) == (None, None)


def test_what_was_clocked_or_typed_by_itself_stands(store: Store, dialogue: Dialogue) -> None:
    """As it comes from a colleague who noted that breakout on another computer."""
    begin(store, dialogue)
    commands.go_on(store, dialogue.id, ItemId("i4"), at(11, 25))
    kept = items(store, dialogue)
    agenda_commands.change_item(store, replace(kept["B"], began=610, actual_minutes=50))
    now = held(store, dialogue)
    assert (now["A"], now["B"], now["C"]) == ((605, 80), (610, 50), (620, 65))


def test_one_that_is_closed_before_has_ended_and_the_clock_stays_with_the_others(
    store: Store, dialogue: Dialogue
) -> None:
    begin(store, dialogue)
    chance = random.Random(1)
    for name, when in (("B", at(10, 50)), ("A", at(11, 0))):
        item = commands.as_taken(store, dialogue, items(store, dialogue)[name], when)
        note_commands.close_item(store, item, keep_order=False, chance=chance)
    now = course(store, dialogue, at(11, 10))
    assert now.on is not None and now.on.id == "i3"
    assert (now.spent, now.left) == (50 * 60, 10 * 60)
    assert now.next is not None and now.next.id == "i4"
    commands.pause(store, dialogue.id, at(11, 10))
    commands.pause(store, dialogue.id, at(11, 15))
    commands.go_on(store, dialogue.id, ItemId("i4"), at(11, 25))
    there = held(store, dialogue)
    assert (there["A"], there["B"], there["C"]) == ((605, 55), (605, 45), (620, 60))
    assert clocks.read(store, dialogue.id).watch is not None
    assert course(store, dialogue, at(11, 30)).on == items(store, dialogue)["Report"]


def test_when_the_last_of_them_is_closed_nothing_is_on(store: Store, dialogue: Dialogue) -> None:
    begin(store, dialogue)
    for name in "ABC":
        item = commands.as_taken(store, dialogue, items(store, dialogue)[name], at(11))
        note_commands.close_item(store, item, keep_order=True, chance=random.Random(1))
    now = course(store, dialogue, at(11, 5))
    assert now.on is None
    assert now.next is not None and now.next.id == "i4"


def test_the_plans_when_late_reckon_with_the_longest_of_them(
    store: Store, dialogue: Dialogue
) -> None:
    """Twenty-five minutes late before the breakouts: the last of them has its anchor at 10:20."""
    commands.start(store, dialogue.id, ItemId("i0"), at(9))
    commands.go_on(store, dialogue.id, ItemId("i1"), at(10, 25))
    day = day_now(store, dialogue, at(10, 30), None)
    assert day is not None
    now = day.course()
    assert (now.late, now.resume, now.next_at) == (25, 685, 685)
    with store.step("Longer") as step:
        agenda.put(step, replace(items(store, dialogue)["C"], minutes=90))
    day = day_now(store, dialogue, at(10, 30), None)
    assert day is not None
    now = day.course()
    assert now.next_at == 715
    found = lateness(day)
    assert found.before is not None and (found.before.id, found.need) == ("i5", 25)
    trim = found.plan(PlanKind.TRIM)
    assert trim is not None and trim.missing == 0
    assert [(x.item.id, x.before, x.after) for x in trim.losses] == [("i4", 60, 35)]
    aside = found.plan(PlanKind.ASIDE)
    assert aside is not None and [x.item.id for x in aside.losses] == ["i4"]


def test_what_nobody_clocked_and_what_is_set_aside_is_told_by_nothing(
    store: Store, dialogue: Dialogue
) -> None:
    assert set(held(store, dialogue).values()) == {(None, None)}
    begin(store, dialogue)
    kept = items(store, dialogue)
    agenda_commands.change_item(store, replace(kept["B"], aside=True))
    commands.go_on(store, dialogue.id, ItemId("i4"), at(11, 25))
    now = held(store, dialogue)
    assert now["B"] == (None, None)
    assert now["C"] == (620, 65)
