"""What a descriptor in a text says about a person, and whom at an item it fits."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Protocol

from dialogueprep.domain.identity.attributions import safest
from dialogueprep.domain.identity.lexicon import Lexicon, Piece
from dialogueprep.domain.identity.roster import Counting, Roster
from dialogueprep.domain.notes import Attribution, Count
from dialogueprep.domain.people import Attendee, BroadSector, Gender, Participation, Sector


@dataclass(frozen=True, slots=True)
class Description:
    """Predicates read from a text; all None fits everybody."""

    territory: str | None = None
    region: str | None = None
    sector: Sector | None = None
    broad: BroadSector | None = None
    gender: Gender | None = None
    among: frozenset[str] | None = None
    """Who of the roster can have the calling that it tells; None where it tells none."""

    @property
    def empty(self) -> bool:
        """Whether it says nothing that could narrow."""
        return self == _NOTHING

    @property
    def only_region(self) -> bool:
        """Whether a region is all it says."""
        return self == Description(region=self.region)

    @property
    def only_calling(self) -> bool:
        """Whether a calling is all it says."""
        return self.among is not None and self == Description(among=self.among)

    def with_piece(self, piece: Piece) -> Description:
        """Return this description with what a further word says; what is known stays."""
        match piece.kind:
            case "territory" | "short":
                return replace(self, territory=self.territory or piece.value)
            case "region":
                return replace(self, region=self.region or piece.value)
            case "gender" | "pronoun":
                return replace(self, gender=self.gender or Gender(piece.value))
            case "sector" | "broad":
                return self._with_field(piece.kind, piece.value)
            case "head":
                return self._with_head(piece)
            case _:
                return self

    def _with_head(self, piece: Piece) -> Description:
        said = self
        if piece.extra in ("woman", "man"):
            said = replace(self, gender=self.gender or Gender(piece.extra))
        kind, _, value = piece.value.partition(":")
        return said._with_field(kind, value) if value else said  # of its own class

    def _with_field(self, kind: str, value: str) -> Description:
        if self.sector is Sector.GOVERNMENT and value == BroadSector.OFFICIAL:
            return replace(self, sector=None, broad=BroadSector.OFFICIAL)  # current or former
        if self.sector:
            return self
        if kind == "sector":
            return replace(self, sector=Sector(value))
        return replace(self, broad=self.broad or BroadSector(value))

    def fits(self, who: Participation, lexicon: Lexicon) -> bool:
        """Return whether everything it says holds for this participant."""
        if self.among is not None and str(who.id) not in self.among:
            return False
        if self.territory and self.territory not in (who.territory, who.delegation):
            return False
        if self.region and not _in_region(self.region, who, lexicon):
            return False
        if self.gender and who.person.gender not in (self.gender, None):
            return False
        return self._fits_field(who.sector)

    def known_of(self, who: Participation) -> bool:
        """Return whether enough is known of a participant to say that it does not fit."""
        placed = bool(who.territory or who.delegation)
        field = who.sector is not None or not (self.sector or self.broad)
        return field and (placed or not (self.territory or self.region))

    def _fits_field(self, sector: Sector | None) -> bool:
        if self.sector:
            return sector is self.sector
        return not self.broad or (sector is not None and sector.broad is self.broad)


ONE = frozenset({"one", "the"})
"""The determiners of one person."""
_NOTHING = Description()


def _in_region(region: str, who: Participation, lexicon: Lexicon) -> bool:
    """Return whether somebody is of a region: by the roster's own word, else by the territory."""
    own = region_named(who.region, lexicon)
    if region in (own, who.delegation):
        return True
    known = lexicon.regions.get(region)
    if known and own in known.of:
        return True
    placed = bool({who.territory, who.delegation} & lexicon.members(region))
    return placed and (not own or bool(known and known.members))


def region_named(written: str, lexicon: Lexicon) -> str:
    """Return the code of a region by any of its names, in any language; "" if none is known."""
    return lexicon.kept("regions by name", lambda: _regions(lexicon)).get(written.casefold(), "")


def _regions(lexicon: Lexicon) -> dict[str, str]:
    return {
        word.casefold(): code
        for code, region in lexicon.regions.items()
        for words in ((code,), *region.words.values())
        for word in words
    }


@dataclass(frozen=True, slots=True)
class Joined:
    """Several descriptions of one person, which fits whom all of them fit."""

    all_of: frozenset[Description]

    def fits(self, who: Participation, lexicon: Lexicon) -> bool:
        """Return whether everything that they say holds for this participant."""
        return all(it.fits(who, lexicon) for it in self.all_of)


class Fitting(Protocol):
    """A description, or several together."""

    def fits(self, who: Participation, lexicon: Lexicon) -> bool: ...


@dataclass(frozen=True, slots=True)
class Counted:
    """The lowest k over the rooms in question, and who fits in that room."""

    k: int
    people: tuple[Participation, ...]
    room: tuple[Attendee, ...]
    small: bool


def lowest(
    description: Fitting,
    roster: Roster,
    rooms: Iterable[tuple[Attendee, ...]],
    counting: Counting | None = None,
) -> Counted:
    """Return the room in which a description fits the fewest, but somebody; else k is 0."""
    best: Counted | None = None
    for room in rooms:
        counted = (counting or roster.counting).counted(room)
        people = tuple(a.who for a in counted if description.fits(a.who, roster.lexicon))
        small = len(counted) < roster.counting.small_room
        if people and (best is None or len(people) < best.k):
            best = Counted(len(people), people, room, small)
    return best or Counted(0, (), (), False)


def neutral(
    description: Description, count: Count, roster: Roster, room: tuple[Attendee, ...]
) -> Attribution:
    """Return the most specific attribution that covers a description and holds in a room."""
    people = [a.who for a in room if description.fits(a.who, roster.lexicon)]
    delegations = {p.delegation for p in people} if description.territory else set[str]()
    regions = {p.region for p in people} if description.region else set[str]()
    wanted = Attribution(
        count=count,
        delegation=delegations.pop() if len(delegations) == 1 else None,
        region=regions.pop() or None if len(regions) == 1 else None,
        sector=description.sector,
        broad=description.broad if not description.sector else None,
    )
    return safest(wanted, room, roster.k, roster.counting)
