"""Normalises text so that one spelling stands for many, with a map back.

Folded away are letter case, width, diacritics, traditional and Japanese forms of
characters, katakana, kinds of dash, space and quotation mark, middle dots, characters
without width, and hyphens at the end of a line.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, cast

_CLUSTER = re.compile(
    "[\u1100-\u11ff]+|[\u3040-\u30ff\uff66-\uff9d][\u3099\u309a\uff9e\uff9f]|(?s:.)"
)
_INVISIBLE = re.compile("[\u200b-\u200f\u2060-\u2064\u202a-\u202e\ufeff\u180e\ufe00-\ufe0f]")
_DASHES = "-\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d\u2e3a"
_DOTS = "·・‧•･∙⋅゠＝ㆍ"
_QUOTES = "'’‘ʼ＇`´ʻ"
_LETTERS = {"đ": "d", "ø": "o", "ł": "l", "ß": "ss", "æ": "ae", "œ": "oe", "ı": "i", "ħ": "h"}
_SOFT_HYPHEN = "\u00ad"
_BROKEN_WORD = re.compile("(?<=[^\\W\\d_])[-\u2010" + _SOFT_HYPHEN + "][ \t\r]*\n[ \t]*(?=\\w)")
_GAP = re.compile(r"[\s_]+")


@dataclass(frozen=True, slots=True)
class Folded:
    """Folded text; character ``i`` of it comes from ``original[starts[i]:ends[i]]``."""

    text: str
    original: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the span of the original that a non-empty folded span comes from."""
        return self.starts[start], self.ends[end - 1]

    def written(self, start: int, end: int) -> str:
        """Return the original wording of a folded span."""
        first, last = self.span(start, end)
        return self.original[first:last]


@dataclass(frozen=True)
class Fold:
    """Folds texts; ``kanji`` maps Japanese and older forms to simplified ones."""

    kanji: Mapping[str, str]
    _known: dict[str, str] = field(default_factory=dict[str, str], compare=False, repr=False)

    def __call__(self, text: str) -> Folded:
        """Return the text folded, with the map back to its offsets."""
        letters, starts, ends = self._letters(text)
        return _without_gaps(text, letters, starts, ends)

    def plain(self, text: str) -> str:
        """Return only the folded wording, without spaces around it."""
        return self(text).text.strip()

    def _letters(self, text: str) -> tuple[list[str], list[int], list[int]]:
        letters: list[str] = []
        starts: list[int] = []
        ends: list[int] = []
        skipped = _broken_words(text)
        for found in _CLUSTER.finditer(text):
            start, end = found.span()
            if skipped and start in skipped:
                continue
            cluster = found.group()
            folded = self._known.get(cluster)
            if folded is None:
                folded = self._known.setdefault(cluster, self._folded(cluster))
            for letter in folded:
                letters.append(letter)
                starts.append(start)
                ends.append(end)
        return letters, starts, ends

    def _folded(self, cluster: str) -> str:
        if cluster == _SOFT_HYPHEN or _INVISIBLE.match(cluster):
            return ""
        for family, stands in ((_DASHES, "-"), (_DOTS, " "), (_QUOTES, "'")):
            if cluster in family:
                return stands
        composed = unicodedata.normalize("NFKC", cluster)
        return "".join(self._letter(c) for c in composed.casefold())

    def _letter(self, letter: str) -> str:
        if letter.isascii():
            return letter
        if "\u30a1" <= letter <= "\u30f6":
            return chr(ord(letter) - 0x60)
        if is_han(letter):
            return self.kanji.get(letter) or _simplified()(letter)
        if is_hangul(letter) or "\u3040" <= letter <= "\u30ff":
            return letter
        bare = unicodedata.normalize("NFKD", letter)
        kept = "".join(c for c in bare if not unicodedata.combining(c))
        return "".join(_LETTERS.get(c, c) for c in kept)


def is_han(letter: str) -> bool:
    """Return whether this is a Chinese character."""
    return (
        "\u4e00" <= letter <= "\u9fff"
        or letter == "々"
        or "\u3400" <= letter <= "\u4dbf"
        or ("\uf900" <= letter <= "\ufaff" or "\U00020000" <= letter <= "\U0003ffff")
    )


def is_kana(letter: str) -> bool:
    """Return whether this is hiragana, katakana or the long mark."""
    return "\u3041" <= letter <= "\u30fe"


def is_hangul(letter: str) -> bool:
    """Return whether this is a Korean syllable or letter."""
    return "\uac00" <= letter <= "\ud7a3" or "\u1100" <= letter <= "\u11ff"


def is_east_asian(letter: str) -> bool:
    """Return whether this letter belongs to Chinese, Japanese or Korean."""
    return is_han(letter) or is_kana(letter) or is_hangul(letter)


def _simplified() -> Callable[[str], str]:
    return _converter[0] if _converter else _load_converter()


_converter: list[Callable[[str], str]] = []


def _load_converter() -> Callable[[str], str]:
    import opencc  # pyright: ignore[reportMissingTypeStubs]

    convert: Callable[[str], str] = cast("Any", opencc).OpenCC("t2s").convert
    _converter.append(convert)
    return convert


def _broken_words(text: str) -> frozenset[int]:
    """Return the positions of hyphens and breaks that divide a word over two lines."""
    if "\n" not in text:
        return frozenset()
    return frozenset(i for found in _BROKEN_WORD.finditer(text) for i in range(*found.span()))


def _without_gaps(text: str, letters: list[str], starts: list[int], ends: list[int]) -> Folded:
    """Return the text with each gap as one space, and without gaps inside Chinese and kana.

    A line break between Korean syllables stays a line break: it may divide a word.
    """
    joined = "".join(letters)
    kept: list[str] = []
    first: list[int] = []
    last: list[int] = []
    position = 0
    for gap in _GAP.finditer(joined):
        start, end = gap.span()
        kept.append(joined[position:start])
        first += starts[position:start]
        last += ends[position:start]
        stands = _gap(joined, start, end)
        if stands:
            kept.append(stands)
            first.append(starts[start])
            last.append(ends[end - 1])
        position = end
    kept.append(joined[position:])
    first += starts[position:]
    last += ends[position:]
    return Folded("".join(kept), text, tuple(first), tuple(last))


def _gap(joined: str, start: int, end: int) -> str:
    before = joined[start - 1] if start else ""
    after = joined[end] if end < len(joined) else ""
    if before and after:
        if _closed_up(before) and _closed_up(after):
            return ""
        if is_hangul(before) and is_hangul(after) and "\n" in joined[start:end]:
            return "\n"
    return " "


def _closed_up(letter: str) -> bool:
    return is_han(letter) or is_kana(letter)
