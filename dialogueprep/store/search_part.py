"""A part of the search index: the words of some kinds, kept up to date with the tables."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from time import perf_counter

from dialogueprep.store import folding, search_reading
from dialogueprep.store.driver import Database
from dialogueprep.store.matches import matches_in
from dialogueprep.store.near_words import Vocabulary
from dialogueprep.store.search_words import Words
from dialogueprep.store.searched import ENTRIES, READINGS, Subject

Touched = tuple[set[tuple[str, str]], set[Subject]]
"""Rows of tables, and subjects, that have changed."""
Opened = tuple[Words, Touched | None]
"""Words, and what has to be read again; None if nothing was read yet."""
_FEW = 4  # subjects whose former words are struck out at once
_MANY = 1000  # rows that are always read again one by one
_SOME = 25  # subjects read again at a time while others wait
_TERMS = 500  # words read at a time


def touched(changed: Iterable[tuple[str, str, Mapping[str, object]]]) -> Touched:
    """Return what changed: the rows, and whose rows they were before."""
    rows: set[tuple[str, str]] = set()
    subjects: set[Subject] = set()
    for table, row, before in changed:
        if reading := READINGS.get(table):
            rows.add((table, row))
            if before:
                subjects.update(reading.subjects(before))
    return rows, subjects


@dataclass(slots=True)
class Names:
    """What tags and sources are called, by id, and the names of formats, perhaps former ones."""

    called: dict[str, dict[str, str]] = field(
        default_factory=lambda: {"tag": dict[str, str](), "source": dict[str, str]()}
    )
    formats: set[str] = field(default_factory=set[str])
    changed: bool = False
    _asked: dict[tuple[str, str], tuple[str, ...]] = field(
        default_factory=dict[tuple[str, str], tuple[str, ...]]
    )

    def find(self, kind: str, wording: str) -> tuple[str, ...]:
        """Return the ids in whose words, in any language, all these words stand."""
        key = kind, wording
        if key not in self._asked:
            words = [run for run, _ in folding.runs(wording)]
            named = self.called[kind].items() if words else ()
            found = (id_ for id_, text in named if all(matches_in(text, [w]) for w in words))
            if len(self._asked) > 500:
                self._asked.clear()
            self._asked[key] = tuple(sorted(found))
        return self._asked[key]

    def drop(self, subjects: Iterable[Subject]) -> None:
        """Forget what these are called."""
        for kind, id_ in subjects:
            if self.called.get(kind, {}).pop(id_, None) is not None:
                self._change()

    def add(self, batch: search_reading.Batch) -> None:
        """Learn names from what was read."""
        for document, said in batch:
            kind, id_ = document.subject
            if kind in self.called:
                self.called[kind][id_] = " \n ".join(said.words)
                self._change()
            if not self.formats.issuperset(said.formats):
                self.formats.update(said.formats)
                self._change()

    def _change(self) -> None:
        self.changed = True
        self._asked.clear()


class Part:
    """The words of some kinds. What fails below it is for its owner to mend."""

    def __init__(
        self,
        db: Database,
        kinds: tuple[str, ...],
        open_words: Callable[[], Opened],
        settle: Callable[[Words], None],
    ) -> None:
        self.kinds = kinds
        self.revision = 0
        self._db = db
        self._open = open_words
        self._settle = settle
        self._tables = frozenset(t for t, r in READINGS.items() if set(r.kinds) & {*kinds})
        self._words: Words | None = None
        self.forget()

    def forget(self) -> None:
        """Forget all words, and leave the database in which they were."""
        if self._words is not None:
            self._words.db.close()
        self._words = None
        self.names = Names()
        self.revision += 1
        self._built = self._unsettled = self._began_in_step = False
        self._rows: set[tuple[str, str]] = set()
        self._stale: set[Subject] = set()
        self._borrowed: Touched = set(), set()  # what was read inside the open step
        self._work: Iterator[None] | None = None
        self._terms = Vocabulary()
        self._terms_of = -1  # the revision whose words `_terms` are, or will be
        self._terms_whole = False
        self._last_term = ""

    @property
    def is_open(self) -> bool:
        """Whether there are words already."""
        return self._words is not None

    @property
    def whole(self) -> bool:
        """Whether all that was said when last looked is there."""
        return self._built and self._work is None and not self._rows and not self._stale

    @property
    def words(self) -> Words:
        """The documents; a new part has none yet."""
        if self._words is None:
            self._words, again = self._open()
            if again is not None:
                self._built = True
                self._rows, self._stale = again
                self._load_names(self._words)
        return self._words

    def touch(self, changed: Touched) -> None:
        """Note that this has changed, in a step that is over."""
        self._borrowed = set(), set()
        self._began_in_step = False
        if self._words is not None:
            rows, subjects = changed
            self._rows |= {row for row in rows if self.reads(row[0])}
            self._stale |= {subject for subject in subjects if subject[0] in self.kinds}

    @property
    def is_outdated(self) -> bool:
        """Whether so much has changed that all is read again faster than that."""
        if self._words is None or len(self._rows) <= _MANY:
            return False
        # While a file is made anew less can be found; so that is worth it later.
        return len(self._rows) > self._words.count() // (2 if self._words.kept else 10)

    def reads(self, table: str) -> bool:
        """Return whether rows of a table may belong to this part."""
        return table in self._tables or table == "texts"

    def discard(self) -> None:
        """Note that the step has been taken back inside which something was read."""
        if self._began_in_step:
            self.forget()
        self._rows |= self._borrowed[0]
        self._stale |= self._borrowed[1]
        self._borrowed = set(), set()

    def catch_up(self, until: float | None) -> bool:
        """Read on until that time (see `perf_counter`); return whether all is read."""
        words = self.words
        in_step = bool(self._db.conn.in_transaction)
        if not self.whole:
            words.begin()
            self._unsettled = True
            self._work = self._work or self._read(words)
            for _ in self._work:
                if until is not None and perf_counter() >= until:
                    return False
            self._work = None
        if self._unsettled and not in_step:
            self._keep_names(words)
            self._settle(words)
            self._unsettled = False
        return True

    def sweep(self, until: float) -> bool:
        """Clear away words that were removed, until that time; return whether none are left."""
        words = self.words
        if not words.unswept:
            return True
        if words.sweep(until) and not self._db.conn.in_transaction:
            self._settle(words)
        return not words.unswept

    def terms(self) -> Vocabulary:
        """Return the Latin words of four letters and more, in order."""
        self.read_terms(None)
        return self._terms

    def read_terms(self, until: float | None) -> bool:
        """Read on in these words until that time; return whether all are read."""
        if self._terms_of != self.revision:
            self._terms, self._terms_of = Vocabulary(), self.revision
            self._terms_whole = False
            self._last_term = ""
        while not self._terms_whole and (until is None or perf_counter() < until):
            some = self.words.terms(self._last_term, _TERMS)
            self._terms.add(term for term in some if len(term) > 3)
            self._last_term = some[-1] if some else ""
            self._terms_whole = len(some) < _TERMS
        return self._terms_whole

    def _read(self, words: Words) -> Iterator[None]:
        """Read everything if nothing was read yet, then what has changed since; in slices."""
        if not self._built:
            self._began_in_step = bool(self._db.conn.in_transaction)
            for batch in search_reading.everything(self._db, self.kinds):
                if batch:
                    words.insert(document for document, _ in batch)
                    self.names.add(batch)
                    self.revision += 1
                yield
            self._built = True
        while self._rows or self._stale:
            stale = sorted(self._changed_subjects())
            few = len(stale) <= _FEW
            for some in search_reading.batches(stale, _SOME):
                if self._db.conn.in_transaction:
                    self._borrowed[1].update(some)
                self._replace(words, some, few=few)
                yield

    def _changed_subjects(self) -> set[Subject]:
        rows, self._rows = self._rows, set()
        if self._db.conn.in_transaction:
            self._borrowed[0].update(rows)
        stale, self._stale = self._stale, set()
        for table, row in rows:
            stale.update(search_reading.subjects_of(self._db, table, row))
        if set(ENTRIES) & set(self.kinds):
            stale |= search_reading.surroundings(self._db, stale)
        return {subject for subject in stale if subject[0] in self.kinds}

    def _replace(self, words: Words, subjects: list[Subject], *, few: bool) -> None:
        batch = search_reading.some_of(self._db, subjects)
        words.replace(subjects, (document for document, _ in batch), at_once=few)
        self.names.drop(subjects)
        self.names.add(batch)
        self.revision += 1

    def _load_names(self, words: Words) -> None:
        if kept := words.about("names"):
            called, formats = json.loads(kept)
            self.names = Names(called, set(formats))

    def _keep_names(self, words: Words) -> None:
        if words.kept and self.names.changed:
            names = [self.names.called, sorted(self.names.formats)]
            words.note("names", json.dumps(names, ensure_ascii=False))
            self.names.changed = False
