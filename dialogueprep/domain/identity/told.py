"""What documents say of people under one origin, and what a reader of all of them has together.

A reader who has "a participant from Korea" from one document and "an official" from another, of
the same finding, takes them for one person. What was released is known by what its descriptions
say (delegation, region, sector, gender), never by its words.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from typing import NamedTuple, TypeVar, cast

from dialogueprep.domain.identity.attributions import holds, widened
from dialogueprep.domain.identity.described.description import (
    Counted,
    Description,
    Joined,
    lowest,
    neutral,
)
from dialogueprep.domain.identity.roster import Rooms, Roster
from dialogueprep.domain.notes import Attribution, Count
from dialogueprep.domain.people import Attendee, BroadSector, Gender, Sector

_MOST = 64  # combinations of descriptions that are tried
_KINDS = {"sector": Sector, "broad": BroadSector, "gender": Gender}

_Kept = TypeVar("_Kept")


@dataclass(frozen=True, slots=True)
class Told:
    """A description as predicates, and whether it is of several."""

    description: Description
    several: bool = False

    def as_facts(self) -> dict[str, str | bool]:
        """Return its predicates by name, as they are kept."""
        said = {f.name: getattr(self.description, f.name) for f in fields(Description)}
        facts: dict[str, str | bool] = {name: str(value) for name, value in said.items() if value}
        return {**facts, "several": True} if self.several else facts

    @classmethod
    def of(cls, facts: Mapping[str, str | bool]) -> Told:
        """Return what was kept as facts; a ValueError if a predicate is not known."""
        said = {name: value for name, value in facts.items() if name != "several"}
        for name, kind in _KINDS.items():
            if name in said:
                said[name] = kind(said[name])
        return cls(Description(**said), bool(facts.get("several")))  # pyright: ignore[reportArgumentType]


@dataclass(frozen=True, slots=True)
class Rendering:
    """What one document says of people under one origin, and what it is ``called``.

    ``out`` is False for a wording that has not left yet.
    """

    document: str
    told: frozenset[Told]
    out: bool = True
    called: str = ""

    @property
    def name(self) -> str:
        """Return what the reader knows it by."""
        return self.called or self.document

    @property
    def descriptions(self) -> frozenset[Description]:
        """Return the descriptions, whether of one or of several."""
        return frozenset(it.description for it in self.told)


Earlier = Mapping[str, Sequence[Rendering]]
"""What is said elsewhere, by origin."""
NOTHING: Earlier = {}


@dataclass(frozen=True, slots=True)
class Narrowed:
    """Descriptions that together fit fewer than k, those of elsewhere with where they stand.

    ``sure`` unless one is of several people and another of one; ``out`` unless a wording has not
    left yet.
    """

    descriptions: frozenset[Description]
    elsewhere: tuple[tuple[Rendering, Told], ...]
    counted: Counted
    sure: bool
    out: bool


def narrowed(
    told: Told,
    here: frozenset[Description],
    elsewhere: Iterable[Rendering],
    roster: Roster,
    rooms: Rooms,
) -> Narrowed | None:
    """Return the closest that a description comes to somebody with what is said elsewhere.

    ``here`` are all descriptions that go out with it under the same origin. A document that has
    the same description speaks of this person with it, so that its others are other people; and
    so are those elsewhere that have their like here.
    """
    fitting = _Fitting(roster, rooms)
    begun = _Path(frozenset({told.description}), (), fitting.of(told.description), True, True)
    found = [begun]
    for rendering in elsewhere:
        if told.description in rendering.descriptions:
            continue
        for one in _in_order(rendering.told, roster):
            if one.description not in here:
                found += _joined(found, one, told, rendering, fitting.of(one.description))
        del found[_MOST:]
    few = [it for it in found[1:] if it.k < roster.k]
    best = min(few, key=_gravest, default=None)
    if best is None:
        return None
    counted = lowest(Joined(best.descriptions), roster, rooms)
    return Narrowed(best.descriptions, best.elsewhere, counted, best.sure, best.out)


Masks = tuple[int, ...]
"""For each room a bit for each of those counted there, set if something fits them."""


class _Fitting:
    """Whom descriptions fit in some rooms; the roster keeps its rooms, and so what was found."""

    def __init__(self, roster: Roster, rooms: Rooms) -> None:
        self._roster, self._rooms = roster, rooms
        self._known = _remembered(roster, "fitting", dict[tuple[Description, int], int])

    def of(self, description: Description) -> Masks:
        return tuple(self._in(description, room) for room in self._rooms)

    def _in(self, description: Description, room: tuple[Attendee, ...]) -> int:
        key = (description, id(room))
        mask = self._known.get(key)
        if mask is None:
            there = enumerate(self._roster.counting.counted(room))
            fits = (1 << n for n, a in there if description.fits(a.who, self._roster.lexicon))
            mask = self._known[key] = sum(fits)
        return mask


class _Path(NamedTuple):
    """Descriptions that may be of one person, and whom all of them fit."""

    descriptions: frozenset[Description]
    elsewhere: tuple[tuple[Rendering, Told], ...]
    masks: Masks
    sure: bool
    out: bool

    @property
    def k(self) -> int:
        """How many they fit where they fit the fewest, but somebody; else 0."""
        return min((mask.bit_count() for mask in self.masks if mask), default=0)


def _joined(
    found: list[_Path], one: Told, told: Told, rendering: Rendering, fitting: Masks
) -> list[_Path]:
    more: list[_Path] = []
    known_sets = {it.descriptions for it in found}
    for known in found:
        there = any(r.document == rendering.document for r, _ in known.elsewhere)
        if there or one.description in known.descriptions:
            continue
        both = known.descriptions | {one.description}
        masks = tuple(a & b for a, b in zip(known.masks, fitting, strict=True))
        if any(masks) and both not in known_sets:
            sure = known.sure and one.several == told.several
            where = (*known.elsewhere, (rendering, one))
            more.append(_Path(both, where, masks, sure, known.out and rendering.out))
    return more


def _gravest(it: _Path) -> tuple[bool, bool, int, int]:
    return (not it.out, not it.sure, len(it.elsewhere), it.k)


def _in_order(told: frozenset[Told], roster: Roster) -> tuple[Told, ...]:
    known = _remembered(roster, "in order", dict[frozenset[Told], tuple[Told, ...]])
    if told not in known:
        known[told] = tuple(sorted(told, key=repr))
    return known[told]


def _remembered(roster: Roster, name: str, kind: type[_Kept]) -> _Kept:
    """Return what a roster remembers under a name: of predicates, nothing of a text."""
    return cast("_Kept", roster.memory.setdefault(name, kind()))


def beside(told: Told, found: Narrowed, roster: Roster, rooms: Rooms) -> Attribution:
    """Return the most specific attribution for a description that holds beside the others."""
    known = _remembered(roster, "beside", dict[object, Attribution])
    key = (told, found.descriptions, *map(id, rooms))  # the roster keeps its rooms
    if key not in known:
        known[key] = _beside(told, found, roster, rooms)
    return known[key]


def _beside(told: Told, found: Narrowed, roster: Roster, rooms: Rooms) -> Attribution:
    others = found.descriptions - {told.description}
    count = Count.SEVERAL if told.several else Count.ONE
    room = found.counted.room
    best = neutral(told.description, count, roster, room)
    for wider in widened(best, room):
        said = description_of(wider)
        if said.empty or (
            all(holds(wider, there, roster.k, roster.counting) for there in rooms)
            and not 0 < lowest(Joined(others | {said}), roster, rooms).k < roster.k
        ):
            return wider
    return Attribution(count=count)


def attribution_of(it: Description, count: Count = Count.ONE) -> Attribution:
    """Return a description as an attribution, which tells no gender."""
    return Attribution(
        count=count, delegation=it.territory, region=it.region, sector=it.sector, broad=it.broad
    )


def description_of(it: Attribution) -> Description:
    """Return what an attribution says of a person."""
    return Description(territory=it.delegation, region=it.region, sector=it.sector, broad=it.broad)
