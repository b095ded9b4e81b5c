"""A change of clocks in the course of a day: an hour put on or back, as for daylight saving."""

from __future__ import annotations

from dataclasses import dataclass, replace

from dialogueprep.domain.dialogue import DayHours
from dialogueprep.domain.timetable import Slot, Timetable


@dataclass(frozen=True, slots=True)
class Turn:
    """That clocks are put ``by`` minutes on, or back, when they show ``at``; by 0: they are not.

    Both are minutes, ``at`` those after midnight. What clocks show and the minutes that will have
    gone by since midnight are the same until then.
    """

    at: int = 0
    by: int = 0

    def gone(self, shown: int) -> int:
        """Return how many minutes have gone by when clocks show this time.

        Of a time that comes twice the first; of one that is left out the moment of the change.
        """
        return shown if shown < self.at else max(self.at, shown - self.by)

    def shown(self, gone: int) -> int:
        """Return what clocks show when so many minutes have gone by."""
        return gone if gone < self.at else gone + self.by

    def later(self, by: int) -> Turn:
        """Return the change as it is counted from another midnight, so many minutes before."""
        return replace(self, at=self.at + by)

    def slots_gone(self, shown: Timetable) -> Timetable:
        """Return a timetable of times that clocks show as one of minutes that have gone by."""
        slots = tuple(
            replace(s, start=self.gone(s.start), end=self.gone(s.end)) for s in shown.slots
        )
        days = tuple(replace(d, start=self.gone(d.start), end=self.gone(d.end)) for d in shown.days)
        return replace(shown, slots=slots, days=days)

    def slot_shown(self, gone: Slot) -> Slot:
        """Return a slot of minutes that have gone by as clocks will show it."""
        return replace(gone, start=self.shown(gone.start), end=self.shown(gone.end))

    def hours_gone(self, shown: DayHours) -> DayHours:
        """Return when a day begins and must end in minutes that have gone by."""
        ends = None if shown.ends is None else self.gone(shown.ends)
        return replace(shown, starts=self.gone(shown.starts), ends=ends)
