"""In a closed dialogue nothing that would be refused is offered, and the reason is said."""

from __future__ import annotations

from datetime import date

import pytest
from opened import shown
from pytestqt.qtbot import QtBot

from dialogueprep.commands import life
from dialogueprep.store import dialogues
from dialogueprep.ui.dialogs.participant import ParticipantDialog
from dialogueprep.ui.pages.findings import FindingsPage
from dialogueprep.ui.pages.participants import ParticipantsPage
from dialogueprep.ui.session import Session
from dialogueprep.ui.widgets.proposal_table import NEW

WHY = "The dialogue is closed; what it holds can no longer be changed."


@pytest.fixture
def closed(sample_session: Session) -> Session:
    it = dialogues.every(sample_session.store)[0].id
    life.close(sample_session.store, it, date(2026, 11, 22), None)
    sample_session.choose(it)
    return sample_session


@pytest.mark.parametrize("kind", [FindingsPage, ParticipantsPage])
def test_what_begins_something_is_grey_with_the_reason_and_comes_back(
    closed: Session, kind: type[FindingsPage | ParticipantsPage], qtbot: QtBot
) -> None:
    page = shown(qtbot, kind(closed))
    page.refresh()
    assert not page.new.isEnabled() and page.new.toolTip() == WHY
    assert closed.dialogue
    life.reopen(closed.store, closed.dialogue, "A name was wrong", date(2026, 11, 22))
    page.refresh()
    assert page.new.isEnabled() and not page.new.toolTip()


def test_its_keys_say_the_reason(
    closed: Session, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    closed.notice.connect(said.append)
    monkeypatch.setattr(ParticipantDialog, "ask", lambda *_a, **_k: pytest.fail("It was asked"))
    people = shown(qtbot, ParticipantsPage(closed))
    people.refresh()
    people.people.add()
    board = shown(qtbot, FindingsPage(closed))
    board.refresh()
    board.desk.begin()
    board._begin_proposal()
    assert said == [WHY] * 3 and NEW not in board.proposals._rows
