"""An opened kit whose process was killed leaves nothing for long."""

from __future__ import annotations

import os
import signal
import tempfile
from pathlib import Path

import pytest
from shared_key import CHEAP, KEY

from dialogueprep.domain.dialogue import DialogueId
from dialogueprep.domain.kits import Purpose
from dialogueprep.store import kits, sealing, workspace
from dialogueprep.store.driver import run
from dialogueprep.store.keys import Key

WORDS = Key.passphrase("quiet harbour lantern")


@pytest.mark.skipif(not hasattr(os, "fork"), reason="forks who opens the kit")
def test_what_a_killed_process_left_of_a_kit_is_thrown_away_and_what_is_open_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sealing, "USUAL", CHEAP)
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    with workspace.create(tmp_path / "ours", KEY, "Ours") as store:
        with store.step("Begin") as step:
            run(step.db, "INSERT INTO dialogues (id, first_day) VALUES ('d', '2026-05-11')")
        kits.make(store, Purpose.WHOLE, DialogueId("d"), tmp_path / "one.dlg", WORDS)
    child = os.fork()
    if child == 0:
        kits.open(tmp_path / "one.dlg", WORDS)
        os.kill(os.getpid(), signal.SIGKILL)
    os.waitpid(child, 0)
    (left,) = tmp_path.glob("dialogueprep-kit-*")
    with kits.open(tmp_path / "one.dlg", WORDS) as kit:
        assert left.exists()  # somebody may be about to open it
        for folder in (left, kit._folder):
            os.utime(folder, (0, 0))
        kits.sweep()
        assert not left.exists() and kit._folder.exists()
    assert not list(tmp_path.glob("dialogueprep-kit-*"))
