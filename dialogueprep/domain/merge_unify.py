"""Rows that two workspaces made apart and that are one all the same: they come under one id.

Two texts of one field in one language, two attendances of one person at one item, two tags with
one slug: whatever their ids, there can be only one of each. Where no row refers to it, the lower
id stands on all sides; else each side keeps its own and remembers that of the other.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from dialogueprep.domain.merge_sides import Ref, Row, Shape, Side
from dialogueprep.domain.row_versions import deletion_of


@dataclass(slots=True)
class Unified:
    """Both sides under common ids; ``moves`` are my rows that get another id."""

    mine: Side
    theirs: Side
    moves: dict[Ref, str] = field(default_factory=dict[Ref, str])
    names: dict[Ref, str] = field(default_factory=dict[Ref, str])


def unify(mine: Side, theirs: Side, shape: Shape) -> Unified:
    """Return both sides with one id for each row that is one; the sides stay as they are."""
    return _Unifier(mine, theirs, shape).unified()


class _Unifier:
    def __init__(self, mine: Side, theirs: Side, shape: Shape) -> None:
        self.shape = shape
        self.mine = Side(dict(mine.rows), dict(mine.graves), dict(mine.lineage), mine.renamed)
        self.theirs = Side(renamed=theirs.renamed)
        self._from = theirs
        self._ids: dict[Ref, str] = {}  # of theirs that have another id here
        self._moves: dict[Ref, str] = {}
        self._back: dict[Ref, list[str]] = {}
        for (table, other), stands in theirs.renamed.items():
            self._back.setdefault((table, stands), []).append(other)

    def unified(self) -> Unified:
        by_table: dict[str, list[Ref]] = {}
        for ref in self._from.refs():
            by_table.setdefault(ref[0], []).append(ref)
        for table in self.shape.order:
            if table in by_table:
                self._unify_table(table, by_table[table])
        return Unified(self.mine, self.theirs, self._moves, self._names())

    def _unify_table(self, table: str, refs: list[Ref]) -> None:
        here = self._by_key(table, self.shape.keys.get(table))
        loosely = self._by_key(table, self.shape.loose_keys.get(table))
        rows = {ref: self._mapped(ref) for ref in refs}
        for ref in sorted(refs, key=lambda r: (rows[r] is None, r)):  # those that are there first
            row = rows[ref]
            other = self._partner(ref, row, here, loosely)
            self._bring(ref, row, self._one_id(ref, other))

    def _mapped(self, ref: Ref) -> Row | None:
        """Return a row of theirs that names others by the ids that they have here."""
        row = self._from.rows.get(ref)
        if row is None:
            return None
        changed = dict(self._renamed_in(ref, row))
        return {**row, **changed} if changed else row

    def _renamed_in(self, ref: Ref, row: Row) -> Iterator[tuple[str, str]]:
        for each in self.shape.references[ref[0]]:
            target = each.named(row, lambda r: r in self._from.rows)
            if target in self._ids:
                yield each.column, self._ids[target]

    def _by_key(self, table: str, columns: tuple[str, ...] | None) -> dict[tuple[object, ...], str]:
        if columns is None:
            return {}
        found: dict[tuple[object, ...], str] = {}
        for (of, row_id), row in self.mine.rows.items():
            if of == table and (key := _key(row, columns)):
                found[key] = min(row_id, found.get(key, row_id))
        return found

    def _partner(
        self,
        ref: Ref,
        row: Row | None,
        here: dict[tuple[object, ...], str],
        loosely: dict[tuple[object, ...], str],
    ) -> str:
        """Return the id under which a row of theirs is here; its own, if it has no other."""
        table, own = ref
        columns = self.shape.keys.get(table, ())
        if row is not None and (found := here.get(_key(row, columns) or ())):
            return found
        if row is not None and row is not self._from.rows[ref]:  # below a row that is one
            columns = self.shape.loose_keys.get(table, ())
            if ref not in self.mine.rows and (found := loosely.get(_key(row, columns) or ())):
                return found
        if ref in self.mine.rows:
            return own
        known = (self.mine.renamed.get(ref), *self._back.get(ref, ()))
        return next((k for k in known if k and (table, k) in self.mine.rows), known[0] or own)

    def _one_id(self, ref: Ref, other: str) -> str:
        """Return the id that stands, and give my row that id where no row refers to it."""
        table, own = ref
        if other == own:
            return own
        free = ref not in self.mine.rows and (table, other) in self.mine.rows
        if table in self.shape.leaves and own < other and free:
            self._move((table, other), own)
            return own
        self._ids[ref] = other
        return other

    def _move(self, old: Ref, new: str) -> None:
        self._moves[old] = new
        row = self.mine.rows.pop(old)
        self.mine.rows[old[0], new] = {**row, "id": new}
        _join_lineage(self.mine, old, (old[0], new))

    def _bring(self, ref: Ref, row: Row | None, stands: str) -> None:
        """Put a row of theirs, or the trace of one, under the id that stands."""
        to = (ref[0], stands)
        known = {**self._from.lineage.get(ref, {}), **self.theirs.lineage.get(to, {})}
        if row is not None:
            self.theirs.rows[to] = {**row, "id": stands} if stands != ref[1] else row
        elif to in self.theirs.rows:  # what was deleted there is there under another id
            version = self._from.graves[ref]
            known = {**dict.fromkeys((version, deletion_of(version)), ""), **known}
        else:
            self.theirs.graves[to] = self._from.graves[ref]
        if known:
            self.theirs.lineage[to] = known
        if to != ref or to in self.mine.rows:
            _join_lineage(self.mine, ref, to)

    def _names(self) -> dict[Ref, str]:
        """Return all ids that rows are known under elsewhere, with the one that stands here."""
        found = {ref: self._ids.get((ref[0], to), to) for ref, to in self._from.renamed.items()}
        found |= self.mine.renamed | self._ids | self._moves
        moved = {ref: self._moves.get((ref[0], to), to) for ref, to in found.items()}
        return {
            ref: to
            for ref, to in moved.items()
            if ref[1] != to and self.mine.renamed.get(ref) != to
        }


def _key(row: Row, columns: tuple[str, ...]) -> tuple[object, ...] | None:
    key = tuple(row[column] for column in columns)
    return None if not key or None in key else key


def _join_lineage(side: Side, old: Ref, new: Ref) -> None:
    """Let the row under its new id know what was known of it under the old one."""
    known = dict(side.lineage.get(old, {})) if old != new else {}
    if (version := side.graves.get(old)) is not None and new in side.rows:
        known |= dict.fromkeys((version, deletion_of(version)), "")
        del side.graves[old]
    if known:
        side.lineage[new] = {**known, **side.lineage.get(new, {})}
