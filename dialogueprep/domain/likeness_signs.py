"""Signs of an entry that do not depend on a language: notions, tags, names, numbers, characters."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from dialogueprep.domain.likeness import Saying
from dialogueprep.domain.terms import Terms
from dialogueprep.domain.texts import LANGUAGES, Language

Sign = tuple[str, str | int]
Signs = frozenset[int]
_NAME = re.compile(r"(?<![A-Za-z0-9])[A-Z][A-Za-z]*[A-Z][A-Za-z0-9+]*(?![A-Za-z0-9])")
_NUMBER = re.compile(r"(?<![\d.,])\d{2,}(?:[.,]\d+)*")
_HAN = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff]+")
_HAN_NUMBER = re.compile("[一二三四五六七八九]?[十百][一二三四五六七八九]?")
_KATAKANA = re.compile(r"[\u30a1-\u30fa\u30fc]{2,}")
_HANGUL = re.compile(r"[\uac00-\ud7a3]{2,}")
_DIGITS = "一二三四五六七八九"
_TEENS = "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_ENGLISH = {w: n for n, w in enumerate(_TEENS, 10)} | {w: 10 * n for n, w in enumerate(_TENS, 2)}
_WORD = re.compile(r"[a-z]+")


@dataclass(frozen=True, slots=True)
class Signed:
    """The signs of an entry by their numbers.

    ``titled`` are those in its title; ``letters`` pairs of Chinese characters that no notion
    names, ``sounds`` the same as they are read in Korean; ``unknown`` how many words are not
    known; ``side`` a bit for each of its languages.
    """

    signs: Signs
    titled: Signs
    letters: Signs
    sounds: Signs
    unknown: int
    side: int


class Reader:
    """Reads entries; gives each sign a number."""

    def __init__(self, terms: Terms, sounds: Mapping[str, str]) -> None:
        self._terms, self._sounds = terms, sounds
        self._number: dict[Sign, int] = {}

    @property
    def signs(self) -> Sequence[Sign]:
        """All signs that were read, by their numbers."""
        return list(self._number)

    def read(self, saying: Saying) -> Signed:
        """Return the signs of an entry."""
        tags: set[Sign] = {("tag", slug) for slug in saying.tags}
        parts: list[tuple[set[Sign], set[Sign], set[Sign], int]] = []
        side = 0
        for language in LANGUAGES:
            texts = saying.titles.get(language), saying.body.get(language)
            if any(texts):
                side |= 1 << LANGUAGES.index(language)
                parts += (self._take(text or "", language) for text in texts)
        heads: set[Sign] = set().union(*(p[0] for p in parts[::2]))
        every: set[Sign] = tags.union(*(p[0] for p in parts))
        letters: set[Sign] = set().union(*(p[1] for p in parts))
        sounds: set[Sign] = set().union(*(p[2] for p in parts))
        unknown = sum(p[3] for p in parts)
        return Signed(*map(self._numbers, (every, heads, letters, sounds)), unknown, side)

    def _numbers(self, signs: Iterable[Sign]) -> Signs:
        known = self._number
        return frozenset(known.setdefault(s, len(known)) for s in signs)

    def _take(self, raw: str, language: Language) -> tuple[set[Sign], set[Sign], set[Sign], int]:
        """Return the signs in a text, its letters and sounds, and how many words are left."""
        found = self._terms.find(raw, language)
        signs: set[Sign] = {
            ("term", n) for n in found.notions if self._terms.kind(n) != "frame"
        }
        signs |= {("number", n) for n in numbers_in(raw, language)}
        said = " ".join(found.notions.values()).casefold()
        signs |= {("name", n) for n in _NAME.findall(raw) if n.casefold() not in said}
        letters = set(_letters(found.rest)) if language in ("zh", "ja") else set[Sign]()
        sounds = set(self._heard(found.rest, language))
        return signs, letters, sounds, _unknown(found.rest, language)

    def _heard(self, rest: Iterable[str], language: Language) -> Iterator[Sign]:
        if not self._sounds or language == "en":
            return
        for piece in rest:
            for run in (_HANGUL if language == "ko" else _HAN).findall(piece):
                heard = run if language == "ko" else [self._sounds.get(c, "?") for c in run]
                plain = "".join(map(_initial, heard))
                yield from (("sounds", plain[n : n + 2]) for n in range(len(plain) - 1))


def numbers_in(raw: str, language: Language) -> set[str]:
    """Return the numbers from ten on in a text, in figures or in words, as figures."""
    plain = unicodedata.normalize("NFKC", raw)
    found: set[str] = set(_NUMBER.findall(plain))
    if language == "en":
        words = _WORD.findall(plain.casefold())
        found |= {str(_ENGLISH[w]) for w in words if w in _ENGLISH}
    elif language != "ko":
        found |= {str(_han_number(n)) for n in _HAN_NUMBER.findall(plain)}
    return found


def _han_number(written: str) -> int:
    ten = 100 if "百" in written else 10
    before, after = written.replace("百", "十").split("十")
    return ten * (_DIGITS.index(before) + 1 if before else 1) + (
        (_DIGITS.index(after) + 1) * (ten // 10) if after else 0
    )


def _letters(rest: Iterable[str]) -> Iterator[Sign]:
    """Yield pairs of characters: Chinese and Japanese share many, once they are in one form."""
    for piece in rest:
        for run in _HAN.findall(piece):
            yield from (("letters", run[n : n + 2]) for n in range(len(run) - 1))


def _unknown(rest: Sequence[str], language: Language) -> int:
    """Return about how many words of a text no notion names."""
    if language == "en":
        return sum(len(word) > 2 and not word.isdigit() for word in rest)
    if language == "ko":
        return sum(len(_HANGUL.findall(piece)) for piece in rest)
    runs = [run for piece in rest for run in _HAN.findall(piece)]
    words = [word for piece in rest for word in _KATAKANA.findall(piece)]
    return sum((len(run) + 1) // 2 for run in runs) + len(words)


@lru_cache(maxsize=12_000)
def _initial(syllable: str) -> str:
    """Return a Korean syllable as it is written at the beginning of a word."""
    place = ord(syllable) - 0xAC00
    if not 0 <= place < 11172:
        return syllable
    first, rest = divmod(place, 588)
    soft = rest // 28 in (2, 3, 6, 7, 12, 17, 20)  # before i and y
    if first == 5:  # r
        first = 2
    if first == 2 and soft:  # n
        first = 11
    return chr(0xAC00 + first * 588 + rest)
