"""A dialogue out of a kit, taken into a workspace that does not have it: row for row."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dialogueprep.store import kit_rows
from dialogueprep.store.driver import run
from dialogueprep.store.kit_rows import Rows
from dialogueprep.store.kits import Kit
from dialogueprep.store.rows import Readable
from dialogueprep.store.step import Step

_OWNED = {"texts": "owner", "name_forms": "person"}


@dataclass(frozen=True, slots=True)
class Intake:
    """What a kit would write: its rows, in turn; and how many notes stay deleted here."""

    rows: tuple[Rows, ...]
    graves: Rows
    deleted: int = 0


def prepare(store: Readable, kit: Kit) -> Intake:
    """Return what taking in a kit would write, for a dialogue that is not here yet.

    People and entries of the library that are here stay as they are. Notes that were struck or
    deleted here do not come back.
    """
    notes = next(rows for rows in kit_rows.brought(kit.store) if rows.table == "notes")
    gone = kit_rows.buried(store, notes)
    return Intake(tuple(_new(store, kit, gone)), _graves(store, kit), len(gone))


def write(step: Step, intake: Intake) -> None:
    """Write what `prepare` returned, with ids and versions as they are."""
    run(step.db, "PRAGMA defer_foreign_keys = ON")
    for rows in (*intake.rows, intake.graves):
        kit_rows.write(step.db, rows)


def _new(store: Readable, kit: Kit, gone: frozenset[str]) -> Iterator[Rows]:
    brought = {rows.table: rows for rows in kit_rows.brought(kit.store)}
    settings = kit_rows.settings_of(kit.store, kit.dialogue, kit.purpose)
    here = {table: kit_rows.known(store, rows) for table, rows in brought.items()}
    owners = frozenset[str]().union(*here.values())
    for table, rows in (*brought.items(), ("settings", settings)):
        new = kit_rows.without(rows, "id", here.get(table) or kit_rows.known(store, rows))
        if table in _OWNED:
            new = kit_rows.without(new, _OWNED[table], owners)
        if table == "notes":
            new = kit_rows.without(new, "id", gone)
        if table == "finding_notes":
            new = kit_rows.without(new, "note", gone)
        yield new


def _graves(store: Readable, kit: Kit) -> Rows:
    """Return the tombstones of rows that are neither here nor buried here."""
    brought = kit_rows.graves(kit.store)
    known = kit_rows.known(store, brought)
    tables = {row[1] for row in brought.values}
    alive = frozenset[str]().union(
        *(kit_rows.known(store, Rows(t, ("id",), brought.values)) for t in sorted(tables))
    )
    return kit_rows.without(brought, "id", known | alive)
