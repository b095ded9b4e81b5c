"""Short titles for proposals, made of the report's own words.

A title names what is proposed: it begins with the act in English and Chinese, and ends with it in
Japanese and Korean. What only leads to the next idea, or says who spoke, is left out.
"""

from __future__ import annotations

import re

from dialogueprep.domain.splitting import (
    titles_chinese,
    titles_english,
    titles_japanese,
    titles_korean,
)
from dialogueprep.domain.splitting.cues import Wording
from dialogueprep.domain.splitting.report import without_day
from dialogueprep.domain.texts import Language

_MOST: dict[Language, int] = {"en": 90, "zh": 40, "ja": 45, "ko": 50}
_MARK = re.compile(
    r"^(?:[A-Z]{1,3}[- ]?\d{1,2}[.:)：]\s+|(?:Section|Part|Chapter|Theme|Session|Pillar|Area|"
    r"Group|Panel|Breakout|Track|Table|Working Group)\s+(?:\d{1,2}|[A-Z]|[IVX]{1,4})[.:)–—-]\s*|"
    r"\d{1,2}(?:\.\d{1,2}){1,3}\.?\s+|[壹贰貳叁參参肆伍陆陸柒捌玖拾]{1,2}、\s*|"
    r"第[一二三四五六七八九十\d]{1,3}(?:章|节|節|部分)[、：:\s]\s*|"
    r"제\s?\d{1,2}\s?[장절부][.:\s]\s*|"
    r"(?:グループ|分科会|セッション|部会|テーマ|分论坛|分論壇|议题|議題|小组|小組|专题|專題|"
    r"분과|세션|모둠|주제)\s?"
    r"[A-ZＡ-Ｚ\d一二三四五六１-９]{1,2}\s*[：:\s]\s*|[-*+]\s+\[[ xX]\]\s+|"
    r"[-*•·‣▪●○◦◆■□➢►▶–—・※✓✔→⇒➔➜]\s*|[ㅇo]\s+(?=[\uac00-\ud7a3「『(（‘“])|[（(]?(?:\d{1,2}|"
    r"[a-zA-Z]|[ivxIVX]{1,4})[.)）．、]\s*|"
    r"[（(][一二三四五六七八九十\d１-９가-하ア-ン]{1,2}[)）]\s*|[一二三四五六七八九十]{1,3}、\s*|"
    r"[①-⑳]\s*|[Ⅰ-Ⅻ][.．、]\s*|(?:答|回答|答え|답|답변)\s?[：:]\s*|A[：:.]\s+(?=[A-Z])|"
    r"[가나다라마바사아자차카타파하][.)]\s+)"
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
    """Return the words of a heading without its number, mark, day and brackets."""
    text = without_day(_BARE_NUMBER.sub("", without_mark(text.strip())))
    return text.strip(" 【】〔〕＜＞〈〉[]")


# Words that only lead on from the sentence before.
_LEADS_IN = re.compile(
    r"(?:(?:and|but|also|thus|hence|so that|in addition|additionally|furthermore|moreover|"
    r"besides)\b,?\s+(?=\S)|"
    r"(?:また|さらに|更に|加えて|そして|このほか|その上で|そのうえで|一方|他方)(?:で|は)?、?|"
    r"(?:또한?|그리고|아울러|이어|이에(?! [대따])|따라서|그러므로|그래서|한편|특히|이제는?|"
    r"이와 함께|그러면서|이를 위해),? (?=\S)|"
    r"(?:同[时時]|此外|因此|[为為]此|[对對]此|另外|另一方面|而且|[并並]且?|[还還]|也|以及|"
    r"及)[，,]?(?=[^存非行列轨軌]{3}))",
    re.IGNORECASE,
)
# Whose turn of talk it is, in front of what is said.
_BY_NAME = {
    "zh": re.compile(r"^[一-鿿]{2,4}[：:](?=.{8})"),
    "ja": re.compile(
        r"^[^、。：:「」\s]{0,8}(?:委員|氏|さん|君|教授|代表|議長|座長|先生|理事|部長|課長)[：:]\s?(?=.{8})"
    ),
    "ko": re.compile(
        r"^(?:[가-힣A-Z]{1,6} ?(?:위원장?|교수|대표|의장|박사|원장|과장|국장|팀장|이사): |"
        r"\([가-힣A-Z ]{1,8}(?:위원장?|교수|대표|의장|박사|원장)\) )(?=.{6})"
    ),
}
_PAIRS = dict(zip("「『“（《【", "」』”）》】", strict=True))


def title_of(text: str, wording: Wording, *, cut: bool = True) -> str:
    """Return a title for an idea: its act, without what stands around it, and unless ``cut`` is
    False of the usual length."""
    most = _MOST[wording.language] if cut else len(text)
    text = re.sub(r"\s+", " ", text).strip(" .。．;；,，、:：—–-")
    text = _BY_NAME[wording.language].sub("", text) if wording.language in _BY_NAME else text
    text = _whole_quotes(_without_opening(text, wording))
    match wording.language:
        case "en":
            title = titles_english.shortened(titles_english.act_of(text, wording), most)
        case "zh":
            title = titles_chinese.shortened(titles_chinese.act_of(text), most, wording)
        case "ja":
            title = titles_japanese.shortened(titles_japanese.act_of(text), most)
        case "ko":
            title = titles_korean.shortened(titles_korean.act_of(text), most)
    title = _whole_quotes(title.strip(" 。.、，,;；"))
    return title[:1].upper() + title[1:]


def title_of_item(item: str, text: str, wording: Wording) -> str:
    """Return a title for an item of a list that is no act by itself: what its sentence proposes
    of it, or if that is too long the item first."""
    whole, own = title_of(text, wording), title_of(item, wording)
    bare = own.lower().rstrip("….")
    if own == whole or _is_act(own, wording) or len(own) > _MOST[wording.language] // 2:
        return own
    if bare in whole.lower():
        return whole
    if wording.language != "en":
        return own
    lead = titles_english.before_item(title_of(text, wording, cut=False), bare)
    room = _MOST["en"] - len(own) - 2
    lead = lead if lead in text else lead[:1].lower() + lead[1:]
    return f"{own}: {titles_english.shortened(lead, room)}" if lead else own


def _is_act(title: str, wording: Wording) -> bool:
    if wording.language == "zh":
        return bool(wording.act.match(title))
    return wording.language == "en" and bool(wording.act.match(title))


def heading_title(text: str, wording: Wording) -> str:
    """Return a title for a topic: the heading as it stands, cut if it is long."""
    text = re.sub(r"\s+", " ", bare_heading(text)).strip(" .。．:：")
    most = _MOST[wording.language]
    if wording.language == "zh":
        return titles_chinese.shortened(text, most, wording)
    return titles_english.shortened(text, most)


def _without_opening(text: str, wording: Wording) -> str:
    for pattern in (
        wording.pattern("ordinal"),
        wording.pattern("opening"),
        wording.pattern("ordinal"),
        _LEADS_IN,
    ):
        found = pattern.match(text)
        if found and len(text) - found.end() > 3:
            text = text[found.end() :]
    return text


def _whole_quotes(text: str) -> str:
    """Return a text without a mark of quotation that is not closed in it, or not opened."""
    for opening, closing in _PAIRS.items():
        if opening in text and closing not in text[text.rfind(opening) :]:
            at = text.rfind(opening)
            text = text[at + 1 :] if _is_speech(text, at) else text[:at] + text[at + 1 :]
        if closing in text and opening not in text[: text.find(closing)]:
            text = re.sub(rf"(?<=[가-힣]){closing}(?=[가-힣]{{2}}$)", " ", text, count=1)
            text = text.replace(closing, "", 1)
    return text.replace('"', "") if text.count('"') % 2 else text


def _is_speech(text: str, at: int) -> bool:
    """Return whether a quotation that begins here is what somebody says."""
    return len(text) - at > 10 and bool(
        re.search(r"[、，：:はがで은는이서 ]$", text[:at].rstrip("、 "))
    )
