"""Finds where a text states a fact that is known of somebody."""

from __future__ import annotations

import re

from dialogueprep.domain.identity.found import sentence
from dialogueprep.domain.identity.reading.fold import Folded

_EMPTY = frozenset(
    {"only", "with", "from", "that", "this", "once", "over", "person", "participant"}
)


def stated(fact: str, folded: Folded) -> tuple[int, int] | None:
    """Return where a fact is stated: in its own words, or with all its words in one sentence."""
    start = folded.text.find(fact)
    if start >= 0:
        return start, start + len(fact)
    stems = [word[:6] for word in re.findall(r"[a-z]{4,}", fact) if word not in _EMPTY]
    if len(stems) < 2:
        return None
    for first in re.finditer(rf"(?<![a-z]){stems[0]}[a-z]*", folded.text):
        begins, ends = sentence(folded, first.start())
        words = [re.search(rf"(?<![a-z]){s}[a-z]*", folded.text[begins:ends]) for s in stems]
        spans = [w.span() for w in words if w]
        if len(spans) == len(stems):
            return begins + min(s for s, _ in spans), begins + max(e for _, e in spans)
    return None
