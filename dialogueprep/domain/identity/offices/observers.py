"""Tells whether an observer acts or speaks: 观察员说, オブザーバーは, 참관인의 걱정.

Else the word is what a list calls somebody.
"""

from __future__ import annotations

import re

from dialogueprep.domain.identity.described.pointed_deeds import told_chinese

_OBSERVES = re.compile(
    "(?: (?:한|1) ?(?:명|분|사람)(?=[은는이가도] |께서))?(?:로 (?:온|앉은) (?:분|이|사람|참석자))?"
    " ?(?:ら|たち|들|们|님|분|측|侧|方)?(?:[はがもから은는이가도께]|说|称|认|表|指|提|问|强|则|也|"
    "还|反|建|主张|担|希|赞|补|回|插|发言|一方|当场|透露|在(?:茶歇|休息|边|一旁|会后)|:|、と|,|"
    "의 (?:생각|말|발언(?!권)|걱정|우려|의견|제안|질문|입장)|"
    "の(?:本音|考え|不安|发言|意见|质问)|"
    "만 (?=[^.]{0,20}(?:반대|찬성)))"
)


def observes(text: str, at: int) -> bool:
    """Return whether a deed or a view of an observer is told in folded text behind ``at``."""
    return bool(_OBSERVES.match(text, at)) or told_chinese(text, at)
