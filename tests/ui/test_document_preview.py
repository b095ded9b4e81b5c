from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from dialogueprep.commands import findings as finding_commands
from dialogueprep.domain.texts import Texts
from dialogueprep.exchange.read_pdf_library import pdfium
from dialogueprep.store import agenda, documents, findings, people
from dialogueprep.ui.models.document_sources import Source
from dialogueprep.ui.pages.documents import DocumentsPage
from dialogueprep.ui.session import Session
from dialogueprep.ui.widgets.page_drawings import PageDrawings
from dialogueprep.ui.widgets.page_marks import PageSpot
from dialogueprep.words import tr

TODAY = date(2026, 10, 30)


def shown(qtbot: QtBot, session: Session, width: int = 1072) -> DocumentsPage:
    page = DocumentsPage(session, today=lambda: TODAY)
    qtbot.addWidget(page)
    page.resize(width, 752)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    drawn(qtbot, page)
    return page


def drawn(qtbot: QtBot, page: DocumentsPage) -> None:
    def is_drawn() -> bool:
        return page._job is None and not page._again and page.preview.pages.pages() > 0

    qtbot.waitUntil(is_drawn, timeout=10_000)


def spot_of(page: DocumentsPage, subject: str) -> PageSpot:
    """Return the first paragraph in sight's document that was made from something."""
    spots = page.preview.pages._spots
    return next(s for s in spots if Source.of(s.key).subject == subject)


def centre(page: DocumentsPage, spot: PageSpot) -> QPoint:
    page.preview.pages.turn_to(spot.page + 1, spot.rect[1])
    return page.preview.pages._on_screen(spot.page, spot.rect).center().toPoint()


def put_name_into_first_finding(session: Session) -> None:
    store, dialogue = session.store, session.dialogue
    assert dialogue
    first = findings.of_dialogue(store, dialogue)[0]
    name = people.participations(store, dialogue)[0].person.name.latin
    told = replace(first, texts=first.texts.with_wording("en", f"{name} said so."))
    session.run(finding_commands.change, told)


def test_a_click_on_a_paragraph_goes_to_its_finding(qtbot: QtBot, sample_session: Session) -> None:
    page = shown(qtbot, sample_session)
    finding = findings.of_dialogue(sample_session.store, sample_session.dialogue)[0]
    at = centre(page, spot_of(page, finding.id))
    with qtbot.waitSignal(sample_session.page_wanted) as went:
        qtbot.mouseClick(page.preview.pages.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert went.args == ["findings", finding.id]


def test_a_click_on_a_recommendation_a_session_or_a_name_goes_to_its_page(
    qtbot: QtBot, sample_session: Session
) -> None:
    page = shown(qtbot, sample_session)
    store, dialogue = sample_session.store, sample_session.dialogue
    assert dialogue
    proposal = findings.proposals(store, dialogue)[0]
    assert spot_of(page, proposal.id).key.startswith("findings ")
    page.products.list.choose("programme")
    drawn(qtbot, page)
    known = {Source.of(s.key) for s in page.preview.pages._spots}
    titled = {str(i.id) for i in agenda.of_dialogue(store, dialogue)}
    assert {s.subject for s in known if s.where == "agenda"} & titled
    page.products.list.choose("participant-list")
    drawn(qtbot, page)
    listed = {Source.of(s.key) for s in page.preview.pages._spots}
    there = {str(p.id) for p in people.participations(store, dialogue)}
    assert {s.subject for s in listed if s.where == "participants"} <= there
    assert any(s.where == "participants" for s in listed)


def test_the_pointer_and_a_tooltip_tell_that_a_paragraph_leads_somewhere(
    qtbot: QtBot, sample_session: Session
) -> None:
    page = shown(qtbot, sample_session)
    finding = findings.of_dialogue(sample_session.store, sample_session.dialogue)[0]
    pages = page.preview.pages
    at = centre(page, spot_of(page, finding.id))
    around = pages.viewport().mapToGlobal(at)
    moved = QMouseEvent(
        QEvent.Type.MouseMove, QPointF(at), QPointF(around), Qt.MouseButton.NoButton,
        Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier,
    )  # fmt: skip
    QApplication.sendEvent(pages.viewport(), moved)
    assert pages.viewport().cursor().shape() == Qt.CursorShape.PointingHandCursor
    assert pages.viewport().toolTip() == tr("Go to where this comes from: Findings")


def test_the_keyboard_walks_from_paragraph_to_paragraph_and_enter_goes_there(
    qtbot: QtBot, sample_session: Session
) -> None:
    page = shown(qtbot, sample_session)
    pages = page.preview.pages
    pages.setFocus()
    for _ in range(2):
        qtbot.keyClick(pages, Qt.Key.Key_Down, Qt.KeyboardModifier.ControlModifier)
    second = Source.of(pages._spots[pages._at].key)
    assert pages._at >= 1
    with qtbot.waitSignal(sample_session.page_wanted) as went:
        qtbot.keyClick(pages, Qt.Key.Key_Return)
    assert went.args == [second.where, second.subject]


def test_the_contents_jump_and_follow_the_page(qtbot: QtBot, sample_session: Session) -> None:
    page = shown(qtbot, sample_session, 1712)
    contents = page.preview.contents
    assert contents.isVisible()
    headings = contents._model.rows
    last = headings[-1]
    contents.list.setFocus()
    contents.list.choose(last.key)
    qtbot.keyClick(contents.list, Qt.Key.Key_Return)
    assert page.preview.pages.page() == last.page + 1
    page.preview.pages.turn_to(2)
    assert contents.list.value().page <= 1
    index = contents._model.index_of(headings[-1].key)
    at = contents.list.visualRect(index).center()
    qtbot.mouseClick(contents.list.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert page.preview.pages.page() == last.page + 1


def test_a_click_on_a_printed_entry_of_the_contents_goes_to_its_heading(
    qtbot: QtBot, sample_session: Session
) -> None:
    page = shown(qtbot, sample_session, 1712)
    page.products.list.choose("briefing-pack")
    drawn(qtbot, page)
    last = page.preview.contents._model.rows[-1]
    spot = spot_of(page, str(last.key))
    assert spot.page < last.page
    assert spot.words == "Go to this heading"
    pages = page.preview.pages
    qtbot.mouseClick(pages.viewport(), Qt.MouseButton.LeftButton, pos=centre(page, spot))
    assert pages.page() == last.page + 1
    assert page.preview.contents.list.value() == last


def test_in_a_narrow_window_the_contents_come_by_a_key_and_go_when_one_was_chosen(
    qtbot: QtBot, sample_session: Session
) -> None:
    page = shown(qtbot, sample_session, 1200)
    contents = page.preview.contents
    assert contents.isHidden()
    page.products.list.setFocus()
    qtbot.keyClick(page.products.list, Qt.Key.Key_G, Qt.KeyboardModifier.ControlModifier)
    assert contents.isVisible() and contents.list.hasFocus()
    qtbot.keyClick(contents.list, Qt.Key.Key_Return)
    assert contents.isHidden()
    assert page.preview.pages.hasFocus()


def test_another_product_is_shown_from_its_first_page(
    qtbot: QtBot, sample_session: Session
) -> None:
    page = shown(qtbot, sample_session)
    page.preview.pages.turn_to(3)
    page.preview.language.show_value("ja")
    page.refresh_soon()
    drawn(qtbot, page)
    assert page.preview.pages.page() == 3
    page.products.list.choose("key-findings")
    drawn(qtbot, page)
    assert page.preview.pages.page() == 1


def test_pages_are_enlarged_and_fitted_by_keys(qtbot: QtBot, sample_session: Session) -> None:
    page = shown(qtbot, sample_session)
    pages, held = page.preview.pages, Qt.KeyboardModifier.ControlModifier
    pages.setFocus()
    wide = pages.scale()
    qtbot.keyClick(pages, Qt.Key.Key_9, held)
    assert pages.zoom() == "page"
    assert pages._rect(0).height() <= pages.viewport().height()
    qtbot.keyClick(pages, Qt.Key.Key_Plus, held)
    qtbot.keyClick(pages, Qt.Key.Key_Plus, held)
    assert pages.scale() in (0.75, 1.0)
    qtbot.keyClick(pages, Qt.Key.Key_Plus, held)
    assert pages.horizontalScrollBar().maximum() > 0
    qtbot.keyClick(pages, Qt.Key.Key_0, held)
    assert pages.scale() == pytest.approx(wide)


def test_only_pages_that_changed_are_drawn_again(
    qtbot: QtBot, sample_session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = shown(qtbot, sample_session)
    pages = page.preview.pages
    pages.show_zoom(0.1)
    pages.grab()
    asked: list[int] = []
    render = PageDrawings._render

    def counted(self: PageDrawings, number: int, pixels: int):
        asked.append(number)
        return render(self, number, pixels)

    monkeypatch.setattr(PageDrawings, "_render", counted)
    dialogue = sample_session.dialogue
    assert dialogue
    last = findings.proposals(sample_session.store, dialogue)[-1]
    spot = spot_of(page, last.id)
    told = replace(last, texts=Texts.of({"en": "Share closure notices early."}))
    sample_session.run(finding_commands.change_proposal, told)
    drawn(qtbot, page)
    pages.grab()
    assert asked == [spot.page]


def test_printing_is_a_release_of_the_finished_pages(
    qtbot: QtBot, sample_session: Session, tmp_path: Path
) -> None:
    page = shown(qtbot, sample_session)
    paper = tmp_path / "paper.pdf"
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(paper))
    page.releasing.print(printer)
    qtbot.waitUntil(lambda: bool(page.releasing.released), timeout=30_000)
    made = pdfium().PdfDocument(paper.read_bytes())
    assert len(made) == 3
    assert made.get_page_size(0) == pytest.approx((595.3, 841.9), abs=1)
    made.close()
    (left,) = documents.releases(sample_session.store, sample_session.dialogue)
    assert (left.format, left.product, left.file_name) == (
        "print", "meeting-brief", "meeting-brief-en",
    )  # fmt: skip
    assert left.evidence["parts"] > 0


def test_a_preview_with_open_passages_is_not_printed(
    qtbot: QtBot, sample_session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = shown(qtbot, sample_session)
    put_name_into_first_finding(sample_session)
    drawn(qtbot, page)
    assert not page.passages.release.print.isEnabled()
    monkeypatch.setattr(
        "PySide6.QtPrintSupport.QPrintDialog.exec", lambda _self: pytest.fail("it asked")
    )
    page.releasing.ask_printer()
    refused: list[str] = []
    sample_session.notice.connect(refused.append)
    page.releasing.print(QPrinter())
    assert refused
    assert documents.releases(sample_session.store, sample_session.dialogue) == ()
