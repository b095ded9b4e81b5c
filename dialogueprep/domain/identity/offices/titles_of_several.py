"""Reads both or all of those who bear a title, said to be of one mind: both lawyers, 두 교수 모두.

Of two who bear a title, each is told by what both are said to hold, whatever the threshold.
"""

from __future__ import annotations

import re

from dialogueprep.domain.identity.reading.fold import Folded, is_hangul, is_kana
from dialogueprep.domain.identity.reading.word_lists import word_lists

_LISTS = word_lists("offices", "titles_of_several")

_NUMBERS = {"three": 3, "三": 3, "세": 3, "3": 3}
_BEFORE_EN = re.compile(f"(?<![a-z])({_LISTS['before_en']}) (?:retired |former )?$")
_ELSEWHERE_EN = re.compile(
    r"[^.;]{0,40}(?<![0-9])(?:1[0-9]|20)[0-9]{2}(?![0-9])|"
    r"s? (?:of|from|in|at|named|should|must|may)(?![a-z])|'|s?-"
)
_ONE_MIND_EN = re.compile(
    "s (?:present )?(?:(?:both|all|jointly|together|also|[a-z]+ly)"
    f" )?(?:{_LISTS['one_mind_did_en']}|"
    f"were (?:(?:both|all) )?(?:{_LISTS['one_mind_was_en']}))(?! with each)(?![a-z])"
)
_BEFORE_ZH = re.compile("([两二三])[位名个](?:退役|前|与会的?)?$")
_BEHIND_ZH = re.compile(f"们?(?:也|对此|会上|最后|随后)?(?:{_LISTS['behind_zh']})")
_TOGETHER_JA = (
    "(?:、?(?:ともに|共に|とも(?=[^に])|いずれも|そろって|揃って|口をそろえて|一致して|どちらも|"
    "みな))"
)
_BEFORE_JA = re.compile("(?:([二两三2])(?:人|名)の|(两))(?:元|前)?$")
_BEHIND_JA = re.compile(f"[はが]?{_TOGETHER_JA}")
_COUNTED_JA = re.compile(
    f"(?:の)?(?:お)?([二两三2])(?:人|名)[はが]?{_TOGETHER_JA}|は([二两三])(?:人|名)とも"
)
_ONE_MIND_KO = (
    "(?: ?(?:모두|다(?= )|함께|한목소리|전원|같은 (?:생각|의견|입장))|의 (?:의견|생각|입장|견해)"
    "[이은는]? ?(?:일치|같[았은])|[은는이가] [^.]{0,16}(?:찬성|반대|동의|지지|거부)(?:했|하였|한))"
)
_BEFORE_KO = re.compile("(?<![가-힣])(두|세) (?:예비역 |전직 |전 )?$")
_BEHIND_KO = re.compile(f"님?들?[은는이가]?{_ONE_MIND_KO}")
_COUNTED_KO = re.compile(f" ?(두|세) (?:명|분|사람)[은는이가]?{_ONE_MIND_KO}")
_YEAR_EAST = re.compile("[^。.]{0,12}[0-9]{4}(?:年|년)")
_YEAR = re.compile("(?<![0-9])(?:1[0-9]|20)[0-9]{2}(?![0-9])")
_CHINESE = _BEFORE_ZH, _BEHIND_ZH, re.compile("(?!)")
_JAPANESE = _BEFORE_JA, _BEHIND_JA, _COUNTED_JA
_KOREAN = _BEFORE_KO, _BEHIND_KO, _COUNTED_KO
_BACK = 30
Several = tuple[int, int, int]
"""Where they are told, and how many they are."""


def told_of_several(folded: Folded, start: int, end: int) -> Several | None:
    """Return where a title is of both or all who bear it, and of how many; else None."""
    text = folded.text
    before = text[max(0, start - _BACK) : start]
    if _YEAR.search(before):
        return None
    if text[start].isascii():
        return _english(text, before, start, end)
    if _YEAR_EAST.match(text, end):
        return None
    by = _CHINESE
    if is_hangul(text[start]):
        by = _KOREAN
    elif any(is_kana(letter) for letter in before[-1:] + text[end : end + 12]):
        by = _JAPANESE
    return _eastern(text, before, start, end, by)


def _english(text: str, before: str, start: int, end: int) -> Several | None:
    led = _BEFORE_EN.search(before)
    if not led or _ELSEWHERE_EN.match(text, end):
        return None
    sure = led[1].startswith(("both", "neither", "all"))
    if not sure and not _ONE_MIND_EN.match(text, end):
        return None
    past = end + (text[end : end + 1] == "s")
    if text[past : past + 1].isalnum():
        return None
    return start - len(before) + led.start(), past, 3 if "three" in led[1] else 2


def _eastern(
    text: str, before: str, start: int, end: int, by: tuple[re.Pattern[str], ...]
) -> Several | None:
    led_by, behind, counted = by
    led = led_by.search(before)
    if led and (told := behind.match(text, end)):
        number = next((it for it in led.groups() if it), "")
        return start - len(before) + led.start(), told.end(), _NUMBERS.get(number, 2)
    if told := counted.match(text, end):
        number = next((it for it in told.groups() if it), "")
        return start, told.end(), _NUMBERS.get(number, 2)
    return None
