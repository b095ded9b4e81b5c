"""What of a PDF's pages gives no text: pictures within, shapes alone, unknown letters."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from dialogueprep.exchange.read_pdf_library import objects
from dialogueprep.exchange.read_pdf_objects import draws, shows_letters

_DEEPEST = 8
_SOME_CODE = re.compile(r"g\d+|G\d+|[a-z]\d+|cid\d+|glyph\d+|index\d+", re.IGNORECASE)
_MAPS = re.compile(rb"beginbf(char|range)(.*?)endbf", re.DOTALL)
_CODE = rb"<[0-9A-Fa-f\s]*>\s*"
_LETTER = rb"\[?\s*<([0-9A-Fa-f]*)"
_MAPPED = {b"char": re.compile(_CODE + _LETTER), b"range": re.compile(_CODE * 2 + _LETTER)}
_ROW = re.compile(rb"\[([^\[\]]*)\]")
_PAIR = re.compile(rb"<([0-9A-Fa-f]{2})>\s*<([0-9A-Fa-f]{4})>")
_USUAL_ENCODINGS = ("/WinAnsiEncoding", "/MacRomanEncoding", "/StandardEncoding")
_SPACE = re.compile(rb"<?0{0,2}(?:[02]0|a0)>?$", re.IGNORECASE)
"""What some programs name for codes that are not used."""
_OF_SIGNS = ("Dingbats", "Symbol", "Wingdings", "Webdings")
_FEW = 3
_PRIVATE = re.compile(rb"(?i)e[0-9a-f]{3}|fff[def]|(?:00)*$")
_MACHINERY = frozenset(
    {"/CIDToGIDMap", "/CIDSet", "/JBIG2Globals", "/FontFile", "/FontFile2", "/FontFile3"}
    | {"/ToUnicode", "/UseCMap", "/DestOutputProfile", "/HT", "/TR", "/TR2", "/BG", "/UCR"}
    | {"/CharProcs"}
)
_Numbers = frozenset[tuple[int, int]]


def unread_pages(pdf: Any, empty: frozenset[int]) -> list[int]:
    """Return the numbers of the pages that hold what no text is got from, besides pictures that
    are objects of their own: a picture within the content, shapes and no words, a font that does
    not say which letters its codes are, or letters of which none was read. ``empty``: the pages
    without any text."""
    known: dict[tuple[int, int], bool] = {}
    return [
        n
        for n, page in enumerate(pdf.pages, start=1)
        if _is_unread(page.obj, known) or (n in empty and shows_letters(page.obj))
    ]


def _is_unread(page: Any, known: dict[tuple[int, int], bool]) -> bool:
    fonts = _fonts(_inherited(page, "/Resources"), set(), 0)
    if any(_is_silent(font, known) for font in fonts):
        return True
    if any(str(one.get("/Subtype", "")) == "/Ink" for one in _annotations(page)):
        return True
    drawn = draws(page)
    has_drawings = "/XObject" in (_inherited(page, "/Resources") or {})
    if drawn & {"picture", "curves"}:
        return True
    return drawn == frozenset({"shape"}) and not has_drawings


def fonts_of_signs(page: Any) -> frozenset[str]:
    """Return what a page calls its fonts of signs: what is written in them are other letters."""
    resources: Any = _inherited(page, "/Resources")
    held = _entries(resources.get("/Font")) if resources is not None else []
    return frozenset(
        called
        for called, font in held
        if isinstance(font, objects().Dictionary)
        and any(sign in str(font.get("/BaseFont", "")) for sign in _OF_SIGNS)
    )


def _annotations(page: Any) -> list[Any]:
    found = page.get("/Annots")
    if not isinstance(found, objects().Array):
        return []
    return [one for one in found if isinstance(one, objects().Dictionary)]


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
    if not isinstance(font, objects().Object):  # a number where a font should stand
        return True
    number = font.objgen
    if number == (0, 0):
        return _says_no_letters(font)
    if number not in known:
        known[number] = _says_no_letters(font)
    return known[number]


def _says_no_letters(font: Any) -> bool:
    """Return whether nothing in a font says which letters its codes stand for."""
    if not isinstance(font, objects().Dictionary):
        return False
    if "/ToUnicode" in font:
        return _maps_nothing(font.ToUnicode) or _says_others(font)
    if str(font.get("/Subtype", "")) == "/Type0":
        return _is_identity(font)
    if str(font.get("/Subtype", "")) == "/Type3" and _draws_others(font):
        return True
    names = [str(one)[1:] for one in _differences(font) if isinstance(one, objects().Name)]
    coded = sum(_SOME_CODE.fullmatch(name) is not None for name in names)
    return coded > len(names) // 2


def _draws_others(font: Any) -> bool:
    """Return whether a font of drawings calls those for most letters otherwise than the letters:
    they are read by their codes (9.6.4)."""
    code, others, letters = 0, 0, 0
    for one in _differences(font):
        if not isinstance(one, objects().Name):
            code = int(one)
            continue
        if code < 0x7F and chr(code).isalpha():
            letters += 1
            others += str(one)[1:] != chr(code)
        code += 1
    return 2 * others > letters


def _maps_nothing(table: Any) -> bool:
    """Return whether a table of letters names none, or hardly any but private ones."""
    if not isinstance(table, objects().Stream):
        return False
    try:
        data = table.read_bytes()
    except objects().PdfError:
        return True
    maps = _MAPS.findall(data)
    letters = [m[1] for kind, held in maps for m in _MAPPED[kind].finditer(held)]
    letters += [one for _, held in maps for row in _ROW.findall(held) for one in row.split()]
    private = sum(_PRIVATE.match(letter.strip(b"<>")) is not None for letter in letters)
    shown = [one for one in letters if not _SPACE.match(one)]
    if len(shown) > _FEW and len(set(shown)) <= len(shown) // 4:
        return True  # many shapes, hardly any letter: it does not say what is drawn
    return not letters or private > len(letters) // 2


def _says_others(font: Any) -> bool:
    """Return whether a table tells other letters than those that a usual encoding draws, so that
    what is read is not what is seen."""
    pikepdf = objects()
    table = font.ToUnicode
    if font.get("/Encoding") not in _USUAL_ENCODINGS or not isinstance(table, pikepdf.Stream):
        return False
    try:
        maps = _MAPS.findall(table.read_bytes())
    except pikepdf.PdfError:
        return True
    pairs = [m.groups() for kind, held in maps if kind == b"char" for m in _PAIR.finditer(held)]
    told = {chr(int(code, 16)): chr(int(letter, 16)) for code, letter in pairs}
    plain = [drawn for drawn in told if drawn.isascii() and drawn.isalpha()]
    others = [drawn for drawn in plain if told[drawn].lower() != drawn.lower()]
    return len(others) > max(_FEW, len(plain) // 2)


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


def attachments(pdf: Any) -> dict[tuple[int, int], str]:
    """Return the numbers of the streams that some file specification names, and what it calls
    them."""
    pikepdf = objects()
    found: dict[tuple[int, int], str] = {}
    for obj in pdf.objects:
        if isinstance(obj, (pikepdf.Dictionary, pikepdf.Array)):
            found |= _files(obj, 0)
    return found


def _files(obj: Any, depth: int) -> dict[tuple[int, int], str]:
    """Return what is attached in an object, not following references to other ones."""
    pikepdf = objects()
    found: dict[tuple[int, int], str] = {}
    if isinstance(obj, pikepdf.Dictionary):
        held, called = obj.get("/EF"), obj.get("/UF", obj.get("/F"))
        name = str(called) if isinstance(called, pikepdf.String) else ""
        found = {one.objgen: name for _, one in _entries(held) if isinstance(one, pikepdf.Stream)}
        inner = list(obj.values())
    else:
        inner = list(obj)
    for one in inner:
        nested = isinstance(one, (pikepdf.Dictionary, pikepdf.Array))
        if depth < _DEEPEST and nested and one.objgen == (0, 0):
            found |= _files(one, depth + 1)
    return found


def of_machinery(pdf: Any) -> _Numbers:
    """Return the numbers of the streams that fonts, pictures and colours use, and of the table
    that a file arranged for the web begins with."""
    pikepdf = objects()
    found: set[tuple[int, int]] = set()
    for obj in pdf.objects:
        if isinstance(obj, (pikepdf.Dictionary, pikepdf.Stream)):
            used = [obj[key] for key in _MACHINERY if key in obj]
            for one in used:
                inner = [v for _, v in _entries(one)] if isinstance(one, pikepdf.Dictionary) else []
                found |= {v.objgen for v in (one, *inner) if isinstance(v, pikepdf.Stream)}
            if isinstance(obj, pikepdf.Stream) and _is_hints(obj):
                found.add(obj.objgen)
    return frozenset(found)


def _is_hints(obj: Any) -> bool:
    own = {"/Length", "/Filter", "/DecodeParms"}
    keys = set(obj.keys()) - own
    return "/S" in keys and isinstance(obj.get("/S"), int) and all(len(k) == 2 for k in keys)
