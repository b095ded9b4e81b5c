"""Participants' initials where they stand for a person: "JN argued", "(JN)", "JN: we agree"."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cached_property

from dialogueprep.domain.identity.cues import Cues
from dialogueprep.domain.identity.exposure import ExposureKind, Level
from dialogueprep.domain.identity.fold import Folded
from dialogueprep.domain.identity.found import Found
from dialogueprep.domain.identity.lexicon import Lexicon
from dialogueprep.domain.people import Participation
from dialogueprep.words import later

BY_INITIALS = later("These may be a participant's initials.")

_CAPITALS = re.compile(r"([A-Z](?<![^\W_].)\.?-?[A-Z]\.?-?[A-Z]?\.?)(?![^\W_])")
_WORD = re.compile(r"[^\W\d_]+")


class InitialsSearch:
    """The initials of a roster's people; they only ever warn."""

    def __init__(self, participations: tuple[Participation, ...], lexicon: Lexicon) -> None:
        self._people = participations
        self._lexicon = lexicon
        self._cues = Cues(lexicon)

    def find(self, folded: Folded) -> list[Found]:
        """Return initials that speak or stand alone in brackets or before a colon."""
        found: list[Found] = []
        for hit in _CAPITALS.finditer(folded.original):
            letters = re.sub("[^A-Z]", "", hit.group(1))
            people = self._known.get(letters)
            if people and self._stands(folded.original, hit):
                found.append(self._found(folded, hit.span(1), people))
        return found

    def _stands(self, text: str, hit: re.Match[str]) -> bool:
        before, after = (
            text[max(0, hit.start(1) - 2) : hit.start(1)],
            text[hit.end(1) : hit.end(1) + 60],
        )
        if before[-1:] in ("(", "[", "（") and after[:1] in (")", "]", "）"):
            return True
        opens = not before.strip() or before.endswith(("\n", ". ", "; "))
        if opens and re.match(r" ?[:：]", after):
            return True
        return bool(self._cues.surely_saying.match(after.lower()))

    @cached_property
    def _known(self) -> dict[str, tuple[int, ...]]:
        found: dict[str, tuple[int, ...]] = {}
        for who, participation in enumerate(self._people):
            for letters in _initials_of(participation, self._lexicon):
                if letters not in self._ordinary:
                    found[letters] = (*found.get(letters, ()), who)
        return found

    @cached_property
    def _ordinary(self) -> frozenset[str]:
        """Abbreviations of places and of things that everybody speaks of."""
        places = (w.replace(".", "") for t in self._lexicon.territories.values()
                  for w in t.words["en"])  # fmt: skip
        codes = (*self._lexicon.territories, *(w for w in places if w.isupper()))
        return self._lexicon.institutions.common_acronyms | frozenset(codes)

    @staticmethod
    def _found(folded: Folded, span: tuple[int, int], people: tuple[int, ...]) -> Found:
        start, end = (bisect_left(folded.starts, at) for at in span)
        return Found(
            start=start,
            end=end,
            level=Level.WARN,
            kind=ExposureKind.NAME,
            why=BY_INITIALS,
            who=people,
        )


def _initials_of(who: Participation, lexicon: Lexicon) -> frozenset[str]:
    name = who.person.name
    given = [w[0] for w in _WORD.findall(lexicon.fold.plain(name.given))]
    family = [w[0] for w in _WORD.findall(lexicon.fold.plain(name.family))]
    if not given or not family:
        return frozenset()
    makers = ([given[0], family[-1]], [family[0], given[0]], [*given, *family], [*family, *given])
    made = ("".join(m).upper() for m in makers)
    return frozenset(m for m in made if 1 < len(m) < 4 and m.isascii())
