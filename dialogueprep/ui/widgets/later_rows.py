"""Shows the last rows of a long list at once, and the others before them soon.

Setting hundreds of rows takes longer than a key may wait. What is shown at once is what is seen:
the end of the list. The rows before it are measured turn by turn while nothing else is to be
done, then all are shown, and what is seen stays where it is.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QListView

from dialogueprep.ui import theme
from dialogueprep.ui.models.table_model import ListModel

Row = TypeVar("Row")
_LOW = 30  # px that a row has at least
_A_TURN = 0.003  # seconds
_FIRST_MS = 45  # after what is shown at once, and what a page shows beside it, has been painted
_PAUSE_MS = 15  # before each further turn, for the keys that come meanwhile


class LaterRows(QObject, Generic[Row]):
    """The rows of a view that are not shown yet; ``measure`` makes the size of a row known."""

    def __init__(
        self, view: QListView, model: ListModel[Row], measure: Callable[[Row], object]
    ) -> None:
        super().__init__(view)
        self._view, self._model, self._measure = view, model, measure
        self._rows: Sequence[Row] = ()
        self._measured = 0
        self._turn = QTimer(self, singleShot=True)
        self._turn.timeout.connect(self._go_on)

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show all rows now."""
        self._turn.stop()
        self._rows = ()
        self._model.show_rows(rows)

    def show_end(self, rows: Sequence[Row]) -> None:
        """Show the last rows of another list now and the others soon; it is to stand at its end."""
        self._turn.stop()
        at_once = self.at_once
        self._rows, self._measured = (rows if len(rows) > at_once else ()), 0
        self._model.show_others(rows[-at_once:])
        if self._rows:
            self._turn.start(_FIRST_MS)

    @property
    def at_once(self) -> int:
        """How many rows are shown at once: as many as can be seen, and a few more.

        What the view lies in is asked for its height: the view may grow when it is laid out next.
        """
        around = self._view.parentWidget() or self._view
        return around.height() // theme.scaled(_LOW) + 2

    def complete(self) -> None:
        """Show what is not shown yet."""
        if not self._rows:
            return
        rows = self._rows
        bar = self._view.verticalScrollBar()
        below = bar.maximum() - bar.value()
        self.show_rows(rows)
        self._view.doItemsLayout()
        bar.setValue(bar.maximum() - below)

    def _go_on(self) -> None:
        """Measure for a moment; once all sizes are known, setting the rows is short."""
        until = time.perf_counter() + _A_TURN
        while self._measured < len(self._rows):
            if time.perf_counter() > until:
                self._turn.start(_PAUSE_MS)
                return
            self._measure(self._rows[self._measured])
            self._measured += 1
        self.complete()
