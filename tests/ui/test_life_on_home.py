"""Home leads a dialogue through its life, reminds of notes that are due, and asks before it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from opened import shown
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from dialogueprep.commands import life as commands
from dialogueprep.domain.destroying import Order, Target, What
from dialogueprep.domain.dialogue import DialogueId, Phase
from dialogueprep.store import backup, dialogues, lives, notes, purging
from dialogueprep.ui.dialogs import close_dialogue
from dialogueprep.ui.dialogs.certificates import CertificatesDialog
from dialogueprep.ui.dialogs.confirm import Confirm
from dialogueprep.ui.dialogs.destroy import DestroyDialog
from dialogueprep.ui.models.finding_board import read_board
from dialogueprep.ui.models.finding_notes import QuestionLine, notes_by_question
from dialogueprep.ui.models.note_rows import Room
from dialogueprep.ui.models.notes_shown import question_lines
from dialogueprep.ui.pages.home import HomePage
from dialogueprep.ui.pages.notes import NotesPage
from dialogueprep.ui.session import Session
from dialogueprep.workflows.certificate import certificate_of

TODAY = date(2026, 11, 22)


@pytest.fixture
def of(sample_session: Session) -> DialogueId:
    it = dialogues.every(sample_session.store)[0].id
    sample_session.choose(it)
    return it


@pytest.fixture
def home(qtbot: QtBot, sample_session: Session, of: DialogueId) -> HomePage:
    page = shown(qtbot, HomePage(sample_session, lambda: TODAY))
    page.refresh()
    return page


def words(page: HomePage) -> list[str]:
    return [command.words for command in page.life.of_dialogue()]


def asked(qtbot: QtBot, session: Session, what: What, today: date = TODAY) -> DestroyDialog:
    dialogue = session.open_dialogue()
    assert dialogue
    return shown(qtbot, DestroyDialog(None, session, dialogue, what, today), 640, 720)


def test_each_phase_offers_where_it_may_go(home: HomePage, of: DialogueId) -> None:
    session, store = home.session, home.session.store
    commands.prepare(store, of, TODAY)
    assert words(home)[0] == "Begin the session" and "Destroy the raw notes" not in words(home)
    act = next(c.act for c in home.life.of_dialogue() if c.words == "Go to drafting")
    act()
    assert lives.read(store, of).phase is Phase.DRAFTING
    assert "Destroy the raw notes" in words(home)
    session.run(commands.close, of, TODAY, None)
    assert words(home)[0] == "Open the dialogue again"


def test_closing_keeps_the_date_that_was_chosen(
    home: HomePage, of: DialogueId, monkeypatch: pytest.MonkeyPatch
) -> None:
    def accept(dialog: close_dialogue._NotesDate) -> bool:
        assert dialog.day.day() == TODAY + timedelta(days=30)
        dialog.day.field.show_day(TODAY + timedelta(days=60))
        return True

    monkeypatch.setattr(close_dialogue._NotesDate, "exec", accept)
    home.life.close()
    life = lives.read(home.session.store, of)
    assert (life.phase, life.destroy_on) == (Phase.CLOSED, TODAY + timedelta(days=60))


def test_a_reason_is_asked_for_before_it_is_opened_again(qtbot: QtBot) -> None:
    dialog = shown(qtbot, close_dialogue.ReopenDialog(None), 520, 240)
    assert not dialog.take.isEnabled()
    qtbot.keyClicks(dialog.reason, "A correction")
    qtbot.keyClick(dialog.reason, Qt.Key.Key_Return)
    assert dialog.result() and dialog.reason.text() == "A correction"


def test_home_and_the_notes_remind_within_a_week(
    home: HomePage, of: DialogueId, qtbot: QtBot
) -> None:
    store = home.session.store
    commands.close(store, of, TODAY, TODAY + timedelta(days=8))
    assert not home.life.reminders(dialogues.every(store), TODAY)
    (told,) = home.life.reminders(dialogues.every(store), TODAY + timedelta(days=1))
    assert "in 7 days" in told.sentence and len(told.remedies) == 2
    commands.set_date(store, of, TODAY)
    home.refresh()
    assert "destroyed today" in home._notices[0].sentence
    page = shown(qtbot, NotesPage(home.session, lambda: datetime(2026, 11, 25, tzinfo=UTC)))
    page.refresh()
    assert "3 days overdue" in page._notices[0].sentence


def test_a_date_that_does_not_fit_is_doubted_aloud(home: HomePage, of: DialogueId) -> None:
    store = home.session.store
    backup.copy(store.db, store.folder, TODAY)
    commands.close(store, of, TODAY, TODAY)
    doubt, _due = home.life.reminders(dialogues.every(store), TODAY + timedelta(days=900))
    assert "does not fit" in doubt.sentence


def test_notes_go_only_once_the_name_is_typed(
    home: HomePage, of: DialogueId, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = home.session
    commands.draft(session.store, of, TODAY)
    dialog = asked(qtbot, session, What.NOTES)
    assert not dialog.take.isEnabled() and dialog.cancel.hasFocus()
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert notes.of_dialogue(session.store, of) and dialog.act is None
    dialog = asked(qtbot, session, What.NOTES)
    dialog.typed.setText(dialog._name)
    qtbot.keyClick(dialog.typed, Qt.Key.Key_Return)
    assert dialog.act and dialog.act.done and not notes.of_dialogue(session.store, of)
    assert dialog.save.hasFocus() and not dialog.take.isVisible()
    target = str(tmp_path / "page.pdf")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (target, ""))
    dialog.save.click()
    assert "read back" in dialog.view.said.text() and Path(target).stat().st_size > 1000
    home.refresh()
    assert any("destroyed on" in fact.words for fact in home._cards[2][0].card.facts)


def test_notes_at_work_are_refused_in_place(home: HomePage, of: DialogueId, qtbot: QtBot) -> None:
    commands.begin(home.session.store, of, TODAY)
    dialog = asked(qtbot, home.session, What.NOTES)
    dialog.typed.setText(dialog._name)
    assert not dialog.take.isEnabled()


def test_a_clock_that_jumped_asks_for_one_more_yes(
    home: HomePage, of: DialogueId, qtbot: QtBot
) -> None:
    store = home.session.store
    backup.copy(store.db, store.folder, TODAY)
    dialog = asked(qtbot, home.session, What.DIALOGUE, TODAY + timedelta(days=900))
    dialog.typed.setText(dialog._name)
    assert not dialog.take.isEnabled()
    dialog.clock.setChecked(True)
    assert dialog.take.isEnabled()


def test_a_purged_dialogue_leaves_home_and_has_a_certificate(
    home: HomePage, of: DialogueId, qtbot: QtBot
) -> None:
    session, store = home.session, home.session.store
    dialog = asked(qtbot, session, What.DIALOGUE)
    dialog.typed.setText(dialog._name)
    dialog.take.click()
    assert session.dialogue is None and not dialogues.every(session.store)
    home.refresh()
    assert "Certificates of destruction" in [c.words for c in home.commands()]
    log = shown(qtbot, CertificatesDialog(None, session), 860, 680)
    act = log.list.value()
    assert act == purging.acts(session.store)[0]
    assert act and "; no word of the dialogue stands in it" in certificate_of(store, act).said
    named = certificate_of(store, replace(act, name="Round on ports"))
    assert "besides its name, no word of the dialogue" in named.said
    away = certificate_of(store, replace(act, reached=replace(act.reached, kits_away=1)))
    assert ("Kits", "1 not reached, tried again at each opening") in away.sections[2].rows


def test_a_finding_says_that_its_notes_were_destroyed_and_is_asked_as_before(
    home: HomePage, of: DialogueId
) -> None:
    store, dialogue = home.session.store, home.session.open_dialogue()
    assert dialogue
    before = {card.id: card for card in read_board(store, dialogue).cards}
    commands.draft(store, of, TODAY)
    commands.destroy(store, Order(Target(What.NOTES, of)), TODAY)
    after = read_board(store, dialogue)
    rested = [card for card in after.cards if before[card.id].behind]
    assert rested
    for card in rested:
        was = before[card.id]
        assert (card.source, card.terms, card.asked) == (was.source, was.terms, was.asked)
        assert (card.behind, card.gone) == (0, was.behind) and "destroyed" in card.count


def test_no_question_is_called_untouched_once_raw_notes_were_destroyed(
    home: HomePage, of: DialogueId
) -> None:
    store, session = home.session.store, home.session
    commands.draft(store, of, TODAY)
    commands.destroy(store, Order(Target(What.NOTES, of)), TODAY)
    dialogue = session.open_dialogue()
    assert dialogue
    board = read_board(store, dialogue)
    left = [row for row in notes_by_question(board) if isinstance(row, QuestionLine)]
    item = next(item for item in board.items if item.questions)
    beside = question_lines(store, Room(dialogue, item), ())
    assert left and beside
    assert {row.state for row in (*left, *beside)} == {"Raw notes destroyed"}


def test_copies_that_were_not_reached_may_be_deleted(
    home: HomePage, of: DialogueId, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    session, store = home.session, home.session.store
    copy = backup.copy(store.db, store.folder, TODAY)
    copy.path.write_bytes(b"damaged" * 2000)
    monkeypatch.setattr(Confirm, "ask", lambda *_: True)
    dialog = asked(qtbot, session, What.DIALOGUE)
    dialog.typed.setText(dialog._name)
    dialog.take.click()
    assert dialog.act and dialog.act.done and not copy.path.exists()
    assert not purging.is_unfinished(store.db)
