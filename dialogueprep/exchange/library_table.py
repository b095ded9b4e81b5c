"""Rows by column from the cells of a table whose first row names the columns."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from dialogueprep.domain.errors import Trouble
from dialogueprep.exchange.library_columns import ALL
from dialogueprep.exchange.library_rows import Row


def rows_of(table: Iterable[Sequence[str]], name: str, kind: str = "") -> Iterator[Row]:
    """Yield the rows below the head, empty ones left out.

    ``kind`` is that of all rows, where the table has no column for it. Raises
    Trouble("library-file-without-head") and Trouble("library-column-unknown").
    """
    cells_of = iter(table)
    first: Sequence[str] = next(cells_of, ())
    head = [cell.strip().casefold() for cell in first]
    if not set(head) & {"id", "of", "title en"} or not (kind or "kind" in head):
        raise Trouble("library-file-without-head", name=name)
    known(head, name)
    for number, cells in enumerate(cells_of, start=2):
        if any(cell.strip() for cell in cells):
            row = {c: cell for c, cell in zip(head, cells, strict=False) if c and cell}
            yield Row(f"{kind} {number}".strip(), {"kind": kind, **row})


def known(columns: Sequence[str], name: str) -> None:
    """Raise Trouble("library-column-unknown") for columns that no library has."""
    strange = [column for column in columns if column and column not in ALL]
    if strange:
        shown = ", ".join(f"“{column[:40]}”" for column in strange[:5])
        raise Trouble("library-column-unknown", name=name, columns=shown)
