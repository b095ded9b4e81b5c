"""Tells whether somebody's deed ends a Japanese clause that a name opens: 森は案に異を唱えた。"""

from __future__ import annotations

import re

from dialogueprep.domain.identity.reading.fold import Folded, is_han
from dialogueprep.domain.identity.reading.word_lists import word_lists
from dialogueprep.domain.identity.spellings.matcher import Hit
from dialogueprep.domain.identity.spellings.names import Part

_CLAUSE = re.compile("(?:^|[\\s,.:;!?。、「『(]|[\u4e00-\u9fff][でにと])$")
_LISTS = word_lists("named", "late_deeds")

_KANA = 4  # kana of a name that hardly stands by chance
_DEED = re.compile(
    f"[はがも](?P<between>[^。!?\\n]{{0,48}}?)(?:{_LISTS['deeds']})[^。、!?\\n]{{0,8}}(?:[。、!?\\n]|$)"
)
_ANOTHER = re.compile("(?<![にでとて])は|が(?!ら)")


def is_late_deed(hit: Hit, folded: Folded) -> bool:
    """Return whether a family name is the subject of what only somebody does, told at the end.

    Nobody else may be a subject between: 森は参加者が反対した is no deed of Mori's.
    """
    text = folded.text
    word = text[hit.start : hit.end]
    if hit.part is not Part.FAMILY or not hit.sure or not (is_han(word[0]) or len(word) >= _KANA):
        return False
    deed = _DEED.match(text, hit.end)
    return bool(deed) and not _ANOTHER.search(deed["between"])


def opens_clause(hit: Hit, folded: Folded) -> bool:
    """Return whether a name opens a clause, or stands behind where or when: 会場でおぐりすが."""
    return bool(_CLAUSE.search(folded.text[max(0, hit.start - 2) : hit.start]))
