"""What the tests of the store share."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from shared_key import KEY

from dialogueprep.store import workspace
from dialogueprep.store.workspace import Store


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return where a workspace of the test lies."""
    return tmp_path / "workspace"


@pytest.fixture
def store(folder: Path) -> Iterator[Store]:
    """Return an open, empty workspace."""
    with workspace.create(folder, KEY, "Test") as opened:
        yield opened
