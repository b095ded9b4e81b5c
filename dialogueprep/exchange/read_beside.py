"""Words that two elements of XML hold one behind the other: a name may stand in both."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from xml.etree import ElementTree as ET

_LEAST, _MOST = 6, 24
"""Letters of a word that two elements part; of short ones two make another by chance."""


def beside_each_other(root: ET.Element) -> Iterator[str]:
    """Yield words that two elements hold one behind the other as one, in East Asia also turned
    round: a list of books has the given name first."""
    leaves = (e.text.strip() for e in root.iter() if not len(e) and e.text and e.text.strip())
    for one, other in pairwise(leaves):
        if not (one.isalpha() and other.isalpha()):
            continue
        if min(one, other) >= "\u3041" and len(one) + len(other) <= _LEAST:
            yield other + one
        elif _LEAST <= len(one) + len(other) <= _MOST:
            yield one + other
