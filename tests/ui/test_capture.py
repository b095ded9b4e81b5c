"""Capture: marks in the line, house phrases, splitting, joining, indenting, private notes."""

from __future__ import annotations

import random
from itertools import pairwise

import pytest
from opened import enter, notes_page
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from dialogueprep.commands import notes as note_commands
from dialogueprep.domain.notes import Note
from dialogueprep.store import findings, notes
from dialogueprep.ui.models.notes_shown import on_the_table
from dialogueprep.ui.pages.notes import NotesPage
from dialogueprep.ui.session import Session

Key, Modifier = Qt.Key, Qt.KeyboardModifier


@pytest.fixture
def page(qtbot: QtBot, sample_session: Session) -> NotesPage:
    return notes_page(qtbot, sample_session)


def taken(page: NotesPage) -> list[Note]:
    here = notes.of_item(page.session.store, page._room_now().item.id)
    return [n for n in here if not n.draft]


def write(qtbot: QtBot, page: NotesPage, words: str) -> Note:
    qtbot.keyClicks(page.editor.field, words)
    enter(qtbot, page)
    return taken(page)[-1]


def choose(page: NotesPage, note: Note) -> None:
    page.list.setFocus()
    page.list.choose(note.id)


def test_marks_become_what_they_say(qtbot: QtBot, page: NotesPage) -> None:
    note = write(qtbot, page, "?2 the fees could fall >1 #fees #ports")
    item = page._room_now().item
    assert note.text == "the fees could fall"
    assert note.tags == ("fees", "ports")
    assert note.question == item.questions[1].id
    assert note.recommendation == next(iter(on_the_table(page.session.store, item)))


def test_a_number_that_is_not_on_the_table_is_said_and_nothing_is_lost(
    qtbot: QtBot, page: NotesPage
) -> None:
    before = taken(page)
    qtbot.keyClicks(page.editor.field, "fees fall >9")
    enter(qtbot, page)
    assert taken(page) == before
    assert page.editor.field.text() == "fees fall >9"
    assert "9" in page.editor.said


def test_a_line_for_oneself_is_private_and_supports_no_finding(
    qtbot: QtBot, page: NotesPage
) -> None:
    note = write(qtbot, page, "// ask again at dinner")
    assert note.private and note.text == "ask again at dinner"
    choose(page, note)
    qtbot.keyClick(page.list, Key.Key_P)
    assert not taken(page)[-1].private
    page.session.undo()
    assert taken(page)[-1].private


def test_a_house_phrase_is_expanded_by_space_and_given_back_by_undo(
    qtbot: QtBot, page: NotesPage
) -> None:
    field = page.editor.field
    qtbot.keyClicks(field, ";conv fees fall")
    assert field.text() == "there was broad agreement that fees fall"
    for _ in range(12):
        qtbot.keyClick(field, Key.Key_Z, Modifier.ControlModifier)
        if field.text().startswith(";conv"):
            break
    assert field.text().startswith(";conv")


def test_enter_expands_too(qtbot: QtBot, page: NotesPage) -> None:
    assert write(qtbot, page, "and ;fu").text == "and it was suggested to follow up on"


def test_a_space_over_chosen_words_takes_their_place_and_expands_nothing(
    qtbot: QtBot, page: NotesPage
) -> None:
    field = page.editor.field
    qtbot.keyClicks(field, "ports ;conv")
    field.selectAll()
    qtbot.keyClick(field, Key.Key_Space)
    assert field.text() == " "


def test_all_ends_of_lines_expand(qtbot: QtBot, page: NotesPage) -> None:
    field = page.editor.field
    qtbot.keyClicks(field, "fees: ;conv")
    qtbot.keyClick(field, Key.Key_Return, Modifier.ShiftModifier)
    qtbot.keyClicks(field, "and ;fu")
    qtbot.keyClick(field, Key.Key_Return, Modifier.ControlModifier | Modifier.ShiftModifier)
    qtbot.waitUntil(lambda: not page.writing.entered)
    assert [note.text for note in taken(page)[-2:]] == [
        "fees: there was broad agreement that",
        "and it was suggested to follow up on",
    ]


def test_a_note_is_split_at_the_caret_and_joined_again(qtbot: QtBot, page: NotesPage) -> None:
    note = write(qtbot, page, "fees fall and ports share #fees")
    choose(page, note)
    qtbot.keyClick(page.list, Key.Key_F2)
    field = page.list.field
    assert field is not None and field.text() == "fees fall and ports share #fees"
    cursor = field.textCursor()
    cursor.setPosition(len("fees fall"))
    field.setTextCursor(cursor)
    qtbot.keyClick(field, Key.Key_Return, Modifier.ControlModifier)
    first, second = taken(page)[-2:]
    assert (first.text, second.text) == ("fees fall", "and ports share")
    assert first.tags == second.tags == ("fees",)
    assert (first.kind, first.question) == (second.kind, second.question)
    choose(page, first)
    qtbot.keyClick(page.list, Key.Key_J)
    assert taken(page)[-1].text == "fees fall and ports share"
    page.session.undo()
    page.session.undo()
    assert taken(page)[-1] == note


def test_a_note_that_cannot_be_split_keeps_its_words(qtbot: QtBot, page: NotesPage) -> None:
    note = write(qtbot, page, "fees fall.")
    choose(page, note)
    qtbot.keyClick(page.list, Key.Key_F2)
    field = page.list.field
    assert field is not None
    qtbot.keyClick(field, Key.Key_Left)
    qtbot.keyClick(field, Key.Key_Return, Modifier.ControlModifier)
    assert taken(page)[-1] == note


def test_what_two_joined_notes_support_is_supported_by_the_one(
    qtbot: QtBot, page: NotesPage
) -> None:
    store, dialogue = page.session.store, page.session.dialogue
    assert dialogue
    behind = {n for f in findings.of_dialogue(store, dialogue) for n in f.notes}
    there = taken(page)
    pairs = pairwise(there)
    first, second = next((a, b) for a, b in pairs if b.id in behind and a.question == b.question)
    choose(page, first)
    qtbot.keyClick(page.list, Key.Key_J)
    after = {n for f in findings.of_dialogue(store, dialogue) for n in f.notes}
    assert second.id not in after and first.id in after


def test_notes_are_indented_within_bounds(qtbot: QtBot, page: NotesPage) -> None:
    choose(page, note := taken(page)[-1])
    for _ in range(5):
        qtbot.keyClick(page.list, Key.Key_Right, Modifier.AltModifier)
    assert taken(page)[-1].indent == 3
    for _ in range(5):
        qtbot.keyClick(page.list, Key.Key_Left, Modifier.AltModifier)
    assert taken(page)[-1] == note


def test_search_finds_tags(qtbot: QtBot, page: NotesPage) -> None:
    write(qtbot, page, "fees fall #customs")
    page.middle.open_search()
    page.middle._search.setText("#cust")
    shown = [r.id for r in page.list.rows.rows if hasattr(r, "note")]
    assert shown == [taken(page)[-1].id]


def outline(page: NotesPage) -> list[str]:
    """Return the last notes as they are seen, a full stop for each step to the right."""
    return ["." * n.indent + n.text for n in taken(page)[-4:]]


@pytest.fixture
def two_branches(qtbot: QtBot, page: NotesPage) -> list[Note]:
    """Return the notes a, with a1 under it, and b, with b1 under it."""
    made: list[Note] = []
    for words in ("a", "a1", "b", "b1"):
        made.append(write(qtbot, page, words))
        if words.endswith("1"):
            choose(page, made[-1])
            qtbot.keyClick(page.list, Key.Key_Right, Modifier.AltModifier)
            page.begin()
    assert outline(page) == ["a", ".a1", "b", ".b1"]
    return taken(page)[-4:]


def test_what_stands_under_a_note_goes_with_it(
    qtbot: QtBot, page: NotesPage, two_branches: list[Note]
) -> None:
    choose(page, two_branches[2])
    qtbot.keyClick(page.list, Key.Key_Up, Modifier.AltModifier)
    assert outline(page) == ["b", ".b1", "a", ".a1"]
    assert page.list.note() == two_branches[2]
    qtbot.keyClick(page.list, Key.Key_Right, Modifier.AltModifier)
    assert outline(page) == [".b", "..b1", "a", ".a1"]
    page.session.undo()
    page.session.undo()
    assert taken(page)[-4:] == two_branches


def test_what_stood_under_a_note_that_goes_stands_under_no_other(
    qtbot: QtBot, page: NotesPage, two_branches: list[Note]
) -> None:
    choose(page, two_branches[2])
    qtbot.keyClick(page.list, Key.Key_Delete)
    assert outline(page)[1:] == ["a", ".a1", "b1"]
    page.session.undo()
    choose(page, two_branches[0])
    qtbot.keyClick(page.list, Key.Key_S)
    assert outline(page) == ["a", "a1", "b", ".b1"]
    page.session.undo()
    assert taken(page)[-4:] == two_branches


def test_closing_shuffles_branches_and_leaves_none_torn(
    page: NotesPage, two_branches: list[Note]
) -> None:
    over = {two_branches[1].id: two_branches[0].id, two_branches[3].id: two_branches[2].id}
    for seed in range(8):
        item = page._item_now()
        note_commands.close_item(
            page.session.store, item, keep_order=False, chance=random.Random(seed)
        )
        ids = [n.id for n in taken(page)]
        assert {under: ids[ids.index(under) - 1] for under in over} == over
        page.session.undo()
