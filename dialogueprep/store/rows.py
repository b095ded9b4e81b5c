"""Plain reading and writing of rows, for the modules of this package."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Protocol

from dialogueprep.store.driver import Database, DriverError
from dialogueprep.store.step import Step

Row = dict[str, Any]


class Readable(Protocol):
    """An open workspace, or a step in it."""

    @property
    def db(self) -> Database: ...


def execute(db: Database, query: str, values: Sequence[object] = ()) -> Any:
    """Run one statement with bound values and return its cursor."""
    return db.execute(query, values)


def select(
    source: Readable, table: str, where: str = "", values: Sequence[object] = (), order: str = ""
) -> Iterator[Row]:
    """Yield rows as dictionaries; ``where`` and ``order`` are SQL, values are bound."""
    query = f"SELECT * FROM {table}"
    query += f" WHERE {where}" if where else ""
    query += f" ORDER BY {order}" if order else ""
    cursor = execute(source.db, query, values)
    columns = [c[0] for c in cursor.description]
    try:
        for row in cursor:
            yield dict(zip(columns, row, strict=True))
    except DriverError as error:  # the first row was read before
        if told := source.db.told(error):
            raise told from error
        raise


def one(source: Readable, table: str, row_id: str) -> Row | None:
    """Return the row with this id, or None."""
    return next(select(source, table, "id = ?", [row_id]), None)


def insert(step: Step, table: str, row: Mapping[str, object]) -> None:
    """Write a new row."""
    columns = ", ".join(row)
    marks = ", ".join("?" * len(row))
    execute(step.db, f"INSERT INTO {table} ({columns}) VALUES ({marks})", list(row.values()))


def update(step: Step, table: str, row_id: str, row: Mapping[str, object]) -> None:
    """Change columns of the row with this id; unchanged values write nothing."""
    old = one(step, table, row_id)
    changed = {c: v for c, v in row.items() if old is None or old[c] != v}
    if changed:
        sets = ", ".join(f"{c} = ?" for c in changed)
        values = [*changed.values(), row_id]
        execute(step.db, f"UPDATE {table} SET {sets} WHERE id = ?", values)


def delete(step: Step, table: str, row_id: str) -> None:
    """Delete the row with this id."""
    execute(step.db, f"DELETE FROM {table} WHERE id = ?", [row_id])


def put(step: Step, table: str, row_id: str, row: Mapping[str, object]) -> None:
    """Write a row under this id, whether it is there already or not."""
    if one(step, table, row_id) is None:
        insert(step, table, {"id": row_id, **row})
    else:
        update(step, table, row_id, row)


def keep_only(step: Step, table: str, where: str, value: str, kept: Iterable[str]) -> None:
    """Delete the rows where a column has this value, but for those with the kept ids."""
    wanted = set(kept)
    for row in list(select(step, table, f"{where} = ?", [value])):
        if row["id"] not in wanted:
            delete(step, table, row["id"])


def next_position(step: Step, table: str, where: str, value: str) -> int:
    """Return the position after the last row where a column has this value."""
    query = f"SELECT coalesce(max(position) + 1, 0) FROM {table} WHERE {where} = ?"
    return execute(step.db, query, [value]).fetchone()[0]


def renumber(step: Step, table: str, ids: Iterable[str]) -> None:
    """Give the rows with these ids their positions, in this order."""
    wanted = list(ids)
    query = f"SELECT id, position FROM {table} WHERE id IN (SELECT value FROM json_each(?))"
    there = dict(execute(step.db, query, [as_list(wanted)]).fetchall())
    change = f"UPDATE {table} SET position = ? WHERE id = ?"
    for position, row_id in enumerate(wanted):
        if there.get(row_id, position) != position:
            execute(step.db, change, [position, row_id])


def as_list(values: Iterable[str]) -> str:
    """Return strings as they are kept in a list column."""
    return json.dumps(list(values), ensure_ascii=False)


def from_list(column: str) -> tuple[str, ...]:
    """Return the strings of a list column."""
    return tuple(json.loads(column))
