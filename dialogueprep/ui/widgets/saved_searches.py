"""The saved searches of the library, in its column of facets."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from dialogueprep.commands.library_searches import SavedSearch
from dialogueprep.ui.widgets.buttons import Button
from dialogueprep.ui.widgets.labels import Label
from dialogueprep.ui.widgets.layout import clear, column, hairline, row
from dialogueprep.words import tr


class SavedSearches(QWidget):
    """``chosen`` carries a query, ``removed`` a name; ``wanted`` asks to save what is typed."""

    chosen = Signal(str)
    removed = Signal(str)
    wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._shown: tuple[SavedSearch, ...] | None = None
        self._column = column(gap=0)
        self.save = Button(tr("Save this search"), "link", on_click=self._want)
        heading = Label(tr("Saved searches"), "label", "ink2")
        self.setLayout(
            column(
                hairline(), 8, heading, self._column, row(self.save, None), gap=4,
                margins=(0, 0, 0, 8),
            )
        )  # fmt: skip

    def show_searches(self, saved: Sequence[SavedSearch], query: str) -> None:
        """Show what is saved, and the button that saves a query that is not there yet."""
        self.save.setVisible(bool(query) and all(each.query != query for each in saved))
        self.setVisible(bool(saved) or bool(query))
        if tuple(saved) == self._shown:
            return
        self._shown = tuple(saved)
        clear(self._column)
        stops = [self.save]
        for each in saved:
            buttons = self._buttons(each)
            line = QWidget()
            line.setLayout(row(buttons[0], None, buttons[1], gap=4))
            self._column.addWidget(line)
            stops += buttons
        for before, after in pairwise([*stops, self.save]):
            QWidget.setTabOrder(before, after)

    def _want(self) -> None:
        self.wanted.emit()

    def _buttons(self, each: SavedSearch) -> tuple[Button, Button]:
        name = Button(
            each.name, "link", tooltip=each.query, on_click=lambda: self.chosen.emit(each.query)
        )
        remove = Button(
            "", "quiet", "x", small=True,
            tooltip=tr("Remove the saved search “{name}”", name=each.name),
            on_click=lambda: self.removed.emit(each.name),
        )  # fmt: skip
        return name, remove
