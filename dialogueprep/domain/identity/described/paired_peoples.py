"""Reads people of two delegations named together: the Japanese and Korean officials, 日中の二人.

Each of them is one of a people, and is counted so; two countries, their governments and their
languages are nobody at the table.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property

from dialogueprep.domain.identity.described.description import ONE, Description
from dialogueprep.domain.identity.described.phrases import Phrase
from dialogueprep.domain.identity.lexicon import Lexicon
from dialogueprep.domain.identity.reading.fold import Folded, is_east_asian, is_hangul
from dialogueprep.domain.identity.reading.word_lists import word_lists

_LISTS = word_lists("described", "paired_peoples")

_HEADS = """
officials professors experts participants delegates scholars researchers diplomats journalists
academics colleagues speakers discussants representatives economists official professor expert
participant delegate scholar researcher diplomat journalist academic colleague
"""
_ENGLISH = re.compile(
    r"(?<![a-z])(?:(?:both )?the|both|our) ([a-z]+(?: [a-z]+)?) and (?:the |an? )?([a-z]+)$"
)
_DID = re.compile(f" (?:(?:both|all|then|also|again) )?(?:[a-z]+ly )?(?:{_LISTS['did']})(?![a-z])")
_HAN_HEAD = f"({_LISTS['han_head']})"
_HAN = re.compile(
    f"(?:[两二][位名]{_HAN_HEAD}?|の(?:二人の?|两名の?|两){_HAN_HEAD}?)"
    "(?=[们都均也一皆全没不认觉希要想说看表反同赞在则はがもと、])"
)
_KOREAN = re.compile(
    "(?:의)? ?(?:두|양) ?(?:명의 )?(교수|관료|전문가|학자|참석자|참가자|기자|위원|공무원|외교관|"
    "연구자|사람|분)(?=[은는이가도의])"
)
_LED_EAST = ("两位", "两名", "二位", "二名", "の二人", "の两", "두 ", "양 ")
_FARTHEST = 50
_Pair = tuple[int, int, tuple[str, str], str]
"""Where two are told, the codes of their places, and the word for who they are."""


class PairedPeoples:
    """Reads who is told by two places side by side."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        words = {f" {word}": True for word in _HEADS.split()}
        self._led = lexicon.in_one_pass.add(words | dict.fromkeys(_LED_EAST, True))

    def read(self, folded: Folded) -> Iterator[Phrase]:
        """Yield a description of each of the two, of the same words."""
        text = folded.text
        for start, end, _ in self._led.find(text):
            latin = text[start] == " "
            if latin and text.find(" and ", max(0, start - 40), start) < 0:
                continue
            pair = (self._english if latin else self._eastern)(folded, start, end)
            if pair:
                first, last, codes, head = pair
                for code in dict.fromkeys(codes):
                    said = self._said(code, head)
                    yield Phrase(first, last, last - 1, said, ONE, present=True)

    def _english(self, folded: Folded, start: int, end: int) -> _Pair | None:
        text = folded.text
        if text[end : end + 1] != " " or not _DID.match(text, end):
            return None
        led = _ENGLISH.search(text, max(0, start - _FARTHEST), start)
        if not led or not folded.written(led.start(1), led.start(1) + 1).isupper():
            return None
        codes = self._words.get(led[1], ""), self._words.get(led[2], "")
        return (led.start(), end, codes, text[start + 1 : end]) if all(codes) else None

    def _eastern(self, folded: Folded, start: int, _: int) -> _Pair | None:
        text = folded.text
        at = start - (text[start - 1 : start] == " ")
        codes = self._shorts.get(text[at - 2 : at - 1], ""), self._shorts.get(text[at - 1 : at], "")
        if at < 2 or not all(codes) or codes[0] == codes[1]:
            return None
        if at > 2 and is_east_asian(text[at - 3]) and text[at - 3] not in "、。,与和":
            return None
        told = (_KOREAN if is_hangul(text[start]) else _HAN).match(text, at)
        return (at - 2, told.end(), codes, told[1] or told[told.re.groups] or "") if told else None

    def _said(self, code: str, head: str) -> Description:
        said = Description(territory=code)
        for form in (head, head.removesuffix("s")):
            for piece in self._lexicon.pieces.get(form, ()):
                if piece.kind == "head":
                    return said.with_piece(piece)
        return said

    @cached_property
    def _words(self) -> dict[str, str]:
        return {
            word: piece.value
            for word, pieces in self._lexicon.pieces.items()
            for piece in pieces
            if piece.kind == "territory" and word.isascii()
        }

    @cached_property
    def _shorts(self) -> dict[str, str]:
        fold = self._lexicon.fold.plain
        places = self._lexicon.territories.values()
        return {fold(word): place.code for place in places for word in place.short}
