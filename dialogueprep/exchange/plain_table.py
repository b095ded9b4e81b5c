"""A plain table as comma-separated values, in which no cell is a formula."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

from dialogueprep.exchange.library_cells import safe


def table_csv(head: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    """Return the file, in UTF-8 with the mark by which spreadsheets know it."""
    into = io.StringIO(newline="")
    writer = csv.writer(into)
    for cells in (head, *rows):
        writer.writerow([safe(cell) for cell in cells])
    return into.getvalue().encode("utf-8-sig")
