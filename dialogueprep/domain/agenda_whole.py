"""An agenda as a whole: who has a voice in it, how long people sit, what the time goes to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from itertools import pairwise

from dialogueprep.domain.checks import LONGEST_SITTING, Plan, runs_of
from dialogueprep.domain.dialogue import AgendaItem, ItemId
from dialogueprep.domain.library import Dimension, TopicId
from dialogueprep.domain.people import Attendee, Role
from dialogueprep.domain.timetable import Slot

LEADING_ROLES = (Role.CHAIR, Role.MODERATOR, Role.PRESENTER, Role.DISCUSSANT)
"""The roles that give somebody a part of the time; the others write, translate or help."""


@dataclass(frozen=True, slots=True)
class Share:
    """How often people of one delegation or sector hold which role, by day from 0.

    ``minutes`` are the lengths of the items at which they hold one, each item once.
    """

    name: str
    by_day: Mapping[int, Mapping[Role, int]]
    minutes: int

    @property
    def roles(self) -> Mapping[Role, int]:
        """The roles over all days."""
        found: Counter[Role] = Counter()
        for each in self.by_day.values():
            found.update(each)
        return found


@dataclass(frozen=True, slots=True)
class Sitting:
    """A stretch without a pause; times in minutes after midnight of its day."""

    day: int
    start: int
    end: int
    items: tuple[AgendaItem, ...]

    @property
    def minutes(self) -> int:
        """How long people sit."""
        return self.end - self.start

    @property
    def too_long(self) -> bool:
        """Whether it is longer than `LONGEST_SITTING`."""
        return self.minutes > LONGEST_SITTING


@dataclass(frozen=True, slots=True)
class NextModerator:
    """Which delegation might moderate an item that nobody moderates yet, and the loads so far."""

    item: AgendaItem
    delegation: str
    loads: tuple[tuple[str, int], ...]


def shares(
    plan: Plan, group: Callable[[Attendee], str], known: Iterable[str] = ()
) -> tuple[Share, ...]:
    """Return the voices of each group; those that are known come first and even without one."""
    days: dict[str, dict[int, Counter[Role]]] = {name: {} for name in known}
    minutes: Counter[str] = Counter()
    for slot in plan.timetable.slots:
        here: set[str] = set()
        for attendee in plan.seated.get(slot.item.id, ()):
            for role in attendee.roles & set(LEADING_ROLES):
                name = group(attendee)
                counts = days.setdefault(name, {}).setdefault(slot.day, Counter())
                counts[role] += 1
                here.add(name)
        for name in here:
            minutes[name] += slot.end - slot.start
    return tuple(Share(name, by_day, minutes[name]) for name, by_day in days.items() if name)


def sittings(plan: Plan) -> tuple[Sitting, ...]:
    """Return the stretches without a pause in their order."""
    return tuple(_sitting(run) for run in runs_of(plan.sittings))


def minutes_by_dimension(
    plan: Plan, dimensions: Mapping[TopicId, Dimension]
) -> tuple[tuple[Dimension, int], ...]:
    """Return the minutes of items with a topic by its dimension, the most first.

    Parallel items count each with its own length.
    """
    found: Counter[Dimension] = Counter()
    for slot in plan.timetable.slots:
        topic = slot.item.topic
        if topic is not None and topic in dimensions:
            found[dimensions[topic]] += slot.end - slot.start
    return tuple(found.most_common())


def next_moderator(plan: Plan, delegations: Iterable[str]) -> NextModerator | None:
    """Return which delegation might moderate the first item that nobody moderates.

    The one that moderates least so far, in the order of delegations; not one that moderates
    right before or after, unless all do. None once each numbered item has a moderator.
    """
    codes = tuple(delegations)
    numbered = [s for sitting in plan.sittings for s in sitting if s.item.kind.numbered]
    led = {s.item.id: {a.who.delegation for a in plan.holders([s], Role.MODERATOR)}
           for s in numbered}  # fmt: skip
    bare = next((s for s in numbered if not led[s.item.id]), None)
    if bare is None or not codes:
        return None
    loads = {code: sum(code in led[s.item.id] for s in numbered) for code in codes}
    beside = _beside(numbered, bare, led)
    free = [code for code in codes if code not in beside] or list(codes)
    chosen = min(free, key=lambda code: loads[code])
    return NextModerator(bare.item, chosen, tuple(loads.items()))


def _beside(slots: list[Slot], slot: Slot, led: Mapping[ItemId, set[str]]) -> set[str]:
    found: set[str] = set()
    for one, other in pairwise(slots):
        if other is slot:
            found |= led[one.item.id]
        if one is slot:
            found |= led[other.item.id]
    return found


def _sitting(run: list[Slot]) -> Sitting:
    end = max(s.end for s in run)
    return Sitting(run[0].day, run[0].start, end, tuple(s.item for s in run))
