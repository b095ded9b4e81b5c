"""Shows in English that somebody described is spoken to, answered or quoted in a meeting.

To whom a question was put or the floor was given, with whom others agreed, who is told behind the
words that they said. A letter may go to any journalist, a question is put to one of those present.
"""

from __future__ import annotations

import re

_MET = re.compile(
    r"(?:(?:questions?|point|matter|query|request|objection|follow-up) "
    r"(?:was|were|is|had been|has been) (?:then |also |again )?"
    r"(?:put|addressed|directed|posed|returned|referred|passed)(?: back)? to|"
    r"floor (?:was |had been |then |next )?"
    r"(?:given|passed|handed|went|returned|yielded|ceded)(?: back)? to|"
    r"(?:gave|yielded|passed|handed|ceded) the floor to|"
    r"(?:speakers?|participants?|others?|colleagues?|delegates?|several|two|three|some|many|most|"
    r"few|one|nobody|everybody) (?:dis)?(?:agreed|sided|argued|differed|took issue) with|"
    r"(?:proposal|remark|idea|suggestion|point|wording|phrase|view|objection|question|text|"
    r"comment|line) (?:was|were|is|has been) (?:attributed|credited|ascribed|due|owed) to|"
    r"(?:nobody|no one|others|someone|a colleague|the chair|two speakers|participants) (?:answered|"
    r"interrupted|contradicted|echoed|seconded|countered|corrected|challenged|supported))"
    r" (?:by )?$"
)
_EXCHANGE = re.compile(
    r"(?:^|[ ,])(?:an?|the|this|one|another|brief|short|sharp|lively|heated) "
    r"(?:[a-z]+ )?(?:exchange|disagreement|dispute|back-and-forth) with $"
)
_CAME = re.compile(r" (?:followed|ensued|arose|led to|took up|over|about|on)(?![a-z])")
_SAID_BEHIND = re.compile(
    r"[\"”’',] (?:said|asked|replied|added|noted|warned|argued|observed|answered|countered|"
    r"insisted|objected|quipped|joked|remarked|wondered|suggested|concluded|recalled) $"
)


def is_met_english(before: str, after: str) -> bool:
    """Return whether a meeting's talk goes to somebody described, or their words stand before."""
    if _MET.search(before) or _SAID_BEHIND.search(before):
        return True
    return bool(_EXCHANGE.search(before) and _CAME.match(after))
