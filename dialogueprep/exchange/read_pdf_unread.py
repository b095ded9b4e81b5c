"""What of a PDF's pages gives no text: pictures within, shapes alone, unknown letters."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from dialogueprep.exchange.read_pdf_library import objects
from dialogueprep.exchange.read_pdf_objects import draws

_DEEPEST = 8
_SOME_CODE = re.compile(r"g\d+|G\d+|[a-z]\d+|cid\d+|glyph\d+|index\d+", re.IGNORECASE)
_Numbers = frozenset[tuple[int, int]]


def unread_pages(pdf: Any) -> list[int]:
    """Return the numbers of the pages that hold what no text is got from, besides pictures that
    are objects of their own: a picture within the content, shapes and no words, or a font that
    does not say which letters its codes are."""
    known: dict[tuple[int, int], bool] = {}
    return [n for n, page in enumerate(pdf.pages, start=1) if _is_unread(page.obj, known)]


def _is_unread(page: Any, known: dict[tuple[int, int], bool]) -> bool:
    fonts = _fonts(_inherited(page, "/Resources"), set(), 0)
    if any(_is_silent(font, known) for font in fonts):
        return True
    drawn = draws(page)
    has_drawings = "/XObject" in (_inherited(page, "/Resources") or {})
    return "picture" in drawn or (drawn == frozenset({"shape"}) and not has_drawings)


def _inherited(page: Any, key: str) -> Any:
    for _ in range(_DEEPEST):
        if page is None or key in page:
            break
        page = page.get("/Parent")
    return None if page is None else page.get(key)


def _fonts(resources: Any, seen: set[tuple[int, int]], depth: int) -> Iterator[Any]:
    """Yield the fonts of a page and of the drawings on it."""
    pikepdf = objects()
    if not isinstance(resources, pikepdf.Dictionary) or depth > _DEEPEST:
        return
    yield from (font for _, font in _entries(resources.get("/Font")))
    for _, drawing in _entries(resources.get("/XObject")):
        if isinstance(drawing, pikepdf.Stream) and drawing.objgen not in seen:
            seen.add(drawing.objgen)
            yield from _fonts(drawing.get("/Resources"), seen, depth + 1)


def _entries(obj: Any) -> list[tuple[str, Any]]:
    return list(obj.items()) if isinstance(obj, objects().Dictionary) else []


def _is_silent(font: Any, known: dict[tuple[int, int], bool]) -> bool:
    number = font.objgen
    if number == (0, 0):
        return _says_no_letters(font)
    if number not in known:
        known[number] = _says_no_letters(font)
    return known[number]


def _says_no_letters(font: Any) -> bool:
    """Return whether nothing in a font says which letters its codes stand for."""
    if not isinstance(font, objects().Dictionary) or "/ToUnicode" in font:
        return False
    if str(font.get("/Subtype", "")) == "/Type0":
        return _is_identity(font)
    names = [str(one)[1:] for one in _differences(font) if isinstance(one, objects().Name)]
    coded = sum(_SOME_CODE.fullmatch(name) is not None for name in names)
    return coded > len(names) // 2


def _is_identity(font: Any) -> bool:
    below = font.get("/DescendantFonts")
    about: Any = below[0].get("/CIDSystemInfo") if below is not None and len(below) else None
    return about is None or str(about.get("/Ordering", "Identity")) == "Identity"


def _differences(font: Any) -> Any:
    encoding = font.get("/Encoding")
    if not isinstance(encoding, objects().Dictionary):
        return []
    return encoding.get("/Differences", [])


def page_contents(pdf: Any) -> _Numbers:
    """Return the numbers of the streams that are the content of a page."""
    found: set[tuple[int, int]] = set()
    for page in pdf.pages:
        content = page.obj.get("/Contents")
        several = isinstance(content, objects().Array)
        found |= {one.objgen for one in (content if several else [content]) if one is not None}
    return frozenset(found)


def attachments(pdf: Any) -> _Numbers:
    """Return the numbers of the streams that some file specification names."""
    pikepdf = objects()
    found: set[tuple[int, int]] = set()
    for obj in pdf.objects:
        if isinstance(obj, (pikepdf.Dictionary, pikepdf.Array)):
            found |= _files(obj, 0)
    return frozenset(found)


def _files(obj: Any, depth: int) -> set[tuple[int, int]]:
    """Return what is attached in an object, not following references to other ones."""
    pikepdf = objects()
    found: set[tuple[int, int]] = set()
    if isinstance(obj, pikepdf.Dictionary):
        held = obj.get("/EF")
        found = {one.objgen for _, one in _entries(held) if isinstance(one, pikepdf.Stream)}
        inner = list(obj.values())
    else:
        inner = list(obj)
    for one in inner:
        nested = isinstance(one, (pikepdf.Dictionary, pikepdf.Array))
        if depth < _DEEPEST and nested and one.objgen == (0, 0):
            found |= _files(one, depth + 1)
    return found
