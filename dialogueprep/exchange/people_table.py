"""A list of people as it stands in its file: sheets of rows of cells, before anything is read."""

from __future__ import annotations

from dataclasses import dataclass

from dialogueprep.domain.errors import Trouble
from dialogueprep.domain.newcomers import Told

MOST_BYTES = 64_000_000
"""A file of more bytes is no list of people."""
MOST_ROWS = 100_000
"""Rows of a file; more are no list of people that somebody could look through."""
MOST_CELLS = 400
LONGEST_CELL = 4_000
"""Characters; a longer one is no name and no institution."""
BREATH = 2_000
"""Rows between two reports of progress."""


@dataclass(frozen=True, slots=True)
class Line:
    """One row: its number in the file, counted from 1, and its cells."""

    number: int
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table; ``hidden`` says that the file does not show it."""

    name: str
    lines: tuple[Line, ...]
    told: tuple[Told, ...] = ()
    hidden: bool = False


def damaged(name: str) -> Trouble:
    """Return the trouble of a file that is not what it claims to be."""
    return Trouble("roster-damaged", name=name)


def too_many(name: str) -> Trouble:
    """Return the trouble of a file with more rows than a list of people has."""
    return Trouble("people-too-many", name=name, most=MOST_ROWS)
