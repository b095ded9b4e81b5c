"""What the tables of a workspace say, read for the search index: all of it, or of some subjects."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import islice
from typing import TypeVar

from dialogueprep.store import folding
from dialogueprep.store.driver import Database, run
from dialogueprep.store.search_words import Document
from dialogueprep.store.searched import (
    ENTRIES,
    READINGS,
    SEARCHED_OWNERS,
    Reading,
    Said,
    Subject,
    fact,
    facts_of,
)

Inherited = Mapping[str, Collection[str]]  # topic: facts that its recommendations share
_INHERITED = (fact("tag", ""), fact("format", ""))
_TEXTED = frozenset(SEARCHED_OWNERS.values())
_ROWS = 1000  # subjects at a time in SQL
_SLICE = 200  # rows read at a time while others wait
_DOCUMENTS = 25  # folded at a time while others wait
_AT_ONCE = 25_000  # entries whose words are in memory at a time
_BESIDE = {
    "topic question": "SELECT topic FROM topic_questions WHERE id IN ({})",
    "topic": "SELECT id FROM recommendations WHERE topic IN ({})",
    "passage": "SELECT entry FROM entry_passages WHERE passage IN ({})",
}

Some = TypeVar("Some")
Batch = list[tuple[Document, Said]]
ENTRY_TABLES = ("topics", "recommendations")
_OF_ENTRIES = ("texts", *(t for t, reading in READINGS.items() if set(reading.kinds) & {*ENTRIES}))


def batches(values: Iterable[Some], size: int = _ROWS) -> Iterator[list[Some]]:
    """Yield the values, so many at a time."""
    walking = iter(values)
    while some := list(islice(walking, size)):
        yield some


def everything(db: Database, kinds: Collection[str]) -> Iterator[Batch]:
    """Yield what all subjects of these kinds say, some at a time; maybe nothing while it reads."""
    for kind in kinds:
        if kind not in ENTRIES:
            yield from _plain(db, kind)
    if set(ENTRIES) & set(kinds):
        yield from _entries(db)


def some_of(db: Database, subjects: Collection[Subject]) -> Batch:
    """Return what these subjects say, of those that say anything."""
    said: dict[Subject, Said] = {}
    _gather_of(db, said, subjects)
    more = {b for each in said.values() for b in (*each.beside, ("topic", each.topic))}
    _gather_of(db, said, more - said.keys())
    inherited = {id_: _shared(each) for (kind, id_), each in said.items() if kind == "topic"}
    found = (_document(s, said[s], said, inherited) for s in subjects if s in said)
    return [each for each in found if each]


def subjects_of(db: Database, table: str, row: str) -> list[Subject]:
    """Return whose row this is; nobody's if it is not there."""
    reading = READINGS[table]
    sql = f"SELECT {', '.join(reading.read)} FROM {table} WHERE id = ?"
    found = [dict(zip(reading.read, each, strict=True)) for each in run(db, sql, [row])]
    return [subject for each in found for subject in reading.subjects(each)]


def surroundings(db: Database, stale: Iterable[Subject]) -> set[Subject]:
    """Return the entries of the library beside which these stand."""
    found: set[Subject] = set()
    for kind, sql in _BESIDE.items():
        for some in batches(id_ for of, id_ in stale if of == kind):
            rows = run(db, sql.format(", ".join("?" * len(some))), some)
            found.update((entry, id_) for (id_,) in rows for entry in ENTRIES)
    return found


def _plain(db: Database, kind: str) -> Iterator[Batch]:
    """Yield what all subjects of a kind say that is no entry of the library."""
    said: dict[Subject, Said] = {}
    for table, reading in READINGS.items():
        for rows in _rows(db, table) if reading.kinds == (kind,) else ():
            _gather(said, reading, rows)
            yield []
    for owner in (o for o, of in SEARCHED_OWNERS.items() if of == kind):
        for rows in _texts_of(db, owner):
            _gather(said, READINGS["texts"], rows)
            yield []
    yield from _documents(said, {})


def _entries(db: Database) -> Iterator[Batch]:
    """Yield what topics and recommendations say, in parts that memory holds easily."""
    inherited: dict[str, Collection[str]] = {}
    ids: list[str] = []
    for each in _shared_facts(db, inherited):
        ids += each
        yield []
    ids.sort()
    for start in range(0, len(ids), _AT_ONCE):
        part = ids[start : start + _AT_ONCE]
        said: dict[Subject, Said] = {}
        for table in sorted(_OF_ENTRIES, key=lambda t: t not in ENTRY_TABLES):
            known = None if table in ENTRY_TABLES else said  # its own row makes an entry
            for rows in _rows(db, table, part[0], part[-1]):
                _gather(said, READINGS[table], rows, known)
                yield []
        beside: dict[Subject, Said] = {}
        for some in batches({b for each in said.values() for b in each.beside}, _SLICE):
            _gather_of(db, beside, some)
            yield []
        yield from _documents(said, inherited, beside)


def _shared_facts(db: Database, inherited: dict[str, Collection[str]]) -> Iterator[list[str]]:
    """Fill in what recommendations share with their topics; yield the ids of all entries."""
    for table in ENTRY_TABLES:
        for rows in _rows(db, table):
            for row in rows if table == "topics" else ():
                READINGS[table].add(row, each := Said())
                inherited[str(row["id"])] = frozenset(each.facts)
            yield [str(row["id"]) for row in rows]
    for rows in _rows(db, "entry_tags"):
        for row in rows:
            if (topic := str(row["entry"])) in inherited:
                inherited[topic] = {*inherited[topic], fact("tag", row["tag"])}
        yield []


def _rows(
    db: Database, table: str, first: str = "", last: str = ""
) -> Iterator[list[dict[str, object]]]:
    """Yield rows of a table in the order in which they lie, perhaps of some subjects only."""
    reading = READINGS[table]
    columns = tuple(dict.fromkeys(("id", *reading.read)))
    among = f" AND +{reading.key} BETWEEN ? AND ?" if last else ""
    sql = f"SELECT {', '.join(columns)} FROM {table} WHERE id > ?{among} ORDER BY id LIMIT {_SLICE}"
    after = ""
    while found := run(db, sql, [after, first, last] if last else [after]):
        yield [dict(zip(columns, row, strict=True)) for row in found]
        after = str(found[-1][0])


def _texts_of(db: Database, owner: str) -> Iterator[list[dict[str, object]]]:
    """Yield the texts whose owners are rows of a table, owner by owner."""
    columns = ("owner", "field", "language", "owner_table", "wording")
    sql = (
        f"SELECT {', '.join(columns)} FROM texts WHERE owner_table = ?"
        " AND (owner, field, language) > (?, ?, ?)"
        f" ORDER BY owner, field, language LIMIT {_SLICE}"
    )
    after: tuple[object, ...] = ("", "", "")
    while found := run(db, sql, [owner, *after]):
        yield [dict(zip(columns, row, strict=True)) for row in found]
        after = tuple(found[-1][:3])


def _gather(
    said: dict[Subject, Said],
    reading: Reading,
    rows: Iterable[Mapping[str, object]],
    wanted: Collection[Subject] | None = None,
) -> None:
    for row in rows:
        for subject in reading.subjects(row):
            if wanted is not None and subject not in wanted:
                continue
            if (each := said.get(subject)) is None:
                each = said[subject] = Said()
            reading.add(row, each)


def _gather_of(db: Database, said: dict[Subject, Said], subjects: Iterable[Subject]) -> None:
    wanted = set(subjects)
    for table, reading in READINGS.items():
        ids = sorted({id_ for kind, id_ in wanted if kind in (reading.kinds or _TEXTED)})
        columns = reading.read
        for some in batches(ids):
            marks = ", ".join("?" * len(some))
            sql = f"SELECT {', '.join(columns)} FROM {table} WHERE {reading.key} IN ({marks})"
            rows = [dict(zip(columns, row, strict=True)) for row in run(db, sql, some)]
            _gather(said, reading, rows, wanted)


def _documents(
    said: Mapping[Subject, Said], inherited: Inherited, beside: Mapping[Subject, Said] | None = None
) -> Iterator[Batch]:
    # FTS5 takes documents far faster in the order of their numbers, in which length comes first.
    ordered = sorted(said, key=lambda subject: (said[subject].size, subject))
    for some in batches(ordered, _DOCUMENTS):
        made = (_document(s, said[s], beside or {}, inherited) for s in some)
        yield [each for each in made if each]


def _document(
    subject: Subject, each: Said, said: Mapping[Subject, Said], inherited: Inherited
) -> tuple[Document, Said] | None:
    kind, id_ = subject
    words = folding.words(" \n ".join(sorted(each.words)))
    if kind not in ENTRIES:
        return (Document(subject, each.size, "", words), each) if words else None
    if not each.there:  # its own row makes an entry
        return None
    beside = [said[one] for one in each.beside if one in said]
    around = folding.words(" \n ".join(sorted(w for one in beside for w in one.words)))
    facts = facts_of(each) | {fact("source", one.source) for one in beside if one.source}
    facts |= set(inherited.get(each.topic, ()))
    topic = each.topic or id_
    return Document(subject, each.size, topic, words, around, " ".join(sorted(facts))), each


def _shared(topic: Said) -> set[str]:
    return {each for each in topic.facts if each.startswith(_INHERITED)}
