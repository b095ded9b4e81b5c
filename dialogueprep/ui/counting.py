"""What stands beside each page's name in the navigation, read one page at a time.

A page's module is imported for its count, which takes longer than a key may wait: that is done
while the user's hands rest.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

from dialogueprep.ui.places import PLACES, Place
from dialogueprep.ui.resting import Resting
from dialogueprep.ui.session import Session

_AGAIN_MS = 250


class Counting(QObject):
    """Reads the counts of all pages, and again whenever it is told to begin."""

    counted = Signal(str, object)
    """A page's name and its Count, or None."""
    ended = Signal()

    def __init__(self, session: Session, resting: Resting, parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._resting = session, resting
        self._left: list[Place] = []
        self._soon = QTimer(self, singleShot=True)
        self._soon.timeout.connect(self.go_on)

    @property
    def goes_on(self) -> bool:
        """Whether counts are still to be read."""
        return bool(self._left)

    def begin(self, after_ms: int) -> None:
        """Read all counts anew, in a moment."""
        self._left = list(PLACES)
        self._soon.start(after_ms)

    def go_on(self) -> None:
        """Read the next count."""
        if not self._session.is_open or not self._left:
            return
        each = self._next() if self._session.held.is_free() else None
        if each is None:
            self._soon.start(_AGAIN_MS)
            return
        self._left.remove(each)
        self._soon.start(0) if self._left else self.ended.emit()
        if not each.of_dialogue or self._session.dialogue is not None:
            self.counted.emit(each.name, each.page_class().count(self._session))

    def _next(self) -> Place | None:
        """Return the next page, imported ones first; None while it would keep keys waiting."""
        ready = next((each for each in self._left if each.is_imported), None)
        return ready or (self._left[0] if self._resting.rests() else None)
