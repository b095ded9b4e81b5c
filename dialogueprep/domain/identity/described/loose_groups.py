"""Reads groups that a number and a place tell, without a word for who they are.

Both Koreans in the room, the two from Japan, 来自日本的两位, 韓国の二人とも, 일본인 둘 다.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property

from dialogueprep.domain.identity.described.description import Description
from dialogueprep.domain.identity.described.phrases import Phrase
from dialogueprep.domain.identity.lexicon import Lexicon
from dialogueprep.domain.identity.reading.automaton import Automaton, Words
from dialogueprep.domain.identity.reading.fold import Folded
from dialogueprep.domain.identity.reading.word_lists import word_lists
from dialogueprep.domain.identity.stances import takes_a_stance

_LISTS = word_lists("described", "loose_groups")

_WHO = f"(?:{_LISTS['people']})"
_BEFORE_EN = re.compile(
    f"(?<![a-z])(?:({_LISTS['before_en']})|((?:all|the|these|our) (?:three|3)|the trio)|"
    "((?:all|the|these|our) (?:four|4))|((?:all|the|these|our) (?:five|5)))"
    "(?: of)?(?: the| our| those)?"
    f"(?:(?: {_WHO})?(?: who (?:came|had come|were))? (from|sent by) (?:the )?)? ?$"
)
_ALL_BEFORE_EN = re.compile(
    f"(?<![a-z])(?:(?:{_LISTS['all_before_en']})"
    "(?: here| present)?(?: who (?:came|had come))? from (?:the )?|"
    "(?:all(?: of)?|each of) (?:the|our) )$"
)
_ALL_BEHIND_EN = re.compile(
    f", (?:{_LISTS['all_behind_en']})(?: of them)?,(?= [a-z])|"
    f",? (?:(?:were|was|are) (?:{_LISTS['one_mind_en']})|(?:all|both|each|unanimously)"
    f"(?= (?:[a-z]+ed|{_LISTS['said_en']})(?![a-z]))|"
    "without exception|to a (?:man|woman)"
    "(?: and a (?:wo)?man)?|as one|en bloc|with one voice)(?![a-z])"
)
_THE = re.compile(r"(?<![a-z])(?:the|our) $")
_HERE_EN = re.compile(
    ",? (?:except|but) (?:for )?one(?![a-z])|"
    " (?:present|here|(?:in|at|around) (?:the|this|our) "
    f"(?:{_LISTS['here_rooms_en']}))(?![a-z-])(?! of)|"
    f"(?= (?:for|against)(?! (?:{_LISTS['here_not_en']}))(?![a-z]))|"
    f"(?= (?:[a-z]+ly )?(?:[a-z]+ed|{_LISTS['here_did_en']})(?![a-z]))"
)
_NUMBER = {0: "all", 2: "two", 3: "three", 4: "four", 5: "five"}
_SIGNS = {"二": 2, "两": 2, "2": 2, "三": 3, "3": 3, "四": 4, "4": 4, "五": 5, "5": 5}
_KOREAN_SIGNS = {"두": 2, "둘": 2, "2": 2, "세": 3, "셋": 3, "3": 3, "네": 4, "넷": 4, "4": 4}
_BEHIND_HAN = re.compile(
    "(?:(?:方面?|侧|籍|人)?(?:から(?:来た|の)?|出身の?|的|の|来的|来自的)?|来的)"
    "お?([二两2三3四4五5])(?:个人|位|名|人|方)(?:とも|都|均|全员)?"
    "(?![三乘组用数以代前区称言种目つ部级])"
)
_BEFORE_HAN = re.compile("([二两2三3四4五5])(?:个|位|名|人の)(?:来自|从)?$")
_PEOPLE = re.compile(
    "(?:的)?人?(?=[都均也一皆全没不认觉希要想说表反同赞在])|人(?![民士员权口数才类工力文物])"
)
_BEHIND_HANGUL = re.compile(
    "(?:인| ?측| ?쪽|에서 온|에서 오신|의| 출신)? ?(?:참석자|참가자|대표|위원|학자|동료)?들? ?"
    "(?:(두|세|네|2|3|4) ?(?:분|사람|명|인)|(둘|셋|넷))(?: ?(?:모두|다|전부|함께))?"
    "(?=[^가-힣]|$|[은는이가도의과와께]|에게)"
)
_HERE_HAN = re.compile("(?:在座|在场|与会|到会|席上|屋里)的?$")
_EVERY_HAN = re.compile(
    "(?:方面?|来)?的?(?:人|代表|与会者|同事|朋友)?们?(?:无一例外|清一色|异口同声|全都|一致)"
)
_LONGEST = 16
_BEHIND = 50  # letters between an English number and the place


class LooseGroupReader:
    """Reads groups by their number and where they come from."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon

    def building(self) -> Iterator[None]:
        """Name in a step the words that are looked for."""
        yield
        _ = self._numbers

    def read(self, folded: Folded) -> Iterator[Phrase]:
        """Yield a description for each group that a number and a place tell."""
        text = folded.text
        for start, end, code in self._places(folded):
            if text[start].isascii():
                found = self._english(folded, start, end)
            elif text[start] >= "\uac00" and text[start] <= "\ud7a3":
                found = _hangul(text, start, end)
            else:
                found = _characters(text, start, end)
            if found:
                first, last, number = found
                determiners = frozenset({_NUMBER[number], "the"})  # "all" has no number
                head = start if text[start].isascii() else last - 1
                description = self._description(code)
                yield Phrase(first, last, head, description, determiners, present=True)

    def _description(self, code: str) -> Description:
        if code in self._lexicon.regions:
            return Description(region=code)
        return Description(territory=code)

    def _places(self, folded: Folded) -> Iterator[tuple[int, int, str]]:
        text = folded.text
        done = 0
        for start, end, _ in self._numbers.find(text):
            latin = text[start].isascii()
            if latin and text[start - 1 : start].isalpha():
                continue
            first = max(done, start - (2 * _LONGEST if latin else _LONGEST))
            done = end + (_BEHIND if latin else _LONGEST)
            yield from self._around(folded, first, done)

    def _around(self, folded: Folded, first: int, last: int) -> Iterator[tuple[int, int, str]]:
        """Yield the places close to a number."""
        for start, end, code in self._places_in.find(folded.text[first:last]):
            at = first + start
            if not folded.text[at].isascii() or folded.written(at, at + 1).isupper():
                yield at, first + end, code

    @staticmethod
    def _english(folded: Folded, start: int, end: int) -> tuple[int, int, int] | None:
        text = folded.text
        if text[end : end + 1].isalpha():
            return None
        led = _BEFORE_EN.search(text, max(0, start - 60), start)
        if not led:
            return _all_of(text, start, end)
        number = next(n for n, group in enumerate(led.groups()[:4], 2) if group)
        if led[5]:
            return led.start(), end, number
        here = _HERE_EN.match(text, end)
        if here is None and takes_a_stance(text[end : end + 80]):
            return led.start(), end, number
        return (led.start(), here.end(), number) if here else None

    @cached_property
    def _numbers(self) -> Words[bool]:
        """Words that tell of a number of people."""
        words = self._lexicon.in_one_pass
        return self._lexicon.kept("numbers", lambda: words.add(_words_of_numbers()))

    @cached_property
    def _places_in(self) -> Automaton[str]:
        return Automaton({word: code for word, code in self._codes.items() if len(word) > 1})

    @cached_property
    def _codes(self) -> dict[str, str]:
        """The codes of territories by their words, of a people and of a capital too."""
        return {
            word: piece.value
            for word, pieces in self._lexicon.pieces.items()
            for piece in pieces
            if piece.kind in ("territory", "region")
            or (piece.kind == "short" and not word.isascii())
        }


def _words_of_numbers() -> dict[str, bool]:
    east = (n + c for n in _SIGNS for c in ("位", "名", "人", "方", "个人", "个"))
    korean = (n + s + c for n in "두세네234" for s in ("", " ") for c in ("분", "사람", "명", "인"))
    latin = ("both", "two", "pair", "duo", "trio", "three", "four", "five")
    latin = (*latin, "everyone", "everybody", "nobody", "no one", "none of", "all th", "all of",
        "all our", "each of", "without exc", "one and all", "unanim", "to a man", "to a woman",
        "as one", "en bloc", "无一例外", "清一色", "异口同声", "全都",
        "the 2 ", "the 3 ", "the 4 ", "the 5 ",
        "of one mind", "were united", "were all", "were agreed", "all ", "each ")  # fmt: skip
    return dict.fromkeys((*latin, *east, *korean, "둘", "셋", "넷"), True)


def _all_of(text: str, start: int, end: int) -> tuple[int, int, int] | None:
    """Return the span of a people of whom all are meant: nobody from Japan, the Koreans as one."""
    if led := _ALL_BEFORE_EN.search(text, max(0, start - 60), start):
        here = _HERE_EN.match(text, end)
        return (led.start(), here.end(), 0) if here else None
    the = _THE.search(text, max(0, start - 5), start)
    behind = _ALL_BEHIND_EN.match(text, end) if the else None
    return (the.start(), behind.end(), 0) if the and behind else None


def _characters(text: str, start: int, end: int) -> tuple[int, int, int] | None:
    """Return the span and the number of a group in characters: 来自日本的两位, 两位韩国人."""
    if led := _BEFORE_HAN.search(text, max(0, start - 8), start):
        people = _PEOPLE.match(text, end)
        return (led.start(), people.end(), _SIGNS[led[1]]) if people else None
    behind = _BEHIND_HAN.match(text, end)
    if not behind:
        return _all_in_characters(text, start, end)
    first = start - 2 if text[max(0, start - 2) : start] == "来自" else start
    return first, behind.end(), _SIGNS[behind[1]]


def _all_in_characters(text: str, start: int, end: int) -> tuple[int, int, int] | None:
    """Return the span of a people of whom all are meant: 在座的欧洲人无一例外."""
    led = _HERE_HAN.search(text, max(0, start - 5), start)
    every = _EVERY_HAN.match(text, end)
    return (led.start(), every.end(), 0) if led and every else None


def _hangul(text: str, start: int, end: int) -> tuple[int, int, int] | None:
    behind = _BEHIND_HANGUL.match(text, end)
    if not behind or (start and "가" <= text[start - 1] <= "힣"):
        return None
    return start, behind.end(), _KOREAN_SIGNS[behind[1] or behind[2]]
