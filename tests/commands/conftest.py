"""A workspace to try commands in, empty or with the sample dialogue."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from dialogueprep.domain.dialogue import Dialogue
from dialogueprep.store import dialogues, workspace
from dialogueprep.store.keys import Key
from dialogueprep.store.workspace import Store
from dialogueprep.workflows.sample import put_in_library, put_in_sample

KEY = Key.raw(bytes(range(32)))


@pytest.fixture(scope="session")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of a workspace with the shipped library and the sample, to copy."""
    folder = tmp_path_factory.mktemp("prepared") / "workspace"
    with workspace.create(folder, KEY, "Test") as store:
        put_in_library(store)
        put_in_sample(store)
    return folder


@pytest.fixture
def store(tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Store]:
    """Return an open workspace: a copy of the prepared one if the test wants the sample."""
    folder = tmp_path / "workspace"
    if "sample" in request.fixturenames:
        shutil.copytree(request.getfixturevalue("prepared"), folder)
        opened = workspace.open(folder, KEY)
    else:
        opened = workspace.create(folder, KEY, "Test")
    with opened:
        yield opened


@pytest.fixture
def sample(store: Store) -> Dialogue:
    """Return the sample dialogue as it stands in the workspace."""
    return next(d for d in dialogues.every(store) if d.sample)
