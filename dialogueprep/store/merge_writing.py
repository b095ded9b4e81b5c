"""Writing what merging changes: rows with their tokens as they are, parents first."""

from __future__ import annotations

from collections.abc import Generator, Iterable, Sequence
from contextlib import contextmanager
from itertools import groupby

from dialogueprep.domain.merge_plan import Plan
from dialogueprep.domain.merge_sides import Ref
from dialogueprep.domain.row_versions import State
from dialogueprep.store import lineage, rows
from dialogueprep.store.driver import run
from dialogueprep.store.merge_sides import shape
from dialogueprep.store.rows import Row
from dialogueprep.store.step import Step

_UNBURY = "DELETE FROM tombstones WHERE table_name = ? AND id = ?"


def write(step: Step, plan: Plan) -> None:
    """Write a plan in the open step. Refused, if a rule of the workspace does not let it in."""
    with verbatim(step):
        lineage.rename(step, plan.names)
        delete(step, plan.deletes)
        for (table, old), new in plan.moves.items():
            if (table, new) in plan.puts or (table, new) in plan.graves:
                rows.delete(step, table, old)
        put(step, plan.puts)
        for ref, state in plan.graves.items():
            bury(step, ref, state)
        know(step, plan.known)


@contextmanager
def verbatim(step: Step) -> Generator[None]:
    """Write tokens and tombstones as they are given, and check what rows name at the end."""
    run(step.db, "PRAGMA defer_foreign_keys = ON")
    run(step.db, "INSERT INTO replaying VALUES (1)")
    yield
    run(step.db, "DELETE FROM replaying")


def delete(step: Step, states: dict[Ref, State]) -> None:
    """Delete rows, what belongs to others first, and leave their tombstones."""
    for ref in reversed(shape().sorted(states)):
        rows.delete(step, *ref)
        bury(step, ref, states[ref])


def bury(step: Step, ref: Ref, state: State) -> None:
    """Leave the tombstone of a row that is not here."""
    table, row = ref
    run(step.db, "DELETE FROM tombstones WHERE id = ? AND table_name = ?", [row, table])
    values = {"id": row, "table_name": table, "version": state.version}
    rows.insert(step, "tombstones", values)
    know(step, {ref: state})


def put(step: Step, states: dict[Ref, State]) -> None:
    """Write rows, new or changed. A dialogue is closed when all of it is there."""
    step.db.conn.executemany(_UNBURY, states)
    for table, together in groupby(shape().sorted(states), key=lambda ref: ref[0]):
        _put(step, table, [_content(states[ref]) for ref in together])
    for (table, row), state in states.items():
        if table == "dialogues" and state.content and state.content["phase"] == "closed":
            rows.update(step, table, row, {"phase": "closed"})
    know(step, states)


def _content(state: State) -> Row:
    content = {**(state.content or {}), "version": state.version}
    return content | {"phase": "drafting"} if content.get("phase") == "closed" else content


def _put(step: Step, table: str, contents: Sequence[Row]) -> None:
    """Write rows of one table, which all have the same columns."""
    columns = [column for column in contents[0] if column != "id"]
    there = _there(step, table, [row["id"] for row in contents])
    names, marks = ", ".join((*columns, "id")), ", ".join("?" * (len(columns) + 1))
    sets = ", ".join(f"{column} = ?" for column in columns)
    new = [row for row in contents if row["id"] not in there]
    changed = [row for row in contents if row["id"] in there]
    for sql, some in (
        (f"INSERT INTO {table} ({names}) VALUES ({marks})", new),
        (f"UPDATE {table} SET {sets} WHERE id = ?", changed),
    ):
        values = ([row[column] for column in (*columns, "id")] for row in some)
        step.db.conn.executemany(sql, values)


def _there(step: Step, table: str, ids: Sequence[str]) -> set[str]:
    found = set[str]()
    for some in lineage.slices(ids):
        marks = ", ".join("?" * len(some))
        there = run(step.db, f"SELECT id FROM {table} WHERE id IN ({marks})", some)
        found |= {row for (row,) in there}
    return found


def know(step: Step, states: dict[Ref, State]) -> None:
    """Write what rows follow, and what had the same content."""
    lineage.adopt_all(step, {ref: dict(_versions(state)) for ref, state in states.items()})


def _versions(state: State) -> Iterable[tuple[str, str]]:
    for each in state.known | state.past:
        alike = each in state.same and state.content is not None
        yield each, state.version if alike else ""
