"""Words split over elements of mixed content, as OpenDocument, drawings and comments keep them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree import ElementTree as ET

from dialogueprep.exchange.read_xml import PARAGRAPHS, WORDS, local, readings

MIXED = frozenset({"p", "h", "text", "title", "desc", "flowPara", "si", "div"})
"""Paragraphs of OpenDocument, of drawings (SVG) and of comments in a workbook."""
_APART = MIXED | {"annotation", "creator", "date", "note", "note-citation", "note-body"}
"""What stands within a paragraph and is not part of its line: comments and footnotes."""
_IN_LINE = frozenset({"annotation", "note", "frame", "custom-shape", "text-box"})
_ASIDE = "\0"
_AROUND_ASIDE = re.compile(r"(?<![^\W\d_])[^\W\d_]+(?:\0+[^\W\d_]+)+")
_RUBY = frozenset({"ruby-text", "rt", "rp"})
_HEADS = re.compile("(?:odd|even|first)(?:Header|Footer)")
_HEAD_CODES = re.compile(r'&(?:"[^"]*"|K[0-9A-Fa-f]{6}|\d+|[A-Za-z])')
_GAPS = {"s": " ", "tab": "\t", "line-break": "\n"}
_BREAKS = frozenset({"br", "cr", "line-break"})
_OVER_BREAK = re.compile(r"(?<![^\W\d_])([^\W\d_]+)\n(?=([^\W\d_]+))")
_LEAST_BROKEN = 6
"""Letters of a word that a break parts; of short ones two make another by chance."""
_DEEPEST = 12
"""Paragraphs in one another are read each to this depth; deeper ones within those around them."""


def other_readings(root: ET.Element) -> Iterator[str]:
    """Yield what the format writes otherwise than it shows: words split over elements of mixed
    content, heads of printed sheets without their codes."""
    for element, depth in _with_depth(root):
        name = local(element)
        if depth > _DEEPEST:
            continue
        if _HEADS.fullmatch(name) and "&" in (element.text or ""):
            yield _HEAD_CODES.sub(_in_head, element.text or "")
        elif name in MIXED and len(element):
            yield from _joined(element)
        if name == "p":
            yield from _over_breaks(element)
    if any(e.tail and e.tail.strip() for e in root.iter()):
        yield "".join(_words_below(root)).strip()
    if local(root) == "svg":  # letters may be placed one by one
        yield "".join(e.text or "" for e in root.iter() if local(e) in ("text", "tspan"))


def _with_depth(root: ET.Element) -> Iterator[tuple[ET.Element, int]]:
    """Yield the elements in their order, each with how many paragraphs it stands in."""
    waiting = [(root, 0)]
    while waiting:
        element, depth = waiting.pop()
        yield element, depth
        below = depth + (local(element) in MIXED)
        waiting += ((child, below) for child in reversed(element))


def _in_head(code: re.Match[str]) -> str:
    """Return what a code in the head of a printed sheet does: begins a section, puts a page or a
    date there, or only shows what follows otherwise (ECMA-376, 18.3.1.46)."""
    sign = code[0][1:]
    return "\n" if sign in "LCR" else " " if sign in "PNDTAFGZ" else ""


def _over_breaks(paragraph: ET.Element) -> Iterator[str]:
    """Yield words that a break of the line parts without a hyphen."""
    if any(local(e) in _BREAKS for e in paragraph.iter()):
        text = "".join(_words_below(paragraph))
        for whole in (text, *readings(paragraph)):
            words = (m[1] + m[2] for m in _OVER_BREAK.finditer(whole))
            yield from (word for word in words if len(word) >= _LEAST_BROKEN)


def _joined(element: ET.Element) -> Iterator[str]:
    """Yield the words of an element and those below it, where several elements hold them."""
    words = _words_below(element)
    if sum(bool(text.strip()) for text in words) > 1 and not _is_office(element):
        yield "".join(words).strip()
        if any(local(e) in _RUBY for e in element.iter()):
            yield "".join(_words_below(element, _RUBY)).strip()
            yield "".join(e.text or "" for e in element.iter() if local(e) in _RUBY) + ": "
        if (whole := "".join(_over_asides(element))) and _ASIDE in whole:
            yield from (match[0].replace(_ASIDE, "") for match in _AROUND_ASIDE.finditer(whole))


def _over_asides(element: ET.Element) -> Iterator[str]:
    """Yield the words of a line with a sign for what stands in it and is no part of it."""
    yield element.text or ""
    for child in element:
        if local(child) in _IN_LINE:
            yield _ASIDE
        elif local(child):
            yield from _over_asides(child)
        yield child.tail or ""


def _is_office(element: ET.Element) -> bool:
    """Return whether a paragraph keeps its words as Word does, so that they are joined already."""
    return local(element) in PARAGRAPHS and any(local(e) in WORDS for e in element.iter())


def _words_below(element: ET.Element, without: frozenset[str] = frozenset()) -> list[str]:
    words: list[str] = []
    _add_words(words, element, without)
    return words


def _add_words(words: list[str], element: ET.Element, without: frozenset[str]) -> None:
    words.append(element.text or "")
    for child in element:
        name = local(child)
        apart = "\n" if name in _APART else ""
        words.append(_GAPS.get(name, apart))
        if name and name not in without:  # not a comment
            _add_words(words, child, without)
        words.append(apart + (child.tail or ""))
