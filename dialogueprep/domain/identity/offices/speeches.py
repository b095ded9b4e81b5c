"""Tells a speech that is spoken of as such: the keynote was too long, questions about the keynote.

How it was given, and what others made of it, tells nothing that its speaker held.
"""

from __future__ import annotations

import re

from dialogueprep.domain.identity.reading.fold import Folded
from dialogueprep.domain.identity.reading.word_lists import word_lists

_LISTS = word_lists("offices", "speeches")

_SPEECH = re.compile("(?:address|keynote|lecture|speech)$")
_LONGEST = 7
_WAS = "(?:is|are|was|were|has been|have been|had been|will be|would be)"
_HOW = "(?:(?:too|very|rather|quite|fairly|a (?:bit|little)|well|widely|warmly|much|not) )*"
_SUCH = re.compile(f" (?:itself )?{_WAS} {_HOW}(?:{_LISTS['such']})(?![a-z])")
_ABOUT = re.compile(f"(?<![a-z])(?:{_LISTS['about']}) (?:the|that|his|her) $")
_ENDS = re.compile("$|[,.;:)?]| (?:and|but|was|were|is|are|had|that|which) ")
_FAR = 40


def is_only_a_speech(folded: Folded, start: int, end: int) -> bool:
    """Return whether an English speech is told of as one: how long it was, what came after it."""
    text = folded.text
    if not _SPEECH.search(text, max(start, end - _LONGEST), end):
        return False
    if _SUCH.match(text, end):
        return True
    before = text[max(0, start - _FAR) : text.rfind(" ", start, end) + 1 or start]
    return bool(_ABOUT.search(before) and _ENDS.match(text, end))
