"""Judges institutions in hurried English notes: whose remark follows a sign, a stance, a list.

"Lanxing + most others fine w/ it", "acc. to DAO", "MIDP vs DCAP", "Hayate again on labs"; a
venue, a report, a data centre or a tree is none of this.
"""

from __future__ import annotations

import re

from dialogueprep.domain.identity.institutions.listed_positions import is_listed
from dialogueprep.domain.identity.institutions.turns import has_a_turn, want_together
from dialogueprep.domain.identity.reading.word_lists import word_lists
from dialogueprep.domain.identity.stances import is_marked_as_heard, takes_a_stance

_LISTS = word_lists("institutions", "notes")

_STARTS = re.compile(
    r"(?:^|[,:;(>] ?|[/+&-] |(?:^|[ ,])(?:and|but|then|later|even|only|also|so|again|plus|while|"
    r"whereas|yet|though|"
    r"still|now|mostly|esp\.?|incl\.?|ap|todo) )(?:the )?$"
)
_BEGINS = re.compile(r"(?:^|[:;>(] ?|^(?:and|but|then|later|even|only|also|so|again) )(?:the )?$")
_ADDRESSED = re.compile(
    r"(?:[0-9]+[.)] ?)?(?:to|cc|for|from|by|with|at|in|via|see|thanks to|invite|ask) [^:]*$"
)
_LEAD = re.compile(rf"(?:^|[ (,;:])(?:acc\.? to|{_LISTS['lead']}) (?:the )?$")
_PER = re.compile(r"(?:^|[ (,;:])(?:as per|per|via|following|pace|contra) (?:the )?$")
_PER_ON = re.compile(
    r"$|[,:;.)]| (?:the|it|this|that|we|they|no|not|there|only|all|most)(?![a-z])| ?[0-9]"
)
_VIA_ON = re.compile(r" ?:")
_VERSUS = re.compile(r"(?:^|[ (,;:])[a-z0-9-]+ (?:vs?\.?|versus) (?:the )?$")
_VERSUS_ON = re.compile(r" (?:vs?\.?|versus) (?:the )?[a-z]")
_ANSWER = re.compile(
    f",? (?:(?:too|again|still|now|also|both|all|mostly|rather) )?(?:{_LISTS['answer']})"
    "(?= ?[,;.)]| on [a-z]|"
    " ?$)"
)
_SOFT = re.compile(
    ",? (?:hard|soft|firm|clear|flat) (?:no|yes)(?![a-z])|,? (?:is |was )?(?:the outlier|"
    f"isolated)(?![a-z])|,? (?:{_LISTS['softening']})(?![a-z])|"
    ",? (?:for|against) [a-z](?= ?[,.;)]| ?$)|,? split (?:on|over|about)(?![a-z])|"
    f"(?:'s?)? (?:{_LISTS['stances']})(?= ?:)"
)
_AGAIN = re.compile(
    r",? (?:once )?again (?:on|about|re|for|against|w/|with)(?![a-z])|"
    r",? (?:back )?on [a-z0-9' -]{2,30} (?:again|once more)(?![a-z])"
)
_DOES = re.compile(
    f",? (?:{_LISTS['does_still']}) [a-z]{{2,}}s (?:it|this|that|"
    "them|these|so)(?![a-z])|"
    f",? (?:{_LISTS['does_waits']})(?![a-z])"
)
_THEY_SAY = re.compile(
    r"[^.;:]{3,50}, (?:they|he|she) (?:say|said|says|claim|claims|tell us|insist|reckon)(?![a-z])"
)
_SIGN = re.compile(r" ?(?:->|=>|[→⇒⟶➔])")
_DASH = re.compile(f" (?:--?|=) (?:{_LISTS['behind_a_dash']})(?![a-z])")
_COLON = re.compile(
    rf" ?: ?(?!https?|www|tel|ph|\+?[0-9]{{3}}|p\. ?[0-9]|see |{_LISTS['behind_a_colon']}|"
    "[0-9]+ (?:seats|pax|people)|$)"
)
_TO_AGREE = re.compile(f" to (?:{_LISTS['to_agree']})(?![a-z])")
_FOR_A = re.compile(
    r",? (?:also )?(?:for|against) (?:an?|the|this|that|no|any|more|less|all)(?![a-z])"
)
_OWNED = re.compile(r"'s(?= ?(?:,|\)|$))")
_BOTH = re.compile(r",? (?:both|all|all three|each|neither|mostly) (?=[a-z])")
_AFTER_THING = re.compile(
    f"(?:'s?)? (?:(?:{_LISTS['own_things']}) )?(?:{_LISTS['places_and_papers']}|papers? [0-9]+|"
    f"{_LISTS['papers_of_a_body']})(?![a-z])"
    f"(?! (?:{_LISTS['papers_said']}))"
)
_BEFORE_THING = re.compile(
    rf"(?:^|[ (,;])(?:{_LISTS['before_thing']}|fig\.?|table)(?: (?:by|of|at|"
    "in|from|to)|:|: at|: in)? (?:the )?$"
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
_LETTERS_OF_A_THING = re.compile(f"(?:{_LISTS['letters_of_a_thing']}) ?[(]$")


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
