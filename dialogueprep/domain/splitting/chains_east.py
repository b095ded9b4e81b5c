"""The acts of one Japanese or Korean sentence, in which an act ends its phrase.

基準を統一し、結果を公表する holds two; 事例を通じ、基準を統一する holds one. Places count
characters of the sentence.
"""

from __future__ import annotations

import re
from functools import cache

from dialogueprep.domain.splitting.cues import Wording
from dialogueprep.domain.splitting.report import Span

_FEWEST = 4  # characters of an act
_OBJECT = re.compile(r"を|[을를이가]\s")
_SHORT_REST = 14  # "六月までに示す。" is no act of its own

# Ways in which the next act is done, and not acts themselves: を通じ、を踏まえ、 를 지양하고.
_MANNER = {
    "ja": re.compile(
        r"(?:通じ|通し|踏まえ|ふまえ|含め|[活生]かし|いかし|見据え|目指し|めざし|めぐり|巡り|とし|もとに|受け|"
        r"重ね|[超越]え|控え|除き|介し|挙げ|あげ|考え|(?:考慮|勘案|活用|利用|重視|意識|尊重|駆使|前提と|把握|"
        r"理解|反映|参考に|吟味|期待)し|(?<![局口会役員場室班係所]を)(?:置き|おき)|はじめ|始め|問い|得|向け|応じ|抱え|有し|持ち|もち|迎え|"
        r"背負い|失い|招き|生み|生じ|挟み|経|つけ|つき|限り|とり|ない|ため)$"
    ),
    "ko": re.compile(
        r"(?:지양하|통하|위하|대하|벗어나|넘|극복하|바탕으로 하|중심으로 하|감안하|고려하|"
        r"토대로 하|포함하|비롯하|가지|갖|앞두|겪|맞|두고두|논란을 두|문제를 두)$"
    ),
}
# Acts of those who speak or meet: what comes before them is told, and not proposed.
_TOLD = {
    "ja": re.compile(
        r"(?:紹介し|述べ|説明し|報告し|振り返り|触れ|言及し|評価し|歓迎し|発表し|開き|開催し|出席し|招き|"
        r"示し|分析し|議論し|語り|話し)$"
    ),
    "ko": re.compile(
        r"(?:설명하|소개하|지적하|발표하|평가하|밝히|말하|보고하|전하|논의하|개최하|참석하|청취하|진행하|"
        r"표하|마치|재확인하|확인하|진단하|공감하|지지하|인식하|환영하|받|가지|갖|보이|나타내|"
        r"[가-힣]*(?:회의|회|세미나|포럼|회담|행사|모임)[를을] 열)[고며]$"
    ),
}
_JA_STEM = (
    "深め|高め|広げ|設け|開き|築き|作り|つくり|増やし|減らし|整え|改め|強め|促し|結び|結びつけ|行い|行ない|"
    "おこない|図り|はかり|進め|定め|決め|立て|立ち上げ|まとめ|つなぎ|送り|[引き]?上げ|[引き]?下げ|なくし|やめ|"
    "取り入れ|取り払い|受け入れ|見直し|そろえ|揃え|配り|集め|育て|分け|認め|義務づけ|義務付け|与え|付与し|"
    "(?<=[局口会役員場室班係所]を)置き|(?<=[局口会役員場室班係所]を)おき|切り拓き|切り開き|固め|続行し|新たにし|位置づけ|位置付け|盛り込み|組み込み|切り替え|置き換え|移し|戻し"
)
# What a last clause says is hoped for: the clause before it is the way there.
_HOPED = re.compile(r"(?:貢献|寄与|資す|資する|つなげ|つながる|目指|めざ|実現|底上げ)[^、]{0,16}$")
_KO_STEM = "[하키리기치우추이시히내주오나서두맺돕잇열늘줄높넓세짓막찾살풀묶담싣뽑심밝모으돌되꾸]"


@cache
def _link(language: str, act: str) -> re.Pattern[str]:
    if language == "ja":
        verbal = "し|するとともに|すると同時に|を行い|を進め|を図り|した上で"
        return re.compile(
            rf"を[^、。「」を]{{0,14}}?(?P<stem>{_JA_STEM}|(?:{act})し)、(?:また|さらに)?、?"
            r"|(?P<clause>こと)や?、(?:及び|および)?(?=[^。]{4,}こと)"
            r"|(?<!理解す)(?<!認識す)(?<!把握す)(?<!まえ)[るうくすむぶつた](?P<other>とともに|と同時に|ほか|一方で?)、"
            rf"|(?:{act})(?:(?P<verbal>{verbal})、|(?P<noun>、|及び|および|並びに|ならびに|、及び|と、?|や(?![^。]*(?:など|等|といった)[^。]*を)))"
            r"(?:また|さらに|及び|および|あわせて|併せて)?、?"
        )
    verbal = "하고|하며|하는 한편|한 뒤"
    return re.compile(
        rf"[은는을를] (?:[^\s,.]{{1,12}} ){{0,4}}?[^\s,.]{{0,5}}{_KO_STEM}(?P<stem>고),?\s+"
        r"(?!있|싶|자\s|나서|이를|이에|말[했하]|강조|밝|지적|덧붙|\S{1,4}[는은]\s)(?=[^.]{6})"
        rf"|(?:{act})(?:(?P<verbal>{verbal}),?\s+|(?P<noun>,\s*|\s*및\s+|과\s+|와\s+))"
        r"|(?P<other>[고며]),\s+(?=\S{1,10}[은는이가]\s)"  # one does this, another that
        rf"|(?:{_KO_STEM}|[가-힣](?<![라다자냐리이있없되크]))(?P<comma>[고며]),\s+(?=[^.]{{0,40}}?(?:[을를도]|부터|으로|에서)\s)"
    )


def chain(sentence: str, wording: Wording) -> list[Span]:
    """Return the phrases of a sentence that end with an act each; at least one."""
    starts = [0]
    ends: list[int] = []
    links = list(_link(wording.language, wording.act.pattern).finditer(sentence))
    for link in _strongest(links):
        phrase = sentence[starts[-1] : link.start()]
        pair = wording.act.match(sentence, link.end())  # 整備と運用 is one act on one object
        whole = link.lastgroup in ("other", "stem", "clause", "comma")
        more = whole or (not pair and wording.act.search(sentence, link.end()))
        if more and _is_phrase(phrase, link, wording):
            group = link.lastgroup or "noun"
            ends.append(link.start(group) if group == "noun" else link.end(group))
            starts.append(link.end())
    spans = list(zip(starts, [*ends, len(sentence)], strict=True))
    told = _TOLD[wording.language]
    return [s for s in spans[:-1] if not told.search(sentence[s[0] : s[1]])] + spans[-1:]


def _strongest(links: list[re.Match[str]]) -> list[re.Match[str]]:
    """Return the links without 와, 과 and 및 between nouns where commas tell the nouns apart."""
    nouns = [link for link in links if link.lastgroup == "noun"]
    if nouns and (_are_fields(nouns) or _share_a_head(nouns)):
        links = [link for link in links if link.lastgroup != "noun"]
    commas = [link for link in links if link.lastgroup == "noun" and "," in link.group()]
    if len(commas) < 2:
        return links
    return [link for link in links if link.lastgroup != "noun" or "," in link.group()]


_FIELD = re.compile(r"(?:협력|協力)(?:을|를|의|이|가|と|や|を|が|の|、|,|\s|과|와|·)")
_SEVERAL = 3


def _are_fields(links: list[re.Match[str]]) -> bool:
    """Return whether a list only names fields in which to cooperate: 금융 협력, 산업 협력과 …"""
    sentence = links[0].string
    return len(_FIELD.findall(sentence)) >= _SEVERAL


# A 강화와 B 확대에 대한 논의가 필요하다 asks for one talk, whatever it is about.
_SHARED_HEAD = re.compile(
    r"[^.。,、]{2,40}?(?:(?:에 (?:대한|관한)|의) (?:[^\s]{1,6} )?"
    r"(?:논의|검토|협의|대화|필요성|중요성|시급성)[가-힣]|"
    r"(?:について|に関する|に向けた|のため)の?(?:[^、。]{1,4}な)?(?:議論|検討|協議|対話)|"
    r"の(?:必要性|重要性|緊急性))"
)


# A, B, C를 추진하여야 한다: one verb without a meaning of its own, and one programme.
_PURSUED = re.compile(r"[^.。]{2,120}?[을를] (?:추진|모색|병행|도모)(?:하여야|해야|할 필요)")


def _share_a_head(nouns: list[re.Match[str]]) -> bool:
    """Return whether the two things that nouns name are talked about, or needed, together."""
    last = nouns[-1]
    if _PURSUED.match(last.string, last.end()):
        return True
    several = any("," in link.group() or "、" in link.group() for link in nouns)
    return not several and bool(_SHARED_HEAD.match(last.string, last.end()))


_EXAMPLES = re.compile(r"[가-힣] 등 (?=[가-힣]+ [가-힣])(?!다양한|여러|구체)")


def _is_phrase(phrase: str, link: re.Match[str], wording: Wording) -> bool:
    """Return whether what stands before a link is an act with its object, and not a manner."""
    if link.lastgroup == "stem":
        return _has_its_object(phrase, link, wording)
    if link.lastgroup == "comma":
        return bool(re.search(r"[은는을를에]\s", phrase))
    if len(phrase) < _FEWEST or link.lastgroup == "clause":
        return len(phrase) >= _FEWEST
    if wording.language == "ja":
        return _is_japanese_phrase(phrase, link)
    return _is_korean_phrase(phrase, link)


def _is_korean_phrase(phrase: str, link: re.Match[str]) -> bool:
    """Return whether an act has its object: one in 을 before a verb, a word before a noun."""
    if link.lastgroup == "noun" and _EXAMPLES.search(link.string, link.end()):
        return False
    if link.lastgroup != "noun":
        return bool(re.search(r"[을를]\s", phrase))
    if "," not in link.group():
        return " " in phrase.strip()
    return bool(phrase[phrase.rfind(",") + 1 :].strip())  # 무역, 투자, 관광 등


def _has_its_object(phrase: str, link: re.Match[str], wording: Wording) -> bool:
    """Return whether a verb with its object is an act by itself and another follows it."""
    end = link.end("stem") - (wording.language == "ko")
    manner = _MANNER[wording.language].search(link.string, link.start(), end)
    last = "、" not in link.string[link.end() :].rstrip("。")
    rest = link.string[link.end() :]
    if wording.language == "ja" and (_PURPOSE.search(rest) or _turns(link.group(), rest)):
        return False
    hoped = last and wording.language == "ja" and _HOPED.search(link.string)
    hoped = hoped and not _BY_WHEN.search(rest)
    own = bool(_OBJECT.search(rest)) or (wording.language == "ja" and len(rest) > _SHORT_REST)
    return own and not (manner or hoped) and end - link.start() + len(phrase) > _FEWEST


_PURPOSE = re.compile(r"(?:ため|ために|よう|ように)、")  # what comes before is what is hoped for
_BY_WHEN = re.compile(
    r"(?:以内|まで|年内|年度内|早期|速やか|直ち)に?"
)  # no hope, but an act in time
_INTO = re.compile(r"[^、。]{2,40}[へに](?:転換|改め|移行|切り替え|変え|一本化)")


def _turns(act: str, rest: str) -> bool:
    """Return whether a sentence only goes on to say into what a thing is to be turned:
    区分を見直し、国が買い取る方式へ転換する."""
    return bool(re.search(r"(?:見直し|改め|整理し)、", act) and _INTO.match(rest))


_AND_THE_LIKE = re.compile(
    r"[^、。をがはに]{1,12}(?:など|等|といった|をはじめ|の(?:分野|各分野|領域))"
)


def _is_japanese_phrase(phrase: str, link: re.Match[str]) -> bool:
    """Return whether an act has its object: をする before a verb, の before a noun."""
    if _PURPOSE.search(link.string, link.end()):
        return False
    if link.lastgroup in ("verbal", "other"):
        return "を" in phrase or ("を" in link.group() and "の" in phrase)
    own = phrase[phrase.rfind("、") + 1 :]
    if not own and _AND_THE_LIKE.match(link.string, link.end()):  # 貿易、投資、観光など
        return False
    after = re.split(r"[、。]", link.string[link.end() :])[0]
    if link.group().endswith("、"):
        return "の" in own or "を" in own or "の" in after
    return "の" in own and "の" in after
