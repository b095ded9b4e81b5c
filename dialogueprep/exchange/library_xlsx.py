"""A library as a workbook: a sheet for each kind of row.

The parts are written directly, as those of Word files are: no author, no dates, and each cell is
text, so that none can be a formula. Reading takes shared and inline texts, as Excel writes them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from xml.etree import ElementTree as ET

from dialogueprep.domain.errors import Trouble
from dialogueprep.exchange.library_cells import for_xml, from_xml, restored, safe
from dialogueprep.exchange.library_columns import COLUMNS, KINDS, Record
from dialogueprep.exchange.library_rows import Row
from dialogueprep.exchange.library_table import rows_of
from dialogueprep.exchange.read_docx import member_text, members
from dialogueprep.exchange.read_xml import local
from dialogueprep.exchange.xlsx_parts import sheet, workbook

_LONG, _LONG_COLUMNS = "continued", ("number", "part")
_CONTINUED = "\x00continued "
_PIECE = 4_000  # characters of a part: each may stand as seven where XML does not allow it
_MOST_CELLS = 200  # of a row; more belong to no library
LONGEST_CELL = 32_767
"""Characters that a cell of a workbook can hold."""
_WIDE = frozenset({"title en", "text en", "passage", "reason"})


def xlsx_bytes(records: Iterable[Record]) -> bytes:
    """Return the file. A text that no cell can hold is continued on the last sheet."""
    rows: dict[str, list[Record]] = {}
    for record in records:
        rows.setdefault(record["kind"], []).append(record)
    rows = rows or {KINDS[0]: []}
    long: list[str] = []
    sheets = {kind: _sheet(COLUMNS[kind], found, long) for kind, found in rows.items()}
    if long:
        sheets[_LONG] = _sheet(_LONG_COLUMNS, list(_pieces(long)), [])
    return workbook(sheets)


def _pieces(long: list[str]) -> Iterator[Record]:
    """Yield the rows that continue long texts: their number, and a part of each."""
    for number, text in enumerate(long):
        for start in range(0, len(text), _PIECE):
            yield {"number": str(number), "part": text[start : start + _PIECE]}


def _sheet(columns: Sequence[str], rows: list[Record], long: list[str]) -> str:
    """Return a sheet; texts that no cell can hold are added to ``long``."""
    lines = [columns, *([record.get(c, "") for c in columns] for record in rows)]
    texts = [[for_xml(safe(_short(cell, long))) for cell in line] for line in lines]
    return sheet(texts, [48 if c in _WIDE else 18 for c in columns])


def _short(cell: str, long: list[str]) -> str:
    """Return a text that a cell can hold: itself, or where it is continued and how it begins."""
    if len(for_xml(safe(cell))) <= LONGEST_CELL:
        return cell
    long.append(cell)
    return f"{_CONTINUED}{len(long) - 1}: {cell[:80]}"


def xlsx_rows(data: bytes, name: str) -> Iterator[Row]:
    """Yield the rows of such a workbook. A sheet of another name needs a column ``kind``.

    Raises Trouble "file-damaged", "file-too-large", "file-protected", "file-unsafe" besides
    those of `library_table.rows_of`.
    """
    shared: list[str] = []
    if "xl/sharedStrings.xml" in members(data, name):
        root = member_text(data, "xl/sharedStrings.xml", name)
        shared = [_text(si) for si in root if local(si) == "si"]
    sheets = dict(_sheets(data, name))
    long: dict[str, list[str]] = {}
    if last := sheets.pop(_LONG, None):
        for cells in _table(member_text(data, last, name), shared, name):
            long.setdefault(cells[0], []).extend(cells[1:2])
    for title, member in sheets.items():
        table = iter(_table(member_text(data, member, name), shared, name))
        first = next(table, None)
        if first:
            whole = ([_continued(c, long) for c in cells] for cells in table)
            yield from rows_of(chain([first], whole), name, title if title in KINDS else "")


def _continued(cell: str, long: Mapping[str, list[str]]) -> str:
    """Return the whole text of a cell whose text is continued on the last sheet."""
    number = cell[len(_CONTINUED) :].partition(":")[0] if cell.startswith(_CONTINUED) else ""
    return "".join(long[number]) if number in long else cell


def _sheets(data: bytes, name: str) -> Iterator[tuple[str, str]]:
    related = {
        r.get("Id"): str(r.get("Target", "")).removeprefix("/xl/")
        for r in member_text(data, "xl/_rels/workbook.xml.rels", name)
    }
    for each in member_text(data, "xl/workbook.xml", name).iter():
        if local(each) == "sheet":
            id_ = next((v for k, v in each.attrib.items() if k.endswith("}id")), "")
            yield each.get("name", ""), f"xl/{related.get(id_, '')}"


def _table(sheet: ET.Element, shared: Sequence[str], name: str) -> Iterator[list[str]]:
    for row in (e for e in sheet.iter() if local(e) == "row"):
        cells: list[str] = []
        for cell in (e for e in row if local(e) == "c"):
            place = _place(cell.get("r", ""), len(cells))
            if place > _MOST_CELLS:
                raise Trouble("file-damaged", name=name)
            cells += [""] * (place - len(cells))
            cells.append(restored(from_xml(_value(cell, shared, name))))
        yield cells


def _place(reference: str, otherwise: int) -> int:
    letters = re.match("[A-Z]{1,3}", reference)
    if letters is None:
        return otherwise
    place = 0
    for letter in letters.group():
        place = place * 26 + ord(letter) - 64
    return place - 1


def _value(cell: ET.Element, shared: Sequence[str], name: str) -> str:
    kind = cell.get("t", "")
    if kind == "inlineStr":
        return _text(cell)
    value = next((e.text or "" for e in cell if local(e) == "v"), "")
    if kind != "s":
        return value
    try:
        return shared[int(value)]
    except (ValueError, IndexError):
        raise Trouble("file-damaged", name=name) from None


def _text(element: ET.Element) -> str:
    """Return the words of a text or of its runs; the reading above Japanese words is left out."""
    words = ""
    for child in element:
        if local(child) == "t":
            words += child.text or ""
        elif local(child) in ("r", "is"):
            words += _text(child)
    return words
