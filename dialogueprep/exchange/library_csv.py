"""A library as one table of comma-separated values, for spreadsheets."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator

from dialogueprep.domain.errors import Trouble
from dialogueprep.exchange.library_cells import restored, safe
from dialogueprep.exchange.library_columns import ALL, Record
from dialogueprep.exchange.library_rows import MOST_ROWS, Row
from dialogueprep.exchange.library_table import rows_of
from dialogueprep.exchange.read_text import encoding_of

_NO_TEXT = re.compile("[\0-\x08\x0e-\x1f\ufffd]")  # stands early in pictures and archives
_LONGEST_CELL = 10_000_000
_LONG_LINE = 20_000
_MOST_CELLS = 200
"""Cells of a row; more belong to no library."""


def csv_bytes(records: Iterable[Record]) -> bytes:
    """Return the file, in UTF-8 with the mark by which spreadsheets know it."""
    into = io.StringIO(newline="")
    writer = csv.writer(into)
    writer.writerow(ALL)
    for record in records:
        writer.writerow([safe(record.get(column, "")) for column in ALL])
    return into.getvalue().encode("utf-8-sig")


def csv_rows(data: bytes, name: str) -> Iterator[Row]:
    """Yield the rows of such a file; its columns may stand in any order, some may lack.

    Raises Trouble("library-file-damaged"), Trouble("library-too-many-rows") before the first row
    is read, and those of `library_table.rows_of`.
    """
    encoding = encoding_of(data)
    if _NO_TEXT.search(_text(data, encoding).read(32)):
        raise Trouble("library-file-damaged", name=name)
    first = _text(data, encoding).readline(100_000)
    separator = max(",;\t", key=first.count)
    top = next(_table(data, encoding, separator, name), None)
    yield from rows_of([top] if top else [], name)
    if sum(1 for _ in _table(data, encoding, separator, name)) > MOST_ROWS:
        raise Trouble("library-too-many-rows", name=name, most=MOST_ROWS)
    cells = ([restored(c) for c in row] for row in _table(data, encoding, separator, name))
    yield from rows_of(cells, name)


def _text(data: bytes, encoding: str) -> io.TextIOWrapper:
    return io.TextIOWrapper(io.BytesIO(data), encoding, errors="replace", newline="")


def _lines(text: io.TextIOWrapper, separator: str, name: str) -> Iterator[str]:
    """Yield the lines; one with more cells than any row has is not cut up."""
    for line in text:
        if len(line) > _LONG_LINE and line.count(separator) > _LONG_LINE:
            raise Trouble("library-file-damaged", name=name)
        yield line


def _table(data: bytes, encoding: str, separator: str, name: str) -> Iterator[list[str]]:
    """Yield the rows one by one: a file of many is not held as a whole."""
    csv.field_size_limit(_LONGEST_CELL)
    try:
        lines = _lines(_text(data, encoding), separator, name)
        for row in csv.reader(lines, delimiter=separator, strict=True):
            if len(row) > _MOST_CELLS:
                raise Trouble("library-file-damaged", name=name)
            yield row
    except csv.Error:
        raise Trouble("library-file-damaged", name=name) from None
