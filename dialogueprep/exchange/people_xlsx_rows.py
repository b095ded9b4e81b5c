"""The rows of a sheet in the plain form in which nearly all workbooks are written.

A parser of XML calls back five times for each cell, which takes most of the time that a large list
takes. What stands between the tags of rows in the usual form is taken apart by patterns instead; a
sheet with anything else in its rows is left to the parser as a whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from xml.sax.saxutils import unescape

_ROW = re.compile(r"<row\b([^<>]*?)(?:/>|>(.*?)</row>)", re.DOTALL)
_CELL = re.compile(
    r'<c r="([A-Z]{1,3})\d{1,7}"(?: s="(\d{1,6})")?(?: t="(\w{1,9})")?(?:/>|>'
    r"(<f[^<>]*(?:/>|>[^<]*</f>))?"
    r"(?:<v(?: [^<>]*)?>([^<]*)</v>|<v ?/>|<is><t(?: [^<>]*)?>([^<]*)</t></is>)?</c>)"
)
_NUMBER = re.compile(r'\br="(\d{1,7})"')
_HIDDEN = re.compile(r'\bhidden="(?:1|true)"')
_CHARACTER = re.compile(r"&#(x[0-9A-Fa-f]{1,6}|[0-9]{1,7});")
_NO_CHARACTER = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_NAMED = {"&quot;": '"', "&apos;": "'"}
PlainCell = tuple[str, str, str, str, str]
"""Column in letters, style, kind, formula and value of a cell, as they are written."""


def parted_sheet(text: str) -> tuple[str, str] | None:
    """Return a sheet without its rows, and its rows; None if they are in no plain form."""
    begin, end = text.find("<sheetData>"), text.rfind("</sheetData>")
    if begin < 0 or end < begin:
        return None
    rows = text[begin + len("<sheetData>") : end]
    if "<!" in rows or "<?" in rows or "<sheetData" in rows:
        return None
    return text[: begin + len("<sheetData>")] + text[end:], rows


def plain_rows(rows: str) -> Iterator[tuple[dict[str, str], list[PlainCell]]]:
    """Yield the attributes and the cells of each row. Raises ValueError for one in another form."""
    taken = 0
    for said, body in _ROW.findall(rows):
        taken += 1
        cells = [
            (at, style, kind, formula, value or words)
            for at, style, kind, formula, value, words in _CELL.findall(body)
        ]
        if body.count("<c") != len(cells):
            raise ValueError(body[:80])
        number = _NUMBER.search(said)
        hidden = "1" if _HIDDEN.search(said) else ""
        yield {"r": number[1] if number else "", "hidden": hidden}, cells
    if rows.count("<row") != taken:
        raise ValueError(rows[:80])


@lru_cache(maxsize=20_000)
def plain_value(value: str) -> str:
    """Return a value without the escapes of XML. Raises ValueError for what is no character."""
    if "&" not in value:
        return value
    if "&#" in value:
        value = _CHARACTER.sub(lambda found: _character(found[1]), value)
    return unescape(value, _NAMED) if "&" in value else value


@lru_cache(maxsize=20_000)
def _character(code: str) -> str:
    said = chr(int(code[1:], 16) if code[0] == "x" else int(code))
    if _NO_CHARACTER.match(said):
        raise ValueError(code)
    return "&amp;" if said == "&" else said
