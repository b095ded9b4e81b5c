"""The next round from the last, in the window."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from dialogueprep.domain.notes import Column
from dialogueprep.store import agenda, dialogues, library_use, people
from dialogueprep.ui.dialogs.next_round import NextRoundDialog
from dialogueprep.ui.models.trajectory import trajectory
from dialogueprep.ui.pages.agenda import AgendaPage
from dialogueprep.ui.session import Session

TODAY = date(2026, 11, 22)


@pytest.fixture
def dialog(qtbot: QtBot, sample_session: Session) -> NextRoundDialog:
    assert sample_session.dialogue
    last = dialogues.read(sample_session.store, sample_session.dialogue)
    made = NextRoundDialog(None, sample_session, last, TODAY)
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


def test_enter_plans_the_round_that_is_proposed(
    dialog: NextRoundDialog, sample_session: Session
) -> None:
    QTest.keyClick(dialog.name.field, Qt.Key.Key_Return)
    assert not dialog.isVisible()
    assert dialog.made
    new = dialogues.read(sample_session.store, dialog.made)
    assert (new.round, new.names.get("en"), new.first_day) == (5, "Round 5", date(2027, 5, 23))
    assert new.names.get("zh") == "第五轮"
    sample_session.undo()
    assert len(dialogues.every(sample_session.store)) == 1


def test_the_name_follows_the_number_until_it_is_written(dialog: NextRoundDialog) -> None:
    dialog.number.setValue(7)
    assert dialog.wanted().names.get("en") == "Round 7"
    dialog.name.field.selectAll()
    QTest.keyClicks(dialog.name.field, "Spring talks")
    dialog.number.setValue(8)
    assert dialog.wanted().names.get("en") == "Spring talks"


def test_topics_that_did_not_come_together_are_ticked_with_how_they_ended(
    dialog: NextRoundDialog, sample_session: Session
) -> None:
    store = sample_session.store
    history = library_use.history(store)
    assert sample_session.dialogue
    for item in agenda.of_dialogue(store, sample_session.dialogue):
        if item.topic and not item.aside:
            box = dialog.topics.boxes[item.id]
            assert box.isChecked() is (Column.CONVERGENT not in history[item.topic].ended)
            assert box.accessibleDescription() == trajectory(history[item.topic])
            assert box.accessibleDescription().startswith("R4 ")


def test_nobody_takes_a_turn_who_is_not_invited(
    dialog: NextRoundDialog, sample_session: Session
) -> None:
    assert any(d.who for d in dialog.wanted().duties)
    dialog.people.tick(lambda _part: False)
    assert not any(d.who for d in dialog.wanted().duties)
    dialog.people.tick(lambda _part: True)
    choice = dialog.duties.choices[0]
    someone = choice._values[-1]
    choice.show_value(someone)
    assert dialog.wanted().duties[0].who == someone
    dialog.take()
    assert dialog.made
    there = people.participations(sample_session.store, dialog.made)
    assert len(there) == len(dialog.wanted().invited)


def test_a_round_without_a_name_is_refused_at_the_name(dialog: NextRoundDialog) -> None:
    dialog.name.field.clear()
    QTest.keyClick(dialog.name.field, Qt.Key.Key_Return)
    assert dialog.isVisible()
    assert dialog.name.below.text() == "A dialogue needs a name."


def test_the_inspector_says_how_a_topic_ended_in_the_round_before(
    qtbot: QtBot, dialog: NextRoundDialog, sample_session: Session
) -> None:
    dialog.take()
    assert dialog.made
    sample_session.choose(dialog.made)
    page = AgendaPage(sample_session)
    qtbot.addWidget(page)
    page.resize(1280, 760)
    page.show()
    items = agenda.of_dialogue(sample_session.store, dialog.made)
    page.show_subject(next(i.id for i in items if i.topic))
    qtbot.waitUntil(page.inspector.history.isVisible)
    assert page.inspector.history.accessibleName().startswith("R4 ")
    page.show_subject(next(i.id for i in items if not i.topic))
    qtbot.waitUntil(lambda: not page.inspector.history.isVisible())
