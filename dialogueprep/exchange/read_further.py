"""Further readings of a file from elsewhere: over pages, down columns, by label, its name in words.

They are no part of reading back: a file of this program is compared with its words instead.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from io import BytesIO
from itertools import groupby, pairwise
from pathlib import Path
from xml.parsers.expat import ExpatError
from zipfile import ZipFile

from dialogueprep.exchange.read_again import closed_up, unlinked, without_tags
from dialogueprep.exchange.read_codes import unescaped
from dialogueprep.exchange.read_columns import (
    below_each_other,
    beside_each_other,
    breaks_in,
    by_place,
    pieces_of,
    tables_in,
    tables_in_page,
)
from dialogueprep.exchange.read_file import bytes_of
from dialogueprep.exchange.read_identifiers import (
    holds_identifiers,
    names_in_word,
    words_in_identifiers,
)
from dialogueprep.exchange.read_pairs import pairs_of
from dialogueprep.exchange.read_part import MOST_BYTES, Part
from dialogueprep.exchange.read_pdf import opened, overleaf
from dialogueprep.exchange.read_xml import parse_xml

_IN_TABLES = (b"tr>", b"table-row>", b":tr ")
_MARKS = re.compile(r"[\W\d_]+")
_BETWEEN_WORDS = re.compile(
    r"(?<=[a-z])(?=[A-Z])|(?<=[\u4e00-\u9fff])(?=[\u30a1-\u30fe])|(?<=[\u30a1-\u30fe])(?=[\u4e00-\u9fff])"
)
"""Where a word ends in a name of a file without a gap: NotesByLee, 会議メモ."""
_LABELLED = re.compile(
    r"^[ \t]*[^\s:：=][^:：=\n]{0,19}[:：=][ \t\u3000]*"
    r"""["']?([^\s"'][^:：=\n]{0,23}?)["']?[ \t]*$"""
)
_FILLED_IN = re.compile(r"""<input\b[^<>]*?\bvalue\s*=\s*["']([^"'<>]{1,40})["']""", re.IGNORECASE)
_TAGS = re.compile(r"(?:<[^<>]*>)+")
_Table = list[list[str]]
_VALUES = re.compile(r"""<\w[^<>]*?\b(?:id|name|class|for)\s*=\s*["']([^"'<>]{1,80})""")
_SIGNS_OF_ROWS = ("\t", "|")
_NO_CELL = re.compile(r"[\s|:-]*")
_KEYED = re.compile(r'"(?:[^"\\\n]|\\.){1,60}"\s*:\s*"((?:[^"\\\n]|\\.){1,40})"')
_FEW = 2
_WHOLE = range(6, 25)
"""Letters of a word that two cells part; of short ones two make another by chance."""
_PIECE = range(1, 5)
"""Letters of a piece of a word that more than two cells of a row part."""
_DOWN, _LABELS, _IN_WORDS = "text, down columns", "text, beside labels", "file name, in words"
_ROWS, _BESIDE = "text, rows of tables", "text, cells joined"
_WITHIN = "names of styles, fields and the like, in words"
NAMES_ONLY = frozenset(
    {_DOWN, _BESIDE, _LABELS, _IN_WORDS, _WITHIN, "names of objects", "form, names of fields"}
)
"""Readings that put together what is no sentence: only names are looked for in them."""


def further_readings(path: Path, parts: Sequence[Part]) -> Iterator[Part]:
    """Yield what a file says when its parts are read in another order than they stand in.

    ``parts`` are those that were read, without the name of the file."""
    yield from overleaf(parts)
    data = bytes_of(path, MOST_BYTES, "file-too-large")
    tables = list(_tables(data)) if data[:2] == b"PK" else []
    for name, words in (
        (_ROWS, "\n".join(dict.fromkeys(_rows(tables)))),
        (_BESIDE, "\n\n".join(dict.fromkeys(_cells_joined(tables, parts)))),
        (_DOWN, "\n\n".join(_with_stacked(dict.fromkeys(_down(path, data, tables, parts))))),
        (_LABELS, "\n\n".join(by_label(part.text for part in parts if not part.again))),
        (_IN_WORDS, "\n".join(_name_in_words(path.stem))),
        (_WITHIN, "\n\n".join(dict.fromkeys(_identified(parts)))),
    ):
        if words:
            yield Part(name, words, again=True)


def _identified(parts: Sequence[Part]) -> Iterator[str]:
    for part in parts:
        if part.name == "text" and "<" in part.text:
            yield from words_in_identifiers("\n".join(_VALUES.findall(part.text)))
        if holds_identifiers(part.name):
            yield from words_in_identifiers(part.text)


def _name_in_words(stem: str) -> Iterator[str]:
    """Yield what the name of a file says, its codes as letters."""
    plain = unlinked(unlinked(stem))
    if plain != stem:
        yield f"{plain}: "
    yield from in_words(plain)
    yield from closed_up(plain)


def in_words(stem: str) -> Iterator[str]:
    """Yield the name of a file as words, where it has no gap between them, and each word of East
    Asia as what a line begins with: alone it would be no sentence."""
    parted = _BETWEEN_WORDS.sub(" ", stem)
    words = [word for word in _MARKS.split(parted) if word]
    if parted != stem:
        yield " ".join(words)
    names = dict.fromkeys(name for word in words for name in names_in_word(word))
    yield from (f"{name}: " for name in names if name.lower() != stem.lower())
    for count in (2, 3):
        for beside in zip(*(words[n:] for n in range(count)), strict=False):
            if (whole := "".join(beside)).isascii() and len(whole) in _WHOLE:
                yield whole.capitalize()
    if len(words) > 1:
        yield from (f"{word}: " for word in words if not word.isascii() and len(word) > 1)


def by_label(texts: Iterable[str]) -> Iterator[str]:
    """Yield what stands behind labels of lines that follow each other, and behind keys."""
    for text in texts:
        for found in (_KEYED.findall(text), _FILLED_IN.findall(text)):
            if len(found) >= _FEW:
                yield unescaped("\n".join(found))
                yield from pairs_of(found)
        values: list[str] = []
        for line in (*text.splitlines(), ""):
            if found := _LABELLED.match(line):
                values.append(found[1])
                continue
            if len(values) >= _FEW:
                yield "\n".join(values)
            values = []


def _down(
    path: Path, data: bytes, tables: Iterable[_Table], parts: Sequence[Part]
) -> Iterator[str]:
    for part in parts:
        if part.name.endswith(", rows"):
            yield from below_each_other(line.split("\t") for line in part.text.splitlines())
            continue
        yield from _down_lines(part.text)
        if "<" in part.text:
            on_page = tables_in_page(part.text)
            bare = ([[without_tags(c) for c in row] for row in table] for table in on_page)
            yield from (words for table in bare for words in below_each_other(table))
    if b"%PDF-" in data[:1024]:
        yield from _down_pages(data, path.name)
    for table in tables:
        yield from below_each_other(table)


def _with_stacked(columns: Iterable[str]) -> Iterator[str]:
    for words in columns:
        yield words
        yield from closed_up(words)


def _down_lines(text: str) -> Iterator[str]:
    """Yield the columns of lines whose cells stand between tabs or bars."""
    lines = [line for line in text.splitlines() if "---" not in line or _NO_CELL.sub("", line)]
    for sign in _SIGNS_OF_ROWS:
        for is_row, group in groupby(lines, lambda line, sign=sign: sign in line):
            if is_row:
                yield from below_each_other([line.split(sign) for line in group])


def _down_pages(data: bytes, name: str) -> Iterator[str]:
    with opened(data, name) as pages:
        for page in pages:
            text_page = page.get_textpage()
            try:
                pieces = pieces_of(text_page)
                breaks = [*breaks_in(pieces), *beside_each_other(pieces), *by_place(pieces)]
            finally:
                text_page.close()
                page.close()
            yield from breaks
            yield from closed_up("\n\n".join(breaks))


def _rows(tables: Iterable[_Table]) -> Iterator[str]:
    """Yield the rows of the tables of a package, cell beside cell: a country, a sector, a view."""
    for table in tables:
        for row in table:
            cells = [" ".join(cell.split()) for cell in row]
            if sum(map(bool, cells)) > 1:
                yield "\t".join(cells)


def _cells_joined(tables: Iterable[_Table], parts: Sequence[Part]) -> Iterator[str]:
    """Yield halves of a word that stand in two cells of a row, put together."""
    tables = list(tables)
    for part in parts:
        if part.name.endswith(", rows"):
            tables.append([line.split("\t") for line in part.text.splitlines()])
        elif part.name == "text" and "<" in part.text:
            bare = tables_in_page(part.text)
            tables += [[[without_tags(cell) for cell in row] for row in table] for table in bare]
            tables += [[_FILLED_IN.findall(part.text)], [list(_between_tags(part.text))]]
    for row in (row for table in tables for row in table):
        pieces = [cell.strip() for cell in row if cell.strip()]
        if len(pieces) > _FEW and all(p.isalpha() and len(p) in _PIECE for p in pieces):
            yield "".join(pieces)
    for one, other in (pair for table in tables for row in table for pair in pairwise(row)):
        half, rest = one.strip(), other.strip()
        if half.isalpha() and rest.isalpha() and len(half) + len(rest) in _WHOLE:
            yield half + rest


def _between_tags(text: str) -> Iterator[str]:
    """Yield what stands between the tags of a page, a cell, a word or a paragraph each."""
    return (piece for piece in _TAGS.split(text) if not piece.isspace())


def _tables(data: bytes) -> Iterator[_Table]:
    """Yield the tables of the members of a package."""
    with ZipFile(BytesIO(data)) as archive:
        for member in archive.namelist():
            content = archive.read(member) if member.endswith(".xml") else b""
            if any(mark in content for mark in _IN_TABLES):
                with suppress(ValueError, LookupError, ExpatError):  # it was read as a text
                    yield from tables_in(parse_xml(content))
