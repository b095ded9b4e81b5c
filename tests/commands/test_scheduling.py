from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta
from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from shared_key import KEY

from dialogueprep.commands import agenda as agenda_commands
from dialogueprep.commands import dialogues as dialogue_commands
from dialogueprep.commands import scheduling as commands
from dialogueprep.domain.arranging import Spot
from dialogueprep.domain.dialogue import (
    AgendaItem,
    DayHours,
    Dialogue,
    DialogueId,
    ItemId,
    ItemKind,
    Phase,
)
from dialogueprep.domain.errors import Refused
from dialogueprep.domain.people import Logistics
from dialogueprep.domain.texts import Texts
from dialogueprep.domain.timetable import parallel_groups, starts
from dialogueprep.store import agenda, dialogues, notes, people, tray, workspace
from dialogueprep.store.workspace import Store


def named(store: Store, dialogue: DialogueId, title: str) -> AgendaItem:
    items = agenda.of_dialogue(store, dialogue)
    return next(i for i in items if i.titles.best("en").startswith(title))


def titles(store: Store, dialogue: DialogueId, day: int) -> list[str]:
    items = agenda.of_dialogue(store, dialogue)
    return [i.titles.best("en").split()[0] for i in items if i.day == day and not i.aside]


def test_a_day_begins_and_ends_when_it_is_said_and_back(store: Store, sample: Dialogue) -> None:
    commands.set_hours(store, sample.id, DayHours(0, 510, 1080))
    assert dialogues.read(store, sample.id).hours_of(0) == DayHours(0, 510, 1080)
    with pytest.raises(Refused, match="day-ends-before"):
        commands.set_hours(store, sample.id, DayHours(0, 600, 600))
    store.undo()
    assert dialogues.read(store, sample.id) == sample


def test_a_whole_day_is_interpreted_in_one_step(store: Store, sample: Dialogue) -> None:
    items = [i for i in agenda.of_dialogue(store, sample.id) if i.day == 0]
    commands.interpret(store, items, 150)
    after = [i for i in agenda.of_dialogue(store, sample.id) if i.day == 0]
    assert all(i.stretch == (150 if i.kind.has_terms else 100) for i in after)
    store.undo()
    assert [i for i in agenda.of_dialogue(store, sample.id) if i.day == 0] == items


def test_a_block_moves_to_another_day_with_notes_and_roles(store: Store, sample: Dialogue) -> None:
    block = [named(store, sample.id, t).id for t in ("Disaster", "Low birth")]
    before = agenda.of_dialogue(store, sample.id)
    people_there = people.attendees(store, sample.id)
    written = [n for n in notes.of_dialogue(store, sample.id) if n.item in block]
    commands.move_block(store, block, Spot(1, named(store, sample.id, "Green").id))
    assert titles(store, sample.id, 1)[:3] == ["Disaster", "Low", "Green"]
    assert people.attendees(store, sample.id) == people_there
    assert written
    assert [n for n in notes.of_dialogue(store, sample.id) if n.item in block] == written
    store.undo()
    assert agenda.of_dialogue(store, sample.id) == before


def test_parallel_items_stay_parallel_in_a_block_and_in_its_copy(
    store: Store, sample: Dialogue
) -> None:
    items = agenda.of_dialogue(store, sample.id)
    lanes = [i for i in items if i.lane > 0]
    commands.move_block(store, [i.id for i in lanes], Spot(1))
    moved = [agenda.read(store, i.id) for i in lanes]
    assert [(i.day, i.lane) for i in moved] == [(1, n) for n in range(1, len(lanes) + 1)]
    copies = commands.duplicate_block(store, [i.id for i in lanes])
    assert [agenda.read(store, c).lane for c in copies] == [i.lane for i in moved]
    assert {i.titles for i in moved} == {agenda.read(store, c).titles for c in copies}


def test_what_is_set_aside_leaves_its_lane_and_comes_back(store: Store, sample: Dialogue) -> None:
    first, second = [i for i in agenda.of_dialogue(store, sample.id) if i.lane > 0][:2]
    commands.set_aside(store, [first.id])
    assert agenda.read(store, second.id).lane == 0
    aside = agenda.read(store, first.id)
    assert aside.aside
    commands.take_back(store, aside, Spot(1))
    assert agenda.of_dialogue(store, sample.id)[-1].id == first.id
    store.undo()
    store.undo()
    assert agenda.read(store, first.id) == first
    assert agenda.read(store, second.id) == second


def next_round(store: Store, of: Dialogue) -> Dialogue:
    made = dialogue_commands.plan(store, replace(of, names=Texts.of(en="Next"), sample=False))
    return dialogues.read(store, made)


def test_an_item_with_notes_stays_where_it_was_and_is_copied_without_them(
    store: Store, sample: Dialogue
) -> None:
    noted = next(iter(notes.of_dialogue(store, sample.id))).item
    commands.set_aside(store, [noted], for_series=True)
    after = next_round(store, sample)
    (waiting,) = tray.of_series(store, after)
    taken = commands.take_from_series(store, after, waiting)
    assert agenda.read(store, taken).titles == waiting.titles
    assert agenda.read(store, noted).aside
    assert not notes.of_dialogue(store, after.id)
    assert tray.of_series(store, after) == ()


def test_an_item_without_notes_leaves_its_dialogue_unless_that_is_closed(
    store: Store, sample: Dialogue
) -> None:
    noted = {n.item for n in notes.of_dialogue(store, sample.id)}
    blank = [
        i for i in agenda.of_dialogue(store, sample.id)
        if i.kind.has_terms and i.id not in noted and not tray.has_notes(store, i.id)
    ]  # fmt: skip
    commands.set_aside(store, [blank[0].id], for_series=True)
    after = next_round(store, sample)
    commands.take_from_series(store, after, tray.of_series(store, after)[0])
    assert blank[0].id not in {i.id for i in agenda.of_dialogue(store, sample.id)}
    store.undo()
    dialogue_commands.move_to(store, sample, Phase.CLOSED)
    commands.take_from_series(store, after, tray.of_series(store, after)[0])
    assert agenda.read(store, blank[0].id).aside


def test_a_meeting_is_shifted_with_what_is_chosen(store: Store, sample: Dialogue) -> None:
    who = people.participations(store, sample.id)[0]
    flight = replace(who, logistics=Logistics(arrives=datetime(2026, 11, 11, 20, 5)))
    with store.step("Test") as step:
        people.put_participation(step, sample.id, flight)
    later = sample.first_day + timedelta(days=7)
    commands.shift_dates(store, sample.id, later)
    assert dialogues.read(store, sample.id).first_day == later
    assert people.participations(store, sample.id)[0].logistics == flight.logistics
    store.undo()
    commands.shift_dates(store, sample.id, later, travel=True)
    arrives = people.participations(store, sample.id)[0].logistics.arrives
    assert arrives == datetime(2026, 11, 18, 20, 5)


def test_a_time_zone_has_a_known_name(store: Store, sample: Dialogue) -> None:
    commands.set_zones(store, sample.id, "Asia/Tokyo", "Europe/Berlin")
    of = dialogues.read(store, sample.id)
    assert (of.time_zone, of.second_zone) == ("Asia/Tokyo", "Europe/Berlin")
    with pytest.raises(Refused, match="zone-unknown"):
        commands.set_zones(store, sample.id, "Mars/Olympus")


# laws ---------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def open_store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    folder: Path = tmp_path_factory.mktemp("laws") / "workspace"
    with workspace.create(folder, KEY, "Laws") as opened:
        yield opened


KINDS = st.sampled_from([ItemKind.DISCUSSION, ItemKind.BREAK, ItemKind.MEAL, ItemKind.BREAKOUT])


@st.composite
def agendas(draw: st.DrawFn) -> list[AgendaItem]:
    return [
        AgendaItem(
            id=ItemId(""),
            dialogue=DialogueId(""),
            kind=(kind := draw(KINDS)),
            titles=Texts.of(en=f"item {n}"),
            day=draw(st.integers(0, 2)),
            minutes=draw(st.integers(5, 180)),
            lane=draw(st.sampled_from([0, 0, 1, 2])) if kind.has_terms else 0,
            anchor=draw(st.none() | st.none() | st.integers(480, 1380)),
            stretch=draw(st.sampled_from([100, 150])),
        )
        for n in range(draw(st.integers(2, 9)))
    ]


@settings(
    deadline=None, max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(agendas(), st.data())
def test_blocks_move_whole_anchors_hold_and_undo_is_exact(
    open_store: Store, written: list[AgendaItem], data: st.DataObject
) -> None:
    store = open_store
    plain = Dialogue(
        id=DialogueId(""), names=Texts.of(en="Laws"), titles=Texts(), place=Texts(),
        first_day=date(2026, 11, 12), days=3,
    )  # fmt: skip
    made = dialogue_commands.plan(store, plain)
    for item in written:
        agenda_commands.add_item(store, replace(item, dialogue=made))
    states = [agenda.of_dialogue(store, made)]
    moved: list[ItemId] = []
    for _ in range(data.draw(st.integers(1, 4))):
        before = states[-1]
        ids = [i.id for i in before if not i.aside]
        block = data.draw(st.lists(st.sampled_from(ids), unique=True, min_size=1)) if ids else []
        verb = data.draw(st.sampled_from(["move", "move", "aside", "copy", "remove"]))
        _do(store, made, verb, block, data)
        after = agenda.of_dialogue(store, made)
        _holds(before, after, block, verb)
        if verb == "move" and sorted(block) == moved:
            states.pop()  # moves of one block undo as one
        moved = sorted(block) if verb == "move" else []
        states.append(after)
    for state in reversed(states):
        while agenda.of_dialogue(store, made) != state:
            assert store.undo()
    assert store.undo_label is not None


def _do(
    store: Store, made: DialogueId, verb: str, block: list[ItemId], data: st.DataObject
) -> None:
    if not block:
        return
    match verb:
        case "aside":
            commands.set_aside(store, block)
        case "copy":
            commands.duplicate_block(store, block)
        case "remove":
            agenda_commands.remove(store, block)
        case _:
            others = [i.id for i in agenda.of_dialogue(store, made) if not i.aside]
            before = data.draw(st.none() | st.sampled_from(others))
            commands.move_block(store, block, Spot(data.draw(st.integers(0, 2)), before))


def _holds(
    before: tuple[AgendaItem, ...], after: tuple[AgendaItem, ...], block: list[ItemId], verb: str
) -> None:
    rest = [i.id for i in before if i.id not in block and not i.aside]
    assert [i.id for i in after if i.id in set(rest)] == rest  # the others keep their order
    content = {i.id: replace(i, day=0, lane=0, aside=False) for i in before}
    for item in after:
        if item.id in content:
            assert replace(item, day=0, lane=0, aside=False) == content[item.id]
    if verb in ("move", "past"):
        assert {i.id for i in after} == {i.id for i in before}
        there = [i.id for i in after if i.id in block]
        assert there == [i.id for i in before if i.id in block and not i.aside]
    timetable = starts(after)
    assert all(s.item.anchor in (None, s.start) for s in timetable.slots)
    reported = {(o.item.id, o.anchored.id) for o in timetable.overlaps}
    groups = [g for d in range(3) for g in parallel_groups(s.item for s in timetable.of_day(d))]
    group_of = {i.id: n for n, g in enumerate(groups) for i in g}
    for one, other in combinations(timetable.slots, 2):
        overlap = one.day == other.day and one.start < other.end and other.start < one.end
        if overlap and group_of[one.item.id] != group_of[other.item.id]:
            assert any(
                a == one.item.id and group_of[b] == group_of[other.item.id] for a, b in reported
            )
