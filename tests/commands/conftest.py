"""A workspace to try commands in, empty or with the sample dialogue."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from shared_key import KEY

from dialogueprep.domain.dialogue import Dialogue
from dialogueprep.store import dialogues, workspace
from dialogueprep.store.workspace import Store


@pytest.fixture
def store(tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Store]:
    """Return an open workspace: a copy of the prepared one if the test wants the sample."""
    folder = tmp_path / "workspace"
    if "sample" in request.fixturenames:
        shutil.copytree(request.getfixturevalue("prepared_workspace"), folder)
        opened = workspace.open(folder, KEY)
    else:
        opened = workspace.create(folder, KEY, "Test")
    with opened:
        yield opened


@pytest.fixture
def sample(store: Store) -> Dialogue:
    """Return the sample dialogue as it stands in the workspace."""
    return next(d for d in dialogues.every(store) if d.sample)
