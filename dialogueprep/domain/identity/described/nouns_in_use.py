"""Shows that a word which may be an adjective is a noun: an expert doubts it, expert groups.

What follows decides: a sign, a small word, a verb in the past, or one in the present with what it
is done to behind it.
"""

from __future__ import annotations

import re

from dialogueprep.domain.identity.reading.word_lists import word_lists

_LISTS = word_lists("described", "nouns_in_use")

# Words for people that stand before other nouns too: expert opinion, a delegate list.
ADJECTIVAL = frozenset(_LISTS.words("adjectival"))
_FOLLOWS = re.compile(
    r"(?=$|[^a-z0-9 ]|'s? | (?:who|whose|that|also|then|however|had|has|have|was|were|is|are|would|"
    r"could|did|does|may|might|should|present|from|of|with|at|in|on|to|by|and|or|but|as|for|nor|"
    r"there|here|too|again|nobody|no one|none|later|once|first|this|these|those|it|the|an?|they|"
    r"he|she|alone|"
    r"(?:[a-z]+(?:ed|ly))|[^a-z ]))"
)
_DOES = re.compile(
    r" [a-z]{2,}(?<!s)s (?:the|an?|this|these|those|it|them|him|her|us|me|whether|any|every|no|"
    r"nothing|everything|our|its|his|their|such|too|otherwise|little|much|so)(?![a-z])"
)

# Behind one who is told of alone, a word in -s is what that one does: a Lao official protests.
_ALONE = re.compile(r"(?:^|[^a-z])(?:an?|one|another) (?:[a-z-]+ ){0,3}$")
_ALL_OF_IT = re.compile(r"(?:^|[.!?;] ?)the (?:[a-z-]+ ){1,3}$")
_IN_S = f" (?!(?:{_LISTS['nouns_in_s']})(?![a-z]))[a-z]{{2,}}(?<![sui])s"
_DOES_SO = re.compile(f"{_IN_S}(?=$|[.,;!?]| (?:[a-z]+ly|{_LISTS['behind_deeds']})(?![a-z]))")
_ENDS_SO = re.compile(rf"{_IN_S}[.!]")

# Whose editor or reporter somebody is: of a shipping weekly.
OF_A_PAPER = re.compile(
    " (?:of|at|for|from|with) (?:an?|the|one|another|his|her)"
    f" (?:[a-z-]+ ){{0,2}}(?:{_LISTS['of_a_paper']})(?![a-z])"
)


def _does_something(before: str, after: str) -> bool:
    """Return whether a word in -s behind one person is a verb: it protests, it leaves early."""
    if _ALONE.search(before):
        return bool(_DOES_SO.match(after))
    return bool(_ALL_OF_IT.search(before) and _ENDS_SO.match(after))


def goes_on(before: str, after: str, past: re.Pattern[str], mind: re.Pattern[str]) -> bool:
    """Return whether what stands around a word takes it for a noun.

    ``past`` is of English verbs in the past, ``mind`` of those that tell what somebody thinks.
    """
    told = past.match(after, 1) or mind.match(after, 1)
    told = told or _FOLLOWS.match(after) or _DOES.match(after)
    return bool(told) or _does_something(before, after)
