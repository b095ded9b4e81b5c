"""Whether the streams of a PDF unfold to no more than a report holds, before it is opened."""

from __future__ import annotations

import re
import zlib

from dialogueprep.domain.errors import Trouble

_MOST = 25_000_000
_MOST_OF_A_PICTURE = 250_000_000
_MOST_OF_ALL = 600_000_000
_CHUNK = 1 << 20
_STREAM = re.compile(rb"stream\r?\n")
_TWICE = re.compile(rb"/Filter\s*\[\s*(?:/Fl(?:ateDecode)?\s*){2,}")
_LARGE = re.compile(rb"/Image|/Length1|/FontFile|/Subtype\s*/(?:CIDFontType0C|OpenType|Type1C)")


def check_streams(data: bytes, name: str) -> None:
    """Raise Trouble("file-too-large") if a stream, or all together, unfold beyond reason."""
    if _TWICE.search(data):
        raise Trouble("file-too-large", name=name)
    total = 0
    for found in _STREAM.finditer(data):
        about = data[max(0, found.start() - 400) : found.start()].rpartition(b"obj")[2]
        if b"/Fl" not in about:
            continue
        most = _MOST_OF_A_PICTURE if _LARGE.search(about) else _MOST
        unfolded = _unfolded(data, found.end(), most)
        total += unfolded
        if unfolded > most or total > _MOST_OF_ALL:
            raise Trouble("file-too-large", name=name)


def _unfolded(data: bytes, start: int, most: int) -> int:
    """Return how many bytes a compressed stream holds, counted no further than beyond most."""
    reader = zlib.decompressobj()
    size, rest = 0, data[start : start + 8_000_000]
    try:
        while rest and not reader.eof and size <= most:
            size += len(reader.decompress(rest, _CHUNK))
            rest = reader.unconsumed_tail
    except zlib.error:
        return size
    return size
