"""Tables of a Word document: hosts side by side, facts, tables whose head repeats."""

from __future__ import annotations

import math

from dialogueprep.domain.briefs.blocks import Facts, HostBlock, Line, NotePage, Table, plain
from dialogueprep.exchange.docx_marks import logo, mark
from dialogueprep.exchange.docx_styles import twips
from dialogueprep.exchange.docx_text import Writing, attribute
from dialogueprep.exchange.house_style import RULE_EVERY, Face, house_style
from dialogueprep.exchange.shape import WHOLE, not_alone

_HOSTS_A_ROW = 4
GAP = '<w:p><w:pPr><w:pStyle w:val="BriefGap"/></w:pPr></w:p>'
"""A small space that parts a table from what follows; Word joins tables that touch."""


def hosts(block: HostBlock, writing: Writing) -> str:
    """Return the hosts in equal columns, with a logo or mark, and the note on their order."""
    per_row = -(-len(block.hosts) // (-(-len(block.hosts) // _HOSTS_A_ROW) or 1)) or 1
    columns = max(per_row, 3)
    rows, width = "", writing.width
    for first in range(0, len(block.hosts), per_row):
        cells = [
            _host(block, first + n, width / columns, writing)
            for n in range(len(block.hosts[first : first + per_row]))
        ]
        cells += ["<w:p/>"] * (columns - len(cells))
        rows += _row([_cell(c, w) for c, w in zip(cells, _equal(columns, writing), strict=True)])
    table = _table("BriefHosts", _equal(columns, writing), rows, "", "")
    note = writing.runs(block.note, house_style().small)
    return table + (writing.paragraph("BriefNote", note) if block.note else GAP)


def _host(block: HostBlock, n: int, width: float, writing: Writing) -> str:
    h = house_style()
    name, native = block.hosts[n]
    picture = block.logos[n] if n < len(block.logos) else None
    above, parts = f'<w:spacing w:before="{twips(16)}"/>', ""
    if picture:
        parts = writing.paragraph("BriefLogo", logo(picture, n, width - 14), above)
    elif block.marked:
        parts = writing.paragraph("Normal", mark(n), above)
    parts += writing.paragraph("BriefHost", writing.runs(name, h.host))
    if native:
        parts += writing.paragraph("BriefNative", writing.runs(native, h.native))
    return parts


def facts(block: Facts, writing: Writing) -> str:
    """Return label and value in rows between hairlines."""
    widths = _scaled((84.0, writing.width - 84), writing)
    rows = ""
    for n, (label, value) in enumerate(block.rows, start=1):
        kept = "<w:keepNext/>" if n < len(block.rows) else ""
        named = _cell(_line("BriefFactLabel", label, writing, kept), widths[0])
        rows += _row([named, _cell(_line("BriefFact", value, writing, kept), widths[1])])
    return _table("BriefFacts", widths, rows, "", "") + GAP


def table(block: Table, writing: Writing) -> str:
    """Return a table with caption, repeated head, rows kept whole, and description."""
    widths = _scaled(block.widths, writing)
    if writing.templated:
        widths = _with_room(widths)
    rows = _head(block, widths, writing) if any(block.head) else ""
    numbered = bool(block.head) and not block.head[0]
    whole = sum(_height(row, widths) for row in block.rows) <= WHOLE
    for n, row in enumerate(block.rows):
        keep = (whole and n < len(block.rows) - 1) or not_alone(n, len(block.rows))
        rows += _body_row(row, widths, writing, numbered, keep)
    airy = _AIR if writing.templated else ""
    made = _table("BriefTable", widths, rows, plain(block.caption), block.summary, airy)
    if not block.caption:
        return made + GAP
    caption = writing.caption(block.caption, house_style().small)
    return writing.paragraph("Caption", caption, "<w:keepNext/>") + made + GAP


def _head(block: Table, widths: list[int], writing: Writing) -> str:
    under = f'w:val="single" w:sz="8" w:space="0" w:color="{house_style().ink2[1:]}"'
    edge = (
        ""
        if writing.templated
        else f'<w:tcBorders><w:bottom {under}/></w:tcBorders><w:vAlign w:val="bottom"/>'
    )
    cells = [
        _cell(_line("BriefTableHead", cell, writing), width, edge)
        for cell, width in zip(block.head, widths, strict=True)
    ]
    return _row(cells, "<w:tblHeader/>")


def _body_row(
    row: tuple[Line, ...], widths: list[int], writing: Writing, numbered: bool, keep: bool
) -> str:
    kept = "<w:keepNext/>" if keep else ""
    styles = ["BriefNumberCell" if numbered and n == 0 else "BriefCell" for n in range(len(row))]
    cells = [
        _cell(_line(style, line, writing, kept), width)
        for style, line, width in zip(styles, row, widths, strict=True)
    ]
    return _row(cells, split=_is_tall(row, widths))


_LETTER, _LINES = 4.9, 19  # points of a letter in a cell; lines of a row that goes on overleaf


def _is_tall(row: tuple[Line, ...], widths: list[int]) -> bool:
    """Return whether a row is about as high as rows are that the PDF divides."""
    return _most_lines(row, widths) > _LINES


def _height(row: tuple[Line, ...], widths: list[int]) -> float:
    """Return about how high a row is, in points."""
    return max(1, math.ceil(_most_lines(row, widths))) * house_style().cell.lead + 11


def _most_lines(row: tuple[Line, ...], widths: list[int]) -> float:
    lines = (_lines(plain(line), width / 20) for line, width in zip(row, widths, strict=True))
    return max(lines, default=0)


def _lines(text: str, width: float) -> float:
    letters = len(text) + sum(c > "\u1100" for c in text)
    return text.count("\n") + letters * _LETTER / max(width - 10, 20)


def _line(style: str, line: Line, writing: Writing, properties: str = "") -> str:
    face = Face(9.5, 13.5)
    return writing.paragraph(style, writing.runs(line, face), properties)


_NARROWEST = 640  # twentieths of a point that a column of numbers has in any type
_AIR = "<w:tblCellMar>{}</w:tblCellMar>".format(
    "".join(f'<w:{side} w:w="80" w:type="dxa"/>' for side in ("top", "left", "bottom", "right"))
)
"""Margins of cells under a template, whose own tables are often set without any above."""


def _with_room(widths: list[int]) -> list[int]:
    """Return the widths with no column narrower than a number needs; the widest gives it."""
    lack = [max(_NARROWEST - width, 0) for width in widths]
    widest = widths.index(max(widths))
    made = [width + more for width, more in zip(widths, lack, strict=True)]
    made[widest] -= sum(lack)
    return made


def _table(
    style: str, widths: list[int], rows: str, caption: str, summary: str, more: str = ""
) -> str:
    grid = "".join(f'<w:gridCol w:w="{w}"/>' for w in widths)
    named = f"<w:tblCaption w:val={attribute(caption)}/>" if caption else ""
    described = f"<w:tblDescription w:val={attribute(summary)}/>" if summary else ""
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{style}"/><w:tblW w:w="{sum(widths)}" '
        f'w:type="dxa"/><w:tblLayout w:type="fixed"/>{more}<w:tblLook w:val="0420" w:firstRow="1" '
        'w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="0" w:noVBand="1"/>'
        f"{named}{described}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>"
    )


def _row(cells: list[str], more: str = "", *, split: bool = False) -> str:
    properties = f"{'' if split else '<w:cantSplit/>'}{more}"
    held = f"<w:trPr>{properties}</w:trPr>" if properties else ""
    return f"<w:tr>{held}{''.join(cells)}</w:tr>"


def _cell(content: str, width: int, more: str = "") -> str:
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{more}</w:tcPr>{content}</w:tc>'


def _equal(columns: int, writing: Writing) -> list[int]:
    return _scaled((1.0,) * columns, writing)


def _scaled(shares: tuple[float, ...], writing: Writing) -> list[int]:
    """Return widths in twips that fill the text's width together."""
    whole, width = sum(shares) or 1, twips(writing.width)
    ends = [round(sum(shares[: n + 1]) / whole * width) for n in range(len(shares))]
    return [end - start for start, end in zip([0, *ends], ends, strict=False)]


def note_page(block: NotePage, writing: Writing) -> str:
    """Return what a page is for, and empty rows between rules to write on."""
    title = writing.paragraph("Normal", writing.runs(block.line, house_style().body))
    high = f'<w:trHeight w:val="{twips(RULE_EVERY)}" w:hRule="exact"/>'
    (width,) = _scaled((1.0,), writing)
    rules = _row([_cell("<w:p/>", width)], high) * block.rules
    return f"{title}{_table('BriefTable', [width], rules, '', '')}{GAP}"
