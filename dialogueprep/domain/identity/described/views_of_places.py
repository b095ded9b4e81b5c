"""Tells a view at the table from what a country does: who holds it is told by a place alone.

The Swedish preference was for a shorter text, from a Thai perspective, Sweden said no;
瑞典的意见是, 从泰国的角度看; スウェーデンの懸念は時間だった, タイとしては反対だ;
스웨덴의 의견은 반대였다, 태국으로서는 이르다.
The position of a state on a matter, and what it did in some year, are none of this.
"""

from __future__ import annotations

import re

from dialogueprep.domain.identity.found import sentence
from dialogueprep.domain.identity.reading.fold import KANA, Folded, is_hangul
from dialogueprep.domain.identity.reading.word_lists import word_lists
from dialogueprep.domain.identity.room_words import RoomWords

_LISTS = word_lists("described", "views_of_places")

_NEAR = 40  # letters before a place that are looked at
_ARTICLE_EN = re.compile(r"(?<![a-z])(?:the|a|an|one|that|our) $")
_HELD_EN = re.compile(
    f" ({_LISTS['held_en']})"
    "(?: (?:for|about|on|over|to|that|against) (?:[a-z'-]+ ){0,5}?[a-z'-]+)?"
    f" (?:{_LISTS['went_en']})(?![a-z])"
    f"(?! (?:[a-z]+ly |being )?(?:{_LISTS['put_down_en']})(?![a-z]))"
)
_STANCE_EN = re.compile(
    f" ({_LISTS['stance_en']}) was (?!in (?:1|2)[0-9])"
    f"(?:that|to|too|{_LISTS['stance_was_en']})(?![a-z])"
)
_SEEN_BEFORE_EN = re.compile(r"(?<![a-z])(?:from (?:a|an|the)|in the) $")
_SEEN_EN = re.compile(
    f" ({_LISTS['seen_en']}),(?! (?:the|this|that|his|her) (?:{_LISTS['works_en']})(?![a-z]))"
)
_OPENS_EN = re.compile(r"(?:^|[.;:!?,\n] ?|(?<![a-z])(?:and|but|that|the|only|then) )$")
_DEED_EN = re.compile(f" (?:again |also |still |simply )?(?:{_LISTS['deeds_en']})(?![a-z])")

_OPENS_EAST = re.compile(r"(?:^|[\n。；;！？!?,、，：: 「“(（]|但|而|从|就)$")
_CHINESE = re.compile(
    f"的(?:{_LISTS['held_zh']})(?!是(?:{_LISTS['put_down_zh']}))(?:{_LISTS['went_zh']})|"
    f"(?:{_LISTS['deeds_zh']})(?=$|[。；;，,！!])"
)
_SEEN_ZH = re.compile(
    f"的(?:角度|立场|观点|视角)(?:来)?(?:看|说|讲|出发)(?!{_LISTS['seen_besides_zh']})"
)
_JAPANESE = re.compile(
    f"の(?:{_LISTS['held_ja']})(?:は|も)(?![^。；;]{{0,30}}?(?:{_LISTS['put_down_ja']})れた)"
    "[^。；;]{0,30}(?:だった|であった|た)(?=$|[。；;])|"
    "としては(?!初めて|最大|最も|异例)(?=[^。]{1,40}(?:だ|たい|ない|い|である|べき)(?=$|[。；;]))|"
    f"人?[はも](?:{_LISTS['deeds_ja']})(?=$|[。；;])"
)
_KOREAN = re.compile(
    f"의 (?:{_LISTS['held_ko']})[은는도] "
    "[^.;]{0,30}(?:(?<!되)었다|였다|(?<!통과)했다|랐다|같았다)(?=$|[.;])|"
    "(?:으)?로서는 (?!첫|처음|최초|최대)(?=[^.;]{1,40}다(?=$|[.;]))|"
    f"인?[은는도] (?:{_LISTS['deeds_ko']})(?=$|[.;])"
)


def told_by_a_view(folded: Folded, start: int, end: int, room: RoomWords) -> tuple[int, int] | None:
    """Return the span of a place that stands for whoever holds a view in the meeting."""
    _, last = sentence(folded, start)
    if room.when.search(folded.text, end, last):
        return None
    if folded.text[start].isascii():
        return _english(folded, start, end)
    return (start, end) if _eastern(folded, start, end, last) else None


def _english(folded: Folded, start: int, end: int) -> tuple[int, int] | None:
    text, before = folded.text, folded.text[max(0, start - _NEAR) : start]
    if not folded.written(start, start + 1).isupper():
        return None
    if article := _ARTICLE_EN.search(before):
        held = _HELD_EN.match(text, end) or _STANCE_EN.match(text, end)
        if not held and _SEEN_BEFORE_EN.search(before):
            held = _SEEN_EN.match(text, end)
        if held:
            return start - len(article[0]), held.end(1)
    if _OPENS_EN.search(before) and _DEED_EN.match(text, end):
        return start, end
    return None


def _eastern(folded: Folded, start: int, end: int, last: int) -> bool:
    text = folded.text
    if not _OPENS_EAST.search(text, max(0, start - 2), start):
        return False
    if is_hangul(text[start]):
        return bool(_KOREAN.match(text, end, last))
    if KANA.search(text, end, last):
        return bool(_JAPANESE.match(text, end, last))
    seen = text.startswith("从", start - 1) and _SEEN_ZH.match(text, end, last)
    return bool(seen or _CHINESE.match(text, end, last))
