"""Words that two elements of XML hold one behind the other: a name may stand in both."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby, pairwise
from xml.etree import ElementTree as ET

from dialogueprep.exchange.read_pairs import EAST, as_one, pairs_of
from dialogueprep.exchange.read_xml import local, readings

_BOXES = frozenset({"txbxContent", "txBody", "text-box"})
"""What holds the words of a box in Word, of a shape on a slide, of a frame in OpenDocument."""
_LAST, _FIRST = re.compile(r"[^\W\d_]+$"), re.compile(r"^[^\W\d_]+")
_NEAR, _LONGEST = 6, 40


def beside_each_other(root: ET.Element) -> Iterator[str]:
    """Yield words that two elements hold one behind the other as one, in East Asia also turned
    round: a list of books has the given name first."""
    leaves = (e.text.strip() for e in root.iter() if not len(e) and e.text and e.text.strip())
    yield from pairs_of(leaves)


def between_boxes(root: ET.Element) -> Iterator[str]:
    """Yield the last word of each box with text and the first of the next as one: words may flow
    from box to box, or stand in boxes beside each other."""
    boxes = ("\n".join(_lines(box)).strip() for box in root.iter() if local(box) in _BOXES)
    for one, other in pairwise(words for words, _ in groupby(filter(None, boxes))):
        last, first = _LAST.search(one[-_LONGEST:]), _FIRST.search(other)
        if last is None or first is None:
            continue
        if min(last[0][-1], first[0][0]) >= EAST:
            yield last[0][-_NEAR:] + first[0][:_NEAR]
        elif whole := as_one(last[0], first[0]):
            yield whole


def _lines(box: ET.Element) -> Iterator[str]:
    for element in box.iter():
        if local(element) == "p":
            yield next(iter(readings(element)), "".join(element.itertext()))
