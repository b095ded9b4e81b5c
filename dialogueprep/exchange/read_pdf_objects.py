"""The words in the objects of a PDF: strings wherever they stand, marks within page content."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from dialogueprep.exchange.read_again import spelled_again, unlinked
from dialogueprep.exchange.read_codes import certified_words, short_words
from dialogueprep.exchange.read_part import far_words, strings
from dialogueprep.exchange.read_pdf_library import objects
from dialogueprep.exchange.read_text import GUESSED, decode, sound_in

_DEEPEST = 60
_MARKS = frozenset({"BDC", "BMC", "DP", "MP"})
_CURVES = frozenset({"c", "v", "y"})
_CORNERS, _SIDES = 4, 8
_MANY = 40
"""Curves and sides; a name in letters drawn as shapes has more, frames and arrows have fewer."""
_COMMENT = re.compile(rb"^[ \t]*%([^\r\n]*)", re.MULTILINE)
_SUBSET = re.compile(r"/(?:[A-Z]{6}\+)?(.*)")
_IN_LANGUAGE = re.compile("\x1b[A-Za-z]{2,5}\x1b")
"""Says in which language the letters are that follow (PDF 2.0, 7.9.2.2)."""
_MOMENT = re.compile(r"D:(\d{4}(?:\d\d){0,2})((?:\d\d){0,3})(?:([-+Z])(?:(\d\d)'?(\d\d)?)?'?)?")
_CONTROL = re.compile("[\0-\x08\x0e-\x1f]")
_WIDE = (b"\xfe\xff", b"\xff\xfe", b"\xef\xbb\xbf")
_SHOWS = frozenset({"Tj", "TJ", "'", '"'})
_SHORT = 40
"""Bytes; of more the likeliest encoding is told."""
_SPACES = b"\0 \x03\xa0"
"""Codes of spaces, of one byte or two; the third in fonts that come from TrueType."""
_PAINTS = ("f", "F", "f*", "B", "B*", "b", "b*", "S", "s", "sh")
_FILLS = frozenset({"f", "F", "f*", "B", "B*", "b", "b*"})
_ENDS = frozenset((*_PAINTS, "n"))
_DRAWN = {
    **dict.fromkeys(_SHOWS, "words"),
    **dict.fromkeys(_PAINTS, "shape"),
    "INLINE IMAGE": "picture",
}
_BINARY = frozenset({"/U", "/O", "/OE", "/UE", "/Perms"})
"""Of the dictionary that says how the file is encrypted."""
_FONT_NAMES = frozenset({"/BaseFont", "/FontName", "/FontFamily"})
_UP = frozenset({"/Parent", "/P", "/Prev"})


def words_in(
    obj: Any, seen: set[tuple[int, int]], depth: int = 0, named: bool = False
) -> Iterator[str]:
    """Yield the strings in an object and below it, each indirect object once.

    Pages are left to be read from their own objects, and the way up (``/Parent``, ``/P``) is
    not taken: it is a dictionary, an array is not. ``named``: keys are words of the author too, as
    in a table of destinations.
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
    for key in _ordered(obj):
        if named or _is_unusual(key[1:]):
            yield key[1:]
        if key in _FONT_NAMES:
            yield _SUBSET.sub(r"\1", str(obj[key]))
        elif not _is_aside(obj, key):
            yield from words_in(obj[key], seen, depth + 1, named or key == "/Dests")


def _ordered(obj: Any) -> list[str]:
    """Return the keys of a dictionary, which the library gives as a set: always in one order, what
    it says itself before what it leads to, as the title of a heading before the next one."""
    pikepdf = objects()
    return sorted(obj.keys(), key=lambda key: (not isinstance(obj[key], pikepdf.String), key))


def _is_aside(obj: Any, key: str) -> bool:
    """Return whether an entry is the way up, or random bytes."""
    pikepdf = objects()
    if key in _UP:  # in the numbers of pages, /P is what stands before them
        return not isinstance(obj[key], (pikepdf.String, pikepdf.Name, pikepdf.Array))
    if key == "/ID":
        return isinstance(obj[key], pikepdf.Array)
    return key in _BINARY and "/V" in obj and "/R" in obj


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
    text, raw = _IN_LANGUAGE.sub("", str(obj)), bytes(obj)
    if not any(c.isalnum() for c in text):
        return
    if not raw.startswith(_WIDE) and _CONTROL.search(text):  # a signature, a key
        yield from (strings(raw), *certified_words(raw))
        return
    yield _as_date(text)
    if not raw.isascii() and not raw.startswith(_WIDE) and (other := decode(raw)) != text:
        yield other  # as programs write that do not keep to the format
    if not raw.isascii() and not raw.startswith(_WIDE) and len(raw) <= _SHORT:
        yield from _in_other_encodings(raw)
    yield from (words for words in spelled_again(text) if words != text)
    yield from short_words(text)
    if (target := unlinked(text)) != text:
        yield target


def _in_other_encodings(raw: bytes) -> Iterator[str]:
    """Yield a string that is too short to tell its encoding for sure in each likely one."""
    yield from far_words(raw)
    far = 2 * sum(byte > 0x7F for byte in raw) > len(raw)
    for encoding in GUESSED if far else ():
        if sound_in(raw, encoding) and (words := raw.decode(encoding)).isprintable():
            yield words


def _as_date(text: str) -> str:
    """Return a moment as people write one, any other text as it is (ISO 32000-2, 7.9.4)."""
    if not (moment := _MOMENT.fullmatch(text)):
        return text
    day, time, sign, hours, minutes = moment.groups()
    zone = f" {sign}{hours}:{minutes or '00'}" if hours and sign != "Z" else " UTC" if sign else ""
    said = "-".join(filter(None, (day[:4], day[4:6], day[6:])))
    return f"{said} {time[:2]}:{time[2:4] or '00'}{zone}" if time else said


def _unusual_name(obj: Any) -> Iterator[str]:
    """Yield a name that few standards have: in several words, or with letters beyond ASCII."""
    pikepdf = objects()
    if isinstance(obj, pikepdf.Name):
        text = str(obj)[1:]
        if _is_unusual(text):
            yield text


def _is_unusual(name: str) -> bool:
    return not name.isascii() or any(c in name for c in " _-.")


def words_in_content(obj: Any) -> Iterator[str]:
    """Yield the words in the marks of a page's or a drawing's content, and for a drawing also
    the strings that it shows, where they are plain letters."""
    pikepdf = objects()
    drawing = isinstance(obj, pikepdf.Stream)
    for operands, operator in _instructions(obj):
        name = str(operator)
        if name in _MARKS:
            for operand in operands:
                yield from words_in(operand, set())
        elif drawing and name in _SHOWS:
            yield "".join(word for operand in operands for word in _shown(operand))


def strings_shown(page: Any, fonts: frozenset[str]) -> Iterator[str]:
    """Yield the strings that a page shows in some fonts, by their codes: in a font of signs they
    may be words."""
    font = ""
    for operands, operator in _instructions(page) if fonts else ():
        if str(operator) == "Tf" and len(operands):
            font = str(operands[0])
        elif font in fonts and str(operator) in _SHOWS:
            yield "".join(word for operand in operands for word in _shown(operand))


def _shown(operand: Any) -> Iterator[str]:
    """Yield the letters of a string that is shown, or of a row of pieces with their spacing."""
    pikepdf = objects()
    if isinstance(operand, pikepdf.Array):
        for inner in operand:
            yield from _shown(inner)
    elif isinstance(operand, pikepdf.String):
        yield str(operand)


def comments_in(obj: Any) -> Iterator[str]:
    """Yield the comments in the content of a page or a drawing."""
    pikepdf = objects()
    content = obj if isinstance(obj, pikepdf.Stream) else obj.get("/Contents")
    streams = content if isinstance(content, pikepdf.Array) else [content]
    for one in streams or []:
        try:
            found = _COMMENT.findall(one.read_bytes()) if isinstance(one, pikepdf.Stream) else []
        except pikepdf.PdfError:
            found = []
        yield from filter(None, (strings(comment) for comment in found))


def _instructions(obj: Any) -> Any:
    pikepdf = objects()
    try:
        return pikepdf.parse_content_stream(obj)
    except pikepdf.PdfError:
        return []


def _strokes_beyond_boxes(operators: list[str]) -> int:
    """Return how many curves and sides the shapes have, leaving aside those of boxes with round
    corners and of arrows, and lines that are not filled."""
    found = curves = sides = 0
    for operator in operators:
        curves += operator in _CURVES
        sides += operator == "l"
        if operator in _ENDS:
            found += max(0, curves - _CORNERS)
            found += max(0, sides - _SIDES) if operator in _FILLS else 0
            curves = sides = 0
    return found


def _has_no_size(operands: Any, operator: Any) -> bool:
    """Return whether letters are set in size 0: a reader of pages passes over them."""
    return str(operator) == "Tf" and len(operands) == 2 and operands[1] == 0


def draws(obj: Any) -> frozenset[str]:
    """Return what a page or drawing draws: "words", "picture" (within its content), "shape", and
    "curves" if there are as many as letters have that are drawn as shapes."""
    instructions = list(_instructions(obj))
    operators = [str(operator) for _, operator in instructions]
    many = _strokes_beyond_boxes(operators) >= _MANY
    kinds = {_DRAWN.get(operator, "") for operator in operators} | {"curves" if many else ""}
    kinds.add("picture" if any(_has_no_size(*each) for each in instructions) else "")
    return frozenset(kinds - {""})


def shows_letters(obj: Any) -> bool:
    """Return whether the content of a page or drawing shows any letter that is no space."""
    return any(
        name in _SHOWS and any(_codes(operand) for operand in operands)
        for operands, name in (
            (operands, str(operator)) for operands, operator in _instructions(obj)
        )
    )


def _codes(operand: Any) -> bytes:
    pikepdf = objects()
    if isinstance(operand, pikepdf.Array):
        return b"".join(_codes(inner) for inner in operand)
    return bytes(operand).strip(_SPACES) if isinstance(operand, pikepdf.String) else b""
