"""Reads who stands in the margin of Korean notes by a place and a field, or by a place alone.

프랑스 연구소: 양식이 너무 많음, 필리핀 NGO: 알선료 이중 부담, 시드니: 배를 늘려야. A body's
remark is one that is put as such; figures and the way of a visit are nobody's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property

from dialogueprep.domain.identity.described.description import ONE, Description
from dialogueprep.domain.identity.described.phrases import Phrase
from dialogueprep.domain.identity.described.places_over_lines import cities
from dialogueprep.domain.identity.described.remarks_korean import is_a_remark
from dialogueprep.domain.identity.lexicon import Lexicon
from dialogueprep.domain.identity.reading.fold import Folded, is_hangul
from dialogueprep.domain.identity.reading.folded_lines import short_lines
from dialogueprep.domain.identity.reading.word_lists import word_lists
from dialogueprep.domain.identity.reading.word_tree import either
from dialogueprep.domain.people import BroadSector, Sector

_LISTS = word_lists("described", "margins_korean")

_FIELDS: dict[str, Sector | BroadSector] = {
    "정부": Sector.GOVERNMENT, "부처": Sector.GOVERNMENT, "당국": Sector.GOVERNMENT,
    "관료": Sector.GOVERNMENT, "공무원": Sector.GOVERNMENT, "공직자": Sector.GOVERNMENT,
    "당국자": Sector.GOVERNMENT, "과장": Sector.GOVERNMENT, "부처 과장": Sector.GOVERNMENT,
    "연구소": Sector.THINK_TANK, "연구원": BroadSector.EXPERT, "연구자": BroadSector.EXPERT,
    "싱크탱크": Sector.THINK_TANK, "연구기관": Sector.THINK_TANK, "전문가": BroadSector.EXPERT,
    "기업": Sector.BUSINESS, "업체": Sector.BUSINESS, "회사": Sector.BUSINESS,
    "업계": Sector.BUSINESS, "재계": Sector.BUSINESS, "기업인": Sector.BUSINESS,
    "임원": Sector.BUSINESS, "사업자": Sector.BUSINESS, "민간": Sector.BUSINESS,
    "ngo": Sector.CIVIL_SOCIETY, "엔지오": Sector.CIVIL_SOCIETY, "활동가": Sector.CIVIL_SOCIETY,
    "시민단체": Sector.CIVIL_SOCIETY, "단체": Sector.CIVIL_SOCIETY,
    "대학": Sector.ACADEMIA, "교수": Sector.ACADEMIA, "학자": Sector.ACADEMIA,
    "학계": Sector.ACADEMIA, "언론": Sector.MEDIA, "기자": Sector.MEDIA, "언론인": Sector.MEDIA,
    "신문": Sector.MEDIA, "군": Sector.MILITARY, "장교": Sector.MILITARY,
    "군 출신": Sector.MILITARY, "의원": Sector.LEGISLATURE, "의회": Sector.LEGISLATURE,
    "외교관": Sector.DIPLOMACY, "대사": Sector.DIPLOMACY, "대사관": Sector.DIPLOMACY,
}  # fmt: skip
_BODIES = frozenset({
    "정부", "당국", "업계", "재계", "언론", "신문", "대학", "군", "의회", "대사관", "연구소",
    "단체",
})  # fmt: skip
"""What notes also tell facts of, so that only a remark tells that somebody of it spoke."""
_WHO = "(?: ?(?:분|쪽|측|인사|관계자|참석자|참가자|쪽 분|측 인사|한 분|한 명))?"
_SIGN = re.compile(" ?: ?(?![0-9])")
_BULLET = re.compile("(?:[-–—*•·>+○▷▶] ?)*")
# Figures, times, and where to go: nobody said it.
_FACT = re.compile(
    "[^.;]*(?:버스|항공편|비행기|호텔|만찬|오찬|점심|저녁|아침|휴무|휴관|지연|채널|호실|"
    "[0-9]호(?![가-힣])|"
    f"{_LISTS['fact']}|"
    "[0-9] ?(?:%|퍼센트)|증가|감소|부설|개통|지도|영상|사진|태풍|지진|가구 조사|항로|관측소|"
    "[0-9]{4}년|[0-9]{1,2}월|[0-9]{1,2}시|[일월화수목금토]요일|오전|오후|"
    "[0-9] ?(?:대|척|명|개|곳|쪽|분|장))"
)
_PUT = re.compile(
    rf"[^.;]*(?:(?:{_LISTS['put']})(?=$|[,. ?])|[가-힣]자(?=$|[,.])|\?$|"
    "(?:너무|차라리|오히려|굳이|결국|우선|일단) )"
)
_SHORT = re.compile(
    "([중일한몽러베싱태필인호뉴미캐영불프독폴대네스핀포])(?= ?: ?(?:반대|찬성)[,.])"
)
_LETTERS = {
    "중": "CN", "일": "JP", "한": "KR", "몽": "MN", "러": "RU", "베": "VN", "싱": "SG", "태": "TH",
    "필": "PH", "인": "IN", "호": "AU", "뉴": "NZ", "미": "US", "캐": "CA", "영": "GB", "불": "FR",
    "프": "FR", "독": "DE", "폴": "PL", "대": "TW", "네": "NL", "스": "ES", "핀": "FI", "포": "PT",
}  # fmt: skip
"""How notes shorten countries to a syllable."""


class MarginsKorean:
    """Reads such people with a lexicon's words for countries and cities."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon

    def read(self, folded: Folded) -> Iterator[Phrase]:
        """Yield a description for each who stands so at the head of a line."""
        text = folded.text
        if ":" not in text or text.isascii():
            return
        for first, last in short_lines(folded):
            led = _BULLET.match(text, first, last)
            start = led.end() if led else first
            if start >= last or not is_hangul(text[start]):
                continue
            if short := _SHORT.match(text, start, last):
                yield _phrase(*short.span(), Description(territory=_LETTERS[short[1]]))
            head = self._heads.match(text, start, last)
            sign = _SIGN.match(text, head.end(), last) if head else None
            if head and sign and _tells(head, text[sign.end() : last]):
                yield _phrase(*head.span(), self._said(head))

    def _said(self, head: re.Match[str]) -> Description:
        field = _FIELDS.get(head["field"] or "")
        return Description(
            territory=self._codes[head["place"]],
            sector=field if isinstance(field, Sector) else None,
            broad=field if isinstance(field, BroadSector) else None,
        )

    @cached_property
    def _heads(self) -> re.Pattern[str]:
        place, field = either(self._codes), either(_FIELDS)
        return re.compile(f"(?P<place>{place})(?: ?(?P<field>{field}))?{_WHO}(?= ?:)")

    @cached_property
    def _codes(self) -> dict[str, str]:
        """Words in hangul for countries, their capitals and other cities."""
        fold = self._lexicon.fold.plain
        words = {
            fold(word): code
            for code, place in self._lexicon.territories.items()
            for word in place.words["ko"]
        }
        eastern = cities("cities_east")
        towns = {fold(city): code for city, code in eastern if is_hangul(city[0])}
        return {word: code for word, code in {**towns, **words}.items() if len(word) > 1}


def is_a_fact(said: str) -> bool:
    """Return whether what stands behind a place is a figure, a time or where to go."""
    return bool(_FACT.match(said))


def _tells(head: re.Match[str], said: str) -> bool:
    """Return whether a remark follows, as it has to where a place or a body stands alone."""
    if is_a_fact(said):
        return False
    whose = head["field"] and head["field"] not in _BODIES
    return bool(whose) or is_a_remark(said) or bool(_PUT.match(said))


def _phrase(start: int, end: int, said: Description) -> Phrase:
    return Phrase(start, end, end - 1, said, ONE, present=True)
