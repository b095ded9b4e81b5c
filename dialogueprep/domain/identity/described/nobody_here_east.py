"""Tells in Chinese, Japanese and Korean that people described are nobody at the table.

Professors of a university that is named and has nobody here (北京大学的教授), authorities (日方
主管部门), offices that attended a ceremony (次官、局長、課長が出席した), a form of address
(女士们先生们), what somebody elsewhere wrote (一位日本作家写过).
"""

from __future__ import annotations

import re
from collections.abc import Callable

from dialogueprep.domain.identity.described.at_large_east import is_at_large
from dialogueprep.domain.identity.described.phrases import Phrase
from dialogueprep.domain.identity.found import sentence
from dialogueprep.domain.identity.reading.fold import Folded, is_east_asian, is_hangul
from dialogueprep.domain.identity.reading.word_lists import word_lists
from dialogueprep.domain.people import Sector

_LISTS = word_lists("described", "nobody_here_east")

_CITIES = _LISTS["cities"]
_BODY = "(?:大学|学院|研究所|研究院|大学校|대학교?|연구소|연구원)"
_OF_A_CITY = re.compile(f"(?:{_CITIES}) ?{_BODY}")
_BEGINS_AS_BODY = re.compile(_BODY)
_NO_NAME = re.compile(f"(?:{_LISTS['no_name']})$")
_NAME_BEFORE = re.compile("[\u4e00-\u9fffぁ-ゖー]{2}$")
_BODY_BEFORE_KO = re.compile(
    "(?<![가-힣])([가-힣]{2,7})(?:대학교?|대|연구소)(?:의|에서)? ?(?:한 )?$"
)
_NO_NAME_KO = re.compile(
    "국립|공립|사립|지방|여자|주요|명문|해외|국내|일부|여러|의과|공과|해양|수산"
)
_FIELDS = frozenset({Sector.ACADEMIA, Sector.THINK_TANK})
# What a state did with its own law, and nobody at a table: 印度方面去年修订了电信法.
_RULED_ZH = (
    "面(?:去年|前年|今年|近年|[0-9]{4}年)?(?:已经?|早已|刚刚?)?(?:修订|颁布|出台|实施|公布|施行|修改|放宽)了?"
    "[^,。说认]{0,12}(?:法|条例|办法|规定|法规|章程)(?=[,。;]|$)|"
)
# A side and who acts for it in the world: 日方主管部门, 首尔方面态度开放.
_AUTHORITIES = re.compile(
    f"{_RULED_ZH}"
    "(?:主管|有关|相关)?(?:部门|当局|机关|海关|海军|军方|政府|企业|船只|渔船|外交部|发言人)|"
    r"面的?(?:消息|政策)|[与和][\u4e00-\u9fff]{1,3}方(?:主管|有关|相关|政府|当局)|"
    f"の(?:{_LISTS['authorities']})(?!の(?:话|例))"
)
_GREETED = re.compile("们? ?、?(?:先生们|女士们|朋友们|同事们|来宾们|各位)")
_GREETED_BEFORE = re.compile("(?:先生们|女士们|各位|尊敬的) ?、?$")
# Offices in a row that were at a ceremony.
_OFFICE = "(?:[官长员臣使]|[관장원사])"
_ATTENDED = re.compile(
    f"(?:[、,·]? ?[\u4e00-\u9fff가-힣]{{1,4}}{_OFFICE}){{0,3}}(?:等|ら|など)?[がはも이가은는도]? ?"
    "[^。.,]{0,12}?(?:出席|列席|临席|参列|참석했|참석하였|배석)"
)
_ROW_BEFORE, _ROW_BEHIND = re.compile(f"{_OFFICE}[、,·] ?$"), re.compile("[、,·]")
_CEREMONY = re.compile("式|典礼|仪式|开幕|竣工|启用|落成|식에|행사")
# What somebody elsewhere wrote or made.
_WROTE = re.compile(f"{_LISTS['wrote']}|的(?:著作|小说|回忆录|专著|论文(?:列|收|发表|被))")
_VISITED = re.compile(
    "(?:于|在)?(?:去年|前年|上个?月|[0-9]{4}年)[^,。;]{0,4}(?:报道|报导|刊登|撰文|写)过?|"
    "[はがも](?:昨年|去年|先月|[0-9]{4}年)[^。]{0,8}(?:报じ|传え|书いた)|"
    "[은는이가도] (?:지난해|작년|지난달|[0-9]{4}년)[^.]{0,8}(?:보도|기사)|"
    "(?:于|在)?(?:去年|前年|上个?月|[0-9]{4}年)[^,。;]{0,6}(?:访问|参观|考察|到访)|"
    "[はがも](?:昨年|去年|先月|[0-9]{4}年)[^。]{0,12}(?:访问|视察|访れ)|"
    "[은는이가도] (?:지난해|작년|지난달|[0-9]{4}년)[^.]{0,14}(?:방문|시찰|견학)"
)


_GOES_ON = re.compile("[,、]|고 |며 |지만 |는데 ")


def is_nobody_here(phrase: Phrase, folded: Folded, says: Callable[[int], bool]) -> bool:
    """Return whether people described are of elsewhere, whatever is told of them.

    ``says`` tells whether a verb of saying stands at a place of the text.
    """
    if not is_east_asian(folded.text[phrase.head]):
        return False
    if is_at_large(phrase, folded):
        return True
    text, start, end = folded.text, phrase.start, phrase.end
    before = text[max(0, start - 12) : start]
    after = text[end : sentence(folded, phrase.head)[1]]
    if _is_of_a_named_body(phrase, text, before) or _WROTE.match(after):
        return bool(_OF_A_CITY.match(text, start)) or not says(end)
    side = end - phrase.head == 1 and _AUTHORITIES.match(after)
    greeted = _GREETED.match(after) or _GREETED_BEFORE.search(before)
    return bool(side or greeted or _only_visited(after)) or _is_in_a_row(before, after)


def _only_visited(after: str) -> bool:
    """Return whether a visit or an article of another time is told, and nothing more behind it."""
    visited = _VISITED.match(after)
    return bool(visited) and not _GOES_ON.search(after, visited.end())


def _is_of_a_named_body(phrase: Phrase, text: str, before: str) -> bool:
    """Return whether somebody is of a body whose name stands there, and is not on the roster."""
    said = phrase.description
    if said.sector not in _FIELDS and not said.broad:
        return False
    if _OF_A_CITY.match(text, phrase.start):
        return True
    if is_hangul(text[phrase.head]):
        named = _BODY_BEFORE_KO.search(before)
        return bool(named) and not said.territory and not _NO_NAME_KO.match(named[1])
    begins = _BEGINS_AS_BODY.match(text, phrase.start)
    return bool(begins and _NAME_BEFORE.search(before) and not _NO_NAME.search(before))


def _is_in_a_row(before: str, after: str) -> bool:
    row = _ROW_BEFORE.search(before) or _ROW_BEHIND.match(after)
    return bool(row and _ATTENDED.match(after) and _CEREMONY.search(after))
