"""One walk through the real window by keyboard and mouse, with the sample: every page, and back.

A warning of Qt fails a test (`qt_log_level_fail`), so the walk also says that there is none.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPlainTextEdit, QWidget
from shared_key import CHEAP, KEY

from dialogueprep import app, words
from dialogueprep.commands import dialogues as commands
from dialogueprep.domain.texts import Texts
from dialogueprep.store.keys import Key, add_holder
from dialogueprep.ui.dialogs.settings import SettingsDialog
from dialogueprep.ui.finding import finder
from dialogueprep.ui.machine_settings import MachineSettings
from dialogueprep.ui.pages.locked import LockedPage
from dialogueprep.ui.places import PLACES
from dialogueprep.ui.theme import Theme
from dialogueprep.ui.widgets.dialogue_card import DialogueCard
from dialogueprep.ui.window import MainWindow

CONTROL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
PASSPHRASE = "four quiet harbours"


@pytest.fixture
def window(
    qtbot, look: Theme, machine: MachineSettings, tmp_path: Path, prepared_workspace: Path
) -> Iterator[MainWindow]:
    """Return the window on the locked sample."""
    folder = tmp_path / "workspace"
    shutil.copytree(prepared_workspace, folder)
    add_holder(folder, KEY, Key.passphrase(PASSPHRASE), "Own", cost=CHEAP)
    made = MainWindow(machine, look, finder)
    qtbot.addWidget(made, before_close_func=lambda _w: made._close_session())
    app.begin(made, folder)
    made.show()
    qtbot.waitActive(made)
    yield made


def _press(qtbot, window: MainWindow, key: Qt.Key, modifier=Qt.KeyboardModifier.NoModifier) -> None:
    qtbot.keyClick(QApplication.focusWidget() or window, key, modifier)


def _unlock(qtbot, window: MainWindow) -> None:
    page = window.centralWidget()
    assert isinstance(page, LockedPage)
    qtbot.waitUntil(page.passphrase.hasFocus)
    qtbot.keyClicks(page.passphrase, PASSPHRASE)
    with qtbot.waitSignal(window.opened):
        qtbot.keyClick(page.passphrase, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.frame.isAncestorOf(QApplication.focusWidget()))


def _said(window: MainWindow) -> str:
    """Return all that can be read in the window, with the eyes or with a screen reader."""
    parts = [window.windowTitle()]
    for widget in window.findChildren(QWidget):
        parts += [widget.accessibleName(), widget.accessibleDescription(), widget.toolTip()]
        if isinstance(widget, (QLabel, QLineEdit)):
            parts.append(widget.text())
        elif isinstance(widget, QPlainTextEdit):
            parts.append(widget.toPlainText())
    return "\n".join(parts)


def test_a_walk_through_all_pages_by_keyboard(qtbot, window: MainWindow) -> None:
    _unlock(qtbot, window)
    frame = window.frame
    assert frame.current == "home"
    for number, place in enumerate(PLACES, 1):
        _press(qtbot, window, Qt.Key(Qt.Key.Key_0 + number), ALT)
        assert frame.current == place.name
        assert frame.page.isVisible()
        for _ in range(4):
            _press(qtbot, window, Qt.Key.Key_Tab)
            focused = QApplication.focusWidget()
            assert focused is not None
            assert window.isAncestorOf(focused)
    _press(qtbot, window, Qt.Key.Key_1, ALT)
    assert frame.current == "home"


def test_a_topic_is_found_in_chinese_from_any_page(qtbot, window: MainWindow) -> None:
    _unlock(qtbot, window)
    _press(qtbot, window, Qt.Key.Key_K, CONTROL)
    palette = window.frame.palette_
    palette.field.insert("应急储备")
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    assert not palette.isVisible()
    assert window.frame.current != "home"


def test_undo_and_redo_belong_to_the_window(qtbot, window: MainWindow) -> None:
    _unlock(qtbot, window)
    session = window.session
    dialogue = session.open_dialogue()
    session.run(commands.change, replace(dialogue, names=Texts.of(en="Round 9, Otaru")))
    assert "Round 9, Otaru" in _said(window)
    window.frame.navigation.setFocus()
    _press(qtbot, window, Qt.Key.Key_Z, CONTROL)
    assert session.open_dialogue().names == dialogue.names
    _press(qtbot, window, Qt.Key.Key_Y, CONTROL)
    assert session.open_dialogue().names.best("en") == "Round 9, Otaru"


def test_locking_hides_all_and_unlocking_returns(qtbot, window: MainWindow) -> None:
    _unlock(qtbot, window)
    dialogue = window.session.open_dialogue()
    name = dialogue.names.best("en")
    for number in range(1, len(PLACES) + 1):
        _press(qtbot, window, Qt.Key(Qt.Key.Key_0 + number), ALT)
    assert name in _said(window)
    _press(qtbot, window, Qt.Key.Key_L, CONTROL)
    assert window.windowTitle() == "DialoguePrep"
    # What had the keys is deleted once it has finished with this one.
    qtbot.waitUntil(lambda: name not in _said(window))
    said = _said(window)
    for secret in (name, *(text.wording for text in dialogue.titles.entries)):
        assert secret not in said
    _unlock(qtbot, window)
    assert window.session.open_dialogue() == dialogue
    assert window.frame.current == PLACES[-1].name


def test_the_mouse_takes_the_next_step_of_a_dialogue(qtbot, window: MainWindow) -> None:
    _unlock(qtbot, window)
    card = window.frame.page.findChild(DialogueCard)
    foot = QPoint(card.width() // 2, card.height() - 12)
    qtbot.mouseClick(card, Qt.MouseButton.LeftButton, pos=foot)
    assert window.frame.current == card.card.step.page


def test_pages_speak_another_language_as_soon_as_it_is_chosen(
    qtbot, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    _unlock(qtbot, window)
    window.frame.go("agenda")

    def choose_chinese(*_: object) -> None:
        window.machine.language = "zh"
        words.use("zh")
        window.look.apply("light", "zh", 1.0)

    before = window.frame
    monkeypatch.setattr(SettingsDialog, "change", choose_chinese)
    window.show_settings()
    assert window.frame is not before
    assert window.frame.current == "agenda"
    window.session.notice.emit("one frame only")
    assert [each.sentence for each in window.frame.page.banner.notices][:1] == ["one frame only"]


def test_cards_grow_with_the_size_of_text(qtbot, window: MainWindow) -> None:
    _unlock(qtbot, window)
    card = window.frame.page.findChild(DialogueCard)
    before = card.height()
    window.look.apply("light", "en", 1.5)
    qtbot.waitUntil(lambda: card.height() == card.heightForWidth(card.width()))
    assert card.height() > before * 1.2
    window.look.apply("light", "en", 1.0)
