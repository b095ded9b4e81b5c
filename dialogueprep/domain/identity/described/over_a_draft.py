"""Tells whether a place named alone is whoever speaks for it over a draft, in hurried notes.

Japan wants the verb out; 日本要删“应”字; 韓国、前文は半分で可と; 일본: 전문은 반으로 줄이자고.
What a country builds, sells or suffers is none of this.
"""

from __future__ import annotations

import re

from dialogueprep.domain.identity.found import sentence
from dialogueprep.domain.identity.reading.fold import Folded, is_hangul
from dialogueprep.domain.identity.reading.word_lists import word_lists

_LISTS = word_lists("described", "over_a_draft")

_OPENS = re.compile(
    r"(?:^|[\n;:,.(、。] ?|(?<![a-z])(?:but|and|only|then|so) |但|而|只有|连|"
    "一方)$"
)
_PART = _LISTS["part"]
_ENGLISH = re.compile(
    f"(?:,)? (?:again |still |also |now )?(?:{_LISTS['english']}|"
    "(?:ok|fine|not ok) (?:w/|with))"
    r"""(?: to (?:delete|keep|strike|add|drop|change|replace))? (?:['\"“‘][a-z]+|"""
    f"(?:the |this |that |no |an? )?(?:[a-z]+ )?(?:{_PART})(?![a-z]))"
)
_CHINESE = re.compile(
    "(?:又|还|也|仍|坚持|一定|偏|则|就)*(?:要|想|希望|宁可|倾向|愿意|坚持|不肯|不愿|同意|不同意|反对|"
    "主张|建议|提议)(?:把|将)?"
    "(?:[^,。;]{0,8}?(?:删|划|去)(?:掉|去)?(?!除[^,。;]{0,4}(?:内容|账号))|改成|改为|换成|写成|写进|"
    '保留[「“"『]|加[「“"『]|留(?=$|[,。;]))|'
    "(?:又|再)?:(?![^。;]{0,4}[0-9一二三四五六七八九十百两]+[座个名人次年%])[^。;]{0,12}"
    '(?:前言|序言|附件|脚注|动词|措辞|条款|第[一二三四五六七八九十0-9]+[条段]|草案|文本|[「“"『])'
)
_TEXT_JA = (
    "前文|附属书|脚注|动词|文言|条项|条文|草案|括弧|第[0-9一二三四五六七八九十]+[条项]|[「『]"
)
_JAPANESE = re.compile(
    f"(?:[はも][、,:]? ?|[、,:] ?)(?=[^。;]{{0,14}}(?:{_TEXT_JA}))[^。;]{{2,40}}"
    f"(?:{_LISTS['japanese']})(?:か)?(?=$|[。;])"
)
_KOREAN = re.compile(
    "(?:[은는도]?[:,] ?|[은는도] )(?=[^.;]{0,14}(?:전문|부속서|각주|동사|문구|조항|초안|괄호|"
    """제?[0-9]+[조항]|['"‘“「]))"""
    f"[^.;]{{2,40}}(?:{_LISTS['korean']})(?=$|[.;])"
)


def speaks_over_a_draft(folded: Folded, start: int, end: int) -> bool:
    """Return whether a place that stands here is told with what it wants of a text."""
    text = folded.text
    if not _OPENS.search(text[max(0, start - 6) : start]):
        return False
    if text[start].isascii():
        return bool(_ENGLISH.match(text, end)) and folded.written(start, start + 1).isupper()
    last = sentence(folded, start)[1]
    if is_hangul(text[start]):
        return bool(_KOREAN.match(text, end, last))
    return bool(_CHINESE.match(text, end, last) or _JAPANESE.match(text, end, last))
