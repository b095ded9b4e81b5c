"""With which letters the matches of a pattern begin, so that it need not be tried elsewhere.

Reads the patterns of the shipped tables as `needed_words` does.
"""

from __future__ import annotations

import re
from functools import cache

from dialogueprep.domain.identity.reading.needed_words import PatternReader, is_group_of_none

_LONGEST = 14  # letters of an opening; characters, kana and hangul tell as much as four
_WIDE = 4
_TOO_MANY = 600  # openings of a part: where there are more, anything may follow
_MOST = 160  # openings of one pattern; of more, the letters at their ends are left out
_IN_CLASS = re.compile(r"\\?(.)(?:-(.))?", re.DOTALL)
_CLASS_SIZE = 20
_Opening = tuple[str, int]
"""Letters, and how many more may be joined to them: none where anything may follow."""


def openings(pattern: str) -> frozenset[str]:
    """Return letters with one of which every match of a pattern begins.

    There are none if a match may begin with almost anything.
    """
    found = _fewest({letters for letters, _ in _Reader(pattern).either(_LONGEST)})
    longest = max(map(len, found))
    while len(found) > _MOST and longest > 1:
        longest -= 1
        found = _fewest({letters[:longest] for letters in found})
    return frozenset(found) if all(map(_tells, found)) else frozenset()


def _tells(letters: str) -> bool:
    return sum(map(_weight, letters)) >= _WIDE


def _fewest(openings: set[str]) -> list[str]:
    """Return openings without those that begin with another."""
    found: list[str] = []
    for letters in sorted(openings):
        if not found or not letters.startswith(found[-1]):
            found.append(letters)
    return found


def _weight(letter: str) -> int:
    return 1 if letter.isascii() else _WIDE


class _Reader(PatternReader):
    """Reads how a pattern begins, as far as it is asked to."""

    def either(self, room: int) -> set[_Opening]:
        """Return what one of several begins with, in so many letters at most."""
        found = self._sequence(room)
        while self._is_another():
            found |= self._sequence(room)
        return found

    def _sequence(self, room: int) -> set[_Opening]:
        found: set[_Opening] = {("", room)}
        while self._goes_on():
            left = max(more for _, more in found)
            if left <= 0:
                self._skip()
                break
            part = self._part(left)
            at = self._at
            least = self._least()
            if least is not None and self._text[at] != "?":
                part = {(letters, 0) for letters, _ in part}
            if least == 0:
                part.add(("", left))
            if len(found) * len(part) > _TOO_MANY:
                part = {("", 0)}
            found = _joined(found, part, left)
        return found

    def _part(self, room: int) -> set[_Opening]:
        text, at = self._text, self._at
        if opens := self._group():
            within = self.either(0 if is_group_of_none(opens) else room)
            self._at += 1
            return {("", room)} if is_group_of_none(opens) else within
        if letters := self._class():
            return _of_class(letters, room)
        self._at += 2 if text[at] == "\\" else 1
        sign = text[self._at - 1]
        if text[at] in "^$":
            return {("", room)}
        any_letter = text[at] == "." or (text[at] == "\\" and sign.isalnum())
        return {("", 0)} if any_letter else {(sign, room - _weight(sign))}


def _joined(before: set[_Opening], behind: set[_Opening], room: int) -> set[_Opening]:
    """Return how one thing behind another begins."""
    found: set[_Opening] = set()
    for letters, more in before:
        if more <= 0:
            found.add((letters, 0))
            continue
        used = room - more
        found.update((letters + further, left - used) for further, left in behind)
    return found


def _of_class(letters: str, room: int) -> set[_Opening]:
    each = _letters(letters)
    if not each:
        return {("", 0)}
    return {(letter, room - _weight(letter)) for letter in each}


@cache
def _letters(letters: str) -> str:
    """Return the letters of a class, none where they are many."""
    inner = letters[1:-1]
    if inner.startswith("^") or re.search(r"\\[a-zA-Z]", inner):
        return ""
    found = ""
    for first, last in _IN_CLASS.findall(inner):
        until = ord(last or first)
        if until - ord(first) >= _CLASS_SIZE:
            return ""
        found += "".join(map(chr, range(ord(first), until + 1)))
    return found if len(found) <= _CLASS_SIZE else ""
