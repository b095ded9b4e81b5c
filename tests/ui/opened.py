"""Pages of the sample as the tests of the window open them: shown, active, at an item."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from dialogueprep.domain.dialogue import AgendaItem
from dialogueprep.store import agenda
from dialogueprep.ui.finding import finder
from dialogueprep.ui.frame import Frame
from dialogueprep.ui.models.note_rows import ItemRow
from dialogueprep.ui.page import Page
from dialogueprep.ui.pages.notes import NotesPage
from dialogueprep.ui.session import Session

Shown = TypeVar("Shown", bound=QWidget)


def shown(qtbot: QtBot, widget: Shown, width: int = 1280, height: int = 760) -> Shown:
    """Show a page or window in this size, and return it once it is active."""
    qtbot.addWidget(widget)
    widget.resize(width, height)
    with qtbot.waitActive(widget):
        widget.show()
        widget.activateWindow()
    return widget


def items(page: Page) -> tuple[AgendaItem, ...]:
    """Return the items of the open dialogue as they are in the store."""
    assert page.session.dialogue
    return agenda.of_dialogue(page.session.store, page.session.dialogue)


def item(page: Page, title: str) -> AgendaItem:
    """Return the first item whose English title begins so."""
    return next(i for i in items(page) if i.titles.best("en").startswith(title))


def notes_page(qtbot: QtBot, session: Session, title: str = "Low birth") -> NotesPage:
    """Return the notes page at an item, with the keyboard in the line."""
    page = shown(qtbot, NotesPage(session), 1072, 752)
    go(page, title)
    page.begin()
    return page


def go(page: NotesPage, title: str) -> ItemRow:
    """Choose the item whose title begins so, and return its row."""
    rows = [r for r in page.items.left_rows.rows if isinstance(r, ItemRow)]
    found = next(r for r in rows if r.title.startswith(title))
    page.items.choose(found.id)
    while page._beside.soon.isActive():  # the panel at the right comes a moment later
        QApplication.processEvents()
    return found


def enter(
    qtbot: QtBot,
    page: NotesPage,
    held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
) -> None:
    """Press Enter in the line of the notes page, and wait until the note has been written."""
    qtbot.keyClick(page.editor.field, Qt.Key.Key_Return, held)
    qtbot.waitUntil(lambda: not page.writing.entered)


def frame_at_notes(qtbot: QtBot, session: Session) -> Frame:
    """Return the whole frame on a session of the sample, at the notes of an item, taking keys."""
    made = Frame(session, finder)
    qtbot.addWidget(made)
    made.resize(1280, 800)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    made.go("notes")
    page = shown_notes(made)
    rows = [r for r in page.items.left_rows.rows if isinstance(r, ItemRow)]
    page.items.choose(next(r.id for r in rows if r.title.startswith("Low birth")))
    page.begin()
    return made


def shown_notes(frame: Frame) -> NotesPage:
    """Return the notes page that a frame shows."""
    assert isinstance(frame.page, NotesPage)
    return frame.page
