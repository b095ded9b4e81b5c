"""In a closed dialogue nothing is asked that could only be refused: why is said at once."""

from __future__ import annotations

from datetime import date

import pytest
from opened import notes_page, shown
from pytestqt.qtbot import QtBot

from dialogueprep.commands import life
from dialogueprep.store import notes
from dialogueprep.ui.dialogs.close_item import CloseItemDialog
from dialogueprep.ui.dialogs.confirm import Confirm
from dialogueprep.ui.dialogs.strike_note import StrikeDialog
from dialogueprep.ui.pages.agenda import AgendaPage
from dialogueprep.ui.session import Session

DAY = date(2026, 3, 2)


def test_neither_strike_nor_close_nor_circulate_ask(
    qtbot: QtBot, sample_session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    session, it = sample_session, sample_session.dialogue
    assert it is not None
    life.draft(session.store, it, DAY)
    life.close(session.store, it, DAY, None)
    asked: list[object] = []
    for dialog in (StrikeDialog, CloseItemDialog, Confirm):
        monkeypatch.setattr(dialog, "exec", asked.append)
    said: list[str] = []
    session.notice.connect(said.append)
    before = notes.of_dialogue(session.store, it)
    page = notes_page(qtbot, session)
    page.striking.strike_last()
    page.striking.strike(page.list.note() or before[0])
    page.deeds.close_item(page._room_now().item)
    agenda = shown(qtbot, AgendaPage(session))
    next(c for c in agenda.commands() if c.words.startswith("Circulate")).act()
    assert asked == []
    assert len(said) == 4
    assert all("closed" in each for each in said)
    assert notes.of_dialogue(session.store, it) == before
