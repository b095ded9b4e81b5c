"""Where in a long text a pattern is worth trying: around the words that it needs."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from dialogueprep.domain.identity.automaton import Automaton

_AROUND = 60
_LITERAL = re.compile(r"[a-z]{4,}|[^\x00-\x7f]{2,}")
_NO_LITERAL = re.compile(r"\[[^\]]*\]|\(\?[=!<][^)]*\)|\\.|[^\x00-\x7f]\?")


def literals(patterns: Iterable[str]) -> frozenset[str]:
    """Return the words in patterns: each of four letters or more, or of two characters.

    Every match must hold one of them; a pattern for which that is not so must not be given.
    """
    plain = (_NO_LITERAL.sub(" ", p) for p in patterns)
    return frozenset(word for p in plain for word in _LITERAL.findall(p))


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
        self._words = Automaton(dict.fromkeys(words, True))

    def find(self, text: str) -> Iterator[re.Match[str]]:
        """Yield the matches in a text, in order."""
        position = 0
        for start, end in self._windows(text):
            for found in self._pattern.finditer(text, max(start, position), end):
                yield found
                position = found.end()

    def _windows(self, text: str) -> Iterator[tuple[int, int]]:
        first = last = -1
        for start, end, _ in self._words.find(text):
            begins = max(0, start - self._around)
            ends = min(len(text), end + self._around)
            if first >= 0 and begins <= last:
                last = max(last, ends)
                continue
            if first >= 0:
                yield first, last
            first, last = begins, ends
        if first >= 0:
            yield first, last
