"""The life of a dialogue: its phases, and the date on which its raw notes are destroyed.

A date is chosen when the drafting begins or the dialogue is closed. Nothing is destroyed by a date
alone: from a week before, the user is reminded, and says so.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from dialogueprep.domain.dialogue import Phase

USUAL_DAYS = 30
"""How many days after the closing raw notes are destroyed, unless the house says otherwise."""
LONGEST_DAYS = 3660
NOTICE = timedelta(days=7)
_LONGEST_ABSENCE = timedelta(days=400)


@dataclass(frozen=True, slots=True)
class Moved:
    """A dialogue came into a phase on a day; a reason is kept where it was opened again."""

    to: Phase
    on: date
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Life:
    """Where a dialogue stands, when its notes are to be destroyed, and on which day they were."""

    phase: Phase
    destroy_on: date | None = None
    destroyed_on: date | None = None
    moved: tuple[Moved, ...] = ()

    @property
    def closed_on(self) -> date | None:
        """The day on which it was closed last; None if it is not closed or that is not known."""
        if self.phase is not Phase.CLOSED:
            return None
        return next((m.on for m in reversed(self.moved) if m.to is Phase.CLOSED), None)

    def days_left(self, today: date) -> int | None:
        """Return in how many days the notes are due (0 or less: now), None before the notice."""
        if self.destroy_on is None or today < self.destroy_on - NOTICE:
            return None
        return (self.destroy_on - today).days


def usual_date(today: date, days: int = USUAL_DAYS) -> date:
    """Return the date that is proposed."""
    return today + timedelta(days=days)


def is_believable(today: date, last_known: date | None) -> bool:
    """Say whether a computer's date fits the last day that is known.

    A clock that went back, or more than a year ahead, is asked about before anything is destroyed.
    """
    return last_known is None or last_known <= today <= last_known + _LONGEST_ABSENCE
