"""Texts by language in the window: states, sheets for translators, and their way back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from opened import shown
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from dialogueprep.commands import findings as commands
from dialogueprep.domain.notes import Finding
from dialogueprep.domain.text_places import TextPlace
from dialogueprep.domain.texts import Texts, TextState
from dialogueprep.domain.translating import ReturnedRow, Translation, state_in, translations
from dialogueprep.exchange.translation_docx import read_sheet
from dialogueprep.store import findings
from dialogueprep.ui.dialogs.take_in_translations import TakeInTranslations
from dialogueprep.ui.dialogs.texts_by_language import TextsByLanguage
from dialogueprep.ui.dialogs.translation_sheet import TranslationSheetDialog
from dialogueprep.ui.pages.findings import FindingsPage
from dialogueprep.ui.session import Session
from dialogueprep.ui.widgets.translations_part import TranslationsPart
from dialogueprep.workflows.translation_sheet import examined_sheet, places_in, write_sheet
from dialogueprep.workflows.values import roster_of

CLAIM = "Berths for emergencies should be agreed on before a storm."
KO = "비상용 선석은 폭풍 전에 합의해 두어야 한다."


def _first(session: Session) -> Finding:
    assert session.dialogue
    return findings.of_dialogue(session.store, session.dialogue)[0]


def _reword(session: Session, texts: Texts) -> None:
    commands.change(session.store, replace(_first(session), texts=texts))


@pytest.fixture
def page(qtbot: QtBot, sample_session: Session) -> FindingsPage:
    made = FindingsPage(sample_session)
    qtbot.addWidget(made)
    made.refresh()
    return made


@pytest.fixture
def part(page: FindingsPage) -> TranslationsPart:
    return next(p for p in page.parts if isinstance(p, TranslationsPart))


@pytest.fixture
def dialog(qtbot: QtBot, sample_session: Session) -> TextsByLanguage:
    _reword(sample_session, _first(sample_session).texts.with_wording("en", CLAIM))
    dialogue = sample_session.open_dialogue()
    assert dialogue
    made = TextsByLanguage(None, sample_session, dialogue, print, print)
    made.language.show_value("ko")
    made.show_texts()
    return shown(qtbot, made, 1060, 680)


def test_the_menu_of_the_page_offers_the_texts(page: FindingsPage) -> None:
    offered = [action.text() for action in page.more.menu_now().actions()]
    assert "Texts by language" in offered
    assert "Take in a translators’ sheet" in offered


def _choose_first_finding(dialog: TextsByLanguage, session: Session) -> None:
    dialog.list.choose(next(p.key for p in _places(session) if p.owner == _first(session).id))


def _places(session: Session) -> Sequence[TextPlace]:
    assert session.dialogue
    return places_in(session.store, session.dialogue)


def test_a_stale_wording_is_shown_and_marked_as_checked_by_a_key(
    dialog: TextsByLanguage, sample_session: Session
) -> None:
    _choose_first_finding(dialog, sample_session)
    assert dialog.list.value().line == "Out of date"
    QTest.keyClick(dialog.list, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert state_in(_first(sample_session).texts, "ko") is TextState.CHECKED
    sample_session.store.undo()
    assert state_in(_first(sample_session).texts, "ko") is TextState.STALE


def test_a_wording_is_written_beside_its_original(
    qtbot: QtBot, dialog: TextsByLanguage, sample_session: Session
) -> None:
    _choose_first_finding(dialog, sample_session)
    QTest.keyClick(dialog.list, Qt.Key.Key_Return)
    qtbot.waitUntil(dialog.wording.field.hasFocus)
    dialog.wording.field.selectAll()
    dialog.wording.field.insertPlainText(KO)
    dialog.wording.flush()
    texts = _first(sample_session).texts
    assert (texts.get("ko"), state_in(texts, "ko")) == (KO, TextState.TRANSLATED)


def test_a_sheet_is_written_for_the_languages_that_are_ticked(
    qtbot: QtBot, part: TranslationsPart, sample_session: Session, tmp_path: Path
) -> None:
    _reword(sample_session, Texts.of(en=CLAIM))
    assert sample_session.dialogue
    roster = roster_of(sample_session.store, sample_session.dialogue)
    places = places_in(sample_session.store, sample_session.dialogue)
    asked = TranslationSheetDialog(None, places, roster, "ja")
    qtbot.addWidget(asked)
    assert asked.write.text() == "Write the sheet with 1 text"
    asked.languages["ja"].setChecked(False)
    assert not asked.write.isEnabled()
    asked.languages["ko"].setChecked(True)
    asked.file.line.setText(str(tmp_path / "sheet"))
    asked.take()
    assert asked.wanted
    part.write(asked.wanted)
    assert part.job
    with qtbot.waitSignal(part.job.done):
        pass
    (row,) = read_sheet(tmp_path / "sheet.docx")
    assert (row.original, dict(row.wordings)) == (CLAIM, {"ko": ""})


def _came_back(session: Session, words: str) -> tuple[Translation, ...]:
    assert session.dialogue
    places = places_in(session.store, session.dialogue)
    place = next(p for p in places if p.owner == _first(session).id)
    rows = [ReturnedRow(place.key, _first(session).texts.best("en"), {"ko": words})]
    return translations([*rows, ReturnedRow("0123abcd", "?", {"ko": KO})], places)


def test_what_came_back_is_taken_in_by_keys_in_one_step(
    qtbot: QtBot, part: TranslationsPart, sample_session: Session
) -> None:
    found = _came_back(sample_session, KO)
    dialog = shown(qtbot, TakeInTranslations(None, "back.docx", found), 1060, 680)
    assert dialog.done_button.text() == "Take in 1 translation"
    QTest.keyClick(dialog.list, Qt.Key.Key_R)
    assert not dialog.done_button.isEnabled()
    QTest.keyClick(dialog.list, Qt.Key.Key_A)
    dialog.checked.setChecked(True)
    QTest.keyClick(dialog.list, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert dialog.result() == 1
    part.take_in("back.docx", dialog.taken, checked=dialog.checked.isChecked())
    texts = _first(sample_session).texts
    assert (texts.get("ko"), state_in(texts, "ko")) == (KO, TextState.CHECKED)


def test_the_name_of_a_participant_in_a_sheet_does_not_reach_the_disk(
    part: TranslationsPart, sample_session: Session
) -> None:
    assert sample_session.dialogue
    roster = roster_of(sample_session.store, sample_session.dialogue)
    name = roster.participations[0].person.name.latin
    neutral, said = part.made_neutral(_came_back(sample_session, f"{name}: {KO}"))
    assert name not in neutral[0].theirs
    assert said[neutral[0].id].startswith("Kept with neutral words.")
    assert list(said) == [neutral[0].id]


def test_a_sheet_goes_from_the_page_through_the_dialog_into_the_texts(
    qtbot: QtBot,
    part: TranslationsPart,
    sample_session: Session,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert sample_session.dialogue
    _reword(sample_session, Texts.of(en=CLAIM, ko=KO))
    roster = roster_of(sample_session.store, sample_session.dialogue)
    places = places_in(sample_session.store, sample_session.dialogue)
    path = tmp_path / "sheet.docx"
    sheet = examined_sheet(places, ("ko",), roster, only_needed=False)
    write_sheet(sheet, path, roster)
    _reword(sample_session, _first(sample_session).texts.with_wording("ko", "다른 말"))
    monkeypatch.setattr(TakeInTranslations, "exec", lambda _dialog: 1)
    part.read(path)
    qtbot.waitUntil(lambda: part.job is None and bool(part._page.banner.notices), timeout=20_000)
    assert part._page.banner.notices[0].sentence == "1 text from “sheet.docx” was taken in."
    assert _first(sample_session).texts.get("ko") == KO
    part._page.banner.take(1)
    assert _first(sample_session).texts.get("ko") == "다른 말"
