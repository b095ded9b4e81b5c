"""A team's folder in the window: the dialog, the sign at the top, what comes while one types."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from opened import notes_page, shown
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from shared_key import CHEAP, KEY

from dialogueprep.commands import teams
from dialogueprep.domain.dialogue import DialogueId
from dialogueprep.sentences import explain
from dialogueprep.store import conflicts, rows, sealing, workspace
from dialogueprep.store.workspace import Store
from dialogueprep.ui import resting, team_watch
from dialogueprep.ui.dialogs.team_folder import TeamFolderDialog
from dialogueprep.ui.resting import Resting
from dialogueprep.ui.session import Session
from dialogueprep.ui.widgets.team_begin import Way
from dialogueprep.ui.widgets.team_sign import TeamSign

DAY = date(2026, 3, 2)
WORDS = "quiet harbour lantern"
HALF = "Half a line that nobody has"


@pytest.fixture(autouse=True)
def hasty(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sealing, "USUAL", CHEAP)
    monkeypatch.setattr(team_watch, "_AGAIN_MS", 10)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "shared"
    made.mkdir()
    return made


@pytest.fixture
def other(sample_session: Session, folder: Path, tmp_path: Path) -> Iterator[Store]:
    """Return the workspace of somebody else in the team, who has the sample."""
    store, dialogue = sample_session.store, open_dialogue(sample_session)
    teams.found(store, dialogue, folder, WORDS)
    teams.exchange_now(store, dialogue, DAY)
    with workspace.create(tmp_path / "other", KEY, "Other") as made:
        teams.join(made, folder, WORDS)
        teams.exchange_now(made, dialogue, DAY)
        yield made


def open_dialogue(session: Session) -> DialogueId:
    assert session.dialogue is not None
    return session.dialogue


def some_note(store: Store) -> str:
    return next(rows.select(store, "notes", "private = 0 AND draft = 0", order="id"))["id"]


def write(store: Store, note: str, wording: str) -> None:
    with store.step("Write") as step:
        rows.update(step, "notes", note, {"wording": wording})


def written(store: Store, note: str) -> str:
    row = rows.one(store, "notes", note)
    assert row is not None
    return row["wording"]


def looked(qtbot: QtBot, session: Session) -> None:
    """Exchange at once, and wait until that is over."""
    with qtbot.waitSignal(session.team.ended):
        session.team.look_now()


def told(dialog: TeamFolderDialog) -> str:
    inside = dialog._inside
    every = (inside.itemAt(n).widget() for n in range(inside.count()))
    labels = (each for widget in every if widget for each in [widget, *widget.children()])
    return " ".join(each.accessibleName() for each in labels if hasattr(each, "accessibleName"))


def test_a_team_is_founded_and_its_passphrase_shown_once(
    qtbot: QtBot, sample_session: Session, folder: Path
) -> None:
    dialog = shown(qtbot, TeamFolderDialog(None, sample_session), 760, 600)
    assert not dialog.go_on.isEnabled()
    dialog.begin.folder.setText(str(folder))
    made = dialog.begin.passphrase.text()
    with qtbot.waitSignal(sample_session.team.ended):
        QTest.keyClick(dialog.begin.folder, Qt.Key.Key_Return)
    assert len(list(folder.glob("*.dpchanges"))) == 1
    assert dialog._told == made
    assert sample_session.team.state(open_dialogue(sample_session)).written is not None
    dialog.close()
    again = TeamFolderDialog(None, sample_session)
    qtbot.addWidget(again)
    assert again._told == ""


def test_a_folder_with_a_team_is_joined_and_a_wrong_passphrase_said_in_place(
    qtbot: QtBot, other: Store, folder: Path, empty_session: Session
) -> None:
    dialog = shown(qtbot, TeamFolderDialog(None, empty_session), 760, 600)
    assert dialog.begin.way is Way.JOIN
    dialog.begin.folder.setText(str(folder))
    dialog.begin.passphrase.setText("wrong")
    dialog.go_on.click()
    assert "letter by letter" in dialog.begin.trouble.text()
    dialog.begin.passphrase.setText(WORDS)
    with qtbot.waitSignal(empty_session.team.ended):
        dialog.go_on.click()
    note = some_note(other)
    assert written(empty_session.store, note) == written(other, note)


def test_what_comes_waits_while_a_line_is_typed_and_leaves_the_line_and_its_caret(
    qtbot: QtBot, other: Store, sample_session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = notes_page(qtbot, sample_session)
    field, watch = page.editor.field, sample_session.team
    window = page.windowHandle()
    monkeypatch.setattr(resting, "_AFTER_KEYS_MS", 10**6)
    qtbot.keyClicks(field, HALF)
    field.moveCursor(field.textCursor().MoveOperation.WordLeft)
    caret = field.textCursor().position()
    qtbot.waitUntil(lambda: sample_session.saving == "saved")
    note = some_note(other)
    write(other, note, "Tides matter.")
    teams.exchange_now(other, open_dialogue(sample_session), DAY)
    QTest.keyClick(window, Qt.Key.Key_Shift)
    with qtbot.assertNotEmitted(watch.ended, wait=100):
        watch.look()
    assert watch.is_running
    assert written(sample_session.store, note) != "Tides matter."
    monkeypatch.setattr(resting, "_AFTER_KEYS_MS", 0)

    def has_come() -> bool:
        watch.look()  # the one that waited may have read the folder before
        return written(sample_session.store, note) == "Tides matter."

    qtbot.waitUntil(has_come)
    assert (field.toPlainText(), field.textCursor().position()) == (HALF, caret)
    assert field.hasFocus()


def test_hands_rest_a_while_after_the_last_key_and_not_in_a_dialog(
    qtbot: QtBot, sample_session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = notes_page(qtbot, sample_session)
    hands = Resting(page)
    assert hands.rests()
    QTest.keyClick(page.windowHandle(), Qt.Key.Key_A)
    assert not hands.rests()
    monkeypatch.setattr(resting, "_AFTER_KEYS_MS", 0)
    assert hands.rests()
    dialog = TeamFolderDialog(page, sample_session)
    dialog.open()
    assert not hands.rests()
    dialog.close()


def test_the_sign_says_what_is_to_be_decided_and_the_dialog_offers_it(
    qtbot: QtBot, other: Store, sample_session: Session
) -> None:
    sign = TeamSign()
    qtbot.addWidget(sign)
    sign.follow(sample_session)
    assert sign.text() == "Team"
    note, dialogue = some_note(other), open_dialogue(sample_session)
    write(other, note, "Tides matter.")
    teams.exchange_now(other, dialogue, DAY)
    write(sample_session.store, note, "Rail matters.")
    looked(qtbot, sample_session)
    assert conflicts.count(sample_session.store) == 1
    assert sign.text() == "1 to decide on"
    dialog = shown(qtbot, TeamFolderDialog(None, sample_session), 760, 600)
    assert dialog.decide.isVisible()
    assert "1 other installation" in told(dialog)


def test_a_folder_that_is_gone_is_told_and_costs_nothing(
    qtbot: QtBot, other: Store, sample_session: Session, folder: Path
) -> None:
    sign = TeamSign()
    qtbot.addWidget(sign)
    sign.follow(sample_session)
    away, dialogue = folder.rename(folder.with_name("away")), open_dialogue(sample_session)
    note = some_note(other)
    write(sample_session.store, note, "Rail matters.")
    looked(qtbot, sample_session)
    error = sample_session.team.state(dialogue).error
    assert error is not None and "Nothing is lost" in explain(error)
    assert sign.text() == "Team folder not in reach"
    away.rename(folder)
    looked(qtbot, sample_session)
    assert sign.text() == "Team"
    teams.exchange_now(other, dialogue, DAY)
    assert written(other, note) == "Rail matters."


def test_a_change_is_written_soon_and_nothing_is_read_again_without_one(
    qtbot: QtBot, other: Store, sample_session: Session, folder: Path
) -> None:
    looked(qtbot, sample_session)
    looked(qtbot, sample_session)
    before = sorted(folder.iterdir())
    looked(qtbot, sample_session)
    assert sorted(folder.iterdir()) == before
    sample_session.team._soon.setInterval(10)
    with qtbot.waitSignal(sample_session.team.ended):
        write(sample_session.store, some_note(other), "Rail matters.")
    assert sorted(folder.iterdir()) != before
