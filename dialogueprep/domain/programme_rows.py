"""A programme as it stands in a file: rows of words, with what was tracked and commented."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Tracking(StrEnum):
    """What somebody did to words while changes were tracked."""

    INSERTED = "inserted"
    DELETED = "deleted"


@dataclass(frozen=True, slots=True)
class Tracked:
    """Words that were inserted or deleted; not by whom, and not when."""

    what: Tracking
    text: str


@dataclass(frozen=True, slots=True)
class Row:
    """A paragraph or a row of a table; lines within a cell are parted by line feeds.

    ``cells`` are the words as they are with all tracked changes accepted.
    """

    cells: tuple[str, ...]
    tracked: tuple[Tracked, ...] = ()
    comments: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """All words of the row."""
        return "\n".join(cell for cell in self.cells if cell)
