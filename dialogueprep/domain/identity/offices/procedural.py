"""Shows that who holds an office only carried the meeting through: opened, thanked, compiled.

Whoever was there knows who chaired, and so may others; no view is told of anybody. What an
officer thinks, or does unlike the others, is not of this kind.
"""

from __future__ import annotations

import re
from functools import lru_cache

from dialogueprep.domain.identity.found import sentence
from dialogueprep.domain.identity.offices.procedural_more import (
    ACTS_EN,
    ACTS_JA,
    ACTS_KO,
    ACTS_ZH,
    COLLECTS_ZH,
    DONE_BY_EN,
    is_handed_to,
)
from dialogueprep.domain.identity.offices.running_east import is_running, without_delays
from dialogueprep.domain.identity.offices.running_english import is_only_called, is_running_english
from dialogueprep.domain.identity.offices.running_japanese import (
    chairs_elsewhere,
    is_asked_to_speak,
    is_keeping_minutes,
    is_running_japanese,
)
from dialogueprep.domain.identity.reading.anywhere import anywhere
from dialogueprep.domain.identity.reading.fold import KANA, Folded, is_hangul
from dialogueprep.domain.identity.reading.word_lists import word_lists

_LISTS = word_lists("offices", "procedural")

_MEETING = f"(?:{_LISTS['meeting']})"
_TEXT = f"(?:{_LISTS['text']})"
_EVERYBODY = (
    "(?:everybody|everyone|all|participants|delegates|"
    f"the (?:{_LISTS['everybody']}|(?:host|hosting) [a-z]+)|"
    "(?:all|both|the two) (?:the |of the )?"
    "[a-z]+|speakers|presenters|guests)"
)
_ACT = (
    f"(?:{ACTS_EN}|(?:{_LISTS['act_meeting']}) (?:the|this) (?:[a-z]+ )?{_MEETING}|"
    f"called the {_MEETING} to order|"
    f"declared the {_MEETING} (?:open|closed)|(?:thanked|welcomed|greeted) {_EVERYBODY}|"
    "(?:gave|passed|gives|passes|hands) (?:the )?floor|"
    f"(?:welcomes?|welcomed|greets|thanks) (?:{_LISTS['act_on_people']})|"
    "notes? (?:the )?time|"
    f"(?:proposes?|proposed|suggests?|suggested) (?:we )?(?:{_LISTS['act_breaks']})|"
    "(?:confirms?|confirmed) (?:the )?(?:next )?(?:date|"
    "venue|time)|"
    "(?:took|takes) (?:the )?(?:notes|minutes)|(?:reads?) (?:back|out|through) (?:the )?[a-z]+|"
    "(?:reminds|reminded) (?:all|everyone|"
    "everybody|us|participants|people)|"
    "(?:asks|asked) (?:all|everyone|everybody|people|us|participants) (?:to|for)|"
    "sums up(?= ?[,.;]|"
    "$)|"
    "(?:introduces|explains|recalls|goes (?:over|through))"
    f" (?:the )?(?:[a-z]+ )?(?:{_LISTS['act_set_out']})|"
    f"(?:{_LISTS['act_opens']})(?: (?:the )?(?:meeting|session|day|item))?|"
    "(?:gave|passed) the floor|opened the floor|invited (?:questions|comments|remarks|"
    f"participants to)|introduced (?:the (?:{_LISTS['act_announced']})|participants)|"
    f"(?:{_LISTS['act_explained']}|"
    "reminded [a-z ]+ of) the (?:[a-z]+ ){0,3}"
    f"(?:{_LISTS['act_rules']})|"
    f"announced (?:a|the) (?:[a-z]+ )?(?:{_LISTS['act_times']})|"
    f"call(?:ed|s) (?:for )?a (?:[a-z-]+ )?(?:break|recess|halt)|{_LISTS['act_calls']}|"
    f"(?:will|would|is to|shall|was to) (?:{_LISTS['act_to_do_with_papers']})"
    f"(?: out| up)? (?:[a-z]+ ){{0,3}}{_TEXT}|"
    f"(?:{_LISTS['act_done_with_papers']}) "
    f"(?:[a-z]+ ){{0,3}}{_TEXT})"
)
_TAIL = "(?:(?! and | but |, | while | that | whether | because | although |; )[^.;!?]){0,80}"
_ADVERB = f"(?:(?:{_LISTS['adverb']}) )?"
_ENGLISH = re.compile(
    f"(?:, (?:having|after|before) [^,.;]{{3,40}},)? {_ADVERB}{_ACT}{_TAIL}(?:(?:,? and|,|, then|"
    f" and then) {_ADVERB}{_ACT}{_TAIL}){{0,3}}"
    f"(?:, (?:{_LISTS['english']}|q&a|seats)[a-z0-9 :-]{{0,30}}){{0,4}}"
    "[ ]?(?:[.;!?]|$)"
)
_DONE_BY = re.compile(f"(?:{DONE_BY_EN}|{_LISTS['done_by']}) by $")
_ENGLISH_BY = re.compile(
    r"(?: (?:on|at|in|within|before|after|and|from|for) [^.;]{1,60}|, (?:and|but) [a-z ]{0,30}"
    r"(?:not|no) [^.;]{1,60})?[ ]?(?:[.;!?,]|$)"
)
_CHINESE = anywhere(
    f"{ACTS_ZH}|(?:指出|说|表示)(?:了)?(?:时间(?:不多|有限|已到|到了|紧)|还有[^,。]{{1,4}}分钟)|"
    "(?:建议|提议)(?:将|把)?第[一二三四五六七八九十]+[项个]?$|"
    "(?:第[一二三四五六七八九十]+|两)[项个](?:议题|议程)?(?:合并|一并|对调|调换|顺延|提前|推迟)|"
    "(?:用|以)[^,。]{1,4}(?:做|作|记)(?:了)?(?:笔记|记录)|"
    "的(?:提纲|要点|初稿|草稿|综述)[^,。]{0,6}(?:发出|分发|送达|寄出)$|"
    f"宣读(?:了)?(?:[^,。]{{0,6}})(?:规则|议程|名单|贺信|须知|细则)|{_LISTS['chinese']}|"
    "(?:整理|汇总|汇编|起草|编写|撰写|分发|归纳)(?:[而完]成)?(?:了|并|$|[,。])|不代表|"
    "(?:主持|宣告)(?:了)?(?:开幕|闭幕|会议)|"
    "(?:会后|稍后|将于?)[^,。]{0,12}(?:分发|发送|提交|整理|"
    "汇总)|"
    "(?:重申|提醒)(?:了)?[^,。]{0,6}(?:规则|时间|议程|纪律|手机|还有|只剩|剩)|^提醒$|还(?:有|"
    "剩)[^,。]{1,4}分钟|叫停|"
    "介绍(?:了)?[^,。]{0,5}(?:议题|嘉宾|日程|议程|安排)|"
    "念(?:了)?(?:一遍)?[^,。]{0,3}(?:要点|规则|"
    "名单|综述)|点心|茶点|喝咖啡|"
    "咖啡|隔壁|洗手间|班车|集合|签到|耳机|麦克风|同传|"
    "(?:宣布|宣告)?(?:会议|现在)?(?:开会|散会|闭会|休会|复会)(?:$|[,。至到])|(?:读|说明|讲|"
    "念)(?:了)?(?:一遍)?"
    "(?:会议|现场)?(?:的)?(?:规则|纪律|须知)|收(?:走|起)?(?:了)?手机|点名|致辞(?=$|[,。])|"
    "请(?:下一位|第[一二三四五六]位|大家|各位)|"
    "进入(?:下一)?个?(?:议题|环节|议程|下半场)|转入(?:下一)?个?(?:议题|环节)|(?:茶歇|休息|"
    "午休)(?:[^,。]{0,8})?$|"
    "午[餐饭]|晚[餐宴]|合影|限时|每人[^,。]{0,6}分钟|自我介绍|按[^,。]{0,6}(?:次序|座次|"
    "顺序)(?:发言|来)|"
    "(?:前|后|内|之前|后天|明天)发(?:出)?(?:草稿|初稿|草案|综述|摘要|要点)|"
    "下午[^,。]{0,6}(?:再来|"
    "继续|复会)"
)
_JAPANESE = anywhere(
    f"{ACTS_JA}|"
    "休憩を(?:提案し|告げ|取[るっ])|^は第[一二三四五六七八九十]+$|(?:议题|项目|议事)を(?:一括|"
    "まとめて|并せて|入れ替え|前后|先に|"
    "后に|缲り上げ|缲り下げ)[^、。]{0,10}"
    "(?:提案し|咨っ|求め|决め)|"
    "(?:开会|闭会|休憩|休会|再开|散会)を(?:宣|告げ)|(?:参加者|出席者|一同|主催者|全员|"
    "列席者)[^、。]{0,8}に"
    "(?:谢意|感谢|お礼|谢辞)|会议(?:の)?(?:规则|进め方|るーる)"
    "を(?:说明|读み上げ|"
    "确认)|"
    "(?:会议|会合|对话)を(?:开い|开会し|闭じ|终え|终了し|始め)|(?:议题|议事次第|日程)を(?:说明|"
    "绍介|确认)|"
    f"(?:が|により|によって)?(?:{_LISTS['japanese_papers']})|见解を(?:代表|示す)もの?ではない|"
    "(?:开会|闭会|休憩|休会|再开|散会)(?=$|、|,|で|です|する|し[、,]|を宣言|、)|(?:规则|规约|"
    "注意事项|进め方)(?:の|を)?"
    "(?:读み上げ|朗读|确认|说明|绍介)|(?:电话|携带|けいたい|すまほ)(?:电话)?[はを]?(?:回收|预か|"
    f"电源)|自己绍介|残り[^、。]{{1,4}}分|议题[^。]{{0,6}}绍介|{_LISTS['japanese_thanks']}|"
    "(?:开会|闭会)?の?挨拶(?=$|、)|"
    f"{_LISTS['japanese_notes']}"
)
_KOREAN = anywhere(
    f"{ACTS_KO}|{_LISTS['korean_papers']}|"
    "(?:참석자|참가자|주최|모두|대표|사무국|일행)[가-힣]* ?(?:[가-힣]+ )?(?:감사|사의|환영|인사)"
    "|"
    "(?:규칙|일정|의제|진행 방식|순서|의사일정)[를을] (?:안내|설명|소개|확인|낭독)|"
    "(?:요약문?|초안|보고서|논의 요지|결과 요약|요지|기록)[를을]? ?[^.,]{0,12}(?:작성|정리|"
    "배포|회람|송부|보내)|"
    "(?:이|가) (?:작성|정리)(?:하|한|했)|대변하지 않|입장[을이] (?:아니|나타내지)|"
    "(?:개회|폐회|휴회|정회|속개|산회|휴식|휴식 선언)(?:함|합니다|하였다|했다|한다)?$|"
    "(?:개회|폐회|휴회|정회|속개|산회|휴식) 선언|"
    "(?:규칙|수칙|일정|의제|순서|진행 방식) ?(?:낭독|안내|설명|소개|확인)|(?:휴대전화|휴대폰|"
    "전화기?)[는를]? ?(?:수거|회수|끄|꺼)|"
    "(?:개회|폐회)? ?인사(?:말)?$|자기 ?소개|(?:의제|안건)[^.,]{0,6} ?소개|꺼 ?(?:주|달)|"
    f"[0-9]+분 남|{_LISTS['korean_notes']}"
)
_UNLIKE = anywhere(_LISTS["unlike"])
_PLEADS = re.compile(
    f" (?:with|on) an? (?:[a-z]+ )?(?:{_LISTS['pleads']})(?![a-z])|"
    " to be (?:more|less|bolder|braver)(?![a-z])|"
    " (?:rules?|procedures?|terms|format|agenda) (?:on [a-z]+ )?(?:was|were|is|are) (?:too |a |"
    "an |un)"
    "|(?<![a-z])(?:rules?|terms|procedures?|arrangements|conditions) (?:in|of) (?:her|his|their|"
    "the [0-9])| called the [a-z]+ an? |"
    " as (?:the (?:most|least|best|worst|weakest|hardest)|too|"
    "over[a-z]+|un[a-z]+|a (?:waste|mistake|failure|danger|threat|test))(?![a-z])|"
    " with (?:figures|data|an? example)(?![a-z])"
)
_CLAUSES_CHINESE = re.compile("[,，;；]|并(?!不)|然后|随后")
_CLAUSES_JAPANESE = re.compile("[、,]|(?<=[しっ])て|したうえで|した后")
_CLAUSES_KOREAN = re.compile("(?:하고|고|며|면서|한 뒤|한 후|은 뒤|,) ")
_TIME = re.compile("[ 0-9一二三四五六七八九十时点分半:上下午前后시분오전후까지]+")


def is_procedural(folded: Folded, start: int, end: int) -> bool:
    """Return whether all that is told of an office in its sentence is how the meeting went."""
    first, last = sentence(folded, start)
    before, after = folded.text[first:start].lstrip(), folded.text[end:last]
    return _is_procedural(before, folded.text[start], after)


@lru_cache(maxsize=1)  # in a row of offices the same stands around each
def _is_procedural(before: str, office: str, after: str) -> bool:
    latin, hangul = office.isascii(), is_hangul(office)
    kana = bool(KANA.search(before + after))
    around = without_delays(before + after) if hangul else before + after
    viewed = _UNLIKE.search(around.replace("质疑", "") if kana else around)
    if not viewed and is_handed_to(before, after, latin=latin, hangul=hangul, kana=kana):
        return True
    if latin:
        told = _ENGLISH_BY if _DONE_BY.search(before) else _ENGLISH
        run = told.match(after) and not _PLEADS.search(after)
        return bool(run) or is_running_english(before, after)
    rest = after.strip(" .。;!?:,、")
    if kana and chairs_elsewhere(before, after):
        return True
    return bool(rest) and not viewed and _is_run(rest, hangul=hangul, kana=kana)


@lru_cache(maxsize=1)
def shows_a_mind(words: str) -> bool:
    """Return whether folded words in eastern scripts hold one of praise, doubt or wish."""
    return bool(_UNLIKE.search(words))


def is_asked_only(folded: Folded, start: int, end: int) -> bool:
    """Return whether a presenter is only given the floor, or only writes down what was said."""
    first, last = sentence(folded, start)
    before, after = folded.text[first:start].lstrip(), folded.text[end:last]
    if folded.text[start].isascii():
        return is_only_called(before, after)
    if is_asked_to_speak(after):
        return True
    return folded.text[start:end] == "报告者" and is_keeping_minutes(after.strip(" .。;!?:,、"))


def _is_run(rest: str, *, hangul: bool, kana: bool) -> bool:
    """Return whether all clauses tell how a meeting is run; without kana too: 議長閉会、五時半."""
    if not kana and is_running(rest, hangul=hangul):
        return True
    if hangul:
        return _all(_CLAUSES_KOREAN, rest, _KOREAN)
    japanese = _all(_CLAUSES_JAPANESE, rest, _JAPANESE) or is_running_japanese(rest)
    return japanese or (not kana and _all(_CLAUSES_CHINESE, rest, _CHINESE, COLLECTS_ZH))


def _all(clauses: re.Pattern[str], rest: str, *acts: re.Pattern[str]) -> bool:
    told = [part for part in clauses.split(rest) if part.strip() and not _TIME.fullmatch(part)]
    return bool(told) and all(any(act.search(part) for act in acts) for part in told)
