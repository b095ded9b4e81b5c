"""The ideas of one Chinese, Japanese or Korean sentence: chains of acts, and lists.

"应设立预警中心、互认应急储备并建立联合基金" holds three ideas. In Japanese and Korean an act
ends its phrase, in Chinese it begins it. Places count characters of the sentence.
"""

from __future__ import annotations

import re
from functools import cache

from dialogueprep.domain.splitting.cues import Wording
from dialogueprep.domain.splitting.ideas import Idea
from dialogueprep.domain.splitting.report import Span

_FEWEST = 4  # characters of an idea in these scripts


def ideas_in(sentence: str, cue: Span, wording: Wording) -> list[Idea]:
    """Return the ideas of a sentence whose cue stands at this place; at least one."""
    if wording.language == "zh" and cue[1] == 0 and _is_headline(sentence, wording):
        return [_idea(sentence, 0, len(sentence))]
    spans = _chinese_chain(sentence, cue, wording) if wording.language == "zh" else None
    spans = spans or _chain(sentence, wording)
    ideas: list[Idea] = []
    for start, end in spans:
        ideas += _listed(sentence, (start, end), wording)
    return ideas


def _idea(sentence: str, start: int, end: int, text: str | None = None) -> Idea:
    own = sentence[start:end].strip(" 、，,；;")
    return Idea(start, end, text or own, own)


@cache
def _chinese_link(act: str) -> re.Pattern[str]:
    more = r"[并並]且?|以及|同[时時]|[还還][应應]?|也[应應]|再|另一方面|也|[还還]"
    adverb = "重点|重點|大力|全面|深入|主动|主動|有序|合理|不断|不斷|持续|持續|率先|对外|對外|对内|對內|协调|協調"
    whom = "(?:(?:[为為于於向对對在就将將把与與和]|通[过過])[^，。；、]{1,14}?)"
    return re.compile(
        rf"(?:[，,；;、]\s*(?:{more})?|[并並]且?|以及)(?=(?:[应應]|要|[须須])?(?:{adverb})?(?:{act}))"
        rf"|(?:[，,；;]\s*(?:{more})|[；;])(?={whom}(?:{act}))"
    )


_SHORT = 8  # characters of a slogan


def _is_headline(sentence: str, wording: Wording) -> bool:
    """Return whether short acts make one headline: 加强互信，打造责任共同体."""
    parts = re.split(r"[，,、]", sentence.rstrip("。 "))
    return len(parts) > 1 and all(
        len(part) <= _SHORT and wording.act.match(part) for part in parts
    )


# What a phrase after a comma says is hoped for, and not what is to be done.
_GOAL = re.compile(
    r"(?:以|进而|進而|从而|從而|不断|不斷|切实|切實|更好地?|进一步|進一步|有效|共同|全面|持续|持續|积极|積極)*"
    r"(?:推动[^，。；]{0,40}(?:发展|前进|进步|迈上|走深|走向|提质|落地|见效|层次|水平|台阶)|推動[^，。；]{0,40}(?:發展|前進|進步|邁上|走深|走向|提質|落地|見效|層次|水平|台階)|促进|促進|实现|實現|提升|提高|增强|增強|激发|激發|"
    r"帮助|幫助|减轻|減輕|共享|形成|营造|營造|带动|帶動|满足|滿足|助力|保障|解决|解決|以(?!及)|确保|確保|防止|"
    r"打造|构建[^，。；、]{0,14}共同体|建構[^，。；、]{0,14}共[同識]|培养|培養|造福|惠及|夯实|夯實)"
)


_SLOGAN = re.compile(r"[^，。；、的]{2,4}(?=[，。；、]|$)")


# How something is to be done, before it is said what: 发挥各自优势，加强合作.
_MANNER = re.compile(
    r"(?:秉承|秉持|遵循|本着|本著|立足|着眼|著眼|依托|依託|利用|运用|運用|发挥|發揮|依靠|借助|結合|结合|把握|抓住|聚焦|突出|围绕|圍繞)"
)
_ATTRIBUTE = re.compile(r"[^，。；、]{2,14}的(?:方向|道路|原则|原則|精神|理念|基础|基礎|目标|目標|局面|格局)")


_FIELDS = re.compile(r"(?:在|就|围绕|圍繞)[^，。；]{4,60}?等(?:方面|领域|領域|环节|環節|问题|問題|议题|議題)|[以把将將][^，。；]{4,40}?[为為作](?=[^，。；]{2})")


def _chinese_chain(sentence: str, cue: Span, wording: Wording) -> list[Span]:
    """Return the phrases that begin with an act, after the first one behind the cue."""
    first = wording.act.search(sentence, cue[0])
    if first is None or first.start() - cue[1] > 30:
        return [(0, len(sentence))]
    starts = [0]
    hoped = False
    fields = [m.span() for m in _FIELDS.finditer(sentence)]
    for link in _chinese_link(wording.act.pattern).finditer(sentence, first.end()):
        if any(a < link.start() < b for a, b in fields):
            continue
        if "，" in link.group() or "," in link.group():
            hoped = bool(_GOAL.match(sentence, link.end()))
            hoped = hoped or bool(_MANNER.match(sentence, max(starts[-1], first.start())))
        if hoped and "；" not in link.group():
            continue
        if "、" in link.group() and _ATTRIBUTE.match(sentence, link.end()):
            continue
        if "、" in link.group() and _SLOGAN.match(sentence, link.end()):
            continue
        if link.start() - max(starts[-1], first.start()) >= _FEWEST:
            starts.append(link.end())
    ends = [*_link_starts(sentence, starts[1:]), len(sentence)]
    return [s for s in zip(starts, ends, strict=True) if s[1] - s[0] >= _FEWEST]


def _link_starts(sentence: str, starts: list[int]) -> list[int]:
    """Return where the phrase before each start ends, without the mark between them."""
    found: list[int] = []
    for at in starts:
        end = at
        while end > 0 and sentence[end - 1] in " 、，,；;并並且以及同时時还還也再应應":
            end -= 1
        found.append(end)
    return found


@cache
def _link(language: str, act: str) -> re.Pattern[str]:
    if language == "ja":
        verbal = "し|するとともに|すると同時に|を行い|を進め|を図り|した上で"
        stems = "深め|高め|広げ|設け|開き|築き|作り|つくり|増やし|減らし|整え|改め|強め|促し|見直し|取り入れ"
        return re.compile(
            rf"(?:(?<=を)|(?<=を更に)|(?<=をさらに))(?P<stem>{stems})、(?:また|さらに)?、?|(?:{act})(?:(?P<verbal>{verbal})、|(?P<noun>、|及び|および|並びに|ならびに|、及び|と、?))"
            r"(?:また|さらに|及び|および|あわせて|併せて)?、?"
        )
    verbal = "하고|하며|하는 한편|한 뒤"
    return re.compile(
        rf"(?<=[을를] )(?:[가-힣]{{1,4}}\s)?[가-힣]{{2}}(?P<stem>하고),?\s+(?!있|싶|자\s|나서)"
        rf"|(?:{act})(?:(?P<verbal>{verbal}),?\s+|(?P<noun>,\s*|\s*및\s+|과\s+|와\s+))"
        r"|(?P<other>고),\s+(?=\S{1,10}[은는이가]\s)"  # one does this, another that
    )


def _chain(sentence: str, wording: Wording) -> list[Span]:
    if wording.language == "zh":
        return [(0, len(sentence))]
    starts = [0]
    ends: list[int] = []
    for link in _link(wording.language, wording.act.pattern).finditer(sentence):
        phrase = sentence[starts[-1] : link.start()]
        pair = wording.act.match(sentence, link.end())  # 整備と運用 is one act on one object
        more = link.lastgroup == "other" or wording.act.search(sentence, link.end())
        if more and not pair and _is_phrase(phrase, link, wording):
            group = link.lastgroup or "noun"
            ends.append(link.start(group) if group == "noun" else link.end(group))
            starts.append(link.end())
    return list(zip(starts, [*ends, len(sentence)], strict=True))


_EXAMPLES = re.compile(r"[가-힣] 등 (?=[가-힣]+ [가-힣])(?!다양한|여러|구체)")


def _is_phrase(phrase: str, link: re.Match[str], wording: Wording) -> bool:
    """Return whether what stands before a link is an act with its object, and not a manner."""
    if len(phrase) < _FEWEST:
        return False
    if link.lastgroup == "stem":
        return True
    if wording.language == "ja":
        return ("を" if link.lastgroup == "verbal" else "の") in phrase or link.group().endswith(
            "、"
        )
    if link.lastgroup == "noun" and _EXAMPLES.search(link.string, link.end()):
        return False
    if link.lastgroup != "noun":
        return bool(re.search(r"[을를]\s", phrase))
    return link.group().startswith(",", len(link.group().rstrip()) - 1) or " " in phrase.strip()


# Lists

_ITEM = r"[^、，,。；;：:「」（）()]{1,22}"


@cache
def _list_pattern(language: str, tail: str) -> re.Pattern[str]:
    if language == "zh":
        kinds = "领域|方面|议题|项目|合作|行业|产业|问题|領域|議題|項目|行業|產業|問題"
        return re.compile(
            rf"(?P<list>{_ITEM}(?:、{_ITEM}){{1,8}}(?:(?:、|和|与|與|及|以及){_ITEM}))(?=等|(?:{kinds}))"
        )
    if language == "ja":
        return re.compile(rf"(?P<list>{_ITEM}(?:、{_ITEM}){{2,9}}?)(?=(?:{tail}))")
    item = r"[^,.，、·]{1,22}"
    return re.compile(
        rf"(?P<list>{item}(?:(?:,\s*|·){item}){{2,9}}?)\s*(?=(?:{tail})(?:\s|의|에|을|를))"
    )


_BEFORE_FIRST = {
    "zh": re.compile(
        r".*(?:例如|包括|诸如|涵盖|特别是|尤其是|围绕|聚焦|如|在|就|于|开展|加强|推进|推动|深化|以|从|"
        r"諸如|圍繞|於|開展|加強|推進|推動|從)"
    ),
    "ja": re.compile(r".*(?:[はがをに]、?|特に、?|では|において|まず)"),
    "ko": re.compile(r".*(?:[은는이가을를]|에서|특히|위해)\s+"),
}
_LAST_LINK = {
    "zh": re.compile(r"、|以及|和|与|與|及"),
    "ja": re.compile(r"、|及び|および"),
    "ko": re.compile(r",\s*|·|\s+및\s+"),
}


def _listed(sentence: str, span: Span, wording: Wording) -> list[Idea]:
    start, end = span
    body = sentence[start:end]
    items = _items(body, wording)
    if not items:
        return [_idea(sentence, start, end)]
    before, after = body[: items[0][0]], body[items[-1][1] :]
    found: list[Idea] = []
    for n, (a, b) in enumerate(items):
        begins = start if n == 0 else start + a
        ends = end if n == len(items) - 1 else start + b
        text = (before + body[a:b] + after).strip(" 、，,；;")
        found.append(Idea(begins, ends, text, body[a:b].strip()))
    return found


# 围绕A、B等议题，积极协商 names what is talked about, and not what is proposed.
_TALKED_ABOUT = re.compile(r"(?:围绕|圍繞|就|针对|針對|面向|有关|有關)[^，。；]*$")
_TALKED = re.compile(r"等[^，。；]{0,8}[，,]|等(?:方面|领域|領域)的(?!合作|交流|务实|務實)|等[^，。；]{2,30}的[^，。；]{2,14}(?:开展|開展|进行|進行)")


def _items(body: str, wording: Wording) -> list[Span]:
    tail = wording.pattern("list_tail").pattern
    for found in _list_pattern(wording.language, tail).finditer(body):
        start, end = found.span("list")
        if wording.language == "zh" and _TALKED_ABOUT.search(body[:end]) and _TALKED.match(body, end):
            continue
        before = _BEFORE_FIRST[wording.language].match(body[start : _first_comma(body, start, end)])
        start += before.end() if before else 0
        items = _split(body, (start, end), wording)
        if _is_list_of_ideas(body, items, wording):
            return items
    return []


def _first_comma(body: str, start: int, end: int) -> int:
    places = [at for mark in "、,·" if (at := body.find(mark, start, end)) > 0]
    return min(places, default=end)


def _split(body: str, span: Span, wording: Wording) -> list[Span]:
    start, end = span
    items: list[Span] = []
    at = start
    for link in _LAST_LINK[wording.language].finditer(body, start, end):
        items.append((at, link.start()))
        at = link.end()
    return [*items, (at, end)]


def _is_list_of_ideas(body: str, items: list[Span], wording: Wording) -> bool:
    words = [body[a:b].strip() for a, b in items]
    if len(words) < 3 or not all(2 <= len(word) <= 22 for word in words):
        return False
    if wording.pattern("no_list").match(body, items[-1][1]):
        return False
    return sum(bool(wording.actors.search(word)) for word in words) * 2 < len(words)
