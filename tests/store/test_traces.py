"""What is deleted leaves no trace on the pages of the database, looked at decrypted."""

from __future__ import annotations

from pathlib import Path

from pages import decrypted
from shared_key import KEY

from dialogueprep.store import search, workspace
from dialogueprep.store.driver import run
from dialogueprep.store.step import new_id
from dialogueprep.store.workspace import Store

SECRET = "cormorant"


def _write_and_delete(store: Store) -> None:
    for number in range(40):
        with store.step("Write") as step:
            title = f"{SECRET} {number} " + "words around it " * 20
            row = {"id": new_id(), "title": title, "published": "2026", "kind": "report"}
            step.db.table("sources").insert(row)
    assert len(search.find(store, SECRET)) == 40
    with store.step("Delete") as step:
        run(step.db, "DELETE FROM sources")


def test_deleted_words_are_gone_at_once_although_they_were_searched(folder: Path) -> None:
    with workspace.create(folder, KEY, "Test") as store:
        _write_and_delete(store)
    pages = decrypted(folder)
    assert b"CREATE TABLE sources" in pages  # so these are the pages
    assert SECRET.encode() not in pages


def test_a_sweep_ends_what_could_be_undone(folder: Path) -> None:
    with workspace.create(folder, KEY, "Test") as store:
        _write_and_delete(store)
        store.sweep()
        assert store.undo() is None


def test_without_secure_delete_the_words_would_still_be_there(folder: Path) -> None:
    with workspace.create(folder, KEY, "Test") as store:
        run(store.db, "PRAGMA secure_delete = OFF")
        _write_and_delete(store)
    assert SECRET.encode() in decrypted(folder)


def test_nothing_lies_beside_the_database_in_clear_words(folder: Path) -> None:
    with workspace.create(folder, KEY, "Test") as store:
        with store.step("Write") as step:
            row = {"id": new_id(), "title": SECRET, "published": "2026", "kind": "report"}
            step.db.table("sources").insert(row)
        for path in folder.rglob("*"):
            assert path.is_dir() or SECRET.encode() not in path.read_bytes()
