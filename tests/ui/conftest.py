"""The window's surroundings in tests: colours, fonts, and sessions on real workspaces."""

from __future__ import annotations

import gc
import os
import shutil
from collections.abc import Iterator
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from PySide6.QtCore import Qt, QThreadPool
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from shared_key import KEY

from dialogueprep import words
from dialogueprep.domain.identity.search import Search
from dialogueprep.store import dialogues, workspace
from dialogueprep.ui.machine_settings import MachineSettings
from dialogueprep.ui.session import Session
from dialogueprep.ui.theme import Theme
from dialogueprep.ui.tidying import tidy


@pytest.fixture(autouse=True)
def nothing_goes_on(qapp: QApplication) -> Iterator[None]:
    """Let the work of a test end with it, and no key be held down when the next one begins.

    As in the window, Python searches for what is left over in this thread alone.
    """
    gc.disable()
    yield
    QThreadPool.globalInstance().waitForDone()
    tidy()
    gc.enable()
    if qapp.keyboardModifiers() != Qt.KeyboardModifier.NoModifier:
        QTest.keyRelease(QWidget(), Qt.Key.Key_Control)


@pytest.fixture
def look(qapp: QApplication) -> Iterator[Theme]:
    """Return the theme in force: light, English, usual size."""
    theme = Theme()
    theme.apply("light", "en", 1.0)
    yield theme
    words.use("en")


@pytest.fixture
def machine(tmp_path: Path) -> MachineSettings:
    """Return settings of a machine that nobody else has."""
    return MachineSettings(folder=tmp_path / "settings")


@pytest.fixture
def empty_session(look: Theme, machine: MachineSettings, tmp_path: Path) -> Iterator[Session]:
    """Return a session on a new workspace with nothing in it."""
    session = Session(workspace.create(tmp_path / "empty", KEY, "Test"), machine)
    yield session
    session.close()


@pytest.fixture
def sample_session(
    look: Theme,
    machine: MachineSettings,
    tmp_path: Path,
    prepared_workspace: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[Session]:
    """Return a session on a workspace with the library and the sample dialogue, open."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))  # its own emergency journal
    shutil.copytree(prepared_workspace, tmp_path / "workspace")
    session = Session(workspace.open(tmp_path / "workspace", KEY), machine)
    session.choose(dialogues.every(session.store)[0].id)
    yield session
    session.close()


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return the lines that are read from now on."""
    lines: list[str] = []
    examined = Search._examined

    def counted(self: Search, folded, *more):
        lines.append(folded.original)
        return examined(self, folded, *more)

    monkeypatch.setattr(Search, "_examined", counted)
    return lines
