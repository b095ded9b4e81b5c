"""Copies and restores that are cut off; what a second place brings back, and what it must not."""

from __future__ import annotations

import random
import shutil
from datetime import date, timedelta
from functools import partial
from pathlib import Path

import pytest
from cut_off import TIMES, killed_after, killed_at, moments, on_a_full_disk
from shared_key import KEY

from dialogueprep.domain.errors import Trouble
from dialogueprep.store import (
    backup,
    bringing_back,
    driver,
    keys,
    second_place,
    settings,
    workspace,
)

DAY = date(2026, 5, 11)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a closed workspace that was changed after its copy: "then" became "now"."""
    folder = tmp_path / "ours"
    with workspace.create(folder, KEY, "Test") as store:
        with store.step("Set") as step:
            settings.put(step, "k", "then")
        backup.copy(store.db, folder, DAY)
        with store.step("Set") as step:
            settings.put(step, "k", "now")
    return folder


def state(folder: Path) -> str:
    """Return what a workspace says, after a look into each of its copies."""
    with workspace.open(folder, KEY) as store:
        assert all(backup.preview(c, store.db.key).sound for c in backup.listed(folder))
        return settings.read(store, "k")


def test_a_restore_cut_off_anywhere_leaves_one_state_whole(folder: Path, tmp_path: Path) -> None:
    kept = shutil.copytree(folder, tmp_path / "kept")
    seen = set[str]()
    for number in moments():
        shutil.rmtree(folder)
        shutil.copytree(kept, folder)
        copy = backup.listed(folder)[-1]
        killed = killed_at(number, partial(workspace.restore, folder, KEY, copy, DAY))
        seen.add(found := state(folder))
        befores = [each.before for each in backup.listed(folder)]
        assert "restore" in befores or found == "now"
        assert "" in befores
        if not killed:
            break
    assert seen == {"then", "now"}


def test_a_restore_cut_off_at_any_time_leaves_one_state_whole(folder: Path) -> None:
    chance = random.Random(7)
    for _ in range(TIMES):
        copy = backup.listed(folder)[-1]
        restoring = partial(workspace.restore, folder, KEY, copy, DAY)
        killed_after(chance.uniform(0.001, 0.08), restoring)
        assert state(folder) in ("then", "now")
        assert not copy.before and backup.listed(folder)[-1] == copy


def test_a_copy_cut_off_anywhere_is_there_whole_or_not(folder: Path) -> None:
    for number in moments():
        day = DAY + timedelta(days=number + 1)

        def copied(today: date = day) -> None:
            with workspace.open(folder, KEY) as store:
                backup.copy(store.db, folder, today, "import")

        killed = killed_at(number, copied)
        assert state(folder) == "now"
        if not killed:
            break
    assert backup.listed(folder)[0].before == "import"


def test_on_a_full_disk_nothing_is_restored(folder: Path) -> None:
    size = (folder / workspace.FILE).stat().st_size
    (copy,) = backup.listed(folder)
    for room in (1000, size - 4096):
        assert on_a_full_disk(room, partial(workspace.restore, folder, KEY, copy, DAY))
        assert state(folder) == "now" and backup.listed(folder) == (copy,)


def test_many_restores_push_out_no_copy(folder: Path) -> None:
    with workspace.open(folder, KEY) as store:
        backup.copy(store.db, folder, DAY, "import")
    for _ in range(4):
        workspace.restore(folder, KEY, backup.listed(folder)[-1], DAY)
    backup.thin(folder)
    befores = sorted(copy.before for copy in backup.listed(folder))
    assert befores == ["", "import", *["restore"] * 4]


def test_a_lost_computer_is_replaced_from_the_second_place(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "stick").mkdir()
    second = second_place.choose(folder, tmp_path / "stick")
    data_key = keys.unlock(folder, KEY)
    second_place.catch_up(folder, lambda path: driver.connect(path, data_key))
    shutil.rmtree(folder)
    assert bringing_back.is_place(second.path)
    (second.path / "2026-05-12.db").write_bytes(b"a newer one, damaged" * 300)
    again = bringing_back.bring_back(second.path, KEY, tmp_path / "new")
    assert again == tmp_path / "new" / "ours"
    (again / "backups" / "2026-05-12.db").unlink()
    assert state(again) == "then"
    with pytest.raises(Trouble, match="wrong"):
        bringing_back.bring_back(second.path, keys.Key.passphrase("guess"), tmp_path / "new")
