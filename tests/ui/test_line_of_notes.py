"""The line of notes: what shorthand becomes, what undo takes back, how the keys get about."""

from __future__ import annotations

import pytest
from opened import enter, notes_page
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from dialogueprep.domain.notes import Attribution, Count, Note
from dialogueprep.domain.people import BroadSector
from dialogueprep.store import notes
from dialogueprep.ui.pages.notes import NotesPage
from dialogueprep.ui.session import Session

Key, Modifier = Qt.Key, Qt.KeyboardModifier


@pytest.fixture
def page(qtbot: QtBot, sample_session: Session) -> NotesPage:
    return notes_page(qtbot, sample_session)


def here(page: NotesPage) -> list[Note]:
    return list(notes.of_item(page.session.store, page._room_now().item.id))


def kept(page: NotesPage) -> list[Note]:
    return [n for n in here(page) if not n.draft]


@pytest.mark.parametrize(
    ("line", "attribution"),
    [
        ("several jp: two marks", Attribution(count=Count.SEVERAL, delegation="JP")),
        ("exp: jp: two marks", Attribution(delegation="JP", broad=BroadSector.EXPERT)),
        ("2 exp: two marks", Attribution(count=Count.SEVERAL, broad=BroadSector.EXPERT)),
    ],
)
def test_marks_are_read_together(
    qtbot: QtBot, page: NotesPage, line: str, attribution: Attribution
) -> None:
    qtbot.keyClicks(page.editor.field, line)
    enter(qtbot, page)
    assert (kept(page)[-1].text, kept(page)[-1].attribution) == ("two marks", attribution)


def test_marks_that_do_not_go_together_are_widened_and_said(qtbot: QtBot, page: NotesPage) -> None:
    qtbot.keyClicks(page.editor.field, "jp: cn: two marks")
    enter(qtbot, page)
    assert kept(page)[-1].attribution == Attribution(count=Count.SEVERAL)
    assert page.editor.said.startswith("More than one mark")


@pytest.mark.parametrize("line", ["?", ">", "- -"])
def test_a_line_without_a_letter_is_no_note(qtbot: QtBot, page: NotesPage, line: str) -> None:
    before = kept(page)
    qtbot.keyClicks(page.editor.field, line)
    enter(qtbot, page)
    assert kept(page) == before
    assert page.editor.field.text() == line and page.editor.said


def test_undo_outside_the_line_takes_back_what_was_done_and_the_line_stays(
    qtbot: QtBot, page: NotesPage
) -> None:
    before = len(kept(page))
    qtbot.keyClicks(page.editor.field, "fees fall")
    enter(qtbot, page)
    qtbot.keyClicks(page.editor.field, "ports grow")
    page.flush()
    assert page.session.store.undo_label == "Take note"
    page.editor.kinds.setFocus()
    page.session.undo()
    assert len(kept(page)) == before
    assert page.editor.field.text() == "ports grow"
    assert [n.text for n in here(page) if n.draft] == ["ports grow"]
    page.session.redo()
    assert kept(page)[-1].text == "fees fall"
    assert page.editor.field.text() == "ports grow"


def test_up_in_the_empty_line_goes_to_the_last_note_and_down_comes_back(
    qtbot: QtBot, page: NotesPage
) -> None:
    qtbot.keyClick(page.editor.field, Key.Key_Up)
    assert page.list.hasFocus()
    assert page.list.note() == kept(page)[-1]
    qtbot.keyClick(page.list, Key.Key_Down)
    assert page.editor.field.hasFocus()
    qtbot.keyClicks(page.editor.field, "a")
    qtbot.keyClick(page.editor.field, Key.Key_Up)
    assert page.editor.field.hasFocus()
