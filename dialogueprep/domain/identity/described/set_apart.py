"""Reads in English who is set apart from the others by a place or by what they come from.

"One speaker, Australian, wanted less", "the only one from India", "from Brazil came the question",
"the only NGO in the room asked", "the French one: registry". What is of a place in the world, a
law, a company, a railway, is told of nobody here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from dialogueprep.domain.identity.cues import Cues
from dialogueprep.domain.identity.described.bodies_in_pairs import WANTS
from dialogueprep.domain.identity.described.description import ONE, Description
from dialogueprep.domain.identity.described.phrases import Phrase
from dialogueprep.domain.identity.lexicon import Lexicon
from dialogueprep.domain.identity.reading.fold import Folded
from dialogueprep.domain.identity.reading.word_lists import word_lists
from dialogueprep.domain.identity.stances import heads_a_note, takes_a_stance
from dialogueprep.domain.people import Sector

_LISTS = word_lists("described", "set_apart")

_BODIES = {
    "company": Sector.BUSINESS, "firm": Sector.BUSINESS, "business": Sector.BUSINESS,
    "bank": Sector.BUSINESS, "insurer": Sector.BUSINESS, "ngo": Sector.CIVIL_SOCIETY,
    "charity": Sector.CIVIL_SOCIETY, "think tank": Sector.THINK_TANK,
    "think-tank": Sector.THINK_TANK, "university": Sector.ACADEMIA, "newspaper": Sector.MEDIA,
    "broadcaster": Sector.MEDIA, "ministry": Sector.GOVERNMENT, "embassy": Sector.DIPLOMACY,
}  # fmt: skip
_CALLINGS = {
    "prof": Sector.ACADEMIA, "professor": Sector.ACADEMIA, "scholar": None, "expert": None,
    "official": Sector.GOVERNMENT, "amb": Sector.DIPLOMACY, "diplomat": Sector.DIPLOMACY,
    "lady": None, "gentleman": None, "guy": None, "man": None, "woman": None, "delegate": None,
    "colleague": None, "one": None, "person": None, "friend": None, "rep": None,
}  # fmt: skip
_CALLED_BY = tuple(_CALLINGS)
_BODY = "|".join(sorted(_BODIES, key=len, reverse=True))
_HERE = f" (?:{_LISTS['here']})"
_SOMEBODY = re.compile(
    "(?<![a-z])(?:one|an?|another)"
    f" (?:[a-z]+ )?(?:{_LISTS['somebody']}|of (?:the|our|those) [a-z -]{{3,30}}), (?:an? |the )?$"
)
_ASIDE = re.compile(r",(?= [a-z]+)")
_ONLY_ONE = re.compile(
    r"(?<![a-z])(?:the|our) (?:only|sole|one) (?:one|person|man|woman|voice|guest|individual) "
    r"(?:from|of|out of) (?:the )?$"
)
_FROM = re.compile(r"(?:^|[.;:\n] ?)(from (?:the )?)$")
_CAME = re.compile(
    " (?:came|comes|there (?:was|came)|we heard|followed) (?:the|an?|some) (?:[a-z]+ ){0,2}?"
    f"(?:{_LISTS['came']})s?(?![a-z])"
)
_NOTED_FROM = re.compile(
    r"(?:^|[\n;(] ?(?:[-*•] ?)?)(?:(?:q|a|comment|question|point|reply) ?(?:[-–:] ?)?)?"
    r"(from (?:the |an? )?)$"
)
_OF_A_BODY = re.compile(rf" (?:[a-z]+ )?({_BODY})(?= ?(?:[:–—]|-(?: |>)|→))")
_CALLED = re.compile(
    r"(?:^|[\n;:(] ?(?:[-*•·] ?)?|(?<![a-z])(?:the|our|an?|one) )("
    + "|".join(sorted(_CALLINGS, key=len, reverse=True))
    + r")\.? from (?:the )?$"
)
_ONE_OF_TWO = re.compile(
    r"(?:^|[.;] )((?:the )?(?:one|first|second|third|other),? from (?:the )?)$"
)
_OF_THEM = re.compile(r"(?:^|[\n;.(] ?(?:[-*•·] ?)?)(the )$")
_ONE = re.compile(r" one(?= ?(?::|->|→| - | again| too))")
_THE = re.compile(r"(?<![a-z])((?:the|our) (?:only |sole |one )?)$")
_PLACED_BODY = re.compile(rf" (?:[a-z]+ )?({_BODY}){_HERE}(?![a-z])")
_ONLY = re.compile(r"(?<![a-z])(?:the|our) (?:only|sole|one) (?:[a-z]+ )?$")
_IS_HERE = re.compile(_HERE + r"(?![a-z])")
_FAR = 64
_POINTS = ("the ", "our ", "only ", "sole ", "one ")
_FROM_THERE = ("from ", "from the ", "from a ", "from an ")
_LEADS = (*_POINTS, *_FROM_THERE, "of ")
"""What stands before a place where one of these patterns matches, or a comma behind it."""
_OF_A_LEAD = 9  # letters: "from the "
_NEAR = 32  # letters: more than who is from a place takes before it


@dataclass(frozen=True, slots=True)
class _Place:
    """A territory or a region by its code."""

    code: str
    region: bool

    def said(self, sector: Sector | None = None) -> Description:
        """Return the description of somebody from there."""
        if self.region:
            return Description(region=self.code, sector=sector)
        return Description(territory=self.code, sector=sector)


class SetApart:
    """Reads who is set apart from the others, over the words of a lexicon."""

    def __init__(self, lexicon: Lexicon, cues: Cues) -> None:
        self._cues = cues
        self._past = lexicon.room.past
        places = {
            word: _Place(piece.value, piece.kind == "region")
            for word, pieces in lexicon.pieces.items()
            for piece in pieces
            if piece.kind in ("territory", "region") and word.isascii()
        }
        bodies = {f" {word}": sector for word, sector in _BODIES.items()}
        self._places = lexicon.in_one_pass.add(places)
        self._bodies = lexicon.in_one_pass.add(bodies)

    def read(self, folded: Folded) -> Iterator[Phrase]:
        """Yield a description for each who is set apart."""
        text = folded.text
        for start, end, place in self._places.find(text):
            if text[end : end + 1] != "," and not text.endswith(_LEADS, 0, start):
                continue
            if text[end : end + 1].isalpha():
                continue
            if told := self._placed(text, start, end, place):
                yield told
        for start, end, sector in self._bodies.find(text):
            before = text[max(0, start - _FAR) : start + 1]
            if not ("only " in before or "one " in before or "sole " in before):
                continue
            led = _ONLY.search(text, max(0, start - _FAR), start + 1)
            if led and self._acts(text, end):
                yield _phrase((led.start(), end), Description(sector=sector))

    def _placed(self, text: str, start: int, end: int, place: _Place) -> Phrase | None:
        """Return a description of who is set apart by the place between ``start`` and ``end``."""
        before, after = text[max(0, start - _FAR) : start], text[end : end + _FAR]
        if after[:1] == "," and _ASIDE.match(after) and _SOMEBODY.search(before):
            return _phrase((start, end), place.said())
        led = _ONE_OF_TWO.search(before) if after[:1] == "," else None
        if led and self._cues.saying.match(after, 1):
            return _phrase((start - len(before) + led.start(1), end), place.said())
        near = before[-_OF_A_LEAD:]
        told = "from " in near or "of " in near
        said = self._from(text, (start, end), place, before) if told else None
        return said or self._pointed(text, (start, end), place, before)

    def _from(self, text: str, span: tuple[int, int], place: _Place, before: str) -> Phrase | None:
        """Return who is said to be from there."""
        start, end = span
        after, first = text[end : end + _FAR], start - len(before)
        alone = "only " in before or "one " in before or "sole " in before
        if alone and (only := _ONLY_ONE.search(before)):
            return _phrase((first + only.start(), end), place.said())
        if not before.endswith(_FROM_THERE):
            return None
        near = max(0, len(before) - _NEAR)
        if _CAME.match(after) and (led := _FROM.search(before, near)):
            return _phrase((first + led.start(1), end), place.said())
        if (body := _OF_A_BODY.match(after)) and (led := _NOTED_FROM.search(before, near)):
            span = first + led.start(1), end + body.end()
            return _phrase(span, place.said(_BODIES[body[1]]))
        called = before.removesuffix("the ").removesuffix(" from ").rstrip(".")
        led = _CALLED.search(before, near) if called.endswith(_CALLED_BY) else None
        if led and heads_a_note(after):
            return _phrase((first + led.start(1), end), place.said(_CALLINGS[led[1]]))
        return None

    def _pointed(
        self, text: str, span: tuple[int, int], place: _Place, before: str
    ) -> Phrase | None:
        """Return who is pointed at: the French one, the Japanese company represented here."""
        start, end = span
        first = start - len(before)
        if not before.endswith(_POINTS):
            return None
        if (one := _ONE.match(text, end)) and (led := _OF_THEM.search(before)):
            return _phrase((first + led.start(1), end + len(one[0])), place.said())
        body = _PLACED_BODY.match(text, end)
        the = _THE.search(before) if body else None
        if the and body and self._speaks(text, body.end()):
            said = place.said(_BODIES[body[1]])
            return _phrase((first + the.start(1), end + len(body[0])), said)
        return None

    def _acts(self, text: str, end: int) -> bool:
        """Return whether a body that is the only one of its kind does what somebody does here."""
        here = _IS_HERE.match(text, end)
        return self._speaks(text, here.end() if here else end)

    def _speaks(self, text: str, at: int) -> bool:
        after = text[at : at + _FAR]
        told = WANTS.match(after) or takes_a_stance(after) or self._cues.saying.match(after)
        return bool(told or self._past.match(after, 1))


def _phrase(span: tuple[int, int], said: Description) -> Phrase:
    return Phrase(*span, span[1] - 1, said, ONE, present=True)
