"""A library written to .csv, .xlsx, .json or .docx, and read back without loss.

Ratings and histories are written only when asked for: they are judgements about governments and
a record of meetings, which a reader of the entries does not need.
"""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Iterable
from io import BytesIO
from pathlib import Path

from dialogueprep.domain.collection import Collection
from dialogueprep.domain.errors import Refused, Trouble
from dialogueprep.domain.uses import Use
from dialogueprep.exchange.atomic import write_whole
from dialogueprep.exchange.library_columns import Record
from dialogueprep.exchange.library_csv import csv_bytes, csv_rows
from dialogueprep.exchange.library_docx import docx_bytes, docx_rows
from dialogueprep.exchange.library_json import json_bytes, json_rows
from dialogueprep.exchange.library_of_records import Row, collection_of
from dialogueprep.exchange.library_records import records
from dialogueprep.exchange.library_xlsx import xlsx_bytes, xlsx_rows
from dialogueprep.exchange.read_part import damaged

ENDINGS = (".csv", ".xlsx", ".json", ".docx")
LARGEST = 120_000_000
"""Bytes of a file that is read."""
MOST_UNFOLDED = {".docx": 40_000_000, ".xlsx": 60_000_000}
"""Bytes to which a zipped file may unfold: about 5,000 entries in Word, 18,000 in a workbook."""


def write_library(
    collection: Collection,
    target: Path,
    *,
    with_ratings: bool = False,
    uses: Iterable[Use] = (),
) -> None:
    """Write a library to a file of the kind that its name says, whole or not at all.

    Raises Refused("library-kind-unknown"), Trouble("cannot-write"), for a workbook
    Trouble("library-cell-too-long"), and Trouble("library-too-large") for what could not be read
    back.
    """
    write = _written(target)
    rows = records(collection if with_ratings else collection.without_ratings(), uses)
    content = write(rows)
    if len(content) > LARGEST or _unfolds_too_far(content, target):
        raise Trouble("library-too-large", name=target.name)
    write_whole(target, content)


def read_library_file(source: Path) -> Collection:
    """Return the library in a file that `write_library` wrote, or one with its columns.

    Raises Refused("library-kind-unknown"), Trouble("cannot-read") and the troubles of the
    file's kind and of its rows (`library_of_records`).
    """
    kind = source.suffix.lower()
    if kind not in ENDINGS:
        raise Refused("library-kind-unknown", name=source.name)
    try:
        if source.stat().st_size > LARGEST:
            raise Trouble("file-too-large", name=source.name)
        data = source.read_bytes()
    except OSError as error:
        raise Trouble("cannot-read", name=source.name, reason=error.strerror or error) from error
    if not data.strip():
        raise damaged(source.name)
    if _unfolds_too_far(data, source):
        raise Trouble("file-too-large", name=source.name)
    return collection_of(_READ[kind](data, source.name))


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


_READ: dict[str, Callable[[bytes, str], list[Row]]] = {
    ".csv": csv_rows,
    ".xlsx": xlsx_rows,
    ".json": json_rows,
    ".docx": docx_rows,
}


def _written(target: Path) -> Callable[[list[Record]], bytes]:
    match target.suffix.lower():
        case ".csv":
            return csv_bytes
        case ".json":
            return json_bytes
        case ".xlsx":
            return lambda rows: xlsx_bytes(rows, target.name)
        case ".docx":
            return lambda rows: docx_bytes(rows, target.stem)
        case _:
            raise Refused("library-kind-unknown", name=target.name)
