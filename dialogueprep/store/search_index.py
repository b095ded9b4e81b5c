"""The words of a workspace in a contentless FTS5 table in memory.

A copy of words on the disk would have to be struck, swept and backed up like the words
themselves. The index is read in slices when the program has nothing else to do, or in one go
when something is searched before; what a step, an undo or a redo touched is read again before
the next search. So it can only say what the content says.

The number of a document holds what orders it: its length first, so that what says little else
comes first and FTS5 hands out the best hits without a sort; then its kind, so that kinds are
told apart without a look elsewhere; then a number made of its id, the same at each reading.
"""

from __future__ import annotations

import zlib
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import islice
from time import perf_counter
from typing import TypeVar

from dialogueprep.store import driver, folding
from dialogueprep.store.driver import Database, run
from dialogueprep.store.searched import (
    ENTRIES,
    KINDS,
    READINGS,
    SEARCHED_OWNERS,
    Said,
    Subject,
    fact,
    facts_of,
)

_INHERITED = (fact("tag", ""), fact("format", ""))  # facts of a topic that its parts share
_TABLES = (
    "CREATE VIRTUAL TABLE temp.search_words USING fts5(words, around, facts, content='',"
    " contentless_delete=1, prefix='1 2 3 4', tokenize='unicode61 remove_diacritics 2')",
    "CREATE VIRTUAL TABLE temp.search_terms USING fts5vocab('temp', 'search_words', 'row')",
)
_KIND = {kind: number for number, kind in enumerate(KINDS)}
_TEXTED = frozenset(SEARCHED_OWNERS.values())
_KIND_BITS, _ID_BITS = 4, 32
_LONGEST = (1 << 26) - 1
_ROWS = 1000  # read at a time, and subjects at a time in SQL
_SLICE = 200  # rows read at a time while others wait
_FEW = 1000  # rows that are always read again one by one
_DOCUMENTS = 25  # written at a time while others wait


class Index:
    """The words of a workspace, in memory."""

    def __init__(self, db: Database) -> None:
        self._db = db
        self._topic_numbers: dict[str, int] = {}
        self._forget()

    def _forget(self) -> None:
        self.built = False
        self.revision = 0  # differs after each change of what can be found
        self.formats: set[str] = set()
        self.named: dict[str, dict[str, str]] = {"tag": {}, "source": {}}
        self._read_in_step = False
        self._stale: set[Subject] = set()
        self._rows: set[tuple[str, str]] = set()  # whose subjects are read before a search
        self._ids: dict[int, str] = {}
        self._documents: dict[Subject, int] = {}
        self._topics: dict[int, str] = {}  # the topic of the document of a recommendation
        self._terms: tuple[int, tuple[str, ...]] = (-1, ())
        self._work: Iterator[None] | None = None

    def touch(self, changed: Iterable[tuple[str, str, Mapping[str, object]]]) -> None:
        """Note that rows changed: table, id, and the row as it was (empty if new)."""
        self._read_in_step = False
        if self._work is None and not self.built:
            return
        for table, row, before in changed:
            if reading := READINGS.get(table):
                self._rows.add((table, row))
                if before:
                    self._stale.update(reading.subjects(before))
        if len(self._rows) > max(_FEW, len(self._documents) // 10):
            self._read_anew()

    def _read_anew(self) -> None:
        """Read everything again, which is faster than a tenth of it one by one."""
        revision = self.revision + 1
        self._forget()
        self.revision = revision

    def discard(self) -> None:
        """Forget what was read inside a step that has been taken back."""
        if self._read_in_step:
            self._forget()

    def numbers(
        self, asked: str, kinds: Collection[str] | None = None, limit: int = -1
    ) -> list[int]:
        """Return the numbers of the documents that an FTS5 expression finds, best first."""
        if not asked or kinds == []:
            return []
        self.catch_up()
        among = ""
        if kinds is not None:
            numbers = ", ".join(str(_KIND[kind]) for kind in kinds if kind in _KIND)
            among = f" AND (rowid >> {_ID_BITS}) & {(1 << _KIND_BITS) - 1} IN ({numbers})"
        sql = f"SELECT rowid FROM search_words WHERE search_words MATCH ?{among}"
        return [row[0] for row in run(self._db, f"{sql} ORDER BY rowid LIMIT ?", [asked, limit])]

    def subject(self, number: int) -> Subject:
        """Return the kind and the id of what a document stands for."""
        return KINDS[(number >> _ID_BITS) & ((1 << _KIND_BITS) - 1)], self._ids[number]

    def id(self, number: int) -> str:
        """Return the id of what a document stands for."""
        return self._ids[number]

    def topic(self, number: int) -> str:
        """Return the id of the topic that a document of the library stands for or belongs to."""
        return self._topics.get(number) or self._ids[number]

    def topic_numbers(self) -> Mapping[str, int]:
        """Return the number of each topic; it stays the same while the workspace is open."""
        return self._topic_numbers

    def terms(self) -> tuple[str, ...]:
        """Return the Latin words of four letters and more, as the index keeps them."""
        self.catch_up()
        if self._terms[0] != self.revision:
            sql = "SELECT term FROM temp.search_terms WHERE term >= 'a' AND term < '\u0250'"
            found = tuple(term for (term,) in run(self._db, sql) if len(term) > 3)
            self._terms = self.revision, found
        return self._terms[1]

    def catch_up(self, seconds: float | None = None) -> bool:
        """Read what is not in the index yet, for so long at most; return whether all is read."""
        if self.built and not self._stale and not self._rows:
            return True
        began = perf_counter()
        self._read_in_step = self._db.conn.in_transaction
        with driver.writable(self._db):
            run(self._db, "SAVEPOINT reading")
            try:
                if self._work is None:
                    self._work = self._read()
                for _ in self._work:
                    if seconds is not None and perf_counter() - began >= seconds:
                        return False
                self._work = None
            except BaseException:
                run(self._db, "ROLLBACK TO reading")
                self._forget()
                raise
            finally:
                run(self._db, "RELEASE reading")
        return True

    def _read(self) -> Iterator[None]:
        """Read everything if nothing was read yet, then what has changed since; in slices."""
        if not self.built:
            for name in ("search_terms", "search_words"):
                run(self._db, f"DROP TABLE IF EXISTS temp.{name}")
            for statement in _TABLES:
                run(self._db, statement)
            yield from self._read_all()
            self.built = True
        while self._stale or self._rows:
            rows, self._rows = self._rows, set()
            for table, row in rows:
                self._stale.update(_of_row(self._db, table, row))
            stale, self._stale = self._stale, set()
            stale.update(_surroundings(self._db, stale))
            for some in _batches(sorted(stale), _ROWS):
                self._write(_said(self._db, some), some)
                yield

    def _read_all(self) -> Iterator[None]:
        said: dict[Subject, Said] = {}
        for table in READINGS:
            for rows in _whole(self._db, table):
                _gather(said, table, rows)
                yield
        # FTS5 takes documents far faster in the order of their numbers.
        numbered: list[tuple[int, Subject]] = []
        for some in _batches(said, _ROWS):
            numbered += [(self._number(subject, said[subject]), subject) for subject in some]
            yield
        numbered.sort()
        yield
        for some in _batches(numbered, _DOCUMENTS):
            self._insert([(number, subject, said[subject]) for number, subject in some], said)
            yield

    def _write(self, said: Mapping[Subject, Said], subjects: Sequence[Subject]) -> None:
        gone = [[n] for s in subjects if (n := self._documents.pop(s, None)) is not None]
        for (number,) in gone:
            kind, id_ = self.subject(number)
            self.named.get(kind, {}).pop(id_, None)
            del self._ids[number]
            self._topics.pop(number, None)
        self._db.conn.executemany("DELETE FROM search_words WHERE rowid = ?", gone)
        found = [(self._number(s, said[s]), s, said[s]) for s in subjects if s in said]
        self._insert(sorted(found, key=lambda each: each[0]), said)

    def _insert(
        self, found: Sequence[tuple[int, Subject, Said]], said: Mapping[Subject, Said]
    ) -> None:
        documents: list[tuple[int, str, str, str]] = []
        for number, subject, each in found:
            entry = subject[0] in ENTRIES
            words = folding.words(" \n ".join(sorted(each.words)))
            if not words and not (entry and each.there):
                self._ids.pop(number, None)
                continue
            around, facts = _of_entry(each, said) if entry else ("", "")
            documents.append((number, words, around, facts))
            self._ids[number] = subject[1]
            self._documents[subject] = number
            self.formats.update(each.formats)
            if subject[0] in self.named:
                self.named[subject[0]][subject[1]] = " \n ".join(each.words)
            if each.topic:
                self._topics[number] = each.topic
            if entry:
                topic = each.topic or subject[1]
                self._topic_numbers.setdefault(topic, len(self._topic_numbers))
        sql = "INSERT INTO search_words (rowid, words, around, facts) VALUES (?, ?, ?, ?)"
        self._db.conn.executemany(sql, documents)
        self.revision += 1

    def _number(self, subject: Subject, said: Said) -> int:
        size = min(sum(map(len, said.words)), _LONGEST)
        first = ((size << _KIND_BITS) | _KIND[subject[0]]) << _ID_BITS
        own = zlib.crc32(subject[1].encode())
        while self._ids.setdefault(first | own, subject[1]) != subject[1]:
            own = (own + 1) & ((1 << _ID_BITS) - 1)
        return first | own


def _of_entry(each: Said, said: Mapping[Subject, Said]) -> tuple[str, str]:
    beside = [said[subject] for subject in each.beside if subject in said]
    around = folding.words(" \n ".join(w for one in beside for w in one.words))
    facts = facts_of(each) | {fact("source", one.source) for one in beside if one.source}
    if topic := said.get(("topic", each.topic)):
        facts |= {f for f in topic.facts if f.startswith(_INHERITED)}
    return around, " ".join(sorted(facts))


def _whole(db: Database, table: str) -> Iterator[list[dict[str, object]]]:
    """Yield all rows of a table, some at a time, in the order in which they lie."""
    columns = ("id", *READINGS[table].read)
    sql = f"SELECT {', '.join(columns)} FROM {table} WHERE id > ? ORDER BY id LIMIT {_SLICE}"
    last = ""
    while found := run(db, sql, [last]):
        yield [dict(zip(columns, row, strict=True)) for row in found]
        last = str(found[-1][0])


def _gather(
    said: dict[Subject, Said],
    table: str,
    rows: Iterable[Mapping[str, object]],
    wanted: Collection[Subject] | None = None,
) -> None:
    reading = READINGS[table]
    for row in rows:
        for subject in reading.subjects(row):
            if wanted is not None and subject not in wanted:
                continue
            if (each := said.get(subject)) is None:
                each = said[subject] = Said()
            reading.add(row, each)


def _said(db: Database, subjects: Iterable[Subject]) -> dict[Subject, Said]:
    """Return what these say, and what those beside them say."""
    said: dict[Subject, Said] = {}
    _gather_of(db, said, subjects)
    more = {b for each in said.values() for b in (*each.beside, ("topic", each.topic))}
    _gather_of(db, said, more - said.keys())
    return said


def _gather_of(db: Database, said: dict[Subject, Said], subjects: Iterable[Subject]) -> None:
    wanted = set(subjects)
    for table, reading in READINGS.items():
        ids = sorted({id_ for kind, id_ in wanted if kind in (reading.kinds or _TEXTED)})
        columns = reading.read
        for some in _batches(ids, _ROWS):
            marks = ", ".join("?" * len(some))
            sql = f"SELECT {', '.join(columns)} FROM {table} WHERE {reading.key} IN ({marks})"
            rows = [dict(zip(columns, row, strict=True)) for row in run(db, sql, some)]
            _gather(said, table, rows, wanted)


def _surroundings(db: Database, stale: Iterable[Subject]) -> set[Subject]:
    """Return the entries of the library beside which these stand."""
    found: set[Subject] = set()
    for kind, sql in _BESIDE.items():
        ids = [id_ for of, id_ in stale if of == kind]
        for some in _batches(ids, _ROWS):
            rows = run(db, sql.format(", ".join("?" * len(some))), some)
            found.update((entry, id_) for (id_,) in rows for entry in ENTRIES)
    return found


_BESIDE = {
    "topic question": "SELECT topic FROM topic_questions WHERE id IN ({})",
    "topic": "SELECT id FROM recommendations WHERE topic IN ({})",
    "passage": "SELECT entry FROM entry_passages WHERE passage IN ({})",
}


def _of_row(db: Database, table: str, row: str) -> list[Subject]:
    reading = READINGS[table]
    sql = f"SELECT {', '.join(reading.read)} FROM {table} WHERE id = ?"
    found = [dict(zip(reading.read, each, strict=True)) for each in run(db, sql, [row])]
    return [subject for each in found for subject in reading.subjects(each)]


Some = TypeVar("Some")


def _batches(values: Iterable[Some], size: int) -> Iterator[list[Some]]:
    walking = iter(values)
    while some := list(islice(walking, size)):
        yield some
