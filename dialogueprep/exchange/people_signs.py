"""The signs of cells: what nobody sees is taken away, and what is wide is written as usual."""

from __future__ import annotations

import re
import unicodedata

_ODD = re.compile(
    "[\u00a0\u00ad\u200b\u200e\u200f\u202a-\u202f\u2060-\u2069\u3000\ufeff"
    "\uff10-\uff19\uff21-\uff3a\uff41-\uff5a\uff66-\uff9f]"
)
_SPACES = re.compile("[\u00a0\u202f\u3000]")
_UNSEEN = re.compile("[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
_WIDE_LETTER = "[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]"
_WIDE = re.compile(f"{_WIDE_LETTER}(?:[\uff0d\uff0e]?{_WIDE_LETTER})*|[\uff66-\uff9f]+")
_AS_TEXT = re.compile(r'="([^"]*)"')
_BULLET = re.compile(r"^\s*(?:\(?\d{1,3}[.)、．]\s*|[•·‣▪◦●○*]\s*|[-–—]\s+)(?=\D)")
_LINES = re.compile(r"\s*[\r\n]+\s*")


def tidied(cell: str) -> str:
    """Return a cell without signs that nobody sees, its letters composed, and letters and kana of
    another width as they are usually written. ="0101" is how spreadsheets keep 0101 as text."""
    if cell.startswith('="') and cell.endswith('"') and (text := _AS_TEXT.fullmatch(cell)):
        cell = text[1]
    if cell.isascii():
        return cell
    if _ODD.search(cell):
        cell = _UNSEEN.sub("", cell)
        cell = _SPACES.sub(" ", cell)
        cell = _WIDE.sub(lambda found: unicodedata.normalize("NFKC", found[0]), cell).strip()
    return cell if unicodedata.is_normalized("NFC", cell) else unicodedata.normalize("NFC", cell)


def in_one_line(cell: str, between: str = ", ") -> str:
    """Return a cell with its lines one behind the other."""
    return _LINES.sub(between, cell) if "\n" in cell or "\r" in cell else cell


def without_bullet(cell: str) -> str:
    """Return a name without the number or the sign that a list puts before it."""
    return cell if cell[:1].isalpha() else _BULLET.sub("", cell, count=1)
