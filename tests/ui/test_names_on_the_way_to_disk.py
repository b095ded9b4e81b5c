"""While a name is typed, no part of it reaches the disk, at whichever key the line is written.

What is on the disk is read after every key, as a kill there would leave it.
"""

from __future__ import annotations

from dataclasses import replace

import pytest
from opened import enter, go, notes_page
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from dialogueprep.commands import people as commands
from dialogueprep.store import people
from dialogueprep.store.driver import run
from dialogueprep.ui.pages.notes import NotesPage
from dialogueprep.ui.session import Session
from dialogueprep.ui.widgets.note_field import NoteField

CONTROL = "kittiwake"


@pytest.fixture
def page(qtbot: QtBot, sample_session: Session) -> NotesPage:
    return notes_page(qtbot, sample_session)


def lines(page: NotesPage) -> str:
    """Return the words of all notes as they stand on the disk now, read by another connection."""
    folder = page.session.store.folder
    with page.session.store.db.beside(folder / "workspace.db") as other:
        return "\n".join(words for (words,) in run(other, "SELECT wording FROM notes"))


def commit(field: NoteField, words: str) -> None:
    """Let an input method commit some words."""
    event = QInputMethodEvent()
    event.setCommitString(words)
    QApplication.sendEvent(field, event)


@pytest.mark.parametrize(
    ("words", "parts"),
    [
        (["We heard that ", *"Ogurisu Naoto", " doubts it"], ["Ogur", "Naoto"]),
        (["We heard that ", *"Pyo Min-seop", " doubts it"], ["Pyo", "Min-s"]),
        (["会上", "沈", "昱", "衡", "认为可行"], ["沈昱", "昱衡"]),
        (["小栗栖", "直人", "氏は慎重だった"], ["小栗", "直人"]),
        (["남", "궁", "혜", "원", " 교수가", " 물었다"], ["남궁"]),
    ],
)
def test_at_no_key_a_part_of_a_name_is_on_the_disk(
    page: NotesPage, words: list[str], parts: list[str]
) -> None:
    field = page.editor.field
    before = {part: lines(page).count(part) for part in parts}
    commit(field, f"{CONTROL}; ")
    for each in words:
        commit(field, each)
        field.due.emit()
        there = lines(page)
        assert CONTROL in there
        assert {part: there.count(part) for part in parts} == before, field.text()
    assert lines(page).count(field.neutral()) == 1


def test_what_only_began_like_a_name_is_kept_with_the_next_key(page: NotesPage) -> None:
    field = page.editor.field
    commit(field, "the Ogu")
    field.due.emit()
    assert "the Ogu" not in lines(page)
    commit(field, "n river")
    field.due.emit()
    assert "the Ogun river" in lines(page)


def test_letters_that_were_held_back_do_not_wait_as_long_again(page: NotesPage) -> None:
    field = page.editor.field
    commit(field, f"{CONTROL}; the Ogu")
    usual = field._unsaved.interval()
    field.due.emit()
    assert CONTROL in lines(page) and "Ogu" not in lines(page)
    commit(field, "n")
    assert field.waiting and field._unsaved.interval() < usual / 2
    field.due.emit()
    assert "the Ogun" in lines(page)
    commit(field, " river")
    assert field.waiting and field._unsaved.interval() == usual


def test_it_is_kept_as_it_stands_when_the_page_is_left(page: NotesPage) -> None:
    commit(page.editor.field, "the Ogu")
    page.session.flush.emit()
    assert "the Ogu" in lines(page)


def test_a_name_that_is_written_into_a_row_does_not_reach_the_disk_either(
    qtbot: QtBot, page: NotesPage
) -> None:
    commit(page.editor.field, f"{CONTROL} said")
    enter(qtbot, page)
    page.list.go_to_last()
    qtbot.keyClick(page.list, Qt.Key.Key_F2)
    field = page.list.field
    assert field is not None
    for letter in " by Ogurisu Naoto":
        commit(field, letter)
        field.due.emit()
        assert CONTROL in lines(page) and "Ogur" not in lines(page)


def rename_somebody(page: NotesPage, family: str, given: str) -> None:
    """Give a participant another name, as when a list is corrected during the meeting."""
    store, dialogue = page.session.store, page.session.dialogue
    assert dialogue
    person = people.participations(store, dialogue)[0].person
    name = replace(person.name, family=family, given=given, native="", reading="")
    commands.change_person(store, replace(person, name=name))


def test_a_line_loses_the_name_of_somebody_who_joins_later(qtbot: QtBot, page: NotesPage) -> None:
    commit(page.editor.field, f"{CONTROL}, Zebedee Quillfeather agrees")
    page.session.flush.emit()
    assert "Quillfeather" in lines(page)
    rename_somebody(page, "Quillfeather", "Zebedee")
    qtbot.waitUntil(lambda: "Quillfeather" not in lines(page))
    assert CONTROL in lines(page)
    assert page.editor.field.text() == f"{CONTROL}, Zebedee Quillfeather agrees"


def test_so_does_the_line_of_another_item_when_one_comes_back_to_it(
    qtbot: QtBot, page: NotesPage
) -> None:
    commit(page.editor.field, f"{CONTROL}, Zebedee Quillfeather agrees")
    go(page, "Disaster")
    rename_somebody(page, "Quillfeather", "Zebedee")
    go(page, "Low birth")
    qtbot.waitUntil(lambda: "Quillfeather" not in lines(page))
    assert CONTROL in lines(page)
