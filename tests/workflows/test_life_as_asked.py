"""The life of a dialogue on the command line: phases, a preview, destroying, a certificate."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from shared_key import KEY

from dialogueprep import cli
from dialogueprep.exchange.readback import read_parts
from dialogueprep.store import backup, dialogues, notes, people, workspace
from dialogueprep.store.workspace import Store

Output = pytest.CaptureFixture[str]


@pytest.fixture
def held(tmp_path: Path, prepared_workspace: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("DIALOGUEPREP_KEY", KEY.secret.hex())
    return Path(shutil.copytree(prepared_workspace, tmp_path / "held"))


def name(folder: Path) -> str:
    with workspace.open(folder, KEY) as store:
        return dialogues.every(store)[0].names.best("en")


def asked(capsys: Output, held: Path, verb: str, *more: str, status: int = cli.DONE) -> Any:
    words = ["dialogue", verb, name(held), "--workspace", str(held), "--json", *more]
    assert cli.run(words) == status
    out = capsys.readouterr().out
    return json.loads(out) if out else None


def noted(store: Store) -> int:
    return sum(len(notes.of_dialogue(store, d.id)) for d in dialogues.every(store))


def test_a_dialogue_is_closed_with_a_date_and_opened_with_a_reason(
    held: Path, capsys: Output
) -> None:
    closed = asked(capsys, held, "stage", "--to", "closed")
    assert closed["phase"] == "closed" and closed["destroy_notes_on"]
    asked(capsys, held, "stage", "--to", "drafting", status=cli.REFUSED)
    again = asked(capsys, held, "stage", "--to", "drafting", "--reason", "A correction")
    assert again["phase"] == "drafting"


def test_notes_are_destroyed_only_with_yes_and_the_page_holds_no_name(
    held: Path, capsys: Output, tmp_path: Path
) -> None:
    asked(capsys, held, "stage", "--to", "drafting")
    page = tmp_path / "page.pdf"
    seen = asked(capsys, held, "destroy-notes")
    with workspace.open(held, KEY) as store:
        assert noted(store) == seen["destroyed"]["notes"] > 0
    done = asked(capsys, held, "destroy-notes", "--yes", "--certificate", str(page))
    assert done["done"] and done["destroyed"] == seen["destroyed"]
    with workspace.open(held, KEY) as store:
        assert noted(store) == 0
    text = "".join(part.text for part in read_parts(page))
    assert done["act"][:8] in text and name(held) not in text


def test_a_dialogue_is_purged_and_a_wrong_clock_stops_it(held: Path, capsys: Output) -> None:
    from datetime import date

    with workspace.open(held, KEY) as store:
        late = backup.copy(store.db, held, date(2999, 1, 1))
    asked(capsys, held, "purge", "--yes", status=cli.REFUSED)
    backup.delete([late])
    assert asked(capsys, held, "purge", "--yes")["done"]
    with workspace.open(held, KEY) as store:
        assert not dialogues.every(store)


def test_people_go_along_with_a_purged_dialogue_only_if_that_is_asked_for(
    held: Path, capsys: Output
) -> None:
    with workspace.open(held, KEY) as store:
        (dialogue,) = dialogues.every(store)
        known = [each.name.listed for each in people.persons(store)]
    seen = asked(capsys, held, "purge")
    assert seen["people_alone"] == known and seen["people_elsewhere"] == 0
    assert "persons" not in seen["destroyed"] and seen["kept"]["persons"] == len(known)
    along = asked(capsys, held, "purge", "--people")
    assert along["destroyed"]["persons"] == len(known) and not along["kept"]["persons"]
    words = ["dialogue", "purge", dialogue.names.best("en"), "--workspace", str(held)]
    assert cli.run(words) == cli.DONE
    said = capsys.readouterr().out
    assert f"In no other dialogue: {', '.join(known)}" in said
    done = asked(capsys, held, "purge", "--people", "--yes")
    assert done["done"] and done["destroyed"] == along["destroyed"]
    assert not [name for name in known if name in str(done)]
    with workspace.open(held, KEY) as store:
        assert not people.persons(store)
