"""Letters that an input method has not handed over are kept, wherever the keyboard goes.

Here no input method is there that would hand them over when it is asked to.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from opened import go
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QFocusEvent, QInputMethodEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from shared_key import KEY

from dialogueprep.store import dialogues, notes, workspace
from dialogueprep.store.driver import run
from dialogueprep.ui.finding import finder
from dialogueprep.ui.machine_settings import MachineSettings
from dialogueprep.ui.pages.notes import NotesPage
from dialogueprep.ui.session import Session
from dialogueprep.ui.theme import Theme
from dialogueprep.ui.widgets.fields import SavingField
from dialogueprep.ui.window import MainWindow

COMPOSED = ["zhao hu", "かいご", "돌봄"]
Leave = Callable[[MainWindow, NotesPage], object]


def lose_window(_window: MainWindow, page: NotesPage) -> None:
    """Do as the system does when another window is clicked."""
    focused = QApplication.focusWidget()
    assert focused is not None and page.isAncestorOf(focused)
    out = QFocusEvent(QEvent.Type.FocusOut, Qt.FocusReason.ActiveWindowFocusReason)
    QApplication.sendEvent(focused, out)


WAYS: dict[str, Leave] = {
    "another page": lambda window, _page: window.frame and window.frame.go("agenda"),
    "another item": lambda _window, page: go(page, "Disaster"),
    "no dialogue": lambda _window, page: page.session.choose(None),
    "another part": lambda _window, page: page.items.setFocus(Qt.FocusReason.MouseFocusReason),
    "another window": lose_window,
    "the palette": lambda window, _page: window.frame and window.frame.palette_.open(),
    "closed": lambda window, _page: window.close(),
    "locked": lambda window, _page: window.lock(),
}


@pytest.fixture
def window(
    qtbot: QtBot, look: Theme, machine: MachineSettings, sample_session: Session
) -> Iterator[MainWindow]:
    made = MainWindow(machine, look, finder)
    qtbot.addWidget(made)
    made.show_session(sample_session)
    with qtbot.waitActive(made):
        made.show()
    yield made
    made.close()


@pytest.fixture
def page(window: MainWindow) -> NotesPage:
    assert window.frame
    window.frame.go("notes")
    shown = window.frame.page
    assert isinstance(shown, NotesPage)
    go(shown, "Low birth")
    shown.begin()
    return shown


def compose(field: QWidget, letters: str) -> None:
    QApplication.sendEvent(field, QInputMethodEvent(letters, []))


def forget(field: QWidget) -> None:
    """Do as an input method that has let go of its letters."""
    compose(field, "")


def texts(window: MainWindow, page: NotesPage) -> list[str]:
    """Close the window and return the notes on the disk."""
    folder = page.session.store.folder
    window.close()
    with workspace.open(folder, KEY) as store:
        return [n.text for n in notes.of_dialogue(store, dialogues.every(store)[0].id)]


@pytest.mark.parametrize("letters", COMPOSED)
@pytest.mark.parametrize("way", WAYS)
def test_the_line_keeps_them(window: MainWindow, page: NotesPage, way: str, letters: str) -> None:
    page.editor.field.insertPlainText("Care: ")
    compose(page.editor.field, letters)
    WAYS[way](window, page)
    if way not in ("closed", "locked"):
        forget(page.editor.field)
    assert f"Care: {letters}" in texts(window, page)


@pytest.mark.parametrize("way", [way for way in WAYS if way != "another item"])
def test_a_row_that_is_being_changed_keeps_them(
    qtbot: QtBot, window: MainWindow, page: NotesPage, way: str
) -> None:
    page.list.go_to_last()
    note = page.list.note()
    qtbot.keyClick(page.list, Qt.Key.Key_F2)
    assert note is not None and page.list.field is not None
    compose(page.list.field, "かいご")
    WAYS[way](window, page)
    assert f"{note.text}かいご" in texts(window, page)


@pytest.mark.parametrize("way", ["closed", "the palette"])
def test_a_row_is_left_before_the_workspace_closes(
    qtbot: QtBot, window: MainWindow, page: NotesPage, way: str
) -> None:
    page.list.go_to_last()
    qtbot.keyClick(page.list, Qt.Key.Key_F2)
    assert page.list.field is not None
    compose(page.list.field, "かいご")
    WAYS[way](window, page)
    window.close()
    assert page.list.field is None, "else it would write into a closed workspace"
    page.editor.field.due.emit()


@pytest.mark.parametrize("letters", COMPOSED)
def test_a_click_into_the_words_before_keeps_them(
    qtbot: QtBot, page: NotesPage, letters: str
) -> None:
    field = page.editor.field
    field.insertPlainText("Care: ")
    compose(field, letters)
    qtbot.mouseClick(field.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(8, 12))
    assert field.text() == f"Care: {letters}"
    assert not field.composing, "else Enter would be taken for the end of a composition"


@pytest.mark.parametrize("letters", COMPOSED)
def test_a_field_that_saves_by_itself_keeps_them(qtbot: QtBot, look: Theme, letters: str) -> None:
    field = SavingField("Care: ")
    qtbot.addWidget(field)
    with qtbot.waitActive(field):
        field.show()
        field.activateWindow()
    field.setFocus()
    field.moveCursor(field.textCursor().MoveOperation.End)
    written: list[str] = []
    field.written.connect(written.append)
    compose(field, letters)
    field.flush()
    forget(field)
    assert written == [f"Care: {letters}"] == [field.toPlainText()]


def on_disk(page: NotesPage) -> str:
    """Return the words of all notes as another connection reads them."""
    with page.session.store.db.beside(page.session.store.folder / "workspace.db") as other:
        return "\n".join(words for (words,) in run(other, "SELECT wording FROM notes"))


@pytest.mark.parametrize(("letters", "word"), [("かいごのしくみ", "介護の仕組み"), ("돌", "돌봄")])
def test_a_long_composition_is_on_the_disk_while_it_goes_on(
    qtbot: QtBot, page: NotesPage, letters: str, word: str
) -> None:
    field = page.editor.field
    field.insertPlainText("Care: ")
    compose(field, letters)
    qtbot.waitUntil(lambda: f"Care: {letters}" in on_disk(page))
    assert field.composing and field.text() == "Care: "
    done = QInputMethodEvent()
    done.setCommitString(word)
    QApplication.sendEvent(field, done)
    qtbot.waitUntil(lambda: f"Care: {word}" in on_disk(page))
    assert not letters.startswith("か") or letters not in on_disk(page)


def test_a_composition_that_is_given_up_leaves_the_disk(qtbot: QtBot, page: NotesPage) -> None:
    compose(page.editor.field, "かいごのしくみ")
    qtbot.waitUntil(lambda: "かいごのしくみ" in on_disk(page))
    forget(page.editor.field)
    qtbot.waitUntil(lambda: "かいごのしくみ" not in on_disk(page))


@pytest.mark.parametrize("letters", ["zhao hu", "おぐりす", "おぐりすな"])
def test_neither_latin_letters_nor_a_name_are_on_the_disk_meanwhile(
    page: NotesPage, letters: str
) -> None:
    page.editor.field.insertPlainText("Care: ")
    compose(page.editor.field, letters)
    page.editor.field.due.emit()
    assert "Care:" in on_disk(page) and letters[:3] not in on_disk(page)
