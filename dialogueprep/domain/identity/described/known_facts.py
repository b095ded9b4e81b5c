"""Finds the facts that a roster says only few have in common, where a text tells them."""

from __future__ import annotations

from dialogueprep.domain.identity.described.facts_stated import stated
from dialogueprep.domain.identity.exposure import ExposureKind, Level
from dialogueprep.domain.identity.found import Found
from dialogueprep.domain.identity.reading.fold import Folded
from dialogueprep.domain.identity.roster import Rooms, Roster
from dialogueprep.domain.people import Participation
from dialogueprep.words import later

FACT = later("A fact that only {k} of those present have in common.")
_SHORTEST = 3


class KnownFacts:
    """The distinctive facts of a roster."""

    def __init__(self, roster: Roster) -> None:
        self._k = roster.k
        self._places = {it.id: n for n, it in enumerate(roster.participations)}
        self._known: dict[str, tuple[Participation, ...]] = {}
        for who in roster.participations:
            for fact in who.facts:
                folded = roster.lexicon.fold.plain(fact)
                if len(folded) >= _SHORTEST:
                    self._known[folded] = (*self._known.get(folded, ()), who)

    def find(self, folded: Folded, rooms: Rooms) -> list[Found]:
        """Return the facts told of somebody present that too few have in common."""
        return [
            Found(
                start=span[0],
                end=span[1],
                level=Level.BLOCK,
                kind=ExposureKind.DESCRIPTOR,
                why=FACT,
                who=tuple(self._places[p.id] for p in holders if p.id in self._places),
                k=len(holders),
            )
            for fact, holders in self._known.items()
            if len(holders) < self._k and (span := stated(fact, folded))
            if any(a.who in holders for room in rooms for a in room)
        ]
