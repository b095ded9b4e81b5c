"""A library as one JSON document: a list for each kind of row, texts by language."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any, cast

from dialogueprep.domain.errors import Trouble
from dialogueprep.domain.texts import LANGUAGES
from dialogueprep.exchange.library_cells import joined, parted
from dialogueprep.exchange.library_columns import ALL, KINDS, LISTS, NUMBERS, Record
from dialogueprep.exchange.library_rows import MOST_ROWS, Row
from dialogueprep.exchange.library_table import known
from dialogueprep.exchange.read_text import decode

_LARGE = 4_000_000  # bytes; a larger file has to say in its beginning what it is
_MOST_COMMAS = 5_000_000
FORMAT, VERSION = "DialoguePrep library", 1
_SPLIT = frozenset({f"{field} {language}" for field in ("title", "text") for language in LANGUAGES})


def json_bytes(records: Iterable[Record]) -> bytes:
    """Return the file in UTF-8."""
    document: dict[str, Any] = {"format": FORMAT, "version": VERSION}
    for record in records:
        document.setdefault(record["kind"], []).append(_nested(record))
    return (json.dumps(document, ensure_ascii=False, indent=1) + "\n").encode("utf-8")


def json_rows(data: bytes, name: str) -> Iterator[Row]:
    """Yield the rows of such a file."""
    if len(data) > _LARGE and FORMAT.encode() not in data[:1000]:
        raise Trouble("library-file-without-head", name=name)
    if data.count(b"{") + data.count(b"[") > 4 * MOST_ROWS or data.count(b",") > _MOST_COMMAS:
        raise Trouble("library-too-many-rows", name=name, most=MOST_ROWS)
    try:
        raw: object = json.loads(decode(data), parse_int=_whole_number)
    except (ValueError, RecursionError):
        raise Trouble("library-file-damaged", name=name) from None
    if not isinstance(raw, dict) or cast("dict[str, Any]", raw).get("format") != FORMAT:
        raise Trouble("library-file-without-head", name=name)
    document = cast("dict[str, Any]", raw)
    if document.get("version") != VERSION:
        raise Trouble("library-file-newer", name=name)
    strange = [key for key in document if key not in (*KINDS, "format", "version")]
    known(strange or [""], name)
    for kind in KINDS:
        yield from _rows(document.pop(kind, []), kind, name)


def _whole_number(digits: str) -> int:
    """Return a number of a sensible size; a longer one takes time that grows with its square."""
    if len(digits) > 20:
        raise ValueError("a number of more than 20 digits")
    return int(digits)


def _nested(record: Record) -> dict[str, Any]:
    made: dict[str, Any] = {}
    for column, cell in record.items():
        if column in _SPLIT:
            field, _, language = column.partition(" ")
            made.setdefault(field, {})[language] = cell
        elif column in LISTS:
            made[column] = list(parted(cell))
        elif column in NUMBERS:
            made[column] = int(cell)
        elif column != "kind":
            made[column] = cell
    return made


def _rows(entries: Any, kind: str, name: str) -> Iterator[Row]:
    if not isinstance(entries, list):
        raise Trouble("library-file-damaged", name=name)
    for number, entry in enumerate(cast("list[Any]", entries), start=1):
        if not isinstance(entry, dict):
            raise Trouble("library-file-damaged", name=name)
        cells = _flat(cast("dict[str, Any]", entry))
        known([c for c in cells if c not in ALL], name)
        yield Row(f"{kind} {number}", {"kind": kind, **cells})


def _flat(entry: dict[str, Any]) -> Record:
    cells: Record = {}
    for column, value in entry.items():
        if isinstance(value, dict):
            texts = cast("dict[str, Any]", value)
            cells |= {f"{column} {language}": str(words) for language, words in texts.items()}
        elif isinstance(value, list):
            cells[column] = joined(tuple(str(word) for word in cast("list[Any]", value)))
        elif value is not None:
            cells[column] = str(value)
    return {column: cell for column, cell in cells.items() if cell}
