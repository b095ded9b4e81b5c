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


# From whom a view came, or who held it: 反对意见来自观察员, 反対したのはオブザーバーだった.
_CAME_FROM = re.compile(
    "(?:意见|异议|质疑|疑问|批评|问题|担忧|顾虑)(?:只|均|都)?(?:来自|出自)$|"
    "(?:反对|赞成|同意|怀疑|不满)的(?:只有|只是|就是|是)$|たのは$"
)
_FROM = re.compile("(?:에게서|한테서|으로부터) (?:나왔|나온|제기)|だった|であった")
_NEAR = 16


def observes(text: str, start: int, end: int) -> bool:
    """Return whether a deed or a view of an observer is told in folded text around the word."""
    came = _CAME_FROM.search(text, max(0, start - _NEAR), start) or _FROM.match(text, end)
    return bool(came or _OBSERVES.match(text, end)) or told_chinese(text, end)
