"""The members of a workbook, read as streams and unfolded only as far as is allowed."""

from __future__ import annotations

import re
import zipfile
import zlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any
from xml.parsers import expat

from dialogueprep.domain.errors import Refused, Trouble
from dialogueprep.domain.newcomers import Told
from dialogueprep.exchange.people_table import MOST_ROWS, damaged

_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError, ValueError, KeyError)
_MOST_MEMBERS = 2_000
_MOST_UNFOLDED = 200_000_000
_DEEPEST = 60
_PIECE = 1 << 18
_MOST_NAMES = 1_000
_MOST_AT_ONCE = 60_000_000
_BUILT_IN_DATES = frozenset({14, 15, 16, 17, 22, 27, 30, 36, 50, 57})
_DATE_SIGNS = re.compile(r"(?<!\\)[dy]|m{3,}", re.IGNORECASE)
_QUOTED = re.compile(r'"[^"]*"|\[[^\]]*\]|\\.')
_MOST_SHARED = 30_000_000
"""Characters of shared texts that are held."""
_LONGEST_STRETCH = 4_000_000
"""Bytes without the beginning of an element; more are one cell or one element made to exhaust."""
Attributes = dict[str, str]


@dataclass
class Book:
    """What stands in a workbook beside its sheets; these as title, member and whether hidden."""

    sheets: list[tuple[str, str, bool]] = field(default_factory=list[tuple[str, str, bool]])
    shared: list[str] = field(default_factory=list[str])
    dates: frozenset[int] = frozenset()
    since_1904: bool = False
    told: tuple[Told, ...] = ()


class Package:
    """The members of the archive, each unfolded only as far as is allowed."""

    def __init__(self, data: bytes, name: str) -> None:
        self.name = name
        self._left = _MOST_UNFOLDED
        self._since = 0
        try:
            self._archive = zipfile.ZipFile(BytesIO(data))
        except _BROKEN:
            raise damaged(name) from None
        entries = self._archive.infolist()
        if any(entry.flag_bits & 1 for entry in entries):
            raise Trouble("file-protected", name=name)
        if len(entries) > _MOST_MEMBERS or sum(e.file_size for e in entries) > _MOST_UNFOLDED:
            raise Trouble("file-too-large", name=name)
        self.members = frozenset(self._archive.namelist())

    def book(self) -> Book:
        """Return what stands in the workbook beside its sheets."""
        if not self.members.isdisjoint(("mimetype", "word/document.xml", "ppt/presentation.xml")):
            raise Refused("people-kind-unknown", name=self.name)
        if "xl/workbook.xml" not in self.members:
            raise damaged(self.name)
        targets = self._targets()
        book = Book()

        def start(tag: str, attributes: Attributes) -> None:
            if tag == "sheet":
                found = next((v for k, v in attributes.items() if k.endswith(":id")), "")
                hidden = attributes.get("state", "visible") != "visible"
                book.sheets.append((attributes.get("name", ""), targets.get(found, ""), hidden))
            elif tag == "workbookPr":
                book.since_1904 = attributes.get("date1904", "") in ("1", "true")

        self.parse("xl/workbook.xml", start)
        book.sheets = [s for s in book.sheets if s[1] in self.members]
        book.dates = self._dates()
        book.shared = self._shared()
        if any(m.startswith("xl/externalLinks/") for m in self.members):
            book.told = (Told("people-links-not-followed"),)
        return book

    def _targets(self) -> dict[str, str]:
        targets: dict[str, str] = {}

        def start(tag: str, attributes: Attributes) -> None:
            if tag == "Relationship" and attributes.get("TargetMode") != "External":
                target = attributes.get("Target", "")
                whole = target[1:] if target.startswith("/") else f"xl/{target}"
                targets[attributes.get("Id", "")] = whole

        if "xl/_rels/workbook.xml.rels" in self.members:
            self.parse("xl/_rels/workbook.xml.rels", start)
        return targets

    def _dates(self) -> frozenset[int]:
        """Return the numbers of the cell styles that show a date."""
        formats: dict[int, str] = {}
        styles: list[int] = []
        inside = False

        def start(tag: str, attributes: Attributes) -> None:
            nonlocal inside
            if tag == "numFmt":
                formats[number_of(attributes.get("numFmtId"))] = attributes.get("formatCode", "")
            elif tag == "cellXfs":
                inside = True
            elif tag == "xf" and inside:
                styles.append(number_of(attributes.get("numFmtId")))

        def end(tag: str) -> None:
            nonlocal inside
            inside = inside and tag != "cellXfs"

        if "xl/styles.xml" in self.members:
            self.parse("xl/styles.xml", start, end)
        dated = {n for n, code in formats.items() if _DATE_SIGNS.search(_QUOTED.sub("", code))}
        return frozenset(n for n, f in enumerate(styles) if f in _BUILT_IN_DATES or f in dated)

    def _shared(self) -> list[str]:
        found: list[str] = []
        pieces: list[str] = []
        held = reading = 0
        taken = False

        def start(tag: str, _attributes: Attributes) -> None:
            nonlocal taken, reading
            taken = tag == "t" and not reading
            reading += tag == "rPh"

        def end(tag: str) -> None:
            nonlocal taken, held, reading
            taken = False
            reading -= tag == "rPh"
            if tag == "si":
                text = "".join(pieces)
                pieces.clear()
                held += len(text)
                if held > _MOST_SHARED or len(found) > MOST_ROWS * 20:
                    raise Trouble("file-too-large", name=self.name)
                found.append(text)

        def words(text: str) -> None:
            if taken:
                pieces.append(text)

        if "xl/sharedStrings.xml" in self.members:
            self.parse("xl/sharedStrings.xml", start, end, words)
        return found

    def parse(
        self,
        member: str,
        start: Callable[[str, Attributes], None],
        end: Callable[[str], None] = lambda _tag: None,
        words: Callable[[str], None] | None = None,
    ) -> None:
        """Read a member; the functions get names without prefix."""
        self._read(self._pieces(member), start, end, words)

    def parse_text(self, text: str, start: Callable[[str, Attributes], None]) -> None:
        """Read what is left of a member that was unfolded already."""
        self._read((text.encode("utf-8"),), start)

    def text(self, member: str) -> str:
        """Return a member of a moderate size as text, "" for a large one or another encoding."""
        try:
            with self._archive.open(member) as file:
                data = file.read(_MOST_AT_ONCE + 1)
            text = data.decode("utf-8-sig") if len(data) <= _MOST_AT_ONCE else ""
        except (UnicodeError, *_BROKEN):
            return ""
        self._left -= len(data) if text else 0
        if self._left < 0:
            raise Trouble("file-too-large", name=self.name)
        return text

    def _read(
        self,
        pieces: Iterable[bytes],
        start: Callable[[str, Attributes], None],
        end: Callable[[str], None] = lambda _tag: None,
        words: Callable[[str], None] | None = None,
    ) -> None:
        parser: Any = expat.ParserCreate()
        depth = 0
        bare = _Bare()

        def on_start(tag: str, attributes: Attributes) -> None:
            nonlocal depth
            depth += 1
            self._since = 0
            if depth > _DEEPEST:
                raise Trouble("file-unsafe", name=self.name)
            start(bare[tag], attributes)

        def on_end(tag: str) -> None:
            nonlocal depth
            depth -= 1
            end(bare[tag])

        parser.buffer_text = True
        parser.buffer_size = 1 << 16
        parser.StartElementHandler, parser.EndElementHandler = on_start, on_end
        if words is not None:
            parser.CharacterDataHandler = words
        parser.StartDoctypeDeclHandler = self._refuse
        try:
            for piece in pieces:
                parser.Parse(piece, False)
            parser.Parse(b"", True)
        except (expat.ExpatError, *_BROKEN):
            raise damaged(self.name) from None

    def _pieces(self, member: str) -> Iterator[bytes]:
        with self._archive.open(member) as file:
            while piece := file.read(_PIECE):
                self._left -= len(piece)
                self._since += len(piece)
                if self._left < 0 or self._since > _LONGEST_STRETCH:
                    raise Trouble("file-too-large", name=self.name)
                yield piece

    def _refuse(self, *_: object) -> None:
        raise Trouble("file-unsafe", name=self.name)


class _Bare(dict[str, str]):
    """The names of elements without the prefix of a namespace, each worked out once."""

    def __missing__(self, tag: str) -> str:
        bare = tag[tag.rfind(":") + 1 :]
        if len(self) < _MOST_NAMES:
            self[tag] = bare
        return bare


def number_of(text: str | None) -> int:
    """Return a small number of an attribute, 0 for what is none."""
    return int(text) if text and text.isdigit() and len(text) < 9 else 0
