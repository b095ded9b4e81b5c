"""Beginning with nothing but a kit, and keys and copies from the palette of any page."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from shared_key import CHEAP, KEY

from dialogueprep.commands import kits as commands
from dialogueprep.domain.kits import Purpose
from dialogueprep.store import backup, dialogues, notes, sealing, workspace
from dialogueprep.store.keys import Key
from dialogueprep.ui.apart import NewKey
from dialogueprep.ui.dialogs.copies import CopiesDialog
from dialogueprep.ui.dialogs.key_holders import KeyHoldersDialog
from dialogueprep.ui.dialogs.take_in_kit import TakeInKitDialog
from dialogueprep.ui.found import Find
from dialogueprep.ui.machine_settings import MachineSettings
from dialogueprep.ui.pages.first_run import FirstRunPage
from dialogueprep.ui.session import Session
from dialogueprep.ui.theme import Theme
from dialogueprep.ui.window import MainWindow

DAY = date(2026, 3, 2)
WORDS = "quiet harbour lantern"
KEYS = {
    "Who can open this workspace", "Make a recovery sheet", "Give the workspace a new key",
    "Copies and restoring", "Choose a second place for copies",
}  # fmt: skip


@pytest.fixture(autouse=True)
def cheap(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(sealing, "USUAL", CHEAP)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))


@pytest.fixture
def kit(prepared_workspace: Path, tmp_path: Path) -> Path:
    shutil.copytree(prepared_workspace, tmp_path / "elsewhere")
    with workspace.open(tmp_path / "elsewhere", KEY) as store:
        it = dialogues.ids(store)[0]
        commands.hand_over(store, it, Purpose.RAPPORTEUR, tmp_path / "one.dlg", WORDS, DAY)
    return tmp_path / "one.dlg"


@pytest.fixture
def page(qtbot: QtBot, machine: MachineSettings, look: Theme) -> FirstRunPage:
    made = FirstRunPage(machine, look)
    qtbot.addWidget(made)
    made.resize(1280, 800)
    made.show()
    return made


def accepted(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the dialog be filled in and accepted."""

    def accept(dialog: TakeInKitDialog) -> int:
        dialog.passphrase.setText(WORDS)
        dialog.show_contents()
        assert dialog.take.text() == "Go on"
        return 1

    monkeypatch.setattr(TakeInKitDialog, "exec", accept)


def test_a_workspace_is_made_for_a_kit(
    qtbot: QtBot, page: FirstRunPage, kit: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    accepted(monkeypatch)
    page.take_in(kit)
    assert page.sample.isHidden()
    page.passphrase.setText("calm waters of the bay")
    page.again.setText("calm waters of the bay")
    with qtbot.waitSignal(page.opened) as opened:
        page.create_button.click()
    session: Session = opened.args[0]
    (it,) = dialogues.every(session.store)
    assert session.dialogue == it.id
    assert notes.count(session.store, it.id) == 0
    assert session.store.undo_depth == 0
    folder = session.store.folder
    assert [copy.before for copy in backup.listed(folder)] == ["kit"]
    session.close()
    workspace.open(folder, Key.passphrase("calm waters of the bay")).close()


def test_a_kit_that_was_chosen_can_be_left_out_and_outlives_another_language(
    page: FirstRunPage, kit: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    accepted(monkeypatch)
    page.take_in(kit)
    page._use_language("zh")
    assert page.sample.isHidden() and not page._of_kit.isHidden()
    page._use_language("en")
    page._show_kit(None)
    assert not page.sample.isHidden() and page._of_kit.isHidden()


def test_giving_up_the_kit_leaves_the_form_as_it_was(
    page: FirstRunPage, kit: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(TakeInKitDialog, "exec", lambda _dialog: 0)
    page.take.click()
    page.take_in(kit)
    assert page._kit is None and not page.sample.isHidden()


@pytest.fixture
def window(
    qtbot: QtBot, look: Theme, machine: MachineSettings, empty_session: Session
) -> MainWindow:
    def nothing(_session: Session) -> Find:
        return lambda _typed: ()

    made = MainWindow(machine, look, nothing)
    qtbot.addWidget(made)
    made.show_session(empty_session)
    made.show()
    return made


def test_the_palette_reaches_keys_and_copies_from_every_page(
    qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[str] = []
    monkeypatch.setattr(KeyHoldersDialog, "exec", lambda d: shown.append(d.windowTitle()) or 0)
    monkeypatch.setattr(CopiesDialog, "exec", lambda d: shown.append(d.windowTitle()) or 0)
    assert window.frame
    for name in ("home", "library"):
        window.frame.go(name)
        there = {c.words: c for c in window.frame._commands()}
        assert there.keys() >= KEYS
    for words in ("Who can open this workspace", "Copies and restoring"):
        there[words].act()
    assert len(shown) == 2
    window.close()


def test_a_command_goes_on_to_what_it_names(
    qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert window.frame
    asked: list[object] = []
    window.frame.keys.apart_wanted.disconnect()
    window.frame.keys.apart_wanted.connect(asked.append)

    def decide(dialog: KeyHoldersDialog) -> None:
        dialog.wanted = NewKey(KEY)
        dialog.accept()

    monkeypatch.setattr(KeyHoldersDialog, "_new_key", decide)
    window.frame.keys.show_holders("new")
    assert asked == [NewKey(KEY)]
    window.close()
