"""Documents of words in an FTS5 table, in memory or in an encrypted file.

The number of a document holds what orders it: its length first, so that what says little else
comes first and FTS5 hands out the best hits without a sort; then its kind, so that kinds are
told apart without a look elsewhere; then the number of the topic to which it belongs, so that
all topics of many hits are known without one; then what tells it from others of that topic.
These numbers are made of ids, the same at each reading.

In a file the words of a document are kept beside the index: FTS5 needs them to strike out at
once, on each of its pages, what a document said. Where many change at once that would take
long; then old pages are merged into new ones, a few at a time, until none of the old is left.
"""

from __future__ import annotations

import zlib
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from time import perf_counter

from dialogueprep.domain.library import TopicId
from dialogueprep.store.driver import Database, run
from dialogueprep.store.search_ids import Ids
from dialogueprep.store.searched import ENTRIES, KINDS, Subject

Hit = tuple[int, str]  # number and id
_KIND = {kind: number for number, kind in enumerate(KINDS)}
_KIND_BITS, _TOPIC_BITS, _OWN_BITS = 4, 28, 17
_TOPICS, _OWNS = 1 << _TOPIC_BITS, 1 << _OWN_BITS
_TOPIC_MASK = _TOPICS - 1
_OVER_KIND = _TOPIC_BITS + _OWN_BITS
_LONGEST = (1 << 14) - 1
PREFIXES = 5
"""Beginnings of words of up to so many letters have an index of their own."""
_PAGES = 200  # merged at a time
_SLICE = 4000  # documents that are found at a time
_IDS = 100_000  # of documents that are kept at hand: 17 MB

_TOPIC_OF = f"(said.rowid >> {_OWN_BITS}) & {_TOPIC_MASK}"
_KIND_OF = f"(said.rowid >> {_OVER_KIND}) & {(1 << _KIND_BITS) - 1}"
_FOUND = "FROM said WHERE said MATCH ?"


@dataclass(frozen=True, slots=True)
class Document:
    """What the index is fed for one subject, folded."""

    subject: Subject
    size: int
    topic: str
    words: str
    around: str = ""
    facts: str = ""

    @property
    def said(self) -> tuple[str, str, str]:
        """The columns."""
        return self.words, self.around, self.facts


class Words:
    """Documents in a database of their own; ``kept`` where that is a file."""

    def __init__(self, db: Database, *, kept: bool) -> None:
        self.db = db
        self.kept = kept
        self.unswept = False  # words that were removed still stand on some page
        self._topics: dict[str, int] | None = None
        self._topic_ids = Ids[TopicId](db, "topics")
        self._ids = Ids[str](db, "documents", _IDS)

    def make(self) -> None:
        """Make the tables."""
        stored = "" if self.kept else "content='', contentless_delete=1,"
        run(
            self.db,
            f"CREATE VIRTUAL TABLE said USING fts5(words, around, facts, {stored}"
            f" prefix='{' '.join(map(str, range(1, PREFIXES + 1)))}',"
            " tokenize='unicode61 remove_diacritics 2')",
        )
        run(self.db, "CREATE TABLE documents (number INTEGER PRIMARY KEY, id TEXT NOT NULL)")
        run(self.db, "CREATE INDEX documents_by_id ON documents (id)")
        run(self.db, "CREATE TABLE topics (number INTEGER PRIMARY KEY, id TEXT NOT NULL)")
        run(self.db, "CREATE TABLE about (name TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID")

    def begin(self) -> None:
        """Begin to write, unless that is so already."""
        if not self.db.conn.in_transaction:
            run(self.db, "BEGIN")

    def commit(self) -> None:
        """Keep what was written."""
        if self.db.conn.in_transaction:
            run(self.db, "COMMIT")

    def about(self, name: str) -> str:
        """Return what is noted under a name; empty if nothing is."""
        found = run(self.db, "SELECT value FROM about WHERE name = ?", [name])
        return found[0][0] if found else ""

    def note(self, name: str, value: str) -> None:
        """Note something about the whole."""
        run(self.db, "REPLACE INTO about (name, value) VALUES (?, ?)", [name, value])

    def count(self) -> int:
        """Return how many documents there are."""
        return run(self.db, "SELECT count(*) FROM documents")[0][0]

    def hits(self, asked: str, kinds: Collection[str] | None, limit: int) -> list[Hit]:
        """Return what an FTS5 expression finds, best first."""
        numbers = self._numbers(asked, kinds, limit)
        return [*zip(numbers, self._ids.of(numbers), strict=True)]

    def entries(self, asked: str, limit: int) -> tuple[list[str], list[TopicId]]:
        """Return the ids of the entries found, best first, and their topics, each once."""
        numbers = self._numbers(asked, ENTRIES, limit)
        return self._ids.of(numbers), self._topics_of(numbers)

    def best_topics(self, asked: str, limit: int) -> tuple[list[TopicId], int]:
        """Return the topics of the best entries that are found, and how many these are."""
        numbers = self._numbers(asked, ENTRIES, limit)
        return self._topics_of(numbers), len(numbers)

    def _numbers(self, asked: str, kinds: Collection[str] | None, limit: int) -> list[int]:
        sql = f"SELECT rowid {_FOUND}{_among(kinds)} ORDER BY rowid LIMIT ?"
        return [*chain.from_iterable(run(self.db, sql, [asked, limit]))]

    def _topics_of(self, numbers: Iterable[int]) -> list[TopicId]:
        topics = dict.fromkeys([number >> _OWN_BITS & _TOPIC_MASK for number in numbers])
        return self._topic_ids.of(topics)

    def read_ahead(self, until: float | None) -> bool:
        """Read on until that time whose number is which; return whether enough is read."""
        return self._read_topics(until) and self._ids.read_ahead(until)

    def _read_topics(self, until: float | None) -> bool:
        if self._topics is None and self._topic_ids.read_ahead(until):
            self._topics = {id_: number for number, id_ in self._topic_ids.kept.items()}
        return self._topics is not None

    def any(self, asked: str, kinds: Collection[str]) -> bool:
        """Return whether an FTS5 expression finds anything."""
        return bool(run(self.db, f"SELECT 1 {_FOUND}{_among(kinds)} LIMIT 1", [asked]))

    def topics(self, asked: str, kinds: Collection[str]) -> set[int]:
        """Return the numbers of the topics to which belongs what an FTS5 expression finds."""
        sql = f"SELECT group_concat({_TOPIC_OF}) {_FOUND}{_among(kinds)}"
        found: str | None = run(self.db, sql, [asked])[0][0]
        return set(map(int, found.split(","))) if found else set()

    def topics_after(self, asked: str, kinds: Collection[str], last: int) -> tuple[set[int], int]:
        """Return what `topics` does for some documents, and the last one; -1 if there are no more.

        They are those that follow the document with the number ``last``.
        """
        some = f"SELECT said.rowid AS number {_FOUND}{_among(kinds)} AND said.rowid > ?"
        topic = f"number >> {_OWN_BITS} & {_TOPIC_MASK}"
        sql = (
            f"SELECT group_concat({topic}), count(*), max(number)"
            f" FROM ({some} ORDER BY said.rowid LIMIT ?)"
        )
        listed, count, following = run(self.db, sql, [asked, last, _SLICE])[0]
        numbers = set(map(int, listed.split(","))) if listed else set[int]()
        return numbers, following if count == _SLICE else -1

    def topic_numbers(self) -> Mapping[str, int]:
        """Return the number of each topic, also of those that come later."""
        self._read_topics(None)
        return self._topics or {}

    def terms(self, after: str, most: int) -> list[str]:
        """Return so many words with Latin letters that follow a word, in order."""
        sql = "CREATE VIRTUAL TABLE IF NOT EXISTS temp.terms USING fts5vocab(main, said, row)"
        run(self.db, sql)
        sql = "SELECT term FROM temp.terms WHERE term >= ? AND term < '\u0250' LIMIT ?"
        found = [term for (term,) in run(self.db, sql, [after or "a", most + bool(after)])]
        return found[1:] if found[:1] == [after] else found[:most]

    def insert(self, documents: Iterable[Document]) -> None:
        """Write documents of subjects that have none yet."""
        rows = sorted(self._numbered(documents))
        sql = "INSERT INTO said (rowid, words, around, facts) VALUES (?, ?, ?, ?)"
        self.db.conn.executemany(sql, [(number, *said) for number, _, said in rows])
        sql = "INSERT INTO documents (number, id) VALUES (?, ?)"
        self.db.conn.executemany(sql, [(number, id_) for number, id_, _ in rows])

    def replace(
        self, subjects: Sequence[Subject], documents: Iterable[Document], *, at_once: bool
    ) -> None:
        """Let these subjects have these documents and no others.

        In a file, words that were removed are struck out ``at_once``, or else by `sweep`.
        """
        new = {document.subject: document for document in documents}
        old = [(s, number) for s in subjects for number in self._numbers_of(s)]
        changed: list[int] = []  # documents whose words may be nowhere else
        facts_only: list[int] = []
        for subject, number in old:
            said = self._said(number) if self.kept else None
            document = new.get(subject)
            if said and document and document.said == said:
                del new[subject]
                continue
            same = said and document and document.said[:2] == said[:2]
            (facts_only if same else changed).append(number)
        self._delete(changed, facts_only, at_once=at_once)
        self.insert(new.values())

    def sweep(self, until: float | None = None) -> bool:
        """Merge pages until that time; return whether no words that were removed are left."""
        if not self.unswept:
            return True
        self.begin()
        first = self.about("sweeping") == ""
        self.note("sweeping", "yes")
        while until is None or perf_counter() < until:
            before = self.db.conn.total_changes
            self._set("merge", -_PAGES if first else _PAGES)
            first = False
            if self.db.conn.total_changes - before < 2:
                self.note("sweeping", "")
                self.unswept = False
                return True
        return False

    def _delete(self, changed: list[int], facts_only: list[int], *, at_once: bool) -> None:
        strikes = self.kept and bool(changed) and at_once
        if strikes:
            self._flush()
            self._set("secure-delete", 1)
        elif self.kept and changed:
            self.unswept = True
            self.note("sweeping", "")
        gone = [[number] for number in sorted([*changed, *facts_only])]
        self.db.conn.executemany("DELETE FROM said WHERE rowid = ?", gone)
        self.db.conn.executemany("DELETE FROM documents WHERE number = ?", gone)
        self._ids.drop(number for (number,) in gone)
        if strikes:
            self._flush()
            self._set("secure-delete", 0)

    def _flush(self) -> None:
        """Let FTS5 bring to the pages what it holds back: what it does then depends on settings."""
        run(self.db, "SAVEPOINT flushing")
        run(self.db, "RELEASE flushing")

    def _set(self, name: str, value: int) -> None:
        run(self.db, "INSERT INTO said (said, rank) VALUES (?, ?)", [name, value])

    def _said(self, number: int) -> tuple[str, str, str] | None:
        found = run(self.db, "SELECT words, around, facts FROM said WHERE rowid = ?", [number])
        return found[0] if found else None

    def _numbers_of(self, subject: Subject) -> list[int]:
        found = run(self.db, "SELECT number FROM documents WHERE id = ?", [subject[1]])
        return [number for (number,) in found if kind_of(number) == subject[0]]

    def _numbered(
        self, documents: Iterable[Document]
    ) -> Iterator[tuple[int, str, tuple[str, str, str]]]:
        taken: set[int] = set()
        for document in documents:
            kind, id_ = document.subject
            topic = self._topic_number(document.topic) if document.topic else _hash(id_, _TOPICS)
            own = _hash(id_[::-1], _OWNS)
            first = min(document.size, _LONGEST) << _KIND_BITS | _KIND[kind]
            number = (first << _TOPIC_BITS | topic) << _OWN_BITS | own
            tried = 0
            while number in taken or self._is_taken(number):
                tried += 1
                number = number & ~(_OWNS - 1) | (number + 1) & (_OWNS - 1)
                if tried % _OWNS == 0:  # as if it were a letter longer
                    number += 1 << _OVER_KIND + _KIND_BITS
            taken.add(number)
            yield number, id_, document.said

    def _is_taken(self, number: int) -> bool:
        return bool(run(self.db, "SELECT 1 FROM documents WHERE number = ?", [number]))

    def _topic_number(self, topic: str) -> int:
        """Return the number of a topic, which it keeps: what is removed may come back."""
        number = _hash(topic, _TOPICS)
        while found := run(self.db, "SELECT id FROM topics WHERE number = ?", [number]):
            if found[0][0] == topic:
                return number
            number = (number + 1) % _TOPICS
        run(self.db, "INSERT INTO topics (number, id) VALUES (?, ?)", [number, topic])
        self._topic_ids.add(number, TopicId(topic))
        if self._topics is not None:
            self._topics[topic] = number
        return number


def kind_of(number: int) -> str:
    """Return the kind of what has a document with this number."""
    return KINDS[(number >> _OVER_KIND) & ((1 << _KIND_BITS) - 1)]


def _among(kinds: Collection[str] | None) -> str:
    if kinds is None:
        return ""
    numbers = ", ".join(str(_KIND[kind]) for kind in kinds if kind in _KIND)
    return f" AND {_KIND_OF} IN ({numbers})"


def _hash(text: str, of: int) -> int:
    return zlib.crc32(text.encode()) % of
