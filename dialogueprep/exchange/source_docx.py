"""Reports in Word files: headings, lists and tables of the body as paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from xml.etree import ElementTree as ET

from dialogueprep.domain.errors import Trouble
from dialogueprep.domain.splitting.report import Kind, Piece
from dialogueprep.exchange.read_docx import member_text
from dialogueprep.exchange.read_xml import local
from dialogueprep.exchange.source_lines import Line, looks_like_heading, piece_at
from dialogueprep.exchange.source_package import MOST_BYTES_OF_A_PART
from dialogueprep.exchange.source_tables import has_heads, proposing_columns

_LEFT_OUT = frozenset({"del", "moveFrom", "rt", "instrText", "delText", "Fallback", "pPr", "rPr"})
_SPACES = {"tab": "\t", "br": " ", "cr": " ", "noBreakHyphen": "-"}
_MOST_HEADING = 160
_MOST_PARAGRAPHS = 50_000  # empty ones too


@dataclass(frozen=True, slots=True)
class _Style:
    """What a paragraph style makes of its paragraphs: a heading of a level, a list, or contents."""

    level: int = 0
    listed: str = ""
    contents: bool = False


@dataclass(frozen=True, slots=True)
class _Look:
    """The styles of a file by their ids, and which of its lists are numbered."""

    styles: dict[str, _Style]
    numbered: frozenset[str]


def pieces_of_docx(data: bytes, members: list[str], name: str) -> list[Piece]:
    """Return the paragraphs of a Word file's body; its heads and feet are other parts."""

    def root(member: str) -> ET.Element | None:
        if member not in members:
            return None
        return member_text(data, member, name, MOST_BYTES_OF_A_PART)

    look = _Look(_styles(root("word/styles.xml")), _numbered(root("word/numbering.xml")))
    document = member_text(data, "word/document.xml", name, MOST_BYTES_OF_A_PART)
    body = next((e for e in document if local(e) == "body"), document)
    found = [p for p in islice(_blocks(body, look), _MOST_PARAGRAPHS) if p.text.strip()]
    if len(found) >= _MOST_PARAGRAPHS // 2:
        raise Trouble("source-too-large", name=name)
    return [_judged(found, n) for n in range(len(found))]


def _judged(pieces: list[Piece], n: int) -> Piece:
    """Return a piece; one without style is judged by its words, as a line of text is."""
    piece = pieces[n]
    if piece.kind is not Kind.TEXT or piece.level < 0:
        return Piece(piece.text, piece.kind, max(piece.level, 0))
    lines = [Line(p.text, True) for p in pieces[max(0, n - 1) : n + 2]]
    judged = piece_at(lines, min(n, 1))
    return judged if judged.kind in (Kind.BULLET, Kind.NUMBERED) or _is_section(judged) else piece


def _is_section(piece: Piece) -> bool:
    return piece.kind is Kind.HEADING and len(piece.text) < _MOST_HEADING


def _attribute(element: ET.Element | None, name: str) -> str:
    if element is None:
        return ""
    return next((v for k, v in element.attrib.items() if k.rpartition("}")[2] == name), "")


def _child(element: ET.Element | None, *names: str) -> ET.Element | None:
    for name in names:
        if element is not None:
            element = next((e for e in element if local(e) == name), None)
    return element


# Styles and lists


def _styles(root: ET.Element | None) -> dict[str, _Style]:
    if root is None:
        return {}
    return {_attribute(e, "styleId"): _style(e) for e in root if local(e) == "style"}


def _style(element: ET.Element) -> _Style:
    name = _attribute(_child(element, "name"), "val").lower()
    outline = _attribute(_child(element, "pPr", "outlineLvl"), "val")
    if outline.isdigit() and int(outline) < 9:
        return _Style(level=int(outline) + 1)
    if found := re.match(r"(?:heading|标题|見出し|제목|überschrift|titre)\s*(\d)", name):
        return _Style(level=int(found.group(1)))
    if name in ("title", "标题", "表題", "제목"):
        return _Style(level=1)
    if name.startswith(
        ("toc", "table of", "index", "目录", "目次", "목차", "footnote", "header", "footer")
    ):
        return _Style(contents=True)
    if name.startswith(("list bullet", "bullet", "list paragraph bullet")):
        return _Style(listed="bullet")
    return _Style(listed="numbered" if name.startswith("list number") else "")


def _numbered(root: ET.Element | None) -> frozenset[str]:
    """Return the ids of the lists whose first level counts."""
    if root is None:
        return frozenset()
    counting = {
        _attribute(e, "abstractNumId")
        for e in root
        if local(e) == "abstractNum"
        and _attribute(_child(e, "lvl", "numFmt"), "val") not in ("bullet", "none", "")
    }
    return frozenset(
        _attribute(e, "numId")
        for e in root
        if local(e) == "num" and _attribute(_child(e, "abstractNumId"), "val") in counting
    )


# Paragraphs


def _blocks(element: ET.Element, look: _Look) -> Iterator[Piece]:
    for child in element:
        name = local(child)
        if name == "p":
            yield _piece(child, look)
            yield from _in_boxes(child, look)
        elif name == "tbl":
            yield from _table(child, look)
        elif name in ("sdt", "sdtContent", "ins", "customXml", "smartTag"):
            yield from _blocks(child, look)


def _in_boxes(paragraph: ET.Element, look: _Look) -> Iterator[Piece]:
    """Yield the paragraphs of the text boxes that hang on a paragraph, each once."""
    for child in paragraph:
        if local(child) == "txbxContent":
            yield from _blocks(child, look)
        elif local(child) not in _LEFT_OUT:
            yield from _in_boxes(child, look)


def _piece(paragraph: ET.Element, look: _Look) -> Piece:
    text = re.sub(r"[ \t]+", " ", "".join(_words(paragraph))).strip()
    properties = _child(paragraph, "pPr")
    style = look.styles.get(_attribute(_child(properties, "pStyle"), "val"), _Style())
    if style.contents:
        return Piece(text, Kind.FURNITURE)
    outline = _attribute(_child(properties, "outlineLvl"), "val")
    level = int(outline) + 1 if outline.isdigit() and int(outline) < 9 else style.level
    if level and len(text) < 2 * _MOST_HEADING:
        return Piece(text, Kind.HEADING, level)
    number = _attribute(_child(properties, "numPr", "numId"), "val")
    if (number and number != "0") or style.listed:
        depth = _attribute(_child(properties, "numPr", "ilvl"), "val")
        counts = number in look.numbered if number else style.listed == "numbered"
        kind = Kind.NUMBERED if counts else Kind.BULLET
        return Piece(text, kind, int(depth) if depth.isdigit() else 0)
    if len(text) < _MOST_HEADING and looks_like_heading(text, "next") and _all_bold(paragraph):
        return Piece(text, Kind.HEADING, 3)
    return Piece(text)


def _all_bold(paragraph: ET.Element) -> bool:
    """Return whether each run with words is set bold, as headings without a style are."""
    runs = [e for e in paragraph.iter() if local(e) == "r" and "".join(_words(e)).strip()]
    return bool(runs) and all(_is_bold(run) for run in runs)


def _is_bold(run: ET.Element) -> bool:
    bold = _child(run, "rPr", "b")
    return bold is not None and _attribute(bold, "val") not in ("0", "false", "none")


def _words(element: ET.Element) -> Iterator[str]:
    """Yield the words of a paragraph as they stand when tracked changes are accepted."""
    for child in element:
        name = local(child)
        if name in _LEFT_OUT or name in ("p", "txbxContent"):
            continue
        if name == "t":
            yield child.text or ""
        elif name in _SPACES:
            yield _SPACES[name]
        else:
            yield from _words(child)


# Tables


def _table(table: ET.Element, look: _Look) -> Iterator[Piece]:
    """Yield the cells row by row; a cell under a head that names proposals is an action."""
    rows = [[c for c in row if local(c) == "tc"] for row in table if local(row) == "tr"]
    words = [[_cell_text(cell, look) for cell in row] for row in rows]
    proposing = proposing_columns(words)
    for n, row in enumerate(rows):
        for column, cell in enumerate(row):
            is_head = n == 0 and has_heads(words)
            yield from _cell(cell, look, acts=column in proposing, is_head=is_head)


def _cell(cell: ET.Element, look: _Look, *, acts: bool, is_head: bool) -> Iterator[Piece]:
    for piece in _blocks(cell, look):
        if is_head:
            yield Piece(piece.text, Kind.FURNITURE)
        elif piece.kind is Kind.TEXT:
            yield Piece(piece.text, Kind.ACTION) if acts else Piece(piece.text, Kind.TEXT, -1)
        else:
            yield piece


def _cell_text(cell: ET.Element, look: _Look) -> str:
    return " ".join(piece.text for piece in _blocks(cell, look)).strip()
