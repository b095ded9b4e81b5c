"""Tells whether a role without an article, in hurried notes, is that of somebody with a view.

"chair cut in", "rapp not keen", "chair: tiers are silly"; not "chair: coffee, back by 10:45".
"""

from __future__ import annotations

import re

from dialogueprep.domain.identity.stances import is_marked_as_heard, takes_a_stance

SHORT = {"moderator": ("mod",), "rapporteur": ("rapp",)}
"""How notes shorten roles, at the head of a remark only."""
SHORT_IN_TEXT = {"moderator": ("mod ", "mod:"), "rapporteur": ("rapp",)}
"""What a text with such a shortened role holds."""
_DOES = re.compile(
    r",? (?:(?:again|also|then|now|[a-z]+ly) )?(?:cuts? in|br(?:oke|eaks) (?:the |his |"
    r"her )?silence|sp(?:oke|eaks) up|cut off|interrupt(?:s|ed)|jok(?:es|ed)|"
    r"sigh(?:s|ed)|laugh(?:s|ed)|"
    r"frown(?:s|ed)|shrug(?:s|ged)|smil(?:es|ed)|nod(?:s|ded)|grumbl(?:es|ed)|mutter(?:s|ed)|"
    r"snap(?:s|ped)|"
    r"quip(?:s|ped)|sid(?:es|ed) w(?:ith|/)|lean(?:s|ed) (?:to|for)|back(?:s|ed) (?:the|a|this|"
    r"that|it|off)|finds? (?:it|this|that|the)|"
    r"found (?:it|this|that|the)|lik(?:es|ed) (?:the|it|this|that)|hat(?:es|ed) |prais(?:es|ed) |"
    r"mock(?:s|ed) |"
    r"(?:gets?|got) (?:angry|cross|impatient)|los(?:es|t) (?:patience|temper)|roll(?:s|ed) (?:his|"
    r"her|their) eyes|"
    r"push(?:es|ed) (?:for|back)|own view|personally)(?![a-z])"
)
_REMARK = re.compile(r"(?: \((?:[^)]{1,24})\))? ?(?::|->|=>|→)[ ]?")
_AGAIN = re.compile(
    r",? (?:once )?again (?:on|about|against|for)(?![a-z])|, (?:off the record|privately|aside|"
    r"half-joking|smiling|laughing)[,:]"
)
_OWN = re.compile(r" \((?:own|personal)")
# How the meeting goes on, whatever verb stands in it.
_RUN = re.compile(
    r"(?:no (?:phones|quotes|names|cameras|recording|notes)|coffee|tea|break|lunch|dinner|"
    r"back (?:at|by|in|to)|next|agenda|items?|phones?|rules?|"
    r"remind|thank|welcome|floor|let's|"
    r"let us|any (?:other|more|further)|[0-9]|(?:one|two|three|four|five|ten) (?:min|more)|time|"
    r"order|please|pls|"
    r"questions?|q&a|intro|open|clos|start|end|adjourn|resum|summar|draft|notes?|photo|over to|"
    r"name|mics?|microphone|"
    r"interpret|chatham|the rule|house|speak|tb[cd]|we (?:start|resume|break|move|have|are (?:late|"
    r"running|behind))|"
    r"last |first |who (?:else|wants)|hands|cards|quiet|silence|seats?|rooms?|bus)"
)
_VIEWED = re.compile(
    r"(?<![a-z])(?:is|are|was|isn't|aren't|should|shouldn't|ought|must|mustn't|too|not|no|never|"
    r"nonsense|silly|enough|better|worse|"
    r"disagrees?|agrees?|doubts?|against|thinks?|prefers?|finds?|wants?|would|unlikely|premature|"
    r"own view|personally|"
    r"why)(?![a-z])"
)


_PRESENTS = re.compile(
    r" (?:show(?:s|ed)|put up|gave|gives|brought|compared|skipped|walked|used|ran|had|"
    r"apologi[sz]e[ds]|asks|conceded|admits|admitted)(?= [a-z0-9])|"
    r"\)? ?(?::| [-–—]) ?(?!tb[cd]|n/a|see |next|to be |(?:mr|ms|dr|prof)(?![a-z])|"
    r"[0-9]+ ?(?:min|'|h)|slides? (?:in|on|to)|names?(?![a-z]))(?=[a-z0-9'\"])"
)


_OF_SEVERAL = re.compile(r"(?:er|or|eur|chair|man|woman|clerk|scribe)s$")


def is_of_several(words: str) -> bool:
    """Return whether English words of a role are of several: the drafters, not who drafts."""
    return bool(_OF_SEVERAL.search(words))


def presents(after: str) -> bool:
    """Return whether a remark stands behind the word for a presenter, whose own it then is."""
    return bool(_PRESENTS.match(after))


def tells_a_view(after: str, saying: re.Pattern[str], mind: re.Pattern[str]) -> bool:
    """Return whether what stands behind a role without an article is somebody's view.

    ``saying`` and ``mind`` match English verbs of saying and of thinking behind it.
    """
    if saying.match(after) or mind.match(after, 1) or takes_a_stance(after) or _DOES.match(after):
        return True
    if _AGAIN.match(after) or (is_marked_as_heard(after) and not _REMARK.match(after)):
        return True
    remark = _REMARK.match(after)
    if not remark:
        return False
    rest = after[remark.end() :]
    if _OWN.match(after):
        return True
    return not _RUN.match(rest) and bool(_VIEWED.search(rest))
