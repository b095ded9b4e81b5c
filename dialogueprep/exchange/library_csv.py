"""A library as one table of comma-separated values, for spreadsheets."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable

from dialogueprep.domain.errors import Trouble
from dialogueprep.exchange.library_cells import restored, safe
from dialogueprep.exchange.library_columns import ALL, KINDS, Record
from dialogueprep.exchange.library_of_records import Row
from dialogueprep.exchange.library_table import rows_of
from dialogueprep.exchange.read_text import decode

_NO_TEXT = re.compile("[\0-\x08\x0e-\x1f]")  # stands early in pictures and archives
_LARGE = 4_000_000  # bytes; of a larger file the head is looked at first
_LONGEST_CELL = 10_000_000


def csv_bytes(records: Iterable[Record]) -> bytes:
    """Return the file, in UTF-8 with the mark by which spreadsheets know it."""
    into = io.StringIO(newline="")
    writer = csv.writer(into)
    writer.writerow(ALL)
    for kind in KINDS:
        for record in (r for r in records if r["kind"] == kind):
            writer.writerow([safe(record.get(column, "")) for column in ALL])
    return into.getvalue().encode("utf-8-sig")


def csv_rows(data: bytes, name: str) -> list[Row]:
    """Return the rows of such a file; its columns may stand in any order, some may lack."""
    if len(data) > _LARGE:
        csv_rows(data[:_LARGE].rpartition(b"\n")[0].partition(b"\n")[0], name)  # the head alone
    text = decode(data)
    if _NO_TEXT.search(text[:16]):
        raise Trouble("library-file-damaged", name=name)
    csv.field_size_limit(_LONGEST_CELL)
    first = text.partition("\n")[0]
    separator = max(",;\t", key=first.count)
    try:
        table = list(csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True))
    except csv.Error:
        raise Trouble("library-file-damaged", name=name) from None
    return rows_of([[restored(cell) for cell in row] for row in table], name)
