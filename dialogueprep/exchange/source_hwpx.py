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

_FURNITURE = frozenset({"header", "footer", "footNote", "endNote", "hiddenComment", "script"})


def pieces_of_hwpx(data: bytes, sections: list[str], name: str) -> list[Piece]:
    """Return the paragraphs of the sections, headings and lists told by their words.

    Raises Trouble as `source_package.pieces_of_package`.
    """
    lines: list[Line] = []
    for section in sections:
        root = member_text(data, section, name, MOST_BYTES_OF_A_PART)
        texts = (re.sub(r"\s+", " ", text).strip() for text in _paragraphs(root))
        lines += [Line(text, True) for text in texts if text]
    return [piece_at(lines, n) for n in range(len(lines))]


def _paragraphs(element: ET.Element) -> Iterator[str]:
    for child in element:
        name = local(child)
        if name in _FURNITURE:
            continue
        if name == "p":
            yield "".join(_words(child))
        yield from _paragraphs(child)


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
