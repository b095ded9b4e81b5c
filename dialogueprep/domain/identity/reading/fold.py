"""Normalises text so that one spelling stands for many, with a map back.

Folded away are letter case, width, diacritics, traditional and Japanese forms of
characters, katakana, kinds of dash, space and quotation mark, middle dots, characters
without width, signs that pick a form of the letter before, and hyphens at the end of a line.
"""

from __future__ import annotations

import re
import unicodedata
from array import array
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, cast

_VARIATION = "\u180b-\u180d\ufe00-\ufe0f\U000e0100-\U000e01ef"  # 辻 with one dot or two
_CLUSTER = re.compile(
    rf"(?:[\u1100-\u11ff]+|[\u3040-\u30ff\uff66-\uff9d][\u3099\u309a\uff9e\uff9f]|(?s:.))"
    rf"[{_VARIATION}]*"
)
_VARIES = re.compile(f"[{_VARIATION}]+")
_NO_WIDTH = (
    "\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f"
    "\ufe00-\ufe0f\ufeff\U000e0000-\U000e0fff"
)
_INVISIBLE = re.compile(f"[{_NO_WIDTH}]+")
_BLANKS = "\u2800\u3164\uffa0"  # letters that look like a space
UNSEEN = _NO_WIDTH + _BLANKS
"""Signs that are not seen, as they stand within the brackets of a pattern."""
_DASHES = "-\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d\u2e3a"
_DOTS = "·・‧•･∙⋅゠＝ㆍ"
_QUOTES = "'’‘ʼ＇`´ʻ"
_LETTERS = {"đ": "d", "ø": "o", "ł": "l", "ß": "ss", "æ": "ae", "œ": "oe", "ı": "i", "ħ": "h",
    "þ": "th", "ð": "d", "ə": "e", "ŋ": "ng"}  # fmt: skip
_COUNTED = 2_000_000
_SHORT, _KEPT = 60, 20_000  # letters of a wording that is kept, and how many are
_SOFT_HYPHEN = "\u00ad"
_BROKEN_WORD = re.compile("[-\u2010" + _SOFT_HYPHEN + "](?<=[^\\W\\d_].)[ \t\r]*\n[ \t]*(?=\\w)")
_RUNS = re.compile("([^\x00-\x7f]+)")
_ODD = "\ue000"  # stands for a letter that becomes none or several
_MARK = "\ue001"
_SOUND_MARKS = "\u3099\u309a\uff9e\uff9f"
_IRREGULAR = re.compile(f"[{_MARK}{_ODD}]")
KANA, HANGUL = re.compile("[ぁ-ゖ]"), re.compile("[가-힣]")
"""A letter of folded text that shows it to be Japanese, or Korean."""
_EAST = "\u3041-\u30fe\u3005\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_BREAK = re.compile(r"[\n\t\r_](?<=[!-^`-~].)(?=[!-^`-~])", re.DOTALL)  # between two of ASCII
_GAP = re.compile(rf"[\s_](?:[\s_][\s_]*|(?<! )|(?=[{_EAST}])(?<=[{_EAST}] ))")


def unvaried(text: str) -> str:
    """Return a text without signs that pick a form of a letter and others that are not seen."""
    return text if text.isascii() else _INVISIBLE.sub("", text)


def letters_apart(text: str) -> bool:
    """Return whether a text is single letters with a space between: a name set wide."""
    return len(text) > 4 and text[1::2].isspace() and len(text.split()) * 2 == len(text) + 1


@dataclass(frozen=True, slots=True, weakref_slot=True)
class Folded:
    """Folded text; character ``i`` of it comes from ``original[starts[i]:ends[i]]``."""

    text: str
    original: str
    starts: Sequence[int]
    ends: Sequence[int]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the span of the original that a non-empty folded span comes from."""
        return self.starts[start], self.ends[end - 1]

    def written(self, start: int, end: int) -> str:
        """Return the original wording of a folded span."""
        first, last = self.span(start, end)
        return self.original[first:last]


_Piece = tuple[int, int, str]  # start and end of what is replaced, and what stands for it


class _Table(dict[int, str]):
    """One folded letter for each letter; ``_ODD`` for those that become none or several, and

    ``_MARK`` for a mark that changes the kana before it.
    """

    def __init__(self, folded: Callable[[str], str]) -> None:
        super().__init__()
        self._of = folded

    def __missing__(self, code: int) -> str:
        letter = chr(code)
        if letter in _SOUND_MARKS:
            found = _MARK
        elif "\u1100" <= letter <= "\u11ff" or len(made := self._of(letter)) != 1:
            found = _ODD
        else:
            found = made
        self[code] = found
        return found


@dataclass(frozen=True)
class Fold:
    """Folds texts; ``kanji`` maps Japanese and older forms to simplified ones."""

    kanji: Mapping[str, str]

    def __call__(self, text: str) -> Folded:
        """Return the text folded, with the map back to its offsets."""
        letters = self._letters(text)
        odd = list(self._odd(text, letters))
        plain = Folded(letters, text, range(len(text)), range(1, len(text) + 1))
        folded = _replaced(plain, odd)
        spaced = _BREAK.sub(" ", folded.text)
        if spaced != folded.text:
            folded = Folded(spaced, text, folded.starts, folded.ends)
        return _replaced(folded, list(_gaps(spaced)))

    def plain(self, text: str) -> str:
        """Return only the folded wording, without spaces around it; short ones are kept."""
        known = self._plain.get(text)
        if known is None:
            known = self._wording(text)
            if len(text) < _SHORT and len(self._plain) < _KEPT:
                self._plain[text] = known
        return known

    def _wording(self, text: str) -> str:
        """Return the folded wording: of words that are plainly written without a map back."""
        letters = self._letters(text)
        spaced = "_" not in letters and " ".join(letters.split()) == letters
        plain = spaced and (" " not in letters or letters.isascii())
        return letters if plain and not _IRREGULAR.search(letters) else self(text).text.strip()

    def _letters(self, text: str) -> str:
        """Return one folded letter for each; runs of ASCII, which are most of it, the quick way."""
        if text.isascii():
            return text.lower().replace("`", "'")
        runs = _RUNS.split(text)  # of ASCII and of others in turn
        runs[::2] = [run.lower().replace("`", "'") for run in runs[::2]]
        runs[1::2] = [run.translate(self._table) for run in runs[1::2]]
        return "".join(runs)

    @cached_property
    def _plain(self) -> dict[str, str]:
        return {}

    @cached_property
    def _table(self) -> _Table:
        return _Table(self._folded)

    def _odd(self, text: str, letters: str) -> Iterator[_Piece]:
        """Yield what does not become one letter each: clusters, expansions, broken words."""
        broken = [m.span() for m in _BROKEN_WORD.finditer(text)] if "\n" in text else []
        odd = _ODD in letters or _MARK in letters
        places = []
        if odd:
            places = [_begins(letters, text, m.start()) for m in _IRREGULAR.finditer(letters)]
        taken = 0
        for start, end in sorted([*broken, *((p, 0) for p in places)]):
            if start < taken:
                continue
            cluster = None if end else _CLUSTER.match(text, start)
            taken = cluster.end() if cluster else end
            yield start, taken, self._folded(text[start:taken]) if cluster else ""

    def _folded(self, cluster: str) -> str:
        if cluster == _SOFT_HYPHEN or _INVISIBLE.fullmatch(cluster):
            return ""
        if len(cluster) > 1:
            cluster = _VARIES.sub("", cluster)
        for family, stands in ((_DASHES, "-"), (_DOTS, " "), (_BLANKS, " "), (_QUOTES, "'")):
            if cluster in family:
                return stands
        return self._composed(cluster)

    def _composed(self, cluster: str) -> str:
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


def _replaced(folded: Folded, pieces: Sequence[_Piece]) -> Folded:
    """Return folded text with pieces replaced, and the map back."""
    if not pieces:
        return folded
    text, kept = folded.text, list[str]()
    starts, ends = _numbers(0), _numbers(0)
    firsts, lasts = _of(folded.starts, 0, len(text)), _of(folded.ends, 1, len(text))
    position = 0
    for start, end, stands in pieces:
        kept.append(text[position:start])
        starts += firsts[position:start]
        ends += lasts[position:start]
        if stands:
            kept.append(stands)
            starts += firsts[start : start + 1] * len(stands)
            ends += lasts[end - 1 : end] * len(stands)
        position = end
    kept.append(text[position:])
    starts += firsts[position:]
    ends += lasts[position:]
    return Folded("".join(kept), folded.original, starts, ends)


def _of(places: Sequence[int], first: int, length: int) -> array[int]:
    """Return a map back as an array; a plain one counts from its first place."""
    return places if isinstance(places, array) else _numbers(first + length)[first:]


def _numbers(length: int) -> array[int]:
    """Return the numbers from 0, so many; those of the longest text are kept, if not too long."""
    known = _counted[0]
    if len(known) < length:
        known = array("i", range(length))
        if length < _COUNTED:
            _counted[0] = known
    return known[:length]


_counted: list[array[int]] = [array("i")]


def _begins(letters: str, text: str, at: int) -> int:
    """Return where something irregular begins: a mark changes the letter before it."""
    marked = letters[at] == _MARK and at and "\u3041" <= letters[at - 1] <= "\u30fe"
    return at - 1 if marked or (at and _VARIES.match(text, at)) else at


class _Told(dict[str, bool]):
    """What was told of letters; of longer texts nothing is kept."""

    def __init__(self, told: Callable[[str], bool]) -> None:
        super().__init__()
        self._told = told

    def __missing__(self, letter: str) -> bool:
        found = self._told(letter)
        if len(letter) == 1:
            self[letter] = found
        return found


def _remembered(told: Callable[[str], bool]) -> Callable[[str], bool]:
    """Return the same as a look into a table, which is quicker than a call."""
    return _Told(told).__getitem__


@_remembered
def is_han(letter: str) -> bool:
    """Return whether this is a Chinese character."""
    return (
        "\u4e00" <= letter <= "\u9fff"
        or letter == "々"
        or "\u3400" <= letter <= "\u4dbf"
        or ("\uf900" <= letter <= "\ufaff" or "\U00020000" <= letter <= "\U0003ffff")
    )


@_remembered
def is_kana(letter: str) -> bool:
    """Return whether this is hiragana, katakana or the long mark."""
    return "\u3041" <= letter <= "\u30fe"


@_remembered
def is_hangul(letter: str) -> bool:
    """Return whether this is a Korean syllable or letter."""
    return "\uac00" <= letter <= "\ud7a3" or "\u1100" <= letter <= "\u11ff"


@_remembered
def is_east_asian(letter: str) -> bool:
    """Return whether this letter belongs to Chinese, Japanese or Korean."""
    return letter >= "\u1100" and (
        "\u3041" <= letter <= "\u30fe"
        or "\u4e00" <= letter <= "\u9fff"
        or "\uac00" <= letter <= "\ud7a3"
        or is_han(letter)
        or letter <= "\u11ff"
    )


def _simplified() -> Callable[[str], str]:
    return _converter[0] if _converter else _load_converter()


_converter: list[Callable[[str], str]] = []


def _load_converter() -> Callable[[str], str]:
    import opencc  # pyright: ignore[reportMissingTypeStubs]

    convert: Callable[[str], str] = cast("Any", opencc).OpenCC("t2s").convert
    _converter.append(convert)
    return convert


def _gaps(joined: str) -> Iterator[_Piece]:
    """Yield each gap that is not one space between words: as one space, or closed up.

    Gaps are closed inside Chinese and kana. A line break between Korean syllables stays a line
    break: it may divide a word.
    """
    for gap in _GAP.finditer(joined):
        start, end = gap.span()
        yield start, end, _gap(joined, start, end)


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
