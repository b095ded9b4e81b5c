"""Signs of an entry that do not depend on a language: notions, tags, names, numbers, characters."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from dialogueprep.domain.likeness import Saying
from dialogueprep.domain.likeness_leanings import NOWHERE, Leaning, LeaningReader
from dialogueprep.domain.terms import Terms
from dialogueprep.domain.texts import LANGUAGES, Language

Sign = tuple[str, str | int]
Signs = frozenset[int]
_NAME = re.compile(r"(?<![A-Za-z0-9])[A-Z][A-Za-z]*[A-Z][A-Za-z0-9+]*(?![A-Za-z0-9])")
_NUMBER = re.compile(r"(?<![\d.,])\d{2,}(?:[.,]\d+)*")
_HAN = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff]+")
_DIGITS = "一二三四五六七八九"
_HAN_NUMBER = re.compile(f"[{_DIGITS}]?十[{_DIGITS}]?")
_KATAKANA = re.compile(r"[\u30a1-\u30fa\u30fc]{2,}")
_HANGUL = re.compile(r"[\uac00-\ud7a3]{2,}")
_TEENS = """
ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen
"""
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_ENGLISH = {
    **{word: n for n, word in enumerate(_TEENS.split(), 10)},
    **{word: 10 * n for n, word in enumerate(_TENS.split(), 2)},
}
_WORD = re.compile(r"[a-z]+")


_N, _R, _SILENT = 2, 5, 11  # first sounds of a Korean syllable
_BEFORE_I_AND_Y = (2, 3, 6, 7, 12, 17, 20)


@dataclass(frozen=True, slots=True)
class Signed:
    """The signs of an entry by their numbers.

    ``letters`` are pairs of Chinese characters that no notion names, ``sounds`` the same as they
    are read in Korean; ``unknown`` how many words are not known; ``side`` a bit for each of its
    languages; ``inner`` notions that parts of its words name.
    """

    signs: Signs
    letters: Signs
    sounds: Signs
    unknown: int
    side: int
    inner: Signs = frozenset()


class Reader:
    """Reads entries; gives each sign a number. ``sounds`` are Korean readings of characters."""

    def __init__(
        self, terms: Terms, sounds: Mapping[str, str], leanings: LeaningReader | None = None
    ) -> None:
        self._terms, self._sounds, self._leanings = terms, sounds, leanings
        self._number: dict[Sign, int] = {}

    @property
    def terms(self) -> Terms:
        """The notions that are looked for."""
        return self._terms

    @property
    def signs(self) -> Sequence[Sign]:
        """All signs that were read, by their numbers."""
        return list(self._number)

    def read(self, saying: Saying) -> Signed:
        """Return the signs of an entry."""
        signs: set[Sign] = {("tag", slug) for slug in saying.tags}
        letters: set[Sign] = set()
        sounds: set[Sign] = set()
        inner: set[Sign] = set()
        unknown = side = 0
        for language in LANGUAGES:
            if raw := said_in(saying, language):
                side |= 1 << LANGUAGES.index(language)
                rest = self._take(signs, inner, raw, language)
                runs = (_HANGUL if language == "ko" else _HAN).findall("\n".join(rest))
                sounds |= self._heard(runs)
                if language in ("zh", "ja"):
                    letters |= {("letters", pair) for run in runs for pair in _pairs(run)}
                unknown += _words(rest, runs, language)
        numbers = map(self._numbers, (signs, letters, sounds))
        parts = self._numbers(inner - signs)
        return Signed(*numbers, unknown=unknown, side=side, inner=parts)

    def leaning(self, saying: Saying) -> Leaning:
        """Return which way an entry leans; it takes longer than its signs, and few need it."""
        if self._leanings is None:
            return NOWHERE
        texts: list[tuple[str, Language]] = [
            (raw, g) for g in LANGUAGES if (raw := said_in(saying, g))
        ]
        titles: list[tuple[str, Language]] = [
            (t.wording, t.language) for t in saying.titles.entries
        ]
        in_titles, in_all = (
            {n for text, g in each for n in self._terms.find(text, g).notions}
            for each in (titles, texts)
        )
        return self._leanings.read(texts, in_titles, in_all)

    def _numbers(self, signs: Iterable[Sign]) -> Signs:
        known = self._number
        return frozenset(known.setdefault(s, len(known)) for s in signs)

    def _take(
        self, signs: set[Sign], inner: set[Sign], raw: str, language: Language
    ) -> tuple[str, ...]:
        """Add the signs in a text, and the notions of parts of its words; return the rest."""
        found = self._terms.find(raw, language)
        kind = self._terms.kind
        signs |= {("term", n) for n in found.notions if kind(n) != "frame"}
        inner |= {("term", n) for n in found.inner if kind(n) in ("field", "common")}
        signs |= {("number", n) for n in numbers_in(raw, language)}
        said = " ".join(found.notions.values()).casefold()
        signs |= {("name", n) for n in _NAME.findall(raw) if n.casefold() not in said}
        return found.rest

    def _heard(self, runs: Iterable[str]) -> set[Sign]:
        """Return pairs of syllables, of Chinese characters as they are read in Korean."""
        read = self._sounds.get
        if not self._sounds:
            return set()
        heard = ("".join(_initial(read(c, c)) for c in run) for run in runs)
        return {("sounds", pair) for run in heard for pair in _pairs(run)}


def said_in(saying: Saying, language: Language) -> str:
    """Return all that an entry says in this language, its title in a line of its own."""
    return "\n".join(filter(None, (saying.titles.get(language), saying.body.get(language))))


def _words(rest: Sequence[str], runs: Sequence[str], language: Language) -> int:
    """Return about how many words are in what no notion names."""
    if language == "en":
        return sum(len(word) > 2 and not word.isdigit() for word in rest)
    if language == "ko":
        return len(runs)
    katakana = _KATAKANA.findall("\n".join(rest))
    return sum((len(run) + 1) // 2 for run in runs) + len(katakana)


def _pairs(run: str) -> Iterable[str]:
    return (run[n : n + 2] for n in range(len(run) - 1))


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
    tens, ones = (1 + _DIGITS.find(part) if part else 0 for part in written.split("十"))
    return 10 * (tens or 1) + ones


@lru_cache(maxsize=12_000)
def _initial(syllable: str) -> str:
    """Return a Korean syllable as it is written at the beginning of a word."""
    place = ord(syllable) - 0xAC00
    if not 0 <= place < 11172:
        return syllable
    first, rest = divmod(place, 588)
    if first == _R:
        first = _N
    if first == _N and rest // 28 in _BEFORE_I_AND_Y:
        first = _SILENT
    return chr(0xAC00 + first * 588 + rest)
