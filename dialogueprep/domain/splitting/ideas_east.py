"""The ideas of one Chinese, Japanese or Korean sentence: chains of acts, and lists.

"应设立预警中心、互认应急储备并建立联合基金" holds three ideas. In Japanese and Korean an act
ends its phrase, in Chinese it begins it. Places count characters of the sentence.
"""

from __future__ import annotations

import re
from functools import cache

from dialogueprep.domain.splitting import chains_east, ideas_chinese
from dialogueprep.domain.splitting.cues import Wording
from dialogueprep.domain.splitting.ideas import Idea
from dialogueprep.domain.splitting.report import Span

_FEWEST = 4  # characters of an idea in these scripts


def ideas_in(sentence: str, cue: Span, wording: Wording) -> list[Idea]:
    """Return the ideas of a sentence whose cue stands at this place; at least one."""
    chinese = wording.language == "zh"
    if chinese and cue[1] == 0 and ideas_chinese.is_headline(sentence, wording):
        return [_idea(sentence, 0, len(sentence))]
    acts = ideas_chinese.chain(sentence, cue, wording) if chinese else None
    ideas: list[Idea] = []
    for start, end in acts or chains_east.chain(sentence, wording):
        ideas += _listed(sentence, (start, end), wording, cue[0] if chinese else 0)
    return ideas


def _idea(sentence: str, start: int, end: int, text: str | None = None) -> Idea:
    own = sentence[start:end].strip(" 、，,；;")
    return Idea(start, end, text or own, own)


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


def _listed(sentence: str, span: Span, wording: Wording, since: int) -> list[Idea]:
    """Return the ideas of a phrase; a list that stands before ``since``, where the sentence begins
    to propose, names what was talked about."""
    start, end = span
    body = sentence[start:end]
    items = _items(body, wording)
    if items and start + items[-1][1] <= since:
        items = []
    if not items:
        return [_idea(sentence, start, end)]
    before, after = body[: items[0][0]], body[items[-1][1] :]
    found: list[Idea] = []
    for n, (a, b) in enumerate(items):
        begins = start if n == 0 else start + a
        ends = end if n == len(items) - 1 else start + b
        gap = " " if body[items[-1][1] - 1] == " " and body[b - 1] != " " else ""
        text = (before + body[a:b] + gap + after).strip(" 、，,；;")
        found.append(Idea(begins, ends, text, body[a:b].strip()))
    return found


def _items(body: str, wording: Wording) -> list[Span]:
    tail = wording.pattern("list_tail").pattern
    for found in _list_pattern(wording.language, tail).finditer(body):
        start, end = found.span("list")
        if wording.language == "zh" and (
            ideas_chinese.is_talked_about(body, end)
            or ideas_chinese.is_hoped_for(body, start)
            or ideas_chinese.is_frame(body, start, end)
        ):
            continue
        before = _BEFORE_FIRST[wording.language].match(body[start : _first_comma(body, start, end)])
        start += before.end() if before else 0
        items = _split(body, (start, end), wording)
        if _is_list_of_ideas(body, items, wording) and not _TALKED_OF.match(body, items[-1][1]):
            return items
    return []


# A、Bなどについて and A, B 등 의제에 대해 name what is talked about.
_TALKED_OF = re.compile(
    r"\s*(?:など|等|といった|등|과 같은|와 같은)の?\s?[^\s,.、。]{0,8}?\s?"
    r"(?:について|に関し|をめぐ|を巡|を念頭|"
    r"에 대[해하한]|에 관[해하한]|[을를] (?:주제|의제|놓고|논의|토론))"
)


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


_SHORTEST = 3  # characters of an item that is an idea by itself
_NO_NOUN = re.compile(r"[ぁ-ん](?<!こと)(?<!もの)(?<!くり)(?<![一-鿿][みりえしめけき])(?<!まち)$")


def _is_list_of_ideas(body: str, items: list[Span], wording: Wording) -> bool:
    words = [body[a:b].strip() for a, b in items]
    if len(words) < 3 or not all(_SHORTEST <= len(word) <= 22 for word in words):
        return False
    if wording.language == "ja" and any(_NO_NOUN.search(word) for word in words):
        return False
    if wording.pattern("no_list").match(body, items[-1][1]):
        return False
    return sum(bool(wording.actors.search(word)) for word in words) * 2 < len(words)
