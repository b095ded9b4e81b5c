"""Tells whether what stands in English notes behind a place is somebody's remark.

"three enough, five confuses schools", "pilot first, rules later", "should be cut" are; figures, the
way of a visit and what is to be seen where ("up 3 per cent", "bus at 6 pm", "see table 3") are not.
"""

from __future__ import annotations

import re

from dialogueprep.domain.identity.reading.word_lists import word_lists

_LISTS = word_lists("described", "remarks_english")

_FACT = re.compile(
    r" ?(?:see(?! (?:no|why|how|little|merit|what))|cf\.?|tb[cd]|n/a|none|pending|[0-9]+ ?(?:am|"
    f"pm|min|h|%|{_LISTS['fact_units']})|"
    rf"(?:up|down|plus|minus) [0-9]|{_LISTS['fact_counted']}|n\.a\.|room|hall|floor)(?![a-z])|"
    f"[^.;]*(?<![a-z])(?:{_LISTS['fact_travel']}|"
    f"channel [0-9]|{_LISTS['fact_devices']}|room [0-9]+|hall [a-z0-9]|delayed|fully booked|"
    f"(?:{_LISTS['fact_done']}) in [0-9]|in (?:1[89]|20)[0-9]{{2}}|"
    r"per cent|percent|%|annex [a-z0-9]|(?:table|figure|fig\.?|slide|page|map|list) (?:in|on|of|"
    f"[0-9])|{_LISTS['fact_weather']}|[0-9]{{1,2}}(?::[0-9]{{2}})? ?(?:am|pm)|"
    "[0-9]{1,2}:[0-9]{2}|opening hours|video, )(?![a-z])",
    re.IGNORECASE,
)
_REMARK = re.compile(
    "(?:[^.;:]*?[ ,;])?(?:(?:enough|first|later|instead|please|pls|too)(?= ?(?:$|[,;.!]))|"
    f"(?:(?:nobody|nothing)(?= [a-z])|{_LISTS['remark_as_judged']}|"
    "must(?:n't)?(?! be (?:presented|shown|paid|declared))|"
    f"{_LISTS['remark_cannot']}|too (?!late for|early for)[a-z]+)(?![a-z]))|"
    f" ?[^.;:]{{2,60}}?(?:,|;| -) (?:{_LISTS['remark_not']})(?![a-z])|"
    " ?not [a-z' -]{2,30} but (?![a-z]* (?:one|two) of)|"
    f" ?(?:{_LISTS['remark_changes']})"
    " (?:the|a|an|it|them|this|that|those|these|all|both|each|every|one|two|more|less|fewer|no|"
    "fees|data|only|first|us|people|ships?|later|with|from|in|on|out|up|half|what|who)(?![a-z])",
    re.IGNORECASE,
)
_LONGEST = 120


def is_no_remark(said: str) -> bool:
    """Return whether what stands behind a place is a figure, a time or where to go."""
    return bool(_FACT.match(said[:_LONGEST]))


def is_a_remark(said: str) -> bool:
    """Return whether what stands behind a place is put as somebody's opinion, wish or question."""
    return bool(_REMARK.match(said[:_LONGEST])) and not is_no_remark(said)
