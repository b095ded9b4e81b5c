"""Tells whole names in Latin letters that are nearly a participant's: Eum Do-yoon, Przybylska Kott.

One part that is nearly a name may be a word or somebody else's; two side by side that are both
parts of one person's name but for vowels and doubled letters hardly are.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from dialogueprep.domain.people import Participation

_LEAST = 7  # letters of a whole name that says anything
_MOST = 3  # letters at most that differ, all of them vowels or doubled
_VOWELS = re.compile("[aeiouyw]+")
_DOUBLED = re.compile(r"(.)\1+")
_WORD = re.compile(r" ?([^\W\d_a-z][^\W\d_]+(?:[-'’][^\W\d_]+)?)(?![^\W_])")
_PARTED = re.compile(r"[\s'’-]+")


class NearWholes:
    """The whole names of a roster's people, without what parts their words."""

    def __init__(
        self, participations: tuple[Participation, ...], plain: Callable[[str], str]
    ) -> None:
        self._plain = plain
        self._by_letter: dict[str, list[tuple[str, int]]] = {}
        for who, participation in enumerate(participations):
            for whole in self._wholes(participation):
                self._by_letter.setdefault(whole[0], []).append((whole, who))
        self._known: dict[str, tuple[int, ...]] = {}

    def _wholes(self, participation: Participation) -> Iterator[str]:
        name = participation.person.name
        family, given = (_PARTED.sub("", self._plain(n)) for n in (name.family, name.given))
        several = len(_PARTED.split(name.family)) > 1
        made = {family + given, given + family} | ({family} if several else set[str]())
        yield from (m for m in made if family and given and m.isascii() and len(m) >= _LEAST)

    def at(self, text: str, first: re.Match[str]) -> tuple[int, tuple[int, ...]] | None:
        """Return where a name ends that begins with this word, and whose it nearly is."""
        if text[first.end() : first.end() + 1] not in (" ", "-"):
            return None
        if text[first.start()].lower() not in self._by_letter:
            return None
        second = _WORD.match(text, first.end())
        if not second:
            return None
        who = self._whose(text[first.start() : second.end()])
        return (second.end(), who) if who else None

    def _whose(self, written: str) -> tuple[int, ...]:
        known = self._known.get(written)
        if known is None:
            word = _PARTED.sub("", self._plain(written))
            able = word.isascii() and len(word) >= _LEAST
            known = self._known[written] = self._nearest(word) if able else ()
        return known

    def _nearest(self, word: str) -> tuple[int, ...]:
        from rapidfuzz import distance  # the whole of it first: a part alone may be half made

        bones = _bones(word)
        measured = distance.DamerauLevenshtein.distance
        found = (
            who
            for whole, who in self._by_letter.get(word[0], ())
            if bones == _bones(whole) and 0 < measured(word, whole, score_cutoff=_MOST) <= _MOST
        )
        return tuple(dict.fromkeys(found))


def _bones(word: str) -> str:
    """Return a word without its vowels, and each letter once where it is doubled."""
    return _DOUBLED.sub(r"\1", _VOWELS.sub("", word))
