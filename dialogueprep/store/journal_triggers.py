"""Which tables are journalled, and the TEMP triggers that write down what becomes of their rows."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from dialogueprep.store.driver import Database, run

Verb = Literal["insert", "update", "delete"]
_FRESH = "lower(hex(randomblob(8)))"


@dataclass(frozen=True, slots=True)
class Shape:
    """How a table is journalled: its columns, and those that name a row."""

    table: str
    columns: tuple[str, ...]
    key: tuple[str, ...]
    versioned: bool


def shapes(db: Database) -> dict[str, Shape]:
    """Return the tables that are journalled: all but the driver's own."""
    rows = run(
        db,
        "SELECT name, wr, type FROM pragma_table_list WHERE schema = 'main'"
        " AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' AND name NOT LIKE '\\_%' ESCAPE '\\'",
    )
    return {
        name: _shape(db, name, bool(without_rowid))
        for name, without_rowid, kind in rows
        if kind == "table"
    }


def _shape(db: Database, table: str, without_rowid: bool) -> Shape:
    about = run(db, "SELECT name, type, pk FROM pragma_table_info(?)", [table])
    columns = tuple(name for name, _, _ in about)
    named = [(pk, name, kind) for name, kind, pk in about if pk]
    key = tuple(name for _, name, _ in sorted(named))
    is_rowid = [kind.upper() for _, _, kind in named] == ["INTEGER"]
    versioned = "version" in columns and key == ("id",)
    if without_rowid or is_rowid:
        return Shape(table, columns, key, versioned)
    return Shape(table, ("rowid", *columns), ("rowid",), versioned)


def triggers(shape: Shape, has_tombstones: bool) -> Iterable[str]:
    """Yield the definitions of the triggers of a table."""
    tokens = shape.versioned
    graves = tokens and has_tombstones
    yield _trigger(
        shape,
        "insert",
        _log(shape, "insert", "NEW", None),
        _new_token(shape, "NEW.version = ''") if tokens else "",
        _no_tombstone(shape, "NEW") if graves else "",
    )
    yield _trigger(
        shape,
        "update",
        _log(shape, "update", "NEW", "OLD"),
        _new_token(shape, "NEW.version IS OLD.version") if tokens else "",
    )
    yield _trigger(
        shape,
        "delete",
        _log(shape, "delete", "OLD", "OLD"),
        _no_tombstone(shape, "OLD") + _tombstone(shape) if graves else "",
    )


def _trigger(shape: Shape, verb: Verb, *body: str) -> str:
    when = ""
    if verb == "update":
        old, new = (", ".join(f'{side}."{c}"' for c in shape.columns) for side in ("OLD", "NEW"))
        when = f" WHEN ({old}) IS NOT ({new})"
    return (
        f'CREATE TEMP TRIGGER "log_{verb}_{shape.table}" AFTER {verb.upper()}'
        f' ON main."{shape.table}" FOR EACH ROW{when} BEGIN {"".join(body)} END;\n'
    )


def _log(shape: Shape, verb: Verb, named: str, image: str | None) -> str:
    keys = [f"k{n}" for n in range(len(shape.key))]
    values = [f'{named}."{column}"' for column in shape.key]
    if image:
        keys += [f"c{n}" for n in range(len(shape.columns))]
        values += [f'{image}."{column}"' for column in shape.columns]
    return (
        f"INSERT INTO undo_log (verb, name, {', '.join(keys)})"
        f" VALUES ('{verb}', '{shape.table}', {', '.join(values)});"
    )


def _row_is(shape: Shape, side: str) -> str:
    return " AND ".join(f'"{column}" = {side}."{column}"' for column in shape.key)


_UNLESS_REPLAYING = "NOT EXISTS (SELECT 1 FROM replaying)"


def _new_token(shape: Shape, when: str) -> str:
    return (
        f'UPDATE "{shape.table}" SET version = {_FRESH}'
        f" WHERE {_row_is(shape, 'NEW')} AND {when} AND {_UNLESS_REPLAYING};"
    )


def _no_tombstone(shape: Shape, side: str) -> str:
    return (
        f"DELETE FROM tombstones WHERE id = {side}.id AND table_name = '{shape.table}'"
        f" AND {_UNLESS_REPLAYING};"
    )


def _tombstone(shape: Shape) -> str:
    # Not OR REPLACE: the conflict clause of the outer statement would override it.
    return (
        "INSERT INTO tombstones (id, table_name, version)"
        f" SELECT OLD.id, '{shape.table}', OLD.version WHERE {_UNLESS_REPLAYING};"
    )
