"""A stick that comes back while the program runs: what was destroyed goes from it then."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from shared_key import CHEAP

from dialogueprep.commands import kits, life, workspace
from dialogueprep.domain.destroying import Order, Target, What
from dialogueprep.domain.kits import Purpose
from dialogueprep.store import dialogues, purging, sealing
from dialogueprep.ui.session import Session

DAY = date(2026, 3, 2)


def test_a_kit_on_a_stick_goes_when_the_stick_is_back_and_undo_stays(
    qtbot: QtBot, sample_session: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sealing, "USUAL", CHEAP)
    session, store = sample_session, sample_session.store
    it = dialogues.every(store)[0].id
    stick, pocket = tmp_path / "stick", tmp_path / "pocket"
    stick.mkdir()
    (stick / "letter.txt").write_text("Not ours.")
    kits.hand_over(store, it, Purpose.WHOLE, stick / "kit.dlg", "quiet harbour lantern")
    stick.rename(pocket)
    life.destroy(store, Order(Target(What.DIALOGUE, it)), DAY)
    assert purging.acts(store)[0].reached.kits_away == 1
    session.run(workspace.rename, "Renamed")

    def look() -> None:
        with qtbot.waitSignal(session.bringing.ended):
            session.bringing.look()

    look()
    assert purging.acts(store)[0].reached.kits_away == 1
    pocket.rename(stick)
    look()
    assert [each.name for each in stick.iterdir()] == ["letter.txt"]
    assert purging.acts(store)[0].reached.kits_deleted == 1
    assert store.undo_label and store.undo_depth == 1
    assert not store.owes
