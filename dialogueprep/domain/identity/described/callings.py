"""Reads somebody told by a calling that no table holds, beside a people or a region.

The Indonesian stonemason, a fishmonger from Korea, 来自印尼的石匠, 인도네시아에서 온 석공:
what ends like a calling and laughs, doubts or says something is a person.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cached_property

from dialogueprep.domain.identity.cues import cues_of
from dialogueprep.domain.identity.described.description import ONE, Description
from dialogueprep.domain.identity.described.over_a_draft import speaks_over_a_draft
from dialogueprep.domain.identity.described.people_in_notes import told_of_a_people
from dialogueprep.domain.identity.described.phrases import Phrase
from dialogueprep.domain.identity.described.places_in_notes import Told, told_by_place
from dialogueprep.domain.identity.described.spoken_language import told_by_language
from dialogueprep.domain.identity.described.views_of_places import told_by_a_view
from dialogueprep.domain.identity.lexicon import Lexicon
from dialogueprep.domain.identity.reading.automaton import Words
from dialogueprep.domain.identity.reading.fold import Folded, is_hangul
from dialogueprep.domain.identity.reading.word_lists import word_lists

_LISTS = word_lists("described", "callings")

_AGENT = f"[a-z]{{2,}}(?:[^aeiou]er|{_LISTS['agent']}|[a-z]{{2}}man|woman|ician|arian)"
# What ends so and is none, or is of people in general, or of those who rule.
_NO_CALLING = re.compile(f"(?:.*(?:{_LISTS['no_calling']}))$")
_REACTED = _LISTS["reacted"]
_LED = re.compile(rf"(?<![a-z])(?:an?|the|one|our|another) (?:[a-z-]+ )?({_AGENT})$")
_BEHIND = re.compile(rf" ({_AGENT})(?= )")
_ARTICLE = re.compile(r"(?<![a-z])(?:an?|the|one|our|another) $")
_DEED = re.compile(rf" (?:{_REACTED})(?![a-z])")
_CALLED = "(?:[匠师员工贩夫婆农民士主厨]|商人|画家|作家|船长|职人|大工|大夫)"
_CHINESE = re.compile(
    "来的那[位个](?:先生|女士|同事|朋友|人)?|"
    "来的一[位名](?=[,:]?(?:说|问|认|表|反|提|指|主|要|希|觉|坦|补|强|不|也|还|又|则))|"
    f"(?:来)?的[\\u4e00-\\u9fff]{{1,3}}{_CALLED}(?=摇|点头|笑|叹|皱眉|说|不相信|不信|不同意|怀疑|"
    f"担心|认为|反对|问|插话)"
)
_JAPANESE = re.compile(
    "から来た(?:方|人|一人)(?=[はがも])|"
    f"(?:から来た|の)[\\u4e00-\\u9fffぁ-ゖー]{{1,3}}?{_CALLED}(?=[はがも][^。]{{0,10}}(?:首|笑|"
    f"颔|うなず|眉|言|述|疑|"
    "反对|溜|ため息|信じ|问|呟|叹))"
)
_KOREAN = re.compile(
    "에서 (?:온|오신) (?:분|사람|이)(?=[은는이가도])|"
    "(?:에서 온|의| 출신)? [가-힣]{1,3}(?:공|사|꾼|장수|상인|농부|어부|주인|"
    "인)(?=[은는이가도] [^.]{0,10}(?:고개|웃|끄덕|"
    "한숨|말했|했다|의심|믿지|반대|물었|찡그))"
)


class CallingReader:
    """Reads callings beside the words of a people, of a country or of a region."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._cues = cues_of(lexicon)

    def building(self) -> Iterator[None]:
        """Name in a step the words that are looked for."""
        yield
        _ = self._places

    def read(self, folded: Folded) -> Iterator[Phrase]:
        """Yield a description for each calling that a place tells whose it is."""
        for start, end, code in _beginning_a_word(folded.text, self._places):
            told = self._told(folded, start, end)
            if not told and not folded.text[start].isascii():
                noted = told_of_a_people(folded, start, end, self._said(code))
                if noted:
                    first, last, said = noted
                    yield Phrase(first, last, last - 1, said, ONE, present=True)
            if told:
                first, last, sector = told
                said = replace(self._said(code), sector=sector)
                yield Phrase(first, last, last - 1, said, ONE, present=True)

    def _told(self, folded: Folded, start: int, end: int) -> Told | None:
        """Return the span of somebody told beside a place or by it alone, and a sector."""
        latin = folded.text[start].isascii()
        span = (self._english if latin else self._eastern)(folded, start, end)
        if span:
            return *span, None
        if latin and self._is_place(folded, start, end):
            told = told_by_place(folded, start, end, self._cues)
            if told:
                return told
        if speaks_over_a_draft(folded, start, end):
            return start, end, None
        span = told_by_a_view(folded, start, end, self._lexicon.room)
        span = span or told_by_language(folded, start, end)
        return (*span, None) if span else None

    def _said(self, code: str) -> Description:
        return Description(region=code) if self._is_region(code) else _of(code)

    @staticmethod
    def _is_place(folded: Folded, start: int, end: int) -> bool:
        """Return whether a whole word with a capital stands here: Mongolia, MN."""
        text = folded.text
        whole = not text[end : end + 1].isalpha() and not text[start - 1 : start].isalpha()
        return whole and folded.written(start, start + 1).isupper()

    def _english(self, folded: Folded, start: int, end: int) -> tuple[int, int] | None:
        text = folded.text
        if not folded.written(start, start + 1).isupper() or text[end : end + 1] != " ":
            return None
        near = text[max(0, start - 60) : start]
        if near.endswith((" from ", " from the ")):
            led = _LED.search(near.removesuffix("the ").removesuffix(" from "))
            calling = led and not _NO_CALLING.match(led[1])
            first = start - len(near) + led.start() if led else 0
            return (first, end) if calling and self._reacts(text, end) else None
        article, behind = _ARTICLE.search(near), _BEHIND.match(text, end)
        if not article or not behind or _NO_CALLING.match(behind[1]):
            return None
        first = start - len(article.group())
        return (first, behind.end()) if self._reacts(text, behind.end()) else None

    def _reacts(self, text: str, end: int) -> bool:
        return bool(_DEED.match(text, end) or self._cues.surely_saying.match(text, end))

    @staticmethod
    def _eastern(folded: Folded, start: int, end: int) -> tuple[int, int] | None:
        text = folded.text
        if is_hangul(text[start]):
            called = _KOREAN.match(text, end)
        else:
            called = _CHINESE.match(text, end) or _JAPANESE.match(text, end)
        first = start - 2 if text[max(0, start - 2) : start] == "来自" else start
        return (first, called.end()) if called else None

    def _is_region(self, code: str) -> bool:
        return code in self._lexicon.regions

    @cached_property
    def _places(self) -> Words[str]:
        """The words of countries, peoples and regions, with what each tells."""
        return self._lexicon.kept("places", lambda: _places_of(self._lexicon))


def _beginning_a_word(text: str, places: Words[str]) -> list[tuple[int, int, str]]:
    """Return where places stand in a text, without those in a longer word: various, 东南亚."""
    return [
        (start, end, code)
        for start, end, code in places.find(text)
        if not ("a" <= text[start - 1 : start] <= "z" and text[start].isascii())
        and text[start - 1 : start + 1] not in ("东南", "동남")
    ]


def _places_of(lexicon: Lexicon) -> Words[str]:
    return lexicon.in_one_pass.add(
        {
            word: piece.value
            for word, pieces in lexicon.pieces.items()
            for piece in pieces
            if piece.kind in ("territory", "region") and len(word) > 1
        }
    )


def _of(code: str) -> Description:
    return Description(territory=code)
