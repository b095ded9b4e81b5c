"""Packs, closing, the log and the check of a folder in the window."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from opened import shown
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from dialogueprep.commands import findings as finding_commands
from dialogueprep.domain.briefs.blocks import Audience, Product
from dialogueprep.domain.drafts import Circulation, Recipient, RecipientKind
from dialogueprep.domain.texts import Language, Texts
from dialogueprep.store import documents, drafts, findings, people
from dialogueprep.ui.dialogs.check_manifest import CheckManifest
from dialogueprep.ui.dialogs.close_event import CloseEvent
from dialogueprep.ui.dialogs.release_log import ReleaseLog
from dialogueprep.ui.models.document_words import untranslated
from dialogueprep.ui.models.release_log import log_rows
from dialogueprep.ui.pages.documents import DocumentsPage
from dialogueprep.ui.session import Session
from dialogueprep.ui.theme import Theme
from dialogueprep.ui.widgets.buttons import Button
from dialogueprep.ui.widgets.labels import Paragraph
from dialogueprep.workflows.event_plan import Closing
from dialogueprep.workflows.manifest import NAME
from dialogueprep.workflows.release import Wanted, gather, look_at, release

TODAY = date(2026, 10, 30)


@pytest.fixture
def page(qtbot: QtBot, sample_session: Session) -> DocumentsPage:
    made = shown(qtbot, DocumentsPage(sample_session, today=lambda: TODAY), 1072, 752)
    drawn(qtbot, made)
    return made


def drawn(qtbot: QtBot, page: DocumentsPage) -> None:
    qtbot.waitUntil(lambda: page._job is None and page._look is not None, timeout=15_000)


def brief(page: DocumentsPage):
    assert page._look
    return page._look.examined.brief


@pytest.fixture
def dialog(qtbot: QtBot, sample_session: Session, tmp_path: Path) -> Iterator[CloseEvent]:
    assert sample_session.dialogue
    it = Closing(dialogue=sample_session.dialogue, products=(Product.KEY_FINDINGS,),
                 languages=("en",), on=TODAY, formats=("docx",))  # fmt: skip
    made = CloseEvent(None, sample_session, it, tmp_path)
    qtbot.addWidget(made)
    made.show()
    yield made
    qtbot.waitUntil(lambda: made._job is None, timeout=15_000)


def said(dialog: CloseEvent | CheckManifest) -> str:
    return dialog.verdict.accessibleName()


def ended(qtbot: QtBot, dialog: CloseEvent) -> None:
    qtbot.waitUntil(lambda: dialog._job is None, timeout=15_000)


def test_the_pack_is_shown_for_each_of_its_readers(qtbot: QtBot, page: DocumentsPage) -> None:
    page.show_subject("briefing-pack")
    qtbot.waitUntil(lambda: brief(page).product is Product.BRIEFING_PACK, timeout=15_000)
    assert page.preview.choices.part.isVisible()
    page.preview.choices.readers.setFocus()
    QTest.keyClick(page.preview.choices.readers, Qt.Key.Key_Right)
    qtbot.waitUntil(lambda: brief(page).audience is Audience.OBSERVERS, timeout=15_000)
    QTest.keyClick(page.preview.choices.readers, Qt.Key.Key_Right)
    qtbot.waitUntil(lambda: brief(page).audience is Audience.CHAIR, timeout=15_000)


@pytest.mark.parametrize(
    ("language", "told"),
    [("ja", "The library says in another language what 7 topics are about."), ("en", "")],
)
def test_the_page_says_what_of_the_library_stands_in_another_language(
    sample_session: Session, language: Language, told: str
) -> None:
    of = sample_session.dialogue
    assert of
    pack = Wanted(dialogue=of, product=Product.BRIEFING_PACK, language=language, on=TODAY)
    made = look_at(gather(sample_session.store, pack))
    material = made.gathered.material
    english = {
        id_: replace(topic, summaries=Texts.of(en="What it is about."))
        for id_, topic in material.library.topics.items()
    }
    bare = replace(material, library=replace(material.library, topics=english))
    assert untranslated(bare, made.brief, language) == told
    assert untranslated(material, made.brief, language) == ""  # the shipped topics are in all four


def test_only_what_changed_of_a_pack_that_never_left_is_refused_in_words(
    qtbot: QtBot, page: DocumentsPage
) -> None:
    page.show_subject(Product.BRIEFING_PACK)
    qtbot.waitUntil(lambda: brief(page).product is Product.BRIEFING_PACK, timeout=15_000)
    choice = page.preview.choices.part
    choice.show_value(True)
    choice.picked.emit(True)
    qtbot.waitUntil(lambda: page._job is None and page._look is None, timeout=15_000)
    assert not any(button.isEnabled() for button in page.passages.release.buttons)
    choice.show_value(False)
    choice.picked.emit(False)
    drawn(qtbot, page)


def test_enter_writes_the_folder_and_registers_what_left(
    qtbot: QtBot, dialog: CloseEvent, sample_session: Session, tmp_path: Path
) -> None:
    assert dialog.go_button.isDefault()
    QTest.mouseClick(dialog.go_button, Qt.MouseButton.LeftButton)
    ended(qtbot, dialog)
    folder = tmp_path / "documents-2026-10-30"
    assert (folder / NAME).is_file()
    assert said(dialog) == (
        "1 document file is in “documents-2026-10-30”. 1 of them was released now."
    )
    registered = documents.releases(sample_session.store, sample_session.dialogue)
    assert [r.file_name for r in registered] == ["key-findings-en.docx"]
    shown = [p.accessibleName() for p in dialog.findChildren(Paragraph) if p.isVisible()]
    assert str(folder) in shown
    (copy,) = [b for b in dialog.findChildren(Button) if b.text() == "Copy the folder’s path"]
    QTest.mouseClick(copy, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == str(folder)


def test_what_is_undecided_is_named_and_can_be_gone_to(
    qtbot: QtBot, dialog: CloseEvent, sample_session: Session, tmp_path: Path
) -> None:
    first = findings.of_dialogue(sample_session.store, sample_session.dialogue)[0]
    told = first.texts.with_wording("en", "The former ambassador from Japan said it first.")
    sample_session.run(finding_commands.change, replace(first, texts=told))
    dialog.begin()
    ended(qtbot, dialog)
    assert "Nothing was written" in said(dialog)
    assert list(tmp_path.glob("documents*")) == []
    with qtbot.waitSignal(dialog.wanted) as went:
        (go,) = [b for b in dialog.findChildren(Button) if b.text() == "Go there"]
        QTest.mouseClick(go, Qt.MouseButton.LeftButton)
    assert went.args[0].product is Product.KEY_FINDINGS
    assert not dialog.isVisible()


def test_going_there_shows_the_document_as_it_is_wanted(qtbot: QtBot, page: DocumentsPage) -> None:
    it = Wanted(dialogue=page.session.dialogue, product=Product.CHAIRS_SUMMARY, language="zh",
                audience=Audience.PUBLIC, on=TODAY)  # fmt: skip
    page.show_subject(it)
    qtbot.waitUntil(
        lambda: (
            page._look is not None
            and (brief(page).product, brief(page).language, brief(page).audience)
            == (it.product, "zh", Audience.PUBLIC)
        ),
        timeout=15_000,
    )


def test_a_folder_that_is_there_is_refused_before_anything_is_made(
    dialog: CloseEvent, tmp_path: Path
) -> None:
    dialog.folder.mkdir()
    (dialog.folder / "mine.txt").write_text("mine", "utf-8")
    dialog.begin()
    assert "something in" in said(dialog)
    QTest.mouseClick(dialog.back_button, Qt.MouseButton.LeftButton)
    assert dialog.go_button.isVisible()


def test_cancel_leaves_nothing_behind(qtbot: QtBot, dialog: CloseEvent, tmp_path: Path) -> None:
    dialog.begin()
    QTest.mouseClick(dialog.cancel_button, Qt.MouseButton.LeftButton)
    ended(qtbot, dialog)
    assert [p for p in tmp_path.iterdir() if p.name.startswith((".", "documents"))] == []
    assert dialog.go_button.isVisible()


@pytest.fixture
def log(qtbot: QtBot, sample_session: Session, tmp_path: Path) -> ReleaseLog:
    store, of = sample_session.store, sample_session.dialogue
    dialogue = sample_session.open_dialogue()
    assert of and dialogue
    wanted = Wanted(dialogue=of, product=Product.KEY_FINDINGS, language="en", on=TODAY)
    release(store, wanted, ("pdf",), tmp_path / "out")
    to = Recipient(RecipientKind.HOST, dialogue.hosts[0].id)
    sent = Circulation(product=Product.MEETING_BRIEF, language="zh", number=1,
                       on=date(2026, 10, 20), recipients=(to,))  # fmt: skip
    with store.step("Send") as step:
        drafts.add_circulation(step, of, sent)
    rows = log_rows(documents.releases(store, of), drafts.circulations(store, of), dialogue,
                    people.participations(store, of))  # fmt: skip
    made = ReleaseLog(None, rows)
    qtbot.addWidget(made)
    made.show()
    return made


def test_the_log_says_what_left_when_and_for_whom(log: ReleaseLog) -> None:
    first, second = log._model.rows
    assert first.whole[:6] == (
        "2026-10-30", "Key findings", "Public", "English", "1", "key-findings-en.pdf",
    )  # fmt: skip
    assert len(first.digest) == 64
    assert (second.product, second.version) == ("Meeting brief", "Draft 1, sent")
    assert second.readers


def test_the_log_is_copied_and_written_safe_from_formulas(log: ReleaseLog, tmp_path: Path) -> None:
    log.copy()
    copied = QGuiApplication.clipboard().text().splitlines()
    assert copied[1].split("\t")[5] == "key-findings-en.pdf"
    row = replace(log._model.rows[1], readers="=HYPERLINK(1)")
    log._model.show_rows([row])
    log.write_to(tmp_path / "log.csv")
    written = (tmp_path / "log.csv").read_text("utf-8-sig")
    assert ",'=HYPERLINK(1)," in written
    log.write_to(tmp_path / "no" / "such" / "log.csv")
    assert "could not be written" in log.said.text()


def test_a_folder_is_checked_by_name(qtbot: QtBot, dialog: CloseEvent, tmp_path: Path) -> None:
    dialog.begin()
    ended(qtbot, dialog)
    (dialog.folder / "documents" / "key-findings-en.docx").write_bytes(b"other")
    check = CheckManifest()
    qtbot.addWidget(check)
    check.show()
    check.look_at(dialog.folder)
    qtbot.waitUntil(check.choose.isEnabled, timeout=15_000)
    assert said(check) == "1 of 2 files are as they were. 1 file was changed."
    check.look_at(tmp_path)
    qtbot.waitUntil(lambda: "MANIFEST.txt" in said(check), timeout=15_000)


def test_a_button_is_called_by_the_words_that_it_shows(qtbot: QtBot, look: Theme) -> None:
    button, named = Button("Cancel"), Button("More", tooltip="More")
    qtbot.addWidget(button)
    qtbot.addWidget(named)
    button.setText("Close")
    assert button.accessibleName() == "Close"
    named.setAccessibleName("More of this row")
    named.setText("3")
    assert named.accessibleName() == "More of this row"
