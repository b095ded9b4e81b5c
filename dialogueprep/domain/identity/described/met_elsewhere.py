"""Tells in Chinese, Japanese and Korean that people of a calling were met outside the meeting.

A minister told reporters, an embassy invited journalists to a film, newspapers report that two
ambassadors were dismissed, each ministry should appoint one, somebody of the next town wrote.
Whom a chair, a presenter or another participant answers is at the table.
"""

from __future__ import annotations

import re

from dialogueprep.domain.identity.described.phrases import Phrase
from dialogueprep.domain.identity.found import sentence
from dialogueprep.domain.identity.reading.fold import Folded, is_hangul
from dialogueprep.domain.identity.reading.word_lists import word_lists
from dialogueprep.domain.identity.views import VIEW

_LISTS = word_lists("described", "met_elsewhere")

_BARE = frozenset({"several"})
_HEAD = 24  # letters in which a sentence says who met them

# Who governs, judges or receives: a minister, an embassy, a court, at the head of a sentence.
_OUTSIDE_ZH = re.compile(f"(?:[^,。;:“”一某那这]{{0,8}}?(?:{_LISTS['outside_zh']}))(?!的|方面)")
_OUTSIDE_JA = re.compile(f"(?:[^、。「」]{{0,9}}?(?:{_LISTS['outside_ja']}))[はが]")
_OUTSIDE_KO = re.compile(
    f"(?:[가-힣0-9]{{1,6}} ){{0,2}}?[가-힣]{{0,6}}(?:{_LISTS['outside_ko']})[은는이가] "
)
# To whom they spoke, whose questions they took, whom they asked in, protected or turned down.
_MET_ZH = re.compile(f"(?:{_LISTS['met_zh']})(?:多名|各国|外国|当地|在场的?)?$")
_MET_JA = re.compile(
    "(?:たち|ら|团)?(?:に(?:对し|语|话|述|答|告げ|こう|そう|、)|"
    "の(?:质问|取材|问い|诉え|要请)[にを]|を[^。「」]{0,18}"
    f"(?:{_LISTS['met_ja']})|と(?:会|面会|恳谈|昼食|夕食))"
)
_MET_KO = re.compile(
    "(?:들|단)?(?:에게|한테|과 만나|와 만나|의 (?:질문|취재|물음|소송|요청)[에을를]|"
    f"[을를] [^.]{{0,20}}(?:{_LISTS['met_ko']}))"
)
# What newspapers report of some, who lost or got a post.
_REPORTED = re.compile(
    "^(?:(?:据?[^,。]{0,6}(?:报纸|报章|媒体|电视台?|通讯社|新闻)(?:报道|报导)?|据(?:报道|报导|报))(?:称|说)?,|"
    "(?:[^、。]{0,4}报道|新闻)(?:では|によれば|によると)、?|"
    "(?:보도|신문|언론|뉴스)(?:에 따르면|에서는|에 의하면),? )"
)
_LOST = re.compile(f"[^。.]{{0,14}}(?:{_LISTS['lost_a_post']})")
# What is to be done: that somebody be appointed.
_TO_APPOINT = re.compile(
    f"(?:应当?|须|必须|需要?|可以?|宜|拟|建议|要求)[^,。;]{{0,8}}(?:{_LISTS['appoint_zh']})$"
)
_APPOINTED = re.compile("[^,。;了说]{0,12}(?=[,。;]|$)")
# Somebody of another town who puts no view, or who wrote a book.
_NEXT_DOOR = re.compile(
    "(?:邻|近く|别)の(?:市|町|村|县|国|州|岛)の?$|"
    "(?:이웃|옆|다른) (?:도시|나라|마을|고장|지역|섬)의 $"
)
_WROTE_KO = re.compile(
    "[이가] (?:(?:1[0-9]|20)[0-9]{2}년(?:에|대에)? )(?:[가-힣]{1,3} )?"
    "(?:책|소설|회고록|논문|기사|시|글|편지|일기)[을를] (?:썼|펴냈|냈|남겼|발표했)"
)
_WITHOUT_KO = re.compile(
    "(?:들)?(?:[이가] 없(?:으면|이는|는 (?:한|곳|나라))|[이가] 없어서는|[이가] 있어야)"
)

# Who was not asked to come: 大使们没有受邀, 大使は招かれていない, 대사는 이번에 초청하지 않았다.
_NOT_ASKED = re.compile(
    "们?(?:这次|此次|本轮)?(?:没有|并?未|不)(?:受到?|被|获|得到)?邀|"
    "(?:たち|ら)?[はが、](?:今回は?|まだ|初回は?)?(?:招か|招待さ)れてい(?:ない|ません)|"
    "(?:들)?[은는이가] (?:이번에는?|아직|이번 회의에) ?(?:초청|초대)(?:하지|되지|받지) (?:않|못)"
)


def is_met_elsewhere(phrase: Phrase, folded: Folded) -> bool:
    """Return whether people told by a calling alone are met or told of outside the meeting."""
    said = phrase.description
    if phrase.present or said.territory or said.region or phrase.end - phrase.head == 1:
        return False
    text, (first, last) = folded.text, sentence(folded, phrase.head)
    before, after = text[first : phrase.start].lstrip(), text[phrase.end : last]
    if _REPORTED.match(before) and _LOST.match(after):
        return True
    bare = phrase.determiners <= _BARE
    if bare and _NOT_ASKED.match(after):
        return True
    if is_hangul(text[phrase.head]):
        return _korean(before, after, bare=bare)
    led = before[-6:] + ("の" if text[phrase.start] == "の" else "")
    if _is_next_door(led, after) or (_TO_APPOINT.search(before[-20:]) and _APPOINTED.match(after)):
        return True
    return bare and _met_by_others(before, after)


def _is_next_door(before: str, after: str) -> bool:
    """Return whether people are of another town or country, and put no view at the table."""
    return bool(_NEXT_DOOR.search(before)) and not VIEW.search(after)


def _met_by_others(before: str, after: str) -> bool:
    head = before[:_HEAD]
    if _MET_JA.match(after):
        return bool(_OUTSIDE_JA.match(head))
    return bool(_MET_ZH.search(before[-8:]) and _OUTSIDE_ZH.match(head))


def _korean(before: str, after: str, *, bare: bool) -> bool:
    if _is_next_door(before[-10:], after) or _WROTE_KO.match(after):
        return True
    if not bare:
        return False
    if not before and _WITHOUT_KO.match(after):
        return True
    return bool(_MET_KO.match(after) and _OUTSIDE_KO.match(before[:_HEAD]))
