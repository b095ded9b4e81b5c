"""Going to an item with hundreds of notes: the last ones at once, the others soon."""

from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from dialogueprep.domain.notes import Note, NoteId, NoteKind
from dialogueprep.store import notes
from dialogueprep.store.step import new_id
from dialogueprep.ui.models.note_rows import NoteRow
from dialogueprep.ui.pages.notes import NotesPage
from dialogueprep.ui.session import Session
from tests.ui.opened import go, item, notes_page

MANY = 200


def many(qtbot: QtBot, session: Session) -> tuple[NotesPage, list[str]]:
    """Return the page at another item than one with many notes, and the ids of those in order."""
    page = notes_page(qtbot, session)
    long = item(page, "Disaster")
    asked = long.questions[-1].id if long.questions else None
    with session.store.step("Fill") as step:
        for number in range(MANY):
            text = f"Ports share tide tables, said for the {number}th time"
            note = Note(
                id=NoteId(new_id()), item=long.id, kind=NoteKind.POINT, text=text, question=asked
            )
            notes.put(step, note)
    page.refresh()
    return page, [n.id for n in notes.of_item(session.store, long.id) if not n.draft]


def shown(page: NotesPage) -> list[str]:
    return [r.id for r in page.list.rows.rows if isinstance(r, NoteRow)]


def at_end(page: NotesPage) -> bool:
    bar = page.list.verticalScrollBar()
    return bar.maximum() > 0 and bar.value() == bar.maximum()


def test_the_last_notes_are_shown_at_once_and_the_others_before_them(
    qtbot: QtBot, sample_session: Session
) -> None:
    page, ids = many(qtbot, sample_session)
    go(page, "Disaster")
    first = shown(page)
    assert 10 < len(first) < MANY
    assert first == ids[-len(first) :]
    qtbot.waitUntil(lambda: len(shown(page)) == len(ids))
    assert shown(page) == ids
    assert at_end(page)


def test_what_is_seen_stays_where_it_is_while_others_come(
    qtbot: QtBot, sample_session: Session
) -> None:
    page, ids = many(qtbot, sample_session)
    go(page, "Disaster")
    qtbot.waitUntil(lambda: at_end(page))
    bar = page.list.verticalScrollBar()
    bar.setValue(bar.maximum() - 60)
    seen = page.list.rows.index_of(ids[-5])
    before = page.list.visualRect(seen).top()
    page.list.later.complete()
    assert page.list.visualRect(page.list.rows.index_of(ids[-5])).top() == before


def test_a_key_in_the_list_and_a_note_that_is_looked_for_have_all_of_them(
    qtbot: QtBot, sample_session: Session
) -> None:
    page, ids = many(qtbot, sample_session)
    go(page, "Disaster")
    page.list.setFocus()
    qtbot.keyClick(page.list, Qt.Key.Key_Up)
    assert (page.list.value().id, shown(page)) == (ids[-2], ids)
    go(page, "Low birth")
    page.show_subject(ids[3])
    assert page.list.value().id == ids[3]
    assert shown(page) == ids


def test_the_panel_at_the_right_follows_and_a_line_stays_with_its_item(
    qtbot: QtBot, sample_session: Session
) -> None:
    page, _ids = many(qtbot, sample_session)
    qtbot.keyClicks(page.editor.field, "half a line")
    here = page.context.questions_model.rows
    go(page, "Disaster")
    assert page.editor.field.text() == ""
    qtbot.waitUntil(lambda: page.context.questions_model.rows != here)
    go(page, "Low birth")
    assert page.editor.field.text() == "half a line"
    qtbot.waitUntil(lambda: page.context.questions_model.rows == here)
