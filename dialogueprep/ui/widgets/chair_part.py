"""Opens the chair's view and tells it what is on; the view itself knows no note."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from dialogueprep.ui.room_clock import Reading, RoomClock
from dialogueprep.ui.session import Session


class ChairPart(QObject):
    """Holds the window while it is open."""

    toggle_wanted = Signal()
    next_wanted = Signal()

    def __init__(self, session: Session, clock: RoomClock, parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._clock = session, clock

    def open(self, main: QWidget) -> None:
        """Show the window, or go to it."""

    def show_reading(self, reading: Reading | None) -> None:
        """Show how the day goes."""
