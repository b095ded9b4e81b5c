"""What the panel of a document says is settled: the decisions that hold in it, and no others."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLayout, QLayoutItem, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from dialogueprep import words
from dialogueprep.commands import documents as commands
from dialogueprep.commands import findings as finding_commands
from dialogueprep.domain.decisions import Ground
from dialogueprep.domain.dialogue import DialogueId
from dialogueprep.domain.texts import Language
from dialogueprep.store import documents, findings
from dialogueprep.store.documents import KeptPassage
from dialogueprep.ui.pages.documents import DocumentsPage
from dialogueprep.ui.session import Session
from dialogueprep.ui.theme import Theme
from dialogueprep.ui.widgets.buttons import Button
from dialogueprep.ui.widgets.labels import Label

NAME = "Shao Wenjun"


def shown(qtbot: QtBot, session: Session) -> DocumentsPage:
    page = DocumentsPage(session, today=lambda: date(2026, 10, 30))
    qtbot.addWidget(page)
    with qtbot.waitExposed(page):
        page.show()
    return page


def write(session: Session, words: str) -> None:
    first = findings.of_dialogue(session.store, opened(session))[0]
    texts = first.texts.with_wording("en", words)
    session.run(finding_commands.change, replace(first, texts=texts))


def opened(session: Session) -> DialogueId:
    assert session.dialogue is not None
    return session.dialogue


def keep(qtbot: QtBot, page: DocumentsPage) -> None:
    """Keep the one open passage of the document, as somebody else."""
    qtbot.waitUntil(lambda: len(page.passages.list.passages) == 1, timeout=10_000)
    (passage,) = page.passages.list.passages
    exposure = passage.placed.exposure
    kept = KeptPassage(
        id="", product=page.product, language="en", passage_kind=exposure.kind,
        fingerprint=passage.placed.fingerprint, words=exposure.text,
        reason="author of the textbook", ground=Ground.NAMESAKE,
    )  # fmt: skip
    page.session.run(commands.keep, opened(page.session), kept)
    qtbot.waitUntil(lambda: page._job is None and not page.passages.list.passages)


def parts_of(page: DocumentsPage) -> list[QWidget]:
    """Return what stands under "Settled" now, line by line."""
    rows = [item.layout() for item in items_of(page.passages._settled)]
    parts = [item.widget() for row in rows if row is not None for item in items_of(row)]
    return [each for each in parts if each is not None]


def settled(page: DocumentsPage) -> list[str]:
    """Return the words under "Settled" as they are read."""
    return [each.text() for each in parts_of(page) if isinstance(each, Label)][1:]


def take_back(page: DocumentsPage) -> None:
    (back,) = [each for each in parts_of(page) if isinstance(each, Button)]
    back.click()


def items_of(layout: QLayout) -> list[QLayoutItem]:
    return [item for n in range(layout.count()) if (item := layout.itemAt(n)) is not None]


def test_a_passage_whose_words_changed_is_open_and_not_settled(
    qtbot: QtBot, sample_session: Session
) -> None:
    write(sample_session, f"A textbook by {NAME} was named as a source.")
    page = shown(qtbot, sample_session)
    keep(qtbot, page)
    assert settled(page)[:2] == ["1", f"“{NAME}”"]
    write(sample_session, f"In the room {NAME} asked for a source.")
    qtbot.waitUntil(lambda: len(page.passages.list.passages) == 1, timeout=10_000)
    told = settled(page)
    assert told[:3] == ["0", f"“{NAME}”", "Not in it any more"]
    take_back(page)
    qtbot.waitUntil(lambda: page._job is None and not settled(page))
    assert documents.kept(sample_session.store, opened(sample_session)) == ()


def test_what_was_kept_in_another_document_is_told_and_taken_back_where_it_stands(
    qtbot: QtBot, sample_session: Session
) -> None:
    write(sample_session, f"A textbook by {NAME} was named as a source.")
    page = shown(qtbot, sample_session)
    keep(qtbot, page)
    page.products.list.choose("key-findings")
    qtbot.waitUntil(lambda: page._job is None and bool(settled(page)), timeout=10_000)
    assert page._look is not None and page._look.examined.brief.product == "key-findings"
    told = settled(page)
    assert told[:2] == ["1", f"“{NAME}”"] and "author of the textbook" in told[2]
    take_back(page)
    qtbot.waitUntil(lambda: len(page.passages.list.passages) == 1, timeout=10_000)
    page.products.list.choose("programme")
    qtbot.waitUntil(lambda: page._job is None, timeout=10_000)
    assert settled(page) == []


def test_where_a_name_was_kept_nothing_says_that_none_was_found(
    qtbot: QtBot, sample_session: Session
) -> None:
    page = shown(qtbot, sample_session)
    qtbot.waitUntil(lambda: page._look is not None, timeout=10_000)
    assert "Nothing here is known to identify a participant." in read(page)
    write(sample_session, f"A textbook by {NAME} was named as a source.")
    keep(qtbot, page)
    assert "Nothing here is left to decide." in read(page)
    assert "No known form of a name was found beside what was kept." in read(page)
    assert "Nothing here is known" not in read(page)


def test_a_text_that_changed_after_its_release_says_so(
    qtbot: QtBot, sample_session: Session, tmp_path: Path
) -> None:
    page = shown(qtbot, sample_session)
    qtbot.waitUntil(page.may_leave, timeout=10_000)
    page.release_to(tmp_path, ("docx",))
    qtbot.waitUntil(lambda: bool(page.releasing.released), timeout=20_000)
    qtbot.waitUntil(lambda: page._job is None, timeout=10_000)
    assert page.banner.notices == ()
    write(sample_session, "Ports should share closure notices early.")
    qtbot.waitUntil(lambda: bool(page.banner.notices), timeout=10_000)
    (told,) = page.banner.notices
    assert told.sentence == "The text has changed since v1 was released on 30 Oct 2026."
    sample_session.undo()
    qtbot.waitUntil(lambda: page.banner.notices == (), timeout=10_000)


def read(page: DocumentsPage) -> str:
    return " ".join(w.text() for w in page.passages.findChildren(Label) if not w.isHidden())


@pytest.mark.parametrize("language", ["en", "zh", "ja", "ko"])
@pytest.mark.parametrize("size", [1.0, 1.3])
def test_the_cards_of_passages_are_no_wider_than_their_panel(
    qtbot: QtBot, sample_session: Session, look: Theme, language: Language, size: float
) -> None:
    look.apply("light", language, size)
    words.use(language)
    write(sample_session, f"A textbook by {NAME} was named as a source.")
    page = shown(qtbot, sample_session)
    page.preview.language.show_value("en")
    page.refresh_soon()
    qtbot.waitUntil(lambda: len(page.passages.list.passages) == 1, timeout=10_000)
    qtbot.waitUntil(lambda: page._job is None, timeout=10_000)
    (area,) = page.passages.findChildren(QScrollArea)
    inside = area.widget()
    assert inside is not None
    assert inside.minimumSizeHint().width() <= 324 * size - 16  # the scroll bar
