"""What is said on a dialogue whose raw notes are due, or have been destroyed."""

from __future__ import annotations

from datetime import date

from dialogueprep.domain.dialogue import Dialogue, Phase
from dialogueprep.store import lives
from dialogueprep.ui import dates
from dialogueprep.ui.session import Session
from dialogueprep.ui.widgets.notices import Notice, Remedy
from dialogueprep.words import ntr, tr

_OVER = (Phase.DRAFTING, Phase.CLOSED)


def on_the_notes(session: Session, dialogue: Dialogue | None, today: date) -> list[Notice]:
    """Return what the notes page says of the life of its notes; nothing while they are at work."""
    if dialogue is None or dialogue.phase not in _OVER:
        return []
    life = lives.read(session.store, dialogue.id)
    there = lives.has_notes(session.store, dialogue.id)
    if life.destroyed_on is not None and not there:
        day = dates.day(life.destroyed_on)
        said = tr("The raw notes of this dialogue were destroyed on {day}", day=day)
        detail = tr("Findings, documents and the agenda stayed.")
        return [Notice(said, "info", detail=detail, closable=True)]
    left = life.days_left(today)
    if left is None or not there:
        return []
    home = Remedy(tr("Go to Home"), lambda: session.go("home"))
    return [Notice(due_words(left), "warn", remedies=(home,), closable=True)]


def due_words(left: int) -> str:
    """Return in words when raw notes are to be destroyed, ``left`` days from now."""
    if left > 0:
        return ntr(
            "Raw notes to be destroyed in {n} day", "Raw notes to be destroyed in {n} days", left
        )
    if left == 0:
        return tr("Raw notes to be destroyed today")
    return ntr(
        "Raw notes to be destroyed, {n} day overdue",
        "Raw notes to be destroyed, {n} days overdue",
        -left,
    )
