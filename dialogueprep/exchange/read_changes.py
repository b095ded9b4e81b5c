"""Words as they stood between tracked changes, over a paragraph’s end that goes, and turned round.

A name may have been whole only when one change was made and another was not yet.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise
from xml.etree import ElementTree as ET

from dialogueprep.exchange.read_xml import local, pieces_of, readings

_NEAR = 40
_CHANGED = frozenset({"deleted", "inserted"})
_JOINS = frozenset({"del", "ins", "moveFrom", "moveTo"})
_Piece = tuple[frozenset[str], str]


def between_changes(root: ET.Element) -> Iterator[str]:
    """Yield the words around each tracked change as they were before it, with the others made, and
    as they were after it alone; in OpenDocument with what was deleted in its place."""
    paragraphs = [e for e in root.iter() if local(e) == "p"]
    for paragraph in paragraphs:
        yield from _in_paragraph(paragraph)
    for upper, lower in pairwise(paragraphs):
        if _goes_on(upper) and (read := readings(upper)) and (on := readings(lower)):
            yield read[0][-_NEAR:] + on[0][:_NEAR]
    for element in root.iter():
        if local(element) == "bdo" and "rtl" in element.attrib.values():
            yield from (text[::-1] for text in readings(element))
    yield from _in_open_document(root)


def _in_paragraph(paragraph: ET.Element) -> Iterator[str]:
    pieces = [(marks & _CHANGED, t) for marks, t in pieces_of(paragraph) if "field" not in marks]
    units = [list(group) for _, group in groupby(pieces, lambda piece: bool(piece[0]))]
    changed = [n for n, unit in enumerate(units) if unit[0][0]]
    if len(changed) < 2:
        return
    made = ["".join(_of(unit, "deleted")) for unit in units]
    were = ["".join(_of(unit, "inserted")) for unit in units]
    for n in changed:
        for here, others in ((were, made), (made, were)):
            before, after = others[max(0, n - _NEAR) : n], others[n + 1 : n + 1 + _NEAR]
            yield "".join(before)[-_NEAR:] + here[n] + "".join(after)[:_NEAR]


def _of(unit: Sequence[_Piece], without: str) -> Iterator[str]:
    return (text for marks, text in unit if without not in marks)


def _goes_on(paragraph: ET.Element) -> bool:
    """Return whether a paragraph was or becomes one with the next, or is its large first letter."""
    about = paragraph[0] if len(paragraph) else None
    if about is None or local(about) != "pPr":
        return False
    for element in about:
        if local(element) == "rPr" and any(local(e) in _JOINS for e in element):
            return True
        if local(element) == "framePr" and any(k.endswith("dropCap") for k in element.attrib):
            return True
    return False


def _in_open_document(root: ET.Element) -> Iterator[str]:
    regions = [e for e in root.iter() if local(e) == "changed-region"]
    gone = {_named(region, "id"): _deleted(region) for region in regions}
    if not any(gone.values()):
        return
    for element in root.iter():
        if local(element) in ("p", "h") and any(local(e) == "change" for e in element):
            yield "".join(_with(element, gone))


def _deleted(region: ET.Element) -> str:
    paragraphs = (p for e in region if local(e) == "deletion" for p in e if local(p) in ("p", "h"))
    return "".join("".join(p.itertext()) for p in paragraphs)


def _with(element: ET.Element, gone: dict[str, str]) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        if local(child) == "change":
            yield gone.get(_named(child, "change-id"), "")
        elif local(child):
            yield from _with(child, gone)
        yield child.tail or ""


def _named(element: ET.Element, key: str) -> str:
    return next((v for k, v in element.attrib.items() if k.rpartition("}")[2] == key), "")
