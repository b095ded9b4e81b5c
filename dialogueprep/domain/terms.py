"""Terms of the field in several languages, found in texts: they tell one idea in two of them."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Literal

from dialogueprep.domain.likeness_words import stems_in
from dialogueprep.domain.texts import LANGUAGES, Language, Texts

Kind = Literal["field", "common", "deeds", "frame"]
"""How much a notion tells: a thing of the field, what many speak of, a deed, nothing."""

_LATIN = re.compile(r"[a-z0-9]")
_HAN = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff]")
_KATAKANA = re.compile(r"[\u30a1-\u30fa\u30fc]")
_HANGUL = re.compile(r"[\uac00-\ud7a3]")
_PARTICLES = frozenset("은는이가을를의에와과로도만나")
_SHORT_KATAKANA = 3


@dataclass(frozen=True, slots=True)
class Notion:
    """One notion: how each language says it, and how much it tells."""

    wordings: Mapping[Language, tuple[str, ...]]
    kind: Kind = "field"

    @property
    def weak(self) -> bool:
        """Whether it tells little by itself: a deed, or nothing."""
        return self.kind in ("deeds", "frame")


@dataclass(frozen=True, slots=True)
class Found:
    """What of a text is known: notion by number with the words that say it; and what is not.

    ``inner`` are notions that a part of such words would name: a carbon market is a market.
    """

    notions: dict[int, str]
    rest: tuple[str, ...]
    inner: frozenset[int] = frozenset()


class Terms:
    """Notions by their wordings; ``fold`` makes one form of characters, width and case."""

    def __init__(
        self,
        notions: Iterable[Notion] = (),
        tags: Mapping[str, Texts] | None = None,
        fold: Callable[[str], str] = str.casefold,
    ) -> None:
        self._fold = fold
        self._english: dict[str, list[tuple[tuple[str, ...], int]]] = defaultdict(list)
        self._number: dict[Language, dict[str, int]] = {g: {} for g in LANGUAGES}
        self._lengths: dict[Language, dict[str, list[int]]] = {g: {} for g in LANGUAGES}
        self._kinds: dict[int, Kind] = {}
        self._inside: dict[tuple[Language, str | tuple[str, ...]], frozenset[int]] = {}
        for number, notion in enumerate(notions):
            self._put(number, notion.wordings)
            self._kinds[number] = notion.kind
        self._count = sum(map(len, self._number.values()))
        self.slugs: dict[int, str] = {}
        for slug, names in sorted((tags or {}).items()):
            self._put_tag(slug, names)
        self._sort()

    def kind(self, notion: int) -> Kind:
        """Return how much a notion tells; the name of a tag is common."""
        return self._kinds.get(notion, "common")

    def grouped(self, groups: Mapping[str, Iterable[str]]) -> dict[int, str]:
        """Return the group of each notion that an English word in one of these groups names."""
        known = self._number["en"]
        return {
            known[folded]: name
            for name, words in groups.items()
            for word in words
            if (folded := self._fold(word)) in known
        }

    def find(self, text: str, language: Language) -> Found:
        """Return the notions that a text in this language names, with the words that do it."""
        folded = self._fold(text)
        shown = text if len(text) == len(folded) else folded
        if language == "en":
            return self._in_english(folded, shown)
        return self._in(folded, shown, language)

    # building -------------------------------------------------------------------------------

    def _put_tag(self, slug: str, names: Texts) -> None:
        """A tag is the notion that its label names, or a notion of its own."""
        known = [self._number[t.language].get(self._fold(t.wording)) for t in names.entries]
        at = next((n for n in known if n is not None), None)
        if at is None:
            self._count += 1
            at = self._count
        self.slugs.setdefault(at, slug)
        self._put(at, {t.language: (t.wording,) for t in names.entries})

    def _put(self, number: int, wordings: Mapping[Language, Iterable[str]]) -> None:
        for language, said in wordings.items():
            for wording in said:
                folded = self._fold(wording)
                known = self._number[language]
                if not folded or folded in known:
                    continue
                known[folded] = number
                if language == "en":
                    stems = tuple(word for word, _start, _end in stems_in(_bare(folded)))
                    if stems:
                        self._english[stems[0]].append((stems, number))
                else:
                    self._lengths[language].setdefault(folded[0], []).append(len(folded))

    def _sort(self) -> None:
        for entries in self._english.values():
            entries.sort(key=lambda each: -len(each[0]))
        for table in self._lengths.values():
            for first, lengths in table.items():
                table[first] = sorted(set(lengths), reverse=True)

    # finding --------------------------------------------------------------------------------

    def _in_english(self, folded: str, shown: str) -> Found:
        places = stems_in(_bare(folded))
        words = [word for word, _start, _end in places]
        notions: dict[int, str] = {}
        inner: set[int] = set()
        rest: list[str] = []
        at = 0
        while at < len(words):
            hit = self._english_at(words, at)
            if hit is None:
                rest.append(words[at])
                at += 1
                continue
            length, number = hit
            if length > 1:
                inner |= self._inside_english(tuple(words[at : at + length]))
            notions.setdefault(number, shown[places[at][1] : places[at + length - 1][2]])
            at += length
        return Found(notions, tuple(rest), frozenset(inner - notions.keys()))

    def _inside_english(self, stems: tuple[str, ...]) -> frozenset[int]:
        known = self._inside.get(("en", stems))
        if known is None:
            known = self._inside["en", stems] = frozenset(
                number
                for at in range(len(stems))
                for shorter, number in self._english.get(stems[at], ())
                if len(shorter) < len(stems) and stems[at : at + len(shorter)] == shorter
            )
        return known

    def _inside_of(self, wording: str, language: Language) -> frozenset[int]:
        known = self._inside.get((language, wording))
        if known is None:
            numbers = self._number[language]
            pieces = (
                wording[at : at + length]
                for at in range(len(wording))
                for length in self._lengths[language].get(wording[at], ())
                if 1 < length < len(wording)
            )
            known = frozenset(numbers[it] for it in pieces if it in numbers)
            self._inside[language, wording] = known
        return known

    def _english_at(self, words: list[str], at: int) -> tuple[int, int] | None:
        for stems, number in self._english.get(words[at], ()):
            if tuple(words[at : at + len(stems)]) == stems:
                return len(stems), number
        return None

    def _in(self, folded: str, shown: str, language: Language) -> Found:
        lengths, known = self._lengths[language], self._number[language]
        notions: dict[int, str] = {}
        inner: set[int] = set()
        rest: list[str] = []
        at = start = 0
        while at < len(folded):
            wording = _longest(folded, at, lengths.get(folded[at], ()), known, language)
            if not wording:
                at += 1
                continue
            if start < at:
                rest.append(folded[start:at])
            if len(wording) > 2:
                inner |= self._inside_of(wording, language)
            notions.setdefault(known[wording], shown[at : at + len(wording)])
            at = start = at + len(wording)
        rest.append(folded[start:])
        return Found(notions, tuple(rest), frozenset(inner - notions.keys()))


def _longest(
    folded: str, at: int, lengths: Iterable[int], known: Mapping[str, int], language: Language
) -> str:
    """Return the longest known wording that stands at a place, or nothing."""
    for length in lengths:
        wording = folded[at : at + length]
        if wording in known and _stands(folded, at, wording, language):
            return wording
    return ""


def _stands(folded: str, at: int, wording: str, language: Language) -> bool:
    """Return whether a wording stands there as a word, and is not a piece of another one.

    Latin words in a text of another script, short words in katakana and single characters stand
    for themselves only as a whole.
    """
    end = at + len(wording)
    before = folded[at - 1] if at else " "
    after = folded[end] if end < len(folded) else " "
    if _LATIN.match(wording[0]) and _LATIN.match(before):
        return False
    if _LATIN.match(wording[-1]) and _LATIN.match(after):
        return False
    if language == "ko":
        return len(wording) > 1 or _is_korean_word(before, after)
    if language == "ja" and len(wording) <= _SHORT_KATAKANA:
        letter = _KATAKANA if _KATAKANA.match(wording[0]) else _HAN
        whole = len(wording) > 1 and letter is _HAN
        return whole or not (letter.match(before) or letter.match(after))
    return True


def _is_korean_word(before: str, after: str) -> bool:
    return not _HANGUL.match(before) and (not _HANGUL.match(after) or after in _PARTICLES)


def _bare(folded: str) -> str:
    """Return a text of the same length without the accents of Latin letters."""
    return folded if folded.isascii() else folded.translate(_accents())


@cache
def _accents() -> dict[int, str]:
    letters = map(chr, range(0xC0, 0x250))
    return {
        ord(c): plain for c in letters if (plain := unicodedata.normalize("NFD", c)[0]).isascii()
    }
