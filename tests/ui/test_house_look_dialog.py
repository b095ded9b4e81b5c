"""Paper, logos and template are chosen in a dialog; a PDF is locked with a password."""

from __future__ import annotations

import sys
import zipfile
from pathlib import Path

import pikepdf
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from dialogueprep.domain.briefs.blocks import Missing, Paper
from dialogueprep.store import houses
from dialogueprep.ui.dialogs.house_look import HouseLookDialog
from dialogueprep.ui.dialogs.pdf_password import PdfPasswordDialog
from dialogueprep.ui.session import Session

sys.path.insert(0, str(Path(__file__).parent.parent / "exchange"))
from house_templates import house_file, jpeg, packed_with
from opened import shown


@pytest.fixture
def dialog(qtbot: QtBot, sample_session: Session) -> HouseLookDialog:
    dialogue = sample_session.open_dialogue()
    assert dialogue is not None
    return shown(qtbot, HouseLookDialog(None, sample_session, dialogue), 620, 640)


def kept(dialog: HouseLookDialog):
    session = dialog._session
    return houses.of_dialogue(session.store, session.open_dialogue().id)


def test_paper_and_signs_are_kept_as_they_are_chosen(dialog: HouseLookDialog) -> None:
    QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Right)
    assert kept(dialog).paper is Paper.LETTER
    dialog.missing.setFocus()
    QTest.keyClick(dialog.missing, Qt.Key.Key_Down)
    assert kept(dialog).missing is Missing.SIGN


def test_a_logo_is_given_and_a_file_that_is_none_is_refused_in_place(
    dialog: HouseLookDialog, tmp_path: Path
) -> None:
    host = dialog._of.hosts[0]
    (tmp_path / "logo.jpg").write_bytes(jpeg())
    dialog.take_logo(host.id, tmp_path / "logo.jpg")
    assert list(kept(dialog).logos) == [host.id]
    assert not dialog.news.isVisible()
    (tmp_path / "logo.png").write_text("no picture")
    dialog.take_logo(host.id, tmp_path / "logo.png")
    assert dialog.news.isVisible()
    assert list(kept(dialog).logos) == [host.id]


def test_a_template_is_taken_in_and_removed(dialog: HouseLookDialog, tmp_path: Path) -> None:
    dialog.take_template(house_file(tmp_path / "house.docx"))
    held = kept(dialog).template
    assert held is not None
    assert held.name == "house.docx"
    assert dialog.drop_template.isVisible()
    dialog.drop_template.click()
    assert kept(dialog).template is None
    assert not dialog.drop_template.isVisible()


def test_a_picture_of_a_template_that_stays_behind_is_named_by_its_kind(
    dialog: HouseLookDialog, tmp_path: Path
) -> None:
    house = house_file(tmp_path / "plain.docx")
    with zipfile.ZipFile(house) as archive:
        (picture,) = [n for n in archive.namelist() if n.startswith("word/media/")]
    dialog.take_template(packed_with(house, tmp_path / "house.docx", {picture: b"EMF"}))
    told = dialog._said.accessibleName()
    assert told.endswith("of the kind JPG are among them: save them as PNG there.")


def test_a_password_is_typed_twice(qtbot: QtBot) -> None:
    dialog = shown(qtbot, PdfPasswordDialog(None), 460, 360)
    QTest.keyClicks(dialog.password, "four words of ours")
    assert not dialog.take.isEnabled()
    QTest.keyClicks(dialog.again, "four words of ours")
    assert dialog.take.isEnabled()
    with qtbot.waitSignal(dialog.accepted):
        QTest.keyClick(dialog.again, Qt.Key.Key_Return)


def test_a_pdf_leaves_the_page_locked(
    qtbot: QtBot, sample_session: Session, tmp_path: Path
) -> None:
    from dialogueprep.ui.pages.documents import DocumentsPage

    page = shown(qtbot, DocumentsPage(sample_session))
    qtbot.waitUntil(lambda: page._look is not None, timeout=20_000)
    page.release_to(tmp_path / "out", ("pdf",), "four words of ours")
    target = tmp_path / "out"
    qtbot.waitUntil(lambda: target.exists() and bool(list(target.glob("*.pdf"))), timeout=20_000)
    (path,) = target.glob("*.pdf")
    with pytest.raises(pikepdf.PasswordError):
        pikepdf.open(path)
    qtbot.waitUntil(lambda: bool(page.releasing.released), timeout=20_000)
