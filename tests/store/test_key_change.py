"""A new key is given to the database and all its copies, or to none of them."""

from __future__ import annotations

import random
import shutil
from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path

import pytest
from cut_off import TIMES, killed_after, killed_at, moments, on_a_full_disk
from shared_key import CHEAP, KEY

from dialogueprep.domain.errors import Trouble
from dialogueprep.store import backup, driver, keys, settings, workspace
from dialogueprep.store.keys import Key
from dialogueprep.store.lock import Lock

DAY = date(2026, 5, 11)
DEPUTY = Key.passphrase("calm waters")


@pytest.fixture(scope="module")
def master(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a workspace with two holders and two copies, to copy."""
    folder = tmp_path_factory.mktemp("master") / "workspace"
    with workspace.create(folder, KEY, "Test") as store:
        backup.copy(store.db, folder, DAY)
        with store.step("Set") as step:
            settings.put(step, "k", "after the first copy")
        backup.copy(store.db, folder, DAY, "import")
    keys.add_holder(folder, KEY, DEPUTY, "Deputy", today=DAY, cost=CHEAP)
    return folder


@pytest.fixture
def fresh(master: Path, tmp_path: Path) -> Callable[[], Path]:
    """Return what makes another copy of the workspace."""

    def again() -> Path:
        shutil.rmtree(tmp_path / "workspace", ignore_errors=True)
        return shutil.copytree(master, tmp_path / "workspace")

    return again


def is_whole(folder: Path) -> None:
    """Open the workspace and each of its copies with the key that opens it."""
    with workspace.open(folder, KEY) as store:
        assert settings.read(store, "k") == "after the first copy"
        data_key = store.db.key
    copies = backup.listed(folder)
    assert len(copies) == 2
    assert all(backup.preview(copy, data_key).sound for copy in copies)
    left = {path.name for path in folder.rglob("*") if path.name.startswith(".")}
    assert not left


def test_who_is_removed_has_an_old_key_that_opens_nothing(fresh: Callable[[], Path]) -> None:
    folder = fresh()
    old = keys.unlock(folder, DEPUTY)
    assert workspace.change_key(folder, KEY, cost=CHEAP).unread == ()
    is_whole(folder)
    assert len(keys.holders(folder)) == 1
    with pytest.raises(Trouble, match="wrong-passphrase"):
        keys.unlock(folder, DEPUTY)
    for path in (folder / "workspace.db", *(copy.path for copy in backup.listed(folder))):
        with pytest.raises(Trouble, match="workspace-damaged"):
            driver.connect(path, old)


def test_a_wrong_key_changes_nothing(fresh: Callable[[], Path]) -> None:
    folder = fresh()
    before = (folder / "workspace.db").read_bytes()
    with pytest.raises(Trouble, match="wrong-passphrase"):
        workspace.change_key(folder, Key.passphrase("guess"))
    assert (folder / "workspace.db").read_bytes() == before
    is_whole(folder)


def test_a_damaged_copy_keeps_nobody_from_a_new_key(fresh: Callable[[], Path]) -> None:
    folder = fresh()
    (folder / "backups" / "2026-05-10.db").write_bytes(b"not a database" * 1000)
    assert workspace.change_key(folder, KEY).unread == ("2026-05-10.db",)
    (folder / "backups" / "2026-05-10.db").unlink()
    is_whole(folder)


def test_killed_at_any_file_it_is_changed_or_as_it_was(fresh: Callable[[], Path]) -> None:
    changed = set[bool]()
    old = keys.unlock(fresh(), KEY)
    for number in moments():
        folder = fresh()
        killed = killed_at(number, partial(workspace.change_key, folder, KEY))
        is_whole(folder)
        changed.add(keys.unlock(folder, KEY) != old)
        assert (len(keys.holders(folder)) == 1) == (keys.unlock(folder, KEY) != old)
        if not killed:
            break
    assert changed == {True, False}


def test_killed_at_any_time_it_is_changed_or_as_it_was(fresh: Callable[[], Path]) -> None:
    chance = random.Random(7)
    for _ in range(TIMES):
        folder = fresh()
        killed_after(chance.uniform(0.001, 0.15), partial(workspace.change_key, folder, KEY))
        is_whole(folder)


def test_on_a_full_disk_nothing_has_changed(fresh: Callable[[], Path]) -> None:
    folder = fresh()
    size = (folder / "workspace.db").stat().st_size
    for room in (0, 4096, size // 2):
        assert on_a_full_disk(room, lambda: workspace.change_key(folder, KEY))
        is_whole(folder)
        assert len(keys.holders(folder)) == 2


def test_nobody_changes_the_key_of_an_open_workspace(fresh: Callable[[], Path]) -> None:
    folder = fresh()
    lock = Lock(folder)
    with pytest.raises(Trouble, match="workspace-in-use"):
        workspace.change_key(folder, KEY)
    lock.release()
