"""Tells a speech that is spoken of as such: the keynote was too long, questions about the keynote.

How it was given, and what others made of it, tells nothing that its speaker held, unless the
sentence goes on: clear that the fund must close, agreed with the keynote: stocks are no care.
"""

from __future__ import annotations

import re

from dialogueprep.domain.identity.found import sentence
from dialogueprep.domain.identity.reading.fold import Folded
from dialogueprep.domain.identity.reading.word_lists import word_lists

_LISTS = word_lists("offices", "speeches")

_SPEECH = re.compile("(?:address|keynote|lecture|speech)$")
_LONGEST = 7
_WAS = "(?:is|are|was|were|has been|have been|had been|will be|would be)"
_HOW = "(?:(?:too|very|rather|quite|fairly|a (?:bit|little)|well|widely|warmly|much|not) )*"
_GIVEN = f"(?:{_LISTS['given']})(?: (?:{_LISTS['given_where']}) [a-z0-9' -]+)?"
_SUCH = re.compile(f" (?:itself )?{_WAS} {_HOW}(?:{_LISTS['such']}|{_GIVEN})(?![a-z])")
_ABOUT = re.compile(f"(?<![a-z])(?:{_LISTS['about']}) (?:the|that|his|her) $")
_NO_MORE = re.compile(f" ?[.!?)]* ?$| (?:was|were|is|are) {_HOW}[a-z]+[.!?]? ?$")
_FAR = 40


def is_only_a_speech(folded: Folded, start: int, end: int) -> bool:
    """Return whether an English speech is told of as one: how long it was, what came after it."""
    text = folded.text
    if not _SPEECH.search(text, max(start, end - _LONGEST), end):
        return False
    last = sentence(folded, start)[1]
    if such := _SUCH.match(text, end, last):
        return bool(_NO_MORE.match(text, such.end(), last))
    before = text[max(0, start - _FAR) : text.rfind(" ", start, end) + 1 or start]
    return bool(_ABOUT.search(before) and _NO_MORE.match(text, end, last))
