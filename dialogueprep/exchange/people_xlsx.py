"""Lists of people in a workbook, read as a stream: no part of it is held as a tree.

A document type is refused, links to other files are not followed, formulas count as the values
that were stored with them.
"""

from __future__ import annotations

import re
import zipfile
import zlib
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from io import BytesIO
from typing import Any
from xml.parsers import expat

from dialogueprep.domain.errors import Trouble
from dialogueprep.domain.newcomers import Told
from dialogueprep.exchange.atomic import Tick, quiet
from dialogueprep.exchange.library_cells import from_xml, restored
from dialogueprep.exchange.people_table import (
    BREATH,
    MOST_CELLS,
    MOST_ROWS,
    Line,
    Sheet,
    damaged,
    too_many,
)

_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError, ValueError, KeyError)
_MOST_MEMBERS = 2_000
_MOST_UNFOLDED = 200_000_000
_MOST_SHARED = 30_000_000
"""Characters of shared texts that are held."""
_MOST_SHEETS = 50
_DEEPEST = 60
_MOST_MERGED = 200_000
_MOST_CELLS_IN_ALL = 1_200_000
_WIDEST = 16_384  # columns that the format knows
_LONGEST_STRETCH = 4_000_000
"""Bytes without the beginning of an element; more are one cell or one element made to exhaust."""
_PIECE = 1 << 18
_BUILT_IN_DATES = frozenset({14, 15, 16, 17, 22, 27, 30, 36, 50, 57})
_DATE_SIGNS = re.compile(r"(?<!\\)[dy]|m{3,}", re.IGNORECASE)
_QUOTED = re.compile(r'"[^"]*"|\[[^\]]*\]|\\.')
Attributes = dict[str, str]


def sheets_of_xlsx(data: bytes, name: str, tick: Tick = quiet) -> tuple[Sheet, ...]:
    """Return the sheets of a workbook in their order, without empty ones.

    Raises Trouble "roster-damaged", "file-protected", "file-too-large", "file-unsafe" or
    "people-too-many".
    """
    package = _Package(data, name)
    book = package.book()
    sheets: list[Sheet] = []
    for number, (title, member, hidden) in enumerate(book.sheets[:_MOST_SHEETS], 1):
        reading = _SheetReading(book, name, lambda n, k=number: tick(n, 2 * max(n, 50_000) * k))
        package.parse(member, reading.start, reading.end, reading.words)
        lines = reading.all_lines()
        if lines:
            told = reading.told() + (book.told if not sheets else ())
            sheets.append(Sheet(title, lines, told, hidden))
    return tuple(sheets)


@dataclass
class _Book:
    sheets: list[tuple[str, str, bool]] = field(default_factory=list[tuple[str, str, bool]])
    shared: list[str] = field(default_factory=list[str])
    dates: frozenset[int] = frozenset()
    since_1904: bool = False
    told: tuple[Told, ...] = ()


class _Package:
    """The members of the archive, each unfolded only as far as is allowed."""

    def __init__(self, data: bytes, name: str) -> None:
        self.name = name
        self._left = _MOST_UNFOLDED
        self._since = 0
        try:
            self._archive = zipfile.ZipFile(BytesIO(data))
        except _BROKEN:
            raise damaged(name) from None
        entries = self._archive.infolist()
        if any(entry.flag_bits & 1 for entry in entries):
            raise Trouble("file-protected", name=name)
        if len(entries) > _MOST_MEMBERS or sum(e.file_size for e in entries) > _MOST_UNFOLDED:
            raise Trouble("file-too-large", name=name)
        self.members = frozenset(self._archive.namelist())

    def book(self) -> _Book:
        """Return what stands in the workbook beside its sheets."""
        if "xl/workbook.xml" not in self.members:
            raise damaged(self.name)
        targets = self._targets()
        book = _Book()

        def start(tag: str, attributes: Attributes) -> None:
            if tag == "sheet":
                found = next((v for k, v in attributes.items() if k.endswith("}id")), "")
                hidden = attributes.get("state", "visible") != "visible"
                book.sheets.append((attributes.get("name", ""), targets.get(found, ""), hidden))
            elif tag == "workbookPr":
                book.since_1904 = attributes.get("date1904", "") in ("1", "true")

        self.parse("xl/workbook.xml", start)
        book.sheets = [s for s in book.sheets if s[1] in self.members]
        book.dates = self._dates()
        book.shared = self._shared()
        if any(m.startswith("xl/externalLinks/") for m in self.members):
            book.told = (Told("people-links-not-followed"),)
        return book

    def _targets(self) -> dict[str, str]:
        targets: dict[str, str] = {}

        def start(tag: str, attributes: Attributes) -> None:
            if tag == "Relationship" and attributes.get("TargetMode") != "External":
                target = attributes.get("Target", "")
                whole = target[1:] if target.startswith("/") else f"xl/{target}"
                targets[attributes.get("Id", "")] = whole

        if "xl/_rels/workbook.xml.rels" in self.members:
            self.parse("xl/_rels/workbook.xml.rels", start)
        return targets

    def _dates(self) -> frozenset[int]:
        """Return the numbers of the cell styles that show a date."""
        formats: dict[int, str] = {}
        styles: list[int] = []
        inside = False

        def start(tag: str, attributes: Attributes) -> None:
            nonlocal inside
            if tag == "numFmt":
                formats[_number(attributes.get("numFmtId"))] = attributes.get("formatCode", "")
            elif tag == "cellXfs":
                inside = True
            elif tag == "xf" and inside:
                styles.append(_number(attributes.get("numFmtId")))

        def end(tag: str) -> None:
            nonlocal inside
            inside = inside and tag != "cellXfs"

        if "xl/styles.xml" in self.members:
            self.parse("xl/styles.xml", start, end)
        dated = {n for n, code in formats.items() if _DATE_SIGNS.search(_QUOTED.sub("", code))}
        return frozenset(n for n, f in enumerate(styles) if f in _BUILT_IN_DATES or f in dated)

    def _shared(self) -> list[str]:
        found: list[str] = []
        pieces: list[str] = []
        held = reading = 0
        taken = False

        def start(tag: str, _attributes: Attributes) -> None:
            nonlocal taken, reading
            taken = tag == "t" and not reading
            reading += tag == "rPh"

        def end(tag: str) -> None:
            nonlocal taken, held, reading
            taken = False
            reading -= tag == "rPh"
            if tag == "si":
                text = "".join(pieces)
                pieces.clear()
                held += len(text)
                if held > _MOST_SHARED or len(found) > MOST_ROWS * 20:
                    raise Trouble("file-too-large", name=self.name)
                found.append(text)

        def words(text: str) -> None:
            if taken:
                pieces.append(text)

        if "xl/sharedStrings.xml" in self.members:
            self.parse("xl/sharedStrings.xml", start, end, words)
        return found

    def parse(
        self,
        member: str,
        start: Callable[[str, Attributes], None],
        end: Callable[[str], None] = lambda _tag: None,
        words: Callable[[str], None] | None = None,
    ) -> None:
        """Read a member; the functions get names without namespace."""
        parser: Any = expat.ParserCreate(None, "}")
        depth = 0

        def on_start(tag: str, attributes: Attributes) -> None:
            nonlocal depth
            depth += 1
            self._since = 0
            if depth > _DEEPEST:
                raise Trouble("file-unsafe", name=self.name)
            start(tag[tag.rfind("}") + 1 :], attributes)

        def on_end(tag: str) -> None:
            nonlocal depth
            depth -= 1
            end(tag[tag.rfind("}") + 1 :])

        parser.buffer_text = True
        parser.StartElementHandler, parser.EndElementHandler = on_start, on_end
        if words is not None:
            parser.CharacterDataHandler = words
        parser.StartDoctypeDeclHandler = self._refuse
        self._feed(parser, member)

    def _feed(self, parser: Any, member: str) -> None:
        try:
            with self._archive.open(member) as file:
                while piece := file.read(_PIECE):
                    self._left -= len(piece)
                    self._since += len(piece)
                    if self._left < 0 or self._since > _LONGEST_STRETCH:
                        raise Trouble("file-too-large", name=self.name)
                    parser.Parse(piece, False)
            parser.Parse(b"", True)
        except (expat.ExpatError, *_BROKEN):
            raise damaged(self.name) from None

    def _refuse(self, *_: object) -> None:
        raise Trouble("file-unsafe", name=self.name)


class _SheetReading:
    """Takes the rows of a sheet as they come by."""

    def __init__(self, book: _Book, name: str, tick: Callable[[int], None]) -> None:
        self._book, self._name, self._tick = book, name, tick
        self._lines: list[Line] = []
        self._cells: list[str] = []
        self._number = self._hidden = self._errors = self._rows = self._every = self._wide = 0
        self._kind = self._style = ""
        self._place = 0
        self._pieces: list[str] = []
        self._taken = False
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
        elif tag in ("v", "t"):
            self._taken = True
        elif tag == "row":
            self._begin_row(attributes)
        elif tag == "mergeCell":
            self._note_merged(attributes.get("ref", ""))

    def end(self, tag: str) -> None:
        """Take the end of an element."""
        if tag in ("v", "t", "rPh"):
            self._taken = False
        elif tag == "c" and self._pieces:
            value = self._value("".join(self._pieces))
            if value and self._place < MOST_CELLS:
                self._cells += [""] * (self._place - len(self._cells))
                self._cells.append(value)
        elif tag == "row" and self._cells:
            self._lines.append(Line(self._number, tuple(self._cells)))

    def words(self, text: str) -> None:
        """Take characters."""
        if self._taken:
            self._pieces.append(text)

    def _begin_row(self, attributes: Attributes) -> None:
        self._cells = []
        said = _number(attributes.get("r"))
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
                return restored(from_xml(self._book.shared[int(raw)]).strip())
            except (ValueError, IndexError):
                raise damaged(self._name) from None
        if self._kind in ("inlineStr", "str"):
            return restored(from_xml(raw).strip())
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
        return hidden + errors


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


def _number(text: str | None) -> int:
    return int(text) if text and text.isdigit() and len(text) < 9 else 0


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
