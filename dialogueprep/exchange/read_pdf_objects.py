"""The words in the objects of a PDF: strings wherever they stand, marks within page content."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from dialogueprep.exchange.read_pdf_library import objects

_DEEPEST = 60
_MARKS = frozenset({"BDC", "DP"})
_SHOWS = frozenset({"Tj", "TJ", "'", '"'})
_BINARY = frozenset({"/ID", "/U", "/O", "/OE", "/UE", "/Perms", "/Panose"})


def words_in(
    obj: Any, seen: set[tuple[int, int]], depth: int = 0, named: bool = False
) -> Iterator[str]:
    """Yield the strings in an object and below it, each indirect object once.

    Pages are left to be read from their own objects, and the way up (``/Parent``, ``/P``) is
    not taken. ``named``: keys are words of the author too, as in a table of destinations.
    """
    pikepdf = objects()
    if isinstance(obj, pikepdf.String):
        yield from _string(obj)
        return
    if not isinstance(obj, (pikepdf.Dictionary, pikepdf.Array, pikepdf.Stream)):
        yield from _unusual_name(obj)
        return
    if depth > _DEEPEST or _known(obj, seen):
        return
    if isinstance(obj, pikepdf.Array):
        for inner in obj:
            yield from words_in(inner, seen, depth + 1, named)
    else:
        yield from _in_dictionary(obj, seen, depth, named)


def _in_dictionary(obj: Any, seen: set[tuple[int, int]], depth: int, named: bool) -> Iterator[str]:
    for key in obj.keys():  # noqa: SIM118 - a dictionary of the library
        if named or not key[1:].isascii() or " " in key:
            yield key[1:]
        if key not in _BINARY and key not in ("/Parent", "/P", "/Prev"):
            yield from words_in(obj[key], seen, depth + 1, named or key == "/Dests")


def _known(obj: Any, seen: set[tuple[int, int]]) -> bool:
    """Return whether an indirect object was read before, and note that it was now."""
    number: tuple[int, int] = obj.objgen
    if number == (0, 0):
        return False
    if number in seen:
        return True
    seen.add(number)
    return False


def _string(obj: Any) -> Iterator[str]:
    text = str(obj)
    if any(c.isalnum() for c in text):
        yield text


def _unusual_name(obj: Any) -> Iterator[str]:
    """Yield a name that no standard has: it holds a space or letters beyond ASCII."""
    pikepdf = objects()
    if isinstance(obj, pikepdf.Name):
        text = str(obj)[1:]
        if " " in text or "_" in text or not text.isascii():
            yield text


def words_in_content(obj: Any) -> Iterator[str]:
    """Yield the words in the marks of a page's or a drawing's content, and for a drawing also
    the strings that it shows, where they are plain letters."""
    pikepdf = objects()
    drawing = isinstance(obj, pikepdf.Stream)
    try:
        content: Any = pikepdf.parse_content_stream(obj)
    except pikepdf.PdfError:
        return
    for operands, operator in content:
        name = str(operator)
        if name in _MARKS or (drawing and name in _SHOWS):
            for operand in operands:
                yield from words_in(operand, set())
