"""Facts between hairlines and tables without vertical lines, as pieces of a page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from dialogueprep.domain.briefs.blocks import Line, Table
from dialogueprep.exchange.house_style import Face, house_style
from dialogueprep.exchange.pdf_pieces import Piece, Stroke, Text, bottom_of, stacked
from dialogueprep.exchange.pdf_text import natural_width
from dialogueprep.exchange.shape import WHOLE, not_alone

_GUTTER = 10.0
TALL = 260.0
"""A row higher than this goes on on the next page, three lines at least on either."""
_LOW = 60.0  # a row no higher than this moves to the next page with the row below


def facts_pieces(rows: tuple[tuple[Line, Line], ...], index: int) -> Iterator[Piece]:
    """Yield a piece for each row of label and value, with a hairline above and after the last."""
    h = house_style()
    wide = max((natural_width(label, h.label) for label, _ in rows), default=0)
    column = min(max(84.0, wide + 12), 150.0)
    value_face = Face(9.5, 14, colour=h.ink)
    label_face = replace(h.label, lead=14)
    for n, (label, value) in enumerate(rows):
        texts = (
            *stacked(label, label_face, column - 12, (index, 2 * n), 0, 5),
            *stacked(value, value_face, h.text_width - column, (index, 2 * n + 1), column, 5),
        )
        height, last = bottom_of(texts, 19) + 6, n == len(rows) - 1
        rules = [Stroke(0, 0, h.text_width, 0, 0.5, h.rule)]
        if last:
            rules.append(Stroke(0, height, h.text_width, height, 0.5, h.rule))
        before, after = (0.0 if n else 6.0), (14.0 if last else 0.0)
        yield Piece(height, texts, tuple(rules), before=before, after=after, keep=not last)


def table_pieces(block: Table, index: int) -> Iterator[Piece]:
    """Yield the caption, the head and the rows of a table; rows know the head to repeat."""
    h, columns = house_style(), _columns(block)
    if block.caption:
        texts = stacked(block.caption, h.small, h.text_width, (index, 0))
        yield Piece(bottom_of(texts), texts, before=2, after=4, keep=True)
    head = _head(block, index, columns)
    heads = (head,) if head else ()
    yield from heads
    rows = _rows(block, index, columns)
    whole = sum(row.height for row in rows) <= WHOLE
    for n, row in enumerate(rows):
        last = n == len(rows) - 1
        keep = whole or (row.height < _LOW and not_alone(n, len(rows)))
        yield replace(row, heads=heads, after=14.0 if last else 0.0, keep=keep and not last)


def _rows(block: Table, index: int, columns: list[tuple[float, float]]) -> list[Piece]:
    numbered = bool(block.head) and not block.head[0]
    line, rows = 1 + len(block.head), list[Piece]()
    for row in block.rows:
        rows.append(_row(row, (index, line), columns, numbered))
        line += len(row)
    return rows


def _columns(block: Table) -> list[tuple[float, float]]:
    """Return the left end and the room of each column."""
    whole = sum(block.widths) or 1
    width = house_style().text_width
    shares = [w / whole * width for w in block.widths]
    return [(sum(shares[:n]), share - _GUTTER) for n, share in enumerate(shares)]


def _head(block: Table, index: int, columns: list[tuple[float, float]]) -> Piece | None:
    h = house_style()
    texts = [
        text
        for n, (cell, (x, room)) in enumerate(zip(block.head, columns, strict=True))
        for text in stacked(cell, h.label, room, (index, n + 1), x, 5)
    ]
    if not texts:
        return None
    height = bottom_of(texts) + 6
    under = Stroke(0, height, h.text_width, height, 1, h.ink2)
    return Piece(height, _on_one_foot(texts, height - 6), (under,), before=4, keep=True)


def _on_one_foot(texts: list[Text], foot: float) -> tuple[Text, ...]:
    """Return the texts of a head, each column's last line on the same height."""
    lowest = {t.at: bottom_of([u for u in texts if u.at == t.at]) for t in texts}
    return tuple(replace(t, y=t.y + foot - lowest[t.at]) for t in texts)


def _row(
    row: tuple[Line, ...],
    first: tuple[int, int],
    columns: list[tuple[float, float]],
    numbered: bool,
) -> Piece:
    h = house_style()
    number = replace(h.number, lead=h.cell.lead)
    texts: list[Text] = []
    for n, (cell, (x, room)) in enumerate(zip(row, columns, strict=True)):
        face = number if numbered and n == 0 else h.cell
        texts += stacked(cell, face, room, (first[0], first[1] + n), x, 5)
    height = bottom_of(texts, 5 + h.cell.lead) + 6
    under = Stroke(0, height, h.text_width, height, 0.5, h.rule)
    return Piece(height, tuple(texts), (under,), least=3 if height > TALL else 0)
