"""The rows of one dialogue that belong to a purpose, and how they come into another workspace."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from dialogueprep.domain.dialogue import DialogueId
from dialogueprep.domain.kits import Purpose
from dialogueprep.store import kit_contents
from dialogueprep.store.driver import Database, run
from dialogueprep.store.rows import Readable

_MINE = "dialogue = :d"
_AT_ITEMS = "item IN (SELECT id FROM items WHERE dialogue = :d AND aside <= :aside)"
_SHARED = "private = 0 AND draft = 0"
# Children first: rules that triggers keep for a closed dialogue, or an item without notes, look at
# the parent, which is not there yet when a row comes that has passed them long ago.
_WHICH: Mapping[str, str] = {
    "finding_notes": "finding IN (SELECT id FROM findings WHERE dialogue = :d)"
    f" AND note IN (SELECT id FROM notes WHERE {_SHARED})",
    "finding_answers": "finding IN (SELECT id FROM findings WHERE dialogue = :d)",
    "notes": f"item IN (SELECT id FROM items WHERE dialogue = :d) AND {_SHARED}",
    "statements": _MINE,
    "findings": _MINE,
    "proposals": _MINE,
    "attendances": _AT_ITEMS,
    "item_recommendations": _AT_ITEMS,
    "item_questions": _AT_ITEMS,
    "name_forms": "person IN (SELECT person FROM participations WHERE dialogue = :d)",
    "participations": _MINE,
    "persons": "id IN (SELECT person FROM participations WHERE dialogue = :d)",
    "items": "dialogue = :d AND aside <= :aside",
    "follow_ups": _MINE,
    "releases": _MINE,
    "agenda_versions": _MINE,
    "designations": _MINE,
    "published": _MINE,
    "targets": _MINE,
    "drafts": _MINE,
    "circulations": _MINE,
    "decisions": _MINE,
    "returns": _MINE,
    "days": _MINE,
    "orders": _MINE,
    "hosts": _MINE,
    "delegations": _MINE,
    "dialogues": "id = :d",
    "series": "id = (SELECT series FROM dialogues WHERE id = :d)",
}
_AMONG = "{0} IN (SELECT value FROM json_each(:these))"


@dataclass(frozen=True, slots=True)
class Rows:
    """Rows of one table: values in the order of the columns, of which id and version come first.

    ``reduced`` has the ids of those that say less than they do at home, with their version there;
    here they have another one.
    """

    table: str
    columns: tuple[str, ...]
    values: tuple[tuple[Any, ...], ...]
    reduced: Mapping[str, str] = field(default_factory=dict[str, str])

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids of the rows."""
        return tuple(row[0] for row in self.values)

    def column(self, name: str) -> tuple[Any, ...]:
        """Return the values of one column; none where the rows do not have it."""
        if name not in self.columns:
            return ()
        at = self.columns.index(name)
        return tuple(row[at] for row in self.values)


def chosen(store: Readable, dialogue: DialogueId, purpose: Purpose) -> tuple[Rows, ...]:
    """Return what goes into a kit: of the library, then the rows of a dialogue, children first."""
    wanted = kit_contents.COLUMNS[purpose]
    values = {"d": dialogue, "aside": 0 if purpose in kit_contents.WITHOUT_ASIDE else 1}
    found = [
        _reduced(store.db, table, wanted[table], where, values)
        for table, where in _WHICH.items()
        if table in wanted
    ]
    library = [*_of_library(store.db, wanted, found)]
    return (*library, *_texts(store.db, purpose, [*library, *found]), *found)


def reduced_version(version: str, table: str, columns: Iterable[str]) -> str:
    """Return the version of a row that says less: always the same, and not that of the whole."""
    said = "\n".join((version, table, *sorted(columns)))
    return hashlib.sha256(said.encode()).hexdigest()[:16]


def defaults(db: Database, table: str) -> dict[str, Any]:
    """Return what each column of a table holds where nothing is said."""
    about = run(db, "SELECT name, dflt_value FROM pragma_table_info(?)", [table])
    usual = {name: _value(db, default) for name, default in about}
    return {**usual, **kit_contents.STANDS_IN.get(table, {})}


def _value(db: Database, default: str | None) -> Any:
    return run(db, f"SELECT {default}")[0][0] if default is not None else None


def _reduced(
    db: Database, table: str, columns: Sequence[str], where: str, values: Mapping[str, object]
) -> Rows:
    """Return rows with these columns; what stays behind has its default."""
    carried = ("id", "version", *columns)
    usual = defaults(db, table)
    fixed = {c: v for c, v in kit_contents.STANDS_IN.get(table, {}).items() if c not in carried}
    left = [c for c in usual if c not in carried]
    asked = ", ".join((*carried, *left))
    read = db.conn.execute(f"SELECT {asked} FROM {table} WHERE {where}", values).fetchall()
    rows: list[tuple[Any, ...]] = []
    reduced: dict[str, str] = {}
    for row in read:
        kept, rest = row[: len(carried)], row[len(carried) :]
        if any(value != usual[column] for column, value in zip(left, rest, strict=True)):
            reduced[row[0]] = row[1]
            kept = (row[0], reduced_version(row[1], table, columns), *kept[2:])
        rows.append((*kept, *fixed.values()))
    return Rows(table, (*carried, *fixed), tuple(rows), reduced)


def _of_library(db: Database, wanted: kit_contents.Columns, found: list[Rows]) -> Iterator[Rows]:
    """Yield the recommendations and topics that rows refer to, and of these nothing else."""
    named = _named(found, "recommendation")
    recommendations = _some(db, "recommendations", wanted["recommendations"], named)
    yield recommendations
    topics = _named([*found, recommendations], "topic")
    yield _some(db, "topics", wanted["topics"], topics)


def _named(found: Iterable[Rows], column: str) -> list[str]:
    return sorted({each for rows in found for each in rows.column(column) if each})


def _some(db: Database, table: str, columns: Sequence[str], ids: Sequence[str]) -> Rows:
    return _reduced(db, table, columns, _AMONG.format("id"), _these(ids))


def _these(ids: Iterable[str]) -> dict[str, object]:
    return {"these": json.dumps(list(ids))}


def _texts(db: Database, purpose: Purpose, found: Iterable[Rows]) -> Iterator[Rows]:
    """Yield the wordings of the fields that belong to a purpose, of the rows that do."""
    columns = kit_contents.COLUMNS[purpose]["texts"]
    for rows in found:
        fields = kit_contents.TEXTS[purpose].get(rows.table, ())
        if not fields or not rows.values:
            continue
        where = f"owner_table = '{rows.table}' AND {_AMONG.format('owner')}"
        read = _reduced(db, "texts", columns, where, _these(rows.ids))
        yield Rows("texts", read.columns, tuple(_of_fields(read, fields)))


def _of_fields(rows: Rows, fields: Sequence[str]) -> Iterator[tuple[Any, ...]]:
    at = rows.columns.index("field")
    for row in rows.values:
        letters = kit_contents.LETTERS in fields and row[at].startswith(kit_contents.LETTERS)
        if row[at] in fields or letters:
            yield row


def settings_of(store: Readable, dialogue: DialogueId, purpose: Purpose) -> Rows:
    """Return the settings that go with a dialogue."""
    names = [name.format(dialogue) for name in kit_contents.SETTINGS.get(purpose, ())]
    return _reduced(store.db, "settings", ("value",), _AMONG.format("id"), _these(names))


def write(db: Database, rows: Rows) -> None:
    """Write rows as they are, in an open transaction."""
    columns = ", ".join(rows.columns)
    marks = ", ".join("?" * len(rows.columns))
    db.conn.executemany(f"INSERT INTO {rows.table} ({columns}) VALUES ({marks})", rows.values)


def brought(kit: Readable) -> Iterator[Rows]:
    """Yield all that a kit holds, in the order in which it was written; no tombstones."""
    for table in (*kit_contents.LIBRARY, "texts", *_WHICH):
        yield _every(kit.db, table)


def _every(db: Database, table: str, where: str = "1") -> Rows:
    read = db.conn.execute(f"SELECT * FROM {table} WHERE {where}")
    return Rows(table, tuple(c[0] for c in read.description), tuple(read.fetchall()))


def known(store: Readable, rows: Rows) -> frozenset[str]:
    """Return the ids of rows that are in a workspace already."""
    where = _AMONG.format("id")
    found = store.db.conn.execute(f"SELECT id FROM {rows.table} WHERE {where}", _these(rows.ids))
    return frozenset(each for (each,) in found)


def buried(store: Readable, rows: Rows) -> frozenset[str]:
    """Return the ids of rows that were in a workspace and are gone."""
    where = f"table_name = '{rows.table}' AND {_AMONG.format('id')}"
    found = store.db.conn.execute(f"SELECT id FROM tombstones WHERE {where}", _these(rows.ids))
    return frozenset(each for (each,) in found)


def without(rows: Rows, column: str, values: Container[str]) -> Rows:
    """Return rows but for those that have one of these values in a column."""
    at = rows.columns.index(column)
    kept = tuple(row for row in rows.values if row[at] not in values)
    return replace(rows, values=kept)


def graves(store: Readable, purpose: Purpose) -> Rows:
    """Return the tombstones that go with a kit: of notes, and of rows that were ever shared.

    Those of rows that were destroyed stay: what others keep of them is not for this workspace
    to say.
    """
    where = (
        "table_name IN (SELECT value FROM json_each(:tables)) AND (table_name = 'notes'"
        " OR EXISTS (SELECT 1 FROM _lineage l WHERE l.id = tombstones.id"
        " AND l.table_name = tombstones.table_name))"
        " AND id NOT IN (SELECT j.value FROM settings s, json_each(s.value) j"
        " WHERE s.id GLOB 'gone/*')"
    )
    tables = {"tables": json.dumps(sorted(kit_contents.COLUMNS[purpose]))}
    read = store.db.conn.execute(f"SELECT * FROM tombstones WHERE {where}", tables)
    return Rows("tombstones", tuple(c[0] for c in read.description), tuple(read.fetchall()))


def graves_in(kit: Readable) -> Rows:
    """Return the tombstones that a kit has."""
    return _every(kit.db, "tombstones")


def same_shipped(store: Readable, rows: Rows) -> dict[str, str]:
    """Return ids of shipped entries of a kit with those under which they are here."""
    names = [name for name in rows.column("shipped") if name]
    asked = f"SELECT shipped, id FROM {rows.table} WHERE {_AMONG.format('shipped')}"
    here = dict(store.db.conn.execute(asked, _these(names)).fetchall())
    pairs = zip(rows.ids, rows.column("shipped"), strict=True)
    return {row: here[name] for row, name in pairs if name in here and here[name] != row}


def renamed(rows: Rows, names: Mapping[str, str]) -> Rows:
    """Return rows that name entries of the library by the ids that these have here."""
    at = [rows.columns.index(c) for c in ("topic", "recommendation") if c in rows.columns]
    if not at or not names:
        return rows
    values = (
        tuple(names.get(cell, cell) if n in at else cell for n, cell in enumerate(row))
        for row in rows.values
    )
    return replace(rows, values=tuple(values))
