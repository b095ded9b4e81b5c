"""Search over the library, people, agenda, notes and findings of a workspace.

The index is a contentless FTS5 table: it keeps words, not texts. One document stands for
everything that one thing says, in all its languages; its number is random, so that it tells no
order. The index is derived: it follows the content in the same transaction, after a step, an
undo and a redo alike, and is built anew when its form or the schema changes.
"""

from __future__ import annotations

import secrets
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Protocol

from sqlite_utils import Database

from dialogueprep.store import folding
from dialogueprep.store.driver import run
from dialogueprep.store.schema import SEARCHED, SEARCHED_OWNERS, Searched

FORM = 2
BESIDE = ("search_map",)
_TABLES = (
    "CREATE VIRTUAL TABLE search_words USING fts5(words, content='', contentless_delete=1,"
    " tokenize='unicode61 remove_diacritics 2')",
    "CREATE TABLE search_map (docid INTEGER PRIMARY KEY, kind TEXT NOT NULL, id TEXT NOT NULL,"
    " size INTEGER NOT NULL, UNIQUE (kind, id)) STRICT",
)
Subject = tuple[str, str]  # kind and id of what a hit leads to


@dataclass(frozen=True, slots=True)
class Hit:
    """Something that was found: what kind of thing, and its id."""

    kind: str
    id: str


class Searchable(Protocol):
    """Whatever has the database open."""

    @property
    def db(self) -> Database: ...


def find(
    store: Searchable, query: str, kinds: Collection[str] | None = None, limit: int = 50
) -> tuple[Hit, ...]:
    """Return what holds all words of the query, of these kinds only if given.

    What says little else comes first. FTS5's own rank is not used: it remembers what was deleted.
    """
    asked = folding.question(query)
    if not asked:
        return ()
    among = f" AND kind IN ({', '.join('?' * len(kinds))})" if kinds is not None else ""
    rows = run(
        store.db,
        "SELECT kind, id FROM search_words JOIN search_map ON docid = search_words.rowid"
        f" WHERE search_words MATCH ?{among} ORDER BY size, kind, id LIMIT ?",
        [asked, *(kinds or ()), limit],
    )
    return tuple(Hit(kind, found) for kind, found in rows)


def prepare(db: Database, *, changed: bool) -> None:
    """Build the index if it is missing, of another form, or if the schema has changed."""
    form = run(db, "PRAGMA user_version")[0][0]
    if form == FORM and not changed:
        return
    with db.atomic():
        for name in ("search_words", "search_map"):
            run(db, f"DROP TABLE IF EXISTS {name}")
        for statement in _TABLES:
            run(db, statement)
        for subject in _everything(db):
            _index(db, subject)
        run(db, f"PRAGMA user_version = {FORM}")


def refresh(db: Database, touched: Iterable[tuple[str, str, Mapping[str, object]]]) -> None:
    """Index again what these rows say: table, id, and the row as it was (empty if new)."""
    subjects: set[Subject] = set()
    for table, row, before in touched:
        if table == "texts" or table in _OF_TABLE:
            subjects.update(_subjects(table, before))
            columns = ", ".join(_leading(table))
            now = run(db, f"SELECT {columns} FROM {table} WHERE id = ?", [row])
            subjects.update(s for one in now for s in _subjects(table, _named(table, one)))
    for subject in subjects:
        _index(db, subject)


def forget_words(db: Database) -> None:
    """Merge the index into one piece: words of what is gone leave no trace in it."""
    run(db, "INSERT INTO search_words (search_words) VALUES ('optimize')")


_OF_TABLE: dict[str, Searched] = {searched.table: searched for searched in SEARCHED}
_OWNER_OF_KIND = {kind: table for table, kind in SEARCHED_OWNERS.items()}


def _leading(table: str) -> tuple[str, ...]:
    return ("owner_table", "owner") if table == "texts" else (_OF_TABLE[table].id,)


def _named(table: str, values: tuple[object, ...]) -> dict[str, object]:
    return dict(zip(_leading(table), values, strict=True))


def _subjects(table: str, row: Mapping[str, object]) -> list[Subject]:
    if not row:
        return []
    if table == "texts":
        kind = SEARCHED_OWNERS.get(str(row["owner_table"]))
        return [(kind, str(row["owner"]))] if kind else []
    searched = _OF_TABLE[table]
    return [(searched.kind, str(row[searched.id]))]


def _everything(db: Database) -> set[Subject]:
    tables = {"texts", *_OF_TABLE} & set(db.table_names())
    return {
        subject
        for table in tables
        for row in run(db, f"SELECT {', '.join(_leading(table))} FROM {table}")
        for subject in _subjects(table, _named(table, row))
    }


def _index(db: Database, subject: Subject) -> None:
    said = folding.words(" \n ".join(_said(db, subject)))
    known = run(db, "SELECT docid FROM search_map WHERE kind = ? AND id = ?", subject)
    for (docid,) in known:
        run(db, "DELETE FROM search_words WHERE rowid = ?", [docid])
        run(db, "DELETE FROM search_map WHERE docid = ?", [docid])
    if said:
        docid = secrets.randbits(62) + 1
        run(db, "INSERT INTO search_map VALUES (?, ?, ?, ?)", [docid, *subject, len(said)])
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
