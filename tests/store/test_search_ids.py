"""Ids that are kept at hand by their numbers."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from dialogueprep.store import driver
from dialogueprep.store.driver import Database, run
from dialogueprep.store.search_ids import Ids


@pytest.fixture
def db() -> Iterator[Database]:
    with driver.in_memory() as made:
        run(made, "CREATE TABLE things (number INTEGER PRIMARY KEY, id TEXT NOT NULL)")
        rows = [(n * 10, f"id{n}") for n in range(2500)]
        made.conn.executemany("INSERT INTO things VALUES (?, ?)", rows)
        yield made


@pytest.mark.parametrize("most", [1, 1200, 9999])
@pytest.mark.parametrize("ahead", [False, True])
def test_ids_are_returned_in_the_order_asked_for(db: Database, most: int, *, ahead: bool) -> None:
    ids = Ids[str](db, "things", most)
    assert not ahead or ids.read_ahead(None)
    for _ in range(2):
        assert ids.of([24990, 0, 7, 10]) == ["id2499", "id0", "id1"]
    assert len(ids.kept) <= most


def test_what_is_deleted_and_written_anew_is_looked_up_anew(db: Database) -> None:
    ids = Ids[str](db, "things")
    ids.read_ahead(None)
    run(db, "UPDATE things SET id = 'other' WHERE number = 20")
    run(db, "DELETE FROM things WHERE number = 30")
    ids.drop([20, 30])
    assert ids.of([10, 20, 30]) == ["id1", "other"]


def test_what_was_kept_by_asking_leaves_room_to_read_ahead_to_the_end(db: Database) -> None:
    ids = Ids[str](db, "things", 2500)
    ids.of([24000, 24010])
    assert ids.read_ahead(None) and len(ids.kept) == 2500
