"""What an undo leaves where the state that gives way is known to others: a change that follows it.

A row that comes back gets a new token, and a row that goes leaves a tombstone. With its old token,
or without a trace, it would look as if only the others had gone on, and their state came back.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from typing import Literal

from dialogueprep.store.driver import Database, run

_ANY = "SELECT EXISTS (SELECT 1 FROM _lineage)"
_SHARED = "SELECT 1 FROM _lineage WHERE id = ? AND table_name = ? AND version = ?"
_THERE = "SELECT 1 FROM tombstones WHERE id = ? AND table_name = ?"
State = tuple[Literal["insert", "update", "delete"], str, str, str]
"""What was done to a row, its table, its id, and the version that it had before."""


def follow_shared(db: Database, gone: Iterable[State]) -> None:
    """Mark what took the place of states that others know, in the transaction of an undo.

    A row of which one state after another gives way until it is gone leaves a tombstone, whichever
    of these others know.
    """
    states = list(gone)
    if not states or not _keeps_lineage(db) or not run(db, _ANY)[0][0]:
        return
    for verb, table, row, version in states:
        if verb == "insert":
            _come_back(db, table, row)
        elif not run(db, _SHARED, [row, table, version]):
            continue
        elif run(db, f'SELECT 1 FROM "{table}" WHERE id = ?', [row]):
            token = os.urandom(8).hex()
            run(db, f'UPDATE "{table}" SET version = ? WHERE id = ?', [token, row])
        elif not run(db, _THERE, [row, table]):
            values = [row, table, version]
            run(db, "INSERT INTO tombstones (id, table_name, version) VALUES (?, ?, ?)", values)


def _come_back(db: Database, table: str, row: str) -> None:
    """Give a row a new token whose deletion others know, so that it can be deleted again."""
    found = run(db, f'SELECT version FROM "{table}" WHERE id = ?', [row])
    if found and run(db, _SHARED, [row, table, f"-{found[0][0]}"]):
        token = os.urandom(8).hex()
        run(db, f'UPDATE "{table}" SET version = ? WHERE id = ?', [token, row])


def _keeps_lineage(db: Database) -> bool:
    return bool(run(db, "SELECT 1 FROM main.sqlite_master WHERE name = '_lineage'"))
