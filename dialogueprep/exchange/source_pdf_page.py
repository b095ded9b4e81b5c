"""One page of a PDF as rows of text in reading order, columns apart."""

from __future__ import annotations

import ctypes
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from dialogueprep.domain.errors import Trouble
from dialogueprep.exchange.read_pdf_library import pdfium_raw

_MOST_CHARACTERS = 60_000
_FEWEST_ROWS_OF_A_COLUMN = 3
_SYMBOL = re.compile(r"^[\ue000-\uf8ff]\s*")  # a bullet of a font of symbols
_SAMPLED = 8  # characters
_BOLD_NAMES = (b"bold", b"black", b"heavy")
_BOLD = 600  # of the weights of type, where 400 is regular


@dataclass(frozen=True, slots=True)
class Row:
    """A stretch of text on one line. Places are shares of the page, from its lower left corner;
    ``size`` is the height of its characters in points; ``strong``: nearly all are bold."""

    text: str
    left: float
    right: float
    bottom: float
    top: float
    size: float
    page: int
    column: int = 0
    column_left: float = 0.0
    column_right: float = 1.0
    furniture: bool = False
    strong: bool = False


@dataclass(frozen=True, slots=True)
class _Glyph:
    text: str
    left: float
    right: float
    bottom: float
    top: float
    size: float
    strong: bool


def rows_of_page(pages: Any, n: int, name: str) -> list[Row]:
    """Return the rows of a page as they are read: a column down, then the next.

    Raises Trouble("file-damaged") for a page that cannot be opened, "source-too-large" for one
    with more characters than a page holds.
    """
    from pypdfium2 import PdfiumError  # pyright: ignore[reportMissingTypeStubs]

    try:
        page = pages[n]
        width, height = page.get_size()
        text = page.get_textpage()
    except PdfiumError:
        raise Trouble("file-damaged", name=name) from None
    try:
        glyphs = list(_glyphs(text, name))
    finally:
        text.close()
        page.close()
    stretches = [_row(part, width, height, n) for part in _stretches(glyphs)]
    return _in_order([row for row in stretches if row.text.strip()])


def _glyphs(text: Any, name: str) -> Iterator[_Glyph]:
    raw = pdfium_raw()
    count = raw.FPDFText_CountChars(text)
    if count > _MOST_CHARACTERS:
        raise Trouble("source-too-large", name=name)
    left, right, bottom, top = (ctypes.c_double() for _ in range(4))
    strong, new_line = False, True
    held = 0
    for n in range(count):
        code = raw.FPDFText_GetUnicode(text, n)
        if 0xD800 <= code < 0xDC00:  # the first half of a character beyond 16 bits
            held = code
            continue
        if 0xDC00 <= code < 0xE000 and held:
            code = 0x10000 + ((held - 0xD800) << 10) + (code - 0xDC00)
        held = 0
        if code in (0, 10, 13, 0xFFFE, 2):
            new_line = True
            if code in (2, 0xFFFE):
                code = 0x2D  # a hyphen at the end of a line, folded away by the reader
            else:
                continue
        raw.FPDFText_GetCharBox(text, n, left, right, bottom, top)
        size = raw.FPDFText_GetFontSize(text, n)
        if n % _SAMPLED == 0 or new_line:  # the font is asked for now and then: it takes long
            strong, new_line = _is_bold(text, n), False
        yield _Glyph(chr(code), left.value, right.value, bottom.value, top.value, size, strong)


def _is_bold(text: Any, n: int) -> bool:
    raw = pdfium_raw()
    name, flags = ctypes.create_string_buffer(96), ctypes.c_int()
    raw.FPDFText_GetFontInfo(text, n, name, len(name), flags)
    named = any(word in name.value.lower() for word in _BOLD_NAMES)
    return named or raw.FPDFText_GetFontWeight(text, n) >= _BOLD


def _stretches(glyphs: list[_Glyph]) -> Iterator[list[_Glyph]]:
    """Yield runs of characters that stand side by side on a line."""
    part: list[_Glyph] = []
    last: _Glyph | None = None
    for glyph in glyphs:
        if glyph.text.isspace():
            if part:
                part.append(glyph)
            continue
        if last is not None and _parts(last, glyph):
            yield part
            part = []
        part.append(glyph)
        last = glyph
    if part:
        yield part


def _parts(last: _Glyph, glyph: _Glyph) -> bool:
    """Return whether a character begins another stretch: other line, or a wide gap."""
    size = max(last.size, glyph.size, 4.0)
    apart = abs((glyph.bottom + glyph.top) - (last.bottom + last.top)) / 2
    return apart > size * 0.75 or not -size < glyph.left - last.right < size * 1.1


def _row(glyphs: list[_Glyph], width: float, height: float, page: int) -> Row:
    marks = [g for g in glyphs if not g.text.isspace()] or glyphs
    text = " ".join("".join(g.text for g in glyphs).split())
    text = _SYMBOL.sub("• ", text, count=1)
    sizes = sorted(g.size for g in marks)
    size = sizes[len(sizes) // 2]
    base = sorted(g.bottom for g in marks)[len(marks) // 2]
    return Row(
        text,
        min(g.left for g in marks) / width,
        max(g.right for g in marks) / width,
        base / height,
        (base + size) / height,
        size if size > 1 else max(g.top - g.bottom for g in marks),
        page,
        strong=sum(g.strong for g in marks) * 10 >= 9 * len(marks),
    )


# Reading order


def _in_order(rows: list[Row]) -> list[Row]:
    """Return rows from top to bottom, a column down and then the next one."""
    gutters = _gutters(rows)
    if not gutters:
        lines = _lines(sorted(rows, key=lambda r: -r.top))
        left, right = _edges(lines)
        return [replace(r, column_left=left, column_right=right) for r in lines]
    found: list[Row] = []
    columns: list[list[Row]] = [[] for _ in range(len(gutters) + 1)]
    for row in sorted(rows, key=lambda r: -r.top):
        if any(row.left < at < row.right for at in gutters):
            found += [*_down(columns), *_column([row], 0)]
            columns = [[] for _ in columns]
        else:
            columns[sum(row.left >= at for at in gutters)].append(row)
    return [*found, *_down(columns)]


def _down(columns: list[list[Row]]) -> Iterator[Row]:
    for n, rows in enumerate(columns, start=1):
        yield from _column(rows, n)


def _column(rows: list[Row], column: int) -> list[Row]:
    lines = _lines(rows)
    left, right = _edges(lines)
    return [replace(r, column=column, column_left=left, column_right=right) for r in lines]


_FEWEST_ROWS_OF_TEXT = 6


def _edges(lines: list[Row]) -> tuple[float, float]:
    """Return the left and right edge of a column. A title set large across the page says nothing
    of where the text below it ends."""
    sizes: Counter[float] = Counter()
    for row in lines:
        sizes[round(row.size * 2) / 2] += len(row.text)
    usual = sizes.most_common(1)[0][0] if sizes else 0.0
    text = [r for r in lines if r.size <= usual * 1.12]
    last = text if len(text) >= _FEWEST_ROWS_OF_TEXT else lines
    left = min((r.left for r in lines), default=0.0)
    return left, max((r.right for r in last), default=1.0)


def _lines(rows: list[Row]) -> list[Row]:
    """Put stretches on the same line together, from left to right."""
    lines: list[list[Row]] = []
    for row in rows:
        if lines and abs(lines[-1][0].bottom - row.bottom) < 0.5 * (row.top - row.bottom):
            lines[-1].append(row)
        else:
            lines.append([row])
    return [_line(sorted(line, key=lambda r: r.left)) for line in lines]


def _line(parts: list[Row]) -> Row:
    text = " ".join(part.text for part in parts)
    return replace(
        parts[0],
        text=text,
        right=max(p.right for p in parts),
        size=max(p.size for p in parts),
        strong=all(p.strong for p in parts),
    )


def _gutters(rows: list[Row]) -> list[float]:
    """Return the places between columns from left to right: none, one, or two and more."""
    inner = [r for r in rows if 0.06 < r.bottom < 0.95]
    return _between(inner, 0.0, 1.0) if inner else []


def _between(rows: list[Row], left: float, right: float) -> list[float]:
    """Return the gutters in a stripe of the page, and those in what lies on either side of it."""
    at = _gutter(rows, left, right)
    if at is None:
        return []
    before = [r for r in rows if r.right <= at]
    after = [r for r in rows if r.left >= at]
    return [*_between(before, left, at), at, *_between(after, at, right)]


def _gutter(rows: list[Row], left: float, right: float) -> float | None:
    """Return the place between two columns, where next to no row passes; None if there is none."""
    best: tuple[int, float] | None = None
    margin = 0.3 * (right - left)
    for step in range(round(100 * (left + margin)), round(100 * (right - margin)) + 1):
        at = step / 100
        crossing = sum(r.left - 0.004 < at < r.right + 0.004 for r in rows)
        fewer = min(sum(r.right <= at for r in rows), sum(r.left >= at for r in rows))
        if fewer >= _FEWEST_ROWS_OF_A_COLUMN and crossing * 2 <= fewer and _is_text(rows, at):
            best = max(best or (-1, 0.0), (fewer * 2 - crossing * 3, at))
    return _middle(rows, best) if best else None


def _is_text(rows: list[Row], at: float) -> bool:
    """Return whether both sides hold lines of text and not cells or numbers of a table."""
    sides = ([r for r in rows if r.right <= at], [r for r in rows if r.left >= at])
    return all(sum(r.right - r.left > 0.2 for r in side) * 2 >= len(side) for side in sides)


def _middle(rows: list[Row], best: tuple[int, float]) -> float:
    """Return the middle of the empty stripe around the best place."""
    at = best[1]
    left = max((r.right for r in rows if r.right <= at), default=at)
    right = min((r.left for r in rows if r.left >= at), default=at)
    return (left + right) / 2
