"""The styles of a house's Word file, matched with those that the documents of this program use."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from xml.etree import ElementTree as ET
from xml.sax.saxutils import quoteattr

from dialogueprep.exchange.read_xml import local
from dialogueprep.exchange.word_cleaning import LOOKS, Cleaning

NAMES: Mapping[str, tuple[str, ...]] = {
    "Normal": ("normal",),
    "Heading1": ("heading 1",),
    "Heading2": ("heading 2",),
    "Title": ("title",),
    "Subtitle": ("subtitle",),
    "ListBullet": ("list bullet",),
    "Caption": ("caption",),
    "TOCHeading": ("toc heading",),
    "TOC1": ("toc 1",),
    "TOC2": ("toc 2",),
    "Strong": ("strong",),
    "Header": ("header",),
    "Footer": ("footer",),
}
"""The id of a style in our documents, and its name in any Word file."""
NEEDED = ("Normal", "Heading1", "Heading2", "Title", "ListBullet", "Caption", "BriefTable")
"""Styles whose lack is said."""

_NUMBERED = {"Heading1": (2, 0), "Heading2": (2, 1), "ListBullet": (1, 0)}
_BEFORE_NUMBER = frozenset({"keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl"})
_OF_STYLE = LOOKS | {"qFormat", "uiPriority", "semiHidden", "unhideWhenUsed"}


def _value(element: ET.Element | None, name: str = "val") -> str:
    found = element.attrib.items() if element is not None else ()
    return next((v for k, v in found if k.rpartition("}")[2] == name), "")


def _child(element: ET.Element, name: str) -> ET.Element | None:
    return next((e for e in element if local(e) == name), None)


class Styles:
    """The styles of one file by id, and the new ids of those that come along."""

    def __init__(self, root: ET.Element) -> None:
        self._root = root
        self._all = {_value(e, "styleId"): e for e in root if local(e) == "style"}
        self.new_ids: dict[str, str] = {}
        for ours, names in NAMES.items():
            if found := self._named(names):
                self.new_ids.setdefault(found, ours)
        if table := self._table():
            self.new_ids.setdefault(table, "BriefTable")

    def _named(self, names: tuple[str, ...]) -> str:
        for id_, style in self._all.items():
            if _value(_child(style, "name")).lower() in names:
                return id_
        return ""

    def _table(self) -> str:
        """Return the style for tables: the house's own first, else the plain grid."""
        tables = {i: s for i, s in self._all.items() if _value(s, "type") == "table"}
        own = [i for i, s in tables.items() if _value(s, "customStyle") in ("1", "true")]
        return own[0] if own else self._named(("table grid",))

    @property
    def missing(self) -> tuple[str, ...]:
        """Our ids of the needed styles that the file does not have."""
        held = set(self.new_ids.values())
        return tuple(id_ for id_ in NEEDED if id_ not in held)

    def bring(self, ids: Iterable[str]) -> None:
        """Let further styles come along, and those that they build upon."""
        for wanted in [*ids, *self.new_ids]:
            at = wanted
            while at in self._all and (at not in self.new_ids or at == wanted):
                self.new_ids.setdefault(at, self._new_id(at))
                at = _value(_child(self._all[at], "basedOn"))

    def _new_id(self, id_: str) -> str:
        style = self._all[id_]
        if _value(style, "default") in ("1", "true") and (own := _OURS.get(_value(style, "type"))):
            return own
        return f"House{len(self.new_ids) + 1}"

    def xml(self) -> str:
        """Return the defaults and the styles that come along, cleaned."""
        return self._defaults() + "".join(self._styles())

    def _defaults(self) -> str:
        held = next((e for e in self._root if local(e) == "docDefaults"), None)
        cleaning = Cleaning(self.new_ids, LOOKS | {"docDefaults", "rPrDefault", "pPrDefault"})
        return cleaning.copied(held) if held is not None else ""

    def _styles(self) -> Iterator[str]:
        kept = {old: new for old, new in self.new_ids.items() if old in self._all}
        for old in self._all:
            if old in kept and kept[old] not in _OURS.values():
                yield _style(self._all[old], kept[old], Cleaning(kept, _OF_STYLE | _LINKS))


_OURS = {"character": "DefaultParagraphFont", "table": "TableNormal"}
"""Styles that every document has of its own, by type."""
_LINKS = frozenset({"basedOn", "next"})


def _style(style: ET.Element, id_: str, cleaning: Cleaning) -> str:
    kind = _value(style, "type") or "paragraph"
    default = ' w:default="1"' if _value(style, "default") in ("1", "true") else ""
    custom = ' w:customStyle="1"' if _value(style, "customStyle") in ("1", "true") else ""
    name = _value(_child(style, "name")) or id_
    numbered = _NUMBERED.get(id_)
    inside = "".join(
        _paragraph(child, cleaning, numbered) if local(child) == "pPr" else cleaning.copied(child)
        for child in style
    )
    if numbered and _child(style, "pPr") is None:
        inside = _with_paragraph(inside, _number(numbered))
    return (
        f'<w:style w:type="{kind}"{default}{custom} w:styleId="{id_}">'
        f"<w:name w:val={quoteattr(name)}/>{inside}</w:style>"
    )


def _with_paragraph(inside: str, number: str) -> str:
    at = inside.find("<w:rPr")
    at = len(inside) if at < 0 else at
    return f"{inside[:at]}<w:pPr>{number}</w:pPr>{inside[at:]}"


def _paragraph(element: ET.Element, cleaning: Cleaning, numbered: tuple[int, int] | None) -> str:
    """Return the properties of a paragraph, with our list in the place that the schema wants."""
    if not numbered:
        return cleaning.copied(element)
    first = [e for e in element if local(e) in _BEFORE_NUMBER]
    rest = [e for e in element if local(e) not in _BEFORE_NUMBER]
    before, after = cleaning.inside(first), cleaning.inside(rest)
    return f"<w:pPr>{before}{_number(numbered)}{after}</w:pPr>"


def _number(numbered: tuple[int, int]) -> str:
    instance, level = numbered
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{instance}"/></w:numPr>'
