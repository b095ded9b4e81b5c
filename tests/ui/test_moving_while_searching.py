"""While one searches in the notes, a note is moved past what is shown, and not past hidden ones."""

from __future__ import annotations

from opened import enter, notes_page
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from dialogueprep.store import notes
from dialogueprep.ui.models.note_rows import NoteRow
from dialogueprep.ui.pages.notes import NotesPage
from dialogueprep.ui.session import Session


def shown(page: NotesPage) -> list[str]:
    return [row.note.text for row in page.list.rows.rows if isinstance(row, NoteRow)]


def test_a_note_goes_past_the_shown_one_in_one_step(qtbot: QtBot, sample_session: Session) -> None:
    page = notes_page(qtbot, sample_session)
    for words in ("tides one", "fees", "prices", "tides two"):
        page.editor.field.insertPlainText(words)
        enter(qtbot, page)
    page.middle.open_search()
    page.middle._search.setText("tides")
    qtbot.waitUntil(lambda: shown(page) == ["tides one", "tides two"])
    row = next(r for r in page.list.rows.rows if isinstance(r, NoteRow) and "two" in r.note.text)
    page.list.choose(row.id)
    page.list.setFocus()
    qtbot.keyClick(page.list, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert shown(page) == ["tides two", "tides one"]
    here = notes.of_item(sample_session.store, page._room_now().item.id)
    order = ["tides two", "tides one", "fees", "prices"]
    assert [n.text for n in here if n.text in order] == order
    sample_session.undo()
    assert shown(page) == ["tides one", "tides two"]
