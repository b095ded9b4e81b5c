"""Counts how many an attribution fits, and proposes the most specific one that holds.

The lattice is delegation > region > anyone, and sector > broad sector > anyone. Among
equally specific attributions a delegation goes before a sector.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace

from dialogueprep.domain.identity.roster import SPEAKERS, Counting
from dialogueprep.domain.notes import Attribution
from dialogueprep.domain.people import Attendee, BroadSector, Participation, Sector

_Place = tuple[str | None, str | None]  # delegation, region
_Field = tuple[Sector | None, BroadSector | None]
_ANYWHERE: _Place = (None, None)
_ANYONE: _Field = (None, None)


def fits(attribution: Attribution, who: Participation) -> bool:
    """Return whether the attribution's predicates hold for this participant."""
    return _kind_fits(attribution, who.delegation, who.region, who.sector)


def _kind_fits(
    attribution: Attribution, delegation: str, region: str, sector: Sector | None
) -> bool:
    broad = sector.broad if sector else None
    pairs = (
        (attribution.delegation, delegation),
        (attribution.region, region),
        (attribution.sector, sector),
        (attribution.broad, broad),
    )
    return all(wanted is None or wanted == actual for wanted, actual in pairs)


def count(
    attribution: Attribution, attendees: Iterable[Attendee], counting: Counting = SPEAKERS
) -> int:
    """Return k: how many of those whom the counting rule counts fit the attribution."""
    return sum(fits(attribution, a.who) for a in counting.counted(tuple(attendees)))


def holds(
    attribution: Attribution,
    attendees: Iterable[Attendee],
    k: int,
    counting: Counting = SPEAKERS,
) -> bool:
    """Return whether the attribution may be used at an item with these attendees."""
    return Tally(attendees, counting).holds(attribution, k)


def holding(
    attendees: Iterable[Attendee], k: int, counting: Counting = SPEAKERS
) -> tuple[tuple[Attribution, int], ...]:
    """Return the attributions that hold with their k, the most specific first.

    The last one is simply "a participant".
    """
    return Tally(attendees, counting).holding(k)


class Tally:
    """The counted people of an item by what an attribution can say of them, to be asked often."""

    def __init__(self, attendees: Iterable[Attendee], counting: Counting = SPEAKERS) -> None:
        counted = counting.counted(tuple(attendees))
        self.total = len(counted)
        self.small = self.total < counting.small_room
        self._kinds = Counter((a.who.delegation, a.who.region, a.who.sector) for a in counted)
        self._counts: dict[Attribution, int] = {}

    def count(self, attribution: Attribution) -> int:
        """Return k: how many of the counted fit an attribution."""
        if attribution not in self._counts:
            fitting = (n for kind, n in self._kinds.items() if _kind_fits(attribution, *kind))
            self._counts[attribution] = sum(fitting)
        return self._counts[attribution]

    def holds(self, attribution: Attribution, k: int) -> bool:
        """Return whether an attribution may be used."""
        if attribution == Attribution(count=attribution.count):
            return True
        if self.small and (attribution.delegation or attribution.sector or attribution.broad):
            return False
        return self.count(attribution) >= k

    def possible(self) -> set[Attribution]:
        """Return every attribution that fits somebody."""
        found = {
            Attribution(delegation=place[0], region=place[1], sector=field[0], broad=field[1])
            for delegation, region, sector in self._kinds
            for place in _places(delegation, region)
            for field in _fields(sector)
        }
        return found | {Attribution()}

    def holding(self, k: int) -> tuple[tuple[Attribution, int], ...]:
        """Return the attributions that hold with their k, the most specific first."""
        kept = sorted((a for a in self.possible() if self.holds(a, k)), key=preference)
        return tuple((a, self.count(a)) for a in kept)


def safest(
    attribution: Attribution,
    attendees: Iterable[Attendee],
    k: int,
    counting: Counting = SPEAKERS,
) -> Attribution:
    """Return the most specific attribution that covers this one and holds at the item."""
    present = tuple(attendees)
    return next(a for a in widened(attribution, present) if holds(a, present, k, counting))


def widened(attribution: Attribution, present: tuple[Attendee, ...]) -> list[Attribution]:
    """Return the attributions that cover this one, itself first and "a participant" last."""
    wider = (
        replace(attribution, delegation=place[0], region=place[1], sector=field[0], broad=field[1])
        for place in _wider_places(attribution, present)
        for field in _wider_fields(attribution)
    )
    return sorted(wider, key=preference)


def of_person(who: Participation) -> Attribution:
    """Return all that an attribution could say about a participant."""
    return Attribution(delegation=who.delegation or None, sector=who.sector)


def _places(delegation: str, region: str) -> Iterator[_Place]:
    if delegation:
        yield (delegation, None)
    if region:
        yield (None, region)
    yield _ANYWHERE


def _fields(sector: Sector | None) -> Iterator[_Field]:
    if sector:
        yield (sector, None)
        yield (None, sector.broad)
    yield _ANYONE


def _wider_places(attribution: Attribution, present: tuple[Attendee, ...]) -> list[_Place]:
    found: list[_Place] = [_ANYWHERE]
    if attribution.region:
        found.append((None, attribution.region))
    if attribution.delegation:
        found.append((attribution.delegation, None))
        regions = {a.who.region for a in present if a.who.delegation == attribution.delegation}
        if len(regions) == 1 and (region := regions.pop()):
            found.append((None, region))
    return found


def _wider_fields(attribution: Attribution) -> list[_Field]:
    found: list[_Field] = [_ANYONE]
    if attribution.broad:
        found.append((None, attribution.broad))
    if attribution.sector:
        found += [(attribution.sector, None), (None, attribution.sector.broad)]
    return found


def preference(attribution: Attribution) -> tuple[int, int, str, str]:
    """Return a key that puts the most specific first, and delegation before sector."""
    place = 2 if attribution.delegation else 1 if attribution.region else 0
    field = 2 if attribution.sector else 1 if attribution.broad else 0
    label = attribution.delegation or attribution.region or ""
    return (-(place + field), -place, label, attribution.sector or attribution.broad or "")
