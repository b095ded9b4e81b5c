"""Words that two elements of XML hold one behind the other: a name may stand in both."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import groupby, pairwise
from xml.etree import ElementTree as ET

from dialogueprep.exchange.read_xml import local, readings

_LEAST, _MOST = 6, 24
"""Letters of a word that two elements part; of short ones two make another by chance."""
_BOXES = frozenset({"txbxContent", "txBody"})
"""What holds the words of a box in Word and of a shape on a slide."""
_LAST, _FIRST = re.compile(r"[^\W\d_]+$"), re.compile(r"^[^\W\d_]+")
_EAST = "\u3041"
"""From here on letters have no gaps between words."""
_NEAR = 6


def beside_each_other(root: ET.Element) -> Iterator[str]:
    """Yield words that two elements hold one behind the other as one, in East Asia also turned
    round: a list of books has the given name first."""
    leaves = (e.text.strip() for e in root.iter() if not len(e) and e.text and e.text.strip())
    yield from pairs_of(leaves)


def pairs_of(words: Iterable[str]) -> Iterator[str]:
    """Yield two words that follow each other as one, in either order: only whole words."""
    for one, other in pairwise(words):
        if not (one.isalpha() and other.isalpha()):
            continue
        if min(one, other) >= _EAST:
            yield from [other + one] if len(one) + len(other) <= _LEAST else []
        else:
            yield from filter(None, (_as_one(one, other), _as_one(other, one)))


def _as_one(one: str, other: str) -> str:
    """Return two pieces as one word; "" if the second begins as a word of its own does."""
    goes_on = other[:1].islower() or (one.isupper() and other.isupper())
    return one + other if goes_on and _LEAST <= len(one) + len(other) <= _MOST else ""


def between_boxes(root: ET.Element) -> Iterator[str]:
    """Yield the last word of each box with text and the first of the next as one: words may flow
    from box to box, or stand in boxes beside each other."""
    boxes = ("\n".join(_lines(box)).strip() for box in root.iter() if local(box) in _BOXES)
    for one, other in pairwise(words for words, _ in groupby(filter(None, boxes))):
        last, first = _LAST.search(one), _FIRST.search(other)
        if last is None or first is None:
            continue
        if min(last[0][-1], first[0][0]) >= _EAST:
            yield last[0][-_NEAR:] + first[0][:_NEAR]
        elif whole := _as_one(last[0], first[0]):
            yield whole


def _lines(box: ET.Element) -> Iterator[str]:
    found = (readings(element) for element in box.iter() if local(element) == "p")
    return (texts[0] for texts in found if texts)
