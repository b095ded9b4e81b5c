"""Where in a long text a pattern is worth trying: around the words that it needs."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator, Mapping
from functools import cached_property

from dialogueprep.domain.identity.automaton import Automaton, OnePass
from dialogueprep.domain.identity.needed_words import beginnings, first_two, needed

_AROUND = 100
_CLOSE = 64  # letters: looking through so many between two places costs less than beginning anew
_LITERAL = re.compile(r"[a-z]{4,}|[^\x00-\x7f]{2,}")
_NO_LITERAL = re.compile(r"\[[^\]]*\]|\(\?[=!<][^)]*\)|\\.|[^\x00-\x7f]\?")


def literals(patterns: Iterable[str]) -> frozenset[str]:
    """Return words in patterns, of which every match holds one.

    Of a pattern that needs none of them all are returned.
    """
    return frozenset(w for p in patterns for w in needed(p) or _all_words(p))


def _all_words(pattern: str) -> list[str]:
    return _LITERAL.findall(_NO_LITERAL.sub(" ", pattern))


class Windowed:
    """A pattern that is tried only around words that its matches hold.

    ``around`` is how many letters before and behind such a word a match and what it looks at
    may reach.
    """

    def __init__(
        self, pattern: re.Pattern[str], words: Iterable[str], around: int = _AROUND
    ) -> None:
        self._pattern = pattern
        self._around = around
        self._body = ""
        self.words = frozenset(words)

    @classmethod
    def of_words(cls, body: str, words: Iterable[str], around: int = _AROUND) -> Windowed:
        """Return a pattern that begins where no letter of a to z stands before.

        The engine skips letters faster than it tries a pattern behind each.
        """
        made = cls(re.compile(f"(?<![a-z])(?:{body})"), words, around)
        made._body = body
        return made

    def building(self) -> Iterator[None]:
        """Make in steps what is otherwise made when the first word is found."""
        if self._body and "_led" not in self.__dict__:
            yield
            _ = self._led

    @cached_property
    def _led(self) -> re.Pattern[str]:
        """Match the letter before a match."""
        begins = f"(?={beginnings(self._body)})(?={first_two(self._body)})"
        return re.compile(f"[^a-z]{begins}(?={self._body})")

    def find(self, text: str) -> Iterator[re.Match[str]]:
        """Yield the matches in a text, in order."""
        return self.within(text, [(start, end) for start, end, _ in self._automaton.find(text)])

    @cached_property
    def _automaton(self) -> Automaton[bool]:
        return Automaton(dict.fromkeys(self.words, True))

    def within(self, text: str, places: list[tuple[int, int]]) -> Iterator[re.Match[str]]:
        """Yield the matches around the places of the words, which are known already."""
        position = 0
        for start, end in self._windows(places):
            for found in self._finditer(text, max(start, position), end):
                yield found
                position = found.end()

    def _finditer(self, text: str, start: int, end: int) -> Iterator[re.Match[str]]:
        if not self._body:
            yield from self._pattern.finditer(text, start, end)
            return
        found = None if start else self._pattern.match(text, 0, end)
        while True:
            if found:
                yield found
                start = found.end()
            led = self._led.search(text, max(start - 1, 0), end)
            if led is None:
                return
            found = self._pattern.match(text, led.end(), end)

    def _windows(self, places: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
        around = self._around
        first = last = -1
        for start, end in places:  # in order of their ends
            if first >= 0 and start - around <= last + _CLOSE:
                last = end + around
                continue
            if first >= 0:
                yield first, last
            first, last = max(0, start - around), end + around
        if first >= 0:
            yield first, last


class WindowedGroup:
    """Several such patterns, for which a text is looked through once."""

    def __init__(self, patterns: Mapping[str, Windowed], words: OnePass) -> None:
        self._patterns = patterns
        names: dict[str, tuple[str, ...]] = {}
        for name, pattern in patterns.items():
            for word in pattern.words:
                names[word] = (*names.get(word, ()), name)
        self._words = words.add(names)

    def find(self, text: str, wanted: Container[str]) -> Iterator[tuple[str, re.Match[str]]]:
        """Yield the matches of the wanted patterns with their names, pattern by pattern."""
        places: dict[str, list[tuple[int, int]]] = {}
        for start, end, names in self._words.find(text):
            for name in names:
                places.setdefault(name, []).append((start, end))
        for name, found in places.items():
            if name not in wanted:
                continue
            yield from ((name, match) for match in self._patterns[name].within(text, found))
