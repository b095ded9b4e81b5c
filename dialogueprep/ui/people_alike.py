"""Looks for likely duplicates in the directory, off the UI thread, whenever it has changed."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QObject, Signal

from dialogueprep.domain.person_likeness import Known, LikelyPair, likely_pairs
from dialogueprep.exchange.lexicon_reader import read_lexicon
from dialogueprep.ui.jobs import Job
from dialogueprep.ui.models.directory import Entry

Settled = frozenset[frozenset[str]]


def known_of(entry: Entry) -> Known:
    """Return an entry of the directory as it is compared."""
    return Known(entry.person, entry.territory, tuple(t.part.affiliation for t in entry.taken))


class LookForPeople(QObject):
    """Compares people; ``found`` carries the pairs of what was asked for last."""

    found = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._asked: tuple[tuple[Known, ...], Settled] | None = None
        self._running: Job | None = None
        self._again = False

    def look(self, entries: Iterable[Entry], settled: Settled) -> None:
        """Compare these people, unless it was done already."""
        asked = (tuple(map(known_of, entries)), settled)
        if asked == self._asked:
            return
        self._asked = asked
        if self._running is None:
            self._start(*asked)
        else:
            self._again = True

    def _start(self, people: tuple[Known, ...], settled: Settled) -> None:
        self._again = False
        job = Job(lambda _tick: likely_pairs(people, read_lexicon(), settled), self)
        job.done.connect(self._on_done)
        job.ended.connect(self._on_ended)
        self._running = job
        job.start()

    def _on_done(self, pairs: tuple[LikelyPair, ...]) -> None:
        if not self._again:
            self.found.emit(pairs)

    def _on_ended(self) -> None:
        self._running = None
        if self._again and self._asked is not None:
            self._start(*self._asked)
