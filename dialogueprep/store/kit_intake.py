"""A dialogue out of a kit, taken into a workspace that does not have it: row for row."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from dialogueprep.store import kit_contents, kit_lineage, kit_rows, lineage
from dialogueprep.store.driver import run
from dialogueprep.store.kit_rows import Rows
from dialogueprep.store.kits import Kit
from dialogueprep.store.rows import Readable
from dialogueprep.store.step import Step

_OWNED = {"texts": "owner", "name_forms": "person"}


@dataclass(frozen=True, slots=True)
class Intake:
    """What a kit would write: its rows, in turn; and how many notes stay deleted here.

    ``names`` are shipped entries of the library that have another id here.
    """

    rows: tuple[Rows, ...]
    settings: Rows
    graves: Rows
    deleted: int = 0
    names: Mapping[tuple[str, str], str] = field(default_factory=dict[tuple[str, str], str])


def prepare(store: Readable, kit: Kit) -> Intake:
    """Return what taking in a kit would write, for a dialogue that is not here yet.

    People and entries of the library that are here stay as they are. Notes that were struck or
    deleted here do not come back.
    """
    brought = {rows.table: rows for rows in kit_rows.brought(kit.store)}
    gone = kit_rows.buried(store, brought["notes"])
    names = {
        (table, other): stands
        for table in kit_contents.LIBRARY
        for other, stands in kit_rows.same_shipped(store, brought[table]).items()
    }
    settings = kit_rows.settings_of(kit.store, kit.dialogue, kit.purpose)
    return Intake(
        rows=tuple(_new(store, brought, gone, {other: to for (_, other), to in names.items()})),
        settings=kit_rows.without(settings, "id", kit_rows.known(store, settings)),
        graves=_graves(store, kit),
        deleted=len(gone),
        names=names,
    )


def write(step: Step, intake: Intake, kit: Kit) -> None:
    """Write what `prepare` returned, with ids, versions and lineage as they are."""
    run(step.db, "PRAGMA defer_foreign_keys = ON")
    for rows in (*intake.rows, intake.settings, intake.graves):
        kit_rows.write(step.db, rows)
    kit_lineage.adopt(step, kit.store, intake.rows, intake.graves)
    lineage.rename(step, intake.names)


def _new(
    store: Readable, brought: Mapping[str, Rows], gone: frozenset[str], names: Mapping[str, str]
) -> Iterator[Rows]:
    here = {table: kit_rows.known(store, rows) for table, rows in brought.items()}
    owners = frozenset[str]().union(*here.values(), names)
    for table, rows in brought.items():
        new = kit_rows.without(kit_rows.renamed(rows, names), "id", here[table] | names.keys())
        if table in _OWNED:
            new = kit_rows.without(new, _OWNED[table], owners)
        if table == "notes":
            new = kit_rows.without(new, "id", gone)
        if table == "finding_notes":
            new = kit_rows.without(new, "note", gone)
        yield new


def _graves(store: Readable, kit: Kit) -> Rows:
    """Return the tombstones of rows that are neither here nor buried here."""
    brought = kit_rows.graves_in(kit.store)
    known = kit_rows.known(store, brought)
    tables = sorted(set(brought.column("table_name")))
    rows = (Rows(table, ("id",), tuple((each,) for each in brought.ids)) for table in tables)
    alive = frozenset[str]().union(*(kit_rows.known(store, each) for each in rows))
    return kit_rows.without(brought, "id", known | alive)
