"""Tells whether what stands behind a name in hurried notes is a stance, with or without a verb.

"Gu against", "SIPS not keen on tiers", "both Americans ok w/ it", "Ryu -> two", "Moon again: no".
"""

from __future__ import annotations

import re

from dialogueprep.domain.identity.reading.word_lists import word_lists

_LISTS = word_lists("identity", "stances")

_HOW = (
    rf"(?:,? (?:{_LISTS['how']}|v\.?|{_LISTS['how_much']}|(?!only|early|family|reply|supply|"
    "daily|weekly|july)[a-z]{2,}ly)){0,3}"
)
_BEING = f"(?: (?:{_LISTS['being']}))?"
_LEANING = (
    f"against(?! the (?:wall|sea|wind|tide|clock|current|grain))|{_LISTS['leaning']}|"
    "(?:cautious|careful)(?=[.,;]|$| (?:about|abt|on|re)(?![a-z]))|"
    "less sure|worried|concerned|keen|open to|fine (?:with|w/)|fine(?=[.,;]|$)|"
    "ok(?:ay)? (?:with|"
    "w/)|"
    f"ok(?:ay)?(?=[.,;]|$)|{_LISTS['leaning_minded']}|quiet(?! "
    "(?:street|town|week|day|night|room))|"
    f"{_LISTS['leaning_right']}|"
    f"w/ reservations|{_LISTS['leaning_how']}"
)
_BARE = re.compile(rf"{_HOW} (?:{_LEANING})(?![a-z])")
_STANCE = re.compile(rf"{_HOW}{_BEING}{_HOW} (?:{_LEANING})(?![a-z])")
# What only somebody who sits there does in the present: doesn't buy it, can live with it, repeats.
_PRESENT = re.compile(
    f"{_HOW} (?:(?:{_LISTS['does_not']}) (?:{_LISTS['want']})|"
    f"(?:can|can't|cannot|could|couldn't|cd|could not) (?:live with|live w/|{_LISTS['can']})|"
    f"(?:{_LISTS['does']})(?! of (?!the|this|that|delay)[a-z]+ )|"
    f"(?:has|had) (?:[a-z]+ )?(?:{_LISTS['has']})|"
    f"(?:{_LISTS['acts']}))(?![a-z])"
)
_HEADS_REMARK = re.compile(
    r" ?(?:->|=>|[→⇒⟶➔]|>(?! ?[0-9])|\])|"
    r" ?\((?:[^)0-9]{1,30}|[a-z]?[0-9]{1,2})"
    r"\) ?(?:who|why|what|how|:|->|=>|→|-|says|thinks|wants|"
    r"asks)|,? (?:again|once more|too)(?=[:;,.]| -)|,? et al\.?(?![a-z])|, for one,|,? aside[,:]|"
    rf" (?:\(?(?:{_LISTS['heads_remark']})\)?)(?= ?[:,]| [a-z])|"
    r" (?:yes|no|yep|nope|ditto|likewise)(?= ?[,;:.]|$)| ?\+1(?![0-9])|"
    r" (?:and|\+|&) (?:(?:one|two|three|several|some|most|many|all|a few) )?others?(?![a-z])"
)
_TASK = re.compile(f"(?: (?:to|will) (?:{_LISTS['task']}))(?![a-z])| on [a-z' -]{{3,30}}: ")
_SAYS = re.compile(f" (?:{_LISTS['says']}) ")
_AFTER_A_DASH = re.compile(r" (?:--?|[–—]) [a-z0-9]")
_PLURAL = re.compile(" (?:people|folks|ones|ideas|words)(?![a-z])")
_DASHED = re.compile(r" (?:--?|:) |: ?")
# What heads an entry, is a substance or a matter: nobody is told by "Price: up", "Stone is heavy".
_TOPICS = frozenset(_LISTS.words("topics"))


def takes_a_stance(after: str) -> bool:
    """Return whether a stance stands behind a name: "not keen on it", "doesn't like it"."""
    return bool(_STANCE.match(after) or _PRESENT.match(after))


def is_short_of_a_verb(after: str) -> bool:
    """Return whether a stance follows as in notes, without a verb: "against", "not keen"."""
    return bool(_BARE.match(after))


def heads_a_remark(word: str, after: str) -> bool:
    """Return whether a name at the head of a note is whose remark it is, though also a word."""
    if is_a_topic(word):
        return bool(_STANCE.match(after))
    signed = _HEADS_REMARK.match(after) or _TASK.match(after) or _DASHED.match(after)
    return takes_a_stance(after) or bool(signed)


def heads_a_note(after: str) -> bool:
    """Return whether somebody described at the head of a note is whose remark it is."""
    return bool(_BARE.match(after) or _HEADS_REMARK.match(after) or _DASHED.match(after))


def tells_in_notes(word: str, after: str, *, common: bool = False) -> bool:
    """Return whether a word without a capital is a name in notes: "brook says", "koh -> two".

    One that is no ``common`` word tells it before a dash too: "shao - raw data, no".
    """
    if is_a_topic(word) or _PLURAL.match(after):
        return False
    if not common and _AFTER_A_DASH.match(after):
        return True
    return takes_a_stance(after) or bool(_HEADS_REMARK.match(after) or _SAYS.match(after))


def is_marked_as_heard(after: str) -> bool:
    """Return whether a sign behind a name tells that it is whose remark follows: "Ryu -> two"."""
    return bool(_HEADS_REMARK.match(after))


def is_a_topic(word: str) -> bool:
    """Return whether a word heads entries and lists as what they are about: price, water."""
    return word in _TOPICS
