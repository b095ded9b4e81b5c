"""The window: first run, locked, or the frame of an open workspace."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QApplication, QDialog, QMainWindow, QWidget

from dialogueprep import words
from dialogueprep.store import settings
from dialogueprep.store.workspace import Store
from dialogueprep.ui import accessible, icons, theme
from dialogueprep.ui.frame import Finder, Frame
from dialogueprep.ui.idle import Idle
from dialogueprep.ui.machine_settings import MachineSettings
from dialogueprep.ui.own_clipboard import OwnClipboard
from dialogueprep.ui.session import Session
from dialogueprep.ui.theme import Theme
from dialogueprep.ui.tidying import look_at_all_again
from dialogueprep.ui.widgets.notices import Notice
from dialogueprep.ui.within_screen import keep_dialogs_on_screen
from dialogueprep.words import tr

if TYPE_CHECKING:
    from dialogueprep.ui.apart import Apart, Closed
    from dialogueprep.ui.pages.locked import LockedPage

PROGRAM = "DialoguePrep"
_Place = tuple[Path, str, object]
"""A workspace, a page of it, and what was shown there."""


class MainWindow(QMainWindow):
    """Shows one thing at a time; locking closes the workspace and leaves nothing of it."""

    opened = Signal(object)
    """A Session has been opened."""

    def __init__(self, machine: MachineSettings, look: Theme, finder: Finder) -> None:
        super().__init__()
        accessible.install()
        self.machine, self.look = machine, look
        self._finder = finder
        self._session: Session | None = None
        self._folder: Path | None = None
        self._left: _Place | None = None
        self._idle = Idle(self)
        self._idle.timed_out.connect(self._lock_unattended)
        self._idle.soon.connect(self._say_locking)
        self._idle.back.connect(self._unsay_locking)
        self._clipboard = OwnClipboard(self)
        self._idle.lock_wanted.connect(self.lock, Qt.ConnectionType.QueuedConnection)
        self.setWindowTitle(PROGRAM)
        self.setWindowIcon(icons.icon("messages-square", "accent"))
        least = theme.tokens()["size"]["min_window"]
        self.setMinimumSize(QSize(*least))
        self.resize(*(machine.window if len(machine.window) == 2 else (1280, 800)))
        look.changed.connect(self._on_look_changed)
        keep_dialogs_on_screen(self)

    @property
    def session(self) -> Session | None:
        """The open session, None while locked."""
        return self._session

    @property
    def frame(self) -> Frame | None:
        """The frame of the open session, None while locked."""
        inside = self.centralWidget()
        return inside if isinstance(inside, Frame) else None

    def show_session(self, session: Session) -> None:
        """Show an open workspace."""
        self._session = session
        self._folder = session.store.folder
        session.damaged.connect(self._leave_damaged, Qt.ConnectionType.QueuedConnection)
        left = self._left if self._left and self._left[0] == self._folder else None
        _, page, subject = left or (self._folder, "home", None)
        if self.machine.last_workspace != str(self._folder):
            self.machine.last_workspace = str(self._folder)
            self.machine.save()
        self._show_frame(session).go(page, subject)
        name = str(settings.read(session.store, "name", ""))
        self.setWindowTitle(f"{name} – {PROGRAM}" if name else PROGRAM)
        self._idle.start(self.machine.idle_minutes)
        self.opened.emit(session)

    def show_first_run(self) -> None:
        """Offer to create a workspace."""
        from dialogueprep.ui.pages.first_run import FirstRunPage

        page = FirstRunPage(self.machine, self.look)
        page.opened.connect(self.show_session)
        page.another_wanted.connect(self.show_locked)
        self._show_outside(page)

    def show_locked(self, folder: Path) -> LockedPage:
        """Ask for the key of a workspace; return the page that asks."""
        from dialogueprep.ui.pages.locked import LockedPage

        self._folder = folder
        page = LockedPage(folder, self.machine)
        page.opened.connect(self.show_session)
        page.create_wanted.connect(self.show_first_run)
        page.another_wanted.connect(self.show_locked)
        page.restore_wanted.connect(self._do_closed)
        self._show_outside(page)
        return page

    def lock(self) -> None:
        """Hand over what was typed, close the workspace, and show nothing of it.

        Where something cannot be written, the user is asked first: locking would lose it.
        """
        if self._session is None or self._folder is None or not self._may_close():
            return
        self._lock(self._folder)

    def _lock_unattended(self) -> None:
        """Lock, unless that would lose what cannot be written; then try again later."""
        if self._session is None or self._folder is None:
            return
        if self._session.hand_over():
            self._lock(self._folder)
        else:
            self._idle.start(self.machine.idle_minutes)

    def _lock(self, folder: Path) -> None:
        self._keep_typed()
        _close_what_floats()
        self._left = self._place(folder)
        self._close_session()
        self._clipboard.empty()
        self.show_locked(folder)

    def _leave_damaged(self) -> None:
        """Close a workspace that cannot be read any more, and offer its copies."""
        if self._session is None or self._folder is None:
            return
        _close_what_floats()
        self._close_session()
        self.show_locked(self._folder).show_damaged()

    def _keep_typed(self) -> None:
        """Keep what stands in forms, which no lock writes by itself."""
        from dialogueprep.commands.workspace import keep_typed
        from dialogueprep.ui.kept_typed import typed

        if self._session is not None and (found := typed()):
            self._session.run(keep_typed, found)

    def _place(self, folder: Path) -> _Place | None:
        """Return where one is, by ids that say nothing."""
        return (folder, self.frame.current, self.frame.page.subject) if self.frame else None

    def _say_locking(self) -> None:
        if self.frame is not None:
            self.frame.locking.say(on=True)

    def _unsay_locking(self) -> None:
        if self.frame is not None:
            self.frame.locking.say(on=False)

    def show_settings(self) -> None:
        """Show the settings."""
        from dialogueprep.ui.dialogs.settings import SettingsDialog

        if self._session is None:
            return
        language = words.language()
        wanted = SettingsDialog.change(self, self._session, self.look)
        if self._session is None:
            return  # it locked by itself meanwhile
        if wanted is not None:
            self.do_apart(wanted)
            return
        self._idle.start(self.machine.idle_minutes)
        if words.language() != language:
            self._say_anew(self._session)

    def do_apart(self, wanted: Apart) -> None:
        """Close the workspace, do what cannot be done while it is open, and open it again."""
        from dialogueprep.ui.apart import Closed

        if self._session is None or not self._may_close():
            return
        store = self._session.store
        of = Closed(store.folder, store.db.key)
        self._left = self._place(store.folder)
        self._close_session()
        self._do_closed(of, wanted)

    def _do_closed(self, of: Closed, wanted: Apart) -> None:
        from dialogueprep.ui.pages.apart import ApartPage

        page = ApartPage(of, wanted)
        page.opened.connect(self._show_again)
        page.left.connect(self._show_left)
        self._show_outside(page)
        page.begin()

    def _show_left(self, folder: Path, said: str) -> None:
        """Ask for the key of a workspace that did not open by itself, and say why it did not."""
        self.show_locked(folder).say(said)

    def _move(self, into: Path) -> None:
        from dialogueprep.ui.apart import Move

        self.do_apart(Move(into))

    def _show_again(self, store: Store, notice: Notice) -> None:
        if self._left is not None:
            self._left = (store.folder, *self._left[1:])
        self.show_session(Session(store, self.machine))
        if self.frame is not None:
            self.frame.page.show_news([notice])

    def closeEvent(self, event: QCloseEvent) -> None:
        if not self._may_close():
            event.ignore()
            return
        self._close_session()
        self.machine.window = [self.width(), self.height()]
        self.machine.save()
        super().closeEvent(event)

    def _may_close(self) -> bool:
        """Say whether all is on disk, or the user lets go of what cannot be written."""
        if self._session is None or self._session.hand_over():
            return True
        from dialogueprep.ui.dialogs.confirm import Confirm

        return Confirm.ask(
            self,
            tr("Not everything is saved"),
            tr("What you typed last could not be written, and closing loses it."),
            tr("Close all the same"),
        )

    def _show_frame(self, session: Session) -> Frame:
        frame = Frame(session, self._finder)
        frame.lock_wanted.connect(self.lock)
        frame.settings_wanted.connect(self.show_settings)
        frame.bad_place.move_wanted.connect(self._move)
        frame.keys.apart_wanted.connect(self.do_apart)
        self.setCentralWidget(frame)
        return frame

    def _say_anew(self, session: Session) -> None:
        """Build the pages again in the language that has been chosen, and show the same one."""
        before = self.frame
        session.flush.emit()
        again = self._show_frame(session)
        if before is not None:
            again.go(before.current)
            look_at_all_again()

    def _close_session(self) -> None:
        self._idle.stop()
        if self._session is not None:
            self._leave_field()
            self._session.close()
            self._session = None
            look_at_all_again()

    def _leave_field(self) -> None:
        """Take the keyboard out of the field that has it, which hands over and may close then."""
        field = QApplication.focusWidget()
        if field is not None and self.isAncestorOf(field):
            field.clearFocus()

    def _show_outside(self, page: QWidget) -> None:
        self._idle.stop()
        self.setWindowTitle(PROGRAM)
        self.setCentralWidget(page)

    def _on_look_changed(self) -> None:
        icons.forget()
        self.update()


def _close_what_floats() -> None:
    """Close dialogs and menus, as Esc would: they show something of the workspace too."""
    while (popup := QApplication.activePopupWidget()) is not None:
        popup.close()
    from dialogueprep.ui.dialogs.confirm import unasked

    with unasked():
        for widget in QApplication.topLevelWidgets():
            if isinstance(widget, QDialog) and widget.isVisible():
                widget.reject()
