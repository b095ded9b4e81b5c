"""All topics in the facts that offers rest on, read once and kept up to date.

They may be read ahead, some at a time. Of what a step, an undo or a redo touched, only the
topics concerned are read again before the next look.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from time import perf_counter
from typing import TYPE_CHECKING, Any

from dialogueprep.domain.errors import Trouble
from dialogueprep.domain.library import Dimension, Format, TopicId
from dialogueprep.store.driver import Database, DriverError, run

if TYPE_CHECKING:
    from dialogueprep.domain.offer import TopicFacts

_SLICE = 500  # rows read at a time
_MANY = 4000  # topics that changed, from which on all are read again
_OWNERS = {"topics": "id", "ratings": "subject"}
_TOPICS = "SELECT id, dimension, formats FROM topics"
_RATINGS = "SELECT id, subject, axis, value FROM ratings"  # all: quicker than looking up each
_AMONG = "WHERE {} IN (SELECT value FROM json_each(?))"
_AXES = {"sensitivity": 0, "operability": 1}
_DIMENSIONS = {each.value: each for each in Dimension}


class Standings:
    """The topics of a workspace with their highest ratings."""

    def __init__(self, db: Database) -> None:
        self._db = db
        self._facts: dict[str, TopicFacts] = {}
        self._formats: dict[str, tuple[Format, ...]] = {}
        self.discard()

    def discard(self) -> None:
        """Forget what was read, perhaps inside a step that has been taken back."""
        self._facts.clear()
        self._sorted: tuple[TopicFacts, ...] | None = None
        self._work: Iterator[None] | None = None
        self._whole = False
        self._owners: set[str] = set()
        self._rated: set[str] = set()

    def touch(self, changed: Iterable[tuple[str, str, Mapping[str, object]]]) -> None:
        """Note that rows changed: table, id, and the row as it was (empty if new)."""
        touched = [each for each in changed if each[0] in _OWNERS]
        if touched and not self._whole:
            self.discard()  # what is half read may be no longer so
            return
        for table, row, before in touched:
            (self._owners if table == "topics" else self._rated).add(row)
            if before:
                self._owners.add(str(before[_OWNERS[table]]))

    def read_ahead(self, seconds: float) -> bool:
        """Read for so long at most; return whether all is done that can be done ahead."""
        began = perf_counter()
        self._work = self._work or self._reading(_SLICE)
        try:
            while not self._whole and perf_counter() - began < seconds:
                next(self._work, None)
        except (DriverError, Trouble):  # it is told when the topics are asked for
            self.discard()
            return True
        return self._whole

    def all(self) -> tuple[TopicFacts, ...]:
        """Return all topics as they are now.

        The least sensitive come first, then the most operable; what is unrated stands last.
        """
        if self._owners or self._rated:
            self._read_touched()
        for _ in () if self._whole else self._work or self._reading(-1):
            pass
        if self._sorted is None:
            self._sorted = tuple(sorted(self._facts.values(), key=lambda each: each.order))
        return self._sorted

    def _reading(self, size: int) -> Iterator[None]:
        """Read all topics, then all ratings, so many rows at a time; -1: all at once."""
        ratings: dict[str, list[int]] = {}
        topics: list[tuple[Any, ...]] = []
        for rows in self._slices(_TOPICS, size):
            topics += rows
            ratings.update((id_, [0, 0]) for id_, _, _ in rows)
            yield
        for rows in self._slices(_RATINGS, size):
            _take_highest(ratings, rows)
            yield
        for start in range(0, len(topics), _SLICE):
            self._put(topics[start : start + _SLICE], ratings)
            yield
        self._whole = True

    def _slices(self, sql: str, size: int) -> Iterator[list[tuple[Any, ...]]]:
        """Yield all rows of a table, some at a time."""
        last = ""
        while rows := run(self._db, f"{sql} WHERE id > ? ORDER BY id LIMIT {size}", [last]):
            yield rows
            last = rows[-1][0]

    def _read_touched(self) -> None:
        subjects = self._some("SELECT subject FROM ratings", "id", self._rated)
        touched = self._owners | {subject for (subject,) in subjects}
        if len(touched) > _MANY:
            self.discard()
            return
        self._owners, self._rated, self._sorted = set(), set(), None
        for id_ in touched:
            self._facts.pop(id_, None)
        topics = self._some(_TOPICS, "id", touched)
        ratings = {id_: [0, 0] for id_, _, _ in topics}
        _take_highest(ratings, self._some(_RATINGS, "subject", ratings))
        self._put(topics, ratings)

    def _some(self, sql: str, column: str, ids: Iterable[str]) -> list[tuple[Any, ...]]:
        """Return the rows whose column holds one of these ids."""
        return run(self._db, f"{sql} {_AMONG.format(column)}", [json.dumps([*ids])])

    def _put(self, topics: Iterable[tuple[Any, ...]], ratings: Mapping[str, list[int]]) -> None:
        from dialogueprep.domain.offer import TopicFacts  # the first window offers none

        for id_, dimension, listed in topics:
            if (formats := self._formats.get(listed)) is None:
                formats = self._formats[listed] = tuple(Format(f) for f in json.loads(listed))
            sensitivity, operability = ratings[id_]
            at = (TopicId(id_), _DIMENSIONS[dimension], formats)
            self._facts[id_] = TopicFacts(*at, sensitivity or None, operability or None)


def _take_highest(ratings: Mapping[str, list[int]], rows: Iterable[tuple[Any, ...]]) -> None:
    for _, subject, axis, value in rows:
        highest = ratings.get(subject)
        if highest is not None and value > highest[_AXES[axis]]:
            highest[_AXES[axis]] = value
