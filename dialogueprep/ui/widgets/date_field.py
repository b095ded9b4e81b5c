"""A field for a day, with a calendar to choose from."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate, QLocale
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QDateEdit

from dialogueprep import words
from dialogueprep.ui import dates, painting

# Fusion draws a button of its own kind in a styled field; the sign is painted instead.
_PLAIN = """
QDateEdit::drop-down { border: none; background: transparent; width: 30px; }
QDateEdit::down-arrow { image: none; }
"""


class DateField(QDateEdit):
    """A day written as the window writes days; Up and Down step the part where the cursor is."""

    def __init__(self, value: date, *, name: str = "") -> None:
        super().__init__(QDate(value.year, value.month, value.day))
        self.setLocale(QLocale(words.language()))
        self.setDisplayFormat(dates.pattern())
        self.setCalendarPopup(True)
        self.setAccessibleName(name)
        self.setStyleSheet(_PLAIN)

    def show_day(self, day: date) -> None:
        """Show another day."""
        self.setDate(QDate(day.year, day.month, day.day))

    def day(self) -> date:
        """Return the day that is written."""
        it = self.date()
        return date(it.year(), it.month(), it.day())

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        top = (self.height() - 16) / 2
        painting.icon(QPainter(self), self.width() - 26, top, "calendar-range", "ink2")
