"""Tells whether what stands in English notes behind a place is somebody's remark.

"three enough, five confuses schools", "pilot first, rules later", "should be cut" are; figures, the
way of a visit and what is to be seen where ("up 3 per cent", "bus at 6 pm", "see table 3") are not.
"""

from __future__ import annotations

import re

_FACT = re.compile(
    r" ?(?:see(?! (?:no|why|how|little|merit|what))|cf\.?|tb[cd]|n/a|none|pending|[0-9]+ ?(?:am|"
    r"pm|min|h|%|km|kt|t|years?|yrs?|days?|pages?|stations?|ships?|boats?|people|rooms?|h?omes?)|"
    r"(?:up|down|plus|minus) [0-9]|(?:two|three|four|five|six|seven|ten) (?:stations?|ships?|"
    r"boats?|ports?|rooms?|gauges?|people|seats?|nights?|flights?|buses)|(?:first|second|last|"
    r"next|home) port|port of call|ports? of|time zone|n\.a\.|room|hall|floor)(?![a-z])|"
    r"[^.;]*(?<![a-z])(?:bus(?:es)?|flights?|hotels?|dinner|lunch|breakfast|coffee|tea at|"
    r"channel [0-9]|headsets?|badges?|booths?|interpreters?|(?:embassy|consulate|port|office|"
    r"desk|airport|museum|counter|station) (?:is |was )?(?:closed|open|moved|full)|"
    r"visa (?:office|desk|letters?)|room [0-9]+|hall [a-z0-9]|delayed|fully booked|(?:laid|built|"
    r"opened|closed|signed|founded|held|adopted|launched) in [0-9]|in (?:1[89]|20)[0-9]{2}|"
    r"per cent|percent|%|annex [a-z0-9]|(?:table|figure|fig\.?|slide|page|map|list) (?:in|on|of|"
    r"[0-9])|typhoons? in|crew change|arrives?|arrived|departs?|departed|min(?:utes)? (?:late|"
    r"each)|hours? (?:ahead|behind|late)|[0-9]{1,2}(?::[0-9]{2})? ?(?:am|pm)|"
    r"[0-9]{1,2}:[0-9]{2}|opening hours|video, )(?![a-z])",
    re.IGNORECASE,
)
_REMARK = re.compile(
    r"(?:[^.;:]*?[ ,;])?(?:(?:enough|first|later|instead|please|pls|too)(?= ?(?:$|[,;.!]))|"
    r"(?:(?:nobody|nothing)(?= [a-z])|no need|no point|no problem|rather|unless|only if|only when|"
    r"better|worse than|should(?:n't)?|ought|must(?:n't)?(?! be (?:presented|shown|paid|declared))|"
    r"can't|cannot|couldn't|don't|won't|wouldn't|doesn't|isn't|aren't|let's|let us|why not|"
    r"what about|how about|why|how come|too (?!late for|early for)[a-z]+)(?![a-z]))|"
    r" ?[^.;:]{2,60}?(?:,|;| -) (?:not|no|never|and not|or nothing|rather than|"
    r"but (?:not|no|only|who|when|how|why))(?![a-z])|"
    r" ?not [a-z' -]{2,30} but (?![a-z]* (?:one|two) of)|"
    r" ?(?:keep|delete|drop|add|move|leave|put|park|strike|cut|retain|replace|insert|split|merge|"
    r"shorten|simplify|wait|stop|start|ask|tell|give|make|take|let|share|publish|pay|pool|count|"
    r"test|train|fund|ban|allow|lower|raise|halve|double|name|call|begin|learn|use|avoid|"
    r"spare|trust|forget|remember)"
    r" (?:the|a|an|it|them|this|that|those|these|all|both|each|every|one|two|more|less|fewer|no|"
    r"fees|data|only|first|us|people|ships?|later|with|from|in|on|out|up|half|what|who)(?![a-z])",
    re.IGNORECASE,
)
_LONGEST = 120


def is_no_remark(said: str) -> bool:
    """Return whether what stands behind a place is a figure, a time or where to go."""
    return bool(_FACT.match(said[:_LONGEST]))


def is_a_remark(said: str) -> bool:
    """Return whether what stands behind a place is put as somebody's opinion, wish or question."""
    return bool(_REMARK.match(said[:_LONGEST])) and not is_no_remark(said)
