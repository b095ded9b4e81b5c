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
from dialogueprep.domain.identity.reading.word_lists import word_lists
from dialogueprep.domain.people import Sector

_LISTS = word_lists("described", "served_in")

_WHERE = {
    Sector.MILITARY: _LISTS["where_arms"],
    Sector.DIPLOMACY: _LISTS["where_embassies"],
    Sector.LEGISLATURE: "parliament|congress|the diet|议会|国会|議会|국회|의회",
    Sector.MEDIA: _LISTS["where_news"],
    Sector.ACADEMIA: "university|academia|大学|高校|学界|대학|학계",
}
_WHO = _LISTS["somebody"]
_ENGLISH = re.compile(
    f"(?<![a-z])({_WHO}),? (?:who|that) (?:had |has |'d )?(?:once |formerly |previously |long |"
    "himself |"
    "herself |also )?(?:wore|worn|served in|served with|been in|been with|spent (?:[a-z]+ )?"
    f"(?:years|decades|a career|a lifetime) in|{_LISTS['english']}) (?:the |a )?$"
)
_CHINESE_BEFORE = re.compile("(?:穿过|脱下|在|从|进过|待过|出身)$")
_CHINESE = re.compile(
    "(?:里|中|界)?(?:待过|呆过|干过|服过役|服役过?|当过兵|工作过|任过职|做过事|退下来|出来|退役|"
    "退休)?的"
    f"(?:{_LISTS['chinese']})"
)
_JAPANESE = (
    f"(?:{_LISTS['japanese']})"
    "(?:という|とおっしゃる|と話す|経験のある|経験を持つ|ことのある)?(?:方|参加者|出席者|委員|"
    "男性|女性)"
    "(?=[はがもの、かよに:])"
)
_KOREAN = re.compile(
    f"(?:{_LISTS['korean']}|"
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
