"""Words in what a PDF draws with: fonts, tables of letters, colours. A reader does not see them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from dialogueprep import paths

_LATIN = rb"(?:[A-Za-z'.-]|[\xc3-\xc6][\x80-\xbf]|\xe1[\xba\xbb][\x80-\xbf])"
_WORDS = re.compile(
    rb"(?:%s{2,}(?: %s{2,})+)|%s{8,}|(?:[\xe3-\xed][\x80-\xbf]{2}){2,}" % (_LATIN, _LATIN, _LATIN)
)
_WIDE = re.compile(rb"(?:[A-Za-z' .-]\x00){6,}")
_CODES = re.compile(rb"<[0-9A-Fa-f\s]*>")
_PARTS = re.compile("[ -]+")
_CAPITALS = re.compile("[A-Z]{2}")
"""Within a word they show that an outline only looks like one."""
_FORMAT = """adobe begin beginbfchar beginbfrange begincidrange begincmap begincodespacerange cmap
cidinit cidsysteminfo cmapname cmaptype currentdict def defineresource dict dup end endbfchar
endbfrange endcidrange endcmap endcodespacerange findresource identity ordering pop procset registry
supplement ucs usecmap abcdefghijklmnopqrstuvwxyz"""
_KNOWN = frozenset(_FORMAT.split())


def words_in_machinery(data: bytes) -> str:
    """Return what looks like words in a font or a table of letters, each once, a line each; "" if
    there is nothing but the words of the format."""
    for names in _shipped():
        data = data.replace(names, b"\n")
    return "\n".join(dict.fromkeys(_stretches(_CODES.sub(b"\n", data))))


@cache
def _shipped() -> tuple[bytes, ...]:
    """Return what the fonts of this program say of themselves: their makers, their licence."""
    fonts = sorted(paths.resources().glob("fonts/**/*.ttf"))
    return tuple(filter(None, (_names_in(font) for font in fonts)))


def _names_in(font: Path) -> bytes:
    """Return the table of names of a font (OpenType, "The Font Tables")."""
    with font.open("rb") as file:
        head = file.read(12)
        for _ in range(int.from_bytes(head[4:6], "big")):
            entry = file.read(16)
            if entry[:4] == b"name":
                file.seek(int.from_bytes(entry[8:12], "big"))
                return file.read(int.from_bytes(entry[12:16], "big"))
    return b""


def _stretches(data: bytes) -> Iterator[str]:
    found = [m.decode("utf-8", "ignore") for m in _WORDS.findall(data)]
    found += [m.decode("utf-16-le") for m in _WIDE.findall(data)]
    for words in found:
        by_chance = _CAPITALS.search(words) and (" " not in words or not words.isupper())
        if not by_chance and not _KNOWN.issuperset(_PARTS.split(words.lower())):
            yield words
