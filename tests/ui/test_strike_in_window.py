"""Striking in the window: asked first, then gone, and the page goes on."""

from __future__ import annotations

import random
import sys
from datetime import date
from pathlib import Path

import pytest
from opened import enter, notes_page
from PySide6.QtCore import Qt
from PySide6.QtGui import QClipboard
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from dialogueprep.commands import notes as commands
from dialogueprep.domain.notes import Note
from dialogueprep.store import backup, notes, second_place
from dialogueprep.store.driver import run
from dialogueprep.ui.dialogs.confirm import Confirm
from dialogueprep.ui.dialogs.strike_note import StrikeDialog
from dialogueprep.ui.pages.notes import NotesPage
from dialogueprep.ui.session import Session

sys.path.insert(0, str(Path(__file__).parents[1] / "store"))
from pages import decrypted

ENTER, DELETE = Qt.Key.Key_Return, Qt.Key.Key_Delete
SHIFT = Qt.KeyboardModifier.ShiftModifier
_ORDER = "SELECT id FROM notes WHERE item = ? ORDER BY position"
CTRL_SHIFT = Qt.KeyboardModifier.ControlModifier | SHIFT


@pytest.fixture
def page(qtbot: QtBot, sample_session: Session) -> NotesPage:
    return notes_page(qtbot, sample_session)


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Agree to each strike, and keep the words that were shown."""
    shown: list[str] = []
    monkeypatch.setattr(
        StrikeDialog, "ask", lambda _parent, words, _behind: bool(shown.append(words)) or True
    )
    return shown


def taken(page: NotesPage) -> list[Note]:
    return list(notes.of_item(page.session.store, page._room_now().item.id))


def write(qtbot: QtBot, page: NotesPage, words: str) -> None:
    qtbot.keyClicks(page.editor.field, words)
    enter(qtbot, page)


def strike_last(qtbot: QtBot, page: NotesPage) -> None:
    qtbot.keyClick(page.editor.field, Qt.Key.Key_X, CTRL_SHIFT)


def test_the_last_remark_is_the_line_that_is_being_written(
    qtbot: QtBot, page: NotesPage, asked: list[str]
) -> None:
    before = taken(page)
    qtbot.keyClicks(page.editor.field, "the cormorants")
    strike_last(qtbot, page)
    assert asked == ["the cormorants"]
    assert page.editor.field.text() == ""
    assert taken(page) == before


def test_the_last_remark_is_the_note_kept_last_wherever_it_stands(
    qtbot: QtBot, page: NotesPage, asked: list[str]
) -> None:
    write(qtbot, page, "one that stays")
    write(qtbot, page, "?1 under the first question")
    strike_last(qtbot, page)
    assert asked == ["under the first question"]
    assert "one that stays" in [n.text for n in taken(page)]
    assert "under the first question" not in [n.text for n in taken(page)]
    page.session.undo()
    assert "under the first question" not in [n.text for n in taken(page)]


def test_a_chosen_note_is_struck_and_the_next_one_chosen(
    qtbot: QtBot, page: NotesPage, asked: list[str]
) -> None:
    page.list.setFocus()
    note, after = page.list.note(), page.list.neighbour()
    assert note and after
    qtbot.keyClick(page.list, DELETE, SHIFT)
    assert note.id not in [n.id for n in taken(page)]
    assert page.list.note() == after.note


def test_nothing_is_struck_by_escape(qtbot: QtBot, page: NotesPage) -> None:
    before = taken(page)
    page.list.setFocus()

    def give_up() -> None:
        qtbot.keyClick(QApplication.activeModalWidget(), Qt.Key.Key_Escape)

    from PySide6.QtCore import QTimer

    QTimer.singleShot(0, page, give_up)
    qtbot.keyClick(page.list, DELETE, SHIFT)
    assert taken(page) == before


def test_the_clipboard_forgets_struck_words(
    qtbot: QtBot, page: NotesPage, asked: list[str]
) -> None:
    write(qtbot, page, "words that were copied")
    QApplication.clipboard().setText("words that were copied")
    strike_last(qtbot, page)
    assert QApplication.clipboard().text() == ""


def test_the_clipboard_forgets_the_line_as_it_was_typed(
    qtbot: QtBot, page: NotesPage, asked: list[str]
) -> None:
    qtbot.keyClicks(page.editor.field, "Ogurisu-san said so")
    page.editor.field.selectAll()
    page.editor.field.copy()
    assert QApplication.clipboard().text() == "Ogurisu-san said so"
    strike_last(qtbot, page)
    assert asked == ["An expert from Japan said so"]
    assert QApplication.clipboard().text() == ""


@pytest.mark.parametrize("own", [True, False])
def test_the_clipboard_forgets_a_part_of_what_is_struck(
    qtbot: QtBot, page: NotesPage, asked: list[str], monkeypatch: pytest.MonkeyPatch, own: bool
) -> None:
    monkeypatch.setattr(QClipboard, "ownsClipboard", lambda _self: own)
    write(qtbot, page, "words that were copied in part")
    QApplication.clipboard().setText("copied in part")
    strike_last(qtbot, page)
    assert QApplication.clipboard().text() == ""


def test_what_another_program_copied_stays(
    qtbot: QtBot, page: NotesPage, asked: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QClipboard, "ownsClipboard", lambda _self: False)
    write(qtbot, page, "the cormorants")
    QApplication.clipboard().setText("a telephone number")
    strike_last(qtbot, page)
    assert QApplication.clipboard().text() == "a telephone number"


def test_copies_that_were_not_reached_can_be_deleted(
    qtbot: QtBot, page: NotesPage, asked: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    store = page.session.store
    write(qtbot, page, "words in a copy")
    copy = backup.copy(store.db, store.folder, date(2026, 3, 2))
    _damage(copy.path)
    said: list[str] = []
    monkeypatch.setattr(Confirm, "ask", lambda _p, _t, words, _v: bool(said.append(words)) or True)
    strike_last(qtbot, page)
    assert copy.path.name in said[0]
    assert not copy.path.exists()


def test_a_second_place_that_is_there_is_struck_at_once_and_not_a_minute_later(
    qtbot: QtBot, page: NotesPage, asked: list[str], tmp_path: Path
) -> None:
    write(qtbot, page, "the kittiwakes on the stick")
    second = _on_a_stick(page.session, tmp_path)
    assert any(b"kittiwakes" in each for each in _pages(page.session, second))
    strike_last(qtbot, page)
    assert asked == ["the kittiwakes on the stick"]
    qtbot.waitUntil(lambda: not second_place.behind(page.session.store.folder))
    assert second.copies
    assert not any(b"kittiwakes" in each for each in _pages(page.session, second))


def test_a_second_place_that_is_there_is_shuffled_at_once_when_an_item_closes(
    qtbot: QtBot, page: NotesPage, tmp_path: Path
) -> None:
    session, item = page.session, page._room_now().item
    for word in ("first", "second", "third"):
        write(qtbot, page, f"{word} in the order of typing")
    (copy,) = _on_a_stick(session, tmp_path).copies

    def order_there() -> list[str]:
        with session.store.db.beside(copy.path) as opened:
            return [each for (each,) in run(opened, _ORDER, [item.id])]

    typed = [n.id for n in taken(page)]
    assert order_there() == typed
    session.run(commands.close_item, item, keep_order=False, chance=random.Random(3))
    shuffled = [n.id for n in taken(page)]
    assert shuffled != typed
    qtbot.waitUntil(lambda: order_there() == shuffled)


def _on_a_stick(session: Session, tmp_path: Path) -> second_place.Second:
    """Bring a copy of the workspace to a second place, and return that."""
    session.prepared.disconnect()  # the look that follows each opening is not what is meant here
    stick, folder = tmp_path / "stick", session.store.folder
    stick.mkdir()
    backup.copy(session.store.db, folder, date(2026, 3, 2))
    second = second_place.choose(folder, stick)
    second_place.catch_up(folder, session.store.db.beside)
    return second


def _pages(session: Session, second: second_place.Second) -> list[bytes]:
    return [decrypted(session.store.folder, copy.path) for copy in second.copies]


def _damage(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[:64] = bytes(64)
    path.write_bytes(content)
