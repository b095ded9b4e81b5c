"""With many notes at an item, what is seen comes at once and the rest soon."""

from __future__ import annotations

import pytest
from opened import go, item, notes_page
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from dialogueprep.domain.notes import Note, NoteId, NoteKind
from dialogueprep.store import notes
from dialogueprep.store.driver import run
from dialogueprep.store.step import new_id
from dialogueprep.ui import painting
from dialogueprep.ui.delegates.note_row import NoteRows
from dialogueprep.ui.pages.notes import NotesPage
from dialogueprep.ui.session import Session

MANY, KIND = 150, NoteKind.POINT


@pytest.fixture
def page(qtbot: QtBot, sample_session: Session) -> NotesPage:
    page = notes_page(qtbot, sample_session)
    there = item(page, "Disaster").id
    with sample_session.store.step("Fill") as step:
        for number in range(MANY):
            said = f"Remark {number} on tides, ports and pilots"
            notes.put(step, Note(id=NoteId(new_id()), item=there, kind=KIND, text=said))
    return page


def all_shown(page: NotesPage) -> bool:
    return len(page.list.rows.rows) > MANY


def prepare(qtbot: QtBot, page: NotesPage) -> None:
    page._ready.prepare(page._shown, page._roster)
    qtbot.waitUntil(lambda: not page._ready._turn.isActive())


def test_the_log_of_changes_is_made_before_keys_are_taken(
    qtbot: QtBot, sample_session: Session
) -> None:
    def logs() -> int:
        of_changes = "SELECT count(*) FROM sqlite_temp_master WHERE name = 'undo_log'"
        return run(sample_session.store.db, of_changes)[0][0]

    assert logs() == 0
    notes_page(qtbot, sample_session)
    assert logs() == 1


def test_the_last_notes_are_seen_at_once_and_stay_where_they_are(
    qtbot: QtBot, page: NotesPage
) -> None:
    go(page, "Disaster")
    bar = page.list.verticalScrollBar()
    assert not all_shown(page)
    assert page.list.rows.rows[-1].id in {n.id for n in page._shown.of_item(page._item)}
    qtbot.waitUntil(lambda: all_shown(page))
    assert bar.value() == bar.maximum() > 2000


def test_a_key_in_the_list_finds_all_rows_there(qtbot: QtBot, page: NotesPage) -> None:
    go(page, "Disaster")
    page.list.setFocus()
    chosen = page.list.currentIndex().row()
    qtbot.keyClick(page.list, Qt.Key.Key_PageUp)
    assert all_shown(page)
    assert 0 < page.list.currentIndex().row() < chosen


def test_rows_of_other_items_are_measured_before_one_goes_there(
    qtbot: QtBot, page: NotesPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    prepare(qtbot, page)
    measured: list[object] = []
    plain = NoteRows.row_height

    def counted(rows: NoteRows, value: object, width: int) -> int:
        measured.append(value)
        return plain(rows, value, width)

    monkeypatch.setattr(NoteRows, "row_height", counted)
    go(page, "Disaster")
    qtbot.waitUntil(lambda: all_shown(page))
    QApplication.processEvents()
    assert not measured


def test_what_is_seen_first_of_an_item_is_painted_with_the_lines_set_before(
    qtbot: QtBot, page: NotesPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    painting._kept.cache_clear()  # other tests have painted the same words
    prepare(qtbot, page)
    anew: list[str] = []
    plain = painting._laid_out

    def counted(words: str, *around: object) -> object:
        anew.append(words)
        return plain(words, *around)

    monkeypatch.setattr(painting, "_laid_out", counted)
    go(page, "Disaster")
    qtbot.waitUntil(lambda: all_shown(page))
    QApplication.processEvents()
    assert not [words for words in anew if words.startswith("Remark")]


def test_in_another_width_all_is_made_ready_again(qtbot: QtBot, page: NotesPage) -> None:
    prepare(qtbot, page)
    with qtbot.waitSignal(page._ready.due):
        page.resize(page.width() + 200, page.height())
    assert page._ready._turn.isActive()
