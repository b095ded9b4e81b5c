"""What stands below each other in columns of a page and of tables, whatever order a file has it in.

A name may be broken at the end of a line of a column, or stand in two cells one below the other;
read line by line across the page, its halves are apart.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise, zip_longest
from typing import Any
from xml.etree import ElementTree as ET

from dialogueprep.exchange.read_xml import local

_APART = 2.6
"""Heights of a line between two lines of a column; more is another paragraph."""
_INDENT = 2.3
_TOUCHING = 0.15
"""Heights of a line between two pieces of one word."""
_NEAR = 24
"""Letters on each side of a break."""
_APART_LETTERS = 0.9
"""Heights of a line between two letters of a word."""
_FEW = 200
_SHORT_CELL = 24
_STANDING = 2
"""Letters of what may be a piece of a word that is set from top to bottom."""
_MOST = 3000
"""Pieces of a page; what has more is a drawing."""
_HYPHENS = "-\u2010\u00ad\ufffe\x02"
_ROWS = frozenset({"tr", "table-row"})
_CELLS = frozenset({"tc", "td", "th", "table-cell"})
_TABLES = frozenset({"tbl", "table"})
_PARAGRAPHS = frozenset({"p", "h"})
_TABLE = re.compile(r"<table\b.*?</table\s*>", re.IGNORECASE | re.DOTALL)
_ROW = re.compile(r"<tr\b", re.IGNORECASE)
_CELL = re.compile(r"<t[dh]\b[^<>]*>", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Piece:
    """Words on a page and their box; y runs upwards."""

    left: float
    low: float
    right: float
    high: float
    text: str

    @property
    def height(self) -> float:
        """How high the letters are; some fonts do not say it, then how wide."""
        return max(self.high - self.low, (self.right - self.left) / len(self.text), 1.0)


def pieces_of(text_page: Any) -> list[Piece]:
    """Return the pieces of a page as they are drawn, by the reader of PDFs."""
    found: list[Piece] = []
    for n in range(min(text_page.count_rects(), _MOST)):
        left, low, right, high = text_page.get_rect(n)
        if text := " ".join(text_page.get_text_bounded(left, low, right, high).split()):
            found.append(Piece(left, low, right, high, text))
    return found


def breaks_in(pieces: Sequence[Piece]) -> Iterator[str]:
    """Yield the words around each break between a line and the one that stands below it, and
    letters that stand below each other."""
    below = _followers(pieces)
    for n, following in below.items():
        yield _joined(pieces[n].text, pieces[following].text)
    for n in set(below) - set(below.values()):
        yield from _standing(n, pieces, below)


def beside_each_other(pieces: Sequence[Piece]) -> Iterator[str]:
    """Yield words that touch each other on a page and were drawn apart, as a reader sees them."""
    order = sorted(range(len(pieces)), key=lambda n: pieces[n].left)
    lefts = [pieces[n].left for n in order]
    for n, it in enumerate(pieces):
        near = _TOUCHING * it.height
        start, end = bisect_left(lefts, it.right - near), bisect_left(lefts, it.right + near)
        for m in order[start:end]:
            if m not in (n, n + 1) and _on_one_line(it, pieces[m]):
                yield it.text.split()[-1] + pieces[m].text.split()[0]


def by_place(pieces: Sequence[Piece]) -> Iterator[str]:
    """Yield words whose letters were drawn one by one in another order than they are seen in."""
    letters = sorted((it for it in pieces if len(it.text) <= _STANDING), key=lambda it: it.left)
    lefts = [it.left for it in letters]
    follows: dict[int, int] = {}
    for n, it in enumerate(letters):
        start = bisect_left(lefts, it.right - _APART_LETTERS * it.height, n + 1)
        end = bisect_left(lefts, it.right + _APART_LETTERS * it.height, n + 1)
        near = (m for m in range(start, min(end, start + _FEW)) if _on_one_line(it, letters[m]))
        if (following := next(near, None)) is not None:
            follows[n] = following
    for n in sorted(set(follows) - set(follows.values())):
        word = [n]
        while word[-1] in follows:
            word.append(follows[word[-1]])
        yield "".join(
            _beyond(letters[m], letters[before]) for before, m in pairwise((word[0], *word))
        )


def _beyond(it: Piece, before: Piece) -> str:
    """Return the letters of a piece that the box before it does not hold too."""
    held = before is not it and it.left < before.right and before.text.endswith(it.text)
    return "" if held else it.text


def _on_one_line(one: Piece, other: Piece) -> bool:
    common = min(one.high, other.high) - max(one.low, other.low)
    return 2 * common > min(one.height, other.height)


def _followers(pieces: Sequence[Piece]) -> dict[int, int]:
    """Return for each piece the one that stands below it in its column."""
    order = sorted(range(len(pieces)), key=lambda n: -pieces[n].low)
    lows = [-pieces[n].low for n in order]
    found: dict[int, int] = {}
    for n in order:
        it = pieces[n]
        start = bisect_left(lows, -it.low + it.height / 2)
        end = bisect_left(lows, -it.low + it.height * _APART)
        under = [m for m in order[start:end] if _is_under(pieces[m], it)]
        if under:
            found[n] = min(under, key=lambda m: _how_far(pieces[m], it))
    return found


def _is_under(it: Piece, upper: Piece) -> bool:
    return abs(it.left - upper.left) <= _INDENT * upper.height and it.left < upper.right


def _how_far(it: Piece, upper: Piece) -> tuple[int, float]:
    """Return how many lines a piece stands below another, and how far aside."""
    return round((upper.low - it.low) / upper.height), abs(it.left - upper.left)


def _joined(upper: str, lower: str) -> str:
    tail, head = upper[-_NEAR:], lower[:_NEAR]
    if tail[-1] in _HYPHENS:
        return tail[:-1] + head
    return tail + ("" if _has_no_gaps(tail[-1]) and _has_no_gaps(head[0]) else " ") + head


def _has_no_gaps(letter: str) -> bool:
    return letter >= "\u3041" and letter.isalpha()


def _standing(n: int, pieces: Sequence[Piece], below: dict[int, int]) -> Iterator[str]:
    column = [n]
    while column[-1] in below and len(column) < len(pieces):
        column.append(below[column[-1]])
    texts = [pieces[m].text for m in column]
    for stands, group in groupby(texts, lambda text: len(text) <= _STANDING):
        letters = list(group)
        if stands and len(letters) > 1:
            yield "".join(letters)
            yield "".join(reversed(letters))  # a line that is turned reads upwards


def below_each_other(rows: Iterable[Sequence[str]]) -> Iterator[str]:
    """Yield the short cells of each column of a table that stand below each other, a line each."""
    for column in zip_longest(*rows, fillvalue=""):
        cells = (" ".join(cell.split()) for cell in column)
        for short, group in groupby(cells, lambda cell: 0 < len(cell) <= _SHORT_CELL):
            lines = list(group)
            if short and len(lines) > 1:
                yield "\n".join(lines)


def tables_in(root: ET.Element) -> Iterator[list[list[str]]]:
    """Yield the tables of a part of XML: of Word, of slides and of OpenDocument."""
    for table in root.iter():
        if local(table) in _TABLES:
            rows = (row for row in table.iter() if local(row) in _ROWS)
            yield [[_words(cell) for cell in row if local(cell) in _CELLS] for row in rows]


def _words(cell: ET.Element) -> str:
    paragraphs = (e for e in cell.iter() if local(e) in _PARAGRAPHS)
    return "\n".join("".join(p.itertext()) for p in paragraphs)


def tables_in_page(text: str) -> Iterator[list[list[str]]]:
    """Yield the tables of a web page, with the tags that stand in their cells."""
    for table in _TABLE.findall(text):
        yield [_CELL.split(row)[1:] for row in _ROW.split(table)[1:]]
