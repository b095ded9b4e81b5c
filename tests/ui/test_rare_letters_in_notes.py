"""A rare character or an emoji, which Qt counts as two, moves nothing out of its place."""

from __future__ import annotations

import random

import pytest
from opened import enter, go, notes_page
from PySide6.QtCore import QEvent, QObject, QRect, Qt
from PySide6.QtGui import QPaintEvent, QTextCharFormat
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from dialogueprep.store import notes
from dialogueprep.ui.pages.notes import NotesPage
from dialogueprep.ui.qt_places import counted_by, place
from dialogueprep.ui.session import Session
from dialogueprep.ui.widgets.note_field import NoteField

Key = Qt.Key
RARE = "𠮷野 😀 "


@pytest.fixture
def page(qtbot: QtBot, sample_session: Session) -> NotesPage:
    return notes_page(qtbot, sample_session)


def underlined(field: NoteField) -> list[str]:
    """Return the words under which a wave is drawn."""
    found: list[str] = []
    block = field.document().firstBlock()
    while block.isValid():
        units = block.text().encode("utf-16-le")
        for each in block.layout().formats():
            if each.format.underlineStyle() == QTextCharFormat.UnderlineStyle.WaveUnderline:
                start = 2 * each.start
                found.append(units[start : start + 2 * each.length].decode("utf-16-le"))
        block = block.next()
    return found


@pytest.mark.parametrize("text", ["", "plain", RARE, f"a{RARE}b\n{RARE}"])
def test_a_place_is_counted_there_and_back(text: str) -> None:
    for at in range(len(text) + 1):
        assert place(text, at) == len(text[:at].encode("utf-16-le")) // 2
        assert counted_by(text, place(text, at)) == at


@pytest.mark.parametrize(
    ("before", "name", "behind"),
    [
        (RARE * 3, "Ogurisu-san", " agrees"),
        (f"{RARE}\n{RARE}", "小栗栖直人", "氏は慎重だった"),
        (RARE, "沈昱衡", "认为可行"),
        (RARE, "남궁혜원", " 교수가 물었다"),
    ],
)
def test_the_name_itself_is_underlined_and_replaced(
    qtbot: QtBot, page: NotesPage, before: str, name: str, behind: str
) -> None:
    field = page.editor.field
    field.insertPlainText(before + name + behind)
    assert underlined(field) == [name]
    neutral = field.neutral()
    assert field.ask()
    qtbot.keyClick(field, Key.Key_Tab)
    assert field.text() == neutral
    assert underlined(field) == []


def test_waves_follow_what_is_typed_before_between_and_behind_names(page: NotesPage) -> None:
    field = page.editor.field
    field.insertPlainText("Ogurisu agrees\nand Majima too; fees fall")
    chance = random.Random(87)
    for _ in range(60):
        cursor = field.textCursor()
        text = field.text()
        cursor.setPosition(place(text, chance.randrange(len(text) + 1)))
        field.setTextCursor(cursor)
        act = chance.randrange(3)
        if act == 0:
            field.insertPlainText(chance.choice(["e", "\n", RARE, " Ogurisu "]))
        elif act == 1:
            cursor.deletePreviousChar()
        else:
            field.undo()
        found = (e.text for e in field.exposures)
        assert underlined(field) == [part for e in found for part in e.split("\n")], field.text()


def test_the_popup_is_painted_anew_only_where_it_changes(qtbot: QtBot, page: NotesPage) -> None:
    field, popup = page.editor.field, page.popup
    painted = _Painted(popup)
    field.insertPlainText("Ogurisu agrees that fees fall")
    qtbot.waitUntil(lambda: bool(painted.rects))
    QApplication.processEvents()
    painted.rects.clear()
    for letter in " soon":
        qtbot.keyClick(field, letter)
        QApplication.processEvents()
    assert popup.isVisible() and not painted.rects
    cursor = field.textCursor()
    cursor.setPosition(0)
    cursor.insertText("Majima and ")
    qtbot.waitUntil(lambda: bool(painted.rects))
    assert popup.exposure and "Majima" in popup.exposure.text


class _Painted(QObject):
    """Where a widget was painted in its whole height."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.rects: list[QRect] = []
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QPaintEvent) and isinstance(watched, QWidget):
            rect = event.region().boundingRect()
            if rect.height() == watched.height():
                self.rects.append(rect)
        return False


def test_a_line_is_split_where_the_caret_stands(qtbot: QtBot, page: NotesPage) -> None:
    page.editor.field.insertPlainText(f"{RARE}fees fall")
    enter(qtbot, page)
    note = notes.of_item(page.session.store, page._room_now().item.id)[-1]
    page.list.choose(note.id)
    page.list.setFocus()
    qtbot.keyClick(page.list, Key.Key_F2)
    field = page.list.field
    assert field is not None
    for _ in range(len("fall")):
        qtbot.keyClick(field, Key.Key_Left)
    qtbot.keyClick(field, Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    kept = [n.text for n in notes.of_item(page.session.store, note.item)[-2:]]
    assert kept == [f"{RARE}fees", "fall"]


def test_a_house_phrase_stands_where_its_short_form_stood(qtbot: QtBot, page: NotesPage) -> None:
    page.editor.field.insertPlainText(f"{RARE};conv")
    qtbot.keyClick(page.editor.field, Key.Key_Space)
    assert page.editor.field.text() == f"{RARE}there was broad agreement that "


def test_the_caret_is_where_it_was_when_one_comes_back(qtbot: QtBot, page: NotesPage) -> None:
    field = page.editor.field
    field.insertPlainText(f"{RARE}fees")
    qtbot.keyClick(field, Key.Key_Left)
    go(page, "Disaster")
    go(page, "Low birth")
    page.begin()
    field.insertPlainText("!")
    assert field.text() == f"{RARE}fee!s"
