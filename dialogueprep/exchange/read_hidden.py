"""Words that a style or a colour hides: what stands around them is seen as one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree import ElementTree as ET

from dialogueprep.exchange.read_mixed import MIXED
from dialogueprep.exchange.read_xml import HIDES, OFF, local

_NAMES = frozenset({"name", "styleId"})
_DEEPEST = 12
_WHITE = re.compile(r"(?:[ef][0-9a-f]){3}")
_UNSEEN = frozenset(
    {("sz", "1"), ("sz", "2"), ("sz", "3"), ("w", "1"), ("w", "2")}
    | {("color", "background1"), ("color", "light1"), ("noFill", "")}
)
"""Letters of a point and a half at most, too narrow to be seen, in the colour of the paper or in
none (ECMA-376, 17.3.2.6, 17.3.2.38, 17.3.2.43)."""
_COLOURS = frozenset({"color", "srgbClr"})


def hiding_styles(root: ET.Element) -> set[str]:
    """Return what the styles are called whose words are not shown, or that are made of one."""
    styles = [style for style in root.iter() if local(style) == "style"]
    found: set[str] = set()
    for style in styles:
        if any(_hides(e) for e in style.iter()):
            found |= _names_of(style)
    for _ in range(_DEEPEST):
        made = (s for s in styles if any(local(e) == "basedOn" and _is_of(e, found) for e in s))
        more = found.union(*map(_names_of, made))
        if more == found:
            break
        found = more
    return found


def _names_of(style: ET.Element) -> set[str]:
    return {v for k, v in style.attrib.items() if k.rpartition("}")[2] in _NAMES}


def _is_of(element: ET.Element, styles: set[str]) -> bool:
    return not styles.isdisjoint(element.attrib.values())


def _hides(element: ET.Element) -> bool:
    if local(element) in HIDES:
        return not OFF.intersection(element.attrib.values())
    return any(
        (k.endswith("}display") and v == "none")
        or (k.endswith("compatible:1.0}color") and _WHITE.fullmatch(v.lower().strip("#")))
        for k, v in element.attrib.items()
    )


def mark_hidden(root: ET.Element, styles: frozenset[str]) -> None:
    """Mark the runs of Word as hidden whose style is not shown, or that are white or hardly a
    point high."""
    for run in root.iter():
        about = run[0] if local(run) == "r" and len(run) else None
        if about is None or local(about) != "rPr":
            continue
        if any(_is_unseen(e) or _is_styled(e, styles) for e in about.iter()):
            ET.SubElement(about, f"{run.tag[:-1]}vanish")


def _is_unseen(element: ET.Element) -> bool:
    kind = local(element)
    values = [value.lower() for value in element.attrib.values()] or [""]
    if kind in _COLOURS and any(_WHITE.fullmatch(value) for value in values):
        return True
    return any((kind, value) in _UNSEEN for value in values)


def _is_styled(element: ET.Element, styles: frozenset[str]) -> bool:
    return local(element) == "rStyle" and not styles.isdisjoint(element.attrib.values())


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
