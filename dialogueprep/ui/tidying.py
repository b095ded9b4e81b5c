"""Python's search for objects that only hold each other, in the UI thread alone.

Left to itself it begins in whichever thread makes the next object. In a worker's thread it would
end objects of Qt there, and the program with them.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

_EVERY = 1000  # ms


class Tidying(QObject):
    """Looks now and then whether enough was made for a search, and searches."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        gc.disable()
        self._timer = QTimer(self, interval=_EVERY)
        self._timer.timeout.connect(tidy)
        self._timer.start()


def tidy() -> None:
    """Search the oldest generation that is due, by Python's own measure; often none is."""
    counts, limits = gc.get_count(), gc.get_threshold()
    due = [n for n, (count, limit) in enumerate(zip(counts, limits, strict=True)) if count > limit]
    if due:
        gc.collect(due[-1])
