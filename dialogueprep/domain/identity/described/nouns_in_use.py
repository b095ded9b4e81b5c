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

# Whose editor or reporter somebody is: of a shipping weekly.
OF_A_PAPER = re.compile(
    " (?:of|at|for|from|with) (?:an?|the|one|another|his|her)"
    f" (?:[a-z-]+ ){{0,2}}(?:{_LISTS['of_a_paper']})(?![a-z])"
)


def goes_on(after: str, past: re.Pattern[str], mind: re.Pattern[str]) -> bool:
    """Return whether what follows a word takes it for a noun.

    ``past`` is of English verbs in the past, ``mind`` of those that tell what somebody thinks.
    """
    told = past.match(after, 1) or mind.match(after, 1)
    return bool(_FOLLOWS.match(after) or _DOES.match(after) or told)
