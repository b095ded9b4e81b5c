"""The rows of a programme in a Word file, with tracked changes and comments.

Authors and times of changes and comments are not read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from xml.etree import ElementTree as ET

from dialogueprep.domain.errors import Trouble
from dialogueprep.domain.programme_rows import Row, Tracked, Tracking
from dialogueprep.domain.programme_times import read_span
from dialogueprep.exchange.read_docx import member_text, members
from dialogueprep.exchange.read_file import bytes_of
from dialogueprep.exchange.read_xml import local
from dialogueprep.exchange.source_package import MOST_BYTES_OF_A_PART

_MOST_BYTES = 50_000_000
_MOST_ROWS = 20_000
_DOCUMENT, _COMMENTS = "word/document.xml", "word/comments.xml"
_NO_WORDS = frozenset({"rt", "instrText", "delInstrText", "Fallback", "pPr", "rPr", "sectPr"})
_INSIDE = frozenset({"sdt", "sdtContent", "customXml", "smartTag", "ins", "moveTo", "body"})
_INS, _DEL = frozenset({"ins", "moveTo"}), frozenset({"del", "moveFrom"})
_SPACES = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}


def read_rows(path: Path, *, not_word: str = "programme-not-word") -> tuple[Row, ...]:
    """Return the rows of a programme, or of another Word file, in their order.

    Raises Trouble as `read_docx.read_package` does, with the code ``not_word`` for another kind
    of file, and "file-too-large" for one of too many rows.
    """
    data = bytes_of(path, _MOST_BYTES, "file-too-large")
    if path.suffix.lower() not in (".docx", ".docm") or not data.startswith(b"PK"):
        raise Trouble(not_word, name=path.name)
    return rows_of(data, path.name, not_word=not_word)


def rows_of(data: bytes, name: str, *, not_word: str = "programme-not-word") -> tuple[Row, ...]:
    """Return the rows of a programme from the bytes of a Word file."""
    there = members(data, name)
    if _DOCUMENT not in there:
        raise Trouble(not_word, name=name)
    comments: dict[str, str] = {}
    if _COMMENTS in there:
        comments = _comments(member_text(data, _COMMENTS, name, MOST_BYTES_OF_A_PART))
    document = member_text(data, _DOCUMENT, name, MOST_BYTES_OF_A_PART)
    body = next((e for e in document if local(e) == "body"), document)
    found: list[Row] = []
    for row in _rows(body, comments):
        found.append(row)
        if len(found) > _MOST_ROWS:
            raise Trouble("file-too-large", name=name)
    return tuple(row for row in found if row.text.strip() or row.tracked or row.comments)


@dataclass
class _Words:
    """The words of a paragraph or cell while they are gathered."""

    now: list[str] = field(default_factory=list[str])
    tracked: list[Tracked] = field(default_factory=list[Tracked])
    notes: list[str] = field(default_factory=list[str])

    def add(self, text: str, way: Tracking | None) -> None:
        if way is not Tracking.DELETED:
            self.now.append(text)
        if way is None or not text:
            return
        if self.tracked and self.tracked[-1].what is way:
            text = self.tracked.pop().text + text
        self.tracked.append(Tracked(way, text))

    def part(self) -> None:
        """End a run of tracked words, so that the next ones stand apart."""
        if self.tracked and self.tracked[-1].text:
            self.tracked.append(Tracked(self.tracked[-1].what, ""))

    def told(self) -> tuple[Tracked, ...]:
        return tuple(t for t in self.tracked if t.text.strip())


def _rows(element: ET.Element, comments: dict[str, str]) -> Iterator[Row]:
    words = _Words()
    for child in element:
        name = local(child)
        if name == "p":
            _gather(child, words, comments, None)
            if _runs_on(child) and "".join(words.now).strip():
                continue
            yield _paragraph_row(words)
            words = _Words()
        elif name == "tbl":
            yield from _table(child, comments)
        elif name in _INSIDE:
            yield from _rows(child, comments)
    if words.now:
        yield _paragraph_row(words)


def _paragraph_row(words: _Words) -> Row:
    cells = tuple(_tidy(part) for part in "".join(words.now).split("\t"))
    return Row(cells, words.told(), tuple(dict.fromkeys(words.notes)))


def _runs_on(paragraph: ET.Element) -> bool:
    """Whether the end of a paragraph is deleted, so that the next one continues it."""
    found = (e for p in _named(paragraph, "pPr") for e in _named(p, "rPr"))
    return any(local(each) in _DEL for properties in found for each in properties)


def _named(element: ET.Element, name: str) -> Iterator[ET.Element]:
    return (child for child in element if local(child) == name)


def _table(table: ET.Element, comments: dict[str, str]) -> Iterator[Row]:
    above: dict[int, str] = {}
    for child in table:
        if local(child) == "tr":
            yield _table_row(child, comments, above)
        elif local(child) in _INSIDE:
            yield from _table(child, comments)


def _table_row(row: ET.Element, comments: dict[str, str], above: dict[int, str]) -> Row:
    """Return the row; ``above`` are the words of merged cells by column, and is kept up."""
    of_row = _of_row(row)
    cells: list[str] = []
    tracked: list[Tracked] = []
    notes: list[str] = []
    for n, cell in enumerate(_cells(row)):
        way, words = _of_cell(cell) or of_row, _Words()
        for number, paragraph in enumerate(_paragraphs(cell)):
            if number:
                words.add("\n", way)
            words.part()
            _gather(paragraph, words, comments, way)
        text = _tidy("".join(words.now))
        if _goes_on(cell) and not text and of_row is not Tracking.DELETED:
            text = above.get(n, "")
        above[n] = text if read_span(text) else ""
        cells.append(text)
        tracked += words.told()
        notes += words.notes
    return Row(tuple(cells), tuple(tracked), tuple(dict.fromkeys(notes)))


def _goes_on(cell: ET.Element) -> bool:
    """Whether a cell is the continuation of the one above it."""
    merged = [m for p in _named(cell, "tcPr") for m in _named(p, "vMerge")]
    return any(_attribute(m, "val") in ("", "continue") for m in merged)


def _of_cell(cell: ET.Element) -> Tracking | None:
    """Return whether the whole cell was inserted or deleted."""
    found = {local(each) for p in _named(cell, "tcPr") for each in p}
    if "cellDel" in found:
        return Tracking.DELETED
    return Tracking.INSERTED if "cellIns" in found else None


def _of_row(row: ET.Element) -> Tracking | None:
    """Return whether the whole row was inserted or deleted."""
    for properties in row:
        if local(properties) == "trPr":
            for each in properties:
                if local(each) in _INS:
                    return Tracking.INSERTED
                if local(each) in _DEL:
                    return Tracking.DELETED
    return None


def _cells(row: ET.Element) -> Iterator[ET.Element]:
    for child in row:
        if local(child) == "tc":
            yield child
        elif local(child) in _INSIDE:
            yield from _cells(child)


def _paragraphs(cell: ET.Element) -> Iterator[ET.Element]:
    for child in cell:
        if local(child) == "p":
            yield child
        elif local(child) in _INSIDE | {"tbl", "tr", "tc"}:
            yield from _paragraphs(child)


def _gather(
    element: ET.Element, words: _Words, comments: dict[str, str], way: Tracking | None
) -> None:
    for child in element:
        name = local(child)
        if name in _NO_WORDS:
            continue
        if name in ("t", "delText"):
            words.add(child.text or "", Tracking.DELETED if name == "delText" else way)
        elif name in _SPACES:
            words.add(_SPACES[name], way)
        elif name == "commentReference":
            note = comments.get(_attribute(child, "id"), "")
            words.notes += [note] if note else []
        else:
            inner = Tracking.INSERTED if name in _INS else way
            _gather(child, words, comments, Tracking.DELETED if name in _DEL else inner)


def _comments(root: ET.Element) -> dict[str, str]:
    found: dict[str, str] = {}
    for comment in root:
        words = _Words()
        for n, paragraph in enumerate(_paragraphs(comment)):
            words.add("\n" if n else "", None)
            _gather(paragraph, words, {}, None)
        found[_attribute(comment, "id")] = _tidy("".join(words.now))
    return found


def _attribute(element: ET.Element, name: str) -> str:
    return next((v for k, v in element.attrib.items() if k.rpartition("}")[2] == name), "")


def _tidy(text: str) -> str:
    lines = (re.sub(r"[ \t\u00a0]+", " ", line).strip() for line in text.split("\n"))
    return "\n".join(line for line in lines if line)
