"""Finds institutions whose proper name a neighbour writes as it sounds, and the rest translated.

ハラケケ政策研究所, 하라케케연구소 and 哈拉凯凯政策研究所 are the Harakeke Policy Institute. Which
words stand between the proper name and what the institution is does not matter.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from itertools import chain
from typing import NamedTuple

from dialogueprep.domain.identity.institutions.forms import proper_name
from dialogueprep.domain.identity.lexicon import Lexicon
from dialogueprep.domain.identity.reading.fold import Folded, is_hangul, is_kana
from dialogueprep.domain.identity.reading.word_lists import lines_of
from dialogueprep.domain.identity.reading.written import as_written
from dialogueprep.domain.identity.spellings.nobodys_words import is_plain_korean, places
from dialogueprep.domain.identity.spellings.sounds import TRANSLITERATING
from dialogueprep.domain.identity.spellings.spoken import (
    Sound,
    consonants,
    distance,
    of_latin,
    of_written,
)
from dialogueprep.domain.people import Participation

_SAME = (0.0, 0.0, 0.06, 0.13, 0.13, 0.18)  # what a strong consonant may cost, by how many
_STRONG = 2  # strong consonants of a proper name at least
_SHORT = 3  # letters and more that are written for a name of so few
_KANA = as_written("[ァ-ヺー][ァ-ヺー・]{1,14}[ァ-ヺー]")
_HAN = re.compile(f"[{TRANSLITERATING}]{{2,6}}")
_HANGUL = re.compile("(?<![가-힣])[가-힣]{2,10}(?: [가-힣]{1,6}){0,2} ?$")
_BETWEEN = 6  # letters between the proper name and what the institution is
_WINDOW = 18

Place = tuple[int, int, tuple[int, ...]]


class HeardInstitutions:
    """The institutions of a roster by how their proper names sound, before what they are."""

    def __init__(self, participations: tuple[Participation, ...], lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._known: list[_Known] = []
        self._heard: dict[tuple[str, frozenset[str]], tuple[int, ...]] = {}
        proper: dict[tuple[str, ...], frozenset[str]] = {}
        for who, participation in enumerate(participations):
            names = participation.affiliation.spelled
            if names not in proper:
                proper[names] = frozenset(chain.from_iterable(self._proper(n) for n in names))
            told = {w for word in proper[names] for w in (word, word.replace("kh", "h"))}
            self._known += (
                _Known(sounds, who, frozenset(self._words(names)), _home(participation))
                for word in sorted(told)
                for sounds in of_latin(word)
                if consonants(sounds) >= _STRONG
            )
        self._kinds = lexicon.kept("heard", lambda: lexicon.in_one_pass.add(_kinds(lexicon)))

    def _proper(self, name: str) -> Iterator[str]:
        folded = self._lexicon.fold.plain(name).removeprefix("the ")
        if not folded.isascii() or not (first := proper_name(folded, self._lexicon)):
            return
        yield first
        words = folded.split()
        if words[0] == first and len(words) > 2 and proper_name(" ".join(words[1:]), self._lexicon):
            yield f"{first}{words[1]}"

    def find(self, folded: Folded) -> Iterator[Place]:
        """Yield such institutions as places in folded text, with whose they are."""
        if not self._known:
            return
        for start, end, kinds in self._kinds.find(folded.text):
            of = self._in_hangul if is_hangul(folded.text[start]) else self._in_east
            yield from of(folded, start, end, kinds)

    def _in_hangul(
        self, folded: Folded, start: int, end: int, kinds: frozenset[str]
    ) -> Iterator[Place]:
        run = _HANGUL.search(folded.text, max(0, start - _WINDOW), start)
        if not run:
            return
        word, *others = run[0].strip().split(" ")
        begun = [word[:length] for length in range(len(word), 1, -1)]
        for part in (*(word + other for other in others[:1]), *begun):
            if not is_plain_korean(part) and (who := self._who(part, kinds)):
                yield run.start(), end, who
                return

    def _in_east(
        self, folded: Folded, start: int, end: int, kinds: frozenset[str]
    ) -> Iterator[Place]:
        text, first = folded.text, max(0, start - _WINDOW)
        for run in _KANA.finditer(folded.original, folded.starts[first], folded.starts[start]):
            begins, ends = (bisect_left(folded.starts, at) for at in run.span())
            if start - ends <= _BETWEEN and (who := self._who(text[begins:ends], kinds)):
                yield begins, end, who
                return
        for run in _HAN.finditer(text, first, start):
            for begins in range(run.start(), run.end() - 1):
                for ends in range(run.end(), begins + 1, -1):
                    if start - ends <= _BETWEEN and (who := self._who(text[begins:ends], kinds)):
                        yield begins, end, who
                        return

    def _who(self, written: str, kinds: frozenset[str]) -> tuple[int, ...]:
        """Return whose institution of these kinds has a proper name that sounds as written."""
        key = (written, kinds)
        if key not in self._heard:
            near = () if written in places() else self._near(written, kinds)
            self._heard[key] = tuple(dict.fromkeys(near))
        return self._heard[key]

    def _near(self, written: str, kinds: frozenset[str]) -> Iterator[int]:
        home = "KR" if is_hangul(written[0]) else "JP" if is_kana(written[0]) else "CN"
        for sounds in of_written(written):
            strong = consonants(sounds)
            most = _SAME[min(strong, len(_SAME) - 1)] * strong
            if strong < _STRONG or (strong == _STRONG and len(written) <= _SHORT):
                continue
            for known in self._known:
                able = known.home != home and bool(kinds & known.words)
                able = able and abs(consonants(known.sounds) - strong) <= 1
                if able and distance(sounds, known.sounds) <= most:
                    yield known.who

    def _words(self, names: tuple[str, ...]) -> Iterator[str]:
        for name in names:
            yield from self._lexicon.fold.plain(name).split()


class _Known(NamedTuple):
    """How a proper name sounds, whose it is, all words of the name, and where it is written so."""

    sounds: tuple[Sound, ...]
    who: int
    words: frozenset[str]
    home: str


def _home(participation: Participation) -> str:
    """Return the territory whose own script the roster has the institution in, if it has."""
    return participation.territory if participation.affiliation.native else ""


def _kinds(lexicon: Lexicon) -> dict[str, frozenset[str]]:
    """Return by each folded word of a neighbour what it is in Latin letters."""
    found: dict[str, frozenset[str]] = {}
    for line in lines_of("kinds_heard"):
        latin, _, theirs = line.partition("|")
        for word in map(lexicon.fold.plain, theirs.split()):
            found[word] = found.get(word, frozenset()) | frozenset(latin.split())
    return found
