"""Words that a style or a colour hides: what stands around them is seen as one."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree import ElementTree as ET

from dialogueprep.exchange.read_xml import HIDES, MIXED, OFF, local

_NAMES = frozenset({"name", "styleId"})
_UNSEEN = frozenset({("color", "ffffff"), ("sz", "1"), ("sz", "2"), ("sz", "3")})
"""White letters, and those of a point and a half at most (ECMA-376, 17.3.2.38)."""


def hiding_styles(root: ET.Element) -> set[str]:
    """Return what the styles are called whose words are not shown."""
    found: set[str] = set()
    for style in root.iter():
        if local(style) == "style" and any(_hides(e) for e in style.iter()):
            found |= {v for k, v in style.attrib.items() if k.rpartition("}")[2] in _NAMES}
    return found


def _hides(element: ET.Element) -> bool:
    if local(element) in HIDES:
        return not OFF.intersection(element.attrib.values())
    return any(k.endswith("}display") and v == "none" for k, v in element.attrib.items())


def mark_hidden(root: ET.Element, styles: frozenset[str]) -> None:
    """Mark the runs of Word as hidden whose style is not shown, or that are white or hardly a
    point high."""
    for run in root.iter():
        about = run[0] if local(run) == "r" and len(run) else None
        if about is not None and local(about) == "rPr":
            looks = {(local(e), v) for e in about for v in e.attrib.values()}
            plain = {(k, v.lower()) for k, v in looks}
            if plain & _UNSEEN or any(k == "rStyle" and v in styles for k, v in looks):
                ET.SubElement(about, f"{run.tag[:-1]}vanish")


def without_hidden(root: ET.Element, styles: frozenset[str]) -> Iterator[str]:
    """Yield the paragraphs of OpenDocument without the words whose style is not shown."""
    if not styles:
        return
    for element in root.iter():
        if local(element) in MIXED and any(_has_style(e, styles) for e in element.iter()):
            yield "".join(_shown_below(element, styles)).strip()


def _has_style(element: ET.Element, styles: frozenset[str]) -> bool:
    return any(k.endswith("}style-name") and v in styles for k, v in element.attrib.items())


def _shown_below(element: ET.Element, styles: frozenset[str]) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        if not _has_style(child, styles):
            yield from _shown_below(child, styles)
        yield child.tail or ""
