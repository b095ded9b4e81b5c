"""Finds words that are nearly a participant's name: a slip of the key, or of the ear.

What is nearly a name may be another word or another person: it only warns.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterator
from functools import cached_property

from dialogueprep.domain.identity.exposure import ExposureKind, Level
from dialogueprep.domain.identity.fold import Folded, is_han, is_hangul
from dialogueprep.domain.identity.found import Found
from dialogueprep.domain.identity.lexicon import Lexicon
from dialogueprep.domain.identity.neighbours import han_in_hangul
from dialogueprep.domain.people import Participation
from dialogueprep.words import later

NEAR = later("This is nearly a participant's name.")

_SHORTEST, _LONG = 6, 9
_CAPITALISED = re.compile(
    r"[^\W\d_a-z\u1100-\u11ff\u3041-\u30ff\u3400-\u9fff\uac00-\ud7a3](?<![\w'].)[^\W\d_]{5,}(?!\w)"
)
_Names = dict[str, tuple[int, ...]]


def nearly(one: str, other: str) -> bool:
    """Return whether two folded words differ by one letter, or by two if they are long."""
    from rapidfuzz.distance import DamerauLevenshtein

    if one[:1] != other[:1] or min(len(one), len(other)) < _SHORTEST - 1:
        return False
    allowed = 2 if min(len(one), len(other)) >= _LONG else 1
    return DamerauLevenshtein.distance(one, other, score_cutoff=allowed) <= allowed


class NearSearch:
    """Names of a roster that a text nearly spells."""

    def __init__(self, participations: tuple[Participation, ...], lexicon: Lexicon) -> None:
        self._people = participations
        self._lexicon = lexicon
        self._known: dict[str, tuple[int, ...]] = {}

    def find(self, folded: Folded, taken: list[tuple[int, int]]) -> list[Found]:
        """Return near misses outside what is ``taken`` already, as places in folded text."""
        found = [*self._latin(folded), *self._native(folded), *self._in_characters(folded)]
        covered = {i for start, end in taken for i in range(start, end)} if found else ()
        return [f for f in found if f.start not in covered and f.end - 1 not in covered]

    def _latin(self, folded: Folded) -> Iterator[Found]:
        for word in _CAPITALISED.finditer(folded.original):
            if who := self._whose(word.group()):
                start = bisect_left(folded.starts, word.start())
                yield _found(start, start + len(self._plain(word.group())), who)

    def _whose(self, written: str) -> tuple[int, ...]:
        known = self._known.get(written)
        if known is None:
            known = self._known[written] = self._nearest(self._plain(written))
        return known

    def _plain(self, written: str) -> str:
        return self._lexicon.fold.plain(written)

    def _nearest(self, word: str) -> tuple[int, ...]:
        if word in self._names or self._lexicon.is_common(word) or word in self._lexicon.pieces:
            return ()
        whose = {w for name, who in self._names.items() if nearly(word, name) for w in who}
        return tuple(sorted(whose))

    @cached_property
    def _names(self) -> _Names:
        found: _Names = {}
        for who, participation in enumerate(self._people):
            name = participation.person.name
            for part in (name.family, name.given):
                for word in re.split(r"[\s'-]+", self._plain(part)):
                    if len(word) >= _SHORTEST and word.isascii():
                        found[word] = (*found.get(word, ()), who)
        return found

    def _native(self, folded: Folded) -> Iterator[Found]:
        """Yield names of three characters in which another one stands that sounds alike."""
        text = folded.text
        for first, rows in self._by_surname.items():
            at = text.find(first)
            while at >= 0:
                for name, who in rows:
                    written = text[at : at + len(name)]
                    if written != name and _sounds_like(written, name):
                        yield _found(at, at + len(name), (who,))
                at = text.find(first, at + 1)

    def _in_characters(self, folded: Folded) -> Iterator[Found]:
        """Yield a Korean name in characters of which each is read as a syllable of the name."""
        text = folded.text
        for surname, rows in self._by_hanja.items():
            at = text.find(surname)
            while at >= 0:
                for given, who in rows:
                    written = text[at + 1 : at + 1 + len(given)]
                    pairs = zip(written, given, strict=False)
                    if len(written) == len(given) and all(self._reads(*p) for p in pairs):
                        yield _found(at, at + 1 + len(given), (who,))
                at = text.find(surname, at + 1)

    def _reads(self, character: str, syllable: str) -> bool:
        """Return whether Koreans read a character so; an r or n at its head may be dropped."""
        readings = self._lexicon.readings
        known = readings.han_korean.get(character, ())
        return syllable in known or syllable in han_in_hangul(character, readings)

    @cached_property
    def _by_hanja(self) -> dict[str, list[tuple[str, int]]]:
        found: dict[str, list[tuple[str, int]]] = {}
        for who, participation in enumerate(self._people):
            native = self._plain(participation.person.name.native).replace(" ", "")
            if len(native) == 3 and all(is_hangul(c) for c in native):
                for hanja in self._lexicon.readings.hangul_hanja.get(native[0], ()):
                    found.setdefault(self._plain(hanja), []).append((native[1:], who))
        return found

    @cached_property
    def _by_surname(self) -> dict[str, list[tuple[str, int]]]:
        found: dict[str, list[tuple[str, int]]] = {}
        for who, participation in enumerate(self._people):
            native = self._plain(participation.person.name.native).replace(" ", "")
            alike = all(is_han(c) for c in native) or all(is_hangul(c) for c in native)
            if len(native) == 3 and alike:
                found.setdefault(native[0], []).append((native, who))
        return found


def _found(start: int, end: int, who: tuple[int, ...]) -> Found:
    return Found(start=start, end=end, level=Level.WARN, kind=ExposureKind.NAME, why=NEAR, who=who)


def _sounds_like(written: str, name: str) -> bool:
    """Return whether one character of two differs, and sounds alike."""
    if len(written) != len(name):
        return False
    other = [(a, b) for a, b in zip(written, name, strict=True) if a != b]
    return len(other) == 1 and _alike(*other[0])


def _alike(one: str, other: str) -> bool:
    if is_hangul(one) and is_hangul(other):
        parts = zip(
            unicodedata.normalize("NFD", one), unicodedata.normalize("NFD", other), strict=False
        )
        same = sum(a == b for a, b in parts)
        return same >= len(unicodedata.normalize("NFD", other)) - 1 and same >= 1
    if is_han(one) and is_han(other):
        from pypinyin import lazy_pinyin

        return lazy_pinyin(one) == lazy_pinyin(other)
    return False
