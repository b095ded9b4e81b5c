"""Tells what a name that is a word does as a thing: coral grows a centimetre a year.

People freeze, float a compromise, melt and are pressed too: such a verb is of a thing only with
where, when or by how much it goes on in nature or in trade. Patterns match folded text.
"""

from __future__ import annotations

import re

from dialogueprep.domain.identity.reading.word_lists import word_lists

_LISTS = word_lists("named", "deeds_of_things")

_PLACE = _LISTS["places"]
_LED = "the |an? |all |every |each |these |those |many |most "
_WHERE = (
    r"(?: (?:everywhere|overnight|slowly|quickly|early|late|only|mostly|well|best|wild))*"
    r"(?: (?:in|on|at|under|along|near|by|off|over|from|before|after|since|during|across) "
    rf"(?:{_LED})?(?:[a-z]+ )?(?:{_PLACE})(?![a-z])|"
    r" (?:at|below|above) (?:[0-9]+|[a-z]+) degrees|"
    r" (?:last|this|every|each) (?:year|spring|summer|autumn|winter|month)(?![a-z])|"
    r" (?:upstream|downstream|offshore)(?![a-z]))"
)
_MEASURE = (
    "(?: (?:by|about|only|barely|nearly|some))*"
    "(?: (?:an?|one|two|three|four|five|half an?|[0-9.]+))+ "
    f"(?:{_LISTS['measures']})"
)
_STOPS = (
    "(?=[.,;]|$| (?:for|in|at|on|by|to|from|near|between|until|last|this|overnight|again)(?![a-z]))"
)
_DONE_TO = _LISTS["done_in_a_place"]
_SOLD = _LISTS["done_to_goods"]
_IS = r"(?:was|were|is|are) (?:[a-z]+ly )?"
_OF_THINGS = re.compile(
    f" (?:(?:grows?|grew)(?:{_MEASURE}|{_WHERE})|"
    f"(?:{_LISTS['happens_to_things']})"
    f"(?:e?s|e?d){_WHERE}|(?:froze|freezes|ran (?:dry|low)|dried up){_WHERE}|"
    f"(?:{_LISTS['of_things']})(?=[.,;]|$)|"
    f"covers? the (?:{_LISTS['covered']}){_STOPS}|"
    f"(?:damaged|destroyed|flattened) the (?:{_LISTS['damaged']}){_STOPS}|"
    f"closed the (?:{_LISTS['closed']}){_STOPS}|"
    f"delayed the (?:{_LISTS['delayed']}){_STOPS}|"
    "(?:was|were|is|are|has been|had been) (?:[a-z]+ly |also |then )?"
    f"(?:{_LISTS['happens_to_words']})|"
    "knows? no (?:borders?|limits?)(?=[.,;]|$)|"
    "(?:fetch(?:es|ed)?|costs?) (?:(?:more|less|twice|half) (?:than (?:last|this|in|a)|as much|"
    "in|this|last|a )|a (?:high|low) price|[0-9])|"
    f"was the (?:first|second|next|last|third|main|only) (?:{_LISTS['items']})"
    "(?=[.;]|$| (?:of|on|for|in) (?:the|that|this|our) )|"
    f"{_IS}(?:(?:{_SOLD})(?![a-z])|(?:{_DONE_TO})(?:{_WHERE}| (?:twice|three times) a )|"
    "found (?:upstream|downstream|underground|offshore)|"
    f"used as (?:a )?(?:{_LISTS['used_as']})|"
    "used for (?!the chair|a name)|cut for [a-z0-9]+ (?:hours|days)))(?![a-z])"
)


def is_of_a_thing(after: str) -> bool:
    """Return whether what stands behind a name that is a word tells of the thing of that name."""
    return bool(_OF_THINGS.match(after))
