"""Whose numbers are which in the search index, kept at hand.

A list shows the first entries that are found. To look up each of their ids in the database takes
longer than to find them; and those that say least come first, so that the same ones are found
again and again, also while a word is typed.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Collection, Iterable, Mapping
from time import perf_counter
from typing import Generic, TypeVar

from dialogueprep.store.driver import Database, run

_READ = 1000  # ids at a time
Id = TypeVar("Id", bound=str)


class Ids(Generic[Id]):
    """The ids in a table, by number; up to ``most`` of them are kept, the lowest read ahead."""

    def __init__(self, db: Database, table: str, most: int = sys.maxsize) -> None:
        self._db = db
        self._table = table
        self._most = most
        self._kept: dict[int, Id] = {}
        self._last = -1
        self._ahead = False

    @property
    def kept(self) -> Mapping[int, Id]:
        """Those that are at hand."""
        return self._kept

    def of(self, numbers: Collection[int]) -> list[Id]:
        """Return the ids with these numbers; what is not there is left out."""
        try:
            return [*map(self._kept.__getitem__, numbers)]
        except KeyError:
            return self._look_up(numbers)

    def read_ahead(self, until: float | None) -> bool:
        """Read on until that time (see `perf_counter`); return whether enough is at hand."""
        sql = f"SELECT number, id FROM {self._table} WHERE number > ? ORDER BY number LIMIT {_READ}"
        while not self._ahead and (until is None or perf_counter() < until):
            rows = run(self._db, sql, [self._last])
            self._keep(rows)
            self._ahead = len(rows) < _READ or len(self._kept) >= self._most
            self._last = rows[-1][0] if rows else self._last
        return self._ahead

    def add(self, number: int, id_: Id) -> None:
        """Keep one that has been written."""
        self._keep([(number, id_)])

    def drop(self, numbers: Iterable[int]) -> None:
        """Forget some that have been deleted."""
        for number in numbers:
            self._kept.pop(number, None)

    def _look_up(self, numbers: Collection[int]) -> list[Id]:
        kept = self._kept
        missing = [number for number in numbers if number not in kept]
        among = "number IN (SELECT value FROM json_each(?))"
        sql = f"SELECT number, id FROM {self._table} WHERE {among}"
        rows = run(self._db, sql, [json.dumps(missing)])
        self._keep(rows)
        read = dict(rows)
        every = (read.get(number) or kept.get(number) for number in numbers)
        return [id_ for id_ in every if id_ is not None]

    def _keep(self, rows: Collection[tuple[int, Id]]) -> None:
        new = [row for row in rows if row[0] not in self._kept]
        self._kept.update(new[: max(0, self._most - len(self._kept))])
