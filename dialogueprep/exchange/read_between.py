"""What stands in a zipped file outside of its members: gaps, heads of members, what follows."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator

from dialogueprep.exchange.read_part import Part, is_text, strings
from dialogueprep.exchange.read_text import decode

_HEAD = 30
_SIGNED = b"PK\x07\x08"
_SIZES_BEHIND = 8
"""The bit that says that sizes stand behind a member."""
_LAST = b"PK\x05\x06"


def outside_members(data: bytes, archive: zipfile.ZipFile) -> Iterator[Part]:
    """Yield what stands before the first member, between members and after the archive, and in
    extra fields. Bytes that are no text, such as a member taken off the list, are said to be
    unread."""
    entries = sorted(archive.infolist(), key=lambda entry: entry.header_offset)
    first = min((entry.header_offset for entry in entries), default=0)
    if first and (found := strings(data[:first])):
        yield Part("before the archive", found)
    starts = [*(entry.header_offset for entry in entries[1:]), archive.start_dir]
    for entry, following in zip(entries, starts, strict=True):
        extra, end = _extent(data, entry)
        if found := strings(entry.extra + b"\n" + entry.comment + b"\n" + extra):
            yield Part(f"{entry.filename}, extra", found)
        yield from _loose("between the members", data[_behind(data, entry, end) : following])
    yield from _loose("after the archive", _rest(data))


def _extent(data: bytes, entry: zipfile.ZipInfo) -> tuple[bytes, int]:
    """Return what a member's own head says beside its name, and where the member ends."""
    at = entry.header_offset
    name, extra = (int.from_bytes(data[at + n : at + n + 2], "little") for n in (26, 28))
    start = at + _HEAD + name
    own = data[start : start + extra]
    return b"" if own == entry.extra else own, start + extra + entry.compress_size


def _behind(data: bytes, entry: zipfile.ZipInfo, end: int) -> int:
    """Return where the sizes end that stand behind a member (APPNOTE 4.3.9), if any do."""
    if not entry.flag_bits & _SIZES_BEHIND:
        return end
    sizes = end + 4 + 4 * data.startswith(_SIGNED, end)
    for width in (4, 8):
        packed, unfolded = (data[sizes + n * width : sizes + (n + 1) * width] for n in (0, 1))
        found = int.from_bytes(packed, "little"), int.from_bytes(unfolded, "little")
        if found == (entry.compress_size, entry.file_size):
            return sizes + 2 * width
    return end


def _rest(data: bytes) -> bytes:
    last = data.rfind(_LAST)
    comment = int.from_bytes(data[last + 20 : last + 22], "little")
    return data[last + 22 + comment :] if last >= 0 else b""


def _loose(name: str, data: bytes) -> Iterator[Part]:
    if bare := data.strip(b"\0 \r\n"):
        shows = is_text(decode(bare)) and b"\0" not in bare
        yield Part(name, decode(bare) if shows else strings(bare), unread=not shows)
