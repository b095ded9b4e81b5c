"""Files that are broken, locked, huge or hostile are refused in words, and cost little."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from hostile_files import LISTS, REPORTS, ROOT
from shared_key import CHEAP

from dialogueprep import cli
from dialogueprep.commands import library_files
from dialogueprep.sentences import SENTENCES
from dialogueprep.store import workspace
from dialogueprep.store.keys import Key

MOST_MB = 500
SCRIPT = Path(__file__).with_name("hostile_files.py")
forks = pytest.mark.skipif(not hasattr(os, "fork"), reason="each file is read in a fork")


@forks
@pytest.mark.parametrize("kind", ["report", "list"])
def test_each_is_refused_with_a_sentence_and_little_memory(tmp_path: Path, kind: str) -> None:
    done = subprocess.run(
        [sys.executable, str(SCRIPT), str(tmp_path), kind],
        capture_output=True, text=True, check=True, timeout=600, cwd=ROOT,
    )  # fmt: skip
    found = [json.loads(line) for line in done.stdout.splitlines()]
    assert len(found) == len(REPORTS if kind == "report" else LISTS)
    odd = [row for row in found if row["said"] not in SENTENCES or row["mb"] > MOST_MB]
    assert not odd
    assert not list(tmp_path.iterdir())


@forks
@pytest.mark.parametrize("name", ["folder.csv", "pipe.csv", "loop.csv", "device.csv", "picture.csv",
                                  "wrong rows.csv", "laughs.xlsx", "cut.json"])  # fmt: skip
def test_the_command_line_refuses_a_list_in_a_sentence_and_stores_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    words = Key.passphrase("four words")
    with workspace.create(tmp_path / "w", words, "Test", cost=CHEAP) as store:
        before = library_files.whole(store)
    (tmp_path / "key.txt").write_text("four words\n")
    file = tmp_path / name
    LISTS[name]()(file)
    options = ["--workspace", str(tmp_path / "w"), "--key-file", str(tmp_path / "key.txt")]
    assert cli.run(["library", "take-in", str(file), *options]) == cli.TROUBLED
    said = capsys.readouterr().err
    assert re.match(r"“|Row ", said)
    assert "Traceback" not in said
    with workspace.open(tmp_path / "w", words) as store:
        assert library_files.whole(store) == before


@forks
@pytest.mark.parametrize("name", ["folder.docx", "pipe.txt", "picture.txt", "laughs.docx"])
def test_the_command_line_refuses_a_report_in_a_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    file = tmp_path / name
    REPORTS[name]()(file)
    assert cli.run(["library", "import", "--dry-run", str(file)]) == cli.REFUSED
    assert capsys.readouterr().err.startswith(f"“{name}”")


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read all")
def test_a_file_that_may_not_be_read_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "mine.txt"
    file.write_text("Governments should meet.")
    file.chmod(0)
    assert cli.run(["library", "import", "--dry-run", str(file)]) == cli.REFUSED
    assert "mine.txt" in capsys.readouterr().err
