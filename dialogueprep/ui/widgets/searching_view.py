"""What is shown while duplicates are looked for: how far it is, and Cancel."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from dialogueprep.ui.widgets.buttons import Button
from dialogueprep.ui.widgets.labels import Label
from dialogueprep.ui.widgets.layout import box, column, hairline, row
from dialogueprep.ui.widgets.part_bar import PartBar
from dialogueprep.words import tr


class SearchingView(QWidget):
    """A bar with words; ``cancel`` is its button."""

    def __init__(self) -> None:
        super().__init__()
        self._words = Label(tr("Entries are compared"), "body", "ink2")
        self._bar = PartBar()
        self.cancel = Button(tr("Cancel"))
        inside = box(
            column(self._words, self._bar, 4, row(None, self.cancel, None), gap=10), width=320
        )
        self.setLayout(column(None, row(None, inside, None), None))

    def show_part(self, part: float) -> None:
        """Show how far it is, from 0 to 1."""
        self._bar.show_part(part)
        percent = round(100 * part)
        self._words.setText(tr("Entries are compared: {percent}%", percent=percent))


class SearchingStrip(QWidget):
    """The same below a list that holds what was found so far; ``cancel`` is its button."""

    def __init__(self) -> None:
        super().__init__()
        self._words = Label("", "small", "ink2", elide=True)
        self._bar = PartBar()
        self.cancel = Button(tr("Cancel"), small=True)
        words = column(self._words, self._bar, gap=6)
        inside = row((words, 1), self.cancel, gap=10, margins=(12, 8, 12, 8))
        self.setLayout(column(hairline(), inside, gap=0))

    def show_part(self, part: float) -> None:
        """Show how far it is, from 0 to 1."""
        self._bar.show_part(part)
        self._words.setText(tr("Entries are compared: {percent}%", percent=round(100 * part)))
