"""Reads who is told in notes by a sign behind a place, or by a list of who is for and against.

"PH +, ID +/-, AU -", 法方+，越方?，澳方-, 도쿄 OK, 서울 OK, 웰링턴 ?; "against: VN, JP". One sign
alone tells nobody, nor does a row of figures (日60、韩55、中？) or of languages (英語可).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property

from dialogueprep.domain.identity.described.description import ONE, Description
from dialogueprep.domain.identity.described.phrases import Phrase
from dialogueprep.domain.identity.lexicon import Lexicon
from dialogueprep.domain.identity.reading.fold import Folded, is_hangul
from dialogueprep.domain.identity.reading.folded_lines import short_lines
from dialogueprep.domain.identity.reading.word_lists import word_lists
from dialogueprep.domain.identity.reading.word_tree import either

_LISTS = word_lists("described", "signs_in_notes")

_SIGN = (
    r"(?:方|侧|측)? ?(?:\+ ?/ ?-|±|[+]{1,2}|[-–—−]{1,2}|\?{1,3}|(?:ok|okay|fine)"
    r"(?![a-z])|不行|行|可|否|同意|反对|没意见|찬성|반대|유보|글쎄|가|부|保留|赞成)"
    r"(?=$|[ ,;、/.。)])"
)
_BETWEEN = re.compile(r" ?[,;、/·] ?| ")
_LEANING = re.compile(
    rf"(?:[-*•·] ?)?(?:(?P<also>for|pro|\?{{1,3}}|\+|-|±)|{_LISTS['leaning']})"
    "(?:的|は|쪽)? ?(?::|->|→|=) ?"
)
"""How a list begins of who leans so; the first of these also head lists of other things."""
_LETTERS = 2
_LIST_ENDS = re.compile(r" ?[.。;]?$")
_TELLS = re.compile(r"[+?±](?=$|[ ,;、/.。)])|(?:ok|fine|yes)[,;、/]|[行可否가]?[,、]|:|->|→|=")
"""What a text holds at least in which there is such a row."""


class SignsInNotes:
    """Reads such rows with a lexicon's words for countries and their capitals."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon

    def read(self, folded: Folded) -> Iterator[Phrase]:
        """Yield a description for each who is told by a sign, or stands in such a list."""
        text = folded.text
        if not _TELLS.search(text):
            return
        for first, last in short_lines(folded):
            led = _LEANING.match(text, first, last)
            row = self._row(text, led.end() if led else first, last, signed=not led)
            enough = bool(row) if led and not led["also"] else len(row) > 1
            if led and led["also"]:  # For: Japan, Korea
                enough = enough and all(end - start == _LETTERS for start, end, _ in row)
            if enough and _are_written(folded, row):
                yield from (_phrase(*one) for one in row)

    def _row(self, text: str, at: int, last: int, *, signed: bool) -> list[tuple[int, int, str]]:
        """Return the places that stand there in a row, each with a sign behind it or all without.

        A list has to go on to the end of the line.
        """
        found: list[tuple[int, int, str]] = []
        place = self._signed if signed else self._places
        while one := place.match(text, at, last):
            if not signed and _runs_on(text, one.end(1), last):
                return []
            found.append((one.start(1), one.end(1), self._codes[one[1]]))
            at = one.end()
            if not (between := _BETWEEN.match(text, at, last)):
                break
            at = between.end()
        whole = signed or _LIST_ENDS.match(text[at:last])
        return found if whole else []

    @cached_property
    def _signed(self) -> re.Pattern[str]:
        return re.compile(f"({either(self._codes)}){_SIGN}")

    @cached_property
    def _places(self) -> re.Pattern[str]:
        return re.compile(f"({either(self._codes)})")

    @cached_property
    def _codes(self) -> dict[str, str]:
        """The words and letters of countries, and of their capitals."""
        fold = self._lexicon.fold.plain
        return {
            fold(word): code
            for code, place in self._lexicon.territories.items()
            for words in ((code,), place.short, *place.words.values())
            for word in words
        }


def _runs_on(text: str, end: int, last: int) -> bool:
    """Return whether a word goes on behind what looks like a place: 日程."""
    behind = text[end : min(end + 1, last)]
    return behind.isalnum()


def _are_written(folded: Folded, found: list[tuple[int, int, str]]) -> bool:
    """Return whether places are written as such: Latin ones with a capital, all of two letters."""
    for start, end, _ in found:
        word = folded.written(start, end)
        latin = word[0].isascii()
        if latin and not (word.isupper() if len(word) == 2 else word[0].isupper()):
            return False
    return not all(end - start == 1 and is_hangul(folded.text[start]) for start, end, _ in found)


def _phrase(start: int, end: int, code: str) -> Phrase:
    said, one = Description(territory=code), ONE
    return Phrase(start, end, start, said, one, present=True)
