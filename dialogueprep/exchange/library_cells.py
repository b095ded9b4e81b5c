"""How texts stand in the cells of tables: safe to open, and read back as they were."""

from __future__ import annotations

import re

_BEGINS = r"(?:\s*[=+\-@＝＋－＠]|[\t\r\n])"
_UNSAFE = re.compile(f"'*{_BEGINS}")
_MADE_SAFE = re.compile(f"'+{_BEGINS}")


def safe(text: str) -> str:
    """Return a text that no spreadsheet takes for a formula: an apostrophe stands before it.

    Formulas begin with = + - @ (also in full width), or with a tab or a line end before them.
    """
    return f"'{text}" if _UNSAFE.match(text) else text


def restored(text: str) -> str:
    """Return the text that was made safe; others are returned as they are."""
    return text[1:] if _MADE_SAFE.match(text) else text


_NOT_XML = re.compile("[\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]")
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")


def for_xml(text: str) -> str:
    """Return a text whose characters XML allows; others become _x0007_ (ISO 29500-1, ST_Xstring).

    What looks like such an escape is escaped itself.
    """
    text = _ESCAPED.sub(lambda m: f"_x005F_x{m[1]}_", text)
    return _NOT_XML.sub(lambda m: f"_x{ord(m[0]):04X}_", text)


def from_xml(text: str) -> str:
    """Return the text that `for_xml` wrote."""
    return _ESCAPED.sub(lambda m: chr(int(m[1], 16)), text)


def joined(words: tuple[str, ...]) -> str:
    """Return words as one cell, one a line."""
    return "\n".join(w.replace("\\", "\\\\").replace("\n", "\\n") for w in words)


def parted(cell: str) -> tuple[str, ...]:
    """Return the words of a cell that holds one a line."""
    lines = (_UNESCAPE.sub(lambda m: "\n" if m[1] == "n" else m[1], w) for w in cell.split("\n"))
    return tuple(line for line in lines if line)


_UNESCAPE = re.compile(r"\\(.)")
