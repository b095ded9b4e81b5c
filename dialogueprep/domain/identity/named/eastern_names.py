"""Whose name a word in characters, kana or hangul is: as it is spelled there, or as it sounds."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from dialogueprep.domain.identity.exposure import Level
from dialogueprep.domain.identity.lexicon import Lexicon
from dialogueprep.domain.identity.named.sounding_apart import CHARACTERS
from dialogueprep.domain.identity.reading.fold import is_east_asian, is_han, is_hangul
from dialogueprep.domain.identity.spellings.customs import given_abroad
from dialogueprep.domain.identity.spellings.name_parts import Part, Spelling
from dialogueprep.domain.identity.spellings.nobodys_words import ordinary, places
from dialogueprep.domain.identity.spellings.spoken import consonants, of_written
from dialogueprep.domain.identity.spellings.spoken_names import SpokenNames
from dialogueprep.domain.people import Participation

_POINTING = frozenset("이그저한두세네이의은는도")
_SHORTEST = 2  # letters at least of a word that is taken for a name by its place
_PARTS = frozenset({Part.FAMILY, Part.GIVEN, Part.WHOLE})


class Whose(NamedTuple):
    """Whose a word may be; ``spelled`` if it is written so, ``word`` if it means something too.

    It is ``sure`` where it is spelled, or sounds just so.
    """

    people: tuple[int, ...]
    spelled: bool
    word: bool
    sure: bool = True


_NOBODY = Whose((), False, False)


class EasternNames:
    """The names of a roster's people as words of a text in Chinese, Japanese or Korean."""

    def __init__(
        self,
        participations: tuple[Participation, ...],
        spelled: Iterable[Sequence[Spelling]],
        spoken: SpokenNames,
        lexicon: Lexicon,
    ) -> None:
        self._people = participations
        self._lexicon = lexicon
        self._spoken = spoken
        self._spelled: dict[str, tuple[int, ...]] = {}
        for who, spellings in enumerate(spelled):
            for text in {s.text for s in spellings if s.part in _PARTS and s.text}:
                if is_east_asian(text[0]) and " " not in text:
                    self._spelled[text] = (*self._spelled.get(text, ()), who)
        for who, participation in enumerate(participations):
            for text in given_abroad(participation, lexicon):
                self._spelled[text] = (*self._spelled.get(text, ()), who)

    def whose(self, written: str) -> Whose:
        """Return whose name a word of the original is, or may be said so in kana and hangul."""
        word = self._lexicon.fold.plain(written)
        means = self.means_more(word)
        if who := self._spelled.get(word, ()):
            return Whose(who, True, means)
        if len(word) < 2 or is_han(word[0]) or word in places():
            return _NOBODY
        level, who = self._spoken.whose(word, titled=True)
        return Whose(who, False, means, level is Level.BLOCK)

    def in_place(self, written: str, *, least: int = 0, sounding: bool = True) -> tuple[int, ...]:
        """Return whose name a word surely is where only somebody stands, if it is no other word.

        What only sounds like a name needs so many consonants at ``least``, and characters have to
        be such as spell names from elsewhere.
        """
        word = self._lexicon.fold.plain(written)
        if len(word) < _SHORTEST or self.means_more(word):
            return ()
        if who := self._spelled.get(word, ()):
            return who
        two = len(word) == _SHORTEST and least
        if is_han(word[0]) and (two or not CHARACTERS.fullmatch(word)):
            return ()
        if not sounding:
            return ()
        strong = max((consonants(sounds) for sounds in of_written(word)), default=0)
        return self._spoken.surely(word) if strong >= least else ()

    def plain(self, written: str) -> str:
        """Return a word as names are compared."""
        return self._lexicon.fold.plain(written)

    def is_japanese(self, who: int) -> bool:
        """Return whether somebody of the roster is from Japan."""
        it = self._people[who]
        return "JP" in (it.territory, it.delegation)

    def spelled(self, folded: str) -> tuple[int, ...]:
        """Return whose name a folded word is as it is spelled."""
        return self._spelled.get(folded, ())

    def means_more(self, folded: str) -> bool:
        """Return whether a folded word is one of the language, a place or a loan word too."""
        known = self._lexicon
        if len(folded) == 1 and is_hangul(folded):
            return folded in _POINTING or known.is_common(folded)
        return (
            known.is_common(folded)
            or folded in known.pieces
            or folded in ordinary()
            or folded in places()
        )
