"""Reads who is said to be the only one of a people, or one with a post: 当过部长的法国人.

A word such as 法国人 is of a people in general, and becomes somebody at the table by this.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property

from dialogueprep.domain.identity.described.description import ONE, Description
from dialogueprep.domain.identity.described.phrases import Phrase
from dialogueprep.domain.identity.lexicon import Lexicon
from dialogueprep.domain.identity.reading.fold import Folded
from dialogueprep.domain.identity.reading.windows import Windowed

_ONLY = re.compile(
    "(?:在座|在场|与会|会上|会场|屋里)?(?:的)?(?:唯一(?:的|一[位名个]|の)?|仅有的(?:一[位名个])?)|"
    "(?:当过|做过|任过|担任过|曾任|干过)[^,。;的]{2,6}的(?:那[位个]|一[位名个])?|"
    "[\u4e00-\u9fff]{2,4}を务めた(?:あの)?|[가-힣]{2,5}[을를] (?:지낸|역임한|지냈던) |"
    "(?:ただ|たった)(?:一人|1人)の|(?:유일한|단 한 (?:명|사람)의|하나뿐인) "
)
_PAST = re.compile("[过任].*的|务めた|[을를] ")
_SPEAKS = re.compile("[说问看认主反支觉表担提建则也却,、:]|[はがも]、?[^。]{2}|[은는이가도의] |$")
_PEOPLE = re.compile(
    "人|인(?=$|[^가-힣]|[은는이가을를의도만과와])| 사람| ?분(?=$|[^가-힣]|[은는이가도])"
)
_WORDS: tuple[str, ...] = (
    "唯一", "仅有的", "当过", "做过", "任过", "干过", "曾任", "務めた", "务めた",
    "ただ一人の", "ただ1人の", "たった一人の", "たった1人の",
    "유일한 ", "단 한 ", "하나뿐인 ", "지낸 ", "역임한 ", "지냈던 ",
)  # fmt: skip
"""Each match of `_ONLY` holds one of them."""
_AROUND = 16  # letters of a match before and behind such a word
_TRIED = Windowed(_ONLY, _WORDS, _AROUND)
_LONGEST = 12


class OnlyOneReader:
    """Reads the only one of a people, in characters, kana and hangul."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        words = dict.fromkeys(_WORDS, True)
        self._words = lexicon.kept("only one", lambda: lexicon.in_one_pass.add(words))

    def read(self, folded: Folded) -> Iterator[Phrase]:
        """Yield a description for each who is said to be the only one of a people."""
        places = [(start, end) for start, end, _ in self._words.find(folded.text)]
        for only in _TRIED.within(folded.text, places):
            for end in range(only.end() + _LONGEST, only.end(), -1):
                code = self._codes.get(folded.text[only.end() : end])
                people = _PEOPLE.match(folded.text, end) if code else None
                if people and self._is_met(folded.text, only, people):
                    yield self._phrase(only, people, code or "")
                    break

    @staticmethod
    def _is_met(text: str, only: re.Match[str], people: re.Match[str]) -> bool:
        """Return whether who is told by a post that was held speaks: 当过部长的西班牙人说."""
        past = _PAST.search(only[0])
        return not past or bool(_SPEAKS.match(text, people.end()))

    def _phrase(self, only: re.Match[str], people: re.Match[str], code: str) -> Phrase:
        region = code in self._lexicon.regions
        return Phrase(
            only.start(),
            people.end(),
            people.start(),
            Description(region=code) if region else Description(territory=code),
            ONE,
        )

    @cached_property
    def _codes(self) -> dict[str, str]:
        """The codes of territories and regions by their words in characters, kana and hangul."""
        return {
            word: piece.value
            for word, pieces in self._lexicon.pieces.items()
            for piece in pieces
            if piece.kind in ("territory", "region") and not word.isascii()
        }
