"""Tells whether an observer acts or speaks: 观察员说, オブザーバーは, 참관인의 걱정.

Else the word is what a list calls somebody.
"""

from __future__ import annotations

import re

from dialogueprep.domain.identity.described.pointed_deeds import told_chinese
from dialogueprep.domain.identity.reading.word_lists import word_lists

_LISTS = word_lists("offices", "observers")

_OBSERVES = re.compile(
    "(?: (?:한|1) ?(?:명|분|사람)(?=[은는이가도] |께서))?(?:로 (?:온|앉은) (?:분|이|사람|참석자)"
    ")?"
    f" ?(?:ら|たち|들|们|님|분|측|侧|方)?(?:{_LISTS['observers_do']}|:|、と|,|"
    f"의 (?:{_LISTS['observers_have_ko']})|"
    "の(?:本音|考え|不安|发言|意见|质问)|"
    "만 (?=[^.]{0,20}(?:반대|찬성)))"
)


def observes(text: str, at: int) -> bool:
    """Return whether a deed or a view of an observer is told in folded text behind ``at``."""
    return bool(_OBSERVES.match(text, at)) or told_chinese(text, at)
