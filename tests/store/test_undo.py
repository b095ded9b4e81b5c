"""Undo and redo bring back every state exactly, whatever was done."""

from __future__ import annotations

import contextlib
from itertools import groupby

import pytest
from walking import Walker, picture

from dialogueprep.domain.errors import Refused, Trouble
from dialogueprep.store import driver, journal
from dialogueprep.store.driver import run
from dialogueprep.store.journal import LIMIT
from dialogueprep.store.step import Changes, new_id
from dialogueprep.store.workspace import Store


@pytest.mark.parametrize("seed", [7, 1998])
def test_undo_and_redo_bring_back_every_state(store: Store, seed: int) -> None:
    walker = Walker(store, seed)
    walker.fill()
    store.forget_all()
    states = {0: picture(store)}
    for _ in range(150):
        walker.walk()
        states[store.undo_depth] = picture(store)
    steps = store.undo_depth
    assert steps > 80
    for place in reversed(range(steps)):
        store.undo()
        assert picture(store) == states[place]
    assert store.undo() is None
    for place in range(1, steps + 1):
        store.redo()
        assert picture(store) == states[place]
    assert store.redo() is None
    assert run(store.db, "PRAGMA integrity_check") == [("ok",)]
    assert run(store.db, "PRAGMA foreign_key_check") == []


def test_rows_that_come_back_without_the_log_are_exact(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(journal, "MANY", 1)
    walker = Walker(store, 11)
    walker.fill()
    store.forget_all()
    states = {0: picture(store)}
    for _ in range(60):
        walker.walk()
        states[store.undo_depth] = picture(store)
    steps = store.undo_depth
    for _ in range(2):
        for place in reversed(range(steps)):
            store.undo()
            assert picture(store) == states[place]
        for place in range(1, steps + 1):
            store.redo()
            assert picture(store) == states[place]
    assert run(store.db, "PRAGMA foreign_key_check") == []


@pytest.mark.parametrize("seed", [3])
def test_going_back_and_forth_and_on_is_exact(store: Store, seed: int) -> None:
    walker = Walker(store, seed)
    states = [picture(store)]
    for _ in range(150):
        choice = walker.chance.random()
        if (choice < 0.25 and store.undo()) or (choice < 0.4 and store.redo()):
            assert picture(store) == states[store.undo_depth]
        else:
            walker.walk()
            if store.redo_label is None:  # else the step changed nothing
                del states[store.undo_depth :]
                states.append(picture(store))


def _dialogue(store: Store, phase: str = "preparing") -> tuple[str, str, str]:
    dialogue, item, note = new_id(), new_id(), new_id()
    with store.step("Begin") as step:
        db = step.db
        db.table("dialogues").insert({"id": dialogue, "first_day": "2026-05-11"})
        item_row = {"id": item, "dialogue": dialogue, "kind": "discussion", "day": 1}
        db.table("items").insert(item_row | {"minutes": 60, "terms": "chatham house rule"})
        note_row = {"id": note, "item": item, "kind": "point", "wording": "Ports first."}
        terms = {"language": "en", "terms": "chatham house rule"}
        db.table("notes").insert(note_row | terms)
        db.table("dialogues").update(dialogue, {"phase": phase})
    return dialogue, item, note


def test_consecutive_edits_of_one_thing_undo_as_one(store: Store) -> None:
    _, _, note = _dialogue(store)
    before = picture(store)
    for wording in ("P", "Po", "Ports and rail."):
        with store.step("Edit note", merge=("note", note)) as step:
            step.db.table("notes").update(note, {"wording": wording})
    after = picture(store)
    store.undo()
    assert picture(store) == before
    store.redo()
    assert picture(store) == after


def test_an_edit_after_an_undo_starts_anew(store: Store) -> None:
    _, _, note = _dialogue(store)
    for wording in ("one", "two"):
        with store.step(wording, merge=(wording,)) as step:
            step.db.table("notes").update(note, {"wording": wording})
    store.undo()
    with store.step("again", merge=("one",)) as step:
        step.db.table("notes").update(note, {"wording": "three"})
    store.undo()
    assert store.undo_label == "one"
    assert store.db.table("notes").get(note)["wording"] == "one"


def test_what_a_closed_dialogue_lost_comes_back(store: Store) -> None:
    dialogue, _, note = _dialogue(store, phase="closed")
    before = picture(store)
    for table, row in (("notes", note), ("dialogues", dialogue)):
        with store.step("Delete") as step:
            step.db.table(table).delete(row)
        store.undo()
        assert picture(store) == before


def test_the_rules_hold_again_after_an_undo(store: Store) -> None:
    _, _, note = _dialogue(store, phase="closed")
    with store.step("Destroy note") as step:
        step.db.table("notes").delete(note)
    store.undo()
    with pytest.raises(Refused, match="dialogue-closed"), store.step("Edit note") as step:
        step.db.table("notes").update(note, {"wording": "changed"})


def test_a_deletion_takes_all_that_hangs_on_it_and_tells(store: Store) -> None:
    dialogue, _, _ = _dialogue(store)
    told: list[Changes] = []
    store.on_change = told.append
    with store.step("Delete dialogue", page="home") as step:
        step.db.table("dialogues").delete(dialogue)
    tables = frozenset({"dialogues", "items", "notes", "tombstones"})
    assert told == [Changes(tables, "Delete dialogue", "home")]
    assert store.db.table("notes").count == 0
    assert {row["table_name"] for row in store.db.table("tombstones").rows} == {
        "dialogues",
        "items",
        "notes",
    }
    assert store.undo() == Changes(tables, "Delete dialogue", "home")
    assert store.db.table("tombstones").count == 0


def test_an_exception_takes_the_whole_step_back(store: Store) -> None:
    _, _, note = _dialogue(store)
    before, label = picture(store), store.undo_label
    with pytest.raises(ZeroDivisionError), store.step("Edit note") as step:
        step.db.table("notes").update(note, {"wording": "lost"})
        1 / 0  # noqa: B018
    assert picture(store) == before
    assert store.undo_label == label
    with store.step("Nothing"):
        pass
    assert store.undo_label == label


def test_steps_do_not_nest_and_writes_need_one(store: Store) -> None:
    with store.step("Outer"), pytest.raises(RuntimeError), store.step("Inner"):
        pass
    with pytest.raises(driver.DriverError, match="readonly"):
        store.db.table("settings").insert({"id": "k", "value": "3"})


def test_a_row_gets_a_new_version_with_each_change_only(store: Store) -> None:
    _, _, note = _dialogue(store)
    first = store.db.table("notes").get(note)["version"]
    with store.step("Same again") as step:
        step.db.table("notes").update(note, {"wording": "Ports first."})
    assert store.db.table("notes").get(note)["version"] == first
    with store.step("Edit note") as step:
        step.db.table("notes").update(note, {"wording": "Rail first."})
    assert store.db.table("notes").get(note)["version"] not in (first, "")


def test_200_steps_can_be_undone(store: Store) -> None:
    for number in range(205):
        with store.step("Set") as step:
            step.db.table("settings").upsert({"id": "k", "value": str(number)}, pk="id")
    undone = 0
    while store.undo():
        undone += 1
    assert undone == LIMIT == 200
    assert store.db.table("settings").get("k")["value"] == "4"


def test_what_is_forgotten_cannot_be_undone(store: Store) -> None:
    _, _, note = _dialogue(store)
    with store.step("Set") as step:
        step.db.table("settings").upsert({"id": "k", "value": "1"}, pk="id")
    with store.step("Delete note") as step:
        step.db.table("notes").delete(note)
    store.forget("notes", note)
    assert store.undo_label == "Set"
    store.undo()
    assert store.undo() is None


def test_what_cannot_be_undone_ends_what_could(store: Store) -> None:
    _dialogue(store)
    with store.step("Release", undoable=False) as step:
        step.db.table("settings").upsert({"id": "k", "value": "1"}, pk="id")
    assert store.undo() is None


def test_what_lost_its_ground_is_refused_and_changes_nothing(store: Store) -> None:
    for label, row in (("First", "t"), ("Second", "u")):
        with store.step(f"Add {label}") as step:
            step.db.table("tags").insert({"id": row, "slug": "energy"})
        if label == "First":
            with store.step("Delete first") as step:
                step.db.table("tags").delete(row)
    store.forget("tags", "u")
    before = picture(store)
    with pytest.raises(Trouble, match="cannot-undo"):
        store.undo()
    assert picture(store) == before
    assert store.undo() is None
    with store.step("Go on") as step:
        step.db.table("tags").insert({"id": "v", "slug": "ports"})
    assert store.undo_label == "Go on"


@pytest.mark.parametrize("seed", [11])
def test_undo_after_forgetting_keeps_the_workspace_whole(store: Store, seed: int) -> None:
    walker = Walker(store, seed)
    walker.fill()
    for _ in range(60):
        walker.walk()
        if walker.chance.random() < 0.2:
            store.forget(*walker.some_row())
    while store.undo_label:
        with contextlib.suppress(Trouble):
            store.undo()
    assert run(store.db, "PRAGMA foreign_key_check") == []


def test_what_was_deleted_comes_back_table_by_table(store: Store) -> None:
    """Each table is written once: what a cascade deletes row by row takes turns."""
    with store.step("Fill") as step:
        for n in range(6):
            step.db.table("topics").insert({"id": f"t{n}", "dimension": "economic"})
            for part in range(3):
                row = {"id": f"r{n}{part}", "topic": f"t{n}", "dimension": "economic"}
                step.db.table("recommendations").insert(row)
                text = {"id": f"x{n}{part}", "owner_table": "recommendations", "field": "title"}
                said = {"owner": f"r{n}{part}", "language": "en", "state": "original"}
                step.db.table("texts").insert(text | said | {"wording": "Tide"})
    before = picture(store)
    with store.step("Remove") as step:
        run(step.db, "DELETE FROM topics")
    written: list[str] = []
    store.db.conn.set_trace_callback(
        lambda sql: written.append(sql.split()[2]) if sql.startswith("INSERT INTO") else None
    )
    store.undo()
    store.db.conn.set_trace_callback(None)
    tables = [table for table, _ in groupby(t.strip('"') for t in written)]
    back = [table for table in tables if table in ("topics", "recommendations", "texts")]
    assert back == ["topics", "recommendations", "texts"]
    assert picture(store) == before
