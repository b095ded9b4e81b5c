"""Keys, copies and places in the window: holders, sheets, restoring, bad places, locking."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import keyring
import pytest
from key_store_in_memory import KeyStoreInMemory
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot
from shared_key import CHEAP, KEY

from dialogueprep.commands import workspace as commands
from dialogueprep.domain import recovery
from dialogueprep.domain.errors import Trouble
from dialogueprep.exchange.read_pdf_library import pdfium
from dialogueprep.store import backup, keys, second_place, settings, workspace
from dialogueprep.store.keys import Key
from dialogueprep.ui.apart import Move, NewKey, Restore
from dialogueprep.ui.dialogs.confirm import AskPassphrase, Confirm
from dialogueprep.ui.dialogs.copies import CopiesDialog
from dialogueprep.ui.dialogs.key_holders import KeyHoldersDialog
from dialogueprep.ui.dialogs.passphrases import NewPassphrase, PassphraseDialog
from dialogueprep.ui.dialogs.recovery_sheet import RecoverySheetDialog
from dialogueprep.ui.dialogs.settings import SettingsDialog
from dialogueprep.ui.found import Find
from dialogueprep.ui.machine_settings import MachineSettings
from dialogueprep.ui.pages.first_run import FirstRunPage
from dialogueprep.ui.pages.locked import LockedPage
from dialogueprep.ui.session import Session
from dialogueprep.ui.theme import Theme
from dialogueprep.ui.widgets.buttons import Button
from dialogueprep.ui.widgets.labels import Label, Paragraph
from dialogueprep.ui.window import MainWindow

DAY = date(2026, 5, 11)
WORDS = "calm waters of the bay"


def _finder(_session: Session) -> Find:
    return lambda _typed: ()


@pytest.fixture
def session(look: Theme, machine: MachineSettings, tmp_path: Path) -> Session:
    """Return a session on a small workspace that a passphrase opens."""
    store = workspace.create(tmp_path / "ours", Key.passphrase(WORDS), "Ours", cost=CHEAP)
    return Session(store, machine)


@pytest.fixture
def window(qtbot: QtBot, look: Theme, machine: MachineSettings, session: Session) -> MainWindow:
    """Return the window on it."""
    made = MainWindow(machine, look, _finder)
    qtbot.addWidget(made)
    made.show_session(session)
    made.show()
    qtbot.waitActive(made)
    return made


def _buttons(dialog: KeyHoldersDialog) -> list[Button]:
    return [each for each in dialog.findChildren(Button) if each.text() == "Remove"]


def _notices(window: MainWindow) -> list[str]:
    assert window.frame
    return [each.sentence for each in window.frame.page.banner.notices]


def _answer(patch: pytest.MonkeyPatch, where: type, what: object) -> None:
    """Let a dialog that asks return this."""
    patch.setattr(where, "ask", lambda *_asked, **_more: what)


def test_holders_come_and_go_but_for_the_last(
    qtbot: QtBot, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = KeyHoldersDialog(None, session, DAY)
    qtbot.addWidget(dialog)
    assert not _buttons(dialog)
    _answer(monkeypatch, PassphraseDialog, NewPassphrase(WORDS, "her own words", "Deputy"))
    dialog.add_words.click()
    holders = keys.holders(session.store.folder)
    assert [(each.name, each.added) for each in holders] == [("", None), ("Deputy", DAY)]
    assert len(_buttons(dialog)) == 2
    assert any("added on 11 May 2026" in each.text() for each in dialog.findChildren(Label))
    said: list[str] = []
    monkeypatch.setattr(Confirm, "ask", lambda _p, _t, sentence, *_v: said.append(sentence) or True)
    _buttons(dialog)[1].click()
    assert "copies of the folder that were made before" in said[0]
    assert len(keys.holders(session.store.folder)) == 1
    with pytest.raises(Trouble, match="wrong-passphrase"):
        keys.unlock(session.store.folder, Key.passphrase("her own words"))
    session.close()


def test_a_recovery_sheet_opens_what_a_forgotten_passphrase_does_not(
    qtbot: QtBot, session: Session, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    written: list[str] = []

    def on_paper(parent: object, name: str, today: date) -> str:
        dialog = RecoverySheetDialog(None, name, today)
        qtbot.addWidget(dialog)
        dialog.save_to(tmp_path / "sheet.pdf")
        assert not dialog.take.isEnabled()
        qtbot.keyClicks(dialog.asked, dialog.groups[4].lower())
        assert dialog.take.isEnabled()
        written.append(" ".join(dialog.groups))
        return written[0]

    monkeypatch.setattr(RecoverySheetDialog, "ask", on_paper)
    _answer(monkeypatch, AskPassphrase, WORDS)
    dialog = KeyHoldersDialog(None, session, DAY)
    qtbot.addWidget(dialog)
    dialog.add_sheet.click()
    assert keys.unlock(session.store.folder, Key.sheet(written[0])) == session.store.db.key
    folder, machine = session.store.folder, session.machine
    session.close()
    page = LockedPage(folder, machine)
    qtbot.addWidget(page)
    page.show()
    page.use_sheet()
    wrong = written[0][:-1] + ("A" if written[0][-1] != "A" else "B")
    qtbot.keyClicks(page.recovery, wrong)
    qtbot.keyClick(page.recovery, Qt.Key.Key_Return)
    assert any("group 8" in each.text() for each in page.findChildren(Label))
    page.recovery.clear()
    qtbot.keyClicks(page.recovery, written[0].lower().replace(" ", "-"))
    with qtbot.waitSignal(page.opened) as opened:
        qtbot.keyClick(page.recovery, Qt.Key.Key_Return)
    opened.args[0].close()


def test_a_key_store_that_does_not_open_it_is_told_and_the_sheet_leads_back(
    qtbot: QtBot, look: Theme, machine: MachineSettings, tmp_path: Path
) -> None:
    folder = tmp_path / "another's"
    usual, elsewhere = keyring.get_keyring(), KeyStoreInMemory()
    keyring.set_keyring(elsewhere)
    try:
        workspace.create(folder, Key.keystore(), "Ours", cost=CHEAP).close()
        sheet = recovery.groups(bytes(range(recovery.BYTES)))
        keys.add_holder(folder, Key.keystore(), Key.sheet(" ".join(sheet)), cost=CHEAP)
        elsewhere.kept.clear()
        page = LockedPage(folder, machine)
        qtbot.addWidget(page)
        page.show()
        assert not page._field.isVisible()
        page._by_store.click()
        assert page._said.isVisible() and "does not open" in page._said.accessibleName()
        page.use_sheet()
        assert not page._said.isVisible() and not page._by_store.isVisible()
        page._use_words()
        assert page._by_store.isVisible() and not page._field.isVisible()
    finally:
        keyring.set_keyring(usual)


def test_the_sheet_holds_each_group_and_is_nowhere_else(
    qtbot: QtBot, session: Session, tmp_path: Path
) -> None:
    dialog = RecoverySheetDialog(None, "Ours 我们", DAY)
    qtbot.addWidget(dialog)
    dialog.save_to(tmp_path / "sheet.pdf")
    with pdfium().PdfDocument(tmp_path / "sheet.pdf") as document:
        assert len(document) == 1
        text = document[0].get_textpage().get_text_bounded()
    assert all(group in text for group in dialog.groups)
    assert "Ours 我们" in text and "11 May 2026" in text
    folder = session.store.folder
    session.close()
    kept = b"".join(path.read_bytes() for path in folder.rglob("*") if path.is_file())
    assert not any(group.encode() in kept for group in dialog.groups)


def test_a_new_key_is_given_while_the_window_shows_nothing(
    qtbot: QtBot, window: MainWindow, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder, old = session.store.folder, session.store.db.key
    backup.copy(session.store.db, folder, DAY)
    monkeypatch.setattr(SettingsDialog, "change", lambda *_a: NewKey(Key.passphrase(WORDS)))
    window.show_settings()
    assert window.session is None and window.windowTitle() == "DialoguePrep"
    qtbot.waitUntil(lambda: window.session is not None)
    assert "have a new key" in _notices(window)[0]
    assert keys.unlock(folder, Key.passphrase(WORDS)) != old
    assert window.session and window.session.store.db.key != old
    assert backup.preview(backup.listed(folder)[0], window.session.store.db.key).sound
    window.close()


def test_a_copy_is_looked_into_and_restored_and_no_other_goes(
    qtbot: QtBot, window: MainWindow, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = session.store.folder
    for day in range(1, 10):
        backup.copy(session.store.db, folder, date(2026, 3, day))
    session.run(commands.rename, "Renamed")
    before = {copy.path for copy in backup.listed(folder)}
    dialog = CopiesDialog(window, session)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitUntil(dialog.restore.isEnabled)
    shown = [each.text() for each in dialog.contents.findChildren(Label)]
    assert "Sound: all of it can be read" in shown
    _answer(monkeypatch, Confirm, True)
    dialog.restore.click()
    assert isinstance(dialog.wanted, Restore)
    window.do_apart(dialog.wanted)
    qtbot.waitUntil(lambda: window.session is not None)
    assert window.session
    assert settings.read(window.session.store, "name") == "Ours"
    assert "kept as a copy too" in _notices(window)[0]
    after = {copy.path: copy.before for copy in backup.listed(folder)}
    assert before < after.keys()
    assert [after[path] for path in after.keys() - before] == ["restore"]
    window.close()


def test_where_there_is_no_copy_nothing_is_offered(qtbot: QtBot, session: Session) -> None:
    dialog = CopiesDialog(None, session)
    qtbot.addWidget(dialog)
    dialog.show()
    assert not dialog.restore.isEnabled()
    assert dialog._nothing.isVisible()
    session.close()


def test_where_there_is_no_copy_the_ground_is_of_one_colour(qtbot: QtBot, session: Session) -> None:
    dialog = CopiesDialog(None, session)
    qtbot.addWidget(dialog)
    dialog.show()
    seen = dialog.grab().toImage()
    edges = (dialog._nothing, dialog.list.viewport())
    upper, lower = (each.mapTo(dialog, each.rect().bottomRight()) for each in edges)
    assert seen.pixelColor(upper) == seen.pixelColor(lower)
    session.close()


def test_a_damaged_copy_is_not_offered(qtbot: QtBot, session: Session) -> None:
    folder = session.store.folder
    (folder / "backups" / "2026-05-11.db").write_bytes(b"nothing of a database" * 400)
    dialog = CopiesDialog(None, session)
    qtbot.addWidget(dialog)
    dialog.show()

    def texts() -> list[str]:
        return [each.text() for each in dialog.contents.findChildren(Label)]

    qtbot.waitUntil(lambda: "Damaged" in texts())
    assert not dialog.restore.isEnabled()
    session.close()


def test_copies_follow_to_a_stick_when_it_is_there(
    qtbot: QtBot, session: Session, tmp_path: Path
) -> None:
    (tmp_path / "stick").mkdir()
    dialog = CopiesDialog(None, session)
    qtbot.addWidget(dialog)
    with qtbot.waitSignal(session.bringing.ended):
        assert dialog.second
        dialog.second.choose_place(tmp_path / "stick")
    (tmp_path / "stick").rename(tmp_path / "pocket")
    assert session.copy_before("import")
    second = second_place.chosen(session.store.folder)
    assert second and not second.is_there and second_place.lacking(session.store.folder) == 1
    (tmp_path / "pocket").rename(tmp_path / "stick")
    session.bringing.look()
    session.bringing.look()
    qtbot.waitUntil(lambda: not session.bringing.is_running)
    assert [copy.before for copy in second.copies] == ["import"]
    session.close()


def test_what_is_owed_to_a_stick_that_is_away_is_said(
    qtbot: QtBot, session: Session, tmp_path: Path
) -> None:
    (tmp_path / "stick").mkdir()
    assert session.copy_before("import")
    second_place.choose(session.store.folder, tmp_path / "stick")
    second_place.catch_up(session.store.folder, session.store.db.beside)
    (tmp_path / "stick").rename(tmp_path / "pocket")
    second_place.owe(session.store.folder, (), (), ["an item"])
    dialog = CopiesDialog(None, session)
    qtbot.addWidget(dialog)
    assert "the order in which notes of closed items were typed" in said_by(dialog)
    (tmp_path / "pocket").rename(tmp_path / "stick")
    with qtbot.waitSignal(session.bringing.ended):
        session.bringing.look()
    dialog.refresh()
    assert "were typed" not in said_by(dialog)
    session.close()


def said_by(dialog: CopiesDialog) -> str:
    return " ".join(each.accessibleName() for each in dialog.findChildren(Paragraph))


def test_an_import_is_preceded_by_one_copy_of_what_was(session: Session) -> None:
    assert session.copy_before("import") and session.copy_before("import")
    assert [copy.before for copy in backup.listed(session.store.folder)] == ["import"]
    session.run(commands.rename, "Renamed")
    assert session.copy_before("merge")
    befores = {copy.before for copy in backup.listed(session.store.folder)}
    assert befores == {"import", "merge"}
    session.close()


def test_a_synchronised_folder_is_warned_of_and_left(
    qtbot: QtBot, look: Theme, machine: MachineSettings, tmp_path: Path
) -> None:
    folder = tmp_path / "Nextcloud" / "ours"
    session = Session(workspace.create(folder, KEY, "Ours"), machine)
    window = MainWindow(machine, look, _finder)
    qtbot.addWidget(window)
    window.show_session(session)
    window.show()
    assert window.frame
    window.frame.bad_place.look()
    (notice,) = window.frame.bad_place.notices
    assert "Nextcloud" in notice.sentence and "older or half a state" in notice.detail
    (tmp_path / "home").mkdir()
    window.frame.bad_place.move_wanted.emit(tmp_path / "home")
    qtbot.waitUntil(lambda: window.session is not None)
    assert window.session and window.session.store.folder == tmp_path / "home" / "ours"
    assert not folder.exists()
    window.frame.bad_place.look()
    assert not window.frame.bad_place.notices
    window.close()


def test_who_wants_to_stay_in_a_bad_place_is_asked_once(
    qtbot: QtBot, look: Theme, machine: MachineSettings, tmp_path: Path
) -> None:
    folder = tmp_path / "Dropbox" / "ours"
    session = Session(workspace.create(folder, KEY, "Ours"), machine)
    window = MainWindow(machine, look, _finder)
    qtbot.addWidget(window)
    window.show_session(session)
    assert window.frame
    window.frame.bad_place.look()
    window.frame.bad_place.notices[0].remedies[1].act()
    assert not window.frame.bad_place.notices
    assert MachineSettings.load(machine.folder).kept_places == [str(folder)]
    window.close()


def test_a_bad_place_is_warned_of_before_anything_is_created(
    qtbot: QtBot, look: Theme, machine: MachineSettings, tmp_path: Path
) -> None:
    page = FirstRunPage(machine, look)
    qtbot.addWidget(page)
    assert page._doubt.isHidden()
    page.keep_in(tmp_path / "OneDrive")
    assert not page._doubt.isHidden()
    page.keep_in(tmp_path)
    assert page._doubt.isHidden()


def test_the_form_of_a_workspace_says_at_once_that_passphrases_differ_and_enter_sends_it(
    qtbot: QtBot, look: Theme, machine: MachineSettings, tmp_path: Path
) -> None:
    page = FirstRunPage(machine, look)
    qtbot.addWidget(page)
    page.keep_in(tmp_path)
    with qtbot.waitActive(page):
        page.show()
    page.passphrase.setFocus()
    qtbot.keyClicks(page.passphrase, "four words of ours")
    qtbot.keyClick(page.passphrase, Qt.Key.Key_Return)
    assert page.again.hasFocus()
    qtbot.keyClicks(page.again, "four words of our")
    assert page._twice.below.isHidden()
    qtbot.keyClicks(page.again, "r")
    assert page._twice.below.text() == "The two are not the same."
    qtbot.keyClick(page.again, Qt.Key.Key_Backspace)
    qtbot.keyClicks(page.again, "s")
    assert page._twice.below.isHidden()
    page.sample.setFocus()
    qtbot.keyClick(page.sample, Qt.Key.Key_Space)
    with qtbot.waitSignal(page.opened) as opened:
        qtbot.keyClick(page.sample, Qt.Key.Key_Return)
    opened.args[0].store.close()


def test_a_move_that_is_refused_leaves_the_workspace_open_where_it_is(
    qtbot: QtBot, window: MainWindow, session: Session
) -> None:
    folder = session.store.folder
    window.do_apart(Move(folder / "deeper"))
    qtbot.waitUntil(lambda: window.session is not None)
    assert window.session and window.session.store.folder == folder
    assert re.search("into itself", _notices(window)[0])
    window.close()


def test_locking_empties_the_clipboard_of_what_was_copied_here(
    qtbot: QtBot, window: MainWindow
) -> None:
    field = QLineEdit("what was said", window.frame)
    field.show()
    field.setFocus()
    field.selectAll()
    QTest.keyClick(field, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    clipboard = QGuiApplication.clipboard()
    assert clipboard.text() == "what was said"
    window.lock()
    assert clipboard.text() == "" and window.windowTitle() == "DialoguePrep"


def test_locking_leaves_what_another_program_copied(
    qtbot: QtBot, look: Theme, machine: MachineSettings, session: Session
) -> None:
    window = MainWindow(machine, look, _finder)
    qtbot.addWidget(window)
    window.show_session(session)
    assert QGuiApplication.focusWindow() is None
    QGuiApplication.clipboard().setText("from elsewhere")
    window.lock()
    assert QGuiApplication.clipboard().text() == "from elsewhere"


def test_a_workspace_comes_back_from_its_second_place(
    qtbot: QtBot, session: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "new computer"))
    assert session.copy_before("import")
    second = second_place.choose(session.store.folder, tmp_path)
    second_place.catch_up(session.store.folder, session.store.db.beside)
    session.close()
    page = LockedPage(second.path, session.machine)
    qtbot.addWidget(page)
    page.show()
    assert any("brings it back" in each.text() for each in page.findChildren(Label))
    qtbot.keyClicks(page.passphrase, WORDS)
    with qtbot.waitSignal(page.opened) as opened:
        qtbot.keyClick(page.passphrase, Qt.Key.Key_Return)
    again: Session = opened.args[0]
    assert again.store.folder.is_relative_to(tmp_path / "new computer")
    assert settings.read(again.store, "name") == "Ours"
    again.close()
