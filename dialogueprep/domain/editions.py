"""Editions of an agenda: what was circulated, what is different since, and whom that concerns.

An edition holds people by the ids of their participations only, so that a name that is removed
from the workspace is in no edition either.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from dialogueprep.domain.dialogue import AgendaItem, Dialogue, ItemId, ItemKind, Terms
from dialogueprep.domain.people import Attendance, ParticipationId, Role
from dialogueprep.domain.texts import Texts
from dialogueprep.domain.timetable import Slot


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """An item as it stands in an edition: times in minutes after midnight of its day, from 0."""

    id: ItemId
    kind: ItemKind
    titles: Texts
    day: int
    start: int
    end: int
    lane: int = 0
    terms: Terms = Terms.RULE
    places: Texts = Texts()
    questions: tuple[Texts, ...] = ()
    roles: frozenset[tuple[Role, ParticipationId]] = frozenset()
    present: frozenset[ParticipationId] = frozenset()

    @property
    def minutes(self) -> int:
        """How long it takes."""
        return self.end - self.start


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """An agenda as it was circulated. Number 0 and no date: as it stands now."""

    number: int = 0
    on: date | None = None
    first_day: date
    entries: tuple[Entry, ...] = ()

    def entry(self, item: ItemId) -> Entry | None:
        """Return the entry of an item; None if the edition does not have it."""
        return next((e for e in self.entries if e.id == item), None)


class Difference(StrEnum):
    """In what an item is different from the edition before."""

    NEW = "new"
    REMOVED = "removed"
    MOVED = "moved"  # to another day, or past an item that it followed
    SHIFTED = "shifted"  # it begins earlier or later in the same order
    LENGTH = "length"
    TITLE = "title"
    KIND = "kind"
    TERMS = "terms"
    PLACE = "place"
    QUESTIONS = "questions"
    ROLES = "roles"


_OF_WORDING = frozenset({Difference.TITLE, Difference.QUESTIONS, Difference.KIND})


@dataclass(frozen=True, slots=True)
class Change:
    """An item that is different; without ``before`` it is new, without ``after`` removed.

    ``entry`` is the item as it is now, or as it was last.
    """

    before: Entry | None
    after: Entry | None
    what: tuple[Difference, ...]
    entry: Entry

    @property
    def later_by(self) -> int:
        """By how many minutes it begins later on its day; negative: earlier."""
        return self.after.start - self.before.start if self.after and self.before else 0

    @property
    def only_shifted(self) -> bool:
        """Whether nothing else is different than the time at which it begins."""
        return self.what == (Difference.SHIFTED,)


@dataclass(frozen=True, slots=True)
class Affected:
    """A participation that changes concern; ``leading`` are those at whose items it has a role."""

    participation: ParticipationId
    changes: tuple[Change, ...]

    @property
    def leading(self) -> tuple[Change, ...]:
        """The changes of items at which it has or had a role."""
        return tuple(c for c in self.changes if self.participation in _leads(c))


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two editions and what is different, in the order of the later one."""

    before: Edition
    after: Edition
    changes: tuple[Change, ...]

    @property
    def other_dates(self) -> bool:
        """Whether the whole meeting begins on another day."""
        return self.before.first_day != self.after.first_day

    @property
    def groups(self) -> tuple[tuple[Change, ...], ...]:
        """The changes; neighbours of a day that begin as much later, and no more, are one."""
        found: list[tuple[Change, ...]] = []
        for change in self.changes:
            if found and _alike(found[-1][-1], change):
                found[-1] = (*found[-1], change)
            else:
                found.append((change,))
        return tuple(found)

    @property
    def count(self) -> int:
        """How many changes a reader counts."""
        return len(self.groups) + self.other_dates

    @property
    def affected(self) -> tuple[Affected, ...]:
        """Whom changes concern, first those who have a role at what changes.

        Times, place, terms, and that an item is new or gone concern everybody who is there
        before or after; other words and another kind those with a role; other roles those who
        gain or lose one.
        """
        found: dict[ParticipationId, list[Change]] = {}
        for change in self.changes:
            for each in concerned(change):
                found.setdefault(each, []).append(change)
        if self.other_dates:
            for each in sorted({p for e in self.after.entries for p in e.present}):
                found.setdefault(each, [])
        everybody = [Affected(who, tuple(changes)) for who, changes in found.items()]
        return tuple(sorted(everybody, key=lambda a: (-len(a.leading), -len(a.changes))))


def edition_of(
    dialogue: Dialogue,
    slots: Iterable[Slot],
    attendances: Iterable[Attendance],
    others: Mapping[ItemId, frozenset[ParticipationId]] | None = None,
) -> Edition:
    """Return the agenda as it stands, as an edition without a number.

    ``others`` are present at an item without a role there; very many are read so most quickly.
    """
    there: dict[str, list[Attendance]] = {}
    for each in attendances:
        there.setdefault(each.item, []).append(each)
    kept = sorted((s for s in slots if not s.item.aside), key=lambda s: (s.day, s.start, s.lane))
    besides = others or {}
    entries = tuple(
        _entry(slot, there.get(slot.item.id, ()), besides.get(slot.item.id, frozenset()))
        for slot in kept
    )
    return Edition(first_day=dialogue.first_day, entries=entries)


def compare(before: Edition, after: Edition) -> Comparison:
    """Return what is different in the later of two editions."""
    jumped = _out_of_order(before, after)
    changes = [_change(before.entry(e.id), e, jumped) for e in after.entries]
    known = {e.id for e in after.entries}
    gone = [Change(e, None, (Difference.REMOVED,), e) for e in before.entries if e.id not in known]
    real = [c for c in (*changes, *gone) if c.what]
    return Comparison(before, after, tuple(sorted(real, key=_place)))


def _leads(change: Change) -> frozenset[ParticipationId]:
    sides = [e for e in (change.before, change.after) if e]
    return frozenset(who for e in sides for _, who in e.roles)


def concerned(change: Change) -> frozenset[ParticipationId]:
    """Return the participations that a change concerns, as `Comparison.affected` says."""
    sides = [e for e in (change.before, change.after) if e]
    what = set(change.what)
    if what - _OF_WORDING - {Difference.ROLES}:
        return frozenset(p for e in sides for p in (*e.present, *(w for _, w in e.roles)))
    found = frozenset[ParticipationId]()
    if what & _OF_WORDING:
        found |= _leads(change)
    if Difference.ROLES in what and change.before and change.after:
        found |= {who for _, who in change.before.roles ^ change.after.roles}
    return found


def _entry(slot: Slot, there: Sequence[Attendance], others: frozenset[ParticipationId]) -> Entry:
    item: AgendaItem = slot.item
    return Entry(
        id=item.id,
        kind=item.kind,
        titles=item.titles,
        day=slot.day,
        start=slot.start,
        end=slot.end,
        lane=slot.lane,
        terms=item.terms,
        places=item.places,
        questions=tuple(q.texts for q in item.questions),
        roles=frozenset((role, a.participation) for a in there for role in a.roles),
        present=others.union(a.participation for a in there),
    )


def _place(change: Change) -> tuple[int, int, int]:
    return change.entry.day, change.entry.start, change.entry.lane


def _alike(one: Change, other: Change) -> bool:
    same = (one.entry.day, one.later_by) == (other.entry.day, other.later_by)
    return one.only_shifted and other.only_shifted and same


def _change(before: Entry | None, after: Entry, jumped: frozenset[ItemId]) -> Change:
    if before is None:
        return Change(None, after, (Difference.NEW,), after)
    moved = before.day != after.day or after.id in jumped
    found = {
        Difference.MOVED: moved,
        Difference.SHIFTED: not moved and before.start != after.start,
        Difference.LENGTH: before.minutes != after.minutes,
        Difference.TITLE: _reworded(before.titles, after.titles),
        Difference.KIND: before.kind != after.kind,
        Difference.TERMS: after.kind.has_terms and before.terms != after.terms,
        Difference.PLACE: before.places != after.places,
        Difference.QUESTIONS: _other_questions(before.questions, after.questions),
        Difference.ROLES: before.roles != after.roles,
    }
    what = tuple(kind for kind, is_so in found.items() if is_so)
    return Change(before, after, what, after)


def _reworded(before: Texts, after: Texts) -> bool:
    """Whether a wording is another; a translation that was added is no change."""
    return any(after.get(t.language) != t.wording for t in before.entries)


def _other_questions(before: Sequence[Texts], after: Sequence[Texts]) -> bool:
    pairs = zip(before, after, strict=False)
    return len(before) != len(after) or any(_reworded(one, other) for one, other in pairs)


def _out_of_order(before: Edition, after: Edition) -> frozenset[ItemId]:
    """Return the fewest items that have to jump so that the others keep their order by day."""
    jumped: set[ItemId] = set()
    was = {e.id: n for n, e in enumerate(before.entries)}
    days = {e.id: e.day for e in before.entries}
    for day in {e.day for e in after.entries}:
        same = [e.id for e in after.entries if e.day == day and days.get(e.id) == day]
        kept = _longest_rise([was[each] for each in same])
        jumped |= {each for each in same if was[each] not in kept}
    return frozenset(jumped)


def _longest_rise(numbers: Sequence[int]) -> frozenset[int]:
    """Return a longest rising run of numbers that need not be neighbours."""
    tails: list[int] = []
    before: dict[int, int | None] = {}
    for number in numbers:
        at = bisect_left(tails, number)
        before[number] = tails[at - 1] if at else None
        tails[at : at + 1] = [number]
    found: list[int] = []
    last = tails[-1] if tails else None
    while last is not None:
        found.append(last)
        last = before[last]
    return frozenset(found)
