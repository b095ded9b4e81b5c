"""Copies go to a second place when it is there, whole or not at all, and catch up later."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest
from cut_off import killed_at, moments, on_a_full_disk
from shared_key import KEY

from dialogueprep.domain.errors import Refused, Trouble
from dialogueprep.store import backup, driver, keys, second_place, settings, workspace
from dialogueprep.store.driver import Database

DAY = date(2026, 5, 11)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a closed workspace with a copy."""
    folder = tmp_path / "workspace"
    workspace.create(folder, KEY, "Test").close()
    copied(folder, DAY)
    return folder


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    """Return where a stick is to be seen while it is in."""
    (tmp_path / "stick").mkdir()
    return tmp_path / "stick"


def copied(folder: Path, day: date) -> None:
    """Change the workspace and copy it."""
    with workspace.open(folder, KEY) as store:
        with store.step("Set") as step:
            settings.put(step, "k", day.isoformat())
        backup.copy(store.db, folder, day)


def beside(folder: Path) -> Callable[[Path], Database]:
    data_key = keys.unlock(folder, KEY)
    return lambda path: driver.connect(path, data_key)


def catch_up(folder: Path) -> int:
    return second_place.catch_up(folder, beside(folder))


def all_sound(folder: Path) -> int:
    """Return how many copies lie at the second place, after a look into each of them."""
    second = second_place.chosen(folder)
    assert second and second.is_there
    data_key = keys.unlock(folder, KEY)
    assert all(backup.preview(copy, data_key).sound for copy in second.copies)
    return len(second.copies)


def test_what_lies_there_opens_without_what_lies_here(folder: Path, stick: Path) -> None:
    second = second_place.choose(folder, stick)
    assert second_place.behind(folder)
    assert catch_up(folder) == 1
    assert not second_place.behind(folder)
    assert catch_up(folder) == 0
    shutil.rmtree(folder)
    data_key = keys.unlock(second.path, KEY)
    (copy,) = backup.in_folder(second.path)
    assert backup.preview(copy, data_key).sound


def test_a_stick_that_is_away_is_caught_up_with_later(folder: Path, stick: Path) -> None:
    second_place.choose(folder, stick)
    catch_up(folder)
    stick.rename(stick.with_name("pocket"))
    copied(folder, DAY + timedelta(days=1))
    assert not second_place.behind(folder) and catch_up(folder) == 0
    assert not stick.exists()
    stick.mkdir()  # the empty place at which it is usually seen
    assert catch_up(folder) == 0 and not list(stick.iterdir())
    stick.rmdir()
    stick.with_name("pocket").rename(stick)
    assert second_place.behind(folder) and catch_up(folder) == 1
    assert all_sound(folder) == 2


def test_a_stick_pulled_out_in_mid_copy_leaves_no_half_file(folder: Path, stick: Path) -> None:
    second = second_place.choose(folder, stick)
    for day in range(1, 4):
        copied(folder, DAY + timedelta(days=day))
    pocket = stick.with_name("pocket")

    def pull(done: int, _total: int) -> None:
        if done == 2:
            stick.rename(pocket)

    with pytest.raises(Trouble, match="second-place-stopped"):
        second_place.catch_up(folder, beside(folder), pull)
    assert not stick.exists()
    assert len(list((pocket / second.path.name).glob("*.db"))) == 2
    pocket.rename(stick)
    assert catch_up(folder) == 2 and all_sound(folder) == 4


def test_killed_at_any_file_what_is_there_is_whole(folder: Path, stick: Path) -> None:
    second = second_place.choose(folder, stick)
    copied(folder, DAY + timedelta(days=1))
    for number in moments():
        shutil.rmtree(second.path)
        (folder / second_place.FILE).unlink()
        second = second_place.choose(folder, stick)
        killed = killed_at(number, lambda: catch_up(folder))
        all_sound(folder)
        catch_up(folder)
        assert all_sound(folder) == 2 and not list(second.path.glob(".*"))
        if not killed:
            break


def test_on_a_full_stick_no_half_file_stays(folder: Path, stick: Path) -> None:
    second = second_place.choose(folder, stick)
    size = backup.listed(folder)[0].path.stat().st_size
    for room in (1000, size - 1):
        assert on_a_full_disk(room, lambda: catch_up(folder))
        assert all_sound(folder) == 0 and not list(second.path.glob("*.db"))
    assert catch_up(folder) == 1 and all_sound(folder) == 1


def test_copies_that_are_gone_here_stay_there_until_they_are_old(folder: Path, stick: Path) -> None:
    second_place.choose(folder, stick)
    catch_up(folder)
    backup.delete(backup.listed(folder))
    copied(folder, DAY + timedelta(days=1))
    catch_up(folder)
    assert all_sound(folder) == 2
    for month in range(1, 10):
        copied(folder, DAY + timedelta(days=31 * month))
    backup.thin(folder)
    catch_up(folder)
    second = second_place.chosen(folder)
    assert second and DAY not in {copy.day for copy in second.copies}
    assert not second_place.behind(folder) and catch_up(folder) == 0


def test_copies_under_the_old_key_are_replaced_or_go(folder: Path, stick: Path) -> None:
    second_place.choose(folder, stick)
    catch_up(folder)
    copied(folder, DAY + timedelta(days=1))
    catch_up(folder)
    backup.listed(folder)[-1].path.unlink()
    workspace.change_key(folder, KEY)
    assert second_place.behind(folder)
    catch_up(folder)
    assert all_sound(folder) == 1


def test_the_folder_of_the_workspace_is_no_second_place(folder: Path) -> None:
    with pytest.raises(Refused, match="place-is-the-workspace"):
        second_place.choose(folder, folder / "backups")


def test_two_workspaces_of_one_name_take_two_folders(
    folder: Path, stick: Path, tmp_path: Path
) -> None:
    other = tmp_path / "elsewhere" / "workspace"
    workspace.create(other, KEY, "Other").close()
    first, second = second_place.choose(folder, stick), second_place.choose(other, stick)
    assert first.path != second.path
    assert second_place.choose(folder, stick) == second_place.chosen(folder)
    assert second_place.choose(folder, stick).path == first.path
