"""A workspace opens once at a time, survives a crash, and is there whole or not at all."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from shared_key import KEY

from dialogueprep.domain.errors import Refused, Trouble
from dialogueprep.store import lock, workspace

ROOT = Path(__file__).parents[2]
OPENED = """
import sys, pathlib
from dialogueprep.store import workspace
store = workspace.open(pathlib.Path(sys.argv[1]), workspace.Key.raw(bytes(range(32))))
"""
HOLDING = OPENED + "sys.stdout.write('open'); sys.stdout.flush(); sys.stdin.read()"
WRITING = (
    OPENED
    + """
with store.step("Set") as step:
    step.db.table("settings").upsert({"id": "k", "value": "1"}, pk="id")
with store.step("Set") as step:
    step.db.execute("PRAGMA cache_size = 1")
    for number in range(300):
        row = {"id": f"k{number}", "value": chr(34) + "x" * 500 + chr(34)}
        step.db.table("settings").upsert(row, pk="id")
    step.db.table("settings").upsert({"id": "k", "value": "2"}, pk="id")
    sys.stdout.write("open"); sys.stdout.flush(); sys.stdin.read()
"""
)


def _start(program: str, folder: Path) -> subprocess.Popen[bytes]:
    child = subprocess.Popen(
        [sys.executable, "-c", program, str(folder)],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    assert child.stdout is not None
    assert child.stdout.read(4) == b"open"
    return child


def _kill(child: subprocess.Popen[bytes]) -> None:
    child.kill()
    child.communicate()


def test_a_second_instance_is_told_who_has_it(folder: Path) -> None:
    workspace.create(folder, KEY, "Test").close()
    child = _start(HOLDING, folder)
    try:
        with pytest.raises(Trouble, match="workspace-in-use") as told:
            workspace.open(folder, KEY)
        assert told.value.facts["pid"] == child.pid
        assert told.value.facts["host"]
        assert told.value.facts["since"]
    finally:
        _kill(child)
    with workspace.open(folder, KEY):  # what a dead process held is free
        assert lock.occupant(folder).pid == os.getpid()
    assert lock.occupant(folder) == lock.Occupant()


def test_a_note_of_who_has_it_that_cannot_be_deleted_keeps_nobody_in(folder: Path) -> None:
    store = workspace.create(folder, KEY, "Test")
    (folder / "workspace.lock.json").unlink()
    (folder / "workspace.lock.json").mkdir()  # as hard to delete as in a folder that is read-only
    store.close()
    workspace.open(folder, KEY).close()


def test_a_workspace_opens_once_in_one_process_too(folder: Path) -> None:
    with workspace.create(folder, KEY, "Test"), pytest.raises(Trouble, match="workspace-in-use"):
        workspace.open(folder, KEY)


def test_a_killed_program_leaves_the_last_finished_step(folder: Path) -> None:
    workspace.create(folder, KEY, "Test").close()
    child = _start(WRITING, folder)
    half_written = (folder / "workspace.db-journal").stat().st_size
    _kill(child)
    assert half_written > 0
    with workspace.open(folder, KEY) as store:
        rows = {row["id"]: row["value"] for row in store.db.table("settings").rows}
        assert rows == {"name": '"Test"', "k": "1"}


def test_a_folder_with_a_workspace_gets_no_second_one(folder: Path) -> None:
    workspace.create(folder, KEY, "Test").close()
    before = (folder / "workspace.db").read_bytes()
    with pytest.raises(Refused, match="workspace-exists"):
        workspace.create(folder, KEY, "Other")
    assert (folder / "workspace.db").read_bytes() == before


def test_what_is_not_there_is_not_made_by_opening(folder: Path) -> None:
    with pytest.raises(Trouble, match="workspace-missing"):
        workspace.open(folder, KEY)
    assert not folder.exists()


def test_a_folder_that_is_a_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(Trouble, match="cannot-write"):
        workspace.create(tmp_path / "file" / "workspace", KEY, "Test")


def test_a_full_disk_in_a_step_loses_only_that_step(folder: Path) -> None:
    with workspace.create(folder, KEY, "Test") as store:
        pages = store.db.execute("PRAGMA page_count").fetchone()[0]
        store.db.execute(f"PRAGMA max_page_count = {pages}")
        with pytest.raises(Trouble, match="disk-full"), store.step("Set") as step:
            row = {"id": "big", "value": '"' + "x" * 100_000 + '"'}
            step.db.table("settings").insert(row)
        assert [row["id"] for row in store.db.table("settings").rows] == ["name"]
        assert store.undo_label is None
