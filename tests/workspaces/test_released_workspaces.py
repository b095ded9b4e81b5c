"""A workspace of every released schema opens, with all that it held."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from make import HERE, KEY, PASSPHRASE, released, table

from dialogueprep.store import keys, search, workspace
from dialogueprep.store.driver import run
from dialogueprep.store.keys import Key

RELEASED = sorted(path.parent for path in HERE.glob("*/workspace.db"))


def test_the_schema_of_today_has_its_workspace() -> None:
    assert released() in [folder.name for folder in RELEASED]


def test_the_newest_one_has_the_tables_of_today(tmp_path: Path) -> None:
    folder = shutil.copytree(HERE / released(), tmp_path / "kept")
    with (
        workspace.open(folder, KEY) as kept,
        workspace.create(tmp_path / "new", KEY, "New") as new,
    ):
        definitions = "SELECT type, name, sql FROM main.sqlite_master ORDER BY name"
        assert run(kept.db, definitions) == run(new.db, definitions)


@pytest.mark.parametrize("kept", RELEASED, ids=lambda path: path.name)
def test_a_released_workspace_opens_with_all_it_held(kept: Path, tmp_path: Path) -> None:
    folder = shutil.copytree(kept, tmp_path / "workspace")
    expected = json.loads((kept / "holds.json").read_text(encoding="utf-8"))
    with workspace.open(folder, KEY) as store:
        for name, content in expected.items():
            assert table(store, name, content["columns"]) == content
        assert run(store.db, "PRAGMA foreign_key_check") == []
        assert search.find(store, "经济")
        with store.step("Delete all dialogues") as step:
            run(step.db, "DELETE FROM dialogues")
        store.undo()
        assert table(store, "notes", expected["notes"]["columns"]) == expected["notes"]


@pytest.mark.parametrize("kept", RELEASED, ids=lambda path: path.name)
def test_its_passphrase_still_opens_it(kept: Path, tmp_path: Path) -> None:
    folder = shutil.copytree(kept, tmp_path / "workspace")
    with workspace.open(folder, Key.passphrase(PASSPHRASE)):
        assert len(keys.holders(folder)) == 2
