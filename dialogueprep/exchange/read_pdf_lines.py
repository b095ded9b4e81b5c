"""The lines of a PDF of this program, told apart by the marks in its pages."""

from __future__ import annotations

import ctypes
from dataclasses import dataclass, field
from typing import Any

from dialogueprep.exchange.read_pdf import opened
from dialogueprep.exchange.read_pdf_library import pdfium_raw


@dataclass(slots=True)
class MarkedText:
    """The text of a PDF by its marks: lines of the brief by number, what belongs to each page
    (head, foot, repeated heads), and what no mark holds."""

    lines: dict[int, str] = field(default_factory=dict[int, str])
    furniture: list[str] = field(default_factory=list[str])
    unmarked: str = ""


def marked_text(data: bytes, name: str) -> MarkedText:
    """Return the text of a PDF by its marks."""
    found = MarkedText()
    with opened(data, name) as pages:
        for n in range(len(pages)):
            _read_page(pages[n], found)
    return found


def _read_page(page: Any, found: MarkedText) -> None:
    text_page = page.get_textpage()
    furniture: list[str] = []
    try:
        for mark, text in _stretches(text_page):
            if mark == _PAGE:
                furniture.append(text)
            elif mark is None:
                found.unmarked += text
            else:
                found.lines[mark] = found.lines.get(mark, "") + text
    finally:
        text_page.close()
    found.furniture.append(" ".join(furniture))


_PAGE = -1


def _stretches(text_page: Any) -> list[tuple[int | None, str]]:
    """Return the text of a page in stretches between the same marks, in order.

    Of the characters that the reader adds, spaces within a line stay: it puts one where it saw
    a space between two fonts. The ends of lines that it adds are left out.
    """
    library = pdfium_raw()
    found: list[tuple[int | None, list[str]]] = []
    marks: dict[int, int | None] = {}
    added = ""
    raw = text_page.raw
    for i in range(library.FPDFText_CountChars(raw)):
        character = _character(library, raw, i)
        if library.FPDFText_IsGenerated(raw, i) == 1:
            added = character if character == " " else ""
            continue
        mark = _mark_of(library, library.FPDFText_GetTextObject(raw, i), marks)
        if not found or found[-1][0] != mark:
            found.append((mark, []))
            added = ""
        found[-1][1].extend((added, character))
        added = ""
    return [(mark, _joined(characters)) for mark, characters in found]


def _character(library: Any, text_page: Any, i: int) -> str:
    if library.FPDFText_IsHyphen(text_page, i) == 1:
        return "-"
    return chr(library.FPDFText_GetUnicode(text_page, i))


def _joined(characters: list[str]) -> str:
    """Return characters as a text; halves of a character above U+FFFF are put together."""
    text = "".join(characters)
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def _mark_of(library: Any, obj: Any, known: dict[int, int | None]) -> int | None:
    """Return the number of the line that an object of a page belongs to, ``_PAGE`` for what
    belongs to the page, None for neither."""
    key = ctypes.addressof(obj.contents) if obj else 0
    if key not in known:
        known[key] = _read_mark(library, obj) if key else None
    return known[key]


def _read_mark(library: Any, obj: Any) -> int | None:
    number = ctypes.c_int()
    for n in range(library.FPDFPageObj_CountMarks(obj)):
        mark = library.FPDFPageObj_GetMark(obj, n)
        name = _mark_name(library, mark)
        if name == "Artifact":
            return _PAGE
        if name == "Line" and library.FPDFPageObjMark_GetParamIntValue(mark, b"N", number):
            return number.value
    return None


def _mark_name(library: Any, mark: Any) -> str:
    buffer = (library.FPDF_WCHAR * 32)()
    length = ctypes.c_ulong()
    library.FPDFPageObjMark_GetName(mark, buffer, 64, length)
    return bytes(buffer)[: length.value].decode("utf-16-le", "replace").rstrip("\0")
