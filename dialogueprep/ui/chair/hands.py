"""Who has asked to speak: a list in memory that nothing writes down.

A direct reply goes before those who wait, somebody who has not spoken yet before those who
have. How often a group has spoken is told only of groups of k people or more, without names.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import count

from dialogueprep.ui.chair.sheet import Seat


@dataclass(frozen=True, slots=True)
class Hand:
    """A raised hand. Its name is left out where a value is printed, as in a report of a mistake."""

    id: int
    name: str = field(repr=False)
    direct: bool = False
    spoken: bool = False


class Hands:
    """The hands in the order in which they speak, and who speaks now."""

    def __init__(self) -> None:
        self.first_timers_first = True
        self._ids = count(1)
        self._seats: dict[str, Seat] = {}
        self.k = 3
        self.clear()

    @property
    def anybody(self) -> bool:
        """Whether somebody waits or speaks."""
        return bool(self.waiting) or self.speaking is not None

    def clear(self) -> None:
        """Forget all names and counts."""
        self.waiting: tuple[Hand, ...] = ()
        self.speaking: Hand | None = None
        self._spoken: Counter[str] = Counter()
        self._of_groups: Counter[str] = Counter()

    def seat(self, seats: Sequence[Seat], k: int) -> None:
        """Say who sits at the table, and from how many on a group is counted."""
        self._seats = {_folded(s.name): s for s in seats}
        self.k = max(3, k)

    def suggestions(self, typed: str) -> list[str]:
        """Return the names and groups that hold what is typed."""
        wanted = _folded(typed)
        groups = dict.fromkeys(g for s in self._seats.values() for g in s.groups)
        names = [*(s.name for s in self._seats.values()), *groups]
        return [n for n in names if wanted and wanted in _folded(n)]

    def ask(self, name: str, *, direct: bool = False) -> Hand | None:
        """Put a hand where it belongs; return it, None for no name.

        Who waits already keeps the place, unless it is for a direct reply now.
        """
        name = " ".join(name.split())
        if not name:
            return None
        there = next((h for h in self.waiting if _folded(h.name) == _folded(name)), None)
        if there is not None and there.direct >= direct:
            return there
        self.waiting = tuple(h for h in self.waiting if h is not there)
        hand = Hand(next(self._ids), name, direct, _folded(name) in self._spoken)
        self._insert(hand)
        return hand

    def reply(self, hand: int) -> None:
        """Make a hand one for a direct reply, or one that waits again."""
        found = self._find(hand)
        if found is not None:
            self.waiting = tuple(h for h in self.waiting if h is not found)
            self._insert(replace(found, direct=not found.direct))

    def move(self, hand: int, by: int) -> None:
        """Move a hand up (-1) or down (1)."""
        found = self._find(hand)
        if found is None:
            return
        here = self.waiting.index(found)
        there = min(max(here + by, 0), len(self.waiting) - 1)
        rest = [h for h in self.waiting if h is not found]
        rest.insert(there, found)
        self.waiting = tuple(rest)

    def withdraw(self, hand: int) -> None:
        """Take a hand off the list; it is not counted."""
        self.waiting = tuple(h for h in self.waiting if h.id != hand)

    def give_floor(self, hand: int | None = None) -> Hand | None:
        """Let a hand speak, else the first; who spoke before is done. Return who speaks."""
        wanted = self._find(hand) if hand is not None else next(iter(self.waiting), None)
        self.speaking = wanted
        if wanted is not None:
            self.waiting = tuple(h for h in self.waiting if h is not wanted)
            self._count(wanted.name)
        return wanted

    def done(self) -> None:
        """Say that who spoke has ended."""
        self.speaking = None

    def counters(self) -> list[tuple[str, int]]:
        """Return how often groups have spoken: of those only that are large enough."""
        sizes = Counter(g for s in self._seats.values() for g in s.groups)
        return [(g, self._of_groups[g]) for g, size in sizes.items() if size >= self.k]

    def order_anew(self) -> None:
        """Order those who wait by the rules, in the order in which they stand now."""
        hands, self.waiting = self.waiting, ()
        for hand in hands:
            self._insert(replace(hand, spoken=_folded(hand.name) in self._spoken))

    def _insert(self, hand: Hand) -> None:
        rest = list(self.waiting)
        behind = len(rest)
        if hand.direct:
            behind = next((n for n, h in enumerate(rest) if not h.direct), behind)
        elif self.first_timers_first and not hand.spoken:
            later = (n for n, h in enumerate(rest) if h.spoken and not h.direct)
            behind = next(later, behind)
        rest.insert(behind, hand)
        self.waiting = tuple(rest)

    def _count(self, name: str) -> None:
        key = _folded(name)
        self._spoken[key] += 1
        seat = self._seats.get(key)
        groups = seat.groups if seat else tuple(g for g in self._groups() if _folded(g) == key)
        self._of_groups.update(groups)
        self.waiting = tuple(
            replace(h, spoken=True) if _folded(h.name) == key else h for h in self.waiting
        )

    def _groups(self) -> set[str]:
        return {g for s in self._seats.values() for g in s.groups}

    def _find(self, hand: int) -> Hand | None:
        return next((h for h in self.waiting if h.id == hand), None)


def _folded(name: str) -> str:
    return name.strip().casefold()
