"""Python's search for objects that only hold each other, in the UI thread alone.

Left to itself it begins in whichever thread makes the next object. In a worker's thread it would
end objects of Qt there, and the program with them.

What a search of all leaves is not looked at again while the same pages are shown: the tables of
the gate alone have 200,000 lists, and a key would wait 50 ms for them.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

from dialogueprep.ui.resting import Resting

_EVERY = 1000  # ms
_PATIENCE = 300
"""How often a search of old objects waits for a pause; it takes as long as some pictures."""
_MUCH = 50_000
"""Objects that are made only by reading tables or building a page; they stay, and are searched as
soon as hands rest, without another look at whether more is made."""
_BUSY = gc.get_threshold()[0]
_OLDEST = 2


class Tidying(QObject):
    """Looks now and then whether enough was made for a search, and searches.

    Any but the youngest objects are searched in a pause: when little was made since it last
    looked, and the user's hands rest.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        gc.disable()
        self._waited, self._much = 0, False
        self._resting = Resting(self)
        self._timer = QTimer(self, interval=_EVERY)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    def look(self) -> None:
        """Search what is due; old objects only in a pause, or when that was long put off."""
        made, due = gc.get_count()[0], _due()
        self._much = self._much or made > _MUCH
        busy = _BUSY < made <= _MUCH or not self._resting.rests()
        if busy and (due or self._much) and self._waited < _PATIENCE:
            self._waited += 1
            gc.collect(0)
            return
        settle() if self._much or due == _OLDEST else tidy()
        self._waited, self._much = 0, False


def tidy() -> None:
    """Search the oldest generation that is due, by Python's own measure; often none is."""
    if (due := _due()) is not None:
        gc.collect(due)


def settle() -> None:
    """Search everything, and look no more at what is left."""
    gc.collect()
    gc.freeze()


def look_at_all_again() -> None:
    """Let the next search of all see what was passed over, as when a workspace has been closed."""
    gc.unfreeze()


def _due() -> int | None:
    counts, limits = gc.get_count(), gc.get_threshold()
    due = [n for n, (count, limit) in enumerate(zip(counts, limits, strict=True)) if count > limit]
    return due[-1] if due else None
