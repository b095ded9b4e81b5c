"""Short titles for proposals, made of the report's own words."""

from __future__ import annotations

import re

from dialogueprep.domain.splitting.cues import Wording

_MOST = {"en": 90, "zh": 40, "ja": 45, "ko": 50}
_MARK = re.compile(
    r"^(?:[A-Z]{1,3}[- ]?\d{1,2}[.:)：]\s+|(?:Section|Part|Chapter|Theme|Session|Pillar|Area|"
    r"Group|Panel|Breakout|Track|Table|Working Group)\s+(?:\d{1,2}|[A-Z]|[IVX]{1,4})[.:)–—-]\s*|"
    r"\d{1,2}(?:\.\d{1,2}){1,3}\.?\s+|[壹贰貳叁參参肆伍陆陸柒捌玖拾]{1,2}、\s*|"
    r"第[一二三四五六七八九十\d]{1,3}(?:章|节|節|部分)[、：:\s]\s*|제\s?\d{1,2}\s?[장절부][.:\s]\s*|"
    r"(?:グループ|分科会|セッション|部会|テーマ|分论坛|分論壇|议题|議題|小组|小組|专题|專題|분과|세션|모둠|주제)\s?"
    r"[A-ZＡ-Ｚ\d一二三四五六１-９]{1,2}\s*[：:\s]\s*|[-*+]\s+\[[ xX]\]\s+|"
    r"[-*•·‣▪●○◦◆■□➢►▶–—・※✓✔]\s*|[ㅇo]\s+(?=[\uac00-\ud7a3「『(（‘“])|[（(]?(?:\d{1,2}|[a-zA-Z]|[ivxIVX]{1,4})[.)）．、]\s*|"
    r"[（(][一二三四五六七八九十\d１-９가-하ア-ン]{1,2}[)）]\s*|[一二三四五六七八九十]{1,3}、\s*|"
    r"[①-⑳]\s*|[Ⅰ-Ⅻ][.．、]\s*|(?:答|回答|答え|답|답변)\s?[：:]\s*|A[：:.]\s+(?=[A-Z])|[가나다라마바사아자차카타파하][.)]\s+)"
)
_PROPOSED = re.compile(
    r"^.{0,160}?\b(?:(?<!is )(?<!are )(?<!be )(?:propose[sd]?|suggest(?:s|ed)?|recommend(?:s|ed)?)|"
    r"advocate[sd]?|urge[sd]?|call(?:s|ed)? for|emphasis on|emphasi[sz]e[sd]?|stress(?:es|ed)?|"
    r"highlight(?:s|ed)?|should|must|ought to|needs? to|need for|agreed to|commit(?:ted)? to|"
    r"(?:crucial|essential|vital|imperative|necessary|important) to|importance of)\s+"
    r"(?:to\s+|that\s+|the (?:importance|need|value) (?:of|to|for)\s+|the\s+(?=\w+ing\b))?",
    re.IGNORECASE,
)
_ADVERBIAL = re.compile(
    r"^(?:to|in|on|with|for|against|given|by|inspired|recogni[sz]ing|through|following|as|under|"
    r"rather than|above all|beyond|instead of|because|since|while|although|in order)\b"
    r"[^,]{2,130},\s+(?=\S{1,20}\s)|^above all,\s+",
    re.IGNORECASE,
)
_FOLLOWING = re.compile(r"(?:following|including|recogni[sz]ing|inspired)\b", re.IGNORECASE)
_PREDICATE = re.compile(
    r"(?<!that)(?<!which)(?<!who)\s(?:is|are|could|can|would|will|may|remains?)\s"
)
_BREAK = re.compile(
    r"[,;:—–(（，；：。、]|\s(?:that|which|in order|so that)|(?<![-–])\sto (?!the\b)"
)


_BARE_NUMBER = re.compile(r"^\d{1,2}(?:\.\d{1,2})*\s+(?=\D)")


def without_mark(text: str) -> str:
    """Return a point of a list without its bullet or number."""
    return text[mark_length(text) :]


def mark_length(text: str) -> int:
    """Return how many characters the bullet or number of a point takes."""
    found = _MARK.match(text)
    return found.end() if found else 0


def bare_heading(text: str) -> str:
    """Return the words of a heading without its number, mark and brackets."""
    text = _BARE_NUMBER.sub("", without_mark(text.strip()))
    return text.strip(" 【】〔〕＜＞〈〉[]")


def title_of(text: str, wording: Wording) -> str:
    """Return a title for an idea: its words from the act on, cut at a break if it is long."""
    text = re.sub(r"\s+", " ", text).strip(" .。．;；,，、")
    text = re.sub(r"^By (?=\w+ing\b)", "", _without_opening(text, wording))
    if wording.language == "en":
        text = _from_the_act(text, wording)
    text = _cut(text, _MOST[wording.language])
    return text[:1].upper() + text[1:]


def heading_title(text: str, wording: Wording) -> str:
    """Return a title for a topic: the heading as it stands, cut if it is long."""
    return _cut(re.sub(r"\s+", " ", bare_heading(text)).strip(" .。．:："), _MOST[wording.language])


def _without_opening(text: str, wording: Wording) -> str:
    for name in ("ordinal", "opening", "ordinal"):
        found = wording.pattern(name).match(text)
        if found and len(text) - found.end() > 3:
            text = text[found.end() :]
    return text


def _from_the_act(text: str, wording: Wording) -> str:
    """Return the words after "should" and its like, when an act follows them."""
    if _FOLLOWING.match(text):
        text = _ADVERBIAL.sub("", text, count=1)
    found = _PROPOSED.match(text)
    rest = text[found.end() :] if found else text
    verb = wording.act.match(rest)
    if verb is None:
        found = _ADVERBIAL.match(text)
        return text[found.end() :] if found and len(text) - found.end() > 12 else text
    if word := verb.group("gerund"):
        predicate = _PREDICATE.search(rest, verb.end())
        rest = rest[: predicate.start()] if predicate else rest
        base = wording.bases.get(word.lower(), word)
        start = verb.start("gerund")
        return rest[:start] + base + rest[start + len(word) :]
    return rest


def _cut(text: str, most: int) -> str:
    if len(text) <= most:
        return text
    breaks = [m.start() for m in _BREAK.finditer(text, most // 3, most)]
    if breaks:
        return text[: breaks[-1]].rstrip(" ,;:，；：、")
    short = text[:most]
    return (short.rpartition(" ")[0] or short).rstrip(" ,;:") + "…"
