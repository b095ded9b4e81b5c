"""Search over the library, people, agenda, notes and findings of a workspace.

The index is a contentless FTS5 table in memory: a copy of words on the disk would have to be
struck, swept and backed up like the words themselves. One document stands for everything that
one thing says, in all its languages. The index is built when something is first searched, and
what a step, an undo or a redo touched is read again before the next search; so it can only say
what the content says. Reading 10,000 texts takes about half a second, once.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Protocol

from dialogueprep.store import driver, folding
from dialogueprep.store.driver import Database, run
from dialogueprep.store.searched import SEARCHED, SEARCHED_OWNERS, Searched

_TABLES = (
    "CREATE VIRTUAL TABLE temp.search_words USING fts5(words, content='', contentless_delete=1,"
    " tokenize='unicode61 remove_diacritics 2')",
    "CREATE TEMP TABLE search_map (docid INTEGER PRIMARY KEY, kind TEXT NOT NULL,"
    " id TEXT NOT NULL, size INTEGER NOT NULL, UNIQUE (kind, id)) STRICT",
)
Subject = tuple[str, str]  # kind and id of what a hit leads to


@dataclass(frozen=True, slots=True)
class Hit:
    """Something that was found: what kind of thing, and its id."""

    kind: str
    id: str


class Searchable(Protocol):
    """An open workspace."""

    @property
    def index(self) -> Index: ...


def find(
    store: Searchable, query: str, kinds: Collection[str] | None = None, limit: int = 50
) -> tuple[Hit, ...]:
    """Return what holds all words of the query, of these kinds only if given.

    Any text is a query. What says little else comes first. FTS5's own rank is not used: it
    remembers what was deleted.
    """
    return store.index.find(query, kinds, limit)


class Index:
    """The words of a workspace, in memory."""

    def __init__(self, db: Database) -> None:
        self._db = db
        self._built = False
        self._read_in_step = False
        self._stale: set[Subject] = set()
        self._rows: set[tuple[str, str]] = set()  # whose subjects are read before a search

    def touch(self, changed: Iterable[tuple[str, str, Mapping[str, object]]]) -> None:
        """Note that rows changed: table, id, and the row as it was (empty if new)."""
        self._read_in_step = False
        if not self._built:
            return
        for table, row, before in changed:
            if table in _TABLES_READ:
                self._rows.add((table, row))
                self._stale.update(_subjects(table, before))

    def discard(self) -> None:
        """Forget what was read inside a step that has been taken back."""
        if self._read_in_step:
            self._built = self._read_in_step = False
            self._rows.clear()

    def find(
        self, query: str, kinds: Collection[str] | None = None, limit: int = 50
    ) -> tuple[Hit, ...]:
        """Return what `search.find` returns."""
        asked = folding.question(query)
        if not asked:
            return ()
        self.catch_up()
        among = f" AND kind IN ({', '.join('?' * len(kinds))})" if kinds is not None else ""
        rows = run(
            self._db,
            "SELECT kind, id FROM search_words JOIN search_map ON docid = search_words.rowid"
            f" WHERE search_words MATCH ?{among} ORDER BY size, kind, id LIMIT ?",
            [asked, *(kinds or ()), limit],
        )
        return tuple(Hit(kind, found) for kind, found in rows)

    def catch_up(self) -> None:
        """Read what is not in the index yet; worth calling when the user is not waiting."""
        if self._built and not self._stale and not self._rows:
            return
        self._read_in_step = self._db.conn.in_transaction
        with driver.writable(self._db), self._db.atomic():
            if not self._built:
                for name in ("search_words", "search_map"):
                    run(self._db, f"DROP TABLE IF EXISTS temp.{name}")
                for statement in _TABLES:
                    run(self._db, statement)
                self._stale = _everything(self._db)
            for table, row in self._rows:
                self._stale.update(_of_row(self._db, table, row))
            for subject in self._stale:
                _index(self._db, subject)
        self._built = True
        self._stale.clear()
        self._rows.clear()


_OF_TABLE: dict[str, Searched] = {searched.table: searched for searched in SEARCHED}
_TABLES_READ = frozenset({"texts", *_OF_TABLE})
_OWNER_OF_KIND = {kind: table for table, kind in SEARCHED_OWNERS.items()}


def _leading(table: str) -> tuple[str, ...]:
    return ("owner_table", "owner") if table == "texts" else (_OF_TABLE[table].id,)


def _subjects(table: str, row: Mapping[str, object]) -> list[Subject]:
    if not row:
        return []
    if table == "texts":
        kind = SEARCHED_OWNERS.get(str(row["owner_table"]))
        return [(kind, str(row["owner"]))] if kind else []
    searched = _OF_TABLE[table]
    return [(searched.kind, str(row[searched.id]))]


def _read(db: Database, table: str, where: str = "", *values: str) -> set[Subject]:
    columns = _leading(table)
    rows = run(db, f"SELECT {', '.join(columns)} FROM {table} {where}", values)
    named = (dict(zip(columns, row, strict=True)) for row in rows)
    return {subject for row in named for subject in _subjects(table, row)}


def _of_row(db: Database, table: str, row: str) -> set[Subject]:
    return _read(db, table, "WHERE id = ?", row)


def _everything(db: Database) -> set[Subject]:
    return {subject for table in _TABLES_READ for subject in _read(db, table)}


def _index(db: Database, subject: Subject) -> None:
    said = folding.words(" \n ".join(_said(db, subject)))
    known = run(db, "SELECT docid FROM search_map WHERE kind = ? AND id = ?", subject)
    for (docid,) in known:
        run(db, "DELETE FROM search_words WHERE rowid = ?", [docid])
        run(db, "DELETE FROM search_map WHERE docid = ?", [docid])
    if said:
        sql = "INSERT INTO search_map (kind, id, size) VALUES (?, ?, ?) RETURNING docid"
        ((docid,),) = run(db, sql, [*subject, len(said)])
        run(db, "INSERT INTO search_words (rowid, words) VALUES (?, ?)", [docid, said])


def _said(db: Database, subject: Subject) -> list[str]:
    """Return all that one thing says, in an order that depends on its content only."""
    kind, row = subject
    found: list[str] = []
    for searched in SEARCHED:
        if searched.kind == kind:
            columns = ", ".join(searched.columns)
            sql = f"SELECT {columns} FROM {searched.table} WHERE {searched.id} = ?"
            found += sorted(" \n ".join(filter(None, one)) for one in run(db, sql, [row]))
    if owner := _OWNER_OF_KIND.get(kind):
        sql = "SELECT wording FROM texts WHERE owner = ? AND owner_table = ?"
        found += sorted(wording for (wording,) in run(db, sql, [row, owner]))
    return found
