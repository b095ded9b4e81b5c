"""Tells that two entries or spellings are said to be of one person, and no remark of anybody.

"The two entries on the list are the same person", 名单上这两个写法是同一个人.
"""

from __future__ import annotations

import re

from dialogueprep.domain.identity.found import sentence
from dialogueprep.domain.identity.reading.fold import Folded
from dialogueprep.domain.identity.reading.word_lists import word_lists

_LISTS = word_lists("offices", "one_on_a_list")

_ARE_ONE = re.compile(r"(?<![a-z])(?:is|are|was|were|be|as|for)(?: one and| really| in fact)? $")
_IS_ONE = re.compile(
    "(?:(?:乃|就|均|都|实|系|其实)?[是为系]|[はがも]|은|는|이|가)(?:实际上|其实)? ?$"
)
_IS = re.compile(
    "[ぁ-ん]{0,6}(?:である|だ|です|とみられ|の表记|$|[。、,.])|이다|입니다|임$|[,.。;]|$"
)
_LIST = re.compile(f"(?<![a-z])(?:{_LISTS['list_en']})(?![a-z])|{_LISTS['list_east']}")


def is_of_a_list(folded: Folded, start: int, end: int) -> bool:
    """Return whether "the same person" is what entries on a list or spellings are said to be."""
    first, last = sentence(folded, start)
    before, after = folded.text[first:start], folded.text[end:last]
    latin = folded.text[start].isascii()
    one = _ARE_ONE.search(before) if latin else _IS_ONE.search(before) and _IS.match(after)
    return bool(one and _LIST.search(before + after))
