"""Results kept from one round of work to the next, so that only what is new is made."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Generic, TypeVar

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")


class Remembered(Generic[K, V]):
    """Keeps what was asked for in this round and in the one before, and nothing older.

    Who owns it decides how long its words stay in memory.
    """

    def __init__(self) -> None:
        self._now: dict[K, V] = {}
        self._before: dict[K, V] = {}

    def get(self, key: K, make: Callable[[], V]) -> V:
        """Return the result for a key, made only if neither round has it."""
        now, before = self._now, self._before
        if key not in now:
            now[key] = before[key] if key in before else make()
        return now[key]

    def begin_round(self) -> None:
        """Begin another round: what the last one did not ask for is forgotten."""
        self._before, self._now = self._now, {}

    def __len__(self) -> int:
        return len(self._now.keys() | self._before.keys())
