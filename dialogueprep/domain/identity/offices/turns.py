"""Tells whether a turn in the discussion is told with what was said in it.

Everybody in the room knows who spoke first and who last: a remark that is told so is attributed.
A turn of which nothing is told, and one in relation to another ("the next speaker"), is less.
"""

from __future__ import annotations

import re

from dialogueprep.domain.identity.cues import Cues
from dialogueprep.domain.identity.found import sentence
from dialogueprep.domain.identity.reading.fold import KANA, Folded, is_hangul
from dialogueprep.domain.identity.reading.word_lists import word_lists

_LISTS = word_lists("offices", "turns")

_ABSOLUTE = re.compile(
    f"(?<![a-z])(?:{_LISTS['absolute']})"
    "(?![a-z])|[第首]|最[先初后]|头一|率先|开场|冒头|[12二一三]番目|[12一二]人目|とっぷ|口火|"
    "첫|처음|먼저|마지막|두 ?번째|세 ?번째"
)
# What a programme announces is graver once it is public, and no graver than a turn before.
_ANNOUNCED = re.compile(
    f"{_LISTS['announced']}|报告$|演讲|致辞|陈述|报告$|讲演$|发表$|挨拶|발표$|연설|강연|인사말"
)
# What a report in its turn was like is a view of who gave it.
_LIKE = re.compile(
    f" (?:was|were|seemed|sounded|proved) (?:[a-z]+ )?(?:[a-z]+ )?(?:{_LISTS['like']})(?![a-z])|"
    "[はがも][^。]{0,10}(?:慎重|悲观|乐观|批判|否定|肯定|强气|怀疑|辛口)|"
    "的?(?:口气|语气|语调|调子|观点)?[^。,]{0,8}(?:谨慎|悲观|乐观|强硬|怀疑|尖锐|保守)|"
    "[은는] [^.]{0,10}(?:신중|비관|낙관|비판|회의적|부정|긍정)"
)
_PLANNED = re.compile(
    " (?:was|were|is|are|had been|has been)"
    f" (?:{_LISTS['planned_how']}|(?:followed|preceded) by (?:a |the |an? [a-z]+ )?"
    f"(?:{_LISTS['planned_things']}|q&a|photo|session|"
    "[a-z]+ minutes))(?![a-z])"
)
# How long a turn may be, where it is printed, that it heads a list: nobody had it.
_RULED = re.compile(
    "(?: address| speech| lecture| remarks| presentation)?"
    "(?: and the [a-z]+)?(?: of (?:the|each|every|a) (?:[a-z]+ )?(?:day|session|panel|item|"
    "afternoon|morning))?(?: (?:may|must|should|shall) (?:not )?(?:exceed|last|take|begin|start|"
    f"end|be)| (?:is|are|will be) (?:not )?(?:{_LISTS['ruled']}|given [a-z0-9]+ minutes)|"
    " (?:has|have|gets?|"
    "receives?) (?:up to |only )?(?:[0-9]+|[a-z]+) minutes|"
    " (?:will|is to) (?:be (?:chosen|drawn|"
    "named|announced|picked|decided)|have [a-z0-9]+ minutes)| (?:lasted|took|ran for) "
    "[a-z0-9 -]{1,24}(?:minutes|hours?)| (?:in|on) (?:the|this|a) list of)(?![a-z])"
)
_RULED_KO = re.compile(
    "(?:은|는|을|를|의)? ?(?:[0-9]+ ?분(?:씩|으로| ?이내|간|,|$)|길이|시간|신청)|"
    "에게는? [^. ]{1,6} ?분(?:이|씩|을|의)|"
    f" ?(?:{_LISTS['ruled_ko']})"
)
# What came before or after a speech in the order of the day, and how long it took.
_AMID = re.compile(
    "を(?:[^。、]{1,14}(?:に|へ)(?:让|渡)[りしっすさ]|(?:指名|绍介)し)|"
    "[はがも][^。、]{0,12}(?:刊行|公开|揭载|出版|配布|收录)(?:され|する|の预定|预定)|"
    "(?:将|已|拟|会)(?:于|在)?[^,。说]{0,6}(?:出版|发表|刊登|公开|上网|收入|印发)(?=[,。;]|$)|"
    "[은는이가] [^.]{0,12}(?:출판|게재|공개|수록|배포)[되된될됐]|"
    "(?:に[继续](?:いて|き)|(?:の|终了)?(?:直?后|前)(?:に|は)?|が(?:终わると|"
    "终わり))[、,]?[^。]{0,14}?"
    "(?:质疑|讨论|ぱねる|休憩|昼食|部会|写真|撮影|夕食|意见交换)|"
    "[はが]?(?:约)?[^。、]{0,4}分(?:で(?=[、,。])|(?:间)?だった|であった)|"
    "の持ち时间[はをも]|的?(?:限时|发言时间)|"
    "(?:结束)?(?:之?[后前]|以后)[,]?(?:便|就)?(?:是|为|进行|安排|有|设|"
    "举行)?[^,。说称认]{0,12}?"
    "(?:问答|讨论|提问|茶歇|午餐|休息|座谈|研讨|答疑|交流|合影)|(?:共|约)?(?:持续|历时|用时|"
    "为时)(?:了|约)?[^,。]{1,6}(?:分钟|小时)|"
    f"(?:{_LISTS['amid']})[,]? [^.]{{0,14}}?(?:질의|질문|토론|휴식|"
    "오찬|만찬|기념|분과|패널)|[은는이] (?:약 )?[^. ]{1,4}분(?:이었|간 (?:이어|진행|계속))"
)
_RULED_JA = re.compile(
    "の(?:映像|要旨|录画|资料|原稿|全文|记录|动画)[はをも][^。]{0,16}(?:公开|揭载|收め|配布|送付|"
    "配信|收录)|"
    "(?<=[讲演辞词拶表告])[はの]?[(:、, ]*(?:约|质疑|含|込み|答疑|提问|[はのを]){0,4}"
    "[0-9一二三四五]+ ?分(?!の|之|前)"
)
_ASIDE = re.compile(f",? (?:an?|one|another) (?:[a-z]+ )?(?:{_LISTS['aside']})(?=[ ])")
_WHEN = tuple(
    re.compile(rf" (?:before|after|of|on|in|at|from) (?:(?:the|this|that) )?{words} (?=[a-z])")
    for words in ("[a-z]+", "[a-z]+ [a-z]+")
)
_CHINESE = re.compile(
    "(?:[那这][位个]|人士)?(?!应|将|须|可以|可|时|之?后|前|的|由|需|请|限|名单|顺序)[^,。;]{3}"
)
_WHO = re.compile("[那这][位个]|人|(?:估计|把|对|希望|反对|支持)")
_JAPANESE = re.compile("(?:参加者|出席者|人|方|委员|专门家)?[はがも、][^。]{4}")
_KOREAN = re.compile("(?: ?(?:분|사람|참석자|참가자|위원))?[은는이가도의] [^.]{4}")
_RULE = re.compile(r" (?:is|are|will|would|should|may|must|can|has to)(?![a-z])")
_RULE_EAST = re.compile(
    "べき|こととする|时间|ことになっ|해야|하기로|순서는|시간은|规定|原则上|通常|一般"
)


_SAME = re.compile(
    f"(?<![a-z])same(?![a-z])|{_LISTS['same_before']}|この[^。]{{2,10}}の|"
    f"同氏|同人物|同参加者|又是|또 |此人|该|前者|后者|같은|동일|동 |{_LISTS['same_east']}|"
    "(?:that|this) [a-z]+ (?:later|subsequently|again)(?![a-z])"
)


# The next on the list is called, or a second paper is to be heard after lunch.
_CALLED_BEFORE = re.compile("(?:点|叫|念|请)(?:了|到)?$|(?:先|再|然后)听取?$")
_CALLED_BEHIND = re.compile(
    "的?名字?(?=$|[,。;、])|发言(?=$|[,。;])|"
    " ?(?:신청자|발언자|발표자|순서|차례)?[를을에]게? (?:호명|불렀|부르|소개|안내|발언권|"
    "듣자|듣기로)"
)


_OF_A_DAY = re.compile(
    r" (?:day|night|morning|afternoon|evening|week) (?:participants|delegates|guests|presenters)$"
)
_OPENED = re.compile(
    " (?:opened|closed|concluded|began|preceded|followed) (?:the |each |both )?(?:[a-z]+ )?"
    f"(?:{_LISTS['opened']})(?:, (?:followed|preceded) by [^.;,]{{2,40}})?(?=[.;]|$)"
)
_FOLLOWING = re.compile(r"(?:following|after) ")
_BY_WHOM = re.compile(f" (?:by|from|of) the (?:{_LISTS['by_whom']}), ")


# Questions were taken after the second presentation: it only has its place.
_PLACED_BY = re.compile(
    f"(?:^|[ .])(?:{_LISTS['placed_by']}|q&a|answers|"
    "voting|drinks) [^.;]{0,40}(?<![a-z])(?:after|before|following|between|until) $"
)


def is_called(folded: Folded, start: int, end: int) -> bool:
    """Return whether somebody is given the floor: next speaker pls, floor to the first paper."""
    led = folded.text[max(0, start - 13) : start]
    if folded.text[start].isascii() and (
        _is_of_a_day(folded, start, end)
        or _PLACED_BY.search(folded.text[max(0, start - 60) : start])
    ):
        return True
    if not folded.text[start].isascii():
        named = _CALLED_BEHIND.match(folded.text, end)
        listed = folded.text[end - 1] in "告" and _CALLED_BEFORE.search(led)
        return bool(
            listed or (named and (is_hangul(folded.text[start]) or _CALLED_BEFORE.search(led)))
        )
    if led.endswith(("called on ", "called upon ")) and folded.text[end : end + 1] in ".,;":
        return True
    return led.endswith(("floor to ", "floor to the ")) or folded.text.startswith(
        (" pls", " please"), end
    )


def _is_of_a_day(folded: Folded, start: int, end: int) -> bool:
    """Return whether the day is counted, or a speech only opened it: on the second day all met."""
    text = folded.text
    if _OF_A_DAY.search(text, start, end):
        return True
    if text[max(0, start - 2) : start] == "a " or text.startswith("a ", start):
        return bool(_OPENED.match(text, end))
    return bool(_FOLLOWING.match(text, start, end) and _BY_WHOM.match(text, end))


def is_only_planned(folded: Folded, end: int) -> bool:
    """Return whether a turn that ends here was planned, dropped or moved, and had by nobody."""
    ruled = _PLANNED.match(folded.text, end) or _RULED.match(folded.text, end)
    east = _RULED_KO.match(folded.text, end) or _RULED_JA.match(folded.text, end)
    return bool(ruled or east or _AMID.match(folded.text, end))


def ties_for_sure(words: str) -> bool:
    """Return whether two remarks are said to be of one person: the same guy, 该与会者, 같은 분."""
    return bool(_SAME.search(words))


def tells_a_view(folded: Folded, start: int, end: int, cues: Cues) -> bool:
    """Return whether somebody told by a turn is said to have held or done something."""
    words = folded.text[start:end]
    if not _ABSOLUTE.search(words):
        return False
    _, last = sentence(folded, start)
    after = folded.text[end:last]
    if _ANNOUNCED.search(words):
        return bool(_LIKE.match(after))
    if words[0].isascii():
        return _english(after, cues)
    return not _RULE_EAST.search(after) and _eastern(folded, start, words, after, cues)


def _eastern(folded: Folded, start: int, words: str, after: str, cues: Cues) -> bool:
    if words[-1] == "的" and not _WHO.match(after) and not cues.han_saying.match(after):
        return False
    if is_hangul(words[0]):
        return bool(_KOREAN.match(after))
    before = folded.text[max(0, start - 40) : start]
    return bool((_JAPANESE if KANA.search(before + words + after) else _CHINESE).match(after))


def _english(after: str, cues: Cues) -> bool:
    if _RULE.match(after):
        return False
    aside = _ASIDE.match(after)
    after = after[aside.end() :] if aside else after
    for at in (1, *(m.end() for when in _WHEN if (m := when.match(after)))):
        if cues.saying.match(after, at - 1) or cues.lexicon.room.past.match(after, at):
            return True
        if cues.lexicon.institutions.mind["en"].match(after, at):
            return True
    return False
