"""Patterns that tell whether another stands somewhere in a text, at the engine's full speed.

Where all of several begin with a letter, the engine goes from one such letter to the next; where
one begins with a class, or looks around first, it tries them all at each letter of the text. So the
first two letters of what may match are read from the pattern, as `needed_words` reads it.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from dialogueprep.domain.identity.reading.needed_words import PatternReader, is_group_of_none

_OF_A_CLASS = re.compile(r"(\\.|[^\\])(?:-(\\.|[^\\]))?", re.DOTALL)
_ESCAPED_LETTER = re.compile(r"\\\w")
_UNREAD = re.compile(r"\(\?[^:=!<]|\(\?<[^=!]")  # names, flags: not read here
_ANY = "any"  # no letters of a class are written so


@cache
def anywhere(pattern: str) -> re.Pattern[str]:
    """Return a pattern to search with: it matches the letter with which a match of this begins."""
    begins = _Reader(pattern).either() if not _UNREAD.search(pattern) else _NOTHING
    if begins.empty or _ANY in begins.first:
        return re.compile(pattern)
    further = f"(?=[{_class(begins.second)}])|(?<=[{_class(begins.alone)}])"
    if not begins.alone:
        further = further.partition("|")[0]
    told = begins.second and _ANY not in begins.second
    return re.compile(
        f"[{_class(begins.first)}]{f'(?:{further})' if told else ''}(?<=(?=(?:{pattern}))(?s:.))"
    )


class _Begins(NamedTuple):
    """How something begins: with which letters, with which as the second, and which may be alone.

    It may be ``empty``. Letters are written as in a class.
    """

    first: frozenset[str] = frozenset()
    second: frozenset[str] = frozenset()
    alone: frozenset[str] = frozenset()
    empty: bool = True

    def then(self, other: _Begins) -> _Begins:
        """Return how this begins with the other behind it."""
        first, second, alone, _ = other if self.empty else _NOTHING
        return _Begins(
            self.first | first,
            self.second | second | (other.first if self.alone else _NONE),
            alone | (self.alone if other.empty else _NONE),
            self.empty and other.empty,
        )

    def or_else(self, other: _Begins) -> _Begins:
        """Return how one of both begins."""
        return _Begins(
            self.first | other.first,
            self.second | other.second,
            self.alone | other.alone,
            self.empty or other.empty,
        )


_NONE = frozenset[str]()
_NOTHING = _Begins()


class _Reader(PatternReader):
    """Reads how a pattern begins."""

    def either(self) -> _Begins:
        """Return how one of several begins."""
        found = self._sequence()
        while self._is_another():
            found = found.or_else(self._sequence())
        return found

    def _sequence(self) -> _Begins:
        found = _NOTHING
        while self._goes_on():
            if not (found.empty or found.alone):
                self._skip()
                break
            part, at = self._part(), self._at
            least = self._least()
            if least is not None and self._text[at] != "?":
                part = part.or_else(part.then(part))
            found = found.then(part.or_else(_NOTHING) if least == 0 else part)
        return found

    def _part(self) -> _Begins:
        text, at = self._text, self._at
        if opens := self._group():
            within = self.either()
            self._at += 1
            return _NOTHING if is_group_of_none(opens) else within
        if letters := self._class():
            unread = letters[1] == "^" or _ESCAPED_LETTER.search(letters)
            return _one(_ANY) if unread else _one(*_written(letters[1:-1]))
        escaped = text[at] == "\\"
        self._at += 2 if escaped else 1
        sign = text[self._at - 1]
        if not escaped and sign in "^$":
            return _NOTHING
        any_letter = sign.isalnum() if escaped else sign == "."
        return _one(_ANY if any_letter else re.escape(sign))


def _one(*letters: str) -> _Begins:
    return _Begins(frozenset(letters), _NONE, frozenset(letters), empty=False)


def _written(letters: str) -> list[str]:
    """Return the letters of a class one by one, and those from one to another together."""
    found = _OF_A_CLASS.findall(letters)
    return ["-".join(it if it[0] == "\\" else re.escape(it) for it in pair if it) for pair in found]


def _class(letters: frozenset[str]) -> str:
    return "".join(sorted(letters))
