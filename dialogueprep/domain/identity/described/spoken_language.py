"""Reads where somebody comes from off the language in which a remark was made.

"Speaking in Korean, a participant explained ...", 用越南语说明, ポーランド語でこぼした. What is
printed, interpreted or written in a language is none of this.
"""

from __future__ import annotations

import re

from dialogueprep.domain.identity.found import sentence
from dialogueprep.domain.identity.reading.fold import Folded, is_hangul

_SPOKE = re.compile(
    r"(?<![a-z])(?:(?:speaking|replying|answering|asking|intervening|continuing|beginning|starting|"
    r"(?:lapsing|slipping|falling|switching|changing|breaking|drifting|going)(?: back| over)?|"
    r"(?:spoke|speaks|replied|answered|asked|intervened|continued|began|started|ended|joked|"
    r"whispered|muttered|murmured|interjected|thanked [a-z]+|apologi[sz]ed|sighed|swore|"
    r"(?:lapsed|slipped|fell|switched|changed|broke|drifted)(?: back| over)?)|"
    r"(?:intervention|remark|comment|question|reply|point|answer|aside|joke|objection)s? (?:was|"
    r"were|is|had been) (?:made|put|given|delivered|asked|phrased))"
    r"(?: [a-z]+ly| first| only| again)?) (?:in|into|to) $"
)
_ASIDE = re.compile(
    r"(?<![a-z])(?:participant|official|expert|speaker|delegate|colleague|discussant|voice|"
    r"somebody|someone|another|one|attendee|scholar|academic), (?:now |first |half )?(?:in|"
    r"(?:lapsing|switching|slipping|speaking) (?:in|into|to)) $"
)
_WRITTEN = re.compile(
    r"print|publish|available|interpret|translat|leaflet|written|manual|form|page|version|sign"
)
_SHARED = frozenset({"english", "british", "american", "australian", "canadian", "indian"})
_ZH = re.compile("[语文](?![言义字学法种版书化本件])")
_ZH_BEFORE = re.compile(
    "(?:(?:改|先|又|也|仍|只|忽然|突然|干脆)?(?:用|以|操|转|说起|讲起|换成|改成|换))$"
)
_ZH_SAID = re.compile(
    "(?:[^,。;]{0,6})(?:说(?!明书)|问|答|发言|抱怨|解释|讲|回应|说明|插话|提问|嘀咕|反驳|道谢|"
    "补充|致谢|"
    "打趣|嘟囔|提出|表示|$|[,。;])"
)
_JA = re.compile("语で(?!は?(?:も|の|书|刷|印))")
_JA_SAID = re.compile(
    "述べ|说明|发言|言っ|寻ね|话し|语っ|こぼ|つぶや|答え|质问|指摘|诉え|反论|补足|もらし|漏らし"
)
_JA_OTHER = re.compile("通译|翻译|印刷|刷ら|译さ|书か|并记|用意|作成")
_KO = re.compile("어로(?=[ ,])")
_KO_SAID = re.compile(
    "설명|말[했하을]|물었|답[했하]|투덜|고 (?:했|하였)|발언|질문|지적|중얼|덧붙|제안"
)
_KO_OTHER = re.compile("통역|번역|인쇄|제공|작성|표기|병기|출간|배포")
_OF_ONE_JA = re.compile("(?:参加者|出席者|官僚|专门家|者|人|方|员|一人)(?:が|は|も)")
_OF_ONE_KO = re.compile(
    "(?:참석자|참가자|관계자|전문가|위원|분|사람|발언자|공무원|학자)[은는이가도] "
)


def told_by_language(folded: Folded, start: int, end: int) -> tuple[int, int] | None:
    """Return the span of what tells the language of a remark, by its word at ``start``."""
    text = folded.text
    if text[start].isascii():
        return _english(folded, start, end)
    first, last = sentence(folded, start)
    if is_hangul(text[start]):
        told, said, other, who = _KO.match(text, end), _KO_SAID, _KO_OTHER, _OF_ONE_KO
    elif told := _JA.match(text, end):
        said, other, who = _JA_SAID, _JA_OTHER, _OF_ONE_JA
    else:
        return _chinese(text, start, end, last)
    if not told or other.search(text, told.end(), last) or not who.search(text, first, start):
        return None
    return (start, told.end()) if said.search(text, told.end(), last) else None


def _english(folded: Folded, start: int, end: int) -> tuple[int, int] | None:
    text = folded.text
    if not text.endswith((" in ", " into ", " to "), 0, start) or text[end : end + 1].isalpha():
        return None
    if text[start:end] in _SHARED or not folded.written(start, start + 1).isupper():
        return None
    before = text[max(0, start - 70) : start]
    led = _SPOKE.search(before) or _ASIDE.search(before)
    if not led or _WRITTEN.search(before[: led.start()]):
        return None
    first = start - len(before) + led.start()
    return first + (text[first:start].rindex(",") + 2 if "," in text[first:start] else 0), end


def _chinese(text: str, start: int, end: int, last: int) -> tuple[int, int] | None:
    told = _ZH.match(text, end)
    led = _ZH_BEFORE.search(text, max(0, start - 6), start) if told else None
    if not told or not led or not _ZH_SAID.match(text, told.end(), last):
        return None
    return led.start(), told.end()
