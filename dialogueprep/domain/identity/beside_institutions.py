"""Finds names that stand beside their own institution: there a word that is a name as well is one.

Both identify, even where each would be free alone: "Pan of the Bureau of Ferry Safety".
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from dialogueprep.domain.identity.cues import SPEAKING, name_found
from dialogueprep.domain.identity.exposure import ExposureKind, Level
from dialogueprep.domain.identity.fold import Folded
from dialogueprep.domain.identity.found import Found
from dialogueprep.domain.identity.matcher import Hit

_BEHIND_NAME = re.compile(r"(?:,? (?:from|of|at|with)(?: the| our)? ?|, (?:the )?|,? ?\()$")
_BEFORE_NAME = re.compile(r"(?:'s?)? |, |的|の|의 ?|所属の|から来た|来的")
_REACH = 16


def beside_own_institution(
    institutions: Iterable[Found], single: Iterable[Hit], names: Iterable[Found], folded: Folded
) -> Iterator[Found]:
    """Yield names that stand beside their institution, and the institutions that do.

    ``single`` are parts of names, not yet judged; ``names`` those that are found.
    """
    places = [(place, *_beside(place, folded)) for place in institutions]
    places = [p for p in places if p[1] is not None or p[2] is not None]
    if not places:
        return
    parts = [h for h in single if _is_written_as_a_name(h, folded)]
    known = [n for n in names if n.kind is ExposureKind.NAME]
    ends = {(h.end, h.who): h for h in parts} | {(n.end, w): n for n in known for w in n.who}
    starts = {(h.start, h.who): h for h in parts} | {(n.start, w): n for n in known for w in n.who}
    for place, led, follows in places:
        for who in place.who:
            beside = None if led is None else ends.get((led, who))
            beside = beside or (None if follows is None else starts.get((follows, who)))
            if beside:
                yield replace(place, level=Level.BLOCK)
            if isinstance(beside, Hit):
                yield name_found(beside, Level.BLOCK, SPEAKING)
            elif beside:
                yield replace(beside, level=Level.BLOCK)


def _beside(place: Found, folded: Folded) -> tuple[int | None, int | None]:
    """Return where a name before an institution would end, and where one behind would begin."""
    before = folded.text[max(0, place.start - _REACH) : place.start]
    led, follows = _BEHIND_NAME.search(before), _BEFORE_NAME.match(folded.text, place.end)
    return place.start - len(led.group()) if led else None, follows.end() if follows else None


def _is_written_as_a_name(hit: Hit, folded: Folded) -> bool:
    written = folded.original[folded.starts[hit.start]]
    return written.isupper() or not written.isascii()
