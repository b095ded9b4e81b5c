"""A clock that jumps takes no copy away, and of two instances one works and the other is told."""

from __future__ import annotations

import os
import shutil
import signal
import time
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest
from shared_key import KEY

from dialogueprep.domain.errors import Trouble
from dialogueprep.store import backup, settings, workspace
from dialogueprep.store.lock import occupant

DAY = date(2026, 5, 11)


@pytest.fixture
def folder(tmp_path: Path, of_ten_days: Path) -> Path:
    """Return a closed workspace with a copy of each of the last ten days."""
    return shutil.copytree(of_ten_days, tmp_path / "workspace")


@pytest.fixture(scope="module")
def of_ten_days(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return such a workspace, to copy."""
    folder = tmp_path_factory.mktemp("ten days") / "workspace"
    workspace.create(folder, KEY, "Test").close()
    for ago in range(10, 0, -1):
        used(folder, DAY - timedelta(days=ago))
    return folder


def used(folder: Path, today: date) -> None:
    """Open the workspace on a day, and change something."""
    with workspace.open(folder, KEY, today=today) as store:
        backup.before(store.db, folder, today, "import")
        with store.step("Set") as step:
            settings.put(step, "k", str(time.monotonic_ns()))


def days(folder: Path, before: str = "") -> list[date]:
    return [copy.day for copy in backup.listed(folder) if copy.before == before]


@pytest.mark.parametrize("jump", [-1, 1, -400, 365])
def test_a_clock_that_jumps_pushes_out_no_copy(folder: Path, jump: int) -> None:
    kept = set(days(folder)[:6])
    there = DAY + timedelta(days=jump)
    used(folder, there)
    assert there in days(folder) or jump == -1
    used(folder, DAY)
    assert DAY in days(folder) and kept <= set(days(folder))


def test_copies_of_days_to_come_leave_room_for_those_of_today(folder: Path) -> None:
    for month in range(12):
        for day in range(8):
            there = DAY + timedelta(days=365 + 31 * month + day)
            (folder / "backups" / f"{there}.db").touch()
    backup.thin(folder, DAY)
    ahead = len([day for day in days(folder) if day > DAY])
    for later in range(3):
        used(folder, DAY + timedelta(days=later))
        assert DAY + timedelta(days=later) in days(folder)
    assert {DAY + timedelta(days=later) for later in range(3)} <= set(days(folder))
    assert len([day for day in days(folder) if day > DAY + timedelta(days=5)]) == ahead


def test_the_day_back_makes_no_second_copy_of_a_day_that_has_one(folder: Path) -> None:
    used(folder, DAY)
    used(folder, DAY - timedelta(days=1))
    used(folder, DAY)
    assert days(folder).count(DAY) == 1 and days(folder).count(DAY - timedelta(days=1)) == 1


def instance(folder: Path, work: Callable[[], None]) -> tuple[int, int]:
    """Open the workspace in another process and stay; return its id and what it said first."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            store = workspace.open(folder, KEY)
            with store.step("Set") as step:
                settings.put(step, "k", "acknowledged")
            os.write(writing, b"1")
            work()
        finally:
            os._exit(1)
    os.close(writing)
    said = os.read(reading, 1)
    os.close(reading)
    return child, len(said)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="forks the other instance")
def test_a_second_instance_is_told_and_has_the_workspace_when_the_first_was_killed(
    folder: Path,
) -> None:
    child, said = instance(folder, signal.pause)
    assert said == 1
    before = (folder / "workspace.db").read_bytes()
    for attempt in (
        lambda: workspace.open(folder, KEY),
        lambda: workspace.change_key(folder, KEY),
        lambda: workspace.restore(folder, KEY, backup.listed(folder)[0], DAY),
    ):
        with pytest.raises(Trouble, match="workspace-in-use") as told:
            attempt()
        assert told.value.facts["pid"] == child
    assert (folder / "workspace.db").read_bytes() == before
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    with workspace.open(folder, KEY) as store:
        assert settings.read(store, "k") == "acknowledged"
        assert occupant(folder).pid == os.getpid()
