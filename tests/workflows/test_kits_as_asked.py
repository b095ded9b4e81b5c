"""Kits on the command line: made, shown, taken in, also into a workspace that is made for it."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from shared_key import CHEAP, KEY

from dialogueprep import cli
from dialogueprep.domain.dialogue import Dialogue
from dialogueprep.store import dialogues, notes, sealing, workspace
from dialogueprep.store.driver import run
from dialogueprep.workflows.kits import VARIABLE

Output = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def cheap(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sealing, "USUAL", CHEAP)
    monkeypatch.setenv("DIALOGUEPREP_KEY", KEY.secret.hex())


@pytest.fixture
def held(tmp_path: Path, prepared_workspace: Path) -> Path:
    return Path(shutil.copytree(prepared_workspace, tmp_path / "held"))


def sample(folder: Path) -> Dialogue:
    with workspace.open(folder, KEY) as store:
        return dialogues.every(store)[0]


def made(held: Path, out: Path, capsys: Output, purpose: str = "notes") -> dict[str, object]:
    asked = ["--workspace", str(held), "--dialogue", sample(held).id, "--purpose", purpose]
    assert cli.run(["kit", "make", *asked, "--out", str(out), "--json"]) == cli.DONE
    return json.loads(capsys.readouterr().out)


def test_a_kit_is_made_shown_and_taken_into_a_new_workspace(
    held: Path, tmp_path: Path, capsys: Output, monkeypatch: pytest.MonkeyPatch
) -> None:
    kit, new = tmp_path / "one.dlg", tmp_path / "new"
    told = made(held, kit, capsys)
    monkeypatch.setenv(VARIABLE, str(told["passphrase"]).upper())
    assert cli.run(["kit", "show", str(kit), "--json"]) == cli.DONE
    shown = json.loads(capsys.readouterr().out)
    assert shown["fingerprint"] == told["fingerprint"]
    assert shown["counts"] == told["counts"]
    assert shown["from"] == "Test"
    assert cli.run(["kit", "take", str(kit), "--workspace", str(new)]) == cli.DONE
    with workspace.open(new, KEY) as store:
        it = dialogues.every(store)[0]
        assert len(notes.of_dialogue(store, it.id)) == shown["counts"]["notes"]
    assert it.id == sample(held).id


def test_a_dialogue_that_is_there_is_brought_together_with_the_kit(
    held: Path, tmp_path: Path, capsys: Output, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(VARIABLE, "quiet harbour lantern")
    made(held, tmp_path / "one.dlg", capsys, "whole")
    away = tmp_path / "away"
    for folder, day in ((away, "2027-01-04"), (held, "2027-02-08")):
        asked = ["kit", "take", str(tmp_path / "one.dlg"), "--workspace", str(folder), "--json"]
        assert cli.run(asked) == cli.DONE
        assert json.loads(capsys.readouterr().out)["merged"] is (folder is held)
        with workspace.open(folder, KEY) as store, store.step("Move") as step:
            run(step.db, f"UPDATE dialogues SET first_day = '{day}'")
    made(away, tmp_path / "back.dlg", capsys, "whole")
    before = sample(held)
    asked = ["kit", "take", str(tmp_path / "back.dlg"), "--workspace", str(held)]
    assert cli.run(asked) == cli.REFUSED
    assert "in the workspace: 1." in capsys.readouterr().err
    assert sample(held) == before


def test_taking_a_kit_says_what_came_of_it(
    held: Path, tmp_path: Path, capsys: Output, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(VARIABLE, "quiet harbour lantern")
    kit, new = tmp_path / "one.dlg", tmp_path / "new"
    made(held, kit, capsys, "whole")
    said: list[str] = []
    for again in (False, False, True):
        if again:
            with workspace.open(held, KEY) as store, store.step("Move") as step:
                run(step.db, "UPDATE dialogues SET first_day = '2027-01-04'")
            made(held, kit, capsys, "whole")
        assert cli.run(["kit", "take", str(kit), "--workspace", str(new)]) == cli.DONE
        said.append(capsys.readouterr().out.splitlines()[0])
    assert "is taken in" in said[0] and "is here already" in said[1]
    assert "is brought together" in said[2]


@pytest.mark.parametrize("words", ["a", "harbour"])
def test_a_passphrase_that_is_too_short_makes_no_kit(
    held: Path, tmp_path: Path, capsys: Output, monkeypatch: pytest.MonkeyPatch, words: str
) -> None:
    monkeypatch.setenv(VARIABLE, words)
    asked = ["--workspace", str(held), "--dialogue", sample(held).id, "--purpose", "agenda"]
    out = tmp_path / "one.dlg"
    assert cli.run(["kit", "make", *asked, "--out", str(out)]) == cli.REFUSED
    assert "too short" in capsys.readouterr().err and not out.exists()


def test_without_its_passphrase_a_kit_says_what_for_and_its_fingerprint_only(
    held: Path, tmp_path: Path, capsys: Output
) -> None:
    kit = tmp_path / "one.dlg"
    told = made(held, kit, capsys)
    assert cli.run(["kit", "show", str(kit)]) == cli.DONE
    said = capsys.readouterr().out
    assert str(told["fingerprint"]) in said
    assert "Notes back" in said
    assert sample(held).names.best("en") not in said


def test_a_wrong_passphrase_is_said_and_nothing_is_made(
    held: Path, tmp_path: Path, capsys: Output
) -> None:
    kit, words = tmp_path / "one.dlg", tmp_path / "words.txt"
    words.write_text("not the one\n")
    made(held, kit, capsys)
    asked = ["--passphrase-file", str(words), "--workspace", str(tmp_path / "new")]
    assert cli.run(["kit", "take", str(kit), *asked]) == cli.TROUBLED
    assert "does not open" in capsys.readouterr().err
    assert not (tmp_path / "new").exists()


def test_a_passphrase_of_ones_own_is_not_repeated(
    held: Path, tmp_path: Path, capsys: Output, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(VARIABLE, "quiet harbour lantern")
    assert made(held, tmp_path / "one.dlg", capsys)["passphrase"] is None


def test_a_place_that_cannot_be_written_leaves_nothing(
    held: Path, tmp_path: Path, capsys: Output
) -> None:
    (tmp_path / "file").write_text("")
    asked = ["--workspace", str(held), "--dialogue", sample(held).id, "--purpose", "agenda"]
    out = tmp_path / "file" / "one.dlg"
    assert cli.run(["kit", "make", *asked, "--out", str(out)]) == cli.TROUBLED
    assert "one.dlg" in capsys.readouterr().err
