"""A document from elsewhere, looked at in the window: what is found, where, and nothing kept."""

from __future__ import annotations

from email.message import EmailMessage
from pathlib import Path

import docx
import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from dialogueprep.ui.dialogs.screen_file import ScreenDialog
from dialogueprep.ui.pages.documents import DocumentsPage
from dialogueprep.ui.session import Session


@pytest.fixture
def dialog(qtbot: QtBot, sample_session: Session) -> ScreenDialog:
    dialogue = sample_session.open_dialogue()
    assert dialogue is not None
    made = ScreenDialog(None, sample_session, dialogue)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    return made


def word_file(path: Path) -> Path:
    document = docx.Document()
    document.add_paragraph("Ports could share their tide tables.")
    document.sections[0].header.paragraphs[0].text = "Notes by Ogurisu-san"
    document.core_properties.author = ""
    document.save(str(path))
    return path


def look(qtbot: QtBot, dialog: ScreenDialog, *files: Path) -> None:
    dialog.look_at(files)
    qtbot.waitUntil(lambda: not dialog.busy, timeout=20_000)


def test_a_name_in_a_header_is_shown_with_its_part_and_marked(
    qtbot: QtBot, dialog: ScreenDialog, tmp_path: Path
) -> None:
    look(qtbot, dialog, word_file(tmp_path / "draft.docx"))
    (found,) = [f for f in dialog.model.rows if "Ogurisu" in f.words]
    assert found.level == "block" and "header" in found.place
    assert dialog.text.textCursor().selectedText() == found.words
    assert len(dialog.text.extraSelections()) == 1
    (unread,) = [f for f in dialog.model.rows if f.level == "unread"]
    assert (unread.words, unread.place) == ("Picture", "docProps/thumbnail.jpeg")


def test_a_clean_document_is_said_to_hold_no_known_form(
    qtbot: QtBot, dialog: ScreenDialog, tmp_path: Path
) -> None:
    clean = tmp_path / "tides.txt"
    clean.write_text("Ports could share their tide tables.", encoding="utf-8")
    look(qtbot, dialog, clean)
    assert dialog.model.rows == ()
    assert dialog.said.text().startswith("No known form")


def test_a_file_that_cannot_be_read_is_said_and_the_others_are_looked_at(
    qtbot: QtBot, dialog: ScreenDialog, tmp_path: Path
) -> None:
    broken = tmp_path / "broken.docx"
    broken.write_bytes(b"PK not a zip at all")
    look(qtbot, dialog, broken, word_file(tmp_path / "draft.docx"))
    assert "broken.docx" in dialog.said.text()
    qtbot.keyClick(dialog.file, Qt.Key.Key_Down)
    dialog.file.picked.emit(dialog.file.value)
    assert any("Ogurisu" in f.words for f in dialog.model.rows)


def test_of_several_files_the_gravest_is_shown_and_each_says_what_it_holds(
    qtbot: QtBot, dialog: ScreenDialog, tmp_path: Path
) -> None:
    clean = tmp_path / "tides.txt"
    clean.write_text("Ports could share their tide tables.", encoding="utf-8")
    look(qtbot, dialog, clean, word_file(tmp_path / "draft.docx"))
    assert dialog.file.value == str(tmp_path / "draft.docx")
    labels = [dialog.file.itemText(n) for n in range(dialog.file.count())]
    # the picture of itself that its template has
    assert labels[0] == "draft.docx, 1 passage identifies, 1 part was not read"
    assert labels[1] == "tides.txt"
    dialog.file.show_value(str(clean))
    dialog.item.picked.emit(dialog.item.value)  # counted anew, with the file that was chosen
    qtbot.waitUntil(lambda: not dialog.busy, timeout=20_000)
    assert dialog.file.value == str(clean)
    broken = tmp_path / "broken.docx"
    broken.write_bytes(b"PK not a zip at all")
    look(qtbot, dialog, clean, broken)
    assert dialog.file.value == str(broken)
    assert dialog.file.itemText(0) == dialog.said.text()


def test_letters_beyond_the_basic_plane_do_not_move_the_marks(
    qtbot: QtBot, dialog: ScreenDialog, tmp_path: Path
) -> None:
    odd = tmp_path / "odd.txt"
    odd.write_text("𠮷野 𠮷野 and Ogurisu-san said so.", encoding="utf-8")
    look(qtbot, dialog, odd)
    assert dialog.text.textCursor().selectedText() == dialog.model.rows[0].words


def test_files_dropped_on_the_page_are_looked_at(
    qtbot: QtBot, sample_session: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[tuple[Path, ...]] = []
    monkeypatch.setattr(ScreenDialog, "ask", lambda _p, _s, _d, files: asked.append(files))
    page = DocumentsPage(sample_session)
    qtbot.addWidget(page)
    file, data = word_file(tmp_path / "draft.docx"), QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file))])
    at, copy = QPointF(40, 40), Qt.DropAction.CopyAction
    button, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(at.toPoint(), copy, data, button, none)
    QApplication.sendEvent(page, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(page, QDropEvent(at, copy, data, button, none))
    assert asked == [(file,)]


def test_what_was_not_read_and_what_no_search_sees_is_said(
    qtbot: QtBot, dialog: ScreenDialog, tmp_path: Path
) -> None:
    document = docx.Document()  # its template has a picture of itself
    document.add_paragraph("Ports could share their tide tables.")
    document.core_properties.author = ""
    document.save(str(tmp_path / "clean.docx"))
    look(qtbot, dialog, tmp_path / "clean.docx")
    said = dialog.said.text()
    assert said.startswith("No known form") and "1 part was not" in said
    assert "the program does not see them" in said


def test_what_a_reader_reads_stands_first_and_marks_fit_lines_of_windows(
    qtbot: QtBot, dialog: ScreenDialog, tmp_path: Path
) -> None:
    look(qtbot, dialog, word_file(tmp_path / "draft.docx"))
    assert dialog.text.toPlainText().startswith("Text\nPorts could share")
    (tmp_path / "notes.txt").write_bytes(b"One line.\r\nTwo.\r\nOgurisu-san agreed.\r\n")
    look(qtbot, dialog, tmp_path / "notes.txt")
    (mark,) = dialog.text.extraSelections()
    assert mark.cursor.selectedText() == "Ogurisu-san"


def test_the_parts_stand_under_plain_heads_and_those_of_programs_are_left_out(
    qtbot: QtBot, dialog: ScreenDialog, tmp_path: Path
) -> None:
    look(qtbot, dialog, word_file(tmp_path / "draft.docx"))
    shown = dialog.text.toPlainText()
    assert "Text\nPorts could share their tide tables.\n\n" in shown
    assert "\nHeader\nNotes by Ogurisu-san\n" in shown
    assert "xml" not in shown and "Light Shading" not in shown
    last = shown.splitlines()[-1]
    assert "other parts of the file were searched, and nothing was found in them" in last
    assert last.endswith(
        ": data behind the text, targets of links, settings, styles and templates."
    )
    head = dialog.text.document().find("Header").charFormat().font()
    assert head.weight() > dialog.text.font().weight()


def test_every_part_can_be_shown_and_the_marks_stay_on_their_words(
    qtbot: QtBot, dialog: ScreenDialog, tmp_path: Path
) -> None:
    look(qtbot, dialog, word_file(tmp_path / "draft.docx"))
    short = len(dialog.text.toPlainText())
    assert dialog.whole.isVisible()
    dialog.whole.setFocus()
    qtbot.keyClick(dialog.whole, Qt.Key.Key_Space)
    assert len(dialog.text.toPlainText()) > 2 * short
    assert "Light Shading" in dialog.text.toPlainText()
    (mark,) = dialog.text.extraSelections()
    assert "Ogurisu" in mark.cursor.selectedText()
    assert dialog.text.textCursor().selectedText() == mark.cursor.selectedText()
    qtbot.keyClick(dialog.whole, Qt.Key.Key_Space)
    assert len(dialog.text.toPlainText()) == short


def test_a_plain_text_has_neither_heads_nor_further_parts(
    qtbot: QtBot, dialog: ScreenDialog, tmp_path: Path
) -> None:
    note = tmp_path / "note.txt"
    note.write_text("Ports, 𠮷野 said Ogurisu-san.", encoding="utf-8")
    look(qtbot, dialog, note)
    assert dialog.text.toPlainText() == "Ports, 𠮷野 said Ogurisu-san."
    assert not dialog.whole.isVisible()


def test_only_what_was_found_is_counted(qtbot: QtBot, dialog: ScreenDialog, tmp_path: Path) -> None:
    note = tmp_path / "note.txt"
    note.write_text("Ogurisu-san said so.", encoding="utf-8")
    look(qtbot, dialog, note)
    assert dialog.said.text() == "1 passage identifies. 2 parts were read."


def test_a_letter_and_what_is_attached_are_shown_by_what_they_are(
    qtbot: QtBot, dialog: ScreenDialog, tmp_path: Path
) -> None:
    letter = EmailMessage()
    letter["Subject"] = "Notes by Ogurisu-san"
    letter.set_content("Ports could share their tide tables.")
    inside = word_file(tmp_path / "draft.docx").read_bytes()
    letter.add_attachment(inside, maintype="application", subtype="zip", filename="draft.docx")
    (tmp_path / "letter.eml").write_bytes(letter.as_bytes())
    look(qtbot, dialog, tmp_path / "letter.eml")
    places = [f.place for f in dialog.model.rows if "Ogurisu" in f.words]
    assert [place.split(", ", 1)[1] for place in places] == [
        "head of the message",
        "file within the file, draft.docx, header",
    ]
    assert "tide tables" in dialog.text.toPlainText()
