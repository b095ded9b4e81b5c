"""XML of a foreign Word file copied by an allow-list: looks, words and page numbers, nothing else.

What is copied is written anew, element by element. What is not known is left out with all that
is in it; what only wraps words (a link, a content control, a tracked insertion) is taken off them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any
from xml.etree import ElementTree as ET
from xml.sax.saxutils import escape, quoteattr

from dialogueprep.exchange.read_xml import local

_OFFICE = "http://schemas.openxmlformats.org/"
_DRAWING = f"{_OFFICE}drawingml/2006/"
PREFIXES: Mapping[str, str] = {
    f"{_OFFICE}wordprocessingml/2006/main": "w",
    f"{_OFFICE}officeDocument/2006/relationships": "r",
    f"{_OFFICE}markup-compatibility/2006": "mc",
    f"{_DRAWING}main": "a",
    f"{_DRAWING}picture": "pic",
    f"{_DRAWING}wordprocessingDrawing": "wp",
    "http://schemas.microsoft.com/office/word/2010/wordprocessingShape": "wps",
}
"""The namespaces whose elements can be copied."""
DECLARED = " ".join(f'xmlns:{prefix}="{uri}"' for uri, prefix in PREFIXES.items())

_LOOKS = """pPr keepNext keepLines pageBreakBefore widowControl suppressLineNumbers pBdr top left
bottom right between bar start end shd tabs suppressAutoHyphens kinsoku wordWrap overflowPunct
topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd snapToGrid spacing ind contextualSpacing
mirrorIndents jc textDirection textAlignment outlineLvl rPr rFonts b bCs i iCs caps smallCaps strike
dstrike outline shadow emboss imprint color w kern position sz szCs highlight u effect bdr vertAlign
em lang tblPr tblW tblInd tblBorders insideH insideV tblLayout tblCellMar tblLook
tab
tblStyleRowBandSize tblStyleColBandSize tblpPr tblCellSpacing trPr cantSplit trHeight tblHeader
tcPr tcW gridSpan vMerge tcBorders noWrap tcMar vAlign hideMark tblStylePr tl2br tr2bl"""
LOOKS = frozenset(_LOOKS.split())
"""Elements that say how something looks."""
_FLOW = """p r t tab br cr noBreakHyphen tbl tblGrid gridCol tr tc pStyle rStyle tblStyle drawing
txbxContent"""
FLOW = LOOKS | frozenset(_FLOW.split())
"""Elements of running text, tables and pictures."""
_WRAPS = frozenset(
    ["hyperlink", "sdt", "sdtContent", "smartTag", "ins", "moveTo", "customXml", "dir", "bdo"]
)
_NAMES = frozenset({"pStyle", "rStyle", "tblStyle", "basedOn", "next", "link"})
_PAGE_FIELD = re.compile(r"\s*(PAGE|NUMPAGES|SECTIONPAGES)\b")
_PERSONAL = re.compile(r"rsid|author|initials|date|anchorId|editId|link$|dirty", re.IGNORECASE)
_DRAWN = frozenset({"a", "pic", "wp", "wps", "mc"})
_NOT_DRAWN = frozenset(["extLst", "hlinkClick", "hlinkHover", "Fallback", "snd", "cNvPicPr2"])


@dataclass(slots=True)
class Cleaning:
    """Copies elements; knows which styles and pictures come along, and notes what does not.

    ``styles`` gives the new id of a style; ``picture`` the new id of a picture, "" for none.
    """

    styles: Mapping[str, str]
    allowed: frozenset[str]
    picture: Callable[[str], str] = field(default=lambda _id: "")
    left: list[str] = field(default_factory=list[str])
    drawings: int = 1000

    def inside(self, elements: Iterable[ET.Element]) -> str:
        """Return copies of the elements that may be copied, as XML."""
        made: list[str] = []
        fields: list[_Field] = []
        for element in elements:
            if _in_fields(element, fields):
                continue
            if fields:
                fields[-1].words += self.copied(element) if fields[-1].shown else ""
            else:
                made.append(self.copied(element))
            made += _ended(fields)
        return "".join(made)

    def copied(self, element: ET.Element) -> str:
        """Return one element as XML, "" for what is left out."""
        prefix, name = _prefix(element), local(element)
        if prefix == "w" and name in _WRAPS:
            return self.inside(element)
        if prefix == "w" and name == "fldSimple":
            return self._simple_field(element)
        if name == "drawing" and not self._can_draw(element):
            self.left.append("drawing")
            return ""
        if not self._may(prefix, name):
            if name in ("pict", "object", "AlternateContent", "del"):
                self.left.append(name)
            return ""
        return self._written(element, prefix, name)

    def _may(self, prefix: str, name: str) -> bool:
        if prefix == "w":
            return name in self.allowed
        return prefix in _DRAWN and name not in _NOT_DRAWN and "drawing" in self.allowed

    def _written(self, element: ET.Element, prefix: str, name: str) -> str:
        attributes = self._attributes(element, name)
        if attributes is None:
            return ""
        words = escape(element.text or "") if name in ("t", "posOffset", "align") else ""
        if name == "t" and prefix == "w":
            attributes = ' xml:space="preserve"'
        inside = words + self.inside(element)
        tag = f"{prefix}:{name}"
        return f"<{tag}{attributes}>{inside}</{tag}>" if inside else f"<{tag}{attributes}/>"

    def _attributes(self, element: ET.Element, name: str) -> str | None:
        """Return the attributes that may be copied, or None where the element means nothing
        without one that may not."""
        made: list[str] = []
        for key, value in element.attrib.items():
            uri, _, attribute = key.rpartition("}")
            prefix = PREFIXES.get(uri.lstrip("{"), "?") if uri else ""
            if name in _NAMES and attribute == "val" and value not in self.styles:
                return None
            copied = self._value(prefix, name, attribute, value)
            if copied is not None:
                full = f"{prefix}:{attribute}" if prefix else attribute
                made.append(f" {full}={quoteattr(copied)}")
        return "".join(made)

    def _value(self, prefix: str, name: str, attribute: str, value: str) -> str | None:
        if prefix in ("?", "mc") or _PERSONAL.search(attribute):
            return None
        if prefix == "r":
            return (self.picture(value) or None) if attribute == "embed" else None
        if name in _NAMES and attribute == "val":
            return self.styles[value]
        if name in ("docPr", "cNvPr") and attribute in ("id", "name", "title"):
            return {"id": self._next(), "name": "Picture"}.get(attribute, "")
        return value

    def _next(self) -> str:
        """Return a number that no drawing of the document has."""
        self.drawings += 1
        return str(self.drawings)

    def _can_draw(self, drawing: ET.Element) -> bool:
        """Return whether all pictures of a drawing come along and nothing else is in it."""
        for element in drawing.iter():
            if local(element) == "blip":
                embedded = next((v for k, v in element.attrib.items() if k.endswith("embed")), "")
                if not self.picture(embedded):
                    return False
            if local(element) == "graphicData":
                uri = element.attrib.get("uri", "")
                if not uri.endswith(("/picture", "/wordprocessingShape")):
                    return False
        return True

    def _simple_field(self, element: ET.Element) -> str:
        code = next((v for k, v in element.attrib.items() if k.endswith("instr")), "")
        if not _PAGE_FIELD.match(code):
            self.left.append("field")
            return ""
        return _page_field(code, self.inside(element))


@dataclass(slots=True)
class _Field:
    """A field of several runs while it is read."""

    code: str = ""
    words: str = ""
    shown: bool = False
    ended: bool = False


def _in_fields(element: ET.Element, fields: list[_Field]) -> bool:
    """Follow the marks of fields in a run; return whether the run is one of their marks."""
    marked = False
    for inner in element if local(element) == "r" else ():
        if local(inner) == "fldChar":
            kind = next((v for k, v in inner.attrib.items() if k.endswith("fldCharType")), "")
            marked = True
            if kind == "begin":
                fields.append(_Field())
            elif fields and kind == "separate":
                fields[-1].shown = True
            elif fields and kind == "end":
                fields[-1].ended = True
        elif local(inner) == "instrText" and fields:
            fields[-1].code += inner.text or ""
            marked = True
    return marked and not (fields and fields[-1].ended)


def _ended(fields: list[_Field]) -> list[str]:
    """Return the fields that have ended as the document holds them."""
    made: list[str] = []
    while fields and fields[-1].ended:
        done = fields.pop()
        if _PAGE_FIELD.match(done.code):
            made.append(_page_field(done.code, done.words))
    return made


def _page_field(code: str, words: str) -> str:
    found = _PAGE_FIELD.match(code)
    name = found[1] if found else "PAGE"
    run = re.sub(r"(<w:t\b[^>]*>)[^<]*", r"\g<1>1", words, count=1) if "<w:t" in words else ""
    run = run or "<w:r><w:t>1</w:t></w:r>"
    return f'<w:fldSimple w:instr=" {name} ">{run}</w:fldSimple>'


def _prefix(element: ET.Element) -> str:
    tag: Any = element.tag  # of a comment it is a function
    return PREFIXES.get(tag.rpartition("}")[0].lstrip("{"), "") if isinstance(tag, str) else ""
