"""Judges institutions in hurried English notes: whose remark follows a sign, a stance, a list.

"Lanxing + most others fine w/ it", "acc. to DAO", "MIDP vs DCAP", "Hayate again on labs"; a
venue, a report, a data centre or a tree is none of this.
"""

from __future__ import annotations

import re

from dialogueprep.domain.identity.institutions.listed_positions import is_listed
from dialogueprep.domain.identity.institutions.turns import has_a_turn, want_together
from dialogueprep.domain.identity.stances import is_marked_as_heard, takes_a_stance

_STARTS = re.compile(
    r"(?:^|[,:;(>] ?|[/+&-] |(?:^|[ ,])(?:and|but|then|later|even|only|also|so|again|plus|while|"
    r"whereas|yet|though|"
    r"still|now|mostly|esp\.?|incl\.?|ap|todo) )(?:the )?$"
)
_BEGINS = re.compile(r"(?:^|[:;>(] ?|^(?:and|but|then|later|even|only|also|so|again) )(?:the )?$")
_ADDRESSED = re.compile(
    r"(?:[0-9]+[.)] ?)?(?:to|cc|for|from|by|with|at|in|via|see|thanks to|invite|ask) [^:]*$"
)
_LEAD = re.compile(
    r"(?:^|[ (,;:])(?:acc\.? to|according to|so says|thus|(?:spoke|speaks|speaking|sitting|sat|"
    r"sent|seconded|here) (?:for|by)|quoth|heard from|idea from|"
    r"nothing from|no from|yes from|(?:q|qs|comments?|points?|remarks?) (?:from|by)) (?:the )?$"
)
_PER = re.compile(r"(?:^|[ (,;:])(?:as per|per|via|following|pace|contra) (?:the )?$")
_PER_ON = re.compile(
    r"$|[,:;.)]| (?:the|it|this|that|we|they|no|not|there|only|all|most)(?![a-z])| ?[0-9]"
)
_VIA_ON = re.compile(r" ?:")
_VERSUS = re.compile(r"(?:^|[ (,;:])[a-z0-9-]+ (?:vs?\.?|versus) (?:the )?$")
_VERSUS_ON = re.compile(r" (?:vs?\.?|versus) (?:the )?[a-z]")
_ANSWER = re.compile(
    r",? (?:(?:too|again|still|now|also|both|all|mostly|rather) )?(?:for|against|in|out|yes|no|"
    r"maybe|neutral|silent|quiet|same|"
    r"ditto|undecided|ok|okay|fine|done|cool|warm|lukewarm|unclear|abstains?)(?= ?[,;.)]| on [a-z]|"
    r" ?$)"
)
_SOFT = re.compile(
    r",? (?:hard|soft|firm|clear|flat) (?:no|yes)(?![a-z])|,? (?:is |was )?(?:the outlier|"
    r"isolated)(?![a-z])|"
    r",? (?:pushing|softening|wavering|holding out|blocking|stalling|sulking|hedging|"
    r"insisting)(?![a-z])|"
    r",? (?:for|against) [a-z](?= ?[,.;)]| ?$)|,? split (?:on|over|about)(?![a-z])|"
    r"(?:'s?)? (?:take|ask|line|beef|worry|pitch|red line|mood|plea|gripe)(?= ?:)"
)
_AGAIN = re.compile(
    r",? (?:once )?again (?:on|about|re|for|against|w/|with)(?![a-z])|"
    r",? (?:back )?on [a-z0-9' -]{2,30} (?:again|once more)(?![a-z])"
)
_DOES = re.compile(
    r",? (?:already|still|now|never|no longer|also|only|just|simply) [a-z]{2,}s (?:it|this|that|"
    r"them|these|so)(?![a-z])|"
    r",? (?:waits and sees|waits for|shrugs|sulks|grumbles|insists|digs in|holds out|gives in|"
    r"gives way|walks back|backs down|"
    r"backtracks|blinks|hedges|stalls|nods along|comes round|moves towards|drags its feet|"
    r"will think|will come back)(?![a-z])"
)
_THEY_SAY = re.compile(
    r"[^.;:]{3,50}, (?:they|he|she) (?:say|said|says|claim|claims|tell us|insist|reckon)(?![a-z])"
)
_SIGN = re.compile(r" ?(?:->|=>|[→⇒⟶➔])")
_DASH = re.compile(
    r" (?:--?|=) (?:yes|no|not|nope|why|who|how|what|when|later|never|against|for|fine|ok|wants|"
    r"should|must|only|if|let|we|i|too|"
    r"first|same|agree[sd]?|disagree[sd]?|needs?|maybe|can|cannot|could|would|will|won't|doubts?|"
    r"don't)(?![a-z])"
)
_COLON = re.compile(
    r" ?: ?(?!https?|www|tel|ph|\+?[0-9]{3}|p\. ?[0-9]|see |host|venue|room|hall|floor|hq|bus|map|"
    r"photo|seats|tb[cd]|[0-9]+ (?:seats|pax|people)|$)"
)
_TO_AGREE = re.compile(
    r" to (?:compare notes|come back|get back|report back|reconsider|think (?:about|again|it)|"
    r"talk it over|settle|sort it)(?![a-z])"
)
_FOR_A = re.compile(
    r",? (?:also )?(?:for|against) (?:an?|the|this|that|no|any|more|less|all)(?![a-z])"
)
_OWNED = re.compile(r"'s(?= ?(?:,|\)|$))")
_BOTH = re.compile(r",? (?:both|all|all three|each|neither|mostly) (?=[a-z])")
_AFTER_THING = re.compile(
    r"(?:'s?)? (?:(?:annual|working|joint|own|new|old|main|data|landing|press|policy|"
    r"research) )?(?:reports?|yearbooks?|hq|headquarters|"
    r"web ?sites?|site|page|campus|building|hall|rooms?|library|cent(?:re|er)s?|cables?|trees?|"
    r"station|pier|port|bridge|"
    r"street|road|island|bay|river|hotel|restaurant|papers? [0-9]+|rules?|statutes?|journal|"
    r"bulletin|release|newsletter|"
    r"logo|badges?|bus|shuttle|tour|stand|booth|servers?|ships?|vessels?|plant|factory|app|museum|"
    r"shop|store|park|garden|lake|"
    r"festival|hosts|as (?:host|venue)|(?:covers?|reports?|airs|prints|publishes) (?:it|this|the|"
    r"on|daily|weekly))(?![a-z])"
    r"(?! (?:said|says|thinks?|wants?|argued|doubts?|agrees?|objects?|was (?:attacked|criticised|"
    r"doubted|challenged)))"
)
_BEFORE_THING = re.compile(
    r"(?:^|[ (,;])(?:participants|attendance|list|names|printing|venues?|place|location|hosts?|"
    r"hosted|lunch|dinner|reception|coffee|drinks|tea|"
    r"bus|tour|visit|sources?|"
    r"reports?|publishers?|published|photos?|printed|print|funding|funded|sponsors?|courtesy|hq|"
    r"addressees?|copy|copies|"
    r"cc|ref|see|next round|next meeting|meeting|hotel|room|hall|map|fig\.?|table)(?: (?:by|of|at|"
    r"in|from|to)|:|: at|: in)? (?:the )?$"
)


def is_source_in_notes(before: str, after: str) -> bool:
    """Return whether an institution between these is in notes the source of a view.

    ``before`` begins with its sentence or line; both are folded.
    """
    if is_thing(before, after):
        return False
    if _LEAD.search(before) or is_listed(before, after) or has_a_turn(before, after):
        return True
    if per := _PER.search(before):
        return bool((_VIA_ON if "via" in per.group() else _PER_ON).match(after))
    if _VERSUS.search(before) or _VERSUS_ON.match(after):
        return True
    listed = before.endswith((", ", ", the ", " and ", " and the ")) and _ADDRESSED.match(before)
    return bool(_STARTS.search(before)) and not listed and _remarks(after)


def is_one_of_several(before: str, after: str) -> bool:
    """Return whether several that are joined hold a view: "A/B: pool it", "A + B both for it"."""
    if is_thing(before, after) or not _BEGINS.search(before):
        return False
    both = _BOTH.match(after)
    rest = after[both.end() - 1 :] if both else after
    return _remarks(rest) or bool(_FOR_A.match(rest)) or want_together(rest)


def _remarks(after: str) -> bool:
    """Return whether what follows an institution at the head of a remark is its remark."""
    signs = (_SIGN, _DASH, _COLON, _ANSWER, _AGAIN, _DOES, _TO_AGREE, _THEY_SAY, _OWNED, _SOFT)
    return (
        any(sign.match(after) for sign in signs)
        or is_marked_as_heard(after)
        or takes_a_stance(after)
    )


def is_thing(before: str, after: str) -> bool:
    """Return whether something of an institution is meant, or it is a venue or a source in "
    "print."""
    return bool(_AFTER_THING.match(after) or _BEFORE_THING.search(before))


# What is no body and nobody, and has letters of its own in brackets: 增值税(VAT), 부가가치세(VAT).
_LETTERS_OF_A_THING = re.compile(
    "(?:税|率|法|券|码|器|机|网|仪|卡|酸|冰|钢|光|灯|液|値|值|指数|协定|条约|标准|方式|系统|"
    "装置|合金|"
    "细胞|病|症|期|层|材|车|船|弹|度|价格|しすてむ|らんぷ|ぱねる|こーど|세|율|법|증|값|지수|협정|"
    "조약|시스템|장치|"
    "코드|램프|패널|미사일|률|수역|해역|요법|백신) ?[(]$"
)


def spells_out(before: str, acronym: str) -> bool:
    """Return whether the words before a bracket spell an acronym: sheet moulding compound (SMC).

    Then it is of these words, and of nobody at the table.
    """
    if _LETTERS_OF_A_THING.search(before):
        return True
    words = re.findall(r"[a-z]+", before.rstrip("( "))
    telling = [w for w in words if w not in ("of", "the", "and", "for", "on", "in")]
    spelt = {"".join(w[0] for w in it[-len(acronym) :]) for it in (telling, words)}
    return before.endswith("(") and acronym.lower() in spelt
