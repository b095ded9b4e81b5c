"""Shows in English that somebody described is spoken to, answered or quoted in a meeting.

To whom a question was put or the floor was given, with whom others agreed, who is told behind the
words that they said. A letter may go to any journalist, a question is put to one of those present.
"""

from __future__ import annotations

import re

from dialogueprep.domain.identity.reading.word_lists import word_lists

_LISTS = word_lists("described", "met_english")

_MET = re.compile(f"(?:{_LISTS['met']}) (?:by )?$")
_EXCHANGE = re.compile(
    f"(?:^|[ ,])(?:{_LISTS['exchange']}) "
    "(?:[a-z]+ )?(?:exchange|disagreement|dispute|back-and-forth) with $"
)
_CAME = re.compile(f" (?:{_LISTS['came']})(?![a-z])")
_SAID_BEHIND = re.compile(rf"""[\"”’',] (?:{_LISTS["said_behind"]}) $""")


def is_met_english(before: str, after: str) -> bool:
    """Return whether a meeting's talk goes to somebody described, or their words stand before."""
    if _MET.search(before) or _SAID_BEHIND.search(before):
        return True
    return bool(_EXCHANGE.search(before) and _CAME.match(after))
