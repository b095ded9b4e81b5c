"""Shows the last rows of a long list at once, and the others before them turn by turn.

Setting hundreds of rows takes longer than a key may wait. What is shown at once is what is seen:
the end of the list. The rows before it come while nothing else is to be done, and what is seen
stays where it is.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QListView

from dialogueprep.ui import theme
from dialogueprep.ui.models.table_model import ListModel

Row = TypeVar("Row")
_LOW = 30  # px that a row has at least
_A_TURN = 80
_PAUSE_MS = 15  # before each turn, for the keys that come meanwhile


class LaterRows(QObject, Generic[Row]):
    """The rows of a view that are not shown yet."""

    def __init__(self, view: QListView, model: ListModel[Row]) -> None:
        super().__init__(view)
        self._view, self._model = view, model
        self._rows: Sequence[Row] = ()
        self._turn = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._turn.timeout.connect(self._show_more)

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show all rows now."""
        self._turn.stop()
        self._rows = ()
        self._model.show_rows(rows)

    def show_end(self, rows: Sequence[Row]) -> None:
        """Show the last rows now and the others soon; the view is to stand at its end."""
        at_once = self._view.viewport().height() // theme.scaled(_LOW) + 8
        if len(rows) <= at_once:
            self.show_rows(rows)
            return
        self._rows = rows
        self._model.show_rows(rows[-at_once:])
        self._turn.start()

    def complete(self) -> None:
        """Show what is not shown yet."""
        if self._rows:
            self._show(len(self._rows))

    def _show_more(self) -> None:
        self._show(self._model.rowCount() + _A_TURN)
        if self._rows:
            self._turn.start()

    def _show(self, number: int) -> None:
        rows = self._rows
        if number >= len(rows):
            self._turn.stop()
            self._rows = ()
        bar = self._view.verticalScrollBar()
        below = bar.maximum() - bar.value()
        self._model.show_rows(rows[-number:])
        self._view.doItemsLayout()
        bar.setValue(bar.maximum() - below)
