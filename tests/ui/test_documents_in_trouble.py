"""What the page Documents says when a file cannot be written, and that nothing half is left."""

from __future__ import annotations

import errno
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from dialogueprep.commands import findings as finding_commands
from dialogueprep.commands import houses as house_commands
from dialogueprep.domain.briefs.blocks import Missing, Paper
from dialogueprep.exchange.read_pdf_library import pdfium
from dialogueprep.store import documents, findings
from dialogueprep.ui.dialogs.house_look import HouseLookDialog
from dialogueprep.ui.pages.documents import DocumentsPage
from dialogueprep.ui.session import Session

sys.path.insert(0, str(Path(__file__).parent.parent / "exchange"))
from opened import shown as opened
from test_template_of_a_house import house_file, without_styles

TODAY = date(2026, 10, 30)
SMILE = "\U0001f600"


def shown(qtbot: QtBot, session: Session) -> DocumentsPage:
    page = DocumentsPage(session, today=lambda: TODAY)
    opened(qtbot, page, 1072, 752)
    examined(qtbot, page)
    return page


def examined(qtbot: QtBot, page: DocumentsPage) -> None:
    def is_done() -> bool:
        return page._job is None and not page._again and page._look is not None

    qtbot.waitUntil(is_done, timeout=10_000)


def said(qtbot: QtBot, page: DocumentsPage) -> str:
    qtbot.waitUntil(lambda: bool(page.banner.notices), timeout=15_000)
    return page.banner.notices[0].sentence


def held(session: Session) -> int:
    return len(documents.releases(session.store, session.dialogue))


def smile_in_first_finding(session: Session) -> None:
    first = findings.of_dialogue(session.store, session.dialogue)[0]
    texts = first.texts.with_wording("en", f"Ports should share notices {SMILE}.")
    session.run(finding_commands.change, replace(first, texts=texts))


def refusing(monkeypatch: pytest.MonkeyPatch, folder: Path, error: OSError, name: str = "") -> None:
    """Let the system refuse to move a file of this name into a folder, as a disk does."""
    before: Callable[[Path, Path], Path] = Path.replace

    def moved(self: Path, target: Path) -> Path:
        if Path(target).parent == folder and Path(target).name == (name or Path(target).name):
            raise error
        return before(self, target)

    monkeypatch.setattr(Path, "replace", moved)


def released_before(qtbot: QtBot, page: DocumentsPage, folder: Path) -> bytes:
    """Release a draft of the programme as Word, and return the file that stands there then."""
    page.products.list.choose("programme")
    examined(qtbot, page)
    page.release_to(folder)
    qtbot.waitUntil(lambda: len(page.releasing.released) == 2, timeout=15_000)
    (folder / "programme-en.pdf").unlink()
    examined(qtbot, page)
    return (folder / "programme-en.docx").read_bytes()


def test_a_disk_that_fills_is_said_with_what_is_safe_and_what_to_do(
    qtbot: QtBot, sample_session: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page, folder = shown(qtbot, sample_session), tmp_path / "out"
    older = released_before(qtbot, page, folder)
    full = OSError(errno.ENOSPC, "No space left on device")
    refusing(monkeypatch, folder, full, "programme-en.pdf")
    page.release_to(folder)
    sentence = said(qtbot, page)
    for told in ("no room left", "programme-en.pdf", "Nothing was written", "Make room"):
        assert told in sentence
    assert [p.name for p in folder.iterdir()] == ["programme-en.docx"]
    assert (folder / "programme-en.docx").read_bytes() == older
    assert held(sample_session) == 2
    monkeypatch.undo()
    page.release_to(folder)
    qtbot.waitUntil(lambda: held(sample_session) == 4, timeout=15_000)
    assert not page.banner.notices


def test_a_file_that_word_has_open_is_named_and_left_alone(
    qtbot: QtBot, sample_session: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page, folder = shown(qtbot, sample_session), tmp_path / "out"
    open_in_word = released_before(qtbot, page, folder)
    before: Callable[[Path, Path], Path] = Path.replace

    def moved(self: Path, target: Path) -> Path:
        if self == folder / "programme-en.docx":
            raise PermissionError(errno.EACCES, "Permission denied")
        return before(self, target)

    monkeypatch.setattr(Path, "replace", moved)
    page.release_to(folder)
    sentence = said(qtbot, page)
    for told in (
        "programme-en.docx",
        "open in another program",
        "Nothing was written",
        "Close",
    ):
        assert told in sentence
    assert [p.name for p in folder.iterdir()] == ["programme-en.docx"]
    assert (folder / "programme-en.docx").read_bytes() == open_in_word
    assert held(sample_session) == 2


def test_a_character_that_no_font_has_is_named_with_its_place_and_a_sign_can_be_chosen(
    qtbot: QtBot, sample_session: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    smile_in_first_finding(sample_session)
    page = shown(qtbot, sample_session)
    (notice,) = [n for n in page.banner.notices if "U+1F600" in n.sentence]
    assert "Common ground: " in notice.sentence
    assert "share notices" in notice.sentence
    asked: list[str] = []

    def choose(_window: object, session: Session, dialogue: object) -> None:
        asked.append(str(dialogue))
        session.run(house_commands.set_look, session.dialogue, Paper.A4, Missing.CODE)

    monkeypatch.setattr(HouseLookDialog, "ask", choose)
    page.banner.take(1)
    assert asked
    qtbot.waitUntil(lambda: page.preview.pages.pages() > 0, timeout=10_000)
    examined(qtbot, page)
    assert not [n for n in page.banner.notices if "U+1F600" in n.sentence]
    page.release_to(tmp_path, ("pdf",))
    qtbot.waitUntil(lambda: len(page.releasing.released) == 1, timeout=15_000)
    made = pdfium().PdfDocument((tmp_path / "meeting-brief-en.pdf").read_bytes())
    words = " ".join(made[n].get_textpage().get_text_range() for n in range(len(made)))
    made.close()
    assert "[U+1F600]" in words
    assert SMILE not in words


def test_a_template_without_the_needed_styles_is_followed_as_far_as_it_goes_and_says_so(
    qtbot: QtBot, sample_session: Session, tmp_path: Path
) -> None:
    bare = without_styles(house_file(tmp_path / "house.docx"), tmp_path / "bare.docx", "heading 1")
    dialogue = sample_session.open_dialogue()
    dialog = opened(qtbot, HouseLookDialog(None, sample_session, dialogue), 620, 640)
    dialog.take_template(bare)
    assert dialog.news.isVisible()
    page = shown(qtbot, sample_session)
    page.release_to(tmp_path / "out", ("docx",))
    qtbot.waitUntil(lambda: len(page.releasing.released) == 1, timeout=15_000)
    assert [p.name for p in (tmp_path / "out").iterdir()] == ["meeting-brief-en.docx"]


def test_ctrl_p_asks_for_a_printer_only_when_the_document_may_leave(
    qtbot: QtBot, sample_session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = shown(qtbot, sample_session)
    asked: list[int] = []
    monkeypatch.setattr(
        "PySide6.QtPrintSupport.QPrintDialog.exec", lambda _self: asked.append(1) or 0
    )
    qtbot.keyClick(page.products.list, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    assert asked == [1]
    assert held(sample_session) == 0
