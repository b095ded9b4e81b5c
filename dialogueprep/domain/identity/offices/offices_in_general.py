"""Shows that an office is spoken of as such, and nobody at the table: the chair usually rotates.

What the office is for, or how it is filled by custom. Where anything is told as done, somebody
is meant.
"""

from __future__ import annotations

import re

from dialogueprep.domain.identity.described.in_the_room_east import PAST_JA, PAST_KO
from dialogueprep.domain.identity.found import sentence
from dialogueprep.domain.identity.reading.anywhere import anywhere
from dialogueprep.domain.identity.reading.fold import Folded, is_hangul
from dialogueprep.domain.identity.reading.word_lists import word_lists

_LISTS = word_lists("offices", "offices_in_general")

_TASK = _LISTS["task"]
_FOR_EN = re.compile(rf"(?:^|[ (])(?:the|one|a) (?:[a-z]+ )?(?:{_TASK}) of $")
_SCENE_EN = re.compile(
    f"(?:^|[ (])(?:{_LISTS['scene_by_custom_en']}|"
    f"in (?:such|most|many|all|international|these) (?:[a-z]+ )?(?:{_LISTS['scene_meetings_en']})"
    ")(?![a-z])"
)
_ITS_TASK_EN = re.compile(rf"'s? (?:{_TASK}) is (?:to|not to) ")
_FILLED_EN = re.compile(
    " (?:(?:usually|normally|generally|typically|often|always) )?(?:rotates|"
    "(?:is|should be|will be|are) (?:(?:usually|normally|generally|typically|often|always) )?"
    f"(?:{_LISTS['filled_en']}))(?![a-z])"
)
# What an office may do, and what becomes of its papers: when the chair invites, the rapporteur's
# draft is read by the secretariat only.
_WHEN_EN = re.compile(f"(?:^|[ (,])(?:{_LISTS['when_en']}) $")
_RULES_EN = re.compile(f" (?:so )?(?:{_LISTS['rules_en']})(?![a-z])")
_PAPER_EN = re.compile(
    f"'s? (?:{_LISTS['paper_en']}) (?:is|are|will be|goes|"
    "go|may|must|can|lasts?|stays?|stands?|shall)(?![a-z])"
)
_PAPER_DONE_EN = re.compile(
    f"'s? (?:[a-z]+ )?(?:{_LISTS['paper_kinds_en']}) "
    f"(?:was|were|has been|had been) (?:then |duly )?(?:{_LISTS['paper_done_en']})"
    "(?: (?:and|then) (?:adopted|approved|accepted|circulated))?"
    "(?: (?:by|on|in|to|at|before|after|without|as|with) [^.;]{1,50})?(?= ?[.;]| ?$)"
)
_READ_EN = re.compile(
    r"(?<![a-z])(?:is|are|may be|will be|must be|and) (?:then |only )?[a-z]+(?![a-z])"
)
_MAY_EN = re.compile(
    f" (?:may|must|shall) (?:not |also |then |only )?(?:{_LISTS['may_en']})(?![a-z])"
)
_FOR_ZH = re.compile(
    "的(?:主要|首要|基本)?(?:职责|任务|作用|角色|工作|职权|权限|义务|责任|本分|人选|产生|任期)"
    "(?:就|只|应|通常|一般|也|主要)?(?:是|在于|包括|应|由|为|不)"
)
_FILLED_ZH = re.compile(
    "(?:一职|职务|人选)?(?:(?:通常|一般|往往|按惯例|照例|依惯例|按规定|历来|多|应)[^,。;]{0,10}"
    "(?:担任|产生|推选|轮流|轮换|选出|推举|抽签|指定|兼任)|(?:由)?[^,。;]{0,6}(?:轮流|轮换|抽签)|"
    "(?:任期|可以?(?:连任|兼任|续任)|不得(?:连任|兼任))|"
    "(?![提建主希要呼])[^,。;]{0,4}(?:每[年月季周届]|每[两三]年|须(?:在|"
    "于)[^,。;]{1,10}[日月年]内))"
)
# 主席总结将由主席本人负责定稿: a duty to come.
_DUTY_ZH = re.compile(
    "(?:总结|声明|摘要|综述|报告|陈述)(?:将|应|须|由|需|不代表|仅|只|以)|本人(?:负责|定稿|"
    "署名|的责任)|"
    "[^,。;]{0,4}(?:负责(?:定稿|起草|发布|撰写))"
)
_DUTY_JA = re.compile(
    f"(?:总括|さまりー|声明|概要|まとめ)?[はがの、]?[^。]{{0,14}}?(?:{_LISTS['duty_ja']})"
)
_DUTY_KO = re.compile(
    "(?: ?(?:요약문?|성명|총괄|보고))?[은는이가의]? ?[^.]{0,14}?"
    "(?:책임(?:으로|하에| 아래)|명의로|이름으로|직접 (?:작성|정리)(?:한다|할))"
)
_DONE_ZH = re.compile("了|过|[说称问]|表示|指出|认为|同意|反对|赞成|这次|本次|今天|昨天")
_FOR_JA = re.compile("の(?:役目|役割|任务|仕事|务め|职责|职务|本分|任期)(?:は|とは)")
_IS_JA = re.compile("(?:こと|もの|の|役|年|月|回|仕事)(?:だ|である|です|にある)(?=[。、]|$)")
_FILLED_JA = re.compile(
    "[はがも]?[^。]{0,16}?(?:轮番|持ち回り|交代|交替|抽选|くじ|互选|顺番)[^。]{0,10}?"
    "(?:普通|ふつう|通例|惯例|ものだ|ものである|とする|决ま|决め|选ば|选ぶ|务め)"
)
_FOR_KO = re.compile("의 (?:주된 )?(?:역할|임무|일|직무|책무|소임|몫|임기)[은는] ")
_IS_KO = re.compile("(?:것|데|일|몫|년|회|자리)(?:이다|다| 있다|입니다)(?=[.,]|$)|이다(?=[.,]|$)")
_FILLED_KO = re.compile(
    "(?:직)?[은는이가도]? (?:[^.]{0,16}?(?:돌아가며|돌아가면서|순번|윤번|교대로|추첨|번갈아|호선)"
    "[^.]{0,14}?"
    "(?:정한다|정하고|정해진다|맡는|맡긴다|뽑는다|뽑힌다|뽑고|보통|관례|한다(?=[.]|$))|"
    "[^.]{0,10}?(?:임기[은는가]|연임할 수|매년|해마다)(?![^.]{0,20}(?:했다|말했|밝혔)))"
)


# What is ruled for a role: 報告者の持ち時間は十分とする, 발제자의 발표 시간은, 报告人名单.
_RULED = re.compile(
    "在?(?:报告|发言|提交)[中时前]?(?:应当?|须|不得)|的?(?:发言时间|报告时间|时间|名单|座位"
    "|席位|桌签|简历|人数|人选|费用|旅费|差旅|席卡)|"
    f"の?(?:{_LISTS['ruled']})|"
    "의? ?(?:발표 시간|발언 시간|시간|인원|자리|명찰|순서|약력|사례비|여비|선정|명단)"
)
# Whoever will hold it next: 次回の議長, 차기 의장, 下一届主席.
_NEXT = anywhere(
    "(?:次回|次期|来年|来期|来年度)の?$|(?:차기|차차기|다음번?|다음 회의) $|"
    "下一?[届任](?:会议)?的?$"
)
# Who hosts a programme: ニュースの司会者, 뉴스 진행자, 新闻主持人.
_OF_A_SHOW = anywhere(
    "(?:にゅーす|てれび|らじお|番组|くいず|披露宴|结婚式)の?$|(?:新闻|电视台?的?|电台的?|综艺|"
    "婚礼)$|"
    "(?:뉴스|방송|라디오|텔레비전|결혼식|예능|토크쇼) $"
)

# The chair of a body that is no meeting's: 村委会主席, 組合の議長, 마을 의장.
_OF_ANOTHER_BODY = anywhere(
    f"(?:{_LISTS['of_another_body_zh']})$|"
    f"(?:{_LISTS['of_another_body_ja']})の?$|"
    "(?<![가-힣])(?:마을|마을 회의|(?:노동|협동)?조합|이사회|[시군구도]의회|주민총회|"
    "노조|연맹|부녀회) $"
)
# A chair to sit on.
_FURNITURE = re.compile(
    f" (?:(?:was|is) (?:{_LISTS['furniture_made']})|{_LISTS['furniture_does']}|"
    "(?:has|had) (?:only )?(?:three|four|two|no) (?:legs?|wheels?|arms|armrests)(?![a-z])|"
    "costs? [a-z0-9]+ (?:dollars|euros|yen|pounds|yuan|won)|"
    "(?:by|near|next to|behind|under) the (?:window|door|pillar|stove|wall) (?:was|is|stood) )"
)


# Whoever presents has to send slides: 做报告的人须, 論文を提出した方は受付へ.
_BY_DEED = re.compile("的(?:人|那位|学者|同事|与会者|专家)$|した?(?:方|人|参加者|研究者|教授)$")
_OF_ALL_WHO_DO = re.compile(
    "(?:都|均|也)?(?:应(?!当时)|须|必须|需|可以|请|由|不得|凭|每[人位年])|"
    "に(?:は|も)?[^。、]{0,16}(?:れる|する|ます|送る|渡す)(?=[。、]|$)|"
    "は[^。、]{0,16}(?:へ|まで|ください|下さい|べき|こと)(?=[。、]|$)"
)


def is_in_general(folded: Folded, start: int, end: int, past: re.Pattern[str]) -> bool:
    """Return whether the words of a role are of the office as such. ``past`` is of English."""
    first, last = sentence(folded, start)
    before, after = folded.text[first:start].lstrip(), folded.text[end:last]
    if folded.text[start].isascii():
        done = bool(_PAPER_DONE_EN.match(after) or _FURNITURE.match(after))
        return done or (_english(before, after) and not _told(before + " | " + after, past))
    if any(it.search(before) for it in (_NEXT, _OF_A_SHOW, _OF_ANOTHER_BODY)):
        return True
    if _RULED.match(after) and not _ruled_by_somebody(after):
        return True
    if _BY_DEED.search(folded.text, start, end) and _OF_ALL_WHO_DO.match(after):
        return True
    if is_hangul(folded.text[start]):
        return _korean(after)
    return _japanese(after) or _chinese(before, after)


def _english(before: str, after: str) -> bool:
    led = _FOR_EN.search(before) or _SCENE_EN.search(before)
    ruled = _WHEN_EN.search(before) and _RULES_EN.match(after)
    ruled = ruled or _PAPER_EN.match(after) or _MAY_EN.match(after)
    return bool(led or ruled or _FILLED_EN.match(after) or _ITS_TASK_EN.match(after))


def _told(words: str, past: re.Pattern[str]) -> bool:
    """Return whether anything is told as done; how an office is filled is not."""
    rest = _READ_EN.sub("", _FILLED_EN.sub("", words))
    return any(
        past.match(rest, word.start()) for word in re.finditer("(?<!be )(?<![a-z])[a-z]+", rest)
    )


def _ruled_by_somebody(after: str) -> bool:
    """Return whether anything is told as done or said behind what is ruled for a role."""
    return bool(_DONE_ZH.search(after) or PAST_JA.search(after) or PAST_KO.search(after))


def _chinese(before: str, after: str) -> bool:
    general = _FOR_ZH.match(after) or _FILLED_ZH.match(after) or _DUTY_ZH.match(after)
    return bool(general) and not _DONE_ZH.search(before + after)


def _japanese(after: str) -> bool:
    general = _DUTY_JA.match(after) or (_FOR_JA.match(after) and _IS_JA.search(after))
    return bool(general or _FILLED_JA.match(after)) and not PAST_JA.search(after)


def _korean(after: str) -> bool:
    general = _DUTY_KO.match(after) or (_FOR_KO.match(after) and _IS_KO.search(after))
    return bool(general or _FILLED_KO.match(after)) and not PAST_KO.search(after)
