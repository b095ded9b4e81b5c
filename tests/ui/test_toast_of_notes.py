"""What is said at the lower left of the notes page: its Undo takes back that step, or is gone."""

from __future__ import annotations

import pytest
from opened import enter, go
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from dialogueprep.store import notes
from dialogueprep.ui.finding import finder
from dialogueprep.ui.frame import Frame
from dialogueprep.ui.pages.notes import NotesPage
from dialogueprep.ui.session import Session

Key = Qt.Key


@pytest.fixture
def frame(qtbot: QtBot, sample_session: Session) -> Frame:
    made = Frame(sample_session, finder)
    qtbot.addWidget(made)
    made.resize(1280, 800)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    made.go("notes")
    go(page_of(made), "Low birth")
    page_of(made).list.setFocus()
    return made


def page_of(frame: Frame) -> NotesPage:
    assert isinstance(frame.page, NotesPage)
    return frame.page


def aside(frame: Frame) -> list[str]:
    here = notes.of_item(frame.session.store, page_of(frame)._room_now().item.id)
    return [n.text for n in here if n.aside]


def test_a_note_that_is_set_aside_is_said_and_can_be_brought_back(
    qtbot: QtBot, frame: Frame
) -> None:
    before = aside(frame)
    qtbot.keyClick(page_of(frame).list, Key.Key_S)
    assert len(aside(frame)) == len(before) + 1
    assert frame.toast.isVisible()
    frame.toast._undo.click()
    assert aside(frame) == before


def test_the_offer_to_undo_goes_when_that_step_was_undone_by_the_keys(
    qtbot: QtBot, frame: Frame
) -> None:
    qtbot.keyClick(page_of(frame).list, Key.Key_S)
    qtbot.keyClick(page_of(frame).list, Key.Key_Delete)
    frame.session.undo()
    assert not frame.toast.isVisible()


def test_the_offer_to_undo_goes_when_another_note_has_been_taken(
    qtbot: QtBot, frame: Frame
) -> None:
    qtbot.keyClick(page_of(frame).list, Key.Key_Delete)
    assert frame.toast.isVisible()
    qtbot.keyClicks(page_of(frame).editor.field, "ferries")
    enter(qtbot, page_of(frame))
    assert not frame.toast.isVisible()


def test_back_from_no_notes_one_writes_on(qtbot: QtBot, frame: Frame) -> None:
    page = page_of(frame)
    page.begin()
    page.middle.terms.menu().actions()[-1].trigger()
    qtbot.waitUntil(page.editor.isHidden)
    page.middle.terms.menu().actions()[0].trigger()
    qtbot.waitUntil(page.editor.field.hasFocus)
