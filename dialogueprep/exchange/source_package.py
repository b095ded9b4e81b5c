"""Reports in zipped files: Word (.docx) and Hangul (.hwpx). Nothing is unpacked to the disk."""

from __future__ import annotations

import re
import zipfile
import zlib
from io import BytesIO

from dialogueprep.domain.errors import Trouble
from dialogueprep.domain.splitting.report import Piece
from dialogueprep.exchange.read_part import damaged

MOST_BYTES_OF_A_PART = 24_000_000
_MOST_UNFOLDED = 400_000_000
_MOST_MEMBERS = 5000
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError, ValueError)
_DECLARES = re.compile(rb"<!\s*(?:DOCTYPE|ENTITY)|<\0!\0D\0O\0C|\0<\0!\0D\0O", re.IGNORECASE)
_ESCAPES = re.compile(r"(?:^|[\\/])\.\.(?:[\\/]|$)|^[\\/]|^[A-Za-z]:")


def pieces_of_package(data: bytes, name: str) -> list[Piece]:
    """Return the paragraphs of a .docx or .hwpx file.

    Raises Trouble: "file-damaged", "file-protected", "file-too-large", "file-unsafe" (declared
    entities), "source-leads-outside" (names of parts that lead to other folders) or
    "source-kind-unknown".
    """
    archive = _opened(data, name)
    _check(archive, name)
    members = archive.namelist()
    sections = sorted(
        (m for m in members if re.fullmatch(r"Contents/section\d+\.xml", m)), key=_number
    )
    if sections:
        if sum(archive.getinfo(each).file_size for each in sections) > MOST_BYTES_OF_A_PART:
            raise Trouble("file-too-large", name=name)
        from dialogueprep.exchange.source_hwpx import pieces_of_hwpx

        return pieces_of_hwpx(data, sections, name)
    if "word/document.xml" in members:
        from dialogueprep.exchange.source_docx import pieces_of_docx

        return pieces_of_docx(data, members, name)
    raise Trouble("source-kind-unknown", name=name)


def _number(member: str) -> int:
    return int(re.sub(r"\D", "", member))


def _opened(data: bytes, name: str) -> zipfile.ZipFile:
    try:
        return zipfile.ZipFile(BytesIO(data))
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError):
        raise damaged(name) from None


def _check(archive: zipfile.ZipFile, name: str) -> None:
    entries = archive.infolist()
    if any(entry.flag_bits & 1 for entry in entries):
        raise Trouble("file-protected", name=name)
    if len(entries) > _MOST_MEMBERS or sum(e.file_size for e in entries) > _MOST_UNFOLDED:
        raise Trouble("file-too-large", name=name)
    if any(_ESCAPES.search(entry.filename) for entry in entries):
        raise Trouble("source-leads-outside", name=name)
    for entry in entries:
        if entry.filename.lower().endswith((".xml", ".rels")) and _declares(archive, entry, name):
            raise Trouble("file-unsafe", name=name)


def _declares(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, name: str) -> bool:
    """Return whether a part begins with a document type, which no part of a document needs."""
    try:
        with archive.open(entry) as member:
            return bool(_DECLARES.search(member.read(4000)))
    except _BROKEN:
        raise damaged(name) from None
