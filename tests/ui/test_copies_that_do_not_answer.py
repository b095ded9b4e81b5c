"""A copy on a medium that does not answer: the window says so, with a workspace open or closed."""

from __future__ import annotations

import errno
import os
from datetime import date
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from shared_key import KEY

from dialogueprep.store import backup, workspace
from dialogueprep.store.backup import Backup, Preview
from dialogueprep.ui.apart import Closed
from dialogueprep.ui.dialogs.copies import CopiesDialog
from dialogueprep.ui.machine_settings import MachineSettings
from dialogueprep.ui.session import Session
from dialogueprep.ui.theme import Theme
from dialogueprep.ui.widgets.labels import Paragraph


def _no_answer(_copy: Backup, _key: bytes) -> Preview:
    raise OSError(errno.EIO, os.strerror(errno.EIO))


@pytest.mark.parametrize("is_open", [False, True])
def test_a_copy_that_cannot_be_read_is_said(
    qtbot: QtBot,
    look: Theme,
    machine: MachineSettings,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    is_open: bool,
) -> None:
    store = workspace.create(tmp_path / "ours", KEY, "Ours")
    backup.copy(store.db, store.folder, date(2026, 5, 11))
    session = Session(store, machine)
    monkeypatch.setattr(backup, "preview", _no_answer)
    dialog = CopiesDialog(None, session if is_open else Closed(store.folder, store.db.key))
    qtbot.addWidget(dialog)
    dialog.show()

    def said() -> str:
        return " ".join(each.accessibleName() for each in dialog.contents.findChildren(Paragraph))

    qtbot.waitUntil(lambda: "could not be read" in said())
    assert "2026-05-11.db" in said() and not dialog.restore.isEnabled()
    session.close()
