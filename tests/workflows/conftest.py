"""A workspace with the sample dialogue, and its roster."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from shared_key import KEY

from dialogueprep.domain.dialogue import Dialogue
from dialogueprep.domain.gate import Roster
from dialogueprep.store import dialogues, workspace
from dialogueprep.store.workspace import Store
from dialogueprep.workflows.values import roster_of


@pytest.fixture
def store(tmp_path: Path, prepared_workspace: Path) -> Iterator[Store]:
    shutil.copytree(prepared_workspace, tmp_path / "workspace")
    with workspace.open(tmp_path / "workspace", KEY) as opened:
        yield opened


@pytest.fixture
def sample(store: Store) -> Dialogue:
    return dialogues.every(store)[0]


@pytest.fixture(scope="session")
def sample_roster(prepared_workspace: Path, tmp_path_factory: pytest.TempPathFactory) -> Roster:
    """Return the roster of the sample, whose search is built once."""
    folder = tmp_path_factory.mktemp("roster") / "workspace"
    shutil.copytree(prepared_workspace, folder)
    with workspace.open(folder, KEY) as opened:
        return roster_of(opened, dialogues.every(opened)[0].id)
