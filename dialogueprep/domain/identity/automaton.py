"""Many words searched in one pass over a text; a small typed face on pyahocorasick."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Generic, TypeVar, cast

Value = TypeVar("Value")
_MANY = 64
"""First letters: the automaton looks through them one by one for each letter of a text, in the
order in which they were added, so that of many the frequent ones are added first."""
_OFTEN = " etaoinsrhldcumfpgwybvkxjqz,.-'\n0123456789"
_NO_TEXT = "\U0010ffff" * 3


class Automaton(Generic[Value]):
    """Words with a value each; every occurrence is found, also inside other words."""

    def __init__(self, words: Mapping[str, Value]) -> None:
        import ahocorasick

        self._inner = cast("Any", ahocorasick).Automaton()
        self._empty = not words
        if len({word[:1] for word in words}) > _MANY:
            for letter in _OFTEN:
                self._inner.add_word(letter + _NO_TEXT, (0, None))
        for word, value in words.items():
            self._inner.add_word(word, (len(word), value))
        self._inner.make_automaton()

    def find(self, text: str) -> Iterator[tuple[int, int, Value]]:
        """Yield start, end and value of each occurrence, in order of their ends."""
        if self._empty:
            return
        for last, (length, value) in self._inner.iter(text):
            yield last + 1 - length, last + 1, value
