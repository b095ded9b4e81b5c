"""Names in Latin letters that other habits of romanising or other ears would spell otherwise.

Phongsathorn is Pongsatorn too, Qureshi Kureshi, Sheremetyev Cheremetiev. Two spellings of one name
have the same sounds, broadly told: ``sounds_of`` returns them. And hands part a name, or join it:
Villa Fuerte, Des Rosiers, Szent-Györgyi.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache

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
_APART = re.compile("([A-Z\u00c0-\u024f][^\\W\\d_]+)(?:[ -]|' ?)([A-Za-z\u00c0-\u024f][^\\W\\d_]+)")
_NEXT = re.compile("([^\\W\\d_]+)[ -]([A-Za-z\u00c0-\u024f][^\\W\\d_]+)")
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

    def find(self, text: str) -> Iterator[tuple[int, int, tuple[int, ...]]]:
        """Yield where such names stand in a text as it was written, and whose."""
        if not self._names:
            return
        at = 0
        while first := _APART.search(text, at):
            at = first.end(1)
            joined = self._plain(first[1])
            words: re.Match[str] | None = first
            for _ in range(_PIECES - 1):
                if words is None or joined not in self._begin:
                    break
                joined, end = joined + self._plain(words[2]), words.end(2)
                if who := self._names.get(joined):
                    yield first.start(), end, who
                    at = end
                    break
                words = _NEXT.match(text, words.start(2))
