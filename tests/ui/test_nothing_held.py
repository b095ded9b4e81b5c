"""What was struck or destroyed stands in no widget any more, not on hidden pages either."""

from __future__ import annotations

from datetime import date

import pytest
from opened import enter, go
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from texts_held import holders

from dialogueprep.commands import life
from dialogueprep.commands import notes as commands
from dialogueprep.domain.destroying import Order, Target, What
from dialogueprep.domain.notes import Note
from dialogueprep.store import notes
from dialogueprep.ui.finding import finder
from dialogueprep.ui.machine_settings import MachineSettings
from dialogueprep.ui.pages.notes import NotesPage
from dialogueprep.ui.session import Session
from dialogueprep.ui.theme import Theme
from dialogueprep.ui.window import MainWindow

WORD, TITLE = "cormorant", "Low birth"


@pytest.fixture
def others(qapp: QApplication) -> list[QWidget]:
    """Return what earlier tests have not let go of yet."""
    return qapp.topLevelWidgets()


@pytest.fixture
def window(
    qtbot: QtBot,
    look: Theme,
    machine: MachineSettings,
    sample_session: Session,
    others: list[QWidget],
) -> MainWindow:
    made = MainWindow(machine, look, finder)
    qtbot.addWidget(made)
    made.show_session(sample_session)
    with qtbot.waitActive(made):
        made.show()
    return made


def noted(qtbot: QtBot, window: MainWindow) -> Note:
    """Write a note, see it on two pages, and leave both."""
    session, frame = window.session, window.frame
    assert session and frame and session.dialogue
    frame.go("notes")
    page = frame.page
    assert isinstance(page, NotesPage)
    go(page, TITLE)
    page.begin()
    qtbot.keyClicks(page.editor.field, f"the {WORD} goes")
    enter(qtbot, page)
    for name in ("findings", "agenda", "participants", "home"):
        frame.go(name)
    settle()
    found = notes.of_dialogue(session.store, session.dialogue)
    return next(note for note in found if WORD in note.text)


def settle() -> None:
    """Let what was put off happen, and what was let go end."""
    QApplication.processEvents()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def test_a_struck_note_leaves_the_pages_that_are_hidden(
    qtbot: QtBot, window: MainWindow, others: list[QWidget]
) -> None:
    note = noted(qtbot, window)
    assert len(holders(WORD, besides=others)) == 2
    assert window.session
    window.session.run(commands.strike, [note.id])
    settle()
    assert holders(WORD, besides=others) == []
    window.close()


def test_a_purged_dialogue_leaves_the_pages_and_one_can_go_on(
    qtbot: QtBot, window: MainWindow, others: list[QWidget]
) -> None:
    noted(qtbot, window)
    session, frame = window.session, window.frame
    assert session and frame and session.dialogue
    assert len(holders(WORD, besides=others)) == 2 and len(holders(TITLE, besides=others)) > 4
    life.destroy(session.store, Order(Target(What.DIALOGUE, session.dialogue)), date(2026, 3, 2))
    settle()
    assert holders(WORD, besides=others) == holders(TITLE, besides=others) == []
    frame.go("notes")
    assert frame.current == "home"
    window.close()


def test_a_locked_window_holds_nothing(
    qtbot: QtBot, window: MainWindow, others: list[QWidget]
) -> None:
    noted(qtbot, window)
    window.lock()
    settle()
    assert holders(WORD, besides=others) == holders(TITLE, besides=others) == []
