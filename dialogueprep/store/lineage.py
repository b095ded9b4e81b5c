"""Which versions of a row ever left this workspace or came into it from another one.

A version that was never shared needs no memory. Nothing here is undone: an undo cannot call back
what left. A deleted row keeps its lineage beside its tombstone, so that whoever has it at an
older version is known not to have changed it. Versions are random and say nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from dialogueprep.domain.row_versions import deletion_of
from dialogueprep.store.driver import run
from dialogueprep.store.rows import Readable
from dialogueprep.store.step import Step

_AT_ONCE = 500  # ids that are asked for in one statement
_PUT = (
    "INSERT INTO _lineage (id, table_name, version, same) VALUES (?, ?, ?, ?)"
    " ON CONFLICT (id, table_name, version) DO UPDATE SET same = excluded.same"
    " WHERE excluded.same <> ''"
)


def shared(step: Step, rows: Iterable[tuple[str, str, str]]) -> None:
    """Note that rows leave in a kit: table, id and version of each."""
    _put(step, ((row, table, version, "") for table, row, version in rows))


def shared_deletions(step: Step, rows: Iterable[tuple[str, str, str]]) -> None:
    """Note that tombstones leave in a kit: table, id and version of each."""
    shared(step, ((table, row, deletion_of(version)) for table, row, version in rows))


def of(source: Readable, ids: Iterable[str]) -> dict[str, frozenset[str]]:
    """Return the shared versions of rows by id; rows that were never shared are left out."""
    found: dict[str, set[str]] = {}
    for row, _, version, _ in _read(source, ids):
        found.setdefault(row, set()).add(version)
    return {row: frozenset(versions) for row, versions in found.items()}


def of_rows(source: Readable, ids: Iterable[str]) -> dict[tuple[str, str], dict[str, str]]:
    """Return the shared versions by table and id, each with the version that it is the same as."""
    found: dict[tuple[str, str], dict[str, str]] = {}
    for row, table, version, same in _read(source, ids):
        found.setdefault((table, row), {})[version] = same
    return found


def adopt(step: Step, table: str, row: str, versions: Iterable[str], same: str = "") -> None:
    """Take over the lineage of a row; ``same`` is its version if these had the same content."""
    _put(step, ((row, table, version, same) for version in versions))


def adopt_all(step: Step, known: Mapping[tuple[str, str], Mapping[str, str]]) -> None:
    """Take over lineages as `of_rows` returns them."""
    _put(
        step,
        (
            (row, table, version, same)
            for (table, row), versions in known.items()
            for version, same in versions.items()
        ),
    )


def forget(step: Step, table: str, ids: Iterable[str]) -> None:
    """Let go of the lineage of rows, as where all that is known of them is destroyed."""
    sql = "DELETE FROM _lineage WHERE table_name = ? AND id = ?"
    step.db.conn.executemany(sql, [(table, each) for each in ids])


def renamed(source: Readable) -> dict[tuple[str, str], str]:
    """Return by table and id, as another workspace knows a row, the id that it has here."""
    found = run(source.db, "SELECT table_name, id, stands FROM _renamed")
    return {(table, row): stands for table, row, stands in found}


def rename(step: Step, names: Mapping[tuple[str, str], str]) -> None:
    """Keep under which other ids rows are known elsewhere."""
    sql = (
        "INSERT INTO _renamed (table_name, id, stands) VALUES (?, ?, ?)"
        " ON CONFLICT (id, table_name) DO UPDATE SET stands = excluded.stands"
    )
    step.db.conn.executemany(sql, [(*ref, stands) for ref, stands in names.items()])


def _put(step: Step, rows: Iterable[tuple[str, str, str, str]]) -> None:
    step.db.conn.executemany(_PUT, rows)


def _read(source: Readable, ids: Iterable[str]) -> Iterator[tuple[str, str, str, str]]:
    for some in slices(list(dict.fromkeys(ids))):
        marks = ", ".join("?" * len(some))
        sql = f"SELECT id, table_name, version, same FROM _lineage WHERE id IN ({marks})"
        yield from run(source.db, sql, some)


def slices(ids: Sequence[str]) -> Iterator[Sequence[str]]:
    """Yield ids so many at a time as one statement can hold."""
    for start in range(0, len(ids), _AT_ONCE):
        yield ids[start : start + _AT_ONCE]
