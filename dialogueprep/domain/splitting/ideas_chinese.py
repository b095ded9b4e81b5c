"""The acts of one Chinese sentence: which are proposed each by itself, and which are slogans,
goals, manners and attributes of another. An act begins its phrase."""

from __future__ import annotations

import re
from functools import cache

from dialogueprep.domain.splitting.cues import Wording
from dialogueprep.domain.splitting.report import Span

_FEWEST = 4  # characters of an act


@cache
def _link(act: str, more_acts: str) -> re.Pattern[str]:
    more = r"[并並]且?|以及|同[时時]|[还還][应應]?|也[应應]|再|另?一方面|也|[还還]"
    adverb = (
        "每[年月周][^，。；、]{0,4}|重点|重點|大力|全面|深入|主动|主動|有序|合理|不断|不斷|"
        "持续|持續|率先|[届屆][时時]|早日|尽快|儘快|尽早|儘早|首先|[对對][外内內]"
    )
    whom = "(?:(?:[为為于於向对對在就将將把与與和]|通[过過])[^，。；、]{1,14}?)"
    often = f"{adverb}|尽快|儘快|[届屆][时時]|首先|先|再|[并並]"
    free = rf"(?:[应應][当當]?|要|[须須]|也|[还還])?(?:{often})*"
    return re.compile(
        rf"(?:[，,；;、]\s*(?:{more})?|[并並]且?|以及)(?=(?:[应應]|要|[须須])?(?:{adverb})?(?:{act}))"
        rf"|[，,；;]\s*(?=(?:{free})(?:{more_acts}))"
        r"|[，,；;]\s*(?:[并並]且?(?![不非列存])|同[时時](?=[^，,]{6})|另?一方面(?:[还還]是)?)(?=[^，,；;]{4})"
        rf"|(?:[，,；;]\s*(?:{more})|[；;])(?={whom}(?:{act}))"
        r"|[，,；;]\s*(?P<again>(?=[可应應须須](?!以|能|见|見|谓|謂|对|對|用|有|急|邀|行)))"
        r"|[，,；;]\s*(?=(?:[将將]|把)[^，。；]{2,24}(?:[纳納]入|列入|列[为為]|[写寫]入|用[于於]|改[为為]|交由|"
        r"[下上][调調]|降[低至到]|提高|延[长長]|[缩縮]短|[减減][至到免少]|[调調]整|放[宽寬]|推[广廣]到|[扩擴]大到))"
        r"|[，,]\s*(?=在[^，。；、]{1,10}(?:[设設]立|[开開][设設]|[设設]置|增[设設]|派[驻駐]|[举舉][办辦]))"
    )


_SHORT = 8  # characters of a slogan


def is_headline(sentence: str, wording: Wording) -> bool:
    """Return whether short acts make one headline: 加强互信，打造责任共同体."""
    parts = re.split(r"[，,、]", sentence.rstrip("。 "))
    return len(parts) > 1 and all(len(part) <= _SHORT and wording.act.match(part) for part in parts)


_COUNTED = re.compile(
    r"第[一二三四五六七八九十]|[一二三四五六七八九十]{1,2}(?:是|要|[，,、])|其[一二三四五]"
)
_POINT_NAMED = re.compile(
    r"(?:[^，,。；]{2,8}?(?:要|[应應][该該当當]?|[须須]要?|需要?|可以?)|要)?"
    r"(?:(?:不断|不斷|[继繼][续續]|[进進]一步|共同)?[^，,。；要应應]{2,8})[，,]"
)


def is_counted(opening: str) -> bool:
    """Return whether a sentence is one of those that its author counts: 第一，…; 二是…."""
    return bool(_COUNTED.match(opening))


def is_counted_point(opening: str, sentence: str, wording: Wording) -> bool:
    """Return whether a sentence is one of those that its author counts, and names its point in a
    few words before it says more of it: 第一，三国要加强互信，携手维护稳定."""
    named = _POINT_NAMED.match(sentence)
    if named is None or not _COUNTED.match(opening) or re.search(r"[；;：:]|包括", sentence):
        return False
    return bool(wording.act.search(sentence, 0, named.end()))


# What a phrase after a comma says is hoped for, and not what is to be done.
_GOAL = re.compile(
    r"(?:以|进而|進而|从而|從而|不断|不斷|切实|切實|更好地?|进一步|進一步|有效|共同|全面|持续|持續|积极|積極)*"
    r"(?:推动[^，。；]{0,40}(?:发展|前进|进步|迈上|走深|走向|提质|落地|见效|层次|水平|台阶)|推動[^，。；]{0,40}(?:發展|前進|進步|邁上|走深|走向|提質|落地|見效|層次|水平|台階)|促进|促進|实现|實現|提升|提高|增强|增強|激发|激發|"
    r"降低|加强|加強|强化|強化|深化|扩大|擴大|改善|重视|重視|逐步|明确|明確|免除|免去|省去|缩短|縮短|节省|節省|方便|便于|便於|帮助|幫助|减轻|減輕|共享|形成|营造|營造|带动|帶動|满足|滿足|助力|保障|解决|解決|以(?!及)|确保|確保|防止|"
    r"打造|构建[^，。；、]{0,14}共同体|建構[^，。；、]{0,14}共[同識]|培养|培養|造福|惠及|夯实|夯實)"
)


_SLOGAN = re.compile(r"[^，。；、的]{2,4}(?=[，。；、]|$)")


# How something is to be done, before it is said what: 发挥各自优势，加强合作.
_MANNER = re.compile(
    r"(?:[应應][当當]?|需?要|[须須]|充分|[积積][极極]|更好地?|[进進]一步|切[实實])*(?:[从從][^，]{2,20}(?:[着著]眼|[着著]手|入手|出[发發])|秉承|秉持|紧扣|緊扣|紧密围绕|紧密结合|遵循|本着|本著|立足|着眼|著眼|依托|依託|利用|运用|運用|发挥|發揮|依靠|借助|結合|结合|把握|抓住|聚焦|突出|围绕|圍繞)"
)
_ATTRIBUTE = re.compile(
    r"[^，。；、]{2,14}的(?:方向|道路|原则|原則|精神|理念|基础|基礎|目标|目標|局面|格局)"
)


_FIELDS = re.compile(
    r"(?:在|就|围绕|圍繞)[^，。；]{4,60}?等(?:方面|领域|領域|环节|環節|问题|問題|议题|議題)"
    r"|[以把将將][^，。；]{4,40}?[为為作](?=[^，。；]{2})|通[过過][^，。；]{2,40}[，,]"
)


def chain(sentence: str, cue: Span, wording: Wording) -> list[Span]:
    """Return the phrases that begin with an act, after the first one behind the cue."""
    begins = _first_act(sentence, cue, wording)
    if begins is None:
        return [(0, len(sentence))]
    starts = [0]
    hoped = False
    fields = [m.span() for m in _FIELDS.finditer(sentence)]
    links = _link(wording.act.pattern, wording.more_acts.pattern)
    for link in links.finditer(sentence, min(begins, cue[1]) + 1):
        if link.start() <= begins and not _SAID_SO.match(link.group()):
            continue
        if any(a < link.start() < b for a, b in fields) or _is_first(sentence, link):
            continue
        if "，" in link.group() or "," in link.group():
            goal = _GOAL.match(sentence, link.end())
            phrase = max(starts[-1], begins, _comma_before(sentence, link.start()))
            hoped = bool(goal or any(_MANNER.match(sentence, at) for at in (starts[-1], phrase)))
        if (hoped and "；" not in link.group()) or _is_part(sentence, link):
            continue
        since = begins if link.start() > begins else 0
        if link.start() - max(starts[-1], since) >= _FEWEST:
            starts.append(link.end())
    starts = sorted({*starts, *_series(sentence, begins, wording)})
    ends = [*_link_starts(sentence, starts[1:]), len(sentence)]
    spans = [s for s in zip(starts, ends, strict=True) if s[1] - s[0] >= _FEWEST]
    return [(0, len(sentence))] if _are_slogans(sentence, spans) else spans


# An act that names nothing in particular: 扩大开放, 成立相关机构.
_VAGUE = re.compile(r"[^，,]{2,4}|[^，,]{0,6}(?:相[关關]|有[关關]|各[项項自]|更[多大])[^，,]{0,6}")


def _are_slogans(sentence: str, spans: list[Span]) -> bool:
    """Return whether no act after the first can be read by itself."""
    later = [re.split(r"[，,。]", sentence[a:b])[0] for a, b in spans[1:]]
    apart = re.search(r"[；;]", sentence)
    return len(later) > 1 and not apart and all(_VAGUE.fullmatch(each) for each in later)


_FEWEST_IN_A_SERIES = 4
_OF_A_SERIES = re.compile(r"[^，,、；;。：:“”（）()《》]{6,16}(?=[，,。；;]|$)")
_NO_ACT = re.compile(
    r"[为為以使让讓从從而更并並在对對是有共这這其该該不]|进而|進而|形成|实现|實現|构建|構建|打造|"
    r"[一二三四五六七八九十\d]|[^，,]{2,6}(?:表示|指出|认为|認為|[强強][调調]|是|有)"
)


def _series(sentence: str, begins: int, wording: Wording) -> list[int]:
    """Return where the phrases of an even series begin after its first: four or more of about one
    length, each after a comma, tell each an act, whatever its verb."""
    found: list[int] = []
    starts = [m.end() for m in re.finditer(r"[，,]\s*", sentence) if m.start() > begins]
    for at in starts:
        phrase = _OF_A_SERIES.match(sentence, at)
        if phrase is None or _NO_ACT.match(sentence, at) or _MANNER.match(sentence, at):
            break
        found.append(at)
    acts = sum(bool(wording.act.search(sentence[at : at + 6])) for at in found)
    return found if len(found) + 1 >= _FEWEST_IN_A_SERIES and acts * 3 >= len(found) * 2 else []


def _is_first(sentence: str, link: re.Match[str]) -> bool:
    """Return whether a phrase is the first in its sentence to say 可 or 应."""
    again = link.lastgroup == "again"
    return again and sentence[link.end()] not in sentence[: link.start()]


_SAID_SO = re.compile(r"[，,；;]\s*(?:[并並]|同[时時]|另?一方面)")


def _first_act(sentence: str, cue: Span, wording: Wording) -> int | None:
    """Return where the first act behind a cue begins; None if it is far from it."""
    found = [p.search(sentence, cue[0]) for p in (wording.act, wording.more_acts)]
    starts = [m.start() for m in found if m and m.start() - cue[1] <= _NEAR]
    return min(starts, default=None)


_NEAR = 30  # characters


def _comma_before(sentence: str, at: int) -> int:
    """Return where the phrase before a place begins, behind its comma."""
    return max(sentence.rfind(mark, 0, at) for mark in "，,；;") + 1


def _is_part(sentence: str, link: re.Match[str]) -> bool:
    """Return whether what follows is an attribute, or a few characters of a slogan."""
    if "；" in link.group() or ";" in link.group():
        return False
    if _PURPOSE.search(sentence, 0, link.start()):
        return True
    if "、" in link.group() and _BECOMES.search(sentence, 0, link.start()):
        return True
    attribute = "、" in link.group() and _ATTRIBUTE.match(sentence, link.end())
    return bool(attribute or _SLOGAN.match(sentence, link.end()))


_PURPOSE = re.compile(r"(?:^|[，,；;])[^，,；;]{0,12}[为為]了[^，,；;]*$")
_BECOMES = re.compile(r"(?:成[为為]|作[为為]|打造成|建[设設]成|[变變]成|是)[^，,。；;]*$")


def _link_starts(sentence: str, starts: list[int]) -> list[int]:
    """Return where the phrase before each start ends, without the mark between them."""
    found: list[int] = []
    for at in starts:
        end = at
        while end > 0 and sentence[end - 1] in " 、，,；;并並且以及同时時还還也再应應":
            end -= 1
        found.append(end)
    return found


# 围绕A、B等议题，积极协商 names what is talked about, and not what is proposed.
_TALKED_ABOUT = re.compile(
    r"(?:围绕|圍繞|就|针对|針對|面向|有关|有關|聚焦|"
    r"在(?:推[动動进進]|促[进進]|加[强強]|提升|完善|深化|培育|保障|[维維][护護]))[^，。；]*$"
)
_IN_A_FRAME = re.compile(
    r"[^，。；、]{0,20}(?:框架|机制|機制|平台|平臺|场合|場合|背景|形[势勢])(?:下|中|内|內|上)"
)
_TALKED = re.compile(
    r"等?(?:议题|議題|问题|問題|方面|领域|領域|地区|地區)?[，,]|等?(?:方面|领域|領域)的(?!合作|交流|务实|務實)"
    r"|等?(?:方面|领域|領域)(?:[发發][挥揮]|起到|作出|做出|取得|[给給]予)"
    r"|等?[^，。；]{2,30}的[^，。；]{2,14}(?:开展|開展|进行|進行)"
)


def is_hoped_for(body: str, start: int) -> bool:
    """Return whether the list that begins here stands in a phrase that says what is hoped for."""
    comma = max(body.rfind(mark, 0, start) for mark in "，,")
    return comma >= 0 and bool(_GOAL.match(body, comma + 1))


def is_frame(body: str, start: int, end: int) -> bool:
    """Return whether a list names in what frame something is done: 在A、B等机制框架下."""
    last = max(body.rfind("、", start, end), start)
    return bool(_IN_A_FRAME.match(body, last + 1))


def is_talked_about(body: str, end: int) -> bool:
    """Return whether the list that ends here names what is talked about."""
    manner = _MANNER.match(body, _comma_before(body, end)) and "，" in body[end:]
    return bool(manner or (_TALKED_ABOUT.search(body[:end]) and _TALKED.match(body, end)))
