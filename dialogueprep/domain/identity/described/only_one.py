"""Reads who is said to be the only one of a people: 唯一的法国人, 유일한 프랑스인.

A word such as 法国人 is of a people in general, and becomes somebody at the table by this.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property

from dialogueprep.domain.identity.described.description import Description
from dialogueprep.domain.identity.described.phrases import Phrase
from dialogueprep.domain.identity.lexicon import Lexicon
from dialogueprep.domain.identity.reading.fold import Folded

_ONLY = re.compile(
    "(?:在座|在场|与会|会上|会场|屋里)?(?:的)?(?:唯一(?:的|一[位名个]|の)?|仅有的(?:一[位名个])?)|"
    "(?:ただ|たった)(?:一人|1人)の|(?:유일한|단 한 (?:명|사람)의|하나뿐인) "
)
_PEOPLE = re.compile(
    "人|인(?=$|[^가-힣]|[은는이가을를의도만과와])| 사람| ?분(?=$|[^가-힣]|[은는이가도])"
)
_WORDS = ("唯一", "仅有", "たった", "ただ", "유일", "단 한", "하나뿐")
_LONGEST = 12


class OnlyOneReader:
    """Reads the only one of a people, in characters, kana and hangul."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon

    def read(self, folded: Folded) -> Iterator[Phrase]:
        """Yield a description for each who is said to be the only one of a people."""
        if not any(word in folded.text for word in _WORDS):
            return
        for only in _ONLY.finditer(folded.text):
            for end in range(only.end() + _LONGEST, only.end(), -1):
                code = self._codes.get(folded.text[only.end() : end])
                people = _PEOPLE.match(folded.text, end) if code else None
                if people:
                    yield self._phrase(only, people, code or "")
                    break

    def _phrase(self, only: re.Match[str], people: re.Match[str], code: str) -> Phrase:
        region = code in self._lexicon.regions
        return Phrase(
            only.start(),
            people.end(),
            people.start(),
            Description(region=code) if region else Description(territory=code),
            frozenset({"one", "the"}),
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
