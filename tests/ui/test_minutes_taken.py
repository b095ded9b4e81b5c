"""How long an item took is written beside its times, and the history of its topic says so."""

from __future__ import annotations

import pytest
from opened import shown
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from dialogueprep.commands import dialogues as commands
from dialogueprep.domain.dialogue import Phase
from dialogueprep.store import agenda, library_use
from dialogueprep.ui.pages.agenda import AgendaPage
from dialogueprep.ui.session import Session


@pytest.fixture
def page(qtbot: QtBot, sample_session: Session) -> AgendaPage:
    return shown(qtbot, AgendaPage(sample_session))


def a_topic(page: AgendaPage) -> tuple[str, str]:
    """Choose an item with a topic; return the ids of both."""
    assert page.session.dialogue
    items = agenda.of_dialogue(page.session.store, page.session.dialogue)
    item = next(i for i in items if i.topic)
    page.days.setFocus()
    assert page.days.choose(item.id)
    return item.id, str(item.topic)


def test_minutes_taken_reach_the_history(qtbot: QtBot, page: AgendaPage) -> None:
    item, topic = a_topic(page)
    took = page.inspector.times.took
    assert took.isVisible()
    took.setFocus()
    qtbot.keyClicks(took, "1h05")
    qtbot.keyClick(took, Qt.Key.Key_Return)
    (use,) = [u for u in library_use.history(page.session.store)[topic].uses if u.item == item]
    assert (use.actual, use.minutes) == (65, 65)
    took.clear()
    qtbot.keyClick(took, Qt.Key.Key_Return)
    (use,) = [u for u in library_use.history(page.session.store)[topic].uses if u.item == item]
    assert (use.actual, use.minutes) == (None, use.planned)


def test_what_is_no_length_is_marked_and_not_written(qtbot: QtBot, page: AgendaPage) -> None:
    item, _topic = a_topic(page)
    took = page.inspector.times.took
    took.setFocus()
    qtbot.keyClicks(took, "9999")
    qtbot.keyClick(took, Qt.Key.Key_Return)
    assert took.property("bad")
    assert agenda.read(page.session.store, item).actual_minutes is None


def test_before_the_dialogue_nothing_is_asked(page: AgendaPage) -> None:
    dialogue = page.session.open_dialogue()
    assert dialogue
    commands.move_to(page.session.store, dialogue, Phase.PREPARING)
    a_topic(page)
    assert not page.inspector.times.took.isVisible()
