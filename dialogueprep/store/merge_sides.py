"""What merging reads: all of the other workspace, and of this one what that bears upon."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cache

from dialogueprep.domain.merge_sides import Ref, Reference, Row, Shape, Side
from dialogueprep.store import lineage, rows
from dialogueprep.store.driver import run
from dialogueprep.store.rows import Readable
from dialogueprep.store.tables import TABLES

_REFERS = re.compile(r"REFERENCES (\w+)\(id\) ON DELETE (CASCADE|SET NULL)")
_ENTRIES = ("topics", "recommendations")
APART = frozenset({"settings"})
"""Tables that are not merged: how a workspace is set up is its own."""
_OWNERS = {
    "texts": Reference("owner", (), goes_along=True, by="owner_table"),
    "ratings": Reference("subject", _ENTRIES, goes_along=True),
    "entry_passages": Reference("entry", _ENTRIES, goes_along=True),
    "entry_tags": Reference("entry", _ENTRIES, goes_along=True),
}
_KEYS = {
    "texts": ("owner", "field", "language"),
    "attendances": ("participation", "item"),
    "finding_notes": ("finding", "note"),
    "tags": ("slug",),
    "days": ("dialogue", "number"),
    "orders": ("dialogue", "kind", "language"),
    "drafts": ("dialogue", "product", "language"),
    "item_recommendations": ("item", "recommendation"),
    "entry_tags": ("entry", "tag"),
    "entry_passages": ("entry", "passage"),
    "topics": ("shipped",),
    "recommendations": ("shipped",),
    "sources": ("title", "publisher", "published"),
    "passages": ("source", "locator", "wording", "starts"),
}
_LOOSE = {
    "topic_questions": ("topic", "position"),
    "ratings": ("subject", "delegation", "axis", "rated"),
}
_PRIVATE = {"notes": "private = 0 AND draft = 0"}


@cache
def shape() -> Shape:
    """Return how the tables of a workspace hang together."""
    references = {table: tuple(_references(table)) for table in TABLES if table not in APART}
    above = {
        table: {target for r in refers for target in (r.targets or _owners(references))}
        for table, refers in references.items()
    }
    leaves = frozenset(_KEYS) - {"tags", "topics", "recommendations", "sources", "passages"}
    return Shape(references, _KEYS, _LOOSE, _in_order(above), leaves)


def _references(table: str) -> Iterator[Reference]:
    for column, kind in TABLES[table].items():
        if found := _REFERS.search(kind):
            yield Reference(column, (found[1],), goes_along=found[2] == "CASCADE")
    if table in _OWNERS:
        yield _OWNERS[table]


def _owners(tables: Iterable[str]) -> set[str]:
    return {table for table in tables if table != "texts"}


def _in_order(above: Mapping[str, Collection[str]]) -> tuple[str, ...]:
    placed: list[str] = []
    while left := [table for table in above if table not in placed]:
        ready = [t for t in left if {*above[t]} - {t} <= {*placed}]
        placed += ready or left
    return tuple(placed)


def read(store: Readable) -> Side:
    """Return all of a workspace but its settings and what is private or not yet written."""
    side = Side(renamed=lineage.renamed(store))
    for table in shape().order:
        for row in rows.select(store, table, _PRIVATE.get(table, "")):
            side.rows[table, row["id"]] = row
    graves = run(store.db, "SELECT table_name, id, version FROM tombstones")
    side.graves = {(t, row): version for t, row, version in graves if t not in APART}
    refs = set(side.refs())
    side.lineage = {
        ref: versions
        for ref, versions in lineage.of_rows(store, (row for _, row in refs)).items()
        if ref in refs
    }
    return side


def read_around(store: Readable, theirs: Side) -> Side:
    """Return of a workspace what merging another one has to know."""
    return _Around(store, theirs).read()


class _Around:
    """Reads rows by id, then those that are one with theirs, and up and down from there."""

    def __init__(self, store: Readable, theirs: Side) -> None:
        self._store, self._theirs, self._shape = store, theirs, shape()
        self._asked = set[Ref]()
        self.side = Side(renamed=lineage.renamed(store))

    def read(self) -> Side:
        theirs = self._theirs
        others = set(self._other_names())
        self._by_id({*theirs.refs(), *others})
        self._by_keys()
        self._by_id((r for ref, row in theirs.rows.items() for r in self._named(ref, row)))
        self._down([ref for ref in {*theirs.graves, *others} if ref in self.side.rows])
        self._statements()
        fresh = list(self.side.rows)
        while fresh:
            fresh = self._by_id({r for ref in fresh for r in self._named(ref, self.side.rows[ref])})
        self._graves()
        ids = {row for _, row in {*self.side.rows, *self.side.graves, *theirs.refs()}}
        self.side.lineage = lineage.of_rows(self._store, ids)
        return self.side

    def _other_names(self) -> Iterator[Ref]:
        mine, theirs = self.side.renamed, self._theirs
        for ref in theirs.refs():
            if ref in mine:
                yield ref[0], mine[ref]
        for (table, other), stands in theirs.renamed.items():
            if (table, stands) in theirs.rows or (table, stands) in theirs.graves:
                yield table, other
                yield table, mine.get((table, other), other)

    def _named(self, ref: Ref, row: Row) -> Iterator[Ref]:
        """Yield what a row may name, whichever of several tables it is in."""
        for reference in self._shape.references[ref[0]]:
            if not row[reference.column]:
                continue
            tables = (row[reference.by],) if reference.by else reference.targets
            yield from ((t, row[reference.column]) for t in tables if t not in APART)

    def _by_id(self, refs: Iterable[Ref]) -> list[Ref]:
        wanted: dict[str, list[str]] = {}
        for ref in refs:
            if ref not in self._asked:
                self._asked.add(ref)
                wanted.setdefault(ref[0], []).append(ref[1])
        return [r for table, ids in wanted.items() for r in self._among(table, "id", ids)]

    def _among(self, table: str, column: str, values: Sequence[str]) -> list[Ref]:
        fresh: list[Ref] = []
        for some in lineage.slices(values):
            where = f"{column} IN ({', '.join('?' * len(some))})"
            for row in rows.select(self._store, table, where, some):
                ref = (table, row["id"])
                if ref not in self.side.rows:
                    self.side.rows[ref] = row
                    self._asked.add(ref)
                    fresh.append(ref)
        return fresh

    def _by_keys(self) -> None:
        """Read the rows that may be one with a row of theirs; those that others name come first."""
        here: dict[str, str] = {}  # ids of theirs that are one with a row here
        by_table: dict[str, list[Row]] = {}
        for (table, _), row in self._theirs.rows.items():
            by_table.setdefault(table, []).append(row)
        for table in self._shape.order:
            columns = (self._shape.keys.get(table), self._shape.loose_keys.get(table))
            for first in {c[0] for c in columns if c}:
                values = {str(row[first]) for row in by_table.get(table, ()) if row[first]}
                self._among(table, first, sorted({here.get(v, v) for v in values} | values))
            here |= self._one(table, by_table.get(table, ()), here)

    def _one(self, table: str, theirs: Iterable[Row], here: dict[str, str]) -> dict[str, str]:
        """Return by id of theirs the ids of the rows here that are one with them."""
        columns = self._shape.keys.get(table)
        if columns is None or table in self._shape.leaves:
            return {}
        mine = {
            tuple(row[c] for c in columns): ref[1]
            for ref, row in self.side.rows.items()
            if ref[0] == table
        }
        keys = {row["id"]: tuple(here.get(row[c], row[c]) for c in columns) for row in theirs}
        return {row: mine[key] for row, key in keys.items() if key in mine}

    def _down(self, refs: list[Ref]) -> None:
        """Read all that goes with rows when they are deleted."""
        while refs:
            by_table: dict[str, list[str]] = {}
            for table, row in refs:
                by_table.setdefault(table, []).append(row)
            refs = [r for table, ids in by_table.items() for r in self._children(table, ids)]

    def _children(self, table: str, ids: list[str]) -> Iterator[Ref]:
        for child, references in self._shape.references.items():
            for r in references:
                if r.goes_along and (table in r.targets or (r.by and table != child)):
                    yield from self._among(child, r.column, ids)

    def _statements(self) -> None:
        items = [row for table, row in self._theirs.rows if table == "items"]
        self._among("statements", "item", items)

    def _graves(self) -> None:
        found = run(self._store.db, "SELECT table_name, id, version FROM tombstones")
        self.side.graves = {(t, row): version for t, row, version in found if t not in APART}
