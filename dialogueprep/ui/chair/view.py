"""The window of the chair's view, for a second screen."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QScreen, QShortcut
from PySide6.QtWidgets import QWidget

from dialogueprep.ui import icons
from dialogueprep.ui.chair.board import Board
from dialogueprep.ui.chair.hands_panel import HandsPanel
from dialogueprep.ui.chair.sheet import ChairSheet
from dialogueprep.ui.second_screen import show_for_the_room
from dialogueprep.ui.widgets.layout import hairline, row
from dialogueprep.words import tr

KEYS = (
    ("F11", "whole screen"), ("Ctrl+Shift+V", "back"), ("Ctrl+Shift+P", "toggle"),
    ("Ctrl+Shift+N", "next"), ("Ctrl+Return", "done"), ("F1", "keys"), ("F6", "panel"),
)  # fmt: skip


class ChairsView(QWidget):
    """Shows a `ChairSheet` and keeps the list of hands of its item, in memory."""

    toggle_wanted = Signal()
    next_wanted = Signal()
    back_wanted = Signal()
    keys_wanted = Signal()

    def __init__(self) -> None:
        super().__init__(None, Qt.WindowType.Window)
        self.setObjectName("paper")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setWindowTitle(tr("Chair’s view"))
        self.setWindowIcon(icons.icon("presentation", "accent"))
        self.setMinimumSize(800, 520)
        self._sheet = ChairSheet("")
        self.board = Board()
        self.panel = HandsPanel()
        self.setLayout(row((self.board, 7), hairline("down"), (self.panel, 3), gap=0))
        acts: dict[str, Callable[[], object]] = {
            "whole screen": self.toggle_whole_screen,
            "back": self.back_wanted.emit,
            "toggle": self.toggle_wanted.emit,
            "next": self.next_wanted.emit,
            "keys": self.keys_wanted.emit,
            "done": self.panel.end_speech,
            "panel": self._next_panel,
        }
        for keys, verb in KEYS:
            QShortcut(QKeySequence(keys), self).activated.connect(acts[verb])
        QShortcut(QKeySequence("Esc"), self).activated.connect(self._leave_whole_screen)

    @property
    def sheet(self) -> ChairSheet:
        """What is shown."""
        return self._sheet

    def show_sheet(self, sheet: ChairSheet) -> None:
        """Show this; another item, none, or one closed now has an empty list of hands."""
        if sheet == self._sheet:
            return
        closed_now = sheet.closed and not self._sheet.closed
        if sheet.item != self._sheet.item or closed_now:
            self.panel.clear()
        if (sheet.seats, sheet.k) != (self._sheet.seats, self._sheet.k):
            self.panel.seat(sheet.seats, sheet.k)
        self._sheet = sheet
        self.board.show_sheet(sheet)

    def forget(self) -> None:
        """Forget the names and what is shown, as when the workspace is locked."""
        self.panel.clear()
        self.panel.seat((), 3)
        self._sheet = ChairSheet("")
        self.board.show_sheet(self._sheet)

    def open_on(self, screens: list[QScreen], main: QScreen | None) -> None:
        """Show the window, on a second screen if there is one."""
        show_for_the_room(self, screens, main)
        self.begin()

    def begin(self) -> None:
        """Put the keyboard into the field for names."""
        self.activateWindow()
        self.panel.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def toggle_whole_screen(self) -> None:
        """Fill the screen, or be a window again."""
        self.showNormal() if self.isFullScreen() else self.showFullScreen()

    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        self.back_wanted.emit()

    def _leave_whole_screen(self) -> None:
        if self.isFullScreen():
            self.showNormal()

    def _next_panel(self) -> None:
        field, hands = self.panel.field, self.panel.list
        target = hands if field.hasFocus() and hands.isVisible() else field
        target.setFocus(Qt.FocusReason.ShortcutFocusReason)
