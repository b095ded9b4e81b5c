"""Readers, second language and annexes on the page; five bullets on the clipboard."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from opened import notes_page, shown
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from dialogueprep.commands import findings as finding_commands
from dialogueprep.domain.briefs.blocks import Annex, Audience
from dialogueprep.domain.texts import Texts
from dialogueprep.store import dialogues, documents, findings
from dialogueprep.ui.page import Page
from dialogueprep.ui.pages.documents import DocumentsPage
from dialogueprep.ui.pages.findings import FindingsPage
from dialogueprep.ui.session import Session

TODAY = date(2026, 10, 30)
BOTH = (Annex.PROGRAMME, Annex.PARTICIPANTS)


@pytest.fixture
def page(qtbot: QtBot, sample_session: Session) -> DocumentsPage:
    made = shown(qtbot, DocumentsPage(sample_session, today=lambda: TODAY), 1072, 752)
    drawn(qtbot, made)
    return made


def drawn(qtbot: QtBot, page: DocumentsPage) -> None:
    """Wait until the document that is wanted is drawn."""
    qtbot.waitUntil(lambda: page._job is None and page._look is not None, timeout=15_000)


def brief(page: DocumentsPage):
    assert page._look
    return page._look.examined.brief


def pick(page: DocumentsPage, choice, value) -> None:
    """Pick a value of a drop-down list as its own signal tells it."""
    choice.show_value(value)
    choice.picked.emit(value)


def choose(qtbot: QtBot, page: DocumentsPage, product: str) -> None:
    page.products.list.choose(product)
    drawn(qtbot, page)


def write_first(session: Session, words: str) -> None:
    first = findings.of_dialogue(session.store, session.dialogue)[0]
    told = replace(first, texts=first.texts.with_wording("en", words))
    session.run(finding_commands.change, told)


def test_a_second_language_is_drawn_beneath_the_first_and_named_in_the_file(
    qtbot: QtBot, page: DocumentsPage, sample_session: Session, tmp_path: Path
) -> None:
    pick(page, page.preview.choices.second, "zh")
    drawn(qtbot, page)
    assert (brief(page).language, brief(page).second) == ("en", "zh")
    page.release_to(tmp_path, ("docx",))
    qtbot.waitUntil(lambda: bool(page.releasing.released), timeout=15_000)
    assert [r.file_name for r in page.releasing.released] == ["meeting-brief-en-zh.docx"]
    assert page.products.value().state == "Released, v1 (English + 中文)"


def test_the_language_itself_is_not_offered_as_the_second(
    qtbot: QtBot, page: DocumentsPage
) -> None:
    second = page.preview.choices.second
    pick(page, second, "ja")
    page.preview.language.show_value("ja")
    page.preview.language.chosen.emit("ja")
    drawn(qtbot, page)
    assert second.value is None
    offered = [second.itemText(n) for n in range(second.count())]
    assert offered == ["One language", "with English", "with 中文", "with 한국어"]


def test_readers_are_offered_where_a_product_has_several(qtbot: QtBot, page: DocumentsPage) -> None:
    choices = page.preview.choices
    assert not choices.readers.isHidden()
    qtbot.keyClick(choices.readers, Qt.Key.Key_Right)
    drawn(qtbot, page)
    assert brief(page).audience is Audience.PUBLIC
    choose(qtbot, page, "key-findings")
    assert choices.readers.isHidden()
    choose(qtbot, page, "chairs-summary")
    assert not choices.readers.isHidden()
    assert brief(page).audience is Audience.PARTICIPANTS


def test_annexes_belong_to_the_meeting_brief(qtbot: QtBot, page: DocumentsPage) -> None:
    choices = page.preview.choices
    pick(page, choices.annexes, BOTH)
    drawn(qtbot, page)
    assert brief(page).annexes == BOTH
    assert page.preview.pages.pages() > 5
    choose(qtbot, page, "chairs-summary")
    assert choices.annexes.isHidden()
    assert choices.chosen_annexes == ()


def test_a_chairs_summary_that_claims_a_consensus_is_shown_and_held(
    qtbot: QtBot, page: DocumentsPage, sample_session: Session
) -> None:
    choose(qtbot, page, "chairs-summary")
    assert all(button.isEnabled() for button in page.passages.release.buttons)
    write_first(sample_session, "There was consensus that ports should share notices.")
    qtbot.waitUntil(lambda: page._job is None and bool(page._look and page._look.claims))
    assert page.preview.pages.pages() > 1
    assert not any(button.isEnabled() for button in page.passages.release.buttons)
    assert "“consensus” claims the agreement" in page.passages.release._sentence.text()


def test_a_passage_in_the_second_language_is_rewritten_there(
    qtbot: QtBot, page: DocumentsPage, sample_session: Session
) -> None:
    name = page._look.examined.gathered.roster.participations[0].person.name.latin
    first = findings.of_dialogue(sample_session.store, sample_session.dialogue)[0]
    told = replace(first, texts=first.texts.with_wording("zh", f"{name}认为港口应共享通知。"))
    sample_session.run(finding_commands.change, told)
    pick(page, page.preview.choices.second, "zh")
    qtbot.waitUntil(lambda: bool(page.passages.list.passages) and page._job is None)
    (passage,) = page.passages.list.passages
    assert passage.rewritable
    page._on_wanted(passage, "rewrite")
    qtbot.waitUntil(lambda: not page.passages.list.passages and page._job is None)
    now = findings.of_dialogue(sample_session.store, sample_session.dialogue)[0]
    assert name not in (now.texts.get("zh") or "")
    assert now.texts.get("en") == first.texts.get("en")


def test_no_press_line_is_said_in_place(
    qtbot: QtBot, page: DocumentsPage, sample_session: Session
) -> None:
    dialogue = sample_session.open_dialogue()
    with sample_session.store.step("Forget the press line") as step:
        dialogues.put(step, replace(dialogue, press_lines=Texts()))
    page.products.list.choose("press-line")
    held = "The document cannot be made as it is."
    qtbot.waitUntil(lambda: page.passages.release._sentence.text() == held)
    assert not any(button.isEnabled() for button in page.passages.release.buttons)
    assert page.passages._clean_box.isHidden()  # nothing was examined
    assert page.passages.questions.isHidden()
    assert page._sentence.text() == "Press line, for the public"
    (notice,) = page.banner.notices
    assert [it.words for it in notice.remedies] == ["Texts of documents"]


@pytest.mark.parametrize("kind", [DocumentsPage, FindingsPage])
def test_five_bullets_are_one_command_away(
    qtbot: QtBot, sample_session: Session, kind: type[Page]
) -> None:
    page = shown(qtbot, kind(sample_session), 1072, 752)
    assert_copies(qtbot, page)


def test_five_bullets_are_one_command_away_while_notes_are_taken(
    qtbot: QtBot, sample_session: Session
) -> None:
    assert_copies(qtbot, notes_page(qtbot, sample_session))


def assert_copies(qtbot: QtBot, page: Page) -> None:
    (command,) = [c for c in page.commands() if c.words == "Copy five bullets for the chair"]
    told: list[str] = []
    page.session.notice.connect(told.append)
    QGuiApplication.clipboard().setText("before")
    command.act()
    qtbot.waitUntil(lambda: bool(told), timeout=15_000)
    assert told == ["5 bullets are on the clipboard."]
    assert QGuiApplication.clipboard().text().count("\n• ") == 5


def test_what_was_made_neutral_in_the_bullets_is_said(
    qtbot: QtBot, page: DocumentsPage, sample_session: Session
) -> None:
    name = page._look.examined.gathered.roster.participations[0].person.name.latin
    write_first(sample_session, f"{name} said that ports should share notices.")
    told: list[str] = []
    sample_session.notice.connect(told.append)
    page.activateWindow()
    page.setFocus()
    qtbot.keyClick(
        page, Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    )
    qtbot.waitUntil(lambda: bool(told), timeout=15_000)
    assert "1 passage was put in neutral words." in told[-1]
    assert name not in QGuiApplication.clipboard().text()


def test_nothing_is_registered_for_what_was_copied(
    qtbot: QtBot, page: DocumentsPage, sample_session: Session
) -> None:
    page._bullets.copy()
    qtbot.waitUntil(lambda: page._bullets._job is None, timeout=15_000)
    assert documents.releases(sample_session.store, sample_session.dialogue) == ()


def test_a_name_in_the_press_line_is_rewritten_in_the_press_line(
    qtbot: QtBot, page: DocumentsPage, sample_session: Session
) -> None:
    name = page._look.examined.gathered.roster.participations[0].person.name.latin
    dialogue = sample_session.open_dialogue()
    written = dialogue.press_lines.with_wording("en", f"{name} said that ports should wait.")
    with sample_session.store.step("Write the press line") as step:
        dialogues.put(step, replace(dialogue, press_lines=written))
    page.products.list.choose("press-line")
    qtbot.waitUntil(lambda: bool(page.passages.list.passages) and page._job is None)
    (passage,) = page.passages.list.passages
    assert passage.rewritable
    page._on_wanted(passage, "rewrite")
    qtbot.waitUntil(lambda: not page.passages.list.passages and page._job is None)
    now = sample_session.open_dialogue().press_lines.get("en") or ""
    assert name not in now
    assert now.endswith("said that ports should wait.")
