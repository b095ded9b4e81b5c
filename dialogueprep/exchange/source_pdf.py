"""Reports in PDF: lines put in reading order, columns apart, page furniture marked.

Lines that repeat at the head or foot of pages, and page numbers there, are furniture. Words that
were broken at a line's end are whole again.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from statistics import median

from dialogueprep.domain.errors import Trouble
from dialogueprep.domain.splitting.report import Kind, Piece
from dialogueprep.exchange.atomic import Tick
from dialogueprep.exchange.read_pdf import open_pages
from dialogueprep.exchange.read_pdf_library import PDFIUM
from dialogueprep.exchange.source_lines import (
    Line,
    begins_anew,
    joined_words,
    looks_like_heading,
    piece_at,
)
from dialogueprep.exchange.source_lines import ended as ends_sentence
from dialogueprep.exchange.source_pdf_check import check_streams
from dialogueprep.exchange.source_pdf_page import Row, rows_of_page

MOST_PAGES = 1000
_EDGE = 0.13
_PAGE_NUMBER = re.compile(
    r"^(?:page|p\.|第|-|–|—|·|\|)?\s*\d{1,4}\s*(?:[-–—·|]|页|頁|ページ|쪽|페이지)?(?:\s*(?:/|of|共)\s*\d{1,4}\s*页?)?$|^[ivxl]{1,6}$",
    re.IGNORECASE,
)


def pieces_of_pdf(data: bytes, name: str, tick: Tick) -> list[Piece]:
    """Return the paragraphs of a PDF.

    Raises Trouble: "file-protected", "file-damaged", "file-too-large" (streams that unfold beyond
    reason), "source-too-large" (pages), or "source-is-scan" (pages without text).
    """
    check_streams(data, name)
    with PDFIUM:
        pages = open_pages(data, name)
    try:
        if len(pages) > MOST_PAGES:
            raise Trouble("source-too-large", name=name)
        rows: list[list[Row]] = []
        for n in range(len(pages)):
            with PDFIUM:  # page by page: others draw theirs meanwhile
                rows.append(rows_of_page(pages, n, name))
            tick(n + 1, len(pages))
    finally:
        with PDFIUM:
            pages.close()
    if not any(any(c.isalnum() for c in row.text) for page in rows for row in page):
        raise Trouble("source-is-scan", name=name)
    return _pieces(_with_furniture(rows))


# Furniture of pages

_NOTE = re.compile(r"^(?:\[?\d{1,3}[\])]?|[*†‡※]+|注\s?\d*|주\s?\d+[)）]?)\s*(?=\S)")
_SMALL = 0.88  # of the size of the text
_OUTERMOST = 0.065


def _with_furniture(pages: list[list[Row]]) -> list[list[Row]]:
    """Mark the rows at the edges of pages that repeat, the page numbers there, what is set small
    at the very edge, and the notes at the foot of a column."""
    seen = Counter(key for page in pages for key in {_key(row) for row in page if _at_edge(row)})
    often = max(2, len(pages) // 3)
    body = _body_size([row for page in pages for row in page])
    return [
        _notes_marked([_marked(row, seen, often, body) for row in page], body) for page in pages
    ]


def _notes_marked(rows: list[Row], body: float) -> list[Row]:
    """Mark the notes: small rows under the text of a column, from the first with a mark on."""
    found: list[Row] = []
    noting: Row | None = None
    for row in rows:
        small = row.size <= body * _SMALL and row.bottom < 0.45
        begins = small and bool(_NOTE.match(row.text))
        goes_on = noting is not None and small and row.column == noting.column
        noting = row if begins or goes_on else None
        found.append(replace(row, furniture=row.furniture or noting is not None))
    return found


def _marked(row: Row, seen: Counter[str], often: int, body: float) -> Row:
    repeats = _at_edge(row) and seen[_key(row)] >= often
    numbers = _at_edge(row) and bool(_PAGE_NUMBER.match(row.text.strip()))
    outermost = row.bottom > 1 - _OUTERMOST or row.top < _OUTERMOST
    return replace(row, furniture=repeats or numbers or (outermost and row.size < body * 0.95))


def _at_edge(row: Row) -> bool:
    return row.bottom > 1 - _EDGE or row.top < _EDGE


def _key(row: Row) -> str:
    """Return what two running heads have in common: words without numbers, and their height."""
    return f"{re.sub(r'[0-9ivxl]+', '#', row.text.lower()).strip()} {row.top > 0.5}"


# Paragraphs


def _pieces(pages: list[list[Row]]) -> list[Piece]:
    rows = [row for page in pages for row in page if not row.furniture]
    if not rows:
        return [Piece(row.text, Kind.FURNITURE) for page in pages for row in page]
    known = frozenset(re.findall(r"\w+(?:-\w+)*", " ".join(row.text for row in rows).lower()))
    body = _body_size(rows)
    groups = list(_groups(rows, body))
    lines = [Line(_joined(group, known), True) for group in groups]
    found = [_piece(lines, n, groups[n], body) for n in range(len(lines))]
    furniture = [Piece(r.text, Kind.FURNITURE) for page in pages for r in page if r.furniture]
    return [*found, *furniture]


def _body_size(rows: list[Row]) -> float:
    """Return the size in which most characters are set."""
    sizes: Counter[float] = Counter()
    for row in rows:
        sizes[round(row.size * 2) / 2] += len(row.text)
    return sizes.most_common(1)[0][0]


def _joined(group: list[Row], known: frozenset[str]) -> str:
    text = group[0].text.strip()
    for row in group[1:]:
        text = joined_words(text, row.text.strip(), known)
    return text


def _groups(rows: list[Row], body: float) -> Iterator[list[Row]]:
    """Yield the rows of each paragraph."""
    spacing = _spacing(rows)
    group = [rows[0]]
    for row in rows[1:]:
        if _goes_on(group, row, spacing, body):
            group.append(row)
        else:
            yield group
            group = [row]
    yield group


def _spacing(rows: list[Row]) -> float:
    """Return the usual distance from a row to the next, as a share of the page's height."""
    steps = [a.top - b.top for a, b in pairwise(rows) if 0 < a.top - b.top < 0.06]
    return median(steps) if steps else 0.02


def _goes_on(group: list[Row], row: Row, spacing: float, body: float) -> bool:
    last = group[-1]
    text = row.text.lstrip()
    if begins_anew(text) or abs(row.size - last.size) > 0.12 * body or _looks_other(group, row):
        return False
    over = ends_sentence(last.text)
    if not _follows(last, row):  # the next column or page
        return (
            row.size <= body * 1.12
            and (not over or text[:1].islower())
            and not _stands_alone(group)
        )
    step = last.top - row.top
    if step > spacing * 1.45 and not text[:1].islower():
        return False
    indented = row.left > row.column_left + 0.015 and last.left <= last.column_left + 0.01
    return not ((over and indented) or (_gap(last) > _SHORT and (over or _heads(group, row))))


_SENTENCE_ENDS = re.compile(r"[가-힣][.!?](?:\s|$)|[。！？]")
_HANGS = re.compile(
    r"(?:\b(?:and|or|of|the|an?|for|to|in|on|with|by|from|at|as|between|towards?|&)|[,、:：—–]|"
    r"[一-鿿ァ-ヶー](?:と|の|及び)|\s(?:및|또는)|[가-힣]의)$",
    re.IGNORECASE,
)


def _heads(group: list[Row], row: Row) -> bool:
    """Return whether the rows so far are a heading that ends before this row: it was broken off
    where there was room for more, and by its words it is complete."""
    last, text = group[-1], row.text.lstrip()
    if _HANGS.search(last.text.rstrip()) or not _had_room(last, row):
        return False
    if _EAST.match(text):  # where a column ends is less sure: only a numbered one
        numbered = begins_anew(group[0].text) and len(group) <= _MOST_ROWS_OF_A_HEADING
        whole = not any(_SENTENCE_ENDS.search(each.text) for each in group)
        return numbered and whole and _gap(last) > _ENDS_EARLY
    again = _gap(last) < _HALF and _gap(row) > _SHORT and not ends_sentence(text)  # its next row
    return looks_like_heading(last.text, text) and text[:1].isupper() and not again


def _had_room(last: Row, row: Row) -> bool:
    """Return whether the first word of a row had found room at the end of the row before."""
    text = row.text.strip()
    word = text[:1] if _NO_SPACES.match(text) else text.split(" ")[0]
    needed = (row.right - row.left) * (len(word) + 1) / max(len(text), 1)
    return last.right + needed * 1.1 < row.column_right


def _looks_other(group: list[Row], row: Row) -> bool:
    """Return whether the rows so far are a heading by their looks: in bold, or with a number and
    broken off where a Chinese or Japanese line would be full."""
    last = group[-1]
    if last.strong != row.strong:
        ended = ends_sentence(last.text) or _gap(last) > _SHORT
        return all(each.strong for each in group) if last.strong else ended
    if last.strong and (abs(last.size - row.size) > 0.04 * row.size or _gap(last) > _ENDS_EARLY):
        return True
    early = _gap(last) > _ENDS_EARLY and len(group) == 1 and not _HANGS.search(last.text.rstrip())
    return early and begins_anew(last.text) and bool(_NO_SPACES.match(row.text.lstrip()))


def _gap(row: Row) -> float:
    """Return how much of its column a row leaves empty at its end."""
    return (row.column_right - row.right) / (row.column_right - row.column_left or 1)


_SHORT = 0.12
_HALF = 0.5
_ENDS_EARLY = 0.3  # of a column: Chinese and Japanese lines are broken where they are full
_NO_SPACES = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")
_EAST = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]")


def _follows(last: Row, row: Row) -> bool:
    """Return whether a row stands under another on the same page, in the same column."""
    return last.page == row.page and row.top < last.top and last.column == row.column


def _stands_alone(group: list[Row]) -> bool:
    """Return whether a single short row is more likely a heading than a broken sentence."""
    last = group[-1]
    width = last.column_right - last.column_left
    return len(group) == 1 and last.right < last.column_right - 0.25 * width


def _piece(lines: list[Line], n: int, group: list[Row], body: float) -> Piece:
    text = lines[n].text
    judged = piece_at(lines, n)
    if judged.kind is Kind.BULLET or len(text) >= 250:
        return judged
    if group[0].size > body * 1.12:
        return Piece(text, Kind.HEADING, _level(group[0].size, body))
    bold = all(row.strong for row in group) and len(group) <= _MOST_ROWS_OF_A_HEADING
    after = lines[n + 1].text if n + 1 < len(lines) else ""
    if judged.kind is Kind.HEADING:  # below those that are set larger
        return replace(judged, level=judged.level + _LEVELS_BY_SIZE)
    if bold and looks_like_heading(text, after):
        return Piece(text, Kind.HEADING, _LEVELS_BY_SIZE + 1)
    return judged


_MOST_ROWS_OF_A_HEADING = 2
_LEVELS_BY_SIZE = 3


def _level(size: float, body: float) -> int:
    return 1 if size > body * 1.6 else 2 if size > body * 1.25 else 3
