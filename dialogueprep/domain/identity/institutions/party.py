"""Reads an institution as one of the parties at the table from what stands right beside it.

"the gap between Qingluan and Tanjong", "nobody could move it": that it has a view of its own is
told with it.
"""

from __future__ import annotations

import re

from dialogueprep.domain.identity.reading.word_lists import word_lists

_LISTS = word_lists("institutions", "party")

# Whom nobody could move, and who took an hour to come round.
_WORKED_ON = re.compile(
    f"(?:{_LISTS['could_not']}) (?:[a-z]+ )?(?:{_LISTS['moved']}) (?:the |our )?$|"
    "(?:took|cost|left|found|kept|saw|caught|got) (?:the |our )?$"
)
_WORKED_TO = re.compile(
    " (?:on|round|around|over|off|along|[a-z-]+ (?:hours?|minutes?|while|moment|morning|"
    f"evening) to|{_LISTS['worked_to']})(?![a-z])|$|[,.;:]"
)
_BETWEEN = re.compile(
    f"(?:{_LISTS['between']}) between (?:the )?(?:[^.;,]{{1,60}} and (?:the )?)?$"
)
_OWN = re.compile(
    f"'s? (?:[a-z]+ )?(?:{_LISTS['own_figures']}) "
    "(?:(?:was|were) (?:the (?:only|last|first)|too |not |hardly |never |"
    f"{_LISTS['figures_doubted']})|did not|didn't|got |drew |{_LISTS['figures_went']})(?![a-z])|"
    f"'s? (?:main |only |real )?(?:{_LISTS['own_stance']}) (?:=|is|was|remains)(?![a-z])|"
    "(?:'s)? (?:language|wording|handwriting|phrasing|thinking)(?= ?(?:$|[.,;)]| (?:on|about) ))"
)


# In notes without more: X to redraft, X? not convinced, X & co.
_NOTED = re.compile(
    f" to (?:{_LISTS['noted']})(?![a-z])|"
    r" ?\? ?(?:not|no|yes|unclear|silent|maybe|still|undecided)(?![a-z])|"
    ",? (?:ok|fine|no|yes) (?:if|unless|but|only if|provided)(?![a-z])"
)
_WILLING = re.compile(
    "(?: (?:&|and) co(?![a-z])|"
    " (?:would|will) have none of it|"
    " (?:will|would|has|have|had) (?:[a-z]+ly )?(?:come|came) (?:round|around|on board)|"
    " (?:may|might) (?:object|support|oppose|resist|agree|sign)(?![a-z])|"
    " (?:lent|gave|threw|put) its (?:support|weight|voice|blessing|backing)(?![a-z])|"
    " tends? to (?:see|think|agree|say|argue|prefer|believe|look at)(?![a-z])|"
    f" (?:has|had) (?:a |no |little |some |another )?(?:{_LISTS['no_problem']})s? with(?![a-z])|"
    f",? (?:was |is )?the only (?:one|institution|body) to (?:{_LISTS['willing_to_speak']})"
    "(?![a-z])|"
    f", (?:{_LISTS['usually']})(?: [a-z]+)?, [a-z]|"
    " at the (?:table|meeting) ?:|"
    f" (?:will|would) (?:{_LISTS['willing_to_act']})(?![a-z])|"
    f",? (?:is|was) (?:{_LISTS['willing']})"
    f"(?:,[^,.]{{3,30}},)? to (?!{_LISTS['willing_to_give']})(?=[a-z])|"
    f"'s? (?:preferred|favou?rite|favou?red|stated|declared) (?:[a-z]+ )?(?:{_LISTS['options']})"
    "(?![a-z]))"
)
# What it makes of figures and ideas: puts the loss at a third, frets about crews.
_MAKES_OF = re.compile(
    f"(?![^.;]* (?:in|on) (?:its|the|an?) (?:[a-z]+ )?(?:{_LISTS['made_by_a_body']})s?(?![a-z]))"
    " (?:puts? (?:the |its |this |that )"
    "(?:[a-z]+ ){1,4}at (?:about |some |over |under |nearly )?"
    "(?!the (?:disposal|service))[a-z0-9]+|counts [a-z0-9]+ [a-z]+(?= ?[.;]|$)|"
    f"{_LISTS['makes_of_it']}|"
    "offer(?:s|ed) to (?!host (?:the )?(?:dinner|lunch|reception|participants))(?:host|draft|"
    f"share|chair|write|send)|(?:is|was) (?:{_LISTS['leaning']}))(?![a-z])"
)
_LED = re.compile(
    f"(?:{_LISTS['led_things']})s? [a-z0-9 ]{{0,24}}?(?:{_LISTS['led_back']})"
    " (?:back )?to (?:the )?$|"
    "(?:were up to|was left to|were left to) (?:the )?$|"
    f"(?:^|[.,;:(] ?)(?:{_LISTS['pressed']}) by (?:the )?$|"
    f"(?:{_LISTS['disagreement']})s? with (?:the )?$|"
    "(?:nothing|something|little|not much|no word) (?:new |more |else )?from (?:the )?$|"
    f"(?:{_LISTS['voices']}) (?:was|were|is|are) (?:that|those) of (?:the )?$"
)
_HELD_WITHIN = re.compile(
    f"(?:{_LISTS['held_within']})s? (?:[a-z]+ ){{0,2}}(?:within|inside|at|of|among) (?:the )?$"
)
_LOOKED_AT = re.compile(f"(?:{_LISTS['everyone']}) (?:{_LISTS['looked_at']}) (?:the )?$")
_WHETHER = re.compile(r"(?:whether|if|that|how|what) (?:the )?$")
_CONTRARY = re.compile(f"(?:^|[.;:] ?)(?:{_LISTS['contrary']}) (?:the )?$")
_OBSTACLE = re.compile(
    f"(?:{_LISTS['obstacle']})s? ?(?:=|:|is|was|remains|mainly|mostly) (?:the )?$"
)
_COMMA, _THAT = re.compile(","), re.compile(" that ")
_ENDS = re.compile(r" ?(?:$|[.,;)])")


def is_party(before: str, after: str) -> bool:
    """Return whether an English sentence tells of an institution as one of the parties."""
    if _BETWEEN.search(before) or _LED.search(before) or _OWN.match(after):
        return True
    if _LOOKED_AT.search(before):
        return True
    pairs = ((_CONTRARY, _COMMA), (_OBSTACLE, _ENDS), (_HELD_WITHIN, _THAT))
    if any(led.search(before) and on.match(after) for led, on in pairs):
        return True
    return _is_told(before, after)


def _is_told(before: str, after: str) -> bool:
    """Return whether what stands behind an institution tells what it wants or has to do."""
    if _WHETHER.search(before):
        return False
    if _WILLING.match(after) or _MAKES_OF.match(after):
        return True
    if not before.removeprefix("the ") and _NOTED.match(after):
        return True
    return bool(_WORKED_ON.search(before) and _WORKED_TO.match(after))
