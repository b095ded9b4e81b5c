"""Tells that people described are of a text or a tale that is named: a novel, a textbook, a legend.

"In the novel, a colonel falls in love", "a diplomat said in 1972 that …, a textbook recalls",
传记讲述了一位企业家, 新聞は大使の言葉を引いた, 전설에 따르면 한 대사가. Who quotes a
paper or praises a film speaks at the table: what tells of them has to stand right before, or to
close the sentence. Patterns match folded text.
"""

from __future__ import annotations

import re

from dialogueprep.domain.identity.described.phrases import Phrase
from dialogueprep.domain.identity.found import sentence
from dialogueprep.domain.identity.reading.anywhere import anywhere
from dialogueprep.domain.identity.reading.fold import Folded, is_hangul
from dialogueprep.domain.identity.reading.word_lists import word_lists

_LISTS = word_lists("described", "told_in_texts")

_NEAR = 64  # letters before a description in which a text is named

_TALE = _LISTS["tales_en"]
_PRESS = _LISTS["press_en"]
_LED_EN = re.compile(
    "(?:^|[.;:] )(?:"
    "(?:so |as )?(?:in|according to|as told in) (?:the|a|an|his|her|one|this|that|local)? ?"
    f"(?:[a-z0-9-]+ ){{0,3}}?(?:{_TALE}|{_PRESS})(?: (?:of|from|by) [a-z0-9]+)?, |"
    f"(?:(?:the|a|an|one|his|her|this) )?(?:[a-z]+ )?(?:{_TALE}) (?:{_LISTS['tales_tell_en']})"
    "(?: us)?(?: of| how| that)? |"
    f"(?:(?:the|a|one|local|two|three|some|japanese|chinese|korean) )?(?:[a-z]+ )?(?:{_PRESS}) "
    f"(?:{_LISTS['press_quotes_en']}) )$"
)
_PUT_IN_EN = re.compile(r",? (?:[a-z]+ly )?[a-z]+(?:ed|id|lt|ought)[,.]")  # …, he noted, …
# What newspapers tell of whoever sat in the meeting is another matter: a public life, a year.
_SOME = "(?:(?:a|the|one|an old|local|some) )?(?:[a-z]+ )?"
_CLOSED_EN = re.compile(
    r"(?:, so)?,? (?:the (?:story|legend|tale) (?:goes|has it)(?=,|\.)|"
    f"(?:[^.;]{{3,120}}, {_SOME}(?:{_TALE})|"
    f"(?=[^.;]{{0,80}}?(?:{_LISTS['public_lives_en']}))[^.;]{{3,120}}, {_SOME}(?:{_PRESS}|paper)) "
    f"(?:{_LISTS['texts_say_en']})"
    r"(?: (?:last|this|in|at) [a-z0-9 ]{3,20})?\.?$)"
)
_LEFT_EN = re.compile(
    r" (?:from|of|dated|written in|taken in) (?:the )?(?:1[0-9]{3}|[a-z]+teenth century)"
)
_PAPERS_EN = re.compile(f"(?:{_LISTS['papers_of_somebody_en']}) (?:of|by) $")

_TALE_ZH = _LISTS["tales_zh"]
_LED_ZH = re.compile(
    f"(?:^|[。;])(?:(?:在|据)?(?:[^,。;]{{0,6}}的)?(?:{_TALE_ZH})"
    f"(?:里|中|上)?,?(?:{_LISTS['tales_tell_zh']})?,?|"
    "据(?:报|导游|传|当地人|老人|讲解员|馆员)[^,。;]{0,5}(?:说|称|载|讲|介绍)?,|"
    "(?:导游|向导|讲解员)(?:说|讲|介绍),|相传,?|传说,?|"
    "(?:[^,。;]{0,5}(?:报纸|报章|媒体|报上|晚报|日报|新闻))"
    "(?:[^,。;]{0,5}(?:报道|写道|披露|刊登)了?,|[^,。;]{0,4}(?:援引|引用|引述)了?))$"
)
_OF_A_WORK_ZH = re.compile(f"的(?:{_TALE_ZH}|歌|画|书|展览|铜像|塑像)")
_ABOUT_ZH = re.compile("(?:关于|描写|讲述|刻画|纪念|拍摄|表现)$")
_CLOSED_ZH = re.compile(
    f"[^。;]{{3,60}},(?:(?:{_TALE_ZH}|报纸|报章|媒体|报|书)(?:里|上|中)?)(?:就|是|也)?(?:这样|这么|如此)?"
    "(?:写|说|记载|讲|写道|报道)(?:的|着|道|过)?[。]?$"
)

_TALE_JA = _LISTS["tales_ja"]
_LED_JA = re.compile(
    f"(?:^|[。])[^、。「」]{{0,8}}?(?:{_TALE_JA})(?:では|に(?:よると|よれば|は)|の中で(?:は)?|は)、?$"
)
_OF_A_WORK_JA = re.compile(
    f"(?:の(?:半生|生涯|一生))?を(?:{_LISTS['works_take_up_ja']})た(?:{_LISTS['works_ja']})"
)
_QUOTED_JA = re.compile("の(?:言叶|谈话|发言|话|证言|谈)を(?:引|传え|载せ|报じ|绍介し)")
_PRESS_JA = re.compile("^[^、。「」]{0,8}?(?:新闻|报道|杂志|纸|てれび)(?:各纸)?[はがも]")

_LED_TO_A_TITLE = re.compile(
    "(?:有?[一某][位名个]|ある|一人の|(?<![가-힣])(?:한|어느) |(?<![a-z])(?:an?|the|one) )"
    "(?:[一-鿿]{1,4}|[가-힣]{1,5} |[ぁ-ゖ]{2,8}の?|[a-z]+ )?$"
)

# A text that somebody takes up is told of: 映画は、ある大使が批判した, 이야기는 한 장성이 꺼냈다.
_IS_SUBJECT = re.compile("(?<![でに])は、?$|(?<![서에로])[은는],? $")
_TAKES_UP = re.compile("(?:たち|ら|들)?(?:[がも]|[이가도] |께서 )")
_QUOTES = re.compile(_LISTS["quotes"])
# Whoever a text sets in the meeting is at the table: 新聞は出席した大使の発言を引いた.
_AT_THE_TABLE = anywhere(
    f"(?<![一-鿿])(?:在?会上|在会议上|会议で)|{_LISTS['at_the_table']}|"
    "(?<![a-z])(?:(?:at|in|during|about) (?:the|this|our) (?:[a-z]+ )?"
    f"(?:{_LISTS['meetings_en']})|(?:the|this|our) (?:{_LISTS['papers_of_a_meeting_en']})|"
    "on day (?:one|two|three))(?![a-z])"
)

_TALE_KO = _LISTS["tales_ko"]
_LED_KO = re.compile(
    f"(?:^|[.] )(?:[가-힣]+ ){{0,2}}?(?:{_TALE_KO})(?:에서는?|에 따르면|에 의하면|에는|"
    "으?로는|[은는]| 속에서는?),? $"
)
_OF_A_WORK_KO = re.compile(
    f"(?:의 (?:생애|일생|삶))?[을를] (?:{_LISTS['works_take_up_ko']}) "
    f"(?:[가-힣]+ )?(?:{_LISTS['works_ko']})"
)
_QUOTED_KO = re.compile("의 (?:말|발언|증언|이야기)[을를] (?:인용|전했|전하|실었|옮겼|소개했)")
_PRESS_KO = re.compile(
    "^(?:[가-힣]+ ){0,2}?[가-힣]*(?:신문|언론|잡지|보도|방송|일간지|주간지)[은는이가도] "
)


def is_told_in_a_text(phrase: Phrase, folded: Folded) -> bool:
    """Return whether a description is of somebody in a text or a tale, and not at the table."""
    text, (first, last) = folded.text, sentence(folded, phrase.head)
    if phrase.present or _AT_THE_TABLE.search(text, first, last):
        return False
    before, after = text[max(first, phrase.start - _NEAR) : phrase.start], text[phrase.end : last]
    before = before.lstrip() if phrase.start - _NEAR <= first else before
    if text[phrase.head].isascii():
        return _english(before, after)
    if is_hangul(text[phrase.head]):
        quoted = _QUOTED_KO.match(after) and _PRESS_KO.match(text[first : phrase.start].lstrip())
        led = _LED_KO.search(before) and not _is_taken_up(before, after)
        return bool(led or _OF_A_WORK_KO.match(after) or quoted)
    if (_LED_JA.search(before) and not _is_taken_up(before, after)) or _OF_A_WORK_JA.match(after):
        return True
    if _QUOTED_JA.match(after):
        return bool(_PRESS_JA.match(text[first : phrase.start].lstrip()))
    work = _OF_A_WORK_ZH.match(after) and _ABOUT_ZH.search(before)
    closed = "," in after and _CLOSED_ZH.match(after)
    return bool(work or closed or _LED_ZH.search(before))


def _is_taken_up(before: str, after: str) -> bool:
    """Return whether somebody takes up a text that is told of, and is not told of in it."""
    taken = _IS_SUBJECT.search(before) and _TAKES_UP.match(after)
    return bool(taken) and not _QUOTES.search(after)


def is_title_in_a_text(folded: Folded, start: int, end: int) -> bool:
    """Return whether a title, with what leads to it, is of somebody in a text or a tale."""
    led = _LED_TO_A_TITLE.search(folded.text, max(0, start - 16), start)
    begins = led.start() if led else start
    return is_told_in_a_text(Phrase(begins, end, start), folded)


def _english(before: str, after: str) -> bool:
    if _LED_EN.search(before):
        return not _PUT_IN_EN.match(after)
    if _LEFT_EN.match(after) and _PAPERS_EN.search(before):
        return True
    return after[:1] in ", " and "," in after and bool(_CLOSED_EN.match(after))
