"""Reads somebody told by where they once served: 穿过军装的那位, 軍にいた方, 군에 있던 분.

The one who wore the uniform, a colleague who had sat in parliament.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from dialogueprep.domain.identity.described.description import ONE, Description
from dialogueprep.domain.identity.described.phrases import Phrase
from dialogueprep.domain.identity.lexicon import Lexicon
from dialogueprep.domain.identity.reading.fold import Folded, is_hangul
from dialogueprep.domain.people import Sector

_WHERE = {
    Sector.MILITARY: "uniform|army|navy|armed forces|forces|air force|military|军装|军队|部队|"
    "军中|军旅|制服組|"
    "舰队|舰艇|部隊|艦隊|艦|부대|함대|함정|"
    "海军|陆军|空军|軍|軍隊|自衛隊|海軍|陸軍|空軍|군|군대|해군|육군|공군|군복",
    Sector.DIPLOMACY: "外交|foreign service|diplomatic service|diplomatic corps|embassy|"
    "foreign ministry|"
    "外交部|外交界|使馆|外务省|外務省|大使館|외교부|외교가|대사관",
    Sector.LEGISLATURE: "parliament|congress|the diet|议会|国会|議会|국회|의회",
    Sector.MEDIA: "newsroom|newspapers|journalism|报社|新闻界|媒体|新聞社|報道の現場|신문사|"
    "언론사|언론계",
    Sector.ACADEMIA: "university|academia|大学|高校|学界|대학|학계",
}
_WHO = (
    r"(?:the|that|our|a|one) (?:one|man|woman|participant|colleague|delegate|speaker|gentleman|"
    r"lady|"
    r"person|guest|discussant|panellist)|he|she|someone|somebody"
)
_ENGLISH = re.compile(
    rf"(?<![a-z])({_WHO}),? (?:who|that) (?:had |has |'d )?(?:once |formerly |previously |long |"
    rf"himself |"
    r"herself |also )?(?:wore|worn|served in|served with|been in|been with|spent (?:[a-z]+ )?"
    r"(?:years|decades|a career|a lifetime) in|came (?:up )?from|sat in|come from|left|"
    r"retired from|"
    r"worked in|worked for) (?:the |a )?$"
)
_CHINESE_BEFORE = re.compile("(?:穿过|脱下|在|从|进过|待过|出身)$")
_CHINESE = re.compile(
    "(?:里|中|界)?(?:待过|呆过|干过|服过役|服役过?|当过兵|工作过|任过职|做过事|退下来|出来|退役|退休)?的"
    "(?:(?:那|这|一)[位个](?:与会者|同事|先生|女士)?|与会者|参会者|同事|"
    "人(?=看法|意见|却|[说问认主反支觉表担]))"
)
_JAPANESE = (
    "(?:(?:に|の仕事に|畑に|に長く)(?:携わった|携わってきた|携わっていた|勤めてきた|いた)|"
    "にいた|にいらした|におられた|で働いた|で働いていた|に勤めた|に勤めていた|に籍を置いた|"
    "を経験した|"
    "を率いた|を率いていた|を率いていらした|を指揮した|を指揮していた|を預かった|"
    "を経た|上がりの|の出身の|出身の|を退いた|を辞めた)"
    "(?:という|とおっしゃる|と話す|経験のある|経験を持つ|ことのある)?(?:方|参加者|出席者|委員|男性|女性)"
    "(?=[はがもの、かよに:])"
)
_KOREAN = re.compile(
    "(?:에 있던|에 있었던|에 계셨던|에 몸담았던|에 몸담은|에서 일한|에서 일했던|에서 복무한|"
    "에서 오래 일한|"
    "[을를] (?:지휘한|지휘했던|지휘하던|이끈|이끌었던|거느렸던)|"
    " 생활을 (?:오래 |길게 |[가-힣]+ 년 )?(?:한|했던|하신|했다는|하셨다는)|"
    "을 거친|를 거친|을 입었던|을 벗은|에서 나온) (?:분|참석자|참가자|위원|남성|"
    "여성)(?=[은는이가도의])"
)


class ServedIn:
    """Reads who is told by where they served."""

    def __init__(self, lexicon: Lexicon) -> None:
        fold = lexicon.fold.plain
        words = {fold(w): sector for sector, all_ in _WHERE.items() for w in all_.split("|")}
        self._words = lexicon.in_one_pass.add(words)
        self._japanese = re.compile(lexicon.fold(_JAPANESE).text)

    def read(self, folded: Folded) -> Iterator[Phrase]:
        """Yield a description for each who is told so."""
        for start, end, sector in self._words.find(folded.text):
            latin = folded.text[start].isascii()
            span = (_english if latin else self._eastern)(folded.text, start, end)
            if span:
                determiners = ONE
                said = Description(sector=sector)
                yield Phrase(span[0], span[1], span[1] - 1, said, determiners, present=True)

    def _eastern(self, text: str, start: int, end: int) -> tuple[int, int] | None:
        if is_hangul(text[start]):
            told = _KOREAN.match(text, end)
            led = start > 0 and is_hangul(text[start - 1])
            return (start, told.end()) if told and not led else None
        if told := self._japanese.match(text, end):
            return start, told.end()
        before = _CHINESE_BEFORE.search(text, max(0, start - 3), start)
        told = _CHINESE.match(text, end)
        return (before.start(), told.end()) if before and told else None


def _english(text: str, start: int, end: int) -> tuple[int, int] | None:
    if text[end : end + 1].isalpha() or text[start - 1 : start] != " ":
        return None
    before = text[max(0, start - 90) : start]
    led = _ENGLISH.search(before)
    return (start - len(before) + led.start(), end) if led else None
