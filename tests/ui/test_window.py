"""The window by keyboard: pages, panels, undo, palette, lock."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit
from shared_key import CHEAP, KEY

from dialogueprep import app
from dialogueprep.commands import workspace as commands
from dialogueprep.store import settings, workspace
from dialogueprep.store.keys import Key
from dialogueprep.ui.finding import finder
from dialogueprep.ui.machine_settings import MachineSettings
from dialogueprep.ui.pages.documents import DocumentsPage
from dialogueprep.ui.pages.first_run import FirstRunPage
from dialogueprep.ui.pages.locked import LockedPage
from dialogueprep.ui.places import PLACES, Place
from dialogueprep.ui.session import Session
from dialogueprep.ui.theme import Theme
from dialogueprep.ui.widgets.keycards import StrengthBar
from dialogueprep.ui.window import MainWindow

CONTROL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def window(qtbot, look: Theme, machine: MachineSettings, sample_session: Session):
    made = MainWindow(machine, look, finder)
    qtbot.addWidget(made)
    made.show_session(sample_session)
    made.show()
    qtbot.waitActive(made)
    return made


def _key(qtbot, window: MainWindow, key: Qt.Key, modifier=Qt.KeyboardModifier.NoModifier) -> None:
    qtbot.keyClick(QApplication.focusWidget() or window, key, modifier)


def test_alt_and_a_digit_go_to_each_page(qtbot, window: MainWindow) -> None:
    for number, place in enumerate(PLACES, 1):
        _key(qtbot, window, Qt.Key(Qt.Key.Key_0 + number), ALT)
        assert window.frame.page.title == place.title


def test_f6_goes_round_the_panels_and_back(qtbot, window: MainWindow) -> None:
    window.frame.go("library")
    stops = [window.frame.navigation, *window.frame.page.focus_stops()]
    visited = []
    for _ in stops:
        _key(qtbot, window, Qt.Key.Key_F6)
        focused = QApplication.focusWidget()
        visited += [n for n, s in enumerate(stops) if s is focused or s.isAncestorOf(focused)]
    assert sorted(set(visited)) == list(range(len(stops)))


@pytest.mark.parametrize("place", PLACES[1:], ids=lambda place: place.name)
def test_f6_opens_each_drawer_of_a_narrow_window_and_closes_it_again(
    qtbot, window: MainWindow, place: Place
) -> None:
    window.resize(1100, 800)
    window.frame.go(place.name)
    page = window.frame.page
    if isinstance(page, DocumentsPage):  # until then nothing there takes the keyboard
        qtbot.waitUntil(lambda: page._job is None and page._look is not None, timeout=15_000)
    stops = [window.frame.navigation, *page.focus_stops()]
    visited = []
    for _ in range(2 * len(stops)):
        _key(qtbot, window, Qt.Key.Key_F6)
        focused = QApplication.focusWidget()
        visited += [n for n, s in enumerate(stops) if s is focused or s.isAncestorOf(focused)]
    first = visited[0]
    assert visited == [n % len(stops) for n in range(first, first + 2 * len(stops))]


def test_undo_belongs_to_the_field_while_it_has_something_to_undo(
    qtbot, window: MainWindow, sample_session: Session
) -> None:
    sample_session.run(commands.rename, "Renamed")
    field = QLineEdit(window.frame)
    field.show()
    field.setFocus()
    qtbot.keyClicks(field, "typed")
    qtbot.keyClick(field, Qt.Key.Key_Z, CONTROL)
    assert field.text() == ""
    assert settings.read(sample_session.store, "name") == "Renamed"
    qtbot.keyClick(field, Qt.Key.Key_Z, CONTROL)
    assert settings.read(sample_session.store, "name") == "Test"
    qtbot.keyClick(field, Qt.Key.Key_Y, CONTROL)
    qtbot.keyClick(field, Qt.Key.Key_Y, CONTROL)
    assert settings.read(sample_session.store, "name") == "Renamed"


def test_the_palette_finds_by_any_script_and_goes_there(qtbot, window: MainWindow) -> None:
    _key(qtbot, window, Qt.Key.Key_K, CONTROL)
    palette = window.frame.palette_
    assert palette.field.hasFocus()
    palette.field.setText("应急储备")
    first = palette.list.value()
    assert first.kind == "found"
    assert "应急储备" in first.second
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    assert not palette.isVisible()
    assert window.frame.page.title in ("Library", "Agenda", "Findings")


def test_the_briefing_pack_is_one_command_away(qtbot, window: MainWindow) -> None:
    palette = window.frame.palette_
    palette.open(">assemble the brief")
    assert palette.list.value().words == "Assemble the briefing pack"
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.frame.page.title == "Documents")
    page = window.frame.page
    assert page.product == "briefing-pack"
    qtbot.waitUntil(lambda: page._job is None and page._look is not None, timeout=15_000)
    assert page._look.examined.brief.product == "briefing-pack"


def test_the_palette_is_limited_to_commands_and_closes_by_esc(qtbot, window: MainWindow) -> None:
    before = QApplication.focusWidget()
    window.frame.palette_.open()
    palette = window.frame.palette_
    qtbot.keyClicks(palette.field, ">notes")
    assert palette.list.value().words == "Notes"
    qtbot.keyClick(palette.field, Qt.Key.Key_Escape)
    assert not palette.isVisible()
    assert QApplication.focusWidget() is before
    palette.open(">notes")
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    assert window.frame.page.title == "Notes"


def test_up_and_down_pass_over_headings(qtbot, window: MainWindow) -> None:
    palette = window.frame.palette_
    palette.open("port")
    seen = []
    for _ in range(len(palette._model.rows)):
        seen.append(palette.list.value().kind)
        qtbot.keyClick(palette.field, Qt.Key.Key_Down)
    assert "head" not in seen


def test_locking_leaves_nothing_of_the_workspace(
    qtbot, window: MainWindow, sample_session: Session
) -> None:
    QApplication.clipboard().setText("Functional cooperation")
    assert "Test" in window.windowTitle()
    _key(qtbot, window, Qt.Key.Key_L, CONTROL)
    assert window.windowTitle() == "DialoguePrep"
    assert window.session is None
    assert isinstance(window.centralWidget(), LockedPage)
    assert QApplication.clipboard().text() == ""
    with pytest.raises(Exception, match="closed"):
        sample_session.store.db.execute("SELECT 1")


def test_locking_closes_open_dialogs(qtbot, window: MainWindow) -> None:
    dialog = QDialog(window)
    dialog.setModal(True)
    dialog.show()
    window.lock()
    assert not dialog.isVisible()


def test_ctrl_l_locks_from_within_a_dialog(qtbot, window: MainWindow) -> None:
    dialog = QDialog(window)
    dialog.setModal(True)
    with qtbot.waitActive(dialog):
        dialog.show()
    qtbot.keyClick(dialog.windowHandle(), Qt.Key.Key_L, CONTROL)
    qtbot.waitUntil(lambda: window.session is None)
    assert not dialog.isVisible()


def test_unlocking_shows_the_page_that_was_left(
    qtbot, window: MainWindow, machine: MachineSettings
) -> None:
    assert window.frame
    window.frame.go("notes")
    folder = window.frame.session.store.folder
    window.lock()
    window.show_session(Session(workspace.open(folder, KEY), machine))
    assert window.frame and window.frame.current == "notes"
    window.close()


def test_a_wrong_passphrase_is_said_and_the_right_one_opens(
    qtbot, look: Theme, machine: MachineSettings, tmp_path: Path
) -> None:
    folder = tmp_path / "kept"
    workspace.create(folder, Key.passphrase("four quiet harbours"), "Kept", cost=CHEAP).close()
    window = MainWindow(machine, look, finder)
    qtbot.addWidget(window)
    app.begin(window, folder)
    page = window.centralWidget()
    assert isinstance(page, LockedPage)
    assert "Kept" not in window.windowTitle()
    page.passphrase.setText("wrong")
    page.open()
    assert window.session is None
    assert page._field.below.text()
    page.passphrase.setText("four quiet harbours")
    with qtbot.waitSignal(window.opened):
        page.open()
    assert window.windowTitle() == "Kept – DialoguePrep"
    window.close()


def test_first_run_creates_a_workspace_with_the_sample(
    qtbot, look: Theme, machine: MachineSettings, tmp_path: Path
) -> None:
    window = MainWindow(machine, look, finder)
    qtbot.addWidget(window)
    app.begin(window, None)
    page = window.centralWidget()
    assert isinstance(page, FirstRunPage)
    page._parent_folder = tmp_path
    page.name.setText("Harbour: talks?")
    assert not page.create_button.isEnabled()
    page.passphrase.setText("short")
    bars = (bar for bar in page.findChildren(StrengthBar) if bar.accessibleName())
    assert "Three or four words" in next(bars).accessibleName()
    page.passphrase.setText("four quiet harbours in november")
    assert not page.create_button.isEnabled()
    page.again.setText("four quiet harbours in nov")
    page.again.editingFinished.emit()
    assert page._twice.below.text() == "The two are not the same."
    page.again.setText("four quiet harbours in november")
    assert not page._twice.below.text()
    with qtbot.waitSignal(window.opened):
        page.create_button.click()
    assert (tmp_path / "harbour-talks" / workspace.FILE).is_file()
    assert window.session is not None
    assert window.session.store.undo_label is None
    assert window.session.open_dialogue() is not None
    window.close()


def test_first_run_speaks_another_language_at_once(
    qtbot, look: Theme, machine: MachineSettings
) -> None:
    page = FirstRunPage(machine, look)
    qtbot.addWidget(page)
    qtbot.keyClick(page.language, Qt.Key.Key_Right)
    assert machine.language == "zh"
    assert page.language.value == "zh"


def test_the_window_locks_by_itself_and_a_key_puts_it_off(qtbot, window: MainWindow) -> None:
    idle = window._idle
    idle.start(1)
    assert idle._timer.isActive()
    with qtbot.waitSignal(idle.soon):
        idle._timer.setInterval(1)
    assert window.frame and window.frame.locking.notices
    idle._timer.setInterval(60_000)
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_Shift)
    assert not window.frame.locking.notices and idle._timer.isActive()
    with qtbot.waitSignal(idle.soon):
        idle._timer.setInterval(1)
    with qtbot.waitSignal(idle.timed_out):
        idle._left.setInterval(0)
    assert window.session is None
    assert not idle._timer.isActive()


def test_no_idle_minutes_means_never(window: MainWindow) -> None:
    window._idle.start(0)
    assert not window._idle._timer.isActive()


def test_a_refusal_stands_in_the_page_until_something_is_changed(
    window: MainWindow, sample_session: Session
) -> None:
    page = window.frame.page
    sample_session.notice.emit("A name is needed.")
    assert [each.sentence for each in page.banner.notices] == ["A name is needed."]
    sample_session.run(commands.rename, "Another name")
    assert page.banner.notices == ()
