"""Follow-ups: written, done, removed, and carried into the next round."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from dialogueprep.commands import dialogues as dialogue_commands
from dialogueprep.commands import follow_ups as follow_up_commands
from dialogueprep.domain.dialogue import Dialogue, Phase
from dialogueprep.store import dialogues, follow_ups
from dialogueprep.ui.dialogs.follow_ups import FollowUpsDialog
from dialogueprep.ui.dialogs.next_round import NextRoundDialog
from dialogueprep.ui.models.dialogue_cards import card_of
from dialogueprep.ui.session import Session

TODAY = date(2026, 11, 22)


@pytest.fixture
def last(sample_session: Session) -> Dialogue:
    """Return the sample, whose own follow-ups are taken out."""
    found = dialogues.every(sample_session.store)[0]
    for each in follow_ups.of_dialogue(sample_session.store, found.id):
        follow_up_commands.remove(sample_session.store, each)
    return found


@pytest.fixture
def dialog(qtbot: QtBot, sample_session: Session, last: Dialogue) -> FollowUpsDialog:
    made = FollowUpsDialog(None, sample_session, last)
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    QTest.keyClicks(made.words, "Circulate the form for closures")
    QTest.keyClicks(made.owner, "Kazehaya Policy Research Forum")
    QTest.keyClick(made.owner, Qt.Key.Key_Return)
    QTest.keyClicks(made.words, "List relief goods")
    QTest.keyClick(made.words, Qt.Key.Key_Return)
    return made


def test_enter_adds_and_an_empty_one_is_refused(
    dialog: FollowUpsDialog, sample_session: Session, last: Dialogue
) -> None:
    QTest.keyClick(dialog.words, Qt.Key.Key_Return)
    there = follow_ups.of_dialogue(sample_session.store, last.id)
    assert [(f.texts.get("en"), f.owner, f.done) for f in there] == [
        ("Circulate the form for closures", "Kazehaya Policy Research Forum", False),
        ("List relief goods", "", False),
    ]
    assert dialog.isVisible()


def test_space_marks_as_done_delete_removes_and_undo_brings_back(
    dialog: FollowUpsDialog, sample_session: Session, last: Dialogue
) -> None:
    store = sample_session.store
    before = follow_ups.of_dialogue(store, last.id)
    dialog.list.setFocus()
    QTest.keyClick(dialog.list, Qt.Key.Key_Home)
    QTest.keyClick(dialog.list, Qt.Key.Key_Space)
    assert [f.done for f in follow_ups.of_dialogue(store, last.id)] == [True, False]
    assert any("1 follow-up open" in f.words for f in card_of(store, last, TODAY).facts)
    QTest.keyClick(dialog.list, Qt.Key.Key_Delete)
    assert follow_ups.of_dialogue(store, last.id) == before[1:]
    sample_session.undo()
    sample_session.undo()
    assert follow_ups.of_dialogue(store, last.id) == before


def test_what_is_open_is_carried_into_the_next_round_of_a_closed_one(
    qtbot: QtBot, dialog: FollowUpsDialog, sample_session: Session, last: Dialogue
) -> None:
    store = sample_session.store
    dialog.list.setFocus()
    QTest.keyClick(dialog.list, Qt.Key.Key_Home)
    QTest.keyClick(dialog.list, Qt.Key.Key_Space)
    dialogue_commands.move_to(store, last, Phase.CLOSED)
    closed = FollowUpsDialog(None, sample_session, dialogues.read(store, last.id))
    qtbot.addWidget(closed)
    closed.tick()
    asked = NextRoundDialog(None, sample_session, dialogues.read(store, last.id), TODAY)
    qtbot.addWidget(asked)
    asked.take()
    assert asked.made
    carried = follow_ups.of_dialogue(store, asked.made)
    assert [f.texts.get("en") for f in carried] == ["List relief goods"]
    assert len(follow_ups.of_dialogue(store, last.id)) == 2
