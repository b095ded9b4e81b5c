"""A workspace that is moved is in one of its two places, whole, whatever happens meanwhile."""

from __future__ import annotations

import shutil
from datetime import date
from functools import partial
from pathlib import Path

import pytest
from cut_off import killed_at, moments, on_a_full_disk, with_a_file_that_stays
from shared_key import KEY

from dialogueprep.domain.errors import Refused
from dialogueprep.store import backup, moving, second_place, workspace

DAY = date(2026, 5, 11)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a closed workspace with a copy, in a folder of its own."""
    folder = tmp_path / "from" / "ours"
    with workspace.create(folder, KEY, "Test") as store:
        backup.copy(store.db, folder, DAY)
    return folder


def is_whole(folder: Path) -> bool:
    """Open a workspace, if there is one, and its copy."""
    if not (folder / workspace.FILE).is_file():
        return False
    with workspace.open(folder, KEY) as store:
        (copy,) = backup.listed(folder)
        assert backup.preview(copy, store.db.key).sound
    return True


def test_all_of_it_moves(folder: Path, tmp_path: Path) -> None:
    there = moving.move(folder, tmp_path / "to")
    assert there == tmp_path / "to" / "ours" and is_whole(there)
    assert not folder.exists()


def test_what_is_owed_at_places_that_were_given_up_moves_along(
    folder: Path, tmp_path: Path
) -> None:
    (tmp_path / "stick").mkdir()
    second_place.choose(folder, tmp_path / "stick")
    second_place.owe(folder, (), ["notes/one"])
    second_place.forget(folder)
    there = moving.move(folder, tmp_path / "to")
    assert second_place.left_behind(there) == {"notes/one"}


def test_killed_at_any_file_it_is_whole_in_one_place(folder: Path, tmp_path: Path) -> None:
    kept = shutil.copytree(folder, tmp_path / "kept")
    into, ended = tmp_path / "to", set[bool]()
    for number in moments():
        shutil.rmtree(into, ignore_errors=True)
        shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(kept, folder)
        killed = killed_at(number, partial(moving.move, folder, into))
        there = (into / "ours" / workspace.FILE).exists() and is_whole(into / "ours")
        assert there or is_whole(folder)
        ended.add(there)
        if not killed:
            break
    assert ended == {True, False}


def test_on_a_full_disk_it_stays(folder: Path, tmp_path: Path) -> None:
    assert on_a_full_disk(3000, partial(moving.move, folder, tmp_path / "to"))
    assert is_whole(folder) and not list((tmp_path / "to").iterdir())


def test_where_it_cannot_be_deleted_there_is_still_one(folder: Path, tmp_path: Path) -> None:
    move = partial(moving.move, folder, tmp_path / "to")
    assert with_a_file_that_stays(folder / workspace.FILE, move)
    assert is_whole(folder) and not list((tmp_path / "to").iterdir())
    assert not with_a_file_that_stays(folder / "backups" / "2026-05-11.db", move)
    assert is_whole(tmp_path / "to" / "ours") and not is_whole(folder)


def test_it_moves_neither_into_itself_nor_onto_another(folder: Path) -> None:
    with pytest.raises(Refused, match="move-inside"):
        moving.move(folder, folder / "deeper")
    with pytest.raises(Refused, match="workspace-exists"):
        moving.move(folder, folder.parent)
    assert is_whole(folder)


def test_a_database_that_went_though_the_drive_says_no_is_kept_in_the_new_place(
    folder: Path, tmp_path: Path
) -> None:
    move = partial(moving.move, folder, tmp_path / "to")
    assert not with_a_file_that_stays(folder / workspace.FILE, move, goes=True)
    assert is_whole(tmp_path / "to" / "ours") and not folder.exists()
