"""What every page says while the workspace cannot be written, or not even be read."""

from __future__ import annotations

from collections.abc import Callable

from dialogueprep.domain.errors import Trouble
from dialogueprep.sentences import explain
from dialogueprep.ui.session import Session
from dialogueprep.ui.widgets.notices import Notice, Remedy
from dialogueprep.words import ntr, tr


def unwritten(waiting: int, reason: str, session: Session, lock: Callable[[], object]) -> Notice:
    """Return the notice that notes wait outside the workspace, and where."""
    again = (Remedy(tr("Try again"), session.bring_back),)
    if not session.store.rescue.safe:
        lost = explain(Trouble("nowhere-to-write"))
        return Notice(tr("What you type is in memory only"), "block", lost, again)
    said = ntr(
        "The workspace cannot be written ({reason}): {n} note waits in the emergency journal",
        "The workspace cannot be written ({reason}): {n} notes wait in the emergency journal",
        waiting,
        reason=reason,
    )
    if session.store.db.replaced:
        detail = tr("It was taken away and is back. Lock and unlock it, to go on writing into it.")
        return Notice(said, "block", detail, (Remedy(tr("Lock"), lock),))
    detail = tr(
        "They are safe on this computer, encrypted, and go into the workspace as soon as it can "
        "be written. Go on taking notes; other changes are not kept."
    )
    return Notice(said, "block", detail, again)


def held(session: Session) -> list[Notice]:
    """Return the notice that the workspace cannot be read, and why, while it is so."""
    if not session.held.now:
        return []
    detail = tr(
        "What was saved is safe, and notes that you type wait in the emergency journal. Pages stay "
        "as they are until it is free; other changes are not kept."
    )
    if session.held.by_disk:
        detail = tr(
            "What was saved is safe, and notes that you type wait in the emergency journal. Look "
            "whether the disk is connected and may be written to; all goes on by itself."
        )
        return [Notice(tr("The workspace’s disk does not answer"), "block", detail)]
    return [Notice(tr("Another program holds the workspace"), "warn", detail)]
