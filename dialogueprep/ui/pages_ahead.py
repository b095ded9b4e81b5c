"""Makes pages that take their time before one goes there, while nobody types."""

from __future__ import annotations

from collections.abc import Callable, Container

from PySide6.QtCore import QObject, QTimer

from dialogueprep.ui.places import PLACES
from dialogueprep.ui.resting import Resting
from dialogueprep.ui.session import Session

_AFTER_MS = 800


class PagesAhead(QObject):
    """One page in each turn: it takes longer to make than a key may wait."""

    def __init__(
        self,
        session: Session,
        resting: Resting,
        made: Container[str],
        make: Callable[[str], object],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._session, self._resting = session, resting
        self._made, self._make = made, make
        self._soon = QTimer(self, singleShot=True, interval=_AFTER_MS)
        self._soon.timeout.connect(self._go_on)

    def start(self) -> None:
        """Begin in a moment, unless all are made."""
        self._soon.start()

    def _go_on(self) -> None:
        if not self._session.is_open or self._session.dialogue is None:
            return
        if not self._resting.rests():
            self.start()
            return
        for each in PLACES:
            if each.ahead and each.name not in self._made:
                self._make(each.name)
                self.start()
                return
