"""The numbers that Word counts itself, as a reader of the document sees them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from xml.etree import ElementTree as ET

from dialogueprep.domain.briefs.numbering import chinese, ganada
from dialogueprep.exchange.read_xml import local

_LEVELS = 9


class Numbers:
    """Counts the numbered paragraphs of a document in their order."""

    def __init__(self, numbering: ET.Element | None, styles: ET.Element | None) -> None:
        lists = list(numbering) if numbering is not None else []
        self._levels = {_of(e, "abstractNumId"): _levels(e) for e in _named(lists, "abstractNum")}
        self._instances = {_of(e, "numId"): _instance(e) for e in _named(lists, "num")}
        self._styles = {_of(s, "styleId"): s for s in (styles if styles is not None else ())}
        self._counts: dict[str, list[int]] = {}
        self._begun: set[tuple[str, int]] = set()

    def of(self, paragraph: ET.Element) -> str:
        """Return the number of a paragraph, "" for none; bullets are no number."""
        instance, level = self._place(paragraph)
        abstract, starts = self._instances.get(instance, ("", {}))
        levels = self._levels.get(abstract, {})
        if level not in levels:
            return ""
        counts = self._counts.setdefault(abstract, [0] * _LEVELS)
        if level in starts and (instance, level) not in self._begun:
            self._begun.add((instance, level))
            counts[level] = starts[level] - 1
        counts[level] += 1
        counts[level + 1 :] = [0] * (_LEVELS - level - 1)
        kind, text = levels[level]
        if kind in ("bullet", "none"):
            return ""
        return re.sub(r"%([1-9])", lambda m: _counted(counts, levels, int(m[1]) - 1), text)

    def _place(self, paragraph: ET.Element) -> tuple[str, int]:
        own = _number_of(paragraph)
        style = next((_of(e, "val") for e in paragraph.iter() if local(e) == "pStyle"), "")
        for _ in range(_LEVELS):
            if own is not None or style not in self._styles:
                break
            own = _number_of(self._styles[style])
            style = _of(_child(self._styles[style], "basedOn"), "val")
        return own if own is not None else ("", 0)


def _counted(counts: list[int], levels: dict[int, tuple[str, str]], level: int) -> str:
    """Return how far a level has counted, in the letters in which it counts."""
    kind = levels.get(level, ("decimal", ""))[0]
    return _LETTERS.get(kind, str)(counts[level] or 1)


_LETTERS: dict[str, Callable[[int], str]] = {"chineseCountingThousand": chinese, "ganada": ganada}


def _named(elements: list[ET.Element], name: str) -> Iterator[ET.Element]:
    return (e for e in elements if local(e) == name)


def _of(element: ET.Element | None, name: str) -> str:
    if element is None:
        return ""
    return next((v for k, v in element.attrib.items() if k.rpartition("}")[2] == name), "")


def _child(element: ET.Element | None, *names: str) -> ET.Element | None:
    for name in names:
        children = list(element) if element is not None else []
        element = next(_named(children, name), None)
    return element


def _levels(abstract: ET.Element) -> dict[int, tuple[str, str]]:
    return {
        int(_of(level, "ilvl") or 0): (
            _of(_child(level, "numFmt"), "val"),
            _of(_child(level, "lvlText"), "val"),
        )
        for level in _named(list(abstract), "lvl")
    }


def _instance(num: ET.Element) -> tuple[str, dict[int, int]]:
    starts = {
        int(_of(change, "ilvl") or 0): int(_of(_child(change, "startOverride"), "val") or 1)
        for change in _named(list(num), "lvlOverride")
    }
    return _of(_child(num, "abstractNumId"), "val"), starts


def _number_of(element: ET.Element) -> tuple[str, int] | None:
    """Return list and level that the properties of a paragraph or a style name, or None."""
    properties = _child(element, "pPr", "numPr")
    if properties is None:
        return None
    level = _of(_child(properties, "ilvl"), "val")
    return _of(_child(properties, "numId"), "val"), int(level or 0)
