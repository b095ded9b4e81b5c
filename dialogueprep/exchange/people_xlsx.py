"""Lists of people in a workbook, read as a stream: no part of it is held as a tree.

A document type is refused, links to other files are not followed, formulas count as the values
that were stored with them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from functools import cache

from dialogueprep.domain.newcomers import Told
from dialogueprep.exchange.atomic import Tick, quiet
from dialogueprep.exchange.library_cells import from_xml, restored
from dialogueprep.exchange.people_signs import tidied
from dialogueprep.exchange.people_table import (
    BREATH,
    MOST_CELLS,
    MOST_ROWS,
    Line,
    Sheet,
    damaged,
    too_many,
)
from dialogueprep.exchange.people_xlsx_package import Attributes, Book, Package, number_of
from dialogueprep.exchange.people_xlsx_rows import (
    PlainCell,
    parted_sheet,
    plain_rows,
    plain_value,
)

_MOST_SHEETS = 50
_MOST_MERGED = 200_000
_MOST_CELLS_IN_ALL = 1_200_000
_WIDEST = 16_384  # columns that the format knows


def sheets_of_xlsx(data: bytes, name: str, tick: Tick = quiet) -> tuple[Sheet, ...]:
    """Return the sheets of a workbook in their order, without empty ones.

    Raises Trouble "roster-damaged", "file-protected", "file-too-large", "file-unsafe" or
    "people-too-many".
    """
    package = Package(data, name)
    book = package.book()
    sheets: list[Sheet] = []
    for number, (title, member, hidden) in enumerate(book.sheets[:_MOST_SHEETS], 1):
        reading = _read(package, member, book, lambda n, k=number: tick(n, 2 * max(n, 50_000) * k))
        lines = reading.all_lines()
        if lines:
            told = reading.told() + (book.told if not sheets else ())
            sheets.append(Sheet(title, lines, told, hidden))
    return tuple(sheets)


def _read(package: Package, member: str, book: Book, tick: Callable[[int], None]) -> _SheetReading:
    """Return the rows of a sheet: by patterns where they are plain, else by the parser."""
    reading = _SheetReading(book, package.name, tick)
    parted = parted_sheet(package.text(member))
    if parted is not None:
        frame, rows = parted
        try:
            for attributes, cells in plain_rows(rows):
                reading.take_row(attributes, cells)
        except ValueError:
            reading = _SheetReading(book, package.name, tick)
        else:
            package.parse_text(frame, reading.start)
            return reading
    package.parse(member, reading.start, reading.end, reading.words)
    return reading


class _SheetReading:
    """Takes the rows of a sheet as they come by."""

    def __init__(self, book: Book, name: str, tick: Callable[[int], None]) -> None:
        self._book, self._name, self._tick = book, name, tick
        self._lines: list[Line] = []
        self._cells: list[str] = []
        self._number = self._hidden = self._errors = self._rows = self._every = self._wide = 0
        self._kind = self._style = ""
        self._place = 0
        self._pieces: list[str] = []
        self._taken = self._formula = False
        self._uncomputed = 0
        self._merged: list[tuple[int, int, int]] = []

    def start(self, tag: str, attributes: Attributes) -> None:
        """Take the beginning of an element."""
        if tag == "c":
            self._place = _place(attributes.get("r", ""), len(self._cells))
            self._every += 1
            self._wide += 1
            if self._every > _MOST_CELLS_IN_ALL or self._wide > _WIDEST:
                raise too_many(self._name)
            self._kind, self._style = attributes.get("t", "n"), attributes.get("s", "")
            self._pieces = []
            self._formula = False
        elif tag in ("v", "t"):
            self._taken = True
        elif tag == "f":
            self._formula = True
        elif tag == "row":
            self._begin_row(attributes)
        elif tag == "mergeCell":
            self._note_merged(attributes.get("ref", ""))

    def end(self, tag: str) -> None:
        """Take the end of an element."""
        if tag in ("v", "t", "rPh"):
            self._taken = False
        elif tag == "c" and not self._pieces:
            self._uncomputed += self._formula
        elif tag == "c":
            value = self._value("".join(self._pieces))
            if value and self._place < MOST_CELLS:
                self._cells += [""] * (self._place - len(self._cells))
                self._cells.append(value)
        elif tag == "row" and self._cells:
            self._lines.append(Line(self._number, tuple(self._cells)))

    def take_row(self, attributes: Attributes, cells: Sequence[PlainCell]) -> None:
        """Take a row in plain form."""
        self._begin_row(attributes)
        self._every += len(cells)
        if self._every > _MOST_CELLS_IN_ALL or len(cells) > _WIDEST:
            raise too_many(self._name)
        held = self._cells
        for at, style, kind, formula, raw in cells:
            if not raw:
                self._uncomputed += bool(formula)
                continue
            place = _column(at)
            self._kind, self._style = kind or "n", style
            value = self._value(plain_value(raw))
            if value and place < MOST_CELLS:
                held += [""] * (place - len(held))
                held.append(value)
        self.end("row")

    def words(self, text: str) -> None:
        """Take characters."""
        if self._taken:
            self._pieces.append(text)

    def _begin_row(self, attributes: Attributes) -> None:
        self._cells = []
        said = number_of(attributes.get("r"))
        self._number = said if said > self._number else self._number + 1
        self._hidden += attributes.get("hidden", "") in ("1", "true")
        self._rows += 1
        self._wide = 0
        if len(self._lines) > MOST_ROWS or self._rows > 5 * MOST_ROWS:
            raise too_many(self._name)
        if len(self._lines) % BREATH == BREATH - 1:
            self._tick(len(self._lines))

    def _value(self, raw: str) -> str:
        if self._kind == "s":
            try:
                return tidied(restored(from_xml(self._book.shared[int(raw)]).strip()))
            except (ValueError, IndexError):
                raise damaged(self._name) from None
        if self._kind in ("inlineStr", "str"):
            return tidied(restored(from_xml(raw).strip()))
        if self._kind == "e":
            self._errors += 1
            return ""
        if self._kind == "b":
            return "yes" if raw.strip() == "1" else "no"
        dated = self._style.isdigit() and int(self._style) in self._book.dates
        return _date(raw, since_1904=self._book.since_1904) if dated else _shown(raw)

    def _note_merged(self, reference: str) -> None:
        found = re.fullmatch(r"([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})", reference)
        if found and int(found[4]) > int(found[2]) and len(self._merged) < _MOST_MERGED:
            self._merged.append((_place(found[1] + "1", 0), int(found[2]), int(found[4])))

    def all_lines(self) -> tuple[Line, ...]:
        """Return the rows; what a cell that is merged downwards says holds for each of its rows."""
        at = {line.number: n for n, line in enumerate(self._lines)}
        for column, first, last in self._merged:
            if first not in at or column >= len(self._lines[at[first]].cells):
                continue
            value = self._lines[at[first]].cells[column]
            n = at[first] + 1
            while value and n < len(self._lines) and self._lines[n].number <= last:
                if not _lacks(self._lines[n], column):
                    break  # cells below the first of merged ones are empty: these overlap
                self._lines[n] = _filled(self._lines[n], column, value)
                n += 1
        return tuple(self._lines)

    def told(self) -> tuple[Told, ...]:
        """Return what should be known of the sheet."""
        hidden = (Told("people-hidden-rows", {"n": self._hidden}),) if self._hidden else ()
        errors = (Told("people-error-cells", {"n": self._errors}),) if self._errors else ()
        n = self._uncomputed
        formulas = (Told("people-formulas-uncomputed", {"n": n}),) if n else ()
        return hidden + errors + formulas


def _lacks(line: Line, column: int) -> bool:
    return column >= len(line.cells) or not line.cells[column]


def _filled(line: Line, column: int, value: str) -> Line:
    cells = [*line.cells, *[""] * (column + 1 - len(line.cells))]
    cells[column] = cells[column] or value
    return replace(line, cells=tuple(cells))


def _place(reference: str, otherwise: int) -> int:
    place = 0
    for letter in reference[:3]:
        if not "A" <= letter <= "Z":
            break
        place = place * 26 + ord(letter) - 64
    return place - 1 if place else otherwise


@cache
def _column(letters: str) -> int:
    return _place(letters, 0)


def _shown(raw: str) -> str:
    """Return a number as it is written by hand: without an exponent or an empty fraction."""
    raw = raw.strip()
    try:
        number = float(raw)
    except ValueError:
        return raw
    if number.is_integer() and abs(number) < 1e16:
        return raw if raw.lstrip("-").isdigit() else str(int(number))
    return raw


def _date(raw: str, *, since_1904: bool) -> str:
    """Return the day that a number stands for, with the time if it has one."""
    try:
        days = float(raw)
        origin = datetime(1904, 1, 1) if since_1904 else datetime(1899, 12, 30)
        moment = origin + timedelta(minutes=round(days * 1440))
    except (ValueError, OverflowError):
        return raw
    if moment.hour or moment.minute:
        return moment.isoformat(" ", "minutes")
    return moment.date().isoformat()
