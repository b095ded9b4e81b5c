"""A draft that came back, in the window: each edit decided by a key, names kept from the disk."""

from __future__ import annotations

import zipfile
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from opened import shown
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from dialogueprep.domain.briefs.blocks import Product
from dialogueprep.domain.notes import Finding
from dialogueprep.domain.returned import ReturnEdit, ReturnKind
from dialogueprep.domain.returned_lines import Deed
from dialogueprep.domain.text_places import TextKind, TextPlace
from dialogueprep.store import drafts, findings
from dialogueprep.ui.dialogs.returned_draft import ReturnedDraft
from dialogueprep.ui.pages.documents import DocumentsPage
from dialogueprep.ui.session import Session
from dialogueprep.ui.widgets.returned_part import ReturnedPart
from dialogueprep.workflows.release import Wanted, gather, prepare, produce
from dialogueprep.workflows.returned_draft import edits_in, present
from dialogueprep.workflows.translation_sheet import places_in
from dialogueprep.workflows.values import roster_of

ON = date(2026, 11, 2)
ADDED = " This was said twice."


def _wanted(session: Session) -> Wanted:
    assert session.dialogue
    return Wanted(dialogue=session.dialogue, product=Product.KEY_FINDINGS, language="en", on=ON)


def _findings(session: Session) -> tuple[Finding, ...]:
    assert session.dialogue
    return findings.of_dialogue(session.store, session.dialogue)


def _claim(session: Session, number: int) -> str:
    return _findings(session)[number].texts.best("en")


def _added(session: Session, folder: Path, *added: str) -> Path:
    """Return the key findings as somebody sends them back, with words after the first findings."""
    (released,) = produce(prepare(gather(session.store, _wanted(session))), folder, ["docx"])
    path = folder / released.file_name
    held = BytesIO(path.read_bytes())
    with zipfile.ZipFile(held) as old, zipfile.ZipFile(path, "w") as new:
        for entry in old.infolist():
            data = old.read(entry)
            if entry.filename == "word/document.xml":
                for n, words in enumerate(added):
                    end = _claim(session, n)[-24:]
                    assert end in data.decode()
                    data = data.decode().replace(end, end + words, 1).encode()
            new.writestr(entry.filename, data)
    return path


@pytest.fixture
def page(qtbot: QtBot, sample_session: Session) -> DocumentsPage:
    made = DocumentsPage(sample_session, lambda: ON)
    qtbot.addWidget(made)
    return made


@pytest.fixture
def part(page: DocumentsPage) -> ReturnedPart:
    return page._drafts.returned


def _edits(session: Session, path: Path) -> tuple[ReturnEdit, ...]:
    return edits_in(path, *present(gather(session.store, _wanted(session))))


def _dialog(qtbot: QtBot, session: Session, path: Path, part: ReturnedPart) -> ReturnedDraft:
    edits, said = part.made_neutral(_edits(session, path))
    return shown(qtbot, ReturnedDraft(None, path.name, edits, said, part.names), 1060, 680)


def test_each_edit_gets_its_decision_by_a_key(
    qtbot: QtBot, sample_session: Session, part: ReturnedPart, tmp_path: Path
) -> None:
    before = [_claim(sample_session, n) for n in range(4)]
    path = _added(sample_session, tmp_path, ADDED, ADDED, ADDED, ADDED)
    dialog = _dialog(qtbot, sample_session, path, part)
    assert len(dialog.rows()) == 4
    for key in (Qt.Key.Key_A, Qt.Key.Key_D, Qt.Key.Key_N):
        QTest.keyClick(dialog.list, key)
    assert [row.decided for row in dialog.rows()] == ["Accepted", "Turned down", "Noted", ""]
    QTest.keyClick(dialog.list, Qt.Key.Key_E)
    qtbot.waitUntil(dialog.field.hasFocus)
    assert dialog.field.toPlainText() == before[3] + ADDED
    dialog.field.selectAll()
    QTest.keyClicks(dialog.field, "A note of our own, and a decision")
    assert dialog.done_button.text() == "Take over 2 edits"
    QTest.keyClick(dialog.field, Qt.Key.Key_Escape)
    assert dialog.list.hasFocus()
    QTest.keyClick(dialog.list, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert dialog.result() == 1
    part.take_over(path.name, dialog, _wanted(sample_session))
    assert [_claim(sample_session, n) for n in range(4)] == [
        before[0] + ADDED, before[1], before[2], "A note of our own, and a decision",
    ]  # fmt: skip
    assert sample_session.dialogue
    (came,) = drafts.returns(sample_session.store, sample_session.dialogue)
    assert (came.accepted, came.edited, came.declined, came.noted) == (1, 1, 1, 1)
    said = part._page.banner.notices[0].sentence
    assert said.startswith("2 edits taken over, 1 turned down, 1 noted.")
    assert f"Delete “{path.name}” now" in said
    sample_session.store.undo()
    assert [_claim(sample_session, n) for n in range(4)] == before


def test_the_name_of_a_participant_in_a_draft_does_not_reach_the_disk(
    qtbot: QtBot, sample_session: Session, part: ReturnedPart, tmp_path: Path
) -> None:
    assert sample_session.dialogue
    people = roster_of(sample_session.store, sample_session.dialogue).participations
    name = people[0].person.name.latin
    path = _added(sample_session, tmp_path, f" {name} said so.", ADDED)
    dialog = _dialog(qtbot, sample_session, path, part)
    assert name not in dialog.rows()[0].theirs
    assert "Kept with neutral words." in " ".join(dialog.rows()[0].hints)
    QTest.keyClick(dialog.list, Qt.Key.Key_A)
    QTest.keyClick(dialog.list, Qt.Key.Key_E)
    dialog.field.setPlainText(f"{name} asked for it.")
    part.take_over(path.name, dialog, _wanted(sample_session))
    assert len(dialog.taken) == 2
    for finding in _findings(sample_session):
        assert name not in finding.texts.best("en")
    assert _claim(sample_session, 1).endswith("asked for it.")


def test_a_file_is_read_in_the_background_and_what_is_wrong_with_it_is_said(
    qtbot: QtBot, sample_session: Session, part: ReturnedPart, tmp_path: Path
) -> None:
    said: list[str] = []
    sample_session.notice.connect(said.append)
    sample_session.trouble.connect(lambda *what: said.append(str(what)))
    path = tmp_path / "draft.docx"
    path.write_bytes(b"PK nothing")
    part.read(path, Product.KEY_FINDINGS, "en")
    qtbot.waitUntil(lambda: part.job is None and bool(said), timeout=10_000)
    assert "draft.docx" in said[0]


def test_the_palette_offers_it_for_texts_only(page: DocumentsPage) -> None:
    page.refresh()
    assert "Take in a draft that came back" in [c.words for c in page._drafts.commands()]
    page.products.list.choose("programme")
    assert page._drafts.commands() == []


def test_a_file_goes_from_the_page_through_the_dialog_into_the_texts(
    qtbot: QtBot,
    sample_session: Session,
    part: ReturnedPart,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    before = _claim(sample_session, 0)
    path = _added(sample_session, tmp_path, ADDED)

    def decide(dialog: ReturnedDraft) -> int:
        dialog.decide_all("accept")
        return 1

    monkeypatch.setattr(ReturnedDraft, "exec", decide)
    part.read(path, Product.KEY_FINDINGS, "en")
    qtbot.waitUntil(lambda: part.job is None and bool(part._page.banner.notices), timeout=20_000)
    assert _claim(sample_session, 0) == before + ADDED
    part._page.banner.take(1)
    assert _claim(sample_session, 0) == before


def test_a_draft_that_is_not_taken_over_is_to_be_deleted_all_the_same(
    qtbot: QtBot,
    sample_session: Session,
    part: ReturnedPart,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    path = _added(sample_session, tmp_path, ADDED)
    monkeypatch.setattr(ReturnedDraft, "exec", lambda _dialog: 0)
    part.read(path, Product.KEY_FINDINGS, "en")
    qtbot.waitUntil(lambda: part.job is None and bool(part._page.banner.notices), timeout=20_000)
    assert part._page.banner.notices[0].sentence.startswith(f"Delete “{path.name}” now")


def test_a_new_paragraph_is_accepted_as_a_finding_and_one_that_belongs_nowhere_is_copied(
    qtbot: QtBot, sample_session: Session, part: ReturnedPart
) -> None:
    place = next(p for p in places_of_session(sample_session) if p.kind is TextKind.FINDING)
    said = "Ferries should be told as well."
    edits = (
        ReturnEdit("0", ReturnKind.NEW, place, "en", theirs=said, line=place.texts.best("en"),
                   deed=Deed.FINDING_AFTER),
        ReturnEdit("1", ReturnKind.NEW, None, "en", theirs="Who pays is another matter."),
    )  # fmt: skip
    dialog = shown(qtbot, ReturnedDraft(None, "back.docx", edits, {}, part.names), 1060, 680)
    first, second = dialog.rows()
    assert (first.title, second.title) == ("New finding", "The document")
    assert "it becomes a finding" in " ".join(first.hints)
    assert not dialog.copy.isVisible()
    QTest.keyClick(dialog.list, Qt.Key.Key_A)
    assert dialog.copy.isVisible()
    QTest.mouseClick(dialog.copy, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == "Who pays is another matter."
    assert dialog.done_button.text() == "Take over 1 edit"
    part.take_over("back.docx", dialog, _wanted(sample_session))
    assert _claim(sample_session, 1) == said


def places_of_session(session: Session) -> tuple[TextPlace, ...]:
    return places_in(session.store, _wanted(session).dialogue)
