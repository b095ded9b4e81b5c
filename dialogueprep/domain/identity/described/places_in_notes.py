"""Finds who is told in English notes by a place alone: "Mongolia: who pays?", "(Malaysia)".

Also who came from there on the way in ("the one who flew in from Berlin"), what somebody of there
asked ("the Thai question was left open"), and a body of there that speaks ("a Korean newspaper
asked"). A country that is spoken of does none of this.
"""

from __future__ import annotations

import re

from dialogueprep.domain.identity.cues import Cues
from dialogueprep.domain.identity.described.places_over_lines import A_FACT
from dialogueprep.domain.identity.reading.fold import Folded
from dialogueprep.domain.identity.reading.word_lists import word_lists
from dialogueprep.domain.identity.stances import is_short_of_a_verb, takes_a_stance
from dialogueprep.domain.people import Sector

_LISTS = word_lists("described", "places_in_notes")

_HEAD = re.compile(r"(?:^|[;.?!\n] ?|, )(?:[-*•>] ?)*$")
_SAYS = re.compile(
    f"(?:, again| again)?(?: ?: ?|,? again - | ?->|> | - ){A_FACT}(?=(?:{_LISTS['says']})(?![a-z]))"
)
_ON_THE_WAY = re.compile(
    f"(?<![a-z])(?:the|that|a|our|one) (?:{_LISTS['on_the_way_who']}) (?:who|that) "
    f"(?:had )?(?:just |only |first )?(?:{_LISTS['on_the_way']})(?: [a-z]+){{0,3}}? "
    "(?:from|out of|in|via) (?:the )?$"
)
_FROM = ("from ", "of ", "in ", "via ", "the ")
_CLOSED = re.compile(r"\)(?! ?[0-9])")
_BRACKET = re.compile(r"(?:^|[\"?!.] ?|(?<![a-z])(?:qs?|a|comments?|reply|answer|point) )\($")
_SPOKEN = re.compile(
    f" (?:{_LISTS['spoken_things']})s? (?:{_LISTS['spoken_went']})(?![a-z])"
    "(?! (?:in (?:1|2)[0-9]|last (?:year|month)))"
)
_POINTED = re.compile(r"(?<![a-z])(?:the|a|an|one|another|that|our) $")
_POINTING = ("the ", "a ", "an ", "one ", "another ", "that ", "our ")
_BODY = re.compile(f" (?:[a-z]+ )?(think[ -]tank|{_LISTS['body']})(?= )")
_OF_BODY = {
    "think tank": Sector.THINK_TANK, "think-tank": Sector.THINK_TANK,
    "institute": Sector.THINK_TANK, "university": Sector.ACADEMIA, "newspaper": Sector.MEDIA,
    "daily": Sector.MEDIA, "weekly": Sector.MEDIA, "broadcaster": Sector.MEDIA,
    "ministry": Sector.GOVERNMENT, "agency": Sector.GOVERNMENT, "company": Sector.BUSINESS,
    "firm": Sector.BUSINESS, "bank": Sector.BUSINESS, "insurer": Sector.BUSINESS,
    "ngo": Sector.CIVIL_SOCIETY,
}  # fmt: skip
_SPOKE = re.compile(f" (?:{_LISTS['spoke']})(?![a-z])")
_NOTED = 90  # letters behind a place that are looked at

Told = tuple[int, int, Sector | None]


def told_by_place(folded: Folded, start: int, end: int, cues: Cues) -> Told | None:
    """Return the span of somebody told by a place at ``start``, and a sector; None if nobody is."""
    text = folded.text
    before, after = text[max(0, start - 60) : start], text[end : end + _NOTED]
    if (_SAYS.match(after) or is_short_of_a_verb(after)) and _HEAD.search(before):
        return start, end, None
    if _CLOSED.match(after) and _BRACKET.search(before):
        return start, end, None
    if before.endswith(_FROM) and (led := _ON_THE_WAY.search(before)):
        return start - len(before) + led.start(), end, None
    pointed = _POINTED.search(before) if before.endswith(_POINTING) else None
    return _pointed_at((start - len(pointed[0]), end), after, cues) if pointed else None


def _pointed_at(span: tuple[int, int], after: str, cues: Cues) -> Told | None:
    """Return the span of what somebody of a place asked, or of a body there that speaks."""
    first, end = span
    if spoken := _SPOKEN.match(after):
        return first, end + spoken[0].rindex(" "), None
    body = _BODY.match(after)
    if body and _speaks(after[body.end() :], cues):
        return first, end + body.end(), _OF_BODY.get(body[1])
    return None


def _speaks(after: str, cues: Cues) -> bool:
    told = _SPOKE.match(after) or takes_a_stance(after)
    return bool(told) and not cues.lexicon.room.when.search(after)
