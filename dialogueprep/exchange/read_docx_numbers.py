"""The numbers that Word counts itself, as a reader of the document sees them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import islice
from xml.etree import ElementTree as ET

from dialogueprep.domain.briefs.numbering import chinese, ganada
from dialogueprep.exchange.read_xml import local, readings

_LEVELS, _ALPHABET = 9, 26
_MOST = 99
"""Up to this number letters are counted."""
_BULLETS = frozenset({"o"})
"""What Word draws a ring with."""
_AROUND = " .,:()[]、。．（）-–—\t"
_Level = tuple[str, str, int]
"""How a level counts, what it puts before a paragraph, and with which number it begins."""


class Numbers:
    """Counts the numbered paragraphs of a document in their order."""

    def __init__(self, numbering: ET.Element | None, styles: ET.Element | None) -> None:
        lists = list(numbering) if numbering is not None else []
        self._levels = {_of(e, "abstractNumId"): _levels(e) for e in _named(lists, "abstractNum")}
        self._instances = {_of(e, "numId"): _instance(e) for e in _named(lists, "num")}
        self._styles = {_of(s, "styleId"): s for s in (styles if styles is not None else ())}
        self._counts: dict[str, dict[int, int]] = {}
        self._begun: set[tuple[str, int]] = set()

    def of(self, paragraph: ET.Element) -> str:
        """Return the number of a paragraph, "" for none; bullets are no number."""
        kind, text = self._label(paragraph)
        return "" if kind in ("bullet", "none") else text

    def have_letters(self) -> bool:
        """Return whether some label has letters: its own, or those that it counts in."""
        levels = (level for levels in self._levels.values() for level in levels.values())
        return any(
            kind in _LETTERS or (_has_letter(text) and text not in _BULLETS)
            for kind, text, _ in levels
        )

    def labelled(self, root: ET.Element) -> Iterator[str]:
        """Yield each paragraph that begins with letters which its list puts there, and those
        letters alone where no other stand behind them."""
        for paragraph in root.iter():
            if local(paragraph) != "p":
                continue
            label = self._label(paragraph)[1].strip()
            text = next(iter(readings(paragraph)), "")
            if label in _BULLETS or not _has_letter(label):
                continue
            if not text:
                yield label.strip(_AROUND)
            elif label[-1].isalpha() and text[0].isalpha():
                yield label + text

    def _label(self, paragraph: ET.Element) -> tuple[str, str]:
        """Return how the level of a paragraph counts, and what it puts before it."""
        instance, level = self._place(paragraph)
        abstract, starts = self._instances.get(instance, ("", {}))
        levels = self._levels.get(abstract, {})
        if level not in levels:
            return "none", ""
        counts = self._counts.setdefault(abstract, {})
        if level in starts and (instance, level) not in self._begun:
            self._begun.add((instance, level))
            counts[level] = starts[level] - 1
        counts[level] = counts.get(level, levels[level][2] - 1) + 1
        for lower in [each for each in counts if each > level]:
            del counts[lower]
        kind, text, _ = levels[level]
        return kind, re.sub(r"%([1-9])", lambda m: _counted(counts, levels, int(m[1]) - 1), text)

    def _place(self, paragraph: ET.Element) -> tuple[str, int]:
        own = _number_of(paragraph)
        style = next((_of(e, "val") for e in paragraph.iter() if local(e) == "pStyle"), "")
        for _ in range(_LEVELS):
            if own is not None or style not in self._styles:
                break
            own = _number_of(self._styles[style])
            style = _of(_child(self._styles[style], "basedOn"), "val")
        return own if own is not None else ("", 0)


def _counted(counts: dict[int, int], levels: dict[int, _Level], level: int) -> str:
    """Return how far a level has counted, in the letters in which it counts."""
    kind, _, start = levels.get(level, ("decimal", "", 1))
    number = counts.get(level, start)
    return _LETTERS.get(kind, str)(number) if 0 < number <= _MOST else str(number)


def _lettered(number: int) -> str:
    """Return a number as Word counts in letters: A to Z, then AA, BB (ECMA-376, 17.18.59)."""
    times, letter = divmod(number - 1, _ALPHABET)
    return chr(ord("A") + letter) * (times + 1)


_LETTERS: dict[str, Callable[[int], str]] = {
    "chineseCountingThousand": chinese,
    "ganada": ganada,
    "upperLetter": _lettered,
    "lowerLetter": lambda number: _lettered(number).lower(),
}


def _has_letter(text: str) -> bool:
    return any(letter.isalpha() for letter in text)


def _named(elements: list[ET.Element], name: str) -> Iterator[ET.Element]:
    return (e for e in elements if local(e) == name)


def _of(element: ET.Element | None, name: str) -> str:
    if element is None:
        return ""
    return next((v for k, v in element.attrib.items() if k.rpartition("}")[2] == name), "")


def _number(text: str, usual: int) -> int:
    """Return a number of the format; the usual one where a file has none or no number there."""
    return int(text) if text.isascii() and text.isdecimal() and len(text) < _LEVELS else usual


def _child(element: ET.Element | None, *names: str) -> ET.Element | None:
    for name in names:
        children = list(element) if element is not None else []
        element = next(_named(children, name), None)
    return element


def _levels(abstract: ET.Element) -> dict[int, _Level]:
    return {
        _number(_of(level, "ilvl"), 0): (
            _of(_child(level, "numFmt"), "val"),
            _of(_child(level, "lvlText"), "val"),
            _number(_of(_child(level, "start"), "val"), 1),
        )
        for level in islice(_named(list(abstract), "lvl"), _LEVELS)
    }


def _instance(num: ET.Element) -> tuple[str, dict[int, int]]:
    starts = {
        _number(_of(change, "ilvl"), 0): _number(_of(_child(change, "startOverride"), "val"), 1)
        for change in _named(list(num), "lvlOverride")
    }
    return _of(_child(num, "abstractNumId"), "val"), starts


def _number_of(element: ET.Element) -> tuple[str, int] | None:
    """Return list and level that the properties of a paragraph or a style name, or None."""
    properties = _child(element, "pPr", "numPr")
    if properties is None:
        return None
    level = _of(_child(properties, "ilvl"), "val")
    return _of(_child(properties, "numId"), "val"), _number(level, 0)
