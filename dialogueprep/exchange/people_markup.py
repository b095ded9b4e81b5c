"""Lists of people as web systems export them: a table of a web page or of Excel's XML of 2003,
often under the name of an .xls file. Nothing in it is run, loaded or followed."""

from __future__ import annotations

import re
from html.parser import HTMLParser

from dialogueprep.exchange.people_encoding import Guess, Sure, guess_encoding
from dialogueprep.exchange.people_signs import tidied
from dialogueprep.exchange.people_table import MOST_CELLS, MOST_ROWS, Line, Sheet, too_many

_BEGINS = (b"<htm", b"<!doc", b"<?xml", b"<table", b"<meta", b"<head", b"<body")
_TABLE = re.compile(rb"<(?:\w+:)?(?:table|worksheet)[\s>]", re.IGNORECASE)
_CHARSET = re.compile(rb"(?:charset|encoding)\s*=\s*[\"']?([\w-]{3,20})", re.IGNORECASE)
_ROW, _CELL = frozenset({"tr", "row"}), frozenset({"td", "th", "cell"})
_UNSEEN = frozenset({"script", "style", "head"})


def is_markup(data: bytes) -> bool:
    """Return whether a file is a page or a workbook in markup with a table in it."""
    begins = data[:400].lstrip(b"\xef\xbb\xbf \t\r\n").lower().startswith(_BEGINS)
    return begins and _TABLE.search(data[:2_000_000]) is not None


def sheets_of_markup(data: bytes, name: str) -> tuple[tuple[Sheet, ...], Guess]:
    """Return the tables of a page, and its encoding. Raises Trouble "people-too-many"."""
    guess = _encoding(data)
    reading = _Tables(name)
    reading.feed(data.decode(guess.encoding, "replace"))
    reading.close()
    tables = [table for table in reading.tables if len(table) > 1]
    several = len(tables) > 1
    sheets = (Sheet(str(n) if several else "", _lines(t)) for n, t in enumerate(tables, 1))
    return tuple(sheets), guess


def _encoding(data: bytes) -> Guess:
    if said := _CHARSET.search(data[:2_000]):
        try:
            data.decode(said[1].decode())
            return Guess(said[1].decode().lower(), Sure.MARKED)
        except (LookupError, UnicodeError):
            pass
    return guess_encoding(data)


def _lines(table: list[list[str]]) -> tuple[Line, ...]:
    return tuple(Line(n, tuple(row)) for n, row in enumerate(table, 1) if any(row))


class _Tables(HTMLParser):
    """Collects the cells of each table; a cell over several rows holds in each of them."""

    def __init__(self, name: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tables: list[list[list[str]]] = []
        self._name = name
        self._row: list[str] = []
        self._below: dict[int, tuple[int, str]] = {}  # at a column: for how many rows, and what
        self._next: dict[int, tuple[int, str]] = {}
        self._cell: list[str] | None = None
        self._span = (1, 1)
        self._unseen = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Take the beginning of an element."""
        bare, said = tag.rpartition(":")[2], dict(attrs)
        self._unseen += bare in _UNSEEN
        if bare in ("table", "worksheet") and (not self.tables or self.tables[-1]):
            self._end_row()
            self.tables.append([])
            self._below, self._next = {}, {}
        elif bare in _ROW:
            self._end_row()
        elif bare in _CELL and self.tables:
            self._end_cell()
            self._cell = []
            self._span = _number(said.get("colspan")), _number(said.get("rowspan"))
            if at := said.get("ss:index"):
                self._row += [""] * (_number(at) - 1 - len(self._row))
        elif bare in ("br", "p", "div") and self._cell:
            self._cell.append("\n")

    def handle_endtag(self, tag: str) -> None:
        """Take the end of an element."""
        bare = tag.rpartition(":")[2]
        self._unseen -= bare in _UNSEEN and self._unseen > 0
        if bare in _CELL:
            self._end_cell()
        elif bare in _ROW or bare in ("table", "worksheet"):
            self._end_row()

    def handle_data(self, data: str) -> None:
        """Take words."""
        if self._cell is not None and not self._unseen:
            self._cell.append(data)

    def _end_cell(self) -> None:
        if self._cell is None:
            return
        lines = (" ".join(line.split()) for line in "".join(self._cell).split("\n"))
        value = tidied("\n".join(line for line in lines if line))
        self._cell = None
        self._fill_from_above()
        wide, high = self._span
        if high > 1:
            self._next[len(self._row)] = (high - 1, value)
        self._row += [value, *[""] * (wide - 1)]
        if len(self._row) > MOST_CELLS:
            raise too_many(self._name)

    def _fill_from_above(self) -> None:
        while (at := len(self._row)) in self._below:
            left, value = self._below.pop(at)
            self._row.append(value)
            if left > 1:
                self._next[at] = (left - 1, value)

    def _end_row(self) -> None:
        self._end_cell()
        if not self.tables or not self._row:
            return
        self._fill_from_above()
        self.tables[-1].append(self._row)
        self._below, self._next, self._row = self._next, {}, []
        if len(self.tables[-1]) > MOST_ROWS:
            raise too_many(self._name)


def _number(said: str | None) -> int:
    return min(int(said), MOST_CELLS) if said and said.isdigit() and len(said) < 5 else 1
