"""Handing over and taking in, in the window: what is said, what is made, what is refused."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from opened import shown
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from shared_key import CHEAP, KEY

from dialogueprep.commands import kits as commands
from dialogueprep.domain.kits import Purpose
from dialogueprep.store import dialogues, kits, sealing, workspace
from dialogueprep.store.driver import run
from dialogueprep.store.keys import Key
from dialogueprep.ui.dialogs.hand_over import HandOverDialog
from dialogueprep.ui.dialogs.merge_changes import MergeDialog
from dialogueprep.ui.dialogs.take_in_kit import TakeInKitDialog
from dialogueprep.ui.pages.home import HomePage
from dialogueprep.ui.session import Session

DAY = date(2026, 3, 2)
WORDS = "quiet harbour lantern"
BOTH = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


@pytest.fixture(autouse=True)
def cheap(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sealing, "USUAL", CHEAP)


@pytest.fixture
def asked(qtbot: QtBot, sample_session: Session, tmp_path: Path) -> Iterator[HandOverDialog]:
    dialogue = sample_session.open_dialogue()
    assert dialogue is not None
    made = shown(qtbot, HandOverDialog(None, sample_session, dialogue, DAY), 760, 580)
    made.file.line.setText(str(tmp_path / made._file_name()))
    yield made
    made.close()


@pytest.fixture
def kit(sample_session: Session, tmp_path: Path) -> Path:
    into, it = tmp_path / "one.dlg", sample_session.dialogue
    assert it is not None
    commands.hand_over(sample_session.store, it, Purpose.WHOLE, into, WORDS)
    return into


def taking(qtbot: QtBot, session: Session, path: Path) -> TakeInKitDialog:
    return shown(qtbot, TakeInKitDialog(None, session, path), 620, 480)


def words_of(dialog: HandOverDialog) -> str:
    both = dialog.contents._in_it, dialog.contents._not_in_it
    return " ".join(each.accessibleName() for each in both)


def test_each_purpose_says_what_is_in_it_and_what_is_not(asked: HandOverDialog) -> None:
    said: set[str] = set()
    for card in asked.cards.values():
        card.click()
        said.add(words_of(asked))
        assert "No " in words_of(asked)
    assert len(said) == len(Purpose)
    assert "private" in asked.contents._stays.accessibleName()


def test_arrows_choose_a_purpose_and_the_file_is_named_after_it(asked: HandOverDialog) -> None:
    QTest.keyClick(asked.cards[Purpose.RAPPORTEUR], Qt.Key.Key_Down)
    assert asked.purpose is Purpose.NOTES
    assert Path(asked.file.line.text()).name == "notes kit 2026-03-02.dlg"


def test_a_kit_is_made_and_shows_the_digits_that_its_file_has(
    asked: HandOverDialog, tmp_path: Path
) -> None:
    asked.cards[Purpose.AGENDA].click()
    QTest.keyClick(asked.passphrase, Qt.Key.Key_Return)
    path = tmp_path / "agenda kit 2026-03-02.dlg"
    assert asked.made is not None
    assert sealing.read(path).fingerprint == asked.made.fingerprint
    with kits.open(path, Key.passphrase(asked.passphrase.text())) as opened:
        assert opened.purpose is Purpose.AGENDA
    asked.finish.click()
    assert asked.result() == 1


def test_a_passphrase_that_is_too_short_is_refused_under_its_field(
    asked: HandOverDialog, tmp_path: Path
) -> None:
    asked.passphrase.setText("ports")
    QTest.keyClick(asked.passphrase, Qt.Key.Key_Return)
    assert asked.made is None and not list(tmp_path.glob("*.dlg"))
    assert "too short" in asked.asked.below.text()
    asked.make_one.click()
    assert not asked.asked.below.isVisibleTo(asked)
    QTest.keyClick(asked.passphrase, Qt.Key.Key_Return)
    assert asked.made is not None


def test_no_kit_is_made_without_a_passphrase(asked: HandOverDialog) -> None:
    assert asked.take.isEnabled()
    asked.passphrase.setText(" ")
    assert not asked.take.isEnabled()
    asked.make_one.click()
    assert len(asked.passphrase.text()) == 24
    assert asked.take.isEnabled()


def test_a_place_that_cannot_be_written_is_said_in_place(
    asked: HandOverDialog, tmp_path: Path
) -> None:
    asked.file.line.setText(str(tmp_path / "none" / "one.dlg"))
    asked.take.click()
    assert asked.made is None
    assert asked.file.below.text()
    (tmp_path / "one.dlg.part").write_text("")
    (tmp_path / ".one.dlg.part").mkdir()
    asked.file.line.setText(str(tmp_path / "one.dlg"))
    asked.take.click()
    assert asked.made is None
    assert "one.dlg" in asked.file.below.text()


def test_a_file_tells_its_purpose_and_fingerprint_before_the_passphrase(
    qtbot: QtBot, sample_session: Session, kit: Path
) -> None:
    dialog = taking(qtbot, sample_session, kit)
    assert sealing.read(kit).fingerprint in dialog.what.text()
    assert not dialog.look.isEnabled()
    dialog.reject()


def test_a_wrong_passphrase_and_a_broken_file_are_said_in_place(
    qtbot: QtBot, sample_session: Session, kit: Path, tmp_path: Path
) -> None:
    dialog = taking(qtbot, sample_session, kit)
    dialog.passphrase.setText("not the one")
    QTest.keyClick(dialog.passphrase, Qt.Key.Key_Return)
    assert "does not open" in dialog.trouble.text()
    assert dialog.kit is None
    short = tmp_path / "short.dlg"
    short.write_bytes(kit.read_bytes()[:5000])
    dialog.line.setText(str(short))
    assert "its end is missing" in dialog.trouble.text()
    assert not dialog.look.isEnabled()
    dialog.reject()


def test_contents_are_shown_before_anything_is_written_and_giving_up_leaves_nothing(
    qtbot: QtBot, empty_session: Session, kit_elsewhere: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = taking(qtbot, empty_session, kit_elsewhere)
    dialog.passphrase.setText(WORDS)
    QTest.keyClick(dialog.passphrase, Qt.Key.Key_Return)
    assert dialog.kit is not None
    assert dialog.kit.counts["items"] == 17
    assert dialog.take.text() == "Take in"
    folder = dialog.kit._folder
    assert folder.is_dir()
    dialog.reject()
    assert not folder.exists()
    assert dialogues.every(empty_session.store) == ()


@pytest.fixture
def kit_elsewhere(prepared_workspace: Path, tmp_path: Path) -> Path:
    shutil.copytree(prepared_workspace, tmp_path / "elsewhere")
    with workspace.open(tmp_path / "elsewhere", KEY) as store:
        it = dialogues.every(store)[0].id
        commands.hand_over(store, it, Purpose.WHOLE, tmp_path / "else.dlg", WORDS)
    return tmp_path / "else.dlg"


def opened_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    def accept(dialog: TakeInKitDialog) -> int:
        dialog.passphrase.setText(WORDS)
        dialog.show_contents()
        return 1

    monkeypatch.setattr(TakeInKitDialog, "exec", accept)


def test_a_file_dropped_on_home_is_taken_in_and_undone(
    qtbot: QtBot, empty_session: Session, kit_elsewhere: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened_at_once(monkeypatch)
    page = shown(qtbot, HomePage(empty_session, lambda: DAY))
    drop(page, kit_elsewhere)
    (it,) = dialogues.every(empty_session.store)
    assert empty_session.dialogue == it.id
    page.kits._undo()
    assert dialogues.every(empty_session.store) == ()


def drop(page: HomePage, path: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    copy = Qt.DropAction.CopyAction
    none = Qt.KeyboardModifier.NoModifier
    at, button = QPointF(50, 50), Qt.MouseButton.LeftButton
    enter = QDragEnterEvent(at.toPoint(), copy, data, button, none)
    QApplication.sendEvent(page, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(page, QDropEvent(at, copy, data, button, none))


def test_a_kit_of_a_dialogue_that_is_here_asks_and_brings_both_together(
    qtbot: QtBot, sample_session: Session, kit: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened_at_once(monkeypatch)
    counts: list[tuple[int, int]] = []

    def agree(dialog: MergeDialog) -> int:
        found = dialog._merge.counts
        counts.append((sum(c.new for c in found), sum(c.changed for c in found)))
        return 1

    monkeypatch.setattr(MergeDialog, "exec", agree)
    page = shown(qtbot, HomePage(sample_session, lambda: DAY))
    page.kits.take_in(kit)
    assert counts == []
    page.kits.take_in(changed_elsewhere(kit))
    assert counts == [(0, 1)]
    assert run(sample_session.store.db, "SELECT first_day FROM dialogues") == [("2027-01-04",)]


def changed_elsewhere(kit: Path) -> Path:
    """Return a kit from somebody who took this one in and moved the dialogue."""
    with workspace.create(kit.parent / "away", KEY, "Away") as away:
        with kits.open(kit, Key.passphrase(WORDS)) as opened:
            it = commands.take_in(away, opened, DAY).dialogue
        with away.step("Move") as step:
            run(step.db, "UPDATE dialogues SET first_day = '2027-01-04'")
        commands.hand_over(away, it, Purpose.WHOLE, kit.parent / "back.dlg", WORDS)
    return kit.parent / "back.dlg"


def test_keys_palette_and_menu_reach_both(
    qtbot: QtBot, sample_session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown_dialogs: list[str] = []
    for kind in (HandOverDialog, TakeInKitDialog):
        monkeypatch.setattr(kind, "exec", lambda d: shown_dialogs.append(d.windowTitle()) or 0)
    page = shown(qtbot, HomePage(sample_session, lambda: DAY))
    page.begin()
    words = [c.words for c in page.commands()]
    assert {"Hand over", "Take in a kit"} <= set(words)
    for key in (Qt.Key.Key_H, Qt.Key.Key_I):
        QTest.keyClick(page.focusWidget() or page, key, BOTH)
    assert shown_dialogs == ["Hand over", "Take in a kit"]
