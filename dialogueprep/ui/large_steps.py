"""Steps of very many rows: the pointer says that they take a while, then a window says how far.

All is done in one transaction. Cancel takes it back, so that nothing has happened.
"""

from __future__ import annotations

from collections.abc import Generator
from contextlib import contextmanager, suppress
from time import monotonic
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QGuiApplication

from dialogueprep.domain.errors import Cancelled
from dialogueprep.store.workspace import Store

if TYPE_CHECKING:
    from dialogueprep.ui.dialogs.large_step import LargeStep

_SOON = 0.3  # seconds; a shorter step needs no window
_BREATH = 0.04  # seconds between two looks at what the user does


class _Breath:
    """What is told how far a step is."""

    def __init__(self, words: str) -> None:
        self._words = words
        self._began = self._last = monotonic()
        self.window: LargeStep | None = None

    def __call__(self, done: int, every: int) -> None:
        now = monotonic()
        if now - self._began < _SOON or now - self._last < _BREATH:
            return
        if self.window is None:
            from dialogueprep.ui.dialogs.large_step import LargeStep

            QGuiApplication.changeOverrideCursor(Qt.CursorShape.ArrowCursor)
            self.window = LargeStep.begin(self._words)
        self.window.show_part(done, every)
        QCoreApplication.processEvents()
        self._last = monotonic()
        if self.window.is_stopped:
            raise Cancelled


@contextmanager
def breathing(store: Store, words: str) -> Generator[None]:
    """Let the window live while a step of very many rows is written; Cancel ends what is inside."""
    breath = _Breath(words)
    QGuiApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
    store.tell(breath)
    try:
        with suppress(Cancelled):
            yield
    finally:
        store.tell(None)
        QGuiApplication.restoreOverrideCursor()
        if breath.window is not None:
            breath.window.end()
