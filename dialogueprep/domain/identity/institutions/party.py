"""Reads an institution as one of the parties at the table from what stands right beside it.

"the gap between Qingluan and Tanjong", "nobody could move it": that it has a view of its own is
told with it.
"""

from __future__ import annotations

import re

# Whom nobody could move, and who took an hour to come round.
_WORKED_ON = re.compile(
    r"(?:nobody|no one|none|not|never|to|could|couldn't|would|might|finally|eventually|"
    r"hard|managed) (?:[a-z]+ )?(?:move|budge|sway|shift|win|corner|placate|appease|satisfy|please|"
    r"shake|nudge|coax|talk|convince|persuade|bring|press|reassure|soothe|turn) (?:the |our )?$|"
    r"(?:took|cost|left|found|kept|saw|caught|got) (?:the |our )?$"
)
_WORKED_TO = re.compile(
    r" (?:on|round|around|over|off|along|[a-z-]+ (?:hours?|minutes?|while|moment|morning|"
    r"evening) to|alone|out in the cold|isolated|guessing|cold|speechless)(?![a-z])|$|[,.;:]"
)
_BETWEEN = re.compile(
    r"(?:gap|rift|split|quarrel|row|dispute|differences?|distance|tensions?|exchange|"
    r"compromise|bargain|common ground|back and forth|clash|argument|debate|disagreement|duel|"
    r"truce|daylight|bad blood|to and fro) between (?:the )?(?:[^.;,]{1,60} and (?:the )?)?$"
)
_OWN = re.compile(
    r"'s? (?:[a-z]+ )?(?:numbers?|figures?|data|estimates?|slides?|charts?|tables?|model|maps?|"
    r"drafts?|text|paper|amendments?|edits|version|wording|arithmetic|forecast|curves?|paragraph|"
    r"clause|footnote|example|silence|vote|veto|red lines?|people|two|pair) "
    r"(?:(?:was|were) (?:the (?:only|last|first)|too |not |hardly |never |attacked|doubted|"
    r"questioned|praised|challenged|disputed)|did not|didn't|got |drew |came in|looked|had no|"
    r"made (?:no|sense)|failed|won (?:no|few|some|most)|raised|left|surprised|convinced|pleased|"
    r"annoyed|fell flat|went down|went nowhere|held|prevailed|carried)(?![a-z])|"
    r"'s? (?:main |only |real )?(?:ask|take|worry|fear|beef|bottom line|red line|price|condition|"
    r"gripe|plea|pitch) (?:=|is|was|remains)(?![a-z])|"
    r"(?:'s)? (?:language|wording|handwriting|phrasing|thinking)(?= ?(?:$|[.,;)]| (?:on|about) ))"
)


# In notes without more: X to redraft, X? not convinced, X & co.
_NOTED = re.compile(
    r" to (?:table|redraft|draft|revise|circulate|check|confirm|come back|reconsider|consult|"
    r"propose|clarify|look into|report back|think it over|sleep on it)(?![a-z])|"
    r" ?\? ?(?:not|no|yes|unclear|silent|maybe|still|undecided)(?![a-z])|"
    r",? (?:ok|fine|no|yes) (?:if|unless|but|only if|provided)(?![a-z])"
)
_WILLING = re.compile(
    r"(?: (?:&|and) co(?![a-z])|"
    r" (?:would|will) have none of it|"
    r" (?:will|would|has|have|had) (?:[a-z]+ly )?(?:come|came) (?:round|around|on board)|"
    r" (?:may|might) (?:object|support|oppose|resist|agree|sign)(?![a-z])|"
    r" (?:lent|gave|threw|put) its (?:support|weight|voice|blessing|backing)(?![a-z])|"
    r" tends? to (?:see|think|agree|say|argue|prefer|believe|look at)(?![a-z])|"
    r" (?:has|had) (?:a |no |little |some |another )?(?:problem|difficulty|difficulties|trouble|"
    r"issue|"
    r"quarrel|patience|qualms|hesitation)s? with(?![a-z])|"
    r",? (?:was |is )?the only (?:one|institution|body) to (?:speak|object|mention|say|ask|argue|"
    r"oppose|defend|raise|agree)(?![a-z])|"
    r", (?:usually|normally|otherwise|ordinarily|as ever|as always|as usual)(?: [a-z]+)?, [a-z]|"
    r" at the (?:table|meeting) ?:|"
    r" (?:will|would) (?:share|circulate|check|revise|redraft|reconsider|consult|"
    r"come back|"
    r"think it over|settle for|live with|make do|push|insist|object|support|oppose|resist|"
    r"sign(?! in)|look at it|"
    r"ask its)(?![a-z])|"
    r",? (?:is|was) (?:prepared|ready|willing|unable|unwilling|determined|inclined)"
    r"(?:,[^,.]{3,30},)? to (?!host|print|publish|lend|fund|provide|supply|receive|open)(?=[a-z])|"
    r"'s? (?:preferred|favou?rite|favou?red|stated|declared) (?:[a-z]+ )?(?:option|choice|solution|"
    r"wording|date|idea|outcome|course)(?![a-z]))"
)
# What it makes of figures and ideas: puts the loss at a third, frets about crews.
_MAKES_OF = re.compile(
    r"(?![^.;]* (?:in|on) (?:its|the|an?) (?:[a-z]+ )?(?:yearbook|report|website|bulletin|register|"
    r"database|statistics|page|brochure|study|survey)s?(?![a-z]))"
    r" (?:puts? (?:the |its |this |that )(?:[a-z]+ ){1,4}at (?:about |some |over |under |nearly )?"
    r"(?!the (?:disposal|service))[a-z0-9]+|counts [a-z0-9]+ [a-z]+(?= ?[.;]|$)|"
    r"(?:reads?|interprets?|draws?|drew) (?:the|this|that|these|another|a different|other) "
    r"(?:data|figures?|table|numbers?|lessons?|conclusions?|text|trend)|"
    r"(?:disput|contest|query|queri|challeng)e?s?(?:ed)? (?:the|this|that|these|those)|"
    r"(?:dis)?trust(?:s|ed) (?:the|this|that|its|no)|swears by|swore by|vouch(?:es|ed) for|"
    r"stakes? its name on|fret(?:s|ted) (?:about|over)|dwel(?:t|ls) on|expand(?:s|ed) on|"
    r"grant(?:s|ed) that|own(?:s|ed) up to|moved to (?:strike|delete|amend|bracket|drop|close)|"
    r"offer(?:s|ed) to (?!host (?:the )?(?:dinner|lunch|reception|participants))(?:host|draft|"
    r"share|chair|write|send)|(?:is|was) (?:open to|for (?:the|a) (?:pilot|quota|register|ban|"
    r"pause|trial)|puzzled|the (?:lone|only|single) voice))(?![a-z])"
)
_LED = re.compile(
    r"(?:figure|number|estimate|idea|phrase|proposal|wording|claim|argument|remark|point|"
    r"suggestion|"
    r"objection|clause|footnote|date)s? [a-z0-9 ]{0,24}?(?:goes|go|went|dates?|traces?|is owed|"
    r"was owed|is due|was due|is attributed|was attributed|belongs?|"
    r"belonged) (?:back )?to (?:the )?$|"
    r"(?:were up to|was left to|were left to) (?:the )?$|"
    r"(?:^|[.,;:(] ?)(?:pressed|pushed|urged|prodded|pestered|challenged|contradicted|corrected|"
    r"interrupted|seconded|joined|echoed) by (?:the )?$|"
    r"(?:disagreement|argument|quarrel|trouble|row|tension|dispute|friction)s? with (?:the )?$|"
    r"(?:nothing|something|little|not much|no word) (?:new |more |else )?from (?:the )?$|"
    r"(?:voices?|objections?|views?|opinions?|doubts?|line|vote|concern|argument|worry|worries|"
    r"position|wording|hand) (?:was|were|is|are) (?:that|those) of (?:the )?$"
)
_HELD_WITHIN = re.compile(
    r"(?:view|opinion|feeling|fear|hope|understanding|conviction|belief|impression|assumption|"
    r"wish)s? "
    r"(?:[a-z]+ ){0,2}(?:within|inside|at|of|among) (?:the )?$"
)
_LOOKED_AT = re.compile(
    r"(?:everyone|everybody|all eyes|all|people|the room|heads) (?:looked at|turned to|stared at|"
    r"were on|glanced at|waited for) (?:the )?$"
)
_WHETHER = re.compile(r"(?:whether|if|that|how|what) (?:the )?$")
_CONTRARY = re.compile(
    r"(?:^|[.;:] ?)(?:contrary to|in contrast (?:to|with)|as opposed to|in line with|together with|"
    r"along with) (?:the )?$"
)
_OBSTACLE = re.compile(
    r"(?:obstacle|holdout|exception|blocker|sceptic|skeptic|opponent|critic|outlier|objector|"
    r"dissenter|resistance)s? ?(?:=|:|is|was|remains|mainly|mostly) (?:the )?$"
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
