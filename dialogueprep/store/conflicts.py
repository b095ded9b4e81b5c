"""Rows that both sides changed: mine stands in its table, theirs waits here to be decided on.

Theirs is kept as JSON in the encrypted database, like everything; it goes with its dialogue, and
where a note is struck it goes too.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import replace

from dialogueprep.domain.merge_plan import Conflict, Reason
from dialogueprep.domain.merge_sides import Ref
from dialogueprep.store import rows, whether
from dialogueprep.store.driver import run
from dialogueprep.store.rows import Readable, Row
from dialogueprep.store.step import Step

_ONE = "table_name = ? AND id = ?"


def waiting(source: Readable, dialogue: str = "") -> tuple[Conflict, ...]:
    """Return what has not been decided, of one dialogue or of all."""
    where = "dialogue = ?" if dialogue else ""
    found = rows.select(source, "conflicts", where, [dialogue] if dialogue else [])
    return tuple(_of_row(row) for row in found)


def count(source: Readable) -> int:
    """Return on how many things one has to decide; what is decided together counts once."""
    return whether.undecided(source)


def put(step: Step, conflict: Conflict) -> None:
    """Let a row of the other side wait; one that waits at the same version already stays."""
    row = _row(conflict)
    where = f"{_ONE} AND version = ?"
    ref = [*conflict.ref, conflict.version]
    if next(rows.select(step, "conflicts", where, ref), None) == row:
        return
    drop(step, [conflict])
    rows.insert(step, "conflicts", row)


def drop(step: Step, conflicts: Iterable[Conflict]) -> None:
    """Let go of rows that waited."""
    for it in conflicts:
        run(step.db, f"DELETE FROM conflicts WHERE {_ONE} AND version = ?", [*it.ref, it.version])


def move(step: Step, table: str, row: str, to: str) -> None:
    """Let what waits for a row wait for it under the id that it has got."""
    old, new = (table, row), (table, to)
    for it in [it for it in waiting(step) if old in (it.ref, it.root)]:
        drop(step, [it])
        theirs = {**it.theirs, "id": to} if it.ref == old and it.theirs is not None else it.theirs
        ref, root = (new if each == old else each for each in (it.ref, it.root))
        put(step, replace(it, ref=ref, root=root, theirs=theirs))


def drop_rows(step: Step, table: str, ids: Iterable[str]) -> None:
    """Let go of all that waits for these rows, as where they are struck."""
    for each in ids:
        run(step.db, f"DELETE FROM conflicts WHERE {_ONE}", [table, each])


def _row(it: Conflict) -> Row:
    theirs = dict(it.theirs) if it.theirs is not None else None
    return {
        "id": it.ref[1],
        "table_name": it.ref[0],
        "version": it.version,
        "content": json.dumps(theirs, ensure_ascii=False),
        "known": json.dumps(sorted(it.known)),
        "reason": it.reason.value,
        "root_table": it.root[0],
        "root": it.root[1],
        "dialogue": it.dialogue,
    }


def _of_row(row: Row) -> Conflict:
    ref: Ref = (row["table_name"], row["id"])
    root: Ref = (row["root_table"], row["root"])
    theirs = json.loads(row["content"])
    known = frozenset[str](json.loads(row["known"]))
    version, dialogue = row["version"], row["dialogue"]
    return Conflict(ref, Reason(row["reason"]), theirs, version, known, root, dialogue)
