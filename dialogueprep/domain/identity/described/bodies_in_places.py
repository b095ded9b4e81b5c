"""Reads who is told in English by a body and where it is: a lawyer at a legal charity in Manila.

The field of the body may be any word. Studies and visits are of no person, so that only who is
named by a calling or as somebody at the table is read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cached_property

from dialogueprep.domain.identity.described.description import Description
from dialogueprep.domain.identity.described.phrases import Phrase
from dialogueprep.domain.identity.described.places_over_lines import cities
from dialogueprep.domain.identity.lexicon import Lexicon, Piece
from dialogueprep.domain.identity.reading.fold import Folded
from dialogueprep.domain.identity.reading.word_lists import word_lists
from dialogueprep.domain.people import BroadSector, Sector

_LISTS = word_lists("described", "bodies_in_places")

_BODIES = {
    "insurer bank company firm shipyard shipper cooperative": Description(sector=Sector.BUSINESS),
    "newspaper daily paper broadcaster newsroom magazine publication": Description(
        sector=Sector.MEDIA
    ),
    "university institute faculty school college academy": Description(broad=BroadSector.EXPERT),
    "ministry embassy": Description(broad=BroadSector.OFFICIAL),
    "authority agency registry department office bureau centre center group charity ngo "
    "association union foundation hospital clinic": Description(),
}
_CALLING = f"(?:{_LISTS['calling']}|[a-z]{{3,}}(?:er|or|ist|ian|eer|icer))"
_WHO = re.compile(
    rf"(?<![a-z])(?P<led>(?:an?|the|one|our|another) )?(?:[a-z-]+ ){{0,2}}?(?P<who>{_CALLING}) "
    r"(?:at|of|with|from|for|working (?:at|for)|teaching (?:at|in)|employed by) "
    r"(?:an?|the|one|some) (?:[a-z'-]+ ){0,3}$"
)
_NO_CALLING = frozenset({"number", "order", "offer", "letter", "paper", "matter", "computer"})
_THERE = re.compile(r"(?: of [a-z]+)? (?:in|near|based in|outside) (?:the )?")
_FAR = 90  # letters before a body in which somebody is looked for
_PLACE = 24


class BodiesInPlaces:
    """Reads somebody of a body in a place, in English."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        said = {f"{body} ": it for bodies, it in _BODIES.items() for body in bodies.split()}
        self._bodies = lexicon.in_one_pass.add(said)

    def read(self, folded: Folded) -> Iterator[Phrase]:
        """Yield a description for each who is told so."""
        text = folded.text
        for start, end, said in self._bodies.find(text):
            there = _THERE.match(text, end - 1)
            who = _WHO.search(text, max(0, start - _FAR), start) if there else None
            if not there or not who or who["who"] in _NO_CALLING:
                continue
            for last in range(there.end() + _PLACE, there.end() + 2, -1):
                piece = self._places.get(text[there.end() : last])
                if piece and not text[last : last + 1].isalnum():
                    led = frozenset({"the" if who["led"] == "the " else "one"})
                    told = said.with_piece(piece)
                    yield Phrase(who.start(), last, who.start("who"), told, led)
                    break

    @cached_property
    def _places(self) -> Mapping[str, Piece]:
        """Territories, regions and cities by their folded words."""
        fold = self._lexicon.fold.plain
        towns = {fold(city): Piece("territory", code) for city, code in cities()}
        known = {
            word: piece
            for word, pieces in self._lexicon.pieces.items()
            for piece in pieces
            if piece.kind in ("territory", "region") and word.isascii()
        }
        return {**towns, **known}
