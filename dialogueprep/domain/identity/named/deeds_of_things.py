"""Tells what a name that is a word does as a thing: coral grows a centimetre a year.

People freeze, float a compromise, melt and are pressed too: such a verb is of a thing only with
where, when or by how much it goes on in nature or in trade. Patterns match folded text.
"""

from __future__ import annotations

import re

_PLACE = (
    "sun|heat|rain|cold|dark|shade|sea|water|river|rivers|harbou?r|bay|lagoon|reef|reefs|warehouses?|"
    "stores?|silos?|cellars?|fields?|valleys?|hills?|mountains?|north|south|east|west|coast|coasts|"
    "islands?|villages?|wind|soil|ponds?|lakes?|pipes?|tanks?|ports?|spring|summer|autumn|winter|"
    "january|february|march|april|may|june|july|august|september|october|november|december|night"
)
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
    r"(?: (?:by|about|only|barely|nearly|some))*"
    r"(?: (?:an?|one|two|three|four|five|half an?|[0-9.]+))+ "
    r"(?:(?:centi|milli|kilo)?met(?:er|re)s?|inch(?:es)?|foot|feet|tonnes?|per ?cent)"
)
_STOPS = (
    "(?=[.,;]|$| (?:for|in|at|on|by|to|from|near|between|until|last|this|overnight|again)(?![a-z]))"
)
_DONE_TO = (
    "stored|poured|milled|pressed|smoked|melted|wasted|grown|priced|taxed|planted|served|brewed|"
    "rationed|recycled|salted|spilled|felled"
)
_SOLD = "sown|harvested|overfished|smelted|quarried|distilled|dredged|mined|exported|imported"
_IS = r"(?:was|were|is|are) (?:[a-z]+ly )?"
_OF_THINGS = re.compile(
    r" (?:"
    rf"(?:grows?|grew)(?:{_MEASURE}|{_WHERE})|"
    r"(?:bleach|crumbl|melt|erod|rust|float|rott?|ripen|bloom|wither|dissolv|silt|evaporat)"
    rf"(?:e?s|e?d){_WHERE}|"
    rf"(?:froze|freezes|ran (?:dry|low)|dried up){_WHERE}|"
    r"(?:bleaches|erodes|rusts|evaporates|conducts? (?:heat|electricity|sound))(?=[.,;]|$)|"
    rf"covers? the (?:roofs?|hills?|fields?|valley|slopes?|islands?){_STOPS}|"
    rf"(?:damaged|destroyed|flattened) the (?:vines|crops?|harvest|roofs?|nets?){_STOPS}|"
    rf"closed the (?:pass|road|port|airport|harbou?r|bridge){_STOPS}|"
    rf"delayed the (?:train|ferry|flight|harvest){_STOPS}|"
    r"knows? no (?:borders?|limits?)(?=[.,;]|$)|"
    r"(?:fetch(?:es|ed)?|costs?) (?:(?:more|less|twice|half) (?:than (?:last|this|in|a)|as much|"
    r"in|this|last|a )|a (?:high|low) price|[0-9])|"
    r"was the (?:first|second|next|last|third|main|only) (?:item|topic|subject|theme|product|"
    r"export|crop|course|dish)(?=[.;]|$| (?:of|on|for|in) (?:the|that|this|our) )|"
    rf"{_IS}(?:(?:{_SOLD})(?![a-z])|(?:{_DONE_TO})(?:{_WHERE}| (?:twice|three times) a )|"
    r"found (?:upstream|downstream|underground|offshore)|"
    r"used as (?:a )?(?:medicine|fuel|food|currency|fertili[sz]er|fodder)|"
    r"used for (?!the chair|a name)|cut for [a-z0-9]+ (?:hours|days)))(?![a-z])"
)


def is_of_a_thing(after: str) -> bool:
    """Return whether what stands behind a name that is a word tells of the thing of that name."""
    return bool(_OF_THINGS.match(after))
