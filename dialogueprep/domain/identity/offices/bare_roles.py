"""Tells whether a role without an article, in hurried notes, is that of somebody with a view.

"chair cut in", "rapp not keen", "chair: tiers are silly"; not "chair: coffee, back by 10:45".
"""

from __future__ import annotations

import re

from dialogueprep.domain.identity.reading.word_lists import word_lists
from dialogueprep.domain.identity.stances import is_marked_as_heard, takes_a_stance

_LISTS = word_lists("offices", "bare_roles")

SHORT = {"moderator": ("mod",), "rapporteur": ("rapp",)}
"""How notes shorten roles, at the head of a remark only."""
SHORT_IN_TEXT = {"moderator": ("mod ", "mod:"), "rapporteur": ("rapp",)}
"""What a text with such a shortened role holds."""
_DOES = re.compile(
    f",? (?:(?:again|also|then|now|[a-z]+ly) )?(?:{_LISTS['does_now']}|sid(?:es|ed) w(?:ith|/)|"
    f"{_LISTS['does_lean']}|hat(?:es|ed) |prais(?:es|ed) |"
    f"mock(?:s|ed) |{_LISTS['does_lose_patience']})(?![a-z])"
)
_REMARK = re.compile(r"(?: \((?:[^)]{1,24})\))? ?(?::|->|=>|→)[ ]?")
_AGAIN = re.compile(
    f",? (?:once )?again (?:on|about|against|for)(?![a-z])|, (?:{_LISTS['in_what_manner']})[,:]"
)
_OWN = re.compile(r" \((?:own|personal)")
# How the meeting goes on, whatever verb stands in it.
_RUN = re.compile(
    f"(?:{_LISTS['run_no_phones']}|[0-9]|{_LISTS['run_minutes']}|q&a|{_LISTS['run_parts']}|"
    f"we (?:{_LISTS['run_start']})|"
    f"last |first |{_LISTS['run_asks']})"
)
_VIEWED = re.compile(f"(?<![a-z])(?:{_LISTS['viewed']})(?![a-z])")


_PRESENTS = re.compile(
    f" (?:{_LISTS['presents']})(?= [a-z0-9])|"
    r"\)? ?(?::| [-–—]) ?(?!tb[cd]|n/a|see |next|to be |(?:mr|ms|dr|prof)(?![a-z])|"
    r"""[0-9]+ ?(?:min|'|h)|slides? (?:in|on|to)|names?(?![a-z]))(?=[a-z0-9'\"])"""
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
