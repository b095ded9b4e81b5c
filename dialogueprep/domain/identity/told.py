"""What documents say of people under one origin, and what a reader of all of them has together.

A reader who has "a participant from Korea" from one document and "an official" from another, of
the same finding, takes them for one person. What was released is known by what its descriptions
say (delegation, region, sector, gender), never by its words.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields

from dialogueprep.domain.identity.attributions import holds, widened
from dialogueprep.domain.identity.description import (
    Counted,
    Description,
    Joined,
    lowest,
    neutral,
)
from dialogueprep.domain.identity.roster import Roster
from dialogueprep.domain.notes import Attribution, Count
from dialogueprep.domain.people import Attendee, BroadSector, Gender, Sector

_MOST = 64  # combinations of descriptions that are tried
_KINDS = {"sector": Sector, "broad": BroadSector, "gender": Gender}

Rooms = tuple[tuple[Attendee, ...], ...]


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

    @property
    def documents(self) -> tuple[str, ...]:
        """Return where the others stand."""
        return tuple(rendering.document for rendering, _ in self.elsewhere)


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
    first = lowest(told.description, roster, rooms)
    found = [Narrowed(frozenset({told.description}), (), first, sure=True, out=True)]
    for rendering in elsewhere:
        if told.description in rendering.descriptions:
            continue
        for one in sorted(rendering.told, key=repr):
            if one.description not in here:
                found += _joined(found, one, told, rendering, roster, rooms)
        del found[_MOST:]
    few = [it for it in found[1:] if it.counted.k < roster.k]
    return min(few, key=_gravest, default=None)


def _joined(
    found: list[Narrowed],
    one: Told,
    told: Told,
    rendering: Rendering,
    roster: Roster,
    rooms: Rooms,
) -> list[Narrowed]:
    more: list[Narrowed] = []
    for known in found:
        if rendering.document in known.documents or one.description in known.descriptions:
            continue
        both = known.descriptions | {one.description}
        counted = lowest(Joined(both), roster, rooms)
        if counted.k and not any(both == it.descriptions for it in found):
            more.append(
                Narrowed(
                    both,
                    (*known.elsewhere, (rendering, one)),
                    counted,
                    sure=known.sure and one.several == told.several,
                    out=known.out and rendering.out,
                )
            )
    return more


def _gravest(it: Narrowed) -> tuple[bool, bool, int, int]:
    return (not it.out, not it.sure, len(it.documents), it.counted.k)


def beside(told: Told, found: Narrowed, roster: Roster, rooms: Rooms) -> Attribution:
    """Return the most specific attribution for a description that holds beside the others."""
    others = found.descriptions - {told.description}
    count = Count.SEVERAL if told.several else Count.ONE
    room = found.counted.room
    best = neutral(told.description, count, roster, room)
    for wider in widened(best, room):
        said = _description(wider)
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


def _description(it: Attribution) -> Description:
    return Description(territory=it.delegation, region=it.region, sector=it.sector, broad=it.broad)
