"""What a killed release leaves in a folder goes with the next one, and nothing else does."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from dialogueprep.domain.dialogue import Dialogue
from dialogueprep.domain.gate import Roster
from dialogueprep.store.workspace import Store
from dialogueprep.workflows import release
from dialogueprep.workflows.hidden_folder import hidden_in, sweep

_KILLED = """
import os, sys
from pathlib import Path
from dialogueprep.workflows.hidden_folder import hidden_in
folder = Path(sys.argv[1])
with hidden_in(folder) as hidden:
    (hidden / "meeting-brief-en.docx").write_text("new")
    if (folder / "meeting-brief-en.docx").exists():
        (folder / "meeting-brief-en.docx").replace(hidden / "older meeting-brief-en.docx")
    os._exit(9)
"""


def killed_in(folder: Path) -> list[Path]:
    done = subprocess.run([sys.executable, "-c", _KILLED, str(folder)], check=False)
    assert done.returncode == 9
    return [each for each in folder.iterdir() if each.is_dir()]


def test_the_next_release_removes_what_a_killed_one_left(
    store: Store, sample: Dialogue, sample_roster: Roster, tmp_path: Path
) -> None:
    (left,) = killed_in(tmp_path / "out")
    assert (left / "meeting-brief-en.docx").is_file()
    wanted = release.Wanted(
        dialogue=sample.id,
        product=release.Product.KEY_FINDINGS,
        language="en",
        on=release.date(2026, 10, 30),
    )
    release.release(store, wanted, ("docx",), tmp_path / "out", roster=sample_roster)
    assert [p.name for p in (tmp_path / "out").iterdir()] == ["key-findings-en.docx"]


def test_a_document_that_had_made_room_is_put_back(tmp_path: Path) -> None:
    there = tmp_path / "meeting-brief-en.docx"
    there.write_text("released before")
    killed_in(tmp_path)
    assert not there.exists()
    assert sweep(tmp_path) == 1
    assert there.read_text() == "released before"
    assert list(tmp_path.iterdir()) == [there]


def test_the_folder_of_a_release_at_work_stays(tmp_path: Path) -> None:
    with hidden_in(tmp_path) as hidden:
        (hidden / "brief.docx").write_text("new")
        assert sweep(tmp_path) == 0
        assert (hidden / "brief.docx").is_file()
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("name", [".private", ".dialogueprep-notes", "letters"])
def test_folders_of_others_stay(tmp_path: Path, name: str) -> None:
    (tmp_path / name).mkdir()
    (tmp_path / name / "older letter.docx").write_text("mine")
    assert sweep(tmp_path) == 0
    assert (tmp_path / name / "older letter.docx").read_text() == "mine"
