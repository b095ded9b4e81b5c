"""Decisions that come late, and entries of the library that are nobody's shipped ones."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from histories import is_whole, kit, take
from shared_key import KEY

from dialogueprep.commands import merging
from dialogueprep.domain.merge_deciding import Decision
from dialogueprep.store import conflicts, rows, workspace
from dialogueprep.store.step import Step
from dialogueprep.store.workspace import Store

RULE = "Chatham House Rule"


@pytest.fixture
def stores(tmp_path: Path) -> Iterator[tuple[Store, Store]]:
    """Return two workspaces that have the same: an item with two notes."""
    with (
        workspace.create(tmp_path / "mine", KEY, "Mine") as mine,
        workspace.create(tmp_path / "theirs", KEY, "Theirs") as theirs,
    ):
        with mine.step("Begin") as step:
            rows.insert(step, "dialogues", {"id": "d", "first_day": "2026-05-11"})
            for item in ("i", "j"):
                about = {"id": item, "dialogue": "d", "kind": "discussion", "day": 1, "minutes": 30}
                rows.insert(step, "items", {**about, "terms": RULE})
            row = {"item": "i", "kind": "point", "language": "en", "terms": RULE}
            rows.insert(step, "notes", {"id": "n", **row, "wording": "Ports first."})
        take(theirs, kit(mine))
        yield mine, theirs


def change(store: Store, table: str, row: str, **values: object) -> None:
    with store.step("Change") as step:
        rows.update(step, table, row, values)


def title(step: Step, text: str, wording: str) -> None:
    place = {"owner_table": "items", "owner": "i", "field": "titles", "language": "en"}
    rows.insert(step, "texts", {"id": text, **place, "wording": wording, "state": "original"})


def decide(store: Store, decision: Decision) -> int:
    found = merging.waiting(store)
    return merging.settle(store, {it.root: decision for it in found.conflicts})


@pytest.mark.parametrize(("decision", "left"), [(Decision.THEIRS, 1), (Decision.MINE, 0)])
def test_what_belongs_to_a_row_that_was_deleted_since_waits_on_until_mine_is_kept(
    stores: tuple[Store, Store], decision: Decision, left: int
) -> None:
    mine, theirs = stores
    change(theirs, "notes", "n", item="j", wording="Rail first.")
    change(mine, "notes", "n", wording="Roads first.")
    take(mine, kit(theirs))
    with mine.step("Delete") as step:
        rows.delete(step, "items", "j")
    assert decide(mine, decision) == left
    assert is_whole(mine)


def test_both_wordings_stand_at_the_item_that_is_still_there(stores: tuple[Store, Store]) -> None:
    mine, theirs = stores
    change(theirs, "notes", "n", item="j", wording="Rail first.")
    change(mine, "notes", "n", wording="Roads first.")
    take(mine, kit(theirs))
    with mine.step("Delete") as step:
        rows.delete(step, "items", "j")
    assert decide(mine, Decision.BOTH) == 0
    there = {(row["wording"], row["item"]) for row in rows.select(mine, "notes")}
    assert there == {("Roads first.", "i"), ("Rail first.", "i")}


def test_what_waits_follows_a_row_that_gets_another_id(
    stores: tuple[Store, Store], tmp_path: Path
) -> None:
    mine, theirs = stores
    for store, text, wording in ((mine, "t5", "Ports"), (theirs, "t7", "Rail")):
        with store.step("Write") as step:
            title(step, text, wording)
    take(mine, kit(theirs))
    assert [it.ref for it in conflicts.waiting(mine)] == [("texts", "t5")]
    with workspace.create(tmp_path / "third", KEY, "Third") as third:
        with third.step("Begin") as step:
            rows.insert(step, "dialogues", {"id": "d", "first_day": "2026-05-11"})
            about = {"id": "i", "dialogue": "d", "kind": "discussion", "day": 1, "minutes": 30}
            rows.insert(step, "items", {**about, "terms": RULE})
            title(step, "t1", "Ports")
        take(mine, kit(third))
    assert [it.ref for it in conflicts.waiting(mine) if it.ref[0] == "texts"] == [("texts", "t1")]
    decide(mine, Decision.THEIRS)
    assert [row["wording"] for row in rows.select(mine, "texts")] == ["Rail"]


def test_a_title_that_waits_gives_way_to_one_that_has_come_since(
    stores: tuple[Store, Store],
) -> None:
    mine, theirs = stores
    with mine.step("Write") as step:
        title(step, "t5", "Ports")
    take(theirs, kit(mine))
    with mine.step("Delete") as step:
        rows.delete(step, "texts", "t5")
    change(theirs, "texts", "t5", wording="Rail")
    take(mine, kit(theirs))
    assert conflicts.count(mine) == 1
    with mine.step("Write") as step:
        title(step, "t9", "Roads")
    assert decide(mine, Decision.THEIRS) == 1
    assert decide(mine, Decision.MINE) == 0
    assert [row["wording"] for row in rows.select(mine, "texts")] == ["Roads"]


def test_a_second_entry_that_is_not_shipped_comes_in(stores: tuple[Store, Store]) -> None:
    mine, theirs = stores
    for store, topic in ((mine, "t1"), (theirs, "t2")):
        with store.step("Write") as step:
            rows.insert(step, "topics", {"id": topic, "dimension": "security"})
    change(mine, "items", "i", topic="t1")
    change(theirs, "items", "j", topic="t2")
    take(mine, kit(theirs))
    assert conflicts.count(mine) == 0
    assert {row["id"] for row in rows.select(mine, "topics")} == {"t1", "t2"}


def test_a_row_that_a_decision_empties_is_another_one_than_theirs(
    stores: tuple[Store, Store],
) -> None:
    mine, theirs = stores
    with theirs.step("Write") as step:
        rows.insert(step, "topics", {"id": "t", "dimension": "security"})
    change(theirs, "items", "i", topic="t")
    change(mine, "items", "i", minutes=45)
    take(mine, kit(theirs))
    with mine.step("Delete") as step:
        rows.delete(step, "topics", "t")
    decide(mine, Decision.THEIRS)
    here, there = rows.one(mine, "items", "i"), rows.one(theirs, "items", "i")
    assert here is not None and there is not None
    assert here["topic"] is None and here["version"] != there["version"]
    take(theirs, kit(mine))
    assert rows.one(theirs, "items", "i") == here


def test_opposite_decisions_meet_again_until_one_stands_everywhere(
    stores: tuple[Store, Store],
) -> None:
    mine, theirs = stores
    change(mine, "notes", "n", wording="Roads first.")
    change(theirs, "notes", "n", wording="Rail first.")
    one, other = kit(mine), kit(theirs)
    take(mine, other)
    take(theirs, one)
    decide(mine, Decision.MINE)
    decide(theirs, Decision.MINE)
    one, other = kit(mine), kit(theirs)
    take(mine, other)
    take(theirs, one)
    assert conflicts.count(mine) == conflicts.count(theirs) == 1
    decide(mine, Decision.THEIRS)
    take(theirs, kit(mine))
    assert conflicts.count(mine) == conflicts.count(theirs) == 0
    assert rows.one(mine, "notes", "n") == rows.one(theirs, "notes", "n")
    row = rows.one(mine, "notes", "n")
    assert row is not None and row["wording"] == "Rail first."
