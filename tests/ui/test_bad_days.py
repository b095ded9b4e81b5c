"""Bad days: wrong passphrase, damage, a second process, a newer schema, a full disk."""

from __future__ import annotations

import resource
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from pytest import MonkeyPatch
from pytestqt.qtbot import QtBot
from shared_key import CHEAP

from dialogueprep import app
from dialogueprep.commands import workspace as commands
from dialogueprep.domain.errors import Trouble
from dialogueprep.store import backup, driver, keys, settings, up_to_date, workspace
from dialogueprep.store.driver import run
from dialogueprep.store.keys import Key
from dialogueprep.ui import failures
from dialogueprep.ui.dialogs.confirm import Confirm
from dialogueprep.ui.dialogs.copies import CopiesDialog
from dialogueprep.ui.finding import finder
from dialogueprep.ui.machine_settings import MachineSettings
from dialogueprep.ui.pages.first_run import FirstRunPage
from dialogueprep.ui.pages.locked import LockedPage
from dialogueprep.ui.session import Saving, Session
from dialogueprep.ui.theme import Theme
from dialogueprep.ui.widgets.fields import RETRY_MS, SavingLine
from dialogueprep.ui.window import MainWindow

ROOT = Path(__file__).parents[2]
WORDS = "four quiet harbours"
HOLDING = """
import pathlib, sys
from dialogueprep.store import workspace
from dialogueprep.store.keys import Key
store = workspace.open(pathlib.Path(sys.argv[1]), Key.passphrase(sys.argv[2]))
print("open", flush=True)
sys.stdin.read()
store.close()
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return the folder of a closed workspace."""
    folder = tmp_path / "kept"
    made = workspace.create(folder, Key.passphrase(WORDS), "Kept", cost=CHEAP)
    with made, made.step("Set") as step:
        for number in range(200):
            settings.put(step, f"filling {number}", "x" * 300)
    return folder


@pytest.fixture
def window(qtbot, look: Theme, machine: MachineSettings) -> Iterator[MainWindow]:
    made = MainWindow(machine, look, finder)
    qtbot.addWidget(made, before_close_func=lambda _w: made._close_session())
    made.show()
    yield made


@pytest.fixture
def locked(window: MainWindow, folder: Path) -> LockedPage:
    """Return the locked page of the closed workspace, in the window."""
    app.begin(window, folder)
    page = window.centralWidget()
    assert isinstance(page, LockedPage)
    return page


def _try(page: LockedPage, words: str = WORDS) -> str:
    """Return what the page says after an attempt that fails; what was typed must stay."""
    page.passphrase.setText(words)
    page.open()
    assert page.passphrase.text() == words
    assert page.passphrase.hasSelectedText()
    return page._field.below.text()


def test_a_wrong_passphrase_says_that_the_workspace_is_sound(locked: LockedPage) -> None:
    assert "The workspace itself is sound" in _try(locked, "four loud harbours")


def test_damage_is_told_from_a_wrong_passphrase(locked: LockedPage, folder: Path) -> None:
    content = bytearray((folder / workspace.FILE).read_bytes())
    middle = len(content) // 2
    content[middle : middle + 4096] = bytes(4096)
    (folder / workspace.FILE).write_bytes(content)
    assert "is damaged" in _try(locked)
    assert (folder / workspace.FILE).read_bytes() == content


def _put_back(qtbot: QtBot, window: MainWindow, page: LockedPage, patch: MonkeyPatch) -> list[str]:
    """Put the newest copy back from the locked page; return the notices that are shown then."""

    def exec_(dialog: CopiesDialog) -> int:
        qtbot.addWidget(dialog)
        dialog.show()
        qtbot.waitUntil(dialog.restore.isEnabled)
        dialog.restore.click()
        return 1

    patch.setattr(CopiesDialog, "exec", exec_)
    patch.setattr(Confirm, "ask", lambda *_asked, **_more: True)
    page.copies.click()
    qtbot.waitUntil(lambda: window.session is not None)
    assert window.frame
    return [each.sentence for each in window.frame.page.banner.notices]


def test_a_damaged_workspace_is_put_back_from_the_page_that_says_so(
    qtbot: QtBot, window: MainWindow, locked: LockedPage, folder: Path, monkeypatch: MonkeyPatch
) -> None:
    workspace.open(folder, Key.passphrase(WORDS), today=date(2026, 5, 11)).close()
    content = bytearray((folder / workspace.FILE).read_bytes())
    content[len(content) // 2] ^= 1
    (folder / workspace.FILE).write_bytes(content)
    assert not locked.copies.isVisible()
    assert "is damaged" in _try(locked)
    assert locked.copies.isVisible()
    notices = _put_back(qtbot, window, locked, monkeypatch)
    assert "as it was in the copy of" in notices[0]
    assert window.session and settings.read(window.session.store, "name") == "Kept"
    kept = next(each for each in backup.listed(folder) if each.before == "restore")
    assert kept.path.read_bytes() == content


def test_a_workspace_whose_database_is_lost_is_put_back_too(
    qtbot: QtBot, window: MainWindow, locked: LockedPage, folder: Path, monkeypatch: MonkeyPatch
) -> None:
    workspace.open(folder, Key.passphrase(WORDS), today=date(2026, 5, 11)).close()
    (folder / workspace.FILE).unlink()
    assert "There is no workspace" in _try(locked)
    _put_back(qtbot, window, locked, monkeypatch)
    assert window.session and settings.read(window.session.store, "name") == "Kept"
    assert [each.before for each in backup.listed(folder)] == [""]


def _break_large(folder: Path, table: str) -> None:
    """Break a table of a workspace that is too large to be read whole at each opening."""
    with workspace.open(folder, Key.passphrase(WORDS)) as store:
        with store.step("Set") as step:
            settings.put(step, "large", "x" * (up_to_date.READ_WHOLE + 4096))
        backup.copy(store.db, folder, date.today())
        ((root,),) = run(store.db, "SELECT rootpage FROM sqlite_master WHERE name = ?", [table])
    content = bytearray((folder / workspace.FILE).read_bytes())
    content[(root - 1) * 4096 + 50] ^= 1
    (folder / workspace.FILE).write_bytes(content)


def test_damage_that_the_copy_of_the_day_meets_is_told_when_it_opens(folder: Path) -> None:
    _break_large(folder, "persons")
    (copy,) = backup.listed(folder)
    copy.path.rename(copy.path.with_name("2026-05-11.db"))
    with pytest.raises(Trouble, match="workspace-damaged"):
        workspace.open(folder, Key.passphrase(WORDS), today=date.today())


def test_damage_that_the_first_look_meets_is_told_and_leaves_nothing_open(
    locked: LockedPage, folder: Path
) -> None:
    _break_large(folder, "dialogues")
    for _again in range(2):
        assert "is damaged" in _try(locked)
    assert locked.copies.isVisible()


def test_damage_that_a_page_meets_closes_the_workspace_and_offers_copies_to_who_has_the_key(
    qtbot: QtBot, window: MainWindow, locked: LockedPage, folder: Path, monkeypatch: MonkeyPatch
) -> None:
    _break_large(folder, "persons")
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    failures.install(folder.parent / "log")
    locked.passphrase.setText(WORDS)
    locked.open()
    assert window.session and window.frame
    QTimer.singleShot(0, window.frame, lambda: window.frame and window.frame.go("people"))
    qtbot.waitUntil(lambda: window.session is None)
    page = window.centralWidget()
    assert isinstance(page, LockedPage) and "is damaged" in page._field.below.text()
    assert not page.copies.isVisible()
    assert "does not open" in _try(page, "another") and not page.copies.isVisible()
    assert "is damaged" in _try(page)
    assert "as it was in the copy" in _put_back(qtbot, window, page, monkeypatch)[0]
    assert window.frame
    window.frame.go("people")


def test_where_a_damaged_workspace_has_no_copy_none_is_offered(
    locked: LockedPage, folder: Path
) -> None:
    (folder / workspace.FILE).write_bytes(b"damage")
    assert "is damaged" in _try(locked)
    assert not locked.copies.isVisible()


def test_a_workspace_that_cannot_be_filled_is_taken_back_and_made_where_there_is_room(
    window: MainWindow, tmp_path: Path
) -> None:
    app.begin(window, None)
    page = window.centralWidget()
    assert isinstance(page, FirstRunPage)
    page.keep_in(tmp_path / "disk")
    for field in (page.passphrase, page.again):
        field.setText(WORDS)
    with _files_of_at_most(500_000):
        page.make()
    assert window.session is None and "was not kept" in page._trouble.text()
    assert not list((tmp_path / "disk").iterdir())
    page.make()
    assert window.session is not None


@contextmanager
def _files_of_at_most(size: int) -> Iterator[None]:
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def test_a_second_process_is_told_who_has_the_workspace(
    window: MainWindow, locked: LockedPage, folder: Path
) -> None:
    command = [sys.executable, "-c", HOLDING, str(folder), WORDS]
    with subprocess.Popen(
        command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "open\n"
        said = _try(locked)
        assert f"process {holder.pid}" in said
        assert "Close it there first" in said
        holder.communicate("")
    locked.open()
    assert window.session is not None


def test_a_newer_workspace_is_left_as_it_is(locked: LockedPage, folder: Path) -> None:
    key = keys.unlock(folder, Key.passphrase(WORDS))
    with driver.connect(folder / workspace.FILE, key) as db:
        row = {"migration_set": "dialogueprep", "name": "from_the_future", "applied_at": ""}
        db.table("_sqlite_migrations").insert(row)
    assert "newer version" in _try(locked)


def test_a_day_begins_with_a_copy_and_ends_with_nothing_left_over(
    qtbot, window: MainWindow, locked: LockedPage, folder: Path
) -> None:
    locked.passphrase.setText(WORDS)
    with qtbot.waitSignal(window.opened):
        locked.open()
    assert [copy.day for copy in backup.listed(folder)] == [date.today()]
    assert (folder / "workspace.lock.json").exists()
    window.close()
    assert {path.name for path in folder.iterdir()} <= {
        "workspace.db", "workspace.db-journal", "workspace.lock", "keys.json", "backups",
    }  # fmt: skip
    journal = folder / "workspace.db-journal"
    assert not journal.exists() or journal.stat().st_size == 0
    workspace.open(folder, Key.passphrase(WORDS)).close()


def test_a_copy_that_cannot_be_made_keeps_nobody_out(
    qtbot, window: MainWindow, locked: LockedPage, folder: Path
) -> None:
    for path in sorted((folder / "backups").glob("*")):
        path.unlink()
    (folder / "backups").rmdir()
    (folder / "backups").write_text("a file where a folder should be", encoding="utf-8")
    locked.passphrase.setText(WORDS)
    with qtbot.waitSignal(window.opened):
        locked.open()
    (notice,) = window.frame.page.banner.notices
    assert "copy of the workspace was not made" in notice.sentence


@pytest.fixture
def full(qtbot, window: MainWindow, look: Theme, machine: MachineSettings, folder: Path) -> Session:
    """Return a session, shown in the window, whose database has no room for another page."""
    session = Session.open(folder, Key.passphrase(WORDS), machine, date.today())
    window.show_session(session)
    qtbot.waitActive(window)
    pages = run(session.store.db, "PRAGMA page_count")[0][0]
    run(session.store.db, f"PRAGMA max_page_count = {pages}")
    return session


def _make_room(session: Session) -> None:
    run(session.store.db, "PRAGMA max_page_count = 1000000")


def _field(window: MainWindow, session: Session) -> SavingLine:
    field = SavingLine("Kept")
    field.setParent(window.frame)
    field.written.connect(lambda text: session.run(commands.rename, text))
    field.show()
    field.setFocus()
    return field


LONG = "Harbours " * 12_000


def test_a_full_disk_is_said_and_typing_goes_on(qtbot, window: MainWindow, full: Session) -> None:
    field = _field(window, full)
    field.setMaxLength(1_000_000)
    field.insert(LONG)
    field.textEdited.emit(field.text())
    with qtbot.waitSignal(full.trouble):
        field.flush()
    (notice,) = window.frame.page.banner.notices
    assert "The disk is full" in notice.sentence
    assert full.saving is Saving.FAILED
    qtbot.keyClicks(field, "and more")
    assert field.text().endswith("and more")
    field.show_text("what is on disk")
    assert field.text().endswith("and more")
    _make_room(full)
    with qtbot.waitSignal(full.changed):
        field.flush()
    assert full.saving is Saving.SAVED
    assert settings.read(full.store, "name") == field.text().strip()
    assert window.frame.page.banner.notices == ()


def test_what_could_not_be_written_is_handed_over_again_by_itself(
    qtbot, window: MainWindow, full: Session
) -> None:
    field = _field(window, full)
    field.setMaxLength(1_000_000)
    field.insert(LONG)
    field.textEdited.emit(field.text())
    field.flush()
    assert field._pause.isActive()
    assert field._pause.interval() == RETRY_MS
    _make_room(full)
    with qtbot.waitSignal(full.changed, timeout=2 * RETRY_MS):
        field._pause.start(0)
    assert not field._pause.isActive()


def test_closing_and_locking_ask_before_something_is_lost(
    qtbot, window: MainWindow, full: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    field = _field(window, full)
    field.setMaxLength(1_000_000)
    field.insert(LONG)
    field.textEdited.emit(field.text())
    full.flush.connect(field.flush)
    asked: list[str] = []
    monkeypatch.setattr(Confirm, "ask", lambda _parent, title, *_: bool(asked.append(title)))
    assert not window.close()
    window.lock()
    assert asked == ["Not everything is saved"] * 2
    window._idle.timed_out.emit()
    assert window.session is full
    assert full.is_open
    _make_room(full)
    window.lock()
    assert window.session is None
