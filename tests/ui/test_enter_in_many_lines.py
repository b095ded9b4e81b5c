"""Enter in many lines full of names: no key reads them all, and nothing overtakes the line."""

from __future__ import annotations

import gc
import random
import re
import weakref
from collections import Counter
from dataclasses import replace

import pytest
from opened import enter, notes_page
from PySide6.QtCore import QEvent, QMimeData, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from shared_key import KEY

from dialogueprep.store import notes, workspace
from dialogueprep.ui.finding import finder
from dialogueprep.ui.guard import Guard
from dialogueprep.ui.machine_settings import MachineSettings
from dialogueprep.ui.pages.notes import NotesPage
from dialogueprep.ui.session import Session
from dialogueprep.ui.theme import Theme
from dialogueprep.ui.widgets.note_field import NoteField
from dialogueprep.ui.window import MainWindow
from dialogueprep.workflows.values import roster_of

NAMES = ("Ogurisu", "Majima")
MANY = "\n".join(f"- Ogurisu-san and Majima-san share table {n}" for n in range(120))
HELD = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
NOTHING = Qt.KeyboardModifier.NoModifier


def here(page: NotesPage, *, draft: bool) -> list[str]:
    found = notes.of_item(page.session.store, page._room_now().item.id)
    return [n.text for n in found if n.draft == draft]


def paste(field: NoteField, text: str) -> None:
    data = QMimeData()
    data.setText(text)
    field.insertFromMimeData(data)


def row_of_many(qtbot: QtBot, page: NotesPage) -> NoteField:
    """Return the field of a kept row into which many lines have been pasted."""
    qtbot.keyClicks(page.editor.field, "fees fall")
    enter(qtbot, page)
    page.list.go_to_last()
    qtbot.keyClick(page.list, Qt.Key.Key_F2)
    field = page.list.field
    assert field is not None
    paste(field, "\n" + MANY)
    return field


@pytest.fixture
def page(qtbot: QtBot, sample_session: Session) -> NotesPage:
    return notes_page(qtbot, sample_session)


@pytest.mark.parametrize(("held", "made"), [(NOTHING, 1), (HELD, 120)])
def test_enter_at_once_after_a_paste_reads_a_few_lines(
    qtbot: QtBot, page: NotesPage, read: list[str], held: Qt.KeyboardModifier, made: int
) -> None:
    before = len(here(page, draft=False))
    field = page.editor.field
    paste(field, MANY)
    read.clear()
    qtbot.keyClick(field, Qt.Key.Key_Return, held)
    assert len(read) < 100 and page.writing.entered
    assert field.text() == MANY  # it stays in sight, and is due, until it has been read
    qtbot.waitUntil(lambda: not page.writing.entered)
    assert not field.text()
    kept = here(page, draft=False)[before:]
    assert len(kept) == made and not here(page, draft=True)
    assert all(f"table {n}" in " ".join(kept) for n in range(120))
    assert not any(name in text for name in NAMES for text in kept)


def test_a_key_after_that_enter_begins_the_next_line(qtbot: QtBot, page: NotesPage) -> None:
    field = page.editor.field
    paste(field, MANY)
    qtbot.keyClick(field, Qt.Key.Key_Return)
    qtbot.keyClicks(field, "so")
    assert field.text() == "so"
    page.flush()
    assert here(page, draft=True) == ["so"]
    assert "table 119" in here(page, draft=False)[-1]


@pytest.mark.parametrize("deed", ["paste", "compose", "kind", "about", "leave", "store", "strike"])
def test_nothing_overtakes_the_line_that_was_entered(
    qtbot: QtBot, page: NotesPage, deed: str
) -> None:
    field = page.editor.field
    paste(field, MANY)
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert page.writing.entered
    if deed == "paste":
        paste(field, "fees fall")
    elif deed == "compose":
        QApplication.sendEvent(field, QInputMethodEvent("会", []))
    elif deed == "kind":
        page.editor.choose_kind(3)
    elif deed == "about":
        page.editor.put_about(1)
    elif deed == "leave":
        page.list.setFocus()
    elif deed == "store":
        page.writing.store(writing=True)
    else:
        last = page.writing.last_remark()
        assert last and not last.draft and "table 119" in last.text
    assert not field.entering and MANY not in field.text()
    page.flush()
    assert "table 119" in here(page, draft=False)[-1]
    found = notes.of_item(page.session.store, page._room_now().item.id)
    assert next(n.kind for n in found if "table 119" in n.text).value == "point"


def test_other_words_in_the_field_are_not_what_was_entered(qtbot: QtBot, page: NotesPage) -> None:
    field = page.editor.field
    paste(field, MANY)
    qtbot.keyClick(field, Qt.Key.Key_Return)
    field.insertPlainText(" and so on")
    assert not page.writing.entered
    page.flush()
    (draft,) = here(page, draft=True)
    assert draft.endswith("and so on") and not any(name in draft for name in NAMES)


def test_who_joins_meanwhile_is_not_named(qtbot: QtBot, page: NotesPage) -> None:
    field, guard = page.editor.field, page.editor.field.guard
    assert guard is not None and page.session.dialogue
    roster = roster_of(page.session.store, page.session.dialogue)
    others = [p for p in roster.participations if p.person.name.family != NAMES[0]]
    fewer = replace(roster, participations=tuple(others))
    field.look_again(Guard(fewer, page._room_now().item.id))
    paste(field, MANY)
    assert NAMES[0] in field.neutral()
    paste(field, "\n" + MANY.replace("share", "take"))
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert page.writing.entered
    field.look_again(guard)
    qtbot.waitUntil(lambda: not page.writing.entered)
    kept = here(page, draft=False)[-1]
    assert "take table 119" in kept and not any(name in kept for name in NAMES)


def test_enter_in_a_row_of_many_lines_reads_a_few(
    qtbot: QtBot, page: NotesPage, read: list[str]
) -> None:
    field = row_of_many(qtbot, page)
    read.clear()
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert len(read) < 100 and page.list.field is field
    qtbot.waitUntil(lambda: page.list.field is None)
    assert page.list.hasFocus()
    (note,) = [n for n in here(page, draft=False) if "table 119" in n]
    assert not any(name in note for name in NAMES)


def test_a_row_that_is_left_while_it_is_read_keeps_no_keyboard(
    qtbot: QtBot, page: NotesPage
) -> None:
    field = row_of_many(qtbot, page)
    qtbot.keyClick(field, Qt.Key.Key_Return)
    page.editor.field.setFocus()
    assert page.list.field is None and page.editor.field.hasFocus()
    assert any("table 119" in n for n in here(page, draft=False))


@pytest.mark.parametrize("seed", range(6))
def test_whatever_is_done_around_enter_each_line_is_once_on_the_disk_and_no_name(
    qtbot: QtBot, page: NotesPage, seed: int
) -> None:
    chance, field = random.Random(seed), page.editor.field
    marks = 0

    def mark() -> str:
        nonlocal marks
        marks += 1
        return f"mk{marks:03d}q"

    def many() -> str:
        lines = MANY.splitlines()[: chance.randrange(15, 70)]
        return "\n".join([*lines, f"- so {mark()} was kept", ""])

    for _ in range(30):
        deed = chance.randrange(8)
        if deed <= 1:
            paste(field, many())
        elif deed == 2:
            qtbot.keyClicks(field, f" Ogurisu and {mark()} ")
        elif deed == 3:
            QApplication.sendEvent(field, QInputMethodEvent("h", []))
            committed = QInputMethodEvent()
            committed.setCommitString(f"会上{mark()}可行。")
            QApplication.sendEvent(field, committed)
        elif deed <= 5:
            qtbot.keyClick(field, Qt.Key.Key_Return, chance.choice((NOTHING, HELD)))
        elif deed == 6:
            page.writing.store(writing=True)
        for _ in range(chance.randrange(4)):
            QApplication.processEvents()
    page.flush()
    everything = " ".join(here(page, draft=False) + here(page, draft=True))
    stood = Counter(re.findall(r"mk\d{3}q", everything))
    assert stood == Counter(f"mk{n:03d}q" for n in range(1, marks + 1))
    left = [
        everything[m.start() - 60 : m.end() + 60] for m in re.finditer("|".join(NAMES), everything)
    ]
    assert not left


def test_what_was_read_is_gone_with_the_row(qtbot: QtBot, page: NotesPage) -> None:
    field = row_of_many(qtbot, page)
    qtbot.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.list.field is None)
    known = weakref.ref(field._reading._lines)
    del field
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
    assert known() is None


def test_what_was_read_is_gone_with_a_line_that_is_struck(qtbot: QtBot, page: NotesPage) -> None:
    field = page.editor.field
    paste(field, MANY)
    page.flush()
    known = weakref.ref(field._reading._lines)
    page.writing.let_go(page.writing._unfinished[page._room_now().item.id].id)
    assert known() is None and not field.text()


def test_what_was_read_is_gone_when_the_line_is_emptied(qtbot: QtBot, page: NotesPage) -> None:
    field = page.editor.field
    paste(field, MANY)
    page.flush()
    assert NAMES[0] in str(field._reading._lines.__dict__)
    field.selectAll()
    qtbot.keyClick(field, Qt.Key.Key_Delete)
    page.flush()
    assert not any(name in str(field._reading._lines.__dict__) for name in NAMES)


def test_what_was_read_is_gone_when_the_window_is_locked(
    qtbot: QtBot, look: Theme, machine: MachineSettings, sample_session: Session
) -> None:
    window = MainWindow(machine, look, finder)
    qtbot.addWidget(window)
    window.show_session(sample_session)
    with qtbot.waitActive(window):
        window.show()
    assert window.frame
    window.frame.go("notes")
    page = window.frame.page
    assert isinstance(page, NotesPage)
    paste(page.editor.field, MANY)
    qtbot.keyClick(page.editor.field, Qt.Key.Key_Return)
    known = weakref.ref(page.editor.field._reading._lines)
    item = page._room_now().item.id
    before = notes.of_item(sample_session.store, item)
    folder = sample_session.store.folder
    del page
    window.lock()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
    assert known() is None
    with workspace.open(folder, KEY) as store:
        (kept,) = {n.text for n in notes.of_item(store, item)} - {n.text for n in before}
    assert "table 119" in kept and not any(name in kept for name in NAMES)
