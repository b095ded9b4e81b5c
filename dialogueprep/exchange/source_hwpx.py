"""Reports in Hangul's open format (.hwpx): the paragraphs of its sections."""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree import ElementTree as ET

from dialogueprep.domain.splitting.report import Piece
from dialogueprep.exchange.read_docx import member_text
from dialogueprep.exchange.read_xml import local
from dialogueprep.exchange.source_lines import Line, piece_at
from dialogueprep.exchange.source_package import MOST_BYTES_OF_A_PART
from dialogueprep.exchange.source_tables import pieces_of_rows

_FURNITURE = frozenset({"header", "footer", "footNote", "endNote", "hiddenComment", "script"})


def pieces_of_hwpx(data: bytes, sections: list[str], name: str) -> list[Piece]:
    """Return the paragraphs of the sections, headings and lists told by their words.

    Raises Trouble as `source_package.pieces_of_package`.
    """
    found: list[str | list[Piece]] = []
    for section in sections:
        root = member_text(data, section, name, MOST_BYTES_OF_A_PART)
        found += [part for part in _paragraphs(root) if part]
    lines = [Line(part if isinstance(part, str) else part[0].text, True) for part in found]
    pieces: list[Piece] = []
    for n, part in enumerate(found):
        pieces += [piece_at(lines, n)] if isinstance(part, str) else part
    return pieces


def _paragraphs(element: ET.Element) -> Iterator[str | list[Piece]]:
    """Yield the words of each paragraph, and the cells of each table of several."""
    for child in element:
        name = local(child)
        if name in _FURNITURE:
            continue
        if name == "tbl" and len(rows := _rows(child)) > 1 and max(map(len, rows)) > 1:
            yield pieces_of_rows(rows)
            continue
        if name == "p":
            yield _told(child)
        yield from _paragraphs(child)


def _rows(table: ET.Element) -> list[list[str]]:
    """Return the words of the cells of a table, row by row."""
    rows = [[c for c in row if local(c) == "tc"] for row in table if local(row) == "tr"]
    return [[" ".join(_cell(cell)).strip() for cell in row] for row in rows]


def _cell(cell: ET.Element) -> Iterator[str]:
    for part in _paragraphs(cell):
        yield part if isinstance(part, str) else " ".join(piece.text for piece in part)


def _told(paragraph: ET.Element) -> str:
    return re.sub(r"\s+", " ", "".join(_words(paragraph))).strip()


def _words(element: ET.Element) -> Iterator[str]:
    for child in element:
        name = local(child)
        if name in _FURNITURE or name == "p":
            continue
        if name == "t":
            yield child.text or ""
            yield from _inside(child)
        else:
            yield from _words(child)


def _inside(words: ET.Element) -> Iterator[str]:
    for mark in words:
        yield " " if local(mark) in ("tab", "lineBreak", "nbSpace", "fwSpace") else ""
        yield mark.tail or ""
