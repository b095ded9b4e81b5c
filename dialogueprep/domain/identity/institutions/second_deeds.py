"""Tells a view behind what leaves an institution free: it hosted, and argued for a vote.

承办了会议，但反对表决; 主催したが、採決には反対した; 주최했지만 표결에는 반대했다. Who provides
rooms and interpreters, or hosts what others object to, is left.
"""

from __future__ import annotations

import re

from dialogueprep.domain.identity.reading.fold import is_east_asian
from dialogueprep.domain.identity.reading.word_lists import word_lists
from dialogueprep.domain.identity.stances import takes_a_stance

_LISTS = word_lists("institutions", "second_deeds")

_FREE_EN = re.compile(
    f",? (?:[a-z]+ly |has |had |will |also |which |our |as |the |was |were )*"
    f"(?:{_LISTS['free_en']})(?![a-z])"
)
_LINK_EN = re.compile(
    "(?:,|,? (?:and|but|yet|while|though))(?: it)?"
    "(?: then| also| still| itself| and| but)? (?=[a-z])"
)
_VIEW_EN = re.compile(f"(?:{_LISTS['view_en']})(?![a-z])")
_ZH = re.compile(
    f"[^。；;，,]{{0,4}}(?:{_LISTS['free_zh']})[^。；;]{{0,16}}?[，,]?(?:并且?|但是?|却|而且|同时|也|还|不过)+"
    f"(?:{_LISTS['view_zh']})"
)
_JA = re.compile(
    f"[はがも、][^。；;]{{0,16}}?(?:{_LISTS['free_ja']})[^。；;]{{0,6}}?(?:が|し|た上で|たうえで|つつ|ながら)、"
    f"(?:(?!(?<!に)[はが])[^。；;]){{0,20}}?(?:{_LISTS['view_ja']})"
)
_KO = re.compile(
    f"[은는이가도] [^.;]{{0,16}}?(?:{_LISTS['free_ko']})"
    "(?:했지만|하고|하며|했으나|했고|하면서도?|하되) "
    f"(?:(?!(?<!에)[은는이가] )[^.;]){{0,20}}?(?:{_LISTS['view_ko']})"
)


def has_a_second_deed(after: str, mind: re.Pattern[str]) -> bool:
    """Return whether an institution hosts, publishes or is thanked, and then holds a view.

    ``mind`` matches what only somebody with a view does.
    """
    if any(map(is_east_asian, after[:12])):
        return any(it.match(after) for it in (_ZH, _JA, _KO))
    free = _FREE_EN.match(after)
    if not free:
        return False
    for link in _LINK_EN.finditer(after, free.end()):
        at = link.end()
        if mind.match(after, at) or _VIEW_EN.match(after, at) or takes_a_stance(after[at - 1 :]):
            return True
    return False
