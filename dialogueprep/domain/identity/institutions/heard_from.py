"""Tells whether an institution is named as whose view follows or went before, in English.

"Per SIPS, …", "Echoing the Tidewater Forum, …", "Q from Xilan: …", "the idea is Seorak's".
"""

from __future__ import annotations

import re

from dialogueprep.domain.identity.reading.word_lists import word_lists
from dialogueprep.domain.identity.stances import takes_a_stance

_LISTS = word_lists("institutions", "heard_from")

_OPENS = r"(?:^|[.;:!?\"'(,] |and |but |- )"
# What leads to somebody's view, before a comma.
_LEADS = re.compile(rf"{_OPENS}(?:(?:and|but|so) )?(?:per|acc\.? to|{_LISTS['leads']}) $")
_LED_ON = re.compile(r",|$| (?:the|this|that|it|two|one|several|some|most|many|others)(?![a-z])")
_FOR = re.compile(rf"{_OPENS}(?:for|to) $")
_WEIGHED = re.compile(
    " [a-z' -]{3,40}? (?:is|was|are|were|seems?|looks?|will be)"
    f" (?:not )?(?:enough|too |{_LISTS['weighed_things']}|no |only |"
    f"all |{_LISTS['weighed']})"
)
_BACK = re.compile(rf"{_OPENS}(?:back|over|on|next|turning|coming) to $")
_SAID = re.compile(
    rf"""(?:{_OPENS}|[a-z]\"? |\? )(?:{_LISTS["said"]}|"""
    r"agree w/|agree with|agreed with|\+1|thx to|h/t|credit to|w/) $"
)
_ENDS = re.compile(r" ?(?:$|[.;,)])")
_NOUN = re.compile(
    f"{_OPENS}(?:(?:an?|the|one|another|no|next|last|first) )?(?:[a-z]+ )?"
    f"(?:{_LISTS['remarks']}) (?:by|from) $"
)
_SHOWN = re.compile(f"(?:{_LISTS['shown']}) (?:from|of|by|at) $")
_DOUBTED = re.compile(f" (?:was|were|are|is) (?:[a-z]+ )?(?:{_LISTS['doubted']})(?![a-z])")
_OWNED = re.compile(f"(?:{_LISTS['owned']}) (?:is|was|are|were) $")
_OWNS = re.compile(r"'s?(?= ?(?:$|[.,;)]))")
_THANKED = re.compile(r"(?:^|[ (,])(?:thanks?|thanked|thx)(?: to)? $")
_FOR_ITS = re.compile(r" for (?:(?:the|its|this|that|their) )?(?:[a-z]+ )?")
_WITH = re.compile(r"(?:^|[ (,])with $")


def is_heard_from(before: str, after: str, view: re.Pattern[str]) -> bool:
    """Return whether what stands around an institution names it as the source of a view.

    ``view`` matches an expression of a view.
    """
    if not before:
        return False
    if _LEADS.search(before):
        return bool(_LED_ON.match(after))
    if _BACK.search(before):
        return bool(re.match(r":|\.?$", after))
    if _WITH.search(before):
        return takes_a_stance(after)
    return _is_noted(before, after) or _is_thanked(before, after, view)


def _is_noted(before: str, after: str) -> bool:
    """Return whether something said, shown or weighed is told to be an institution's."""
    if _NOUN.search(before):
        return True
    pairs = ((_FOR, _WEIGHED), (_SAID, _ENDS), (_SHOWN, _DOUBTED), (_OWNED, _OWNS))
    return any(led.search(before) and on.match(after) for led, on in pairs)


def _is_thanked(before: str, after: str, view: re.Pattern[str]) -> bool:
    """Return whether an institution is thanked for a view: thanks to SIPS for the question."""
    told = _FOR_ITS.match(after) if _THANKED.search(before) else None
    return bool(told) and bool(view.match(after, told.end()))
