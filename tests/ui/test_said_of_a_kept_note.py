"""What is said under the field of a note that was kept goes when an undo takes the note out."""

from __future__ import annotations

from opened import enter, notes_page
from pytestqt.qtbot import QtBot

from dialogueprep.ui.models.note_rows import NoteRow
from dialogueprep.ui.session import Session


def test_neutral_words_are_told_until_the_note_is_taken_back(
    qtbot: QtBot, sample_session: Session
) -> None:
    page = notes_page(qtbot, sample_session)
    page.editor.field.insertPlainText("Ogurisu-san agrees")
    enter(qtbot, page)
    assert page.editor.said == "Kept with neutral words."
    sample_session.undo()
    assert "neutral" not in page.editor.said
    page.editor.field.insertPlainText("fees fall")
    enter(qtbot, page)
    page.editor.say("A note needs words.")
    sample_session.redo()
    assert "neutral" not in page.editor.said


def test_another_change_leaves_what_is_said(qtbot: QtBot, sample_session: Session) -> None:
    page = notes_page(qtbot, sample_session)
    page.editor.field.insertPlainText("fees fall")
    enter(qtbot, page)
    page.editor.field.insertPlainText("Ogurisu-san agrees")
    enter(qtbot, page)
    first = next(r for r in page.list.rows.rows if isinstance(r, NoteRow))
    page.deeds.remove(first.note)
    assert page.editor.said == "Kept with neutral words."
