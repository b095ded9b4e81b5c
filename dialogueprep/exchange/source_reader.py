"""Reads a report of any kind into its text and paragraphs, or refuses it in plain words."""

from __future__ import annotations

import unicodedata
from pathlib import Path

from dialogueprep.domain.errors import Trouble
from dialogueprep.domain.splitting.report import Piece, Report, report_of
from dialogueprep.exchange.atomic import Tick, quiet
from dialogueprep.exchange.read_file import bytes_of
from dialogueprep.exchange.read_text import decode
from dialogueprep.exchange.source_lines import pieces_of_text

MOST_BYTES_OF_A_FILE = 60_000_000
MOST_CHARACTERS = 1_500_000
"""A report of more is not read: nobody would review what it proposes."""
MOST_PARAGRAPHS = 20_000

_OLD_OFFICE = b"\xd0\xcf\x11\xe0"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"BM", b"II*\0", b"MM\0*", b"RIFF", b"\0\0\1\0")
_OTHER = (
    b"\x7fELF",
    b"MZ",
    b"\x1f\x8b",
    b"Rar!",
    b"7z\xbc\xaf",
    b"BZh",
    b"\xfd7zXZ",
    b"SQLite",
    b"{\\rtf",
)


def read_source(path: Path, tick: Tick = quiet) -> Report:
    """Return the report in a .docx, .pdf, .hwpx, .html, .md or .txt file.

    Raises Trouble in plain words for a file that is damaged, protected, too large, unsafe, of
    another kind, or without text; ``tick`` is told of the pages of a PDF and may raise Cancelled.
    """
    data = bytes_of(path, MOST_BYTES_OF_A_FILE, "source-too-large")
    return _report(_pieces(path.name, data, tick), path.name)


def read_pasted(text: str) -> Report:
    """Return the report in a text that was pasted; Trouble("source-without-text") if empty."""
    return _report(pieces_of_text(unicodedata.normalize("NFC", text)), "")


def _report(pieces: list[Piece], name: str) -> Report:
    if len(pieces) > MOST_PARAGRAPHS:
        raise Trouble("source-too-large", name=name)
    report = report_of(_normal(piece) for piece in pieces)
    if len(report.text) > MOST_CHARACTERS:
        raise Trouble("source-too-large", name=name)
    if sum(c.isalpha() for c in report.text) < 2:
        raise Trouble("source-without-text", name=name)
    return report


def _normal(piece: Piece) -> Piece:
    text = unicodedata.normalize("NFC", piece.text)
    text = "".join(c for c in text if c in "\t\n" or unicodedata.category(c) not in ("Cc", "Cs"))
    return Piece(text, piece.kind, piece.level)


def _pieces(name: str, data: bytes, tick: Tick) -> list[Piece]:
    kind = kind_of(name, data)
    if kind == "pdf":
        from dialogueprep.exchange.source_pdf import pieces_of_pdf

        return pieces_of_pdf(data, name, tick)
    if kind == "zip":
        from dialogueprep.exchange.source_package import pieces_of_package

        return pieces_of_package(data, name)
    if len(data) > 8 * MOST_CHARACTERS:
        raise Trouble("source-too-large", name=name)
    text = unicodedata.normalize("NFC", decode(data))
    if kind == "html":
        from dialogueprep.exchange.source_html import pieces_of_html

        return pieces_of_html(text, name)
    if len(text) > MOST_CHARACTERS or text.count("\n") > 5 * MOST_PARAGRAPHS:
        raise Trouble("source-too-large", name=name)
    return pieces_of_text(text)


def kind_of(name: str, data: bytes) -> str:
    """Return "pdf", "zip", "html" or "text" by content; an ending that promises more is held to
    it. Raises Trouble for old Office files, pictures, archives and programs."""
    lower = name.lower()
    if b"%PDF-" in data[:1024]:
        return "pdf"
    if data[:2] == b"PK":
        return "zip"
    if data[:4] == _OLD_OFFICE:
        raise Trouble(_old_office(lower, data), name=name)
    if lower.endswith((".docx", ".pdf", ".hwpx", ".doc", ".hwp")):
        raise Trouble("file-damaged", name=name)
    if data.startswith((*_PICTURES, *_OTHER)) or _is_binary(data):
        raise Trouble("source-kind-unknown", name=name)
    start = data[:2000].lower()
    is_page = lower.endswith((".html", ".htm", ".xhtml")) or b"<html" in start
    return "html" if is_page or b"<!doctype html" in start else "text"


def _old_office(name: str, data: bytes) -> str:
    if _ENCRYPTED in data:
        return "file-protected"
    return (
        "source-is-hwp"
        if name.endswith(".hwp") or b"HWP Document File" in data
        else "source-is-doc"
    )


def _is_binary(data: bytes) -> bool:
    """Return whether bytes are no text in any encoding: zeros outside of UTF-16 and UTF-32."""
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return False
    sample = data[:4096]
    control = sum(b < 9 or (13 < b < 32 and b != 27) for b in sample)
    zeros = sample.count(0)
    wide = zeros > len(sample) // 8 and max(sample[::2].count(0), sample[1::2].count(0)) == zeros
    return control > len(sample) // 20 and not wide
