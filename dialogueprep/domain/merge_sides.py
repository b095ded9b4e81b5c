"""Two workspaces as merging sees them: rows by table and id, what refers to what, what is one."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from dialogueprep.domain.row_versions import State

Ref = tuple[str, str]
"""A row: its table and its id."""
Row = Mapping[str, Any]
_DIALOGUES = "dialogues"


@dataclass(frozen=True, slots=True)
class Reference:
    """A column that names a row of another table; of several tables if ``by`` or ids tell.

    What ``goes_along`` is deleted with the row that it names; other columns are emptied.
    """

    column: str
    targets: tuple[str, ...]
    goes_along: bool
    by: str = ""

    def named(self, row: Row, there: Callable[[Ref], bool]) -> Ref | None:
        """Return what a row names, None if nothing; ``there`` tells among several tables."""
        if not row.get(self.column):
            return None
        if self.by:
            return row[self.by], row[self.column]
        among = [(table, row[self.column]) for table in self.targets]
        return next((ref for ref in among if there(ref)), among[0])


@dataclass(frozen=True, slots=True)
class Shape:
    """How tables hang together. ``order`` has what others refer to first.

    ``keys`` are the columns that make a row the same one whatever its id; ``loose_keys`` do so
    only below a row that is itself one with another. To ``leaves`` no row refers.
    """

    references: Mapping[str, tuple[Reference, ...]]
    keys: Mapping[str, tuple[str, ...]]
    loose_keys: Mapping[str, tuple[str, ...]]
    order: tuple[str, ...]
    leaves: frozenset[str]

    def parents(self, ref: Ref, row: Row, there: Callable[[Ref], bool]) -> list[Ref]:
        """Return the rows with which this one goes when they are deleted."""
        named = (r.named(row, there) for r in self.references[ref[0]] if r.goes_along)
        return [parent for parent in named if parent is not None]

    def sorted(self, refs: Iterable[Ref]) -> list[Ref]:
        """Return rows in an order in which those that others refer to come first."""
        place = {table: n for n, table in enumerate(self.order)}
        return sorted(refs, key=lambda ref: (place[ref[0]], ref[1]))


@dataclass(slots=True)
class Side:
    """Rows of a workspace, the versions of its tombstones, its lineage and its other ids."""

    rows: dict[Ref, Row] = field(default_factory=dict[Ref, Row])
    graves: dict[Ref, str] = field(default_factory=dict[Ref, str])
    lineage: dict[Ref, dict[str, str]] = field(default_factory=dict[Ref, dict[str, str]])
    renamed: dict[Ref, str] = field(default_factory=dict[Ref, str])

    def state(self, ref: Ref) -> State | None:
        """Return the state of a row, None if it was never heard of."""
        versions = self.lineage.get(ref, {})
        known = frozenset(versions)
        if (row := self.rows.get(ref)) is not None:
            same = frozenset(v for v, of in versions.items() if of == row["version"])
            return State(row["version"], row, known, same)
        if ref in self.graves:
            return State(self.graves[ref], None, known)
        return None

    def refs(self) -> Iterator[Ref]:
        """Yield all rows that are there or were deleted."""
        yield from self.rows
        yield from (ref for ref in self.graves if ref not in self.rows)


def dialogue_of(shape: Shape, ref: Ref, find: Callable[[Ref], Row | None]) -> str:
    """Return the id of the dialogue to which a row belongs, empty if it belongs to none."""
    return belonging(shape, find)(ref)


def belonging(shape: Shape, find: Callable[[Ref], Row | None]) -> Callable[[Ref], str]:
    """Return what tells of many rows the dialogue to which they belong, as `dialogue_of`."""

    known: dict[Ref, str] = {}

    def of(ref: Ref) -> str:
        if ref not in known:
            known[ref] = found(ref)
        return known[ref]

    def found(ref: Ref) -> str:
        if ref[0] == _DIALOGUES:
            return ref[1]
        row = find(ref)
        if row is None:
            return ""
        above = shape.parents(ref, row, lambda each: find(each) is not None)
        dialogues: Iterator[str] = (of(each) for each in above)
        return next((each for each in dialogues if each), "")

    return of
