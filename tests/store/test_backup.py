"""Copies are made when something changed, thinned by tiers, and put back whole."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from shared_key import KEY
from sqlite_utils import Database
from walking import Walker, picture

from dialogueprep.domain.errors import Refused, Trouble
from dialogueprep.store import backup, driver, keys, schema, up_to_date, workspace
from dialogueprep.store.keys import Cost, Key
from dialogueprep.store.workspace import Store

MONDAY = date(2026, 5, 11)


def _set(store: Store, value: str) -> None:
    with store.step("Set") as step:
        step.db.table("settings").upsert({"id": "k", "value": value}, pk="id")


@pytest.fixture
def closed(folder: Path) -> Path:
    with workspace.create(folder, KEY, "Test") as store:
        _set(store, "1")
    return folder


def test_the_first_opening_of_a_day_makes_a_copy_if_something_changed(closed: Path) -> None:
    for _ in range(2):
        workspace.open(closed, KEY, today=MONDAY).close()
    workspace.open(closed, KEY, today=MONDAY + timedelta(days=1)).close()
    assert [copy.day for copy in backup.listed(closed)] == [MONDAY]
    with workspace.open(closed, KEY) as store:
        _set(store, "2")
    workspace.open(closed, KEY, today=MONDAY + timedelta(days=2)).close()
    assert [copy.path.name for copy in backup.listed(closed)] == ["2026-05-13.db", "2026-05-11.db"]


def test_days_weeks_and_months_are_kept(closed: Path) -> None:
    (closed / "backups").mkdir(exist_ok=True)
    days = [MONDAY - timedelta(days=n) for n in range(400)]
    for day in days:
        (closed / "backups" / f"{day}.db").touch()
        (closed / "backups" / f"{day} before purge.db").touch()
    (closed / "backups" / "mine.db").touch()
    backup.thin(closed)
    for before in ("", "purge"):
        kept = [copy.day for copy in backup.listed(closed) if copy.before == before]
        assert kept[:7] == days[:7]
        assert kept[7:] == [
            date(2026, 5, 3),  # the last days of earlier weeks
            date(2026, 4, 30),  # and of earlier months
            date(2026, 4, 26),
            date(2026, 3, 31),
            date(2026, 2, 28),
            date(2026, 1, 31),
            date(2025, 12, 31),
        ]
    assert (closed / "backups" / "mine.db").exists()


def test_a_copy_is_encrypted_and_equal_in_content(closed: Path) -> None:
    with workspace.open(closed, KEY) as store:
        Walker(store, 5).fill()
        made = backup.copy(store.db, closed, MONDAY, before="purge")
        before = picture(store)
    assert made.path.name == "2026-05-11 before purge.db"
    assert b"SQLite format" not in made.path.read_bytes()
    with workspace.open(closed, KEY) as store:
        _set(store, "9")
    workspace.restore(closed, KEY, made, MONDAY)
    with workspace.open(closed, KEY) as store:
        assert picture(store) == before


def test_a_restore_shows_first_keeps_what_was_and_deletes_no_copy(closed: Path) -> None:
    with workspace.open(closed, KEY, today=MONDAY) as store:
        _set(store, "2")
        with store.step("Set") as step:
            step.db.table("tags").insert({"id": "t", "slug": "energy"})
    (copy,) = backup.listed(closed)
    shown = workspace.preview(closed, KEY, copy)
    assert shown.sound
    assert (shown.counts["tags"], shown.counts["settings"]) == (0, 2)
    for number in range(12):
        safety = workspace.restore(closed, KEY, copy, MONDAY)
        assert len(backup.listed(closed)) == number + 2
        assert copy.path.exists()
        with workspace.open(closed, KEY) as store:
            assert store.db.table("settings").get("k")["value"] == "1"
    first = closed / "backups" / "2026-05-11 before restore.db"
    assert workspace.preview(closed, KEY, backup.Backup(first, MONDAY)).counts["tags"] == 1
    assert safety.path.name == "2026-05-11 before restore (12).db"


def test_a_damaged_copy_is_refused_and_nothing_changes(closed: Path) -> None:
    workspace.open(closed, KEY, today=MONDAY).close()
    (copy,) = backup.listed(closed)
    content = bytearray(copy.path.read_bytes())
    content[-100] ^= 1
    copy.path.write_bytes(content)
    before = (closed / "workspace.db").read_bytes()
    assert not workspace.preview(closed, KEY, copy).sound
    with pytest.raises(Refused, match="backup-damaged"):
        workspace.restore(closed, KEY, copy, MONDAY)
    assert (closed / "workspace.db").read_bytes() == before
    assert not workspace.preview(closed, KEY, backup.Backup(closed / "none.db", MONDAY)).sound


def test_a_damaged_workspace_is_put_back_from_its_copy(closed: Path) -> None:
    workspace.open(closed, KEY, today=MONDAY).close()
    (copy,) = backup.listed(closed)
    (closed / "workspace.db").write_bytes(b"damage")
    with pytest.raises(Trouble, match="workspace-damaged"):
        workspace.open(closed, KEY)
    safety = workspace.restore(closed, KEY, copy, MONDAY)
    assert safety.path.read_bytes() == b"damage"
    with workspace.open(closed, KEY) as store:
        assert store.db.table("settings").get("k")["value"] == "1"


def test_an_open_workspace_is_not_swapped(closed: Path) -> None:
    with workspace.open(closed, KEY, today=MONDAY):
        (copy,) = backup.listed(closed)
        with pytest.raises(Trouble, match="workspace-in-use"):
            workspace.restore(closed, KEY, copy, MONDAY)


def test_old_copies_open_after_a_change_of_passphrase(folder: Path) -> None:
    cheap = Cost(iterations=1, lanes=1, memory=64)
    workspace.create(folder, Key.passphrase("old"), "Test", cost=cheap).close()
    workspace.open(folder, Key.passphrase("old"), today=MONDAY).close()
    keys.change_passphrase(folder, "old", "new", cost=cheap)
    (copy,) = backup.listed(folder)
    assert workspace.preview(folder, Key.passphrase("new"), copy).sound


@pytest.fixture
def next_schema(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Let the schema have one migration more, for one test."""
    known = list(schema.migrations._migrations)
    monkeypatch.setattr(up_to_date, "MIGRATIONS", up_to_date.MIGRATIONS | {"tags_have_colours"})

    @schema.migrations(name="tags_have_colours")
    def tags_have_colours(db: Database) -> None:
        db.table("tags").add_column("colour", str)

    yield
    schema.migrations._migrations[:] = known


@pytest.mark.usefixtures("next_schema")
def test_a_migration_makes_a_copy_first(tmp_path: Path) -> None:
    newest = schema.migrations._migrations.pop()
    folder = tmp_path / "workspace"
    workspace.create(folder, KEY, "Test").close()
    schema.migrations._migrations.append(newest)
    with workspace.open(folder, KEY) as store:
        assert "colour" in store.db.table("tags").columns_dict
        with store.step("Tag") as step:
            step.db.table("tags").insert({"id": "t", "slug": "energy", "colour": "green"})
        store.undo()
        store.redo()
        assert store.db.table("tags").get("t")["colour"] == "green"
    (copy,) = backup.listed(folder)
    assert copy.before == "migration"
    with driver.connect(copy.path, keys.unlock(folder, KEY)) as db:
        assert "colour" not in db.table("tags").columns_dict
