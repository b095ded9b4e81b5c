"""Blocks of cells of the roster: as text for the clipboard, and filled from a neighbour.

A cell is written as the letters of its roles, a dot for presence alone, and nothing for absence.
Who listens only stands in parentheses.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dialogueprep.domain.errors import Refused
from dialogueprep.domain.people import Attendance, Role
from dialogueprep.domain.seating import Cell
from dialogueprep.ui.models.roster_grid import LETTERS, PersonRow

State = tuple[frozenset[Role] | None, bool]
"""The roles of a cell, None for absence; and whether somebody listens only."""

_ROLE_OF = {letter: role for role, letter in LETTERS.items()}
_PRESENT = "•·.×xX✓✔1"


@dataclass(frozen=True)
class Block:
    """A rectangle of cells: the rows of people and the numbers of columns of items."""

    rows: tuple[PersonRow, ...] = ()
    columns: range = range(0)

    @property
    def single(self) -> bool:
        """Whether it is one cell."""
        return len(self.rows) == 1 and len(self.columns) == 1

    def places(self) -> Iterator[tuple[PersonRow, int]]:
        """Yield each cell by its row and column."""
        return ((row, column) for row in self.rows for column in self.columns)

    def cells(self) -> tuple[Cell, ...]:
        """Return the cells as they are."""
        return tuple(_cell(row, column, _state(row.cells[column])) for row, column in self.places())


def _state(there: Attendance | None) -> State:
    return (there.roles, there.silent) if there else (None, False)


def _cell(row: PersonRow, column: int, state: State) -> Cell:
    return Cell(row.id, row.columns[column].item.id, *state)


def with_presence(block: Block, present: bool) -> list[Cell]:
    """Return the cells with everybody present, roles kept, or absent."""
    return [
        _cell(row, column, _present(row.cells[column]) if present else (None, False))
        for row, column in block.places()
    ]


def _present(there: Attendance | None) -> State:
    return _state(there) if there else (frozenset[Role](), False)


def with_silence(block: Block, silent: bool) -> list[Cell]:
    """Return the cells with everybody listening only, or not."""
    return [
        _cell(row, column, (_present(row.cells[column])[0], silent))
        for row, column in block.places()
    ]


def without_roles(block: Block) -> list[Cell]:
    """Return the cells of those present without their roles."""
    there = [(row, column, row.cells[column]) for row, column in block.places()]
    return [_cell(row, column, (frozenset[Role](), a.silent)) for row, column, a in there if a]


def filled_down(block: Block, above: PersonRow | None) -> list[Cell]:
    """Return the block with its first row in all of them, or the row above where it is one row."""
    source = above if len(block.rows) == 1 else block.rows[0]
    rows = block.rows if len(block.rows) == 1 else block.rows[1:]
    if source is None:
        return []
    return [_cell(r, c, _state(source.cells[c])) for r in rows for c in block.columns]


def filled_right(block: Block) -> list[Cell]:
    """Return the block with its first column in all of them, or the one before it."""
    first = block.columns.start
    source = first - 1 if len(block.columns) == 1 else first
    columns = block.columns if len(block.columns) == 1 else block.columns[1:]
    if source < 0:
        return []
    return [_cell(r, c, _state(r.cells[source])) for r in block.rows for c in columns]


def as_text(block: Block) -> str:
    """Return a block for the clipboard: tabs between columns, line ends between rows."""
    return "\n".join("\t".join(_sign(r.cells[c]) for c in block.columns) for r in block.rows)


def _sign(there: Attendance | None) -> str:
    if there is None:
        return ""
    letters = "".join(s for r, s in LETTERS.items() if r in there.roles) or "•"
    return f"({letters})" if there.silent else letters


def from_text(text: str) -> list[list[State]]:
    """Return the cells of a text.

    Raises Refused("cells-unreadable") for a cell that stands for no role, and
    Refused("cells-empty") for a text that holds no cells.
    """
    lines = text.replace("\r\n", "\n").rstrip("\n").split("\n")
    if not text.strip("\r\n") or len(text) > 200_000:
        raise Refused("cells-empty")
    return [[_read(words.strip()) for words in line.split("\t")] for line in lines]


def _read(words: str) -> State:
    inside = words.strip("()（）").strip()
    silent = inside != words
    if not inside:
        return None, False
    letters = [c for c in inside.upper() if c not in " ,;/+"]
    roles = [_ROLE_OF[c] for c in letters if c in _ROLE_OF]
    if len(roles) == len(letters) and roles:
        return frozenset(roles), silent
    if all(c in _PRESENT for c in inside):
        return frozenset[Role](), silent
    raise Refused("cells-unreadable", words=inside[:40], letters=", ".join(LETTERS.values()))


def pasted(
    states: Sequence[Sequence[State]], block: Block, below: Sequence[PersonRow], columns: int
) -> tuple[list[Cell], int]:
    """Return the cells that a paste writes, and how many find no place.

    One cell fills the whole block; more begin at its first cell. ``below`` are the rows from
    there on, ``columns`` the number of columns there are.
    """
    if len(states) == 1 and len(states[0]) == 1:
        return [_cell(row, column, states[0][0]) for row, column in block.places()], 0
    found: list[Cell] = []
    lost = sum(len(line) for line in states[len(below) :])
    for row, line in zip(below, states, strict=False):
        for column, state in enumerate(line, block.columns.start):
            if column < columns:
                found.append(_cell(row, column, state))
            else:
                lost += 1
    return found, lost
