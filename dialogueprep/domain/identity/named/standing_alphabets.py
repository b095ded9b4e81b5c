"""Judges whether a name in Cyrillic, Greek, Thai or another script stands as a person."""

from __future__ import annotations

import re

from dialogueprep.domain.identity.cues import MAYBE, SPEAKING, TITLED, Cues, name_found
from dialogueprep.domain.identity.exposure import Level
from dialogueprep.domain.identity.found import Found
from dialogueprep.domain.identity.reading.fold import Folded
from dialogueprep.domain.identity.spellings.matcher import Hit

_UNCASED = re.compile("[\u0590-\u1cff]")
_LONG = 5


class AlphabetStanding:
    """Judges names in alphabets other than the Latin one; few words are written like a name."""

    def __init__(self, cues: Cues) -> None:
        self._cues = cues

    def judge(self, hit: Hit, folded: Folded) -> Found | None:
        """Return the passage if the name may stand as a person, else None.

        A long name with a capital, or with a title or a verb of saying, blocks.
        """
        before = folded.text[max(0, hit.start - 30) : hit.start]
        title = self._cues.title_anywhere.search(before)
        if title:
            span = (hit.start - len(before) + title.start(), hit.end)
            return name_found(hit, Level.BLOCK, TITLED, span)
        length = hit.end - hit.start
        if not hit.alone or length < _LONG - 1:
            return None
        after = folded.text[hit.end : hit.end + 40]
        if _UNCASED.match(folded.text[hit.start]):
            says = self._cues.said_elsewhere.search(after)
            level = Level.BLOCK if says else Level.WARN
            return name_found(hit, level, SPEAKING if says else MAYBE)
        if not folded.original[folded.starts[hit.start]].isupper():
            return None
        level = Level.BLOCK if length >= _LONG else Level.WARN
        return name_found(hit, level, SPEAKING if length >= _LONG else MAYBE)
