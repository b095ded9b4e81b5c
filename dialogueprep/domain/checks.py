"""What an organiser may want to look at again in an agenda: observations, not rules.

Each is a code with its facts; the sentence is found in ``dialogueprep.sentences``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import combinations, groupby, pairwise

from dialogueprep.domain.dialogue import AgendaItem, ItemId, ItemKind
from dialogueprep.domain.library import TopicId
from dialogueprep.domain.people import Attendee, Role
from dialogueprep.domain.timetable import Slot, Timetable

SENSITIVE = 3  # the rating of sensitivity from which an item needs care in its place
LONGEST_SITTING = 120  # minutes without a pause
SHORTEST_PAUSE = 10  # minutes between two items that count as a pause


@dataclass(frozen=True, slots=True)
class Check:
    """One observation: a code, the facts of its sentence, and the items that it is about."""

    code: str
    facts: Mapping[str, object]
    items: tuple[ItemId, ...]


@dataclass(frozen=True)
class Plan:
    """What the checks look at: the timetable, who is seated where, how sensitive topics are.

    ``touchy`` names the one delegation for which alone a topic is sensitive.
    """

    timetable: Timetable
    seated: Mapping[ItemId, tuple[Attendee, ...]] = field(
        default_factory=dict[ItemId, tuple[Attendee, ...]]
    )
    sensitivity: Mapping[TopicId, int] = field(default_factory=dict[TopicId, int])
    touchy: Mapping[TopicId, str] = field(default_factory=dict[TopicId, str])

    @cached_property
    def sittings(self) -> list[list[Slot]]:
        """The slots in the order in which they begin; those that begin together in one list."""
        slots = sorted(self.timetable.slots, key=_begins)
        return [list(together) for _, together in groupby(slots, key=_begins)]

    def holders(self, slots: Iterable[Slot], role: Role) -> list[Attendee]:
        """Return who holds a role at any of these items."""
        return [a for s in slots for a in self._with_roles.get(s.item.id, ()) if role in a.roles]

    @cached_property
    def _with_roles(self) -> dict[ItemId, list[Attendee]]:
        """Only those who hold a role: where groups run side by side, many are there without."""
        return {item: [a for a in there if a.roles] for item, there in self.seated.items()}

    def sensitive(self, item: AgendaItem) -> bool:
        """Whether the item's topic is rated sensitive; an item without a topic is not."""
        return item.topic is not None and self.sensitivity.get(item.topic, 0) >= SENSITIVE


def checks(plan: Plan) -> tuple[Check, ...]:
    """Return what stands out in a plan, in the order in which an organiser would settle it."""
    return (
        *_in_two_lanes(plan),
        *_breakouts_without_rapporteur(plan),
        *_breakouts_without_report(plan),
        *_opens_with_sensitive(plan),
        *_ends_with_sensitive(plan),
        *same_delegation_moderates(plan),
        *_long_sittings(plan),
    )


def _begins(slot: Slot) -> tuple[int, int]:
    return slot.day, slot.start


def _in_two_lanes(plan: Plan) -> Iterator[Check]:
    in_lanes = [s for s in plan.timetable.slots if s.lane > 0]
    days = (list(slots) for _, slots in groupby(in_lanes, key=lambda s: s.day))
    pairs = (pair for slots in days for pair in combinations(slots, 2))
    for one, other in pairs:
        if not _parallel(one, other):
            continue
        there = {a.who.id for a in plan.seated.get(other.item.id, ())}
        for attendee in plan.seated.get(one.item.id, ()):
            if attendee.who.id in there:
                facts = {"name": attendee.who.person.name.listed} | _titles(one, other)
                yield Check("in-two-lanes", facts, (one.item.id, other.item.id))


def _parallel(one: Slot, other: Slot) -> bool:
    overlap = one.start < other.end and other.start < one.end
    lanes = 0 not in (one.lane, other.lane) and one.lane != other.lane
    return one.day == other.day and lanes and overlap


def _titles(first: Slot, last: Slot) -> dict[str, object]:
    return {"first": first.item.titles, "last": last.item.titles}


def _breakouts_without_rapporteur(plan: Plan) -> Iterator[Check]:
    for slot in plan.timetable.slots:
        if slot.item.kind is ItemKind.BREAKOUT and not plan.holders([slot], Role.RAPPORTEUR):
            yield Check("breakout-lacks-rapporteur", {"title": slot.item.titles}, (slot.item.id,))


def _breakouts_without_report(plan: Plan) -> Iterator[Check]:
    """Breakouts that begin together, and nobody reports from them on that day or the next."""
    sittings = plan.sittings
    backs = [s for s in plan.timetable.slots if s.item.kind is ItemKind.REPORT_BACK]
    reported = {s.item.id for each in backs for s in reported_by(sittings, each)}
    for sitting in sittings:
        groups = [s for s in sitting if s.item.kind is ItemKind.BREAKOUT]
        if len(groups) > 1 and not any(s.item.id in reported for s in groups):
            ids = tuple(s.item.id for s in groups)
            yield Check("breakouts-lack-report", _titles(groups[0], groups[-1]), ids)


def reported_by(sittings: Iterable[list[Slot]], report: Slot) -> list[Slot]:
    """Return the breakouts from which an item reports back: none unless it is a report-back.

    Those of its day and the day before that have ended by then, and that an earlier
    report-back has not covered.
    """
    if report.item.kind is not ItemKind.REPORT_BACK:
        return []
    open_groups: list[Slot] = []
    for sitting in sittings:
        open_groups = [s for s in open_groups if s.day >= sitting[0].day - 1]
        reports = [s.item.id for s in sitting if s.item.kind is ItemKind.REPORT_BACK]
        if report.item.id in reports:
            return [s for s in open_groups if (s.day, s.end) <= (report.day, report.start)]
        if reports:
            open_groups = []
        open_groups += [s for s in sitting if s.item.kind is ItemKind.BREAKOUT]
    return []


def _opens_with_sensitive(plan: Plan) -> Iterator[Check]:
    discussed = (s for sitting in plan.sittings for s in sitting if s.item.kind.numbered)
    first = next(discussed, None)
    if first is not None and plan.sensitive(first.item):
        yield Check("opens-with-sensitive", {"title": first.item.titles}, (first.item.id,))


def _ends_with_sensitive(plan: Plan) -> Iterator[Check]:
    """A sensitive item is the last that is discussed, and no pause follows it."""
    slots = [s for sitting in plan.sittings for s in sitting]
    places = [n for n, s in enumerate(slots) if s.item.kind.numbered]
    if not places or not plan.sensitive(slots[places[-1]].item):
        return
    last = slots[places[-1]]
    after = slots[places[-1] + 1 : places[-1] + 2]
    if not after or not _pause_between(last.end, last.day, after[0]):
        yield Check("ends-with-sensitive", {"title": last.item.titles}, (last.item.id,))


def _pause_between(end: int, day: int, following: Slot) -> bool:
    apart = following.day != day or following.start - end >= SHORTEST_PAUSE
    return apart or not following.item.kind.has_terms


def same_delegation_moderates(plan: Plan) -> Iterator[Check]:
    """Yield where one delegation moderates twice in a row."""
    moderated = [(s, _moderating(plan, s)) for s in plan.sittings]
    for (one, before), (other, after) in pairwise((s, d) for s, d in moderated if d):
        for delegation in sorted(before & after):
            facts = {"delegation": delegation} | _titles(one[0], other[0])
            yield Check("same-delegation-moderates", facts, (one[0].item.id, other[0].item.id))


def _moderating(plan: Plan, sitting: list[Slot]) -> set[str]:
    return {a.who.delegation for a in plan.holders(sitting, Role.MODERATOR)}


def _long_sittings(plan: Plan) -> Iterator[Check]:
    for run in runs_of(plan.sittings):
        minutes = max(s.end for s in run) - run[0].start
        if minutes > LONGEST_SITTING:
            facts = {"minutes": minutes} | _titles(run[0], run[-1])
            yield Check("long-sitting", facts, tuple(s.item.id for s in run))


def runs_of(sittings: list[list[Slot]]) -> Iterator[list[Slot]]:
    """Yield the slots that follow each other on a day without a pause; breaks are left out."""
    run: list[Slot] = []
    for sitting in sittings:
        if run and _pause_between(max(s.end for s in run), run[0].day, sitting[0]):
            yield run
            run = []
        run += [s for s in sitting if s.item.kind.has_terms]
    if run:
        yield run
