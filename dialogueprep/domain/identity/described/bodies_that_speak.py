"""Reads a body of a country as a party to a talk: 中国的船公司不愿意, a Polish laboratory objected.

Only where what it does is done at a table, in the past tense where a language has one: what bodies
of a country do in the world is not told by such words alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cached_property

from dialogueprep.domain.identity.described.description import Description
from dialogueprep.domain.identity.described.phrases import Phrase
from dialogueprep.domain.identity.found import sentence
from dialogueprep.domain.identity.lexicon import Lexicon, Piece
from dialogueprep.domain.identity.reading.fold import Folded
from dialogueprep.domain.identity.reading.word_lists import lines_of, word_lists
from dialogueprep.domain.people import BroadSector, Sector

_LISTS = word_lists("described", "bodies_that_speak")

_SAID = {
    "business": Description(sector=Sector.BUSINESS),
    "media": Description(sector=Sector.MEDIA),
    "expert": Description(broad=BroadSector.EXPERT),
    "official": Description(broad=BroadSector.OFFICIAL),
    "any": Description(),
}
_OPENS = re.compile(
    "(?:^|[.;:,。、,;:\n(] ?|对此|会上|但|而|また|しかし|一方|이에 |그러나 |반면 )$"
)
_FIELD_EAST = (
    "(?:的|の|의)? ?(?:一家|一所|某|ある|한 |어느 )?(?:(?!各|都|们|诸)"
    "[^ ,.、。;:()和与及或对向在等各はがをにとで]{0,8}|(?:[가-힣]{1,5} ){0,2}[가-힣]{0,4})"
)
_TALK_ZH = (
    "(?:方面|一方)?(?:的(?:代表|秘书|发言人))?(?:则|却|也|仍|明确|当场|随即|首先|再次|一再)?"
    f"(?:{_LISTS['talk_zh']})"
)
_TOLD_JA = (
    f"(?:の(?:代表|書記|担当者))?(?:側)?(?:は|も|からは)[^。]{{0,40}}?(?:{_LISTS['told_ja']})"
    "(?:た|なかった)(?=。|$)"
)
_TOLD_KO = (
    f"(?:의 (?:대표|서기|담당자))?(?: 측)?(?:은|는|도) [^.]{{0,40}}?(?:{_LISTS['told_ko']})"
    "(?=[.]|$)|[이가] [^.]{0,40}?겠다고 (?:했다|말했다|하였다)(?=[.]|$)"
)
_TALK_EN = re.compile(
    f"(?:'s (?:{_LISTS['talk_people_en']}))? (?:then |also |again |has |had )?"
    f"(?:{_LISTS['talk_en']})(?![a-z])"
)
_WORLD = f"(?:19|20)[0-9]{{2}}|{_LISTS['world']}|articles?(?![a-z])"
_PLACE = 8  # letters of a place in eastern scripts at most
_WINDOW = 34
_FEW = 3  # words between a people and a body in English
_LED = re.compile(r"(?:^|[.;:,(] ?|(?<![a-z])(?:and|but|while|when|then) )(an?|the|one|another) $")
_LED_MOST = 16  # letters of the longest of these, and some


class BodiesThatSpeak:
    """Reads bodies of a country that take a part in a talk, in four languages."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._bodies = lexicon.in_one_pass.add(_bodies(lexicon))
        self._field = re.compile(lexicon.fold(_FIELD_EAST).text)
        self._world = re.compile(lexicon.fold(_WORLD).text)
        east = (_TALK_ZH, _TOLD_JA, _TOLD_KO)
        self._east = tuple(re.compile(lexicon.fold(it).text) for it in east)

    def read(self, folded: Folded) -> Iterator[Phrase]:
        """Yield a description for each that is told so."""
        text = folded.text
        for start, end, said in self._bodies.find(text):
            latin = text[start].isascii()
            told = (_TALK_EN,) if latin else self._east
            if not any(it.match(text, end) for it in told):
                continue
            if self._world.search(text, *sentence(folded, start)):
                continue
            found = self._in_english(folded, start) if latin else self._in_the_east(text, start)
            if found:
                begin, piece = found
                yield Phrase(begin, end, start, said.with_piece(piece), frozenset({"one"}), True)

    def _in_english(self, folded: Folded, start: int) -> tuple[int, Piece] | None:
        """Return where a body begins with its people before: a Polish state laboratory."""
        before = folded.text[max(0, start - 60) : start]
        words = before.rstrip().split(" ")
        for count in range(1, _FEW + 2):
            for length in (1, 2):
                people = " ".join(words[-count - length + 1 : len(words) - count + 1])
                piece = self._places.get(people)
                at = start - len(before) + before.rfind(people) if piece else 0
                led = _LED.search(folded.text, max(0, at - _LED_MOST), at) if piece else None
                if piece and led and folded.written(at, at + 1).isupper():
                    return led.start(1), piece
        return None

    def _in_the_east(self, text: str, start: int) -> tuple[int, Piece] | None:
        """Return where a body begins with its country before, at the head of a clause."""
        first = max(0, start - _WINDOW)
        for begin in range(first, start - 1):
            if not _OPENS.search(text, first, begin) and begin:
                continue
            for end in range(min(begin + _PLACE, start), begin + 1, -1):
                piece = self._places.get(text[begin:end])
                if piece and self._field.fullmatch(text, end, start):
                    return begin, piece
        return None

    @cached_property
    def _places(self) -> Mapping[str, Piece]:
        """Territories by their words, folded."""
        return {
            word: piece
            for word, pieces in self._lexicon.pieces.items()
            for piece in pieces
            if piece.kind == "territory" and len(word) > 1
        }


def _bodies(lexicon: Lexicon) -> dict[str, Description]:
    """Return by each folded word of a body what it says of who is from there."""
    lines = map(str.split, lines_of("speaking_bodies"))
    fold = lexicon.fold.plain
    return {fold(word.replace("_", " ")): _SAID[kind] for kind, *words in lines for word in words}
