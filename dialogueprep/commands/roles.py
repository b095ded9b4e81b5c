"""What a user can do with many cells of the roster at once: one step each."""

from __future__ import annotations

from collections.abc import Iterable

from dialogueprep.domain.dialogue import ItemId
from dialogueprep.domain.people import Attendance, Role
from dialogueprep.domain.seating import Cell
from dialogueprep.store import people
from dialogueprep.store.step import Step
from dialogueprep.store.workspace import Store
from dialogueprep.words import tr

PAGE = "participants"


def write_cells(store: Store, label: str, cells: Iterable[Cell]) -> int:
    """Write what people are at items, and return how many cells that changes.

    ``label`` says in the window's language what is done; several cells are one step.
    """
    with store.step(label, page=PAGE) as step:
        return sum(_write(step, cell) for cell in list(cells))


def fill(store: Store, cells: Iterable[Cell]) -> int:
    """Write cells that are filled from a neighbour."""
    return write_cells(store, tr("Fill cells"), cells)


def paste(store: Store, cells: Iterable[Cell]) -> int:
    """Write cells that come from the clipboard."""
    return write_cells(store, tr("Paste cells"), cells)


def assign(store: Store, cells: Iterable[Cell]) -> int:
    """Write roles that were suggested."""
    return write_cells(store, tr("Assign roles"), cells)


def settle(store: Store, cells: Iterable[Cell]) -> int:
    """Write the cells of a remedy."""
    return write_cells(store, tr("Settle roles"), cells)


def toggle_in_all(store: Store, cells: Iterable[Cell], role: Role) -> int:
    """Give a role in all of these cells beside the others there; take it if all have it."""
    known = list(cells)
    take = all(cell.roles and role in cell.roles for cell in known)
    changed = [Cell(c.participation, c.item, _with(c.roles, role, take), c.silent) for c in known]
    return write_cells(store, tr("Set roles"), changed)


def _with(roles: frozenset[Role] | None, role: Role, take: bool) -> frozenset[Role]:
    held = roles or frozenset[Role]()
    return held - {role} if take else held | {role}


def _write(step: Step, cell: Cell) -> bool:
    there = people.attendance(step, cell.participation, ItemId(cell.item))
    if cell.roles is None:
        if there is not None:
            people.delete_attendance(step, cell.participation, cell.item)
        return there is not None
    wanted = Attendance(
        participation=cell.participation, item=cell.item, roles=cell.roles, silent=cell.silent
    )
    if there != wanted:
        people.put_attendance(step, wanted)
    return there != wanted
