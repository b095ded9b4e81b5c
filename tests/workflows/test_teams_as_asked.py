"""A team on the command line: two workspaces come to the same through one folder."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from shared_key import CHEAP, KEY

from dialogueprep import cli
from dialogueprep.store import dialogues, rows, sealing, workspace
from dialogueprep.workflows.teams import VARIABLE

Output = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def cheap(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sealing, "USUAL", CHEAP)
    monkeypatch.setenv("DIALOGUEPREP_KEY", KEY.secret.hex())


@pytest.fixture
def held(tmp_path: Path, prepared_workspace: Path) -> Path:
    return Path(shutil.copytree(prepared_workspace, tmp_path / "held"))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "shared"
    made.mkdir()
    return made


def asked(capsys: Output, *words: str | Path, status: int = cli.DONE) -> dict[str, Any]:
    assert cli.run(["team", *map(str, words), "--json"]) == status
    return json.loads(capsys.readouterr().out)


def sample(held: Path) -> str:
    with workspace.open(held, KEY) as store:
        return dialogues.every(store)[0].id


def write(held: Path, wording: str) -> str:
    with workspace.open(held, KEY) as store, store.step("Write") as step:
        found = rows.select(step, "notes", "private = 0 AND draft = 0", order="id")
        note: str = next(found)["id"]
        rows.update(step, "notes", note, {"wording": wording})
    return note


def test_two_workspaces_come_to_the_same_and_one_leaves(
    held: Path, folder: Path, tmp_path: Path, capsys: Output, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialogue, new = sample(held), tmp_path / "new"
    told = asked(capsys, "found", "--dialogue", dialogue, "--folder", folder, "--workspace", held)
    assert told["wrote"] and len(told["passphrase"]) == 24
    monkeypatch.setenv(VARIABLE, told["passphrase"].upper())
    joined = asked(capsys, "join", "--folder", folder, "--workspace", new)
    assert joined["took_in"] and joined["dialogue"] == told["dialogue"]
    note = write(held, "Tides matter.")
    asked(capsys, "now", "--workspace", held)
    (done,) = asked(capsys, "now", "--dialogue", dialogue, "--workspace", new)["teams"]
    assert done["took_in"] and done["to_decide"] == 0
    with workspace.open(new, KEY) as store:
        row = rows.one(store, "notes", note)
        assert row is not None and row["wording"] == "Tides matter."
    asked(capsys, "leave", "--dialogue", dialogue, "--workspace", new)
    assert len(list(folder.glob("*.dpchanges"))) == 1
    assert asked(capsys, "show", "--workspace", new) == {"teams": []}


def test_what_is_wrong_is_said(held: Path, folder: Path, capsys: Output) -> None:
    words = ["--dialogue", sample(held), "--workspace", str(held)]
    assert cli.run(["team", "leave", *words]) == cli.REFUSED
    assert "no team folder" in capsys.readouterr().err
    asked(capsys, "found", *words, "--folder", folder)
    shutil.rmtree(folder)
    (shown,) = asked(capsys, "show", "--workspace", held)["teams"]
    assert not shown["in_reach"]
    assert cli.run(["team", "now", *words]) == cli.TROUBLED
    assert "Nothing is lost" in capsys.readouterr().err
    left = asked(capsys, "leave", *words, status=cli.REFUSED)
    assert left["not_removed"] == [str(folder)]


def test_a_wrong_passphrase_leaves_no_empty_workspace(
    held: Path, folder: Path, tmp_path: Path, capsys: Output, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked(capsys, "found", "--dialogue", sample(held), "--folder", folder, "--workspace", held)
    monkeypatch.setenv(VARIABLE, "not these words")
    words = ["team", "join", "--folder", str(folder), "--workspace", str(tmp_path / "new")]
    assert cli.run(words) == cli.TROUBLED
    assert not (tmp_path / "new").exists()
