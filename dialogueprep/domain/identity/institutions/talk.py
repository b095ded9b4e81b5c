"""Judges an institution by the words around it, where no grammar that is known tells more.

"Second thoughts at Andaman Watch about the logbook", 应月浜大学一再要求: words of talk, and none of
what an institution does as such, publishes, hosts or receives.
"""

from __future__ import annotations

import re
from functools import cached_property

from dialogueprep.domain.identity.institutions.party import is_party
from dialogueprep.domain.identity.institutions.party_east import PartyEast
from dialogueprep.domain.identity.institutions.talk_words import (
    TALK,
    TALK_EAST,
    WORLD,
    WORLD_EAST,
)
from dialogueprep.domain.identity.lexicon import Lexicon
from dialogueprep.domain.identity.reading.fold import KANA, is_east_asian, is_hangul
from dialogueprep.domain.identity.reading.word_lists import word_lists
from dialogueprep.domain.identity.reading.word_tree import either
from dialogueprep.domain.identity.spellings.nobodys_words import well_known_letters

_LISTS = word_lists("institutions", "talk")

_WORD = re.compile("[a-z]+")
_YEAR = re.compile("(?:19|20)[0-9]{2}")
# What is spoken of, to whom it goes, where it is, what one means to do with it.
_MATTER = re.compile(
    r"(?:^|[ (])(?:about|on|regarding|concerning|towards?|into|over|upon|to|for|through|via|near|"
    r"behind|opposite|outside|inside|in|at|with|from|between|under|as|like|that|whether|if|how|"
    r"why|what|where|which|because|than|when|called|named|[a-z]+ing|to [a-z]+) (?:the |our )?$"
)
# What is asked of it, or said of it by others.
_OBJECT = re.compile(f"(?:(?:{_LISTS['object']})(?:e|es|ed|s|ing)?|chose) (?:the |our )?$")
_SPOKEN_OF = re.compile(
    f" (?:(?:{_LISTS['spoken_of_was']}) )+"
    f"(?:[a-z]+ly |often |not |also |much |widely )*(?:in for |under )?(?:{_LISTS['spoken_of']})"
    "(?![a-z])"
)
_HEARD_AT = re.compile(f"(?:{_LISTS['heard_at']}) (?:at|in|within) (?:the )?$")
_EAST = ("zh", "ja", "ko")


class Talk:
    """The words around institutions in four languages, folded once for a roster."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._plain = lexicon.fold.plain

    def is_party(self, word: str, before: str, after: str) -> bool:
        """Return whether what stands beside an institution tells that it is one of the parties."""
        language = language_around(word, before, after)
        if language == "en":
            return is_party(before, after)
        return self._parties[language].is_party(before, after)

    def is_talk(self, word: str, before: str, after: str) -> bool:
        """Return whether the words around an institution are of talk, and none of the world."""
        if word in well_known_letters():
            return False
        language = language_around(word, before, after)
        if language != "en":
            talk, world = self._east[language]
            around = f"{before[-40:]} {after}"
            return bool(talk.search(around)) and not world.search(around)
        if _HEARD_AT.search(before):
            return True
        if any(it.search(before) for it in (_MATTER, _OBJECT, _YEAR)):
            return False
        if _SPOKEN_OF.match(after) or _YEAR.search(after):
            return False
        words = frozenset(_WORD.findall(f"{before} {after}"))
        return not words.isdisjoint(TALK) and words.isdisjoint(WORLD)

    @cached_property
    def _parties(self) -> dict[str, PartyEast]:
        return {language: PartyEast(language, self._plain) for language in _EAST}

    @cached_property
    def _east(self) -> dict[str, tuple[re.Pattern[str], re.Pattern[str]]]:
        return {
            language: (self._either(TALK_EAST[language]), self._either(WORLD_EAST[language]))
            for language in _EAST
        }

    def _either(self, words: str) -> re.Pattern[str]:
        return re.compile(either(self._plain(word) for word in words.split()))


def language_around(word: str, before: str, after: str) -> str:
    """Return the language of a sentence in which an institution stands."""
    around = before[-40:] + after
    if word.isascii() and not any(map(is_east_asian, around)):
        return "en"
    if stands_in_korean(word, around) or (word.isascii() and any(map(is_hangul, around))):
        return "ko"
    return "ja" if KANA.search(around + word) else "zh"


def stands_in_korean(word: str, around: str) -> bool:
    """Return whether a name in hangul stands among hangul: 새벽대학교, and not 새벽대학교认为."""
    if not is_hangul(word[-1]):
        return False
    return any(map(is_hangul, around)) or not any(map(is_east_asian, around))
