"""Words that are searched for are shown where they stand in the notes."""

from __future__ import annotations

import pytest
from opened import enter, notes_page
from PySide6.QtGui import QTextLayout
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from dialogueprep.ui import theme
from dialogueprep.ui.delegates import note_row
from dialogueprep.ui.pages.notes import NotesPage
from dialogueprep.ui.session import Session

RARE = "𠮷野 😀 "


@pytest.fixture
def page(qtbot: QtBot, sample_session: Session) -> NotesPage:
    shown = notes_page(qtbot, sample_session)
    for text in (f"{RARE}Zephyr mills before ZEPHYR dams", "Nothing of that kind here"):
        shown.editor.field.insertPlainText(text)
        enter(qtbot, shown)
    return shown


def marked_points(page: NotesPage) -> int:
    """Return how many points of the list have the ground of found words."""
    image = page.list.viewport().grab().toImage()
    ground = theme.colours().mark.rgb()
    return sum(
        image.pixel(x, y) == ground for y in range(image.height()) for x in range(image.width())
    )


def search(qtbot: QtBot, page: NotesPage, words: str) -> None:
    field = page.search_field()
    assert isinstance(field, QLineEdit)
    field.clear()
    qtbot.keyClicks(field, words)


def test_found_words_have_a_ground_of_their_own(qtbot: QtBot, page: NotesPage) -> None:
    assert marked_points(page) == 0
    search(qtbot, page, "zephyr")
    one = marked_points(page)
    assert one > 100
    search(qtbot, page, "zephyr mills")
    assert 0 < marked_points(page) != one
    page.middle.drop_search()
    page.refresh()
    assert marked_points(page) == 0


def test_the_ground_lies_under_the_words_after_rare_letters(page: NotesPage) -> None:
    text = f"{RARE}Zephyr mills before ZEPHYR dams"
    layout = QTextLayout(text)
    units = layout.text().encode("utf-16-le")
    marks = note_row._found(text, "zephyr")
    assert [units[2 * m.start : 2 * m.end].decode("utf-16-le") for m in marks] == [
        "Zephyr",
        "ZEPHYR",
    ]


def test_signs_in_the_search_are_taken_as_they_are(page: NotesPage) -> None:
    assert note_row._found("a.c abc", "a.c") == [note_row.painting.Mark(0, 3)]
