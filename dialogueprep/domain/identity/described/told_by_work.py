"""Reads who is told by a line of work that they are in: the gentleman in marine insurance.

做保险的那一位, 搞水文的那位与会者, 保険の仕事をしている方, 海運会社から来た方, 보험 일을 하는 분.
Only who is pointed at counts: to do insurance one has to be honest (做保险要讲诚信) is of anybody.
"""

from __future__ import annotations

import re

from dialogueprep.domain.identity.reading.fold import Folded, is_hangul
from dialogueprep.domain.identity.reading.word_lists import word_lists

_LISTS = word_lists("described", "told_by_work")

_ENGLISH_BEFORE = re.compile(
    f"(?<![a-z])(?:the|an?|one|our|that) (?:[a-z]+ )?(?:{_LISTS['english_before']})"
    "(?: present)?,?"
    f"(?: who (?:{_LISTS['english_works']})| working|"
    " dealing|(?: who)? comes| who came)?(?: in| from| with) (?:the )?(?:[a-z]+ )?$"
)
_ENGLISH = re.compile(
    f"(?: (?:{_LISTS['english_work']}))?"
    "(?=$|[.,;:)]| (?:[a-z]+ly |then |also |again |did not |would not |could not )?"
    "(?!will|would|should|must|may|can|could|is|are|has|have|and|or|of|to|for|in|from|with|at|"
    "on|by)"
    f"(?:{_LISTS['english_did']}|[a-z]{{2,}}(?:ed|s))(?![a-z]))"
)
_CHINESE_BEFORE = re.compile("(?:做|搞|干|从事|经营|跑|卖|开|来自|出身|出身于)$")
_CHINESE = re.compile(
    "(?:这一?行|行当|生意|买卖|工作|业务|行业|领域|公司|企业|贸易|业|界|局|店|会)?"
    "(?:出身|起家|工作)?的?(?:[那这][一]?[位个](?:与会者|先生|女士|同事|朋友|代表|参会者)?|"
    "一[位名](?:与会者|代表|先生|女士)|与会者|参会者)"
)
_JAPANESE = re.compile(
    f"(?:会社|业|业界|关系|业者|めーかー|团体|の仕事|の业界|の会社)?(?:{_LISTS['japanese']})"
    "(?:という)?(?:方|人物|参加者|出席者|男性|女性)(?=[はがもの、に])"
)
_KOREAN = re.compile(
    "(?:회사|업|업계|사업|장사|일|단체)?"
    "(?:[을를]? ?(?: ?(?:일|장사|사업)을 )?(?:하는|하시는|운영하는|경영하는|다루는)|"
    "에 (?:종사하는|몸담은|몸담고 있는|계신|있는)|에서 (?:일하는|온|오신|나온|나오신)) "
    "(?:그 |한 )?(?:분|참석자|참가자|여성|남성|인사|위원)(?=[은는이가도의]|에게)"
)
_WONT_KO = re.compile("[은는이가도의]? ?[^.]{0,12}(?:해마다|매년|보통|대개|흔히)")
_IN, _NEAR = (" in ", " from ", " with "), 24


def by_work(folded: Folded, start: int, end: int) -> tuple[int, int] | None:
    """Return the span of whoever is told by the line of work that stands at a place."""
    text = folded.text
    if text[start].isascii():
        near = text[max(0, start - _NEAR) : start]
        if not any(word in near for word in _IN):
            return None
        led = _ENGLISH_BEFORE.search(text, max(0, start - 70), start)
        told = _ENGLISH.match(text, end) if led else None
        return (led.start(), told.end()) if led and told else None
    if is_hangul(text[start]):
        told = _KOREAN.match(text, end)
        led = start > 0 and is_hangul(text[start - 1])
        return (
            (start, told.end())
            if told and not led and not _WONT_KO.match(text, told.end())
            else None
        )
    if told := _JAPANESE.match(text, end):
        return start, told.end()
    before = _CHINESE_BEFORE.search(text, max(0, start - 3), start)
    told = _CHINESE.match(text, end) if before else None
    return (before.start(), told.end()) if before and told else None
