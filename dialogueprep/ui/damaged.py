"""Damage that is met while the workspace is open: it is closed, and its copies are offered.

A large workspace is not read whole when it is opened, and a disk can fail at any time.
"""

from __future__ import annotations

import weakref
from typing import TYPE_CHECKING

from dialogueprep.store.driver import is_damage

if TYPE_CHECKING:
    from dialogueprep.ui.session import Session

_latest: list[weakref.ref[Session]] = []  # the session that was opened last


def watch(session: Session) -> None:
    """Let a session be told of damage that something else meets."""
    _latest[:] = [weakref.ref(session)]


def take_note(error: BaseException) -> bool:
    """Tell the open workspace of damage that something met; return whether it was that."""
    session = _latest[0]() if _latest else None
    if session is None or not session.is_open or not is_damage(error, session.store.folder):
        return False
    session.damaged.emit()
    return True
