"""What a finished file may hold, part by part: the elements of Word, the keys of a PDF.

What the writers write is listed here, and nothing else: a file with an element or a key beyond
that holds something that nobody decided on, such as an author, a revision mark or a comment.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

from dialogueprep.exchange.pdf_lock import unlocked
from dialogueprep.exchange.read_pdf_library import objects
from dialogueprep.exchange.read_xml import local, parse_xml
from dialogueprep.exchange.word_cleaning import FLOW, PREFIXES

_PACKAGE = """Default Override Types Relationship Relationships coreProperties language title"""
_TEXT = """body bookmarkEnd bookmarkStart docPartGallery docPartObj docPartUnique document fldChar
fldSimple footerReference ftr hdr headerReference hyperlink ilvl instrText numId numPr
pgBorders pgMar pgSz sdt sdtContent sdtPr sectPr tblCaption tblDescription titlePg"""
_STYLES = """abstractNum abstractNumId altName aliases basedOn characterSpacingControl charset
compat compatSetting defaultTabStop docDefaults family fonts link lvl lvlJc lvlText lvlRestart
lvlOverride multiLevelType name next num numFmt numbering pPrDefault pitch qFormat rPrDefault
startOverride doNotExpandShiftReturn
removeDateAndTime removePersonalInformation semiHidden settings start strictFirstAndLastChars
style styles suff uiPriority
unhideWhenUsed updateFields zoom font"""
_OURS = frozenset(f"{_PACKAGE} {_TEXT} {_STYLES}".split()) | FLOW
_DRAWN = frozenset({"a", "pic", "wp", "wps", "mc"})
_NOT_DRAWN = frozenset(["extLst", "hlinkClick", "hlinkHover", "Fallback", "snd"])
_PERSONAL = re.compile(r"rsid|author|initials|date|paraId|textId|creat|modif", re.IGNORECASE)
_PACKAGED = (
    "http://schemas.openxmlformats.org/package/2006/",
    "http://purl.org/dc/elements/1.1/",
    "http://www.w3.org/XML/1998/namespace",
)

_FILE = """Root Info ID Size Prev Encrypt XRefStm Type Catalog Pages Lang Outlines PageMode
ViewerPreferences DisplayDocTitle Count Kids Title Extensions ADBE BaseVersion ExtensionLevel"""
_PAGE = """Annots Contents MediaBox Parent Resources Rotate Trans Font ProcSet XObject First Last
Next Dest Border Rect Subtype"""
_FONT = """BaseFont FirstChar FontDescriptor LastChar Name ToUnicode Widths Ascent CapHeight
Descent Flags FontBBox FontFile2 FontName ItalicAngle MissingWidth StemV Length1"""
_DATA = """Filter Length DecodeParms Predictor Colors Columns BitsPerComponent ColorSpace Width
Height SMask Decode Mask Interpolate Index W N Extends"""
KEYS = frozenset(f"/{key}" for key in f"{_FILE} {_PAGE} {_FONT} {_DATA}".split())
"""Every key that an object of a PDF may have; names of fonts and pictures are told apart."""
_RESOURCE = re.compile(r"/F\d+\+\d+|/FormXob\.[0-9a-f]+")
_TITLE_ONLY = frozenset({"/Title"})


def strangers(path: Path, password: str = "") -> tuple[str, ...]:
    """Return what a finished file holds that no file of this program does: part and element of a
    Word file, key of a PDF; nothing where all is as it is written."""
    data = path.read_bytes()
    if path.suffix.lower() == ".docx":
        return tuple(_in_package(data))
    return tuple(_in_pdf(unlocked(data, password, path.name) if password else data))


def _in_package(data: bytes) -> Iterator[str]:
    with ZipFile(BytesIO(data)) as archive:
        if archive.comment:
            yield "the archive: comment"
        for info in archive.infolist():
            if info.comment or info.extra:
                yield f"{info.filename}: comment"
            if info.filename.endswith((".xml", ".rels")):
                yield from _in_part(info.filename, archive.read(info))
            elif not info.filename.endswith(".png"):
                yield info.filename


def _in_part(name: str, content: bytes) -> Iterator[str]:
    if b"<!--" in content or re.search(rb"<\?(?!xml )", content):
        yield f"{name}: comment"
    for element in parse_xml(content).iter():
        if not _is_ours(str(element.tag)):
            yield f"{name}: {local(element)}"
        if element.attrib:
            yield from (f"{name}: {a}" for a in element.attrib if _is_personal(a))
            if element.attrib.get("TargetMode"):
                yield f"{name}: TargetMode"


@lru_cache(maxsize=4096)
def _is_ours(tag: str) -> bool:
    uri, _, name = tag.rpartition("}")
    uri = uri.lstrip("{")
    prefix = PREFIXES.get(uri, "")
    if prefix in _DRAWN:
        return name not in _NOT_DRAWN
    return name in _OURS and (prefix == "w" or uri.startswith(_PACKAGED))


@lru_cache(maxsize=4096)
def _is_personal(attribute: str) -> bool:
    return _PERSONAL.search(attribute.rpartition("}")[2]) is not None


def _in_pdf(data: bytes) -> Iterator[str]:
    with objects().open(BytesIO(data)) as pdf:
        yield from _keys(pdf.trailer, KEYS)
        info = pdf.trailer.get("/Info")
        if info is not None:
            yield from _keys(info, _TITLE_ONLY)
        for each in pdf.objects:
            yield from _keys(each, KEYS)


def _keys(value: Any, allowed: frozenset[str]) -> Iterator[str]:
    """Yield the keys of an object, and of what is in it, that are not allowed."""
    library = objects()
    if isinstance(value, library.Array):
        for inner in value:
            if not getattr(inner, "is_indirect", False):
                yield from _keys(inner, allowed)
    elif isinstance(value, library.Dictionary | library.Stream):
        for key in value.keys():  # noqa: SIM118
            if key not in allowed and not _RESOURCE.fullmatch(key):
                yield f"object: {key}"
            inner = value[key]
            if not getattr(inner, "is_indirect", False):
                yield from _keys(inner, allowed)
