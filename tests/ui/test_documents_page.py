from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from dialogueprep.commands import dialogues as dialogue_commands
from dialogueprep.commands import findings as finding_commands
from dialogueprep.domain.briefs.blocks import Product
from dialogueprep.domain.decisions import Ground, Keep
from dialogueprep.domain.dialogue import Phase
from dialogueprep.domain.texts import Texts
from dialogueprep.store import documents, findings, people
from dialogueprep.ui.machine_settings import MachineSettings
from dialogueprep.ui.models.dialogue_cards import card_of
from dialogueprep.ui.pages import passage_deeds, releasing
from dialogueprep.ui.pages.documents import DocumentsPage
from dialogueprep.ui.session import Session
from dialogueprep.ui.widgets.passages import PassageCard

TODAY = date(2026, 10, 30)


def shown(qtbot: QtBot, session: Session) -> DocumentsPage:
    page = DocumentsPage(session, today=lambda: TODAY)
    qtbot.addWidget(page)
    page.resize(1072, 752)
    with qtbot.waitExposed(page):
        page.show()
    drawn(qtbot, page)
    return page


def drawn(qtbot: QtBot, page: DocumentsPage) -> None:
    qtbot.waitUntil(lambda: page._job is None and page.preview.pages.pages() > 0, timeout=10_000)


def open_passages(page: DocumentsPage) -> list[str]:
    return [p.placed.exposure.text for p in page.passages.list.passages]


def said(page: DocumentsPage) -> list[str]:
    return [notice.sentence for notice in page.banner.notices]


def write_into_first_finding(session: Session, words: str) -> None:
    store = session.store
    first = findings.of_dialogue(store, session.dialogue)[0]
    told = replace(first, texts=first.texts.with_wording("en", words))
    session.run(finding_commands.change, told)


def somebody(session: Session) -> str:
    """Return the full name of a participant."""
    return people.participations(session.store, session.dialogue)[0].person.name.latin


def test_the_sample_s_brief_is_drawn_and_nothing_in_it_is_open(
    qtbot: QtBot, sample_session: Session
) -> None:
    page = shown(qtbot, sample_session)
    assert page.preview.pages.pages() == 3
    assert open_passages(page) == []
    assert all(button.isEnabled() for button in page.passages.release.buttons)


def test_nothing_is_said_of_passages_before_the_document_is_examined(
    qtbot: QtBot, sample_session: Session
) -> None:
    page = shown(qtbot, sample_session)
    page.products.list.choose("key-findings")
    assert page.passages._clean_box.isHidden()
    assert not any(button.isEnabled() for button in page.passages.release.buttons)
    qtbot.waitUntil(lambda: page._job is None)
    assert not page.passages._clean_box.isHidden()


def test_every_product_is_drawn_in_every_language(qtbot: QtBot, sample_session: Session) -> None:
    page = shown(qtbot, sample_session)
    for key in ("programme", "participant-list", "key-findings", "meeting-brief"):
        page.products.list.choose(key)
        drawn(qtbot, page)
        assert page.product == key
    for language in ("zh", "ja", "ko"):
        page.preview.language.show_value(language)
        page.preview.language.chosen.emit(language)
        drawn(qtbot, page)
        assert page._look is not None
        assert page._look.examined.brief.language == language


def test_a_name_is_marked_on_the_page_and_holds_the_release_back(
    qtbot: QtBot, sample_session: Session
) -> None:
    page = shown(qtbot, sample_session)
    name = somebody(sample_session)
    write_into_first_finding(sample_session, f"{name} said that ports should share notices.")
    qtbot.waitUntil(lambda: open_passages(page) == [name])
    (mark,) = page._look.marks
    assert mark.grave
    assert mark.page == 1
    assert not any(button.isEnabled() for button in page.passages.release.buttons)


def test_r_rewrites_the_passage_where_it_comes_from(qtbot: QtBot, sample_session: Session) -> None:
    page = shown(qtbot, sample_session)
    name = somebody(sample_session)
    write_into_first_finding(sample_session, f"{name} said that ports should share notices.")
    qtbot.waitUntil(lambda: open_passages(page) == [name])
    (card,) = page.passages.list.findChildren(PassageCard)
    page.activateWindow()
    card.setFocus()
    qtbot.waitUntil(card.hasFocus)
    qtbot.keyClick(card, Qt.Key.Key_R)
    qtbot.waitUntil(lambda: open_passages(page) == [])
    claim = findings.of_dialogue(sample_session.store, sample_session.dialogue)[0].texts.get("en")
    assert claim is not None
    assert name not in claim
    assert page.passages.release.buttons[0].hasFocus()
    sample_session.undo()
    qtbot.waitUntil(lambda: open_passages(page) == [name])


def test_texts_without_words_in_the_language_of_the_document_are_told(
    qtbot: QtBot, sample_session: Session
) -> None:
    page = shown(qtbot, sample_session)
    first = findings.of_dialogue(sample_session.store, sample_session.dialogue)[0]
    bare = replace(first, texts=Texts.of(en="Ports should share notices before a storm."))
    sample_session.run(finding_commands.change, bare)
    qtbot.waitUntil(lambda: page._job is None)
    assert said(page) == []
    page.preview.language.show_value("ja")
    page.preview.language.chosen.emit("ja")
    drawn(qtbot, page)
    (told,) = said(page)
    assert told.startswith("1 text has no wording in 日本語")


def test_a_document_without_results_says_what_is_missing_and_where_to_add_it(
    qtbot: QtBot, sample_session: Session
) -> None:
    store, of = sample_session.store, sample_session.dialogue
    page = shown(qtbot, sample_session)
    page.products.list.choose("chairs-summary")
    drawn(qtbot, page)
    assert said(page) == []
    sample_session.run(finding_commands.remove, [f.id for f in findings.of_dialogue(store, of)])
    for proposal in findings.proposals(store, of):
        sample_session.run(finding_commands.remove_proposal, proposal.id)
    drawn(qtbot, page)
    (notice,) = page.banner.notices
    assert notice.sentence == "This dialogue has no findings and no recommendations yet."
    assert [it.words for it in notice.remedies] == ["Write a finding", "Texts of documents"]
    with qtbot.waitSignal(sample_session.page_wanted) as led:
        assert page.banner.take(1)
    assert led.args[0] == "findings"


def test_a_warning_is_kept_with_a_reason_and_taken_back(
    qtbot: QtBot, sample_session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = shown(qtbot, sample_session)
    words = "The opening presentation named two conditions for sharing notices."
    write_into_first_finding(sample_session, words)
    qtbot.waitUntil(lambda: len(open_passages(page)) == 1)
    reason = Keep("not the one of the programme")
    monkeypatch.setattr(passage_deeds, "ask_keeping", lambda *_: reason)
    (card,) = page.passages.list.findChildren(PassageCard)
    qtbot.keyClick(card, Qt.Key.Key_K)
    qtbot.waitUntil(lambda: open_passages(page) == [])
    (kept,) = documents.kept(sample_session.store, sample_session.dialogue)
    assert kept.reason == "not the one of the programme"
    page.passages.undecided.emit(kept)
    qtbot.waitUntil(lambda: len(open_passages(page)) == 1)


def test_a_full_name_is_kept_for_a_namesake_only_who_is_named_in_the_reason(
    qtbot: QtBot, sample_session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = shown(qtbot, sample_session)
    name = somebody(sample_session)
    write_into_first_finding(sample_session, f"{name} said that ports should share notices.")
    qtbot.waitUntil(lambda: open_passages(page) == [name])
    (passage,) = page.passages.list.passages
    assert passage.rewritable
    asked: list[object] = []
    monkeypatch.setattr(passage_deeds, "ask_keeping", lambda *about: asked.append(about[1].text))
    (card,) = page.passages.list.findChildren(PassageCard)
    qtbot.keyClick(card, Qt.Key.Key_K)
    assert asked == [name] and open_passages(page) == [name]
    namesake = Keep("the author of the report cited", Ground.NAMESAKE)
    monkeypatch.setattr(passage_deeds, "ask_keeping", lambda *_: namesake)
    qtbot.keyClick(card, Qt.Key.Key_K)
    qtbot.waitUntil(lambda: open_passages(page) == [])


def test_clicking_a_mark_on_the_page_unfolds_its_passage(
    qtbot: QtBot, sample_session: Session
) -> None:
    page = shown(qtbot, sample_session)
    name = somebody(sample_session)
    write_into_first_finding(sample_session, f"{name} said that ports should share notices.")
    qtbot.waitUntil(lambda: open_passages(page) == [name])
    pages = page.preview.pages
    (mark,) = page._look.marks
    pages.show_mark(mark.key)
    rect = pages._on_screen(mark.page, mark.rects[0])
    with qtbot.waitSignal(pages.marked) as clicked:
        at = QPoint(int(rect.center().x()), int(rect.center().y()))
        qtbot.mouseClick(pages.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert clicked.args == [mark.key]


def test_both_files_are_released_and_the_evidence_is_kept(
    qtbot: QtBot, sample_session: Session, tmp_path: Path
) -> None:
    page = shown(qtbot, sample_session)
    out = tmp_path / "out"
    page.release_to(out)
    qtbot.waitUntil(lambda: len(page.releasing.released) == 2, timeout=10_000)
    assert {p.name for p in out.iterdir()} == {"meeting-brief-en.docx", "meeting-brief-en.pdf"}
    released = documents.releases(sample_session.store, sample_session.dialogue)
    assert {r.format for r in released} == {"docx", "pdf"}
    row = page.products.value()
    assert row is not None
    qtbot.waitUntil(lambda: page.products.value().released)


def test_a_disk_that_refuses_is_said_and_leaves_nothing(
    qtbot: QtBot, sample_session: Session, tmp_path: Path
) -> None:
    page = shown(qtbot, sample_session)
    (tmp_path / "out").write_text("mine")
    page.release_to(tmp_path / "out")
    qtbot.waitUntil(lambda: bool(page.banner.notices), timeout=10_000)
    assert "could not be written" in page.banner.notices[0].sentence
    assert (tmp_path / "out").read_text() == "mine"


def test_without_a_dialogue_the_page_leads_home(qtbot: QtBot, empty_session: Session) -> None:
    page = DocumentsPage(empty_session, today=lambda: TODAY)
    qtbot.addWidget(page)
    with qtbot.waitExposed(page):
        page.show()
    assert page._stack.currentIndex() == 1


def test_what_no_font_can_print_leaves_as_word_only(
    qtbot: QtBot, sample_session: Session, tmp_path: Path
) -> None:
    write_into_first_finding(sample_session, "Ports should share notices \U0001f600.")
    page = DocumentsPage(sample_session, today=lambda: TODAY)
    qtbot.addWidget(page)
    with qtbot.waitExposed(page):
        page.show()
    qtbot.waitUntil(lambda: page._job is None and page._look is not None, timeout=10_000)
    assert page._look and page._look.undrawn
    assert [b.isEnabled() for b in page.passages.release.buttons] == [True, False, False, False]
    folder, written = tmp_path / "out", ["meeting-brief-en.docx"]
    folder.mkdir()
    page.release_to(folder, ("docx",))
    qtbot.waitUntil(lambda: [p.name for p in folder.iterdir()] == written, timeout=10_000)
    qtbot.waitUntil(lambda: page.releasing.released != (), timeout=10_000)


def test_the_folder_of_the_last_release_is_offered_for_the_next(
    qtbot: QtBot, sample_session: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = shown(qtbot, sample_session)
    begun: list[str] = []

    def choose(_parent: object, _title: str, begin: str) -> str:
        begun.append(begin)
        return str(tmp_path)

    monkeypatch.setattr(releasing.QFileDialog, "getExistingDirectory", choose)
    store, dialogue = sample_session.store, sample_session.dialogue
    button = page.passages.release.buttons[1]
    for number in (1, 2):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        qtbot.waitUntil(
            lambda n=number: len(documents.releases(store, dialogue)) == n, timeout=15_000
        )
        drawn(qtbot, page)
        qtbot.waitUntil(button.isEnabled, timeout=15_000)
    assert begun[0] != str(Path.cwd()) and begun[1] == str(tmp_path)
    assert MachineSettings.load(sample_session.machine.folder).papers_folder == str(tmp_path)


def test_while_it_is_prepared_the_programme_stands_first_and_home_leads_there(
    qtbot: QtBot, sample_session: Session
) -> None:
    it = sample_session.open_dialogue()
    assert it is not None
    sample_session.run(dialogue_commands.move_to, it, Phase.PREPARING)
    now = sample_session.open_dialogue()
    assert now is not None
    step = card_of(sample_session.store, now, TODAY).step
    assert (step.words, step.subject) == ("Look at the programme", Product.PROGRAMME)
    page = DocumentsPage(sample_session, today=lambda: TODAY)
    qtbot.addWidget(page)
    page.refresh()
    assert page.product is Product.PROGRAMME
    assert page.preview.choices.annexes.isHidden()


def test_all_that_the_page_can_do_stands_in_its_menu(qtbot: QtBot, sample_session: Session) -> None:
    page = shown(qtbot, sample_session)
    assert page.more.isVisible()
    words = [action.text() for action in page.more.menu_now().actions()]
    assert {"Paper, logos and template", "Release as a PDF with a password"} <= set(words)
    assert len(words) == len(set(words))
