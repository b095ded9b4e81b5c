"""Many lines full of names stand in the field: a key reads its own line, and no name is kept."""

from __future__ import annotations

from opened import enter, notes_page
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from dialogueprep.store import notes
from dialogueprep.ui.pages.notes import NotesPage
from dialogueprep.ui.session import Session

PASTED = "\n".join(f"- Ogurisu-san and Majima-san share table {n}" for n in range(50))


def drafts(page: NotesPage) -> list[str]:
    here = notes.of_item(page.session.store, page._room_now().item.id)
    return [n.text for n in here if n.draft]


def kept(page: NotesPage) -> list[str]:
    here = notes.of_item(page.session.store, page._room_now().item.id)
    return [n.text for n in here if not n.draft]


def test_a_key_in_many_lines_reads_one(
    qtbot: QtBot, sample_session: Session, read: list[str]
) -> None:
    page = notes_page(qtbot, sample_session)
    field = page.editor.field
    field.insertPlainText(PASTED)
    qtbot.waitUntil(lambda: len(field.exposures) == 100)
    qtbot.waitUntil(lambda: not field.waiting)
    read.clear()
    qtbot.keyClicks(field, " so")
    assert len(read) == 3 and all("table 49" in line for line in read)
    assert len(field.exposures) == 100


def test_a_key_in_a_row_of_many_lines_reads_one(
    qtbot: QtBot, sample_session: Session, read: list[str]
) -> None:
    page = notes_page(qtbot, sample_session)
    qtbot.keyClicks(page.editor.field, "fees fall")
    enter(qtbot, page)
    page.list.go_to_last()
    qtbot.keyClick(page.list, Qt.Key.Key_F2)
    field = page.list.field
    assert field is not None
    field.insertPlainText("\n" + PASTED)
    qtbot.waitUntil(lambda: len(field.exposures) == 100 and not field.waiting)
    read.clear()
    qtbot.keyClicks(field, " so")
    assert len(read) == 3 and all("table 49" in line for line in read)
    page.list.end_edit()
    (note,) = [n for n in kept(page) if "table 49 so" in n]
    assert "Ogurisu" not in note and "Majima" not in note


def test_a_paste_is_shown_before_it_has_been_read(
    qtbot: QtBot, sample_session: Session, read: list[str]
) -> None:
    page = notes_page(qtbot, sample_session)
    field = page.editor.field
    field.insertPlainText("\n".join([PASTED] * 6))
    assert 0 < len(read) < 300 and not field.exposures
    with qtbot.waitSignal(field.due):
        pass  # by then what may be kept is known
    assert len(field.exposures) == 600
    (draft,) = drafts(page)
    assert draft.count("table 49") == 6
    assert not any(name in draft for name in ("Ogurisu", "Majima"))


def test_a_long_text_without_signs_is_read_by_the_stretch(
    qtbot: QtBot, sample_session: Session, read: list[str]
) -> None:
    page = notes_page(qtbot, sample_session)
    field = page.editor.field
    field.insertPlainText(" ".join(f"then Ogurisu-san asked for table {n}." for n in range(130)))
    qtbot.waitUntil(lambda: len(field.exposures) == 130 and not field.waiting)
    read.clear()
    qtbot.keyClicks(field, "so")
    assert len(read) <= 4 and max(map(len, read)) <= 1200
    page.flush()
    assert "Ogurisu" not in drafts(page)[0]


def test_what_goes_to_the_disk_from_many_lines_has_no_name(
    qtbot: QtBot, sample_session: Session
) -> None:
    page = notes_page(qtbot, sample_session)
    field = page.editor.field
    field.insertPlainText(PASTED)
    qtbot.keyClicks(field, " and Gu")
    page.editor.due.emit()
    qtbot.keyClicks(field, " Jianing, who asked")
    page.flush()
    (draft,) = drafts(page)
    assert "table 49" in draft and "who asked" in draft
    assert not any(name in draft for name in ("Ogurisu", "Majima", "Gu ", "Jianing"))
    field.selectAll()
    field.insertPlainText("fees fall")
    page.flush()
    assert drafts(page) == ["fees fall"]
