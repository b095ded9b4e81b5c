"""Finds names in characters that nobody wrote down: each is read as a syllable of the name.

Of a Korean the roster has hangul, or Latin letters as of many Chinese: 卢惠琳 is read 노혜린, and
沈若冰 Shen Ruobing. A Chinese name that the roster has in characters is typed by its sound too:
路佳琪 for 陆嘉琦, where somebody of that name speaks or has a title.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Iterator
from functools import cached_property, partial
from typing import NamedTuple

from dialogueprep.domain.identity.cues import cues_of
from dialogueprep.domain.identity.exposure import Level
from dialogueprep.domain.identity.lexicon import Lexicon
from dialogueprep.domain.identity.named.led_to import is_led_to
from dialogueprep.domain.identity.reading.fold import is_han, is_hangul
from dialogueprep.domain.identity.spellings.neighbours import han_in_hangul
from dialogueprep.domain.identity.spellings.unwritten import may_read, surnames, syllables
from dialogueprep.domain.identity.spellings.unwritten_japanese import (
    families,
    givens,
    is_read_so,
)
from dialogueprep.domain.people import Participation

_KOREA = frozenset({"KR", "KP"})
_CHINESE = frozenset({"CN", "TW", "SG", "MY"})  # who types by sound, or is typed so
_FORMER = ("前", "原", "元")
_BEFORE_A_NAME = "和与跟同由据请对向让听问是的、"
_FIRST, _FINALS, _NASALS = 0xAC00, 28, {4, 16}
_NAME, _SHORT = 3, 2  # characters of a usual name, and of one that may be two words
_KNOWN_IN_HANGUL = re.compile("[가-힣]{3}")
_Reads = Callable[[str], bool]
ReadName = tuple[int, int, int, Level]  # where in folded text, whose, and how surely


class _Row(NamedTuple):
    given: tuple[_Reads, ...]
    who: int
    written: str = ""  # the whole name, where the roster has it in characters

    def is_read(self, written: str) -> bool:
        """Return whether characters are read as the given name is."""
        pairs = zip(self.given, written, strict=False)
        return len(written) == len(self.given) and all(reads(c) for reads, c in pairs)


class ReadAloud:
    """The names of a roster of which the characters are not known."""

    def __init__(self, participations: tuple[Participation, ...], lexicon: Lexicon) -> None:
        self._people = participations
        self._lexicon = lexicon
        self._cues = cues_of(lexicon)

    def find(self, text: str) -> Iterator[ReadName]:
        """Yield such names in folded text."""
        for surname, rows in self._rows.items():
            at = text.find(surname)
            while at >= 0:
                behind = at + len(surname)
                for row in rows:
                    end = behind + len(row.given)
                    if not row.is_read(text[behind:end]):
                        continue
                    if level := self._level(text, at, end, row.written):
                        yield at, end, row.who, level
                at = text.find(surname, at + 1)
        yield from self._in_japanese(text)

    def _in_japanese(self, text: str) -> Iterator[ReadName]:
        """Yield Japanese names of which neither the family's nor the given name is written."""
        for surname, who in self._japanese:
            at = text.find(surname)
            while at >= 0:
                behind = at + len(surname)
                for end in range(behind + _NAME, behind, -1):
                    given = text[behind:end]
                    if len(given) < end - behind or not all(map(is_han, given)):
                        continue
                    if is_read_so(given, self._givens[who], self._lexicon):
                        yield at, end, who, self._level(text, at, end) or Level.WARN
                        break
                at = text.find(surname, at + 1)

    @cached_property
    def _japanese(self) -> tuple[tuple[str, int], ...]:
        return tuple(
            (surname, who)
            for who, it in enumerate(self._people)
            if "JP" in (it.territory, it.delegation)
            for surname in families(it.person.name, self._lexicon)
        )

    @cached_property
    def _givens(self) -> dict[int, tuple[str, ...]]:
        lexicon = self._lexicon
        return {who: givens(self._people[who].person.name, lexicon) for _, who in self._japanese}

    def _level(self, text: str, at: int, end: int, known: str = "") -> Level | None:
        """Return how surely a name is one that is read so.

        One of two characters, or with other ones than those that are ``known``, has to speak.
        """
        opens = at == 0 or not is_han(text[at - 1]) or text[at - 1] in _BEFORE_A_NAME
        opens = opens or is_led_to(text, at, text[at:end], self._lexicon)
        spoken = self._is_spoken_of(text, end)
        words = self._lexicon.is_common(text[at : at + _SHORT])
        if known == text[at:end]:
            return None  # others find it
        if end - at < _NAME or words or known:
            return Level.BLOCK if opens and spoken and not words else None
        return Level.BLOCK if opens or spoken else Level.WARN

    def _is_spoken_of(self, text: str, end: int) -> bool:
        """Return whether a title or a verb of saying stands behind a name in characters."""
        after = text[end : end + 12]
        title = self._cues.honorific.match(after, 1 if after[:1] in _FORMER else 0)
        return bool(title or self._cues.han_saying.match(after))

    @cached_property
    def _rows(self) -> dict[str, list[_Row]]:
        found: dict[str, list[_Row]] = {}
        for who, it in enumerate(self._people):
            home = it.territory or it.delegation
            named = self._korean(it) if home in _KOREA else self._chinese(it, home)
            for surname, given in named:
                found.setdefault(surname, []).append(_Row(given, who, self._written(it)))
        return found

    def _chinese(self, it: Participation, home: str) -> Iterator[tuple[str, tuple[_Reads, ...]]]:
        """Yield the surnames and given names that a name in Latin letters may be."""
        name = it.person.name
        if self._written(it) and home not in _CHINESE:
            return
        for surname in surnames(name, self._lexicon, home):
            for parted in syllables(name, self._lexicon):
                reads = (partial(_may_read, s, self._lexicon, home) for s in parted)
                yield surname, tuple(reads)

    def _written(self, it: Participation) -> str:
        """Return a name in characters as the roster has it, folded; nothing where it has none."""
        native = self._lexicon.fold.plain(it.person.name.native).replace(" ", "")
        return native if any(map(is_han, native)) else ""

    def _korean(self, it: Participation) -> Iterator[tuple[str, tuple[_Reads, ...]]]:
        """Yield the surnames that a name in hangul may have, and what its given name is read as."""
        table, name = self._lexicon.readings, it.person.name
        native = self._lexicon.fold.plain(name.native).replace(" ", "")
        if _KNOWN_IN_HANGUL.match(native):
            length = 2 if len(native) > _NAME and native[:2] in table.hangul_hanja else 1
            families, given = (native[:length],), tuple((s,) for s in native[length : length + 2])
        elif not native:
            families = table.hangul_by_spelling.get(self._lexicon.fold.plain(name.family), ())
            typed = re.split("[- ]", self._lexicon.fold.plain(name.given))
            given = tuple(table.hangul_by_sound.get(s, ())[:2] for s in typed)
        else:
            return
        if not given or not all(given):
            return
        reads = tuple(partial(_is_heard, heard, self._lexicon) for heard in given)
        for hanja in itertools.chain(*(table.hangul_hanja.get(f, ()) for f in families[:2])):
            yield self._lexicon.fold.plain(hanja), reads


def _may_read(typed: str, lexicon: Lexicon, home: str, character: str) -> bool:
    return is_han(character) and may_read(character, typed, lexicon.readings, home)


def _is_heard(heard: tuple[str, ...], lexicon: Lexicon, character: str) -> bool:
    """Return whether Koreans read a character so; an r or n at its head may be dropped."""
    readings = lexicon.readings
    known = readings.han_korean.get(character, ())
    own = (*known, *(han_in_hangul(character, readings) if known else ()))
    return any(_is_heard_as(read, syllable) for read in own for syllable in heard)


def _is_heard_as(read: str, syllable: str) -> bool:
    """Return whether two syllables of hangul are the same but for n and m at the end: 린, 림."""
    if not is_hangul(read) or not is_hangul(syllable):
        return False
    far = abs(ord(read) - ord(syllable))
    finals = {(ord(read) - _FIRST) % _FINALS, (ord(syllable) - _FIRST) % _FINALS}
    return far == 0 or (far == max(_NASALS) - min(_NASALS) and finals == _NASALS)
