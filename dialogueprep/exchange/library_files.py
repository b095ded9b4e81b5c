"""A library written to .csv, .xlsx, .json or .docx, and read back without loss.

Ratings and histories are written only when asked for: they are judgements about governments and
a record of meetings, which a reader of the entries does not need.
"""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from io import BytesIO
from pathlib import Path

from dialogueprep.domain.collection import Collection
from dialogueprep.domain.errors import Refused, Trouble
from dialogueprep.domain.texts import Language
from dialogueprep.exchange.atomic import Tick, quiet, write_whole
from dialogueprep.exchange.library_columns import KINDS, Record
from dialogueprep.exchange.library_csv import csv_bytes, csv_rows
from dialogueprep.exchange.library_docx import docx_bytes, docx_rows
from dialogueprep.exchange.library_json import json_bytes, json_rows
from dialogueprep.exchange.library_of_records import Brought, brought_of
from dialogueprep.exchange.library_records import records
from dialogueprep.exchange.library_rows import MOST_ROWS, Row
from dialogueprep.exchange.library_xlsx import xlsx_bytes, xlsx_rows
from dialogueprep.exchange.read_file import bytes_of
from dialogueprep.exchange.read_part import damaged

ENDINGS = (".csv", ".xlsx", ".json", ".docx")
_OFTEN = 500  # rows between two ticks
_OLD_OFFICE = b"\xd0\xcf\x11\xe0"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
LARGEST = 120_000_000
"""Bytes of a file that is read."""
MOST_UNFOLDED = {".docx": 40_000_000, ".xlsx": 60_000_000}
"""Bytes to which a zipped file may unfold: about 5,000 entries in Word, 18,000 in a workbook."""


def write_library(
    collection: Collection,
    target: Path,
    *,
    with_ratings: bool = False,
    with_histories: bool = False,
    language: Language = "en",
    tick: Tick = quiet,
) -> None:
    """Write a library to a file of the kind that its name says, whole or not at all.

    A Word table has its words in ``language``. ``tick`` is told of the rows; it may raise
    Cancelled. Raises Refused("library-kind-unknown"), Trouble("cannot-write") and
    Trouble("library-too-large") for what could not be read back.
    """
    write = _written(target, language)
    chosen = collection if with_ratings else collection.without_ratings()
    rows = records(chosen if with_histories else chosen.without_histories(), tick)
    content = write(_told(rows, tick))
    if len(rows) > MOST_ROWS or len(content) > LARGEST or _unfolds_too_far(content, target):
        raise Trouble("library-too-large", name=target.name)
    tick(len(rows), len(rows))
    write_whole(target, content)


def _told(rows: Sequence[Record], tick: Tick) -> Iterator[Record]:
    """Yield the rows kind by kind, as they stand in a file."""
    by_kind: dict[str, list[Record]] = {kind: [] for kind in KINDS}
    for row in rows:
        by_kind[row["kind"]].append(row)
    ordered = (row for kind in KINDS for row in by_kind[kind])
    for number, row in enumerate(ordered):
        if number % _OFTEN == 0:
            tick(number, len(rows))
        yield row


def read_library_file(source: Path) -> Collection:
    """Return the library in a file that `write_library` wrote, or one with its columns.

    Raises as `brought_by`, and the trouble of the first row that is not sound.
    """
    brought = brought_by(source)
    if brought.refused:
        raise brought.refused[0]
    return brought.collection


def brought_by(source: Path, tick: Tick = quiet) -> Brought:
    """Return what a file brings, with the troubles of the rows that are refused.

    Raises Refused("library-kind-unknown"), Trouble("not-a-file"), Trouble("cannot-read") and the
    troubles of the file's kind and of its rows (`library_of_records.brought_of`). ``tick`` is
    told how many rows are read; it may raise Cancelled.
    """
    kind = source.suffix.lower()
    if kind not in ENDINGS:
        raise Refused("library-kind-unknown", name=source.name)
    data = bytes_of(source, LARGEST, "file-too-large")
    if not data.strip():
        raise damaged(source.name)
    _check_kind(data, kind, source.name)
    if _unfolds_too_far(data, source):
        raise Trouble("file-too-large", name=source.name)
    return brought_of(_READ[kind](data, source.name), tick)


def _check_kind(data: bytes, kind: str, name: str) -> None:
    """Raise Trouble for a file whose content is of another kind than its name says."""
    if data.startswith(_OLD_OFFICE):
        locked = _ENCRYPTED in data
        raise Trouble("file-protected" if locked else "library-is-another-kind", name=name)
    zipped = data[:2] == b"PK"
    if zipped != (kind in MOST_UNFOLDED) or data[:5] == b"%PDF-":
        raise Trouble("library-is-another-kind", name=name)


def _unfolds_too_far(data: bytes, file: Path) -> bool:
    """Return whether the parts of a zipped file say that they are larger than is read."""
    most = MOST_UNFOLDED.get(file.suffix.lower())
    if most is None:
        return False
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            return sum(entry.file_size for entry in archive.infolist()) > most
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError):
        raise damaged(file.name) from None


_READ: dict[str, Callable[[bytes, str], Iterable[Row]]] = {
    ".csv": csv_rows,
    ".xlsx": xlsx_rows,
    ".json": json_rows,
    ".docx": docx_rows,
}


def _written(target: Path, language: Language) -> Callable[[Iterable[Record]], bytes]:
    match target.suffix.lower():
        case ".csv":
            return csv_bytes
        case ".json":
            return json_bytes
        case ".xlsx":
            return xlsx_bytes
        case ".docx":
            return lambda rows: docx_bytes(rows, target.stem, language)
        case _:
            raise Refused("library-kind-unknown", name=target.name)
