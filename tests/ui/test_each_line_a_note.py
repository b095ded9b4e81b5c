"""Several lines that are pasted into the field become a note each, all or none."""

from __future__ import annotations

import pytest
from opened import notes_page
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from dialogueprep.domain.notes import Attribution, Note
from dialogueprep.store import kinship, notes
from dialogueprep.ui.pages.notes import NotesPage
from dialogueprep.ui.session import Session

BOTH = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def page(qtbot: QtBot, sample_session: Session) -> NotesPage:
    return notes_page(qtbot, sample_session)


def taken(page: NotesPage) -> list[Note]:
    return [n for n in notes.of_item(page.session.store, page._room_now().item.id) if not n.draft]


def paste(page: NotesPage, text: str) -> None:
    clip = QMimeData()
    clip.setText(text)
    page.editor.field.insertFromMimeData(clip)


def keep_each(qtbot: QtBot, page: NotesPage, text: str) -> list[Note]:
    before = {n.id for n in taken(page)}
    paste(page, text)
    qtbot.keyClick(page.editor.field, Qt.Key.Key_Return, BOTH)
    qtbot.waitUntil(lambda: not page.writing.entered)
    return [n for n in taken(page) if n.id not in before]


def test_what_can_be_done_with_several_lines_is_said(page: NotesPage) -> None:
    paste(page, "fees fall\n\nports share tables")
    assert page.editor.said.startswith("2 lines")


def test_each_line_is_a_note_with_its_own_marks(qtbot: QtBot, page: NotesPage) -> None:
    made = keep_each(qtbot, page, "- off: fees fall #fees\n  - ports share tables\n- // ask later")
    assert [(n.text, n.indent) for n in made] == [
        ("fees fall", 0),
        ("ports share tables", 1),
        ("ask later", 0),
    ]
    assert made[0].attribution == Attribution(broad="official")  # type: ignore[arg-type]
    assert made[0].tags == ("fees",)
    assert [n.private for n in made] == [False, False, True]
    assert page.editor.field.text() == ""
    page.session.undo()
    assert not {n.id for n in made} & {n.id for n in taken(page)}
    page.session.redo()
    assert [n for n in taken(page) if n in made] == made


def test_a_question_alone_holds_for_the_lines_after_it(qtbot: QtBot, page: NotesPage) -> None:
    first, second = page._room_now().item.questions[:2]
    made = keep_each(qtbot, page, "?1 fees fall\n    ports share\n?2\n    roads later")
    assert [(n.question, n.indent) for n in made] == [(first.id, 0), (first.id, 1), (second.id, 0)]
    assert page.writing.question == second.id


def test_a_line_that_cannot_be_kept_keeps_all_in_the_field(qtbot: QtBot, page: NotesPage) -> None:
    question = page.writing.question
    assert keep_each(qtbot, page, "fees fall\n?9 ports share\nroads") == []
    assert page.editor.field.text() == "fees fall\n?9 ports share\nroads"
    assert "9" in page.editor.said
    assert page.writing.question == question


def test_names_become_neutral_words_in_each(qtbot: QtBot, page: NotesPage) -> None:
    made = keep_each(qtbot, page, "Ogurisu-san agrees\nfees fall\n小栗栖直人氏は慎重だった")
    assert len(made) == 3
    assert made[1].text == "fees fall"
    assert not any(name in n.text for n in made for name in ("Ogurisu", "小栗栖"))


def test_enter_keeps_several_lines_as_one(qtbot: QtBot, page: NotesPage) -> None:
    before = len(taken(page))
    paste(page, "fees fall\nports share")
    qtbot.keyClick(page.editor.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not page.writing.entered)
    assert len(taken(page)) == before + 1
    assert taken(page)[-1].text == "fees fall\nports share"


def test_a_strike_of_one_reaches_the_line_that_all_stood_in(qtbot: QtBot, page: NotesPage) -> None:
    first, second = keep_each(qtbot, page, "fees fall\nports share")
    gone, older = kinship.reached_by(page.session.store, [second.id])
    assert gone == [second.id] and older == [first.id]


def test_the_enter_of_a_composition_keeps_nothing(qtbot: QtBot, page: NotesPage) -> None:
    before = taken(page)
    field = page.editor.field
    paste(page, "费用下降\n")
    QApplication.sendEvent(field, QInputMethodEvent("gang", []))
    qtbot.keyClick(field, Qt.Key.Key_Return, BOTH)
    assert taken(page) == before
    assert field.text() == "费用下降\n"
