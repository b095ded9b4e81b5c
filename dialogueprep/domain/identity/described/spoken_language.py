"""Reads where somebody comes from off the language in which a remark was made.

"Speaking in Korean, a participant explained ...", 用越南语说明, ポーランド語でこぼした. What is
printed, interpreted or written in a language is none of this.
"""

from __future__ import annotations

import re

from dialogueprep.domain.identity.found import sentence
from dialogueprep.domain.identity.reading.fold import Folded, is_hangul
from dialogueprep.domain.identity.reading.word_lists import word_lists

_LISTS = word_lists("described", "spoken_language")

_SPOKE = re.compile(
    f"(?<![a-z])(?:(?:{_LISTS['speaking']}|"
    f"(?:{_LISTS['spoke']}|thanked [a-z]+|{_LISTS['spoke_how']})|"
    f"(?:{_LISTS['remarks']})s? (?:was|"
    "were|is|had been) (?:made|put|given|delivered|asked|phrased))"
    "(?: [a-z]+ly| first| only| again)?) (?:in|into|to) $"
)
_ASIDE = re.compile(
    f"(?<![a-z])(?:{_LISTS['aside']}), (?:now |first |half )?(?:in|"
    "(?:lapsing|switching|slipping|speaking) (?:in|into|to)) $"
)
_WRITTEN = re.compile(_LISTS["written"])
_SHARED = frozenset({"english", "british", "american", "australian", "canadian", "indian"})
_ZH = re.compile("[语文](?![言义字学法种版书化本件])")
_ZH_BEFORE = re.compile(
    "(?:(?:改|先|又|也|仍|只|忽然|突然|干脆)?(?:用|以|操|转|说起|讲起|换成|改成|换))$"
)
_ZH_SAID = re.compile(f"(?:[^,。;]{{0,6}})(?:{_LISTS['zh_said']}|$|[,。;])")
_JA = re.compile("语で(?!は?(?:も|の|书|刷|印))")
_JA_SAID = re.compile(_LISTS["ja_said"])
_JA_OTHER = re.compile("通译|翻译|印刷|刷ら|译さ|书か|并记|用意|作成")
_KO = re.compile("어로(?=[ ,])")
_KO_SAID = re.compile(_LISTS["ko_said"])
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
