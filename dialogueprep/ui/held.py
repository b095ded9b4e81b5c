"""While the workspace file cannot even be read, since another program holds it or its disk fails.

Pages keep what they show, notes wait in the emergency journal, and all goes on by itself.
"""

from __future__ import annotations

import weakref
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from dialogueprep.domain.errors import Trouble

if TYPE_CHECKING:
    from dialogueprep.ui.session import Session

_LOOK_MS = 1000
_NO_ANSWER = "disk-trouble"
_latest: list[weakref.ref[Held]] = []  # of the session that was opened last


class Held(QObject):
    """Whether the open workspace is held; it looks by itself when that is over."""

    changed = Signal(bool)

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session = session
        self.now = False
        self.by_disk = False
        """Whether it is the disk that does not answer, and no other program."""
        self._again = QTimer(self, singleShot=True, interval=_LOOK_MS)
        self._again.timeout.connect(self.is_free)
        _latest[:] = [weakref.ref(self)]

    def is_free(self) -> bool:
        """Return whether the workspace can be read now, and tell if that has changed."""
        return self._session.is_open and self.read(self._session.store.db.look)

    def read(self, work: Callable[[], object]) -> bool:
        """Do what reads the workspace; return False where it is held. Other troubles go on."""
        try:
            work()
        except Trouble as trouble:
            if not is_held(trouble):
                raise
            self.begin(trouble)
            return False
        if self.now:
            self._set(False)
        return True

    def begin(self, trouble: Trouble) -> None:
        """Take note that it is held, and look again in a moment."""
        self.by_disk = trouble.code == _NO_ANSWER
        self._again.start()
        if not self.now:
            self._set(True)

    def _set(self, now: bool) -> None:
        self.now = now
        self.changed.emit(now)


def is_held(error: BaseException) -> bool:
    """Return whether something failed since the workspace cannot be read just now."""
    return isinstance(error, Trouble) and error.code in ("workspace-busy", _NO_ANSWER)


def take_note(error: BaseException) -> bool:
    """Tell the open workspace that something met it held; return whether it was that."""
    held = _latest[0]() if _latest else None
    if held is None or not isinstance(error, Trouble) or not is_held(error):
        return False
    held.begin(error)
    return True
