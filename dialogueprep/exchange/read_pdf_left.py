"""What a PDF's bytes hold that its table of objects does not lead to: objects that were left, what
follows its end, comments."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

from dialogueprep.exchange.read_part import Part, strings
from dialogueprep.exchange.read_pdf_library import objects
from dialogueprep.exchange.read_text import sound_in

_STREAM = re.compile(rb"stream\r?\n.*?endstream", re.DOTALL)
_COMMENT = re.compile(rb"%(?!PDF-)[^\r\n]*")
_OBJECT = re.compile(rb"(?<![0-9])([0-9]{1,10})[ \t\r\n]+[0-9]{1,5}[ \t\r\n]+obj\b")
_HELD = re.compile(rb"stream\r?\n(.*?)\r?\n?endstream", re.DOTALL)
_END = b"%%EOF"
_MOST = 5000


def outside(data: bytes) -> list[Part]:
    """Return what stands in a file outside its objects: before its head, after its end, and in
    comments. What follows the end and is no text is said to be unread."""
    start, end = max(data.find(b"%PDF-"), 0), data.rfind(_END)
    between = _STREAM.sub(b"", data[start:end])
    after = data[end + len(_END) :] if end >= 0 else b""
    words = strings(b"\n".join((data[:start], *_COMMENT.findall(between), after)))
    bare = after.strip(b"\0 \t\r\n")
    unread = b"\0" in bare or not sound_in(bare, "utf-8")
    return [Part("outside of objects", words, unread)] if words or unread else []


def left_objects(data: bytes, pdf: Any, versions: int) -> Iterator[tuple[int, Any]]:
    """Yield the number and the object of what the file's table does not name, None for one that
    does not open. ``versions``: how often the file was saved, and an object may so stand in it."""
    held = (obj for obj in pdf.objects if isinstance(obj, objects().Object))  # no bare numbers
    known = {obj.objgen[0] for obj in held}
    hidden = [found.span() for found in _STREAM.finditer(data)]
    heads = [head for head in _OBJECT.finditer(data) if not _within(head.start(), hidden)]
    times = Counter(int(head[1]) for head in heads)
    for head in heads[:_MOST]:
        number = int(head[1])
        if number not in known or times[number] > versions:
            yield number, _read(data, head.end(), pdf)


def _within(place: int, spans: list[tuple[int, int]]) -> bool:
    from bisect import bisect_right

    at = bisect_right(spans, (place, place)) - 1
    return at >= 0 and spans[at][0] < place < spans[at][1]


def _read(data: bytes, start: int, pdf: Any) -> Any:
    """Return an object that begins at a place, with what its stream holds; None if it does not
    open."""
    pikepdf = objects()
    end = data.find(b"endobj", start)
    whole = data[start : end if end >= 0 else len(data)]
    held = _HELD.search(whole)
    try:
        found = pikepdf.Object.parse(whole[: held.start()] if held else whole)
        if held is None or not isinstance(found, pikepdf.Dictionary):
            return found
        return pdf.make_indirect(pikepdf.Stream(pdf, held[1], found))
    except (pikepdf.PdfError, ValueError, TypeError):
        return None
