from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from shared_key import KEY

from dialogueprep.commands import agenda as agenda_commands
from dialogueprep.commands import running as commands
from dialogueprep.commands.running import Moment
from dialogueprep.domain.dialogue import AgendaItem, Dialogue, DialogueId, ItemId, ItemKind
from dialogueprep.domain.errors import Refused
from dialogueprep.domain.late_plans import PlanKind, lateness
from dialogueprep.domain.texts import Texts
from dialogueprep.store import agenda, clocks, dialogues, workspace
from dialogueprep.store.workspace import Store

THURSDAY = date(2026, 11, 12)


def at(hour: int, minute: int = 0, on: date = THURSDAY) -> Moment:
    return Moment(on, (hour * 60 + minute) * 60)


@pytest.fixture
def dialogue(store: Store) -> Dialogue:
    """Return a dialogue in Seoul with talks of 60, 90 and 60 minutes and a break of 30."""
    made = Dialogue(
        id=DialogueId("d"), names=Texts.of(en="Round"), titles=Texts.of(en="Title"),
        place=Texts(), first_day=THURSDAY, time_zone="Asia/Seoul",
    )  # fmt: skip
    with store.step("Make") as step:
        dialogues.put(step, made)
    talk, pause = ItemKind.DISCUSSION, ItemKind.BREAK
    for title, minutes, kind in [
        ("A", 60, talk),
        ("B", 90, talk),
        ("C", 30, pause),
        ("D", 60, talk),
    ]:
        item = AgendaItem(
            id=ItemId(""), dialogue=made.id, kind=kind, titles=Texts.of(en=title), day=0,
            minutes=minutes,
        )  # fmt: skip
        agenda_commands.add_item(store, item)
    return made


def items(store: Store, dialogue: Dialogue) -> dict[str, AgendaItem]:
    return {i.titles.best("en"): i for i in agenda.of_dialogue(store, dialogue.id)}


def test_start_and_next_keep_when_an_item_began_and_how_long_it_took(
    store: Store, dialogue: Dialogue
) -> None:
    it = items(store, dialogue)
    commands.start(store, dialogue.id, it["A"].id, at(9, 4))
    assert items(store, dialogue)["A"] == replace(it["A"], began=544)
    commands.go_on(store, dialogue.id, it["B"].id, at(10, 10))
    now = items(store, dialogue)
    assert (now["A"].began, now["A"].actual_minutes) == (544, 66)
    assert (now["B"].began, now["B"].actual_minutes) == (610, None)
    store.undo()
    now = items(store, dialogue)
    assert (now["A"].actual_minutes, now["B"].began) == (None, None)
    assert commands.watch_now(store, dialogue, at(10, 11))[0].item == it["A"].id  # type: ignore[union-attr]


def test_what_stands_still_does_not_count_and_survives_a_restart(
    store: Store, dialogue: Dialogue
) -> None:
    item = items(store, dialogue)["A"].id
    commands.start(store, dialogue.id, item, at(9))
    commands.pause(store, dialogue.id, at(9, 10))
    folder = store.folder
    store.close()
    with workspace.open(folder, KEY) as again:
        watch, now = commands.watch_now(again, dialogue, at(9, 40))
        assert watch is not None and watch.spent(now) == 600
        commands.pause(again, dialogue.id, at(9, 40))
        commands.finish(again, dialogue.id, at(9, 50))
        assert items(again, dialogue)["A"].actual_minutes == 20
        assert clocks.read(again, dialogue.id).watch is None


def test_without_a_kept_watch_the_clock_goes_on_from_when_the_item_began(
    store: Store, dialogue: Dialogue
) -> None:
    item = items(store, dialogue)["B"]
    agenda_commands.change_item(store, replace(item, began=600))
    watch, now = commands.watch_now(store, dialogue, at(10, 30))
    assert watch is not None and (watch.item, watch.spent(now)) == (item.id, 1800)
    assert commands.watch_now(store, dialogue, at(10, 30, date(2026, 11, 14)))[0] is None


def test_a_clock_left_running_over_night_is_not_on_the_next_day(
    store: Store, dialogue: Dialogue
) -> None:
    item = items(store, dialogue)["D"].id
    commands.start(store, dialogue.id, item, at(23, 30))
    past = Moment(date(2026, 11, 13), 1800)
    watch, now = commands.watch_now(store, dialogue, past)
    assert watch is not None and watch.spent(now) == 3600
    assert commands.watch_now(store, dialogue, at(9, 0, date(2026, 11, 13)))[0] is None


def test_an_item_that_is_started_again_goes_on_where_it_stopped(
    store: Store, dialogue: Dialogue
) -> None:
    item = items(store, dialogue)["A"].id
    commands.start(store, dialogue.id, item, at(9))
    commands.finish(store, dialogue.id, at(9, 40))
    commands.start(store, dialogue.id, item, at(11))
    commands.finish(store, dialogue.id, at(11, 15))
    now = items(store, dialogue)["A"]
    assert (now.began, now.actual_minutes) == (540, 55)


def test_a_plan_is_one_step_and_is_the_plan_from_then_on(store: Store, dialogue: Dialogue) -> None:
    it = items(store, dialogue)
    commands.start(store, dialogue.id, it["A"].id, at(9, 25))
    moment = at(9, 26)
    day = commands.day_now(store, dialogue, moment, None)
    assert day is not None
    found = lateness(day)
    trim = found.plan(PlanKind.TRIM)
    assert trim is not None and found.need == 25
    before = agenda.of_dialogue(store, dialogue.id)
    commands.take_plan(store, dialogue.id, day, trim, moment, "Trim")
    after = commands.day_now(store, dialogue, moment, None)
    assert after is not None and after.course().late == 0
    assert after.course().ends == 540 + 240
    with pytest.raises(Refused, match="agenda-has-changed"):
        commands.take_plan(store, dialogue.id, day, trim, moment, "Trim")
    store.undo()
    assert agenda.of_dialogue(store, dialogue.id) == before
    again = commands.day_now(store, dialogue, moment, None)
    assert again is not None and again.course().late == 25


def test_what_was_tried_out_on_another_day_does_not_count_on_the_day(
    store: Store, dialogue: Dialogue
) -> None:
    it, before = items(store, dialogue), date(2026, 11, 10)
    commands.start(store, dialogue.id, it["D"].id, at(9, 20, before))
    assert commands.watch_now(store, dialogue, at(9, 30))[0] is None  # it was left running
    for n, title in enumerate("ABCD"):
        commands.start(store, dialogue.id, it[title].id, at(9, 30 + n, before))
    commands.finish(store, dialogue.id, at(9, 40, before))
    commands.start(store, dialogue.id, it["A"].id, at(9, 25))
    day = commands.day_now(store, dialogue, at(9, 27), None)
    assert day is not None
    course = day.course()
    assert (course.spent, course.late) == (120, 25)
    assert [row[0].titles.best("en") for row in course.rest] == ["B", "C", "D"]
    commands.go_on(store, dialogue.id, it["B"].id, at(10, 20))
    now = items(store, dialogue)
    assert (now["A"].began, now["A"].actual_minutes) == (565, 55)
    assert (now["B"].began, now["B"].actual_minutes) == (620, None)


def test_a_delay_that_was_agreed_on_holds_for_its_date_only(
    store: Store, dialogue: Dialogue
) -> None:
    it, before = items(store, dialogue), at(9, 25, date(2026, 11, 10))
    commands.start(store, dialogue.id, it["A"].id, before)
    day = commands.day_now(store, dialogue, before, None)
    assert day is not None
    plan = lateness(day).plan(PlanKind.ASIDE)
    assert plan is not None
    commands.take_plan(store, dialogue.id, day, plan, before, "Set aside")
    same = commands.day_now(store, dialogue, before, None)
    assert same is not None and same.course().late == 0
    commands.start(store, dialogue.id, it["A"].id, at(9, 25))
    real = commands.day_now(store, dialogue, at(9, 25), None)
    assert real is not None and real.course().late == 25


def test_a_closed_item_is_not_started(store: Store, dialogue: Dialogue) -> None:
    item = items(store, dialogue)["A"]
    agenda_commands.change_item(store, replace(item, closed=True))
    with pytest.raises(Refused, match="item-is-closed"):
        commands.start(store, dialogue.id, item.id, at(9))


def test_it_is_as_late_as_it_is_where_the_dialogue_is_held(dialogue: Dialogue) -> None:
    now = datetime(2026, 11, 12, 23, 30, tzinfo=UTC)
    assert Moment.of(now, dialogue) == Moment(date(2026, 11, 13), (8 * 60 + 30) * 60)


@pytest.mark.parametrize("zone", ["Mars/Olympus_Mons", "../etc"])
def test_a_zone_that_this_computer_does_not_know_is_taken_for_its_own(
    dialogue: Dialogue, zone: str
) -> None:
    """As in a kit from a computer that knows newer names of zones."""
    now = datetime(2026, 11, 12, 9, 30, tzinfo=ZoneInfo("Asia/Tokyo"))
    there = replace(dialogue, time_zone=zone)
    assert Moment.of(now, there) == Moment(date(2026, 11, 12), (9 * 60 + 30) * 60)


@pytest.mark.parametrize("night", [(2027, 3, 27, 3600), (2026, 10, 24, -3600)])
def test_an_hour_that_clocks_are_put_on_or_back_is_not_spent(
    store: Store, dialogue: Dialogue, night: tuple[int, int, int, int]
) -> None:
    """A late evening in Berlin, from 23:00 with a pause, over the change between two and three."""
    year, month, day, by = night
    there = replace(dialogue, time_zone="Europe/Berlin", first_day=date(year, month, day))
    with store.step("Move") as step:
        dialogues.put(step, there)
    utc = datetime(year, month, day, 22 if by > 0 else 21, tzinfo=UTC)

    def later(minutes: int) -> Moment:
        return Moment.of(utc + timedelta(minutes=minutes), there)

    def spent(minutes: int) -> int:
        watch, now = commands.watch_now(store, there, later(minutes))
        assert watch is not None
        return watch.spent(now) // 60

    it = items(store, dialogue)
    commands.start(store, there.id, it["A"].id, later(0))
    assert (spent(170), spent(200)) == (170, 200)  # it is three hours from 23:00 to the change
    commands.pause(store, there.id, later(210))
    assert (spent(210), spent(230)) == (210, 210)
    commands.pause(store, there.id, later(230))
    assert spent(240) == 220
    store.undo()
    store.undo()
    commands.pause(store, there.id, later(100))
    assert spent(220) == 100
    commands.pause(store, there.id, later(230))
    assert spent(240) == 110
    commands.go_on(store, there.id, it["B"].id, later(250))
    assert items(store, dialogue)["A"].actual_minutes == 120
