"""Makes what takes long before it is wanted, while nobody types.

That is the gate's tables, and pages that take longer to make than a key may wait.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator

from PySide6.QtCore import QObject, QTimer

from dialogueprep.ui.places import PLACES
from dialogueprep.ui.resting import Resting
from dialogueprep.ui.session import Session

_AFTER_MS = 800
_BETWEEN_MS = 10


class PagesAhead(QObject):
    """One page in each turn, after the tables in many."""

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
        self._left: Iterator[None] = iter(())
        self._soon = QTimer(self, singleShot=True)
        self._soon.timeout.connect(self._go_on)

    def start(self) -> None:
        """Begin in a moment, unless all are made."""
        self._left = self._steps()
        self._soon.start(_AFTER_MS)

    def _go_on(self) -> None:
        if not self._session.is_open or self._session.dialogue is None:
            return
        if not self._resting.rests():
            self._soon.start(_AFTER_MS)
            return
        for _step in self._left:
            self._soon.start(_BETWEEN_MS)
            return

    def _steps(self) -> Iterator[None]:
        from dialogueprep.exchange.lexicon_reader import reading

        yield from reading()
        for each in PLACES:
            if each.ahead and each.name not in self._made:
                self._make(each.name)
                yield
