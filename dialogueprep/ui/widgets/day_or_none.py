"""A day that need not be known: a box to tick, and the day once it is ticked."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QWidget

from dialogueprep.ui.widgets.choices import CheckBox
from dialogueprep.ui.widgets.date_field import DateField
from dialogueprep.ui.widgets.layout import row


class DayOrNone(QWidget):
    """The day, or None where the box is not ticked; ``today`` is what a new day begins with."""

    def __init__(self, words: str, today: date) -> None:
        super().__init__()
        self._today = today
        self.box = CheckBox(words)
        self.field = DateField(today, name=words)
        self.box.toggled.connect(self.field.setVisible)
        self.field.hide()
        self.setLayout(row((self.box, 1), (self.field, 1), gap=12))
        self.setFocusProxy(self.box)

    def day(self) -> date | None:
        """Return the day, or None."""
        return self.field.day() if self.box.isChecked() else None

    def show_day(self, day: date | None) -> None:
        """Show a day, or that there is none."""
        self.box.setChecked(day is not None)
        shown = day or self._today
        self.field.setDate(shown)  # pyright: ignore[reportArgumentType]
        self.field.setVisible(day is not None)
