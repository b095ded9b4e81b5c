"""Locking from anywhere: nothing typed is lost, nothing stays open, and one comes back to it."""

from __future__ import annotations

from datetime import date

import pytest
from opened import go
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot
from shared_key import KEY

from dialogueprep.commands import workspace as commands
from dialogueprep.store import library, workspace
from dialogueprep.ui.dialogs.passphrases import PassphraseDialog
from dialogueprep.ui.dialogs.recommendation import RecommendationDialog
from dialogueprep.ui.dialogs.recovery_sheet import RecoverySheetDialog
from dialogueprep.ui.dialogs.statements import StatementsDialog
from dialogueprep.ui.finding import finder
from dialogueprep.ui.kept_typed import typed
from dialogueprep.ui.machine_settings import MachineSettings
from dialogueprep.ui.pages.notes import NotesPage
from dialogueprep.ui.session import Session
from dialogueprep.ui.theme import Theme
from dialogueprep.ui.window import MainWindow

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def window(
    qtbot: QtBot, look: Theme, machine: MachineSettings, sample_session: Session
) -> MainWindow:
    made = MainWindow(machine, look, finder)
    qtbot.addWidget(made)
    made.show_session(sample_session)
    with qtbot.waitActive(made):
        made.show()
    return made


def unlock(window: MainWindow) -> Session:
    assert window._folder is not None
    session = Session(workspace.open(window._folder, KEY), window.machine)
    window.show_session(session)
    return session


def notes_page(window: MainWindow) -> NotesPage:
    assert window.frame is not None
    page = window.frame.page
    assert isinstance(page, NotesPage)
    return page


def test_one_comes_back_to_the_item_and_the_line_that_was_being_written(
    qtbot: QtBot, window: MainWindow
) -> None:
    assert window.frame is not None
    window.frame.go("notes")
    page = notes_page(window)
    item = go(page, "Green").id
    page.begin()
    qtbot.keyClicks(page.editor.field, "half a line")
    qtbot.keyClick(page.editor.field, Qt.Key.Key_L, CONTROL)
    assert window.session is None
    unlock(window)
    page = notes_page(window)
    assert page._room_now().item.id == item
    assert page.editor.field.toPlainText() == "half a line"
    window.close()


def test_words_typed_into_a_form_wait_until_one_is_back(qtbot: QtBot, window: MainWindow) -> None:
    session = window.session
    assert session is not None
    form = RecommendationDialog(window, library.recommendations(session.store)[0])
    with qtbot.waitActive(form):
        form.show()
    title = next(each for each in form.findChildren(QPlainTextEdit) if each.isVisible())
    qtbot.keyClicks(title, "Drill together each year")
    qtbot.keyClick(form.windowHandle(), Qt.Key.Key_L, CONTROL)
    qtbot.waitUntil(lambda: window.session is None)
    assert not form.isVisible()
    again = unlock(window)
    assert window.frame is not None
    behind = window.frame.left_behind
    behind.look()
    assert "Drill together" in behind.notices[0].detail
    assert behind.take(1)
    assert "Drill together each year" in QApplication.clipboard().text()
    assert behind.take(2)
    assert behind.isHidden()
    assert commands.typed_before(again.store) == () and again.store.undo_depth == 0
    window.close()


@pytest.mark.parametrize("letters", ["かいごのしくみ", "돌", "zhao hu"])
def test_a_composition_in_a_form_waits_too(qtbot: QtBot, window: MainWindow, letters: str) -> None:
    session = window.session
    assert session is not None
    form = RecommendationDialog(window, library.recommendations(session.store)[0])
    with qtbot.waitActive(form):
        form.show()
    title = next(each for each in form.findChildren(QPlainTextEdit) if each.isVisible())
    title.setFocus()
    QApplication.sendEvent(title, QInputMethodEvent(letters, []))
    window.lock()
    again = unlock(window)
    assert any(letters in typed.words for typed in commands.typed_before(again.store))
    window.close()


def test_a_form_that_would_ask_does_not_keep_the_window_open(
    qtbot: QtBot, window: MainWindow
) -> None:
    session = window.session
    assert session is not None
    dialogue = session.open_dialogue()
    assert dialogue is not None
    QTimer.singleShot(0, window, lambda: asking(qtbot, window))
    StatementsDialog.ask(window, session, dialogue)
    assert window.session is None
    assert QApplication.activeModalWidget() is None


def test_no_part_of_a_key_waits(qtbot: QtBot, window: MainWindow) -> None:
    sheet = RecoverySheetDialog(window, "Test", date(2026, 3, 2))
    words = PassphraseDialog(window, "Change", "Change", with_name=False)
    for dialog in (sheet, words):
        dialog.show()
        for field in (each for each in dialog.findChildren(QLineEdit) if each.isVisible()):
            qtbot.keyClicks(field, "ABCDE")
            assert field.text() == "ABCDE"
    assert typed() == ()
    for dialog in (sheet, words):
        dialog.close()
    window.close()


def asking(qtbot: QtBot, window: MainWindow) -> None:
    form = QApplication.activeModalWidget()
    assert isinstance(form, StatementsDialog)
    form.keep_now = lambda: False
    window._idle.timed_out.emit()
