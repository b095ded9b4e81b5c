"""A struck note may lie in kits that were made here: they are named, and can be deleted."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from opened import enter, notes_page
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from dialogueprep.commands import kits, teams
from dialogueprep.domain.kits import Purpose
from dialogueprep.store import kits as sealed
from dialogueprep.store import notes
from dialogueprep.store.driver import run
from dialogueprep.store.keys import Key
from dialogueprep.ui import dates
from dialogueprep.ui.dialogs.confirm import Confirm
from dialogueprep.ui.dialogs.strike_note import StrikeDialog
from dialogueprep.ui.pages.notes import NotesPage
from dialogueprep.ui.session import Session

PASSPHRASE = "kelp over the northern harbour"
CTRL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def page(qtbot: QtBot, sample_session: Session, monkeypatch: pytest.MonkeyPatch) -> NotesPage:
    monkeypatch.setattr(StrikeDialog, "ask", lambda *_: True)
    return notes_page(qtbot, sample_session)


@pytest.fixture
def said(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Agree to what is asked, and keep the words."""
    asked: list[str] = []
    monkeypatch.setattr(Confirm, "ask", lambda _p, _t, words, _v: bool(asked.append(words)) or True)
    return asked


def write(qtbot: QtBot, page: NotesPage, words: str) -> None:
    qtbot.keyClicks(page.editor.field, words)
    enter(qtbot, page)


def strike_last(qtbot: QtBot, page: NotesPage) -> None:
    qtbot.keyClick(page.editor.field, Qt.Key.Key_X, CTRL_SHIFT)


def hand_over(page: NotesPage, into: Path, purpose: Purpose = Purpose.NOTES) -> Path:
    into.parent.mkdir(exist_ok=True)
    dialogue = page.session.dialogue
    assert dialogue is not None
    kits.hand_over(page.session.store, dialogue, purpose, into, PASSPHRASE)
    return into


def words_in(kit: Path) -> str:
    with sealed.open(kit, Key.passphrase(PASSPHRASE)) as opened:
        return " ".join(text for (text,) in run(opened.store.db, "SELECT wording FROM notes"))


def test_a_kit_that_holds_the_note_is_named_and_deleted(
    qtbot: QtBot, page: NotesPage, said: list[str], tmp_path: Path
) -> None:
    write(qtbot, page, "the wrybill counts its ships")
    kit = hand_over(page, tmp_path / "home" / "notes.dpkit")
    agenda = hand_over(page, tmp_path / "home" / "agenda.dpkit", Purpose.AGENDA)
    assert "wrybill" in words_in(kit)
    strike_last(qtbot, page)
    (asked,) = said
    assert str(kit) in asked and str(agenda) not in asked
    assert not kit.exists() and agenda.exists()
    made = run(page.session.store.db, "SELECT path FROM _kits")
    assert [path for (path,) in made] == [str(agenda)]


def test_a_note_that_never_left_asks_about_no_kit(
    qtbot: QtBot, page: NotesPage, said: list[str], tmp_path: Path
) -> None:
    kit = hand_over(page, tmp_path / "home" / "notes.dpkit")
    write(qtbot, page, "written after the kit")
    strike_last(qtbot, page)
    assert said == [] and kit.exists()


def test_what_was_joined_into_the_note_counts_too(
    qtbot: QtBot, page: NotesPage, said: list[str], tmp_path: Path
) -> None:
    write(qtbot, page, "first half")
    write(qtbot, page, "second half")
    kit = hand_over(page, tmp_path / "home" / "notes.dpkit")
    write(qtbot, page, "after the kit")
    item, store = page._room_now().item.id, page.session.store
    page.list.choose(notes.of_item(store, item)[-2].id)
    page.deeds.do("join")
    joined = notes.of_item(store, item)[-1]
    assert joined.text == "second half after the kit"
    page.striking.strike(joined)
    assert str(kit) in said[0]


def test_a_kit_on_a_drive_that_is_away_is_named(
    qtbot: QtBot, page: NotesPage, said: list[str], tmp_path: Path
) -> None:
    write(qtbot, page, "the wrybill counts its ships")
    kit = hand_over(page, tmp_path / "stick" / "notes.dpkit")
    kit.parent.rename(tmp_path / "away")
    with qtbot.waitSignal(page.session.trouble) as told:
        strike_last(qtbot, page)
    assert str(kit) in said[0]
    assert told.args is not None and str(kit) in told.args[0]
    assert len(run(page.session.store.db, "SELECT path FROM _kits")) == 1
    assert (tmp_path / "away" / "notes.dpkit").exists()


def test_a_kit_that_somebody_deletes_meanwhile_is_not_said_to_be_there(
    qtbot: QtBot, page: NotesPage, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    write(qtbot, page, "the wrybill counts its ships")
    kit = hand_over(page, tmp_path / "home" / "notes.dpkit")
    kit.with_name("beside.txt").touch()
    monkeypatch.setattr(Confirm, "ask", lambda *_: kit.unlink() or True)
    with qtbot.assertNotEmitted(page.session.trouble):
        strike_last(qtbot, page)
    assert not run(page.session.store.db, "SELECT path FROM _kits")


def private_last(qtbot: QtBot, page: NotesPage) -> None:
    page.list.choose(notes.of_item(page.session.store, page._room_now().item.id)[-1].id)
    page.deeds.do("private")


def test_what_goes_private_says_which_kits_may_hold_it_and_deletes_them(
    qtbot: QtBot, page: NotesPage, said: list[str], tmp_path: Path
) -> None:
    write(qtbot, page, "the wrybill counts its ships")
    private_last(qtbot, page)
    assert said == []  # it never left
    private_last(qtbot, page)
    kit = hand_over(page, tmp_path / "home" / "notes.dpkit")
    hand_over(page, tmp_path / "home" / "agenda.dpkit", Purpose.AGENDA)
    private_last(qtbot, page)
    (asked,) = said
    assert f"Notes back, {dates.day(date.today())}\n{kit}" in asked and "agenda" not in asked
    assert "private" in asked
    assert not kit.exists()
    private_last(qtbot, page)
    assert len(said) == 1  # shared again: nothing is said


def test_what_is_joined_into_a_private_note_is_said_too(
    qtbot: QtBot, page: NotesPage, said: list[str], tmp_path: Path
) -> None:
    write(qtbot, page, "the wrybill counts its ships")
    kit = hand_over(page, tmp_path / "home" / "notes.dpkit")
    write(qtbot, page, "and this is for me alone")
    private_last(qtbot, page)
    assert said == []
    page.list.choose(notes.of_item(page.session.store, page._room_now().item.id)[-2].id)
    page.deeds.do("join")
    joined = notes.of_item(page.session.store, page._room_now().item.id)[-1]
    assert joined.private and joined.text.endswith("for me alone")
    assert str(kit) in said[0]


def test_what_was_sent_on_is_named_by_what_it_is_and_its_day(
    qtbot: QtBot, page: NotesPage, said: list[str], tmp_path: Path
) -> None:
    write(qtbot, page, "the wrybill counts its ships")
    kit = hand_over(page, tmp_path / "home" / "whole.dpkit", Purpose.WHOLE)
    kit.with_name("beside.txt").touch()
    kit.rename(tmp_path / "sent.dpkit")
    named = f"Whole dialogue, {dates.day(date.today())}"
    with qtbot.waitSignal(page.session.notice) as told:
        private_last(qtbot, page)
    assert told.args == [f"Whoever has the note already keeps it: {named}"]
    with qtbot.waitSignal(page.session.notice) as told:
        strike_last(qtbot, page)
    assert told.args is not None and told.args[0].endswith(f"is taken in: {named}")
    assert said == []


def test_what_lies_in_a_teams_folder_stays_there_when_it_goes_private(
    qtbot: QtBot, page: NotesPage, said: list[str], tmp_path: Path
) -> None:
    write(qtbot, page, "the wrybill counts its ships")
    (tmp_path / "shared").mkdir()
    dialogue = page.session.dialogue
    assert dialogue is not None
    teams.found(page.session.store, dialogue, tmp_path / "shared", PASSPHRASE)
    teams.exchange_now(page.session.store, dialogue, date(2026, 11, 12))
    with qtbot.waitSignal(page.session.notice) as told:
        private_last(qtbot, page)
    assert told.args == ["Whoever has the note already keeps it: Team folder"]


def test_what_came_from_elsewhere_is_elsewhere(
    qtbot: QtBot, page: NotesPage, said: list[str], tmp_path: Path
) -> None:
    write(qtbot, page, "the wrybill counts its ships")
    kit = hand_over(page, tmp_path / "home" / "notes.dpkit")
    with page.session.store.step("") as step:
        run(step.db, "DELETE FROM _kits")
    kit.unlink()
    with qtbot.waitSignal(page.session.notice) as told:
        private_last(qtbot, page)
    assert told.args == ["Whoever has the note already keeps it: another workspace"]
