"""The beginning of a participant's name, as it stands at the caret while the name is typed.

The gate reads names that are whole. "Ogurisu Nao" is none yet, and 沈昱 may be anything; but in a
moment it is a name, and a line that goes to the disk meanwhile takes along what stands there.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from typing import cast

from dialogueprep.domain.identity.reading.fold import Folded, is_east_asian, is_kana
from dialogueprep.domain.identity.roster import Roster
from dialogueprep.domain.identity.spellings.matcher import spellings_of
from dialogueprep.domain.identity.spellings.names import Part

_LONGEST = 60  # letters before the caret that are looked at
_EAST, _KANA, _CAPITAL, _SMALL = 2, 3, 3, 5
"""Letters at least that count as a beginning: a small Latin letter seldom begins a name."""
_BETWEEN = re.compile(r"[ ,.-]{0,2}")
_ADDRESS = re.compile(r"-[a-z]{0,5}")


class NameBeginnings:
    """The spellings of a roster's names, in order, and whose they are."""

    def __init__(self, roster: Roster) -> None:
        self._fold, self._is_common = roster.lexicon.fold, roster.lexicon.is_common
        self._whose: dict[str, list[int]] = {}
        self._of: list[list[str]] = []
        alone: set[str] = set()
        for who, each in enumerate(roster.participations):
            known = [s for s in spellings_of(each, roster.lexicon) if s.part is not Part.MIDDLE]
            self._of.append([s.text for s in known if s.part is not Part.WHOLE])
            alone.update(s.text for s in known if s.alone)
            for text in self._of[-1]:
                self._whose.setdefault(text, []).append(who)
        self._alone = sorted(alone)
        self._longest = max(map(len, self._whose), default=0)

    def start(self, text: str) -> int | None:
        """Return where the name begins that the end of a text may become; None if it is none.

        A name that is whole counts too while more of it may follow.
        """
        cut = max(0, len(text) - _LONGEST)
        folded = self._fold(text[cut:])
        for at in _word_starts(folded.text):
            rest = folded.text[at:]
            first = folded.starts[at]
            if len(rest.rstrip()) >= _least(folded, at) and (
                self._begins(rest) or self._goes_on(rest)
            ):
                return cut + first
        return None

    def _begins(self, rest: str) -> bool:
        at = bisect_left(self._alone, rest)
        begun = at < len(self._alone) and self._alone[at].startswith(rest)
        return begun and not self._is_common(rest)

    def _goes_on(self, rest: str) -> bool:
        """Return whether one part of a name stands here whole, and the other may be begun."""
        for end in range(1, min(self._longest, len(rest)) + 1):
            people = self._whose.get(rest[:end])
            if people and self._other_begins(rest[:end], rest[end:], people):
                return True
        return False

    def _other_begins(self, part: str, behind: str, people: list[int]) -> bool:
        between = _BETWEEN.match(behind)
        begun = behind[between.end() :] if between else behind
        if not begun:
            return len(part) > 1 and not self._is_common(part)
        if _ADDRESS.fullmatch(behind):
            return True
        others = (text for who in people for text in self._of[who] if text != part)
        return any(text.startswith(begun) for text in others)


def name_beginnings(roster: Roster) -> NameBeginnings:
    """Return the beginnings of a roster's names, made the first time they are asked for."""
    known = roster.memory.get("name beginnings")
    if known is None:
        known = roster.memory.setdefault("name beginnings", NameBeginnings(roster))
    return cast("NameBeginnings", known)


def _word_starts(text: str) -> Iterator[int]:
    """Yield where a name may begin: at a word, or at any letter of a script without spaces."""
    for at, letter in enumerate(text):
        if letter.isalpha() and (
            is_east_asian(letter) or not at or not text[at - 1].isalnum() or text[at - 1] > "\u1100"
        ):
            yield at


def _least(folded: Folded, at: int) -> int:
    letter = folded.text[at]
    if is_kana(letter):
        return _KANA
    if is_east_asian(letter):
        return _EAST
    typed = folded.original[folded.starts[at]]
    return _CAPITAL if typed.isupper() else _SMALL
