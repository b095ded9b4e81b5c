"""Names in Latin letters that other habits of romanising or other ears would spell otherwise.

Phongsathorn is Pongsatorn too, Qureshi Kureshi, Sheremetyev Cheremetiev. Two spellings of one name
have the same sounds, broadly told: ``sounds_of`` returns them. And hands part a name, or join it:
Villa Fuerte, Des Rosiers, Szent-Györgyi.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import lru_cache

from dialogueprep.domain.identity.reading.written import as_written

_RULES = tuple(
    (re.compile(before), after)
    for before, after in (
        ("tsch|tch|cz|tx|sch|ch|sh|sz|zh|dzh|ts|tz|dj|j|z|c(?=[eiy])|x(?=[aeiou])", "s"),
        ("ck|q(?:u(?=[aei])|u?)|c", "k"),
        ("w|v|b", "v"),
        ("f", "p"),
        ("r(?=n$)", ""),
        ("(?<=[^aeiouy])h|h(?=[^aeiouy]|$)", ""),
        ("[iey]+", "i"),
        ("ai", "i"),
        ("[ou]+", "u"),
        (r"(.)\1+", r"\1"),
    )
)
_ASPIRATED = re.compile("([pbtdkgrl])h(?!$)")
_NEXT = as_written("(?:[ -]|' ?)([A-Za-z\u00c0-\u024f][^\\W\\d_]+)")
_LEAST = 5  # sounds of a name that is told by them
_JOINED_LEAST = 7  # letters of a name that is written apart
_PIECES = 3  # words at most that a name is parted into


@lru_cache(maxsize=8192)
def sounds_of(word: str) -> str:
    """Return what a folded word in Latin letters sounds like, broadly; "" if it is too short."""
    told = _ASPIRATED.sub(r"\1", word)
    for before, after in _RULES:
        told = before.sub(after, told)
    return told if len(told) >= _LEAST else ""


def by_sounds(names: Iterable[tuple[str, tuple[int, ...]]]) -> dict[str, tuple[int, ...]]:
    """Return whose names sound so."""
    found: dict[str, tuple[int, ...]] = {}
    for name, who in names:
        if sounds := sounds_of(name):
            found[sounds] = tuple(dict.fromkeys((*found.get(sounds, ()), *who)))
    return found


class WordsApart:
    """Names of one word that a hand writes as several: their beginnings are known."""

    def __init__(self, names: dict[str, tuple[int, ...]], plain: Callable[[str], str]) -> None:
        self._names = {n: who for n, who in names.items() if len(n) >= _JOINED_LEAST}
        self._begin = frozenset(n[:k] for n in self._names for k in range(2, len(n)))
        self._plain = plain
        self._known: dict[str, bool] = {}

    def begins(self, written: str) -> bool:
        """Return whether a word is the beginning of such a name."""
        known = self._known.get(written)
        if known is None:
            known = self._known[written] = self._plain(written) in self._begin
        return known

    def at(self, text: str, word: re.Match[str]) -> tuple[int, tuple[int, ...]] | None:
        """Return where a name that begins with this word ends in the original, and whose it is."""
        joined, at = self._plain(word.group()), word.end()
        for _ in range(_PIECES - 1):
            following = _NEXT.match(text, at)
            if following is None or joined not in self._begin:
                return None
            joined, at = joined + self._plain(following[1]), following.end()
            if who := self._names.get(joined):
                return at, who
        return None
