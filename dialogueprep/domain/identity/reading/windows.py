"""Where in a long text a pattern is worth trying: around the words that it needs."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Container, Iterable, Iterator, Mapping
from functools import cached_property

from dialogueprep.domain.identity.reading.automaton import Automaton, OnePass
from dialogueprep.domain.identity.reading.needed_words import needed
from dialogueprep.domain.identity.reading.openings import openings

_AROUND = 100
_AT_ONCE = 8  # patterns that are read and made in one step
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
        self.words = frozenset(words)

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
            for found in self._pattern.finditer(text, max(start, position), end):
                yield found
                position = found.end()

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


class Opened:
    """Several patterns that begin a word, each tried only where letters stand that open it.

    Where several match, the first of them counts. Of a pattern that may begin with anything the
    words that it needs are looked for, as `Windowed` does.
    """

    def __init__(self, patterns: Iterable[str], around: int = _AROUND) -> None:
        self._bodies = tuple(patterns)
        self._around = around

    def building(self) -> Iterator[None]:
        """Make in steps what is otherwise made when it is first needed."""
        if "_made" not in self.__dict__:
            yield from self._making()
            yield
            _ = self.words

    def _making(self) -> Iterator[None]:
        while len(self._compiled) < len(self._bodies):
            body = self._bodies[len(self._compiled)]
            self._openings.append(openings(body))
            self._compiled.append(re.compile(f"(?:{body})(?![a-z])"))
            if len(self._compiled) % _AT_ONCE == 0:
                yield

    @cached_property
    def _compiled(self) -> list[re.Pattern[str]]:
        return []

    @cached_property
    def _openings(self) -> list[frozenset[str]]:
        return []

    @cached_property
    def words(self) -> frozenset[str]:
        """The openings, and the words of what has none."""
        return frozenset((*self._opened, *self._windowed_by))

    @cached_property
    def _made(self) -> list[re.Pattern[str]]:
        deque(self._making(), maxlen=0)
        return self._compiled

    @cached_property
    def _opened(self) -> Mapping[str, tuple[int, ...]]:
        """By each opening, which of the patterns it opens."""
        found: dict[str, tuple[int, ...]] = {}
        for number in range(len(self._made)):
            for letters in self._openings[number]:
                found[letters] = (*found.get(letters, ()), number)
        return found

    @cached_property
    def _windowed(self) -> Mapping[int, Windowed]:
        without = (n for n in range(len(self._made)) if not self._openings[n])
        around = self._around
        return {n: Windowed(self._made[n], literals([self._bodies[n]]), around) for n in without}

    @cached_property
    def _windowed_by(self) -> Mapping[str, tuple[int, ...]]:
        found: dict[str, tuple[int, ...]] = {}
        for number, windowed in self._windowed.items():
            for word in windowed.words:
                found[word] = (*found.get(word, ()), number)
        return found

    def find(self, text: str) -> Iterator[re.Match[str]]:
        """Yield the matches in a text, in order."""
        return self.within(text, [(start, end) for start, end, _ in self._automaton.find(text)])

    @cached_property
    def _automaton(self) -> Automaton[bool]:
        return Automaton(dict.fromkeys(self.words, True))

    def within(self, text: str, places: list[tuple[int, int]]) -> Iterator[re.Match[str]]:
        """Yield the matches where these words of the patterns stand."""
        tried = self._to_try(text, places)
        position = 0
        for start in sorted(tried):
            if start < position:
                continue
            for number in tried[start]:
                if found := self._made[number].match(text, start):
                    yield found
                    position = found.end()
                    break

    def _to_try(self, text: str, places: list[tuple[int, int]]) -> dict[int, tuple[int, ...]]:
        """Return where words begin in a text at which some of the patterns may match, in order."""
        tried: dict[int, tuple[int, ...]] = {}
        around: dict[int, list[tuple[int, int]]] = {}
        for start, end in places:
            word = text[start:end]
            opened = self._opened.get(word)
            if opened and not (start and "a" <= text[start - 1] <= "z"):
                tried[start] = _and(tried.get(start, ()), opened)
            for number in self._windowed_by.get(word, ()):
                around.setdefault(number, []).append((start, end))
        for number, found in around.items():
            for match in self._windowed[number].within(text, found):
                start = match.start()
                if not (start and "a" <= text[start - 1] <= "z"):
                    tried[start] = _and(tried.get(start, ()), (number,))
        return tried


def _and(known: tuple[int, ...], further: tuple[int, ...]) -> tuple[int, ...]:
    return tuple(sorted({*known, *further})) if known else further


class WindowedGroup:
    """Several such patterns, for which a text is looked through once."""

    def __init__(self, patterns: Mapping[str, Windowed | Opened], words: OnePass) -> None:
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
