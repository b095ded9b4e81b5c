"""Puts neutral words into a Chinese, Japanese or Korean sentence.

Demonstratives, measure words and what leads a person go with the name: 这位顾教授 becomes
来自东北亚的一位学者, 日本の芦名教授 becomes 日本のある専門家, 그 남궁 교수는 becomes 한 학자는.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from dialogueprep.domain.identity.neutral.replacement import Replacement
from dialogueprep.domain.identity.reading.particles import joined
from dialogueprep.domain.identity.reading.word_lists import word_lists
from dialogueprep.domain.identity.reading.written import as_written

_LISTS = word_lists("neutral", "replacing_east")

_PLACES_ZH = _LISTS["places_zh"]
_PLACES_JA = _LISTS["places_ja"]
_PLACES_KO = (
    "중국|일본|한국|아세안|몽골|북한|미국|러시아|베트남|태국|싱가포르|인도네시아|말레이시아"
)
_LED: Mapping[str, re.Pattern[str]] = {
    "zh": as_written(
        r"(?:我们的?|本会议?的?)?(?:[这那该](?:一)?[位名个])?"
        rf"(?:来自)?(?:{_PLACES_ZH})(?:的|籍)?(?:学者|专家|代表|官员|外交官|记者|企业家|教授)?$"
        r"|(?:[这那该](?:一)?[位名个]|一[位名个])(?:学者|专家|代表|官员|外交官|记者|企业家|教授)?$"
    ),
    "ja": as_written(
        rf"(?:こ|そ|あ|か)の(?:(?:{_PLACES_JA})(?:人|側)?の)?$|(?:{_PLACES_JA})(?:人|側)?の$"
        r"|(?:我々|私たち|同僚|友人|畏友)の$|故$"
    ),
    "ko": as_written(
        rf"(?<![가-힣])(?:[이그저] |우리 |고\(故\) ?|고 )?(?:{_PLACES_KO})(?: 측)?(?:의|인)? "
        r"(?:전문가 |학자 |대표 |기자 )?$|(?<![가-힣])(?:[이그저] |우리 |고\(故\) ?)$"
    ),
}
_MEASURE_ZH = as_written(r"(?:[一这那某]|[两几数多三四])[位名个家]$")
_ONE_OF: Mapping[str, re.Pattern[str]] = {
    "zh": as_written("(?:之中|当中|中|里)的?(?:[一某][位名个]|一人)"),
    "ja": as_written("の(?:うちの?|中の)?(?:一人|1人|１人|ひとり|一名|1名|1名|ある者)"),
    "ko": as_written(" ?(?:중|가운데) ?(?:한|1) ?(?:명|분|사람)"),
}
_SEVERAL: Mapping[str, tuple[str, str]] = {
    "zh": ("(?:几|许多)位?", "一位"),
    "ja": ("(?:複数|多く)の", "ある"),
    "ko": ("(?:여러|많은) ", "한 "),
}
_ANOTHER: Mapping[str, tuple[str, str]] = {
    "zh": ("一位", "另一位"),
    "ja": ("ある", "別の"),
    "ko": ("한 ", "다른 "),
}
_NEAR = 24  # letters before a passage that are looked at


def fitted(text: str, it: Replacement, language: str) -> Replacement:
    """Return neutral words with as much of what is around them as has to change with them."""
    if found := _ONE_OF[language].match(text, it.end):
        it = replace(it, end=found.end(), words=_one(it.words, language))
    led = _LED[language].search(text, max(0, it.start - _NEAR), it.start)
    measured = _MEASURE_ZH.search(text, max(0, it.start - _NEAR), it.start)
    if measured and language == "zh" and it.words.startswith("一家"):
        it = replace(it, words=it.words.removeprefix("一家"))
    elif led is not None:
        it = replace(it, start=led.start())
    words, more = joined(it.words, text[it.end :])
    return replace(it, words=words, end=it.end + more)


def another(words: str, language: str) -> str:
    """Return the words for a second one of the same kind: 来自中国的另一位与会者."""
    one, other = _ANOTHER[language]
    return words.replace(one, other, 1)


def _one(words: str, language: str) -> str:
    several, one = _SEVERAL[language]
    return re.sub(several, one, words, count=1)
