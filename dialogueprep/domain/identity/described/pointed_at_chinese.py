"""Reads who is pointed at in Chinese by a place or a field: 大洋洲那位, 缆线企业的那位说.

Also by a past (军方背景的与会者), by a bracket at a note's head or end (业界（日）：, 太高（澳）),
and by a country's letter with a field (澳企：). What was said or noted there stands behind.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property

from dialogueprep.domain.identity.described.description import ONE, Description
from dialogueprep.domain.identity.described.phrases import Phrase
from dialogueprep.domain.identity.described.pointed_deeds import told_chinese
from dialogueprep.domain.identity.lexicon import Lexicon, Piece
from dialogueprep.domain.identity.reading.automaton import Words
from dialogueprep.domain.identity.reading.fold import Folded, is_east_asian
from dialogueprep.domain.identity.reading.word_lists import word_lists

_LISTS = word_lists("described", "pointed_at_chinese")

_CALLED = "(?:先生|女士|小姐|同事|大姐|大哥|老师|朋友|仁兄)?"
_DEED = (
    f"(?=[:,]? ?[「“]|[:,]|→|{_LISTS['deed']}|对[^,。]{{1,16}}(?:持|表示|提出|不|有(?:保留|疑))|"
    "最[先后](?:说|讲|发|表))"
)
_POINTED = re.compile(f"[那这]位{_CALLED}{_DEED}")
_THAT_ONE = re.compile(f"那位{_CALLED}")
_SIDE = re.compile(f"那(?:边|头|方面)(?:来)?的(?:人|同事|代表|朋友|那位|官员){_DEED}")
_FIRM = re.compile(f"那家(?:公司|企业|厂商)的(?:人|同事|代表|那位|女士|先生){_DEED}")
_PAST = re.compile(
    f"(?:出身|背景)的(?:一位|那位|这位)?(?:与会者|人士|代表|那位|参会者|同事|人){_CALLED}"
    f"(?:{_DEED}|(?=只有一位))"
)
_OFFICE = re.compile(
    f"(?:的(?:协调员|负责人|干事|经理|总监)|(?:主管|分管)[^,。;:的]{{1,6}}的副?[局司处厅科][长座]){_DEED}"
)
_ALONE = re.compile("只有一位(?:发言|开口|说话|表态)(?=[:,。]|说|认|主张|提)")
_JOINT = re.compile("(?:界的?|方面的?|那边的?|(?:过|远道)?来的|来自|的|籍)$")
_LONGEST = 7  # letters of a word for a place or a field
_FIELDS = {"企": "business", "官": "government", "学": "academia", "智": "think tank"}
# What a note says of a demand or a price, behind which the bracket tells whose it is.
_NOTED = re.compile(f"(?:{_LISTS['noted']}|[?!])[ ]?$")
_LED = re.compile(r"(?:^|[\n。;:] ?)[ •·*-]*([^\n。;:,(]{1,10})$")
_SAID = re.compile(" ?(?::(?! ?[0-9])|→|->) ?(?=[^\n]{2})")
_ASKED = re.compile("(?:a|q|问|答|提问|回答)$")
_PARTS = {
    "出身的": _PAST,
    "背景的": _PAST,
    "那边": _SIDE,
    "那头": _SIDE,
    "那方": _SIDE,
    "那家": _FIRM,
    "的协调": _OFFICE,
    "的负责": _OFFICE,
    "的干事": _OFFICE,
    "的总监": _OFFICE,
    "主管": _OFFICE,
    "分管": _OFFICE,
    "只有一位": _ALONE,
}
_OPENS = re.compile(r"(?:^|[\n,。;:、(] ?)[ •·*-]*$")


class PointedAtChinese:
    """Reads such people with a lexicon's words for places and fields."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon

    def read(self, folded: Folded) -> Iterator[Phrase]:
        """Yield a description for each who is pointed at."""
        text = folded.text
        for start, end, _ in self._words.find(text):
            word = text[start:end]
            if word[0] == "(":
                yield from self._bracketed(folded, start, end)
            elif word[-1] == ":":
                yield from self._headed(folded, start, end)
            elif who := self._pointed(text, start, word):
                yield from self._told(text, start, who)

    @staticmethod
    def _pointed(text: str, at: int, word: str) -> re.Match[str] | None:
        who = _PARTS.get(word, _POINTED).match(text, at)
        if who or word != "那位":
            return who
        that = _THAT_ONE.match(text, at)
        return that if that and told_chinese(text, that.end()) else None

    def _told(self, text: str, at: int, who: re.Match[str]) -> Iterator[Phrase]:
        """Yield who is told by what stands before ``at``, with what points there."""
        firm = who.re is _FIRM
        start, said = self._before(text, at, Description())
        if said.empty:
            return
        if firm:
            said = said.with_piece(Piece("sector", "business"))
        if who.re in (_PAST, _ALONE) and said.sector is None:
            return
        if who.re is _OFFICE:
            if not _OPENS.search(text, max(0, start - 4), start):
                return
            if who[0][0] != "的":
                said = said.with_piece(Piece("sector", "government"))
            if not (said.sector and (said.territory or said.region)):
                return
        yield Phrase(start, who.end(), who.end() - 1, said, ONE, present=True)

    def _before(self, text: str, at: int, said: Description) -> tuple[int, Description]:
        """Return where the words begin that tell of somebody before ``at``, and what they say."""
        for _ in range(3):
            joint = _JOINT.search(text, max(0, at - 4), at)
            known = self._ends_at(text, at) or (joint and self._ends_at(text, joint.start()))
            if not known:
                break
            at, said = known[0], said.with_piece(known[1])
        return at, said

    def _ends_at(self, text: str, end: int) -> tuple[int, Piece] | None:
        """Return the known word that ends there, the longest."""
        for length in range(min(_LONGEST, end), 1, -1):
            for piece in self._lexicon.pieces.get(text[end - length : end], ()):
                if piece.kind in ("sector", "territory", "region"):
                    return end - length, piece
        letter = self._letters.get(text[end - 1 : end]) if end else None
        return (
            (end - 1, letter) if letter and _OPENS.search(text, max(0, end - 4), end - 1) else None
        )

    def _bracketed(self, folded: Folded, start: int, end: int) -> Iterator[Phrase]:
        """Yield who is told by a country's letter in brackets behind or before a note."""
        text = folded.text
        place = self._letters[text[start + 1]]
        led = _LED.search(text, max(0, start - 14), start)
        if led and _SAID.match(text, end):
            first, said = self._before(text, start, Description())
            if said.sector or _ASKED.search(led[1]) or _former(led[1]):
                said = said.with_piece(place)
                yield Phrase(first, end, end - 1, said, ONE, present=True)
        elif _NOTED.search(text, max(0, start - 6), start) and _ends_a_line(folded, end):
            yield Phrase(start, end, end - 1, Description().with_piece(place), ONE, present=True)

    def _headed(self, folded: Folded, start: int, end: int) -> Iterator[Phrase]:
        """Yield who heads a note by a country's letter and a field: 澳企：."""
        text = folded.text
        if _begins_a_line(folded, start) and _SAID.match(text, end - 1):
            said = Description().with_piece(self._letters[text[start]])
            said = said.with_piece(Piece("sector", _FIELDS[text[start + 1]]))
            yield Phrase(start, end - 1, end - 2, said, ONE, present=True)

    @cached_property
    def _letters(self) -> dict[str, Piece]:
        return {
            word: Piece("territory", piece.value)
            for word, pieces in self._lexicon.pieces.items()
            for piece in pieces
            if piece.kind == "short" and len(word) == 1 and is_east_asian(word)
        }

    @cached_property
    def _words(self) -> Words[bool]:
        return self._lexicon.kept("pointed words", self._made)

    def _made(self) -> Words[bool]:
        brackets = (f"({it})" for it in self._letters)
        heads = (f"{it}{field}:" for it in self._letters for field in _FIELDS)
        words = (*_PARTS, "那位", "这位", *brackets, *heads)
        return self._lexicon.in_one_pass.add(dict.fromkeys(words, True))


def _former(led: str) -> bool:
    return led.startswith("前")


def _begins_a_line(folded: Folded, start: int) -> bool:
    written = folded.original[: folded.starts[start]].rstrip(" •·*-→>　")
    return not written or written[-1] == "\n"


def _ends_a_line(folded: Folded, end: int) -> bool:
    rest = folded.original[folded.starts[end] :] if end < len(folded.text) else ""
    return not rest.strip(" 。") or rest.lstrip(" 。;；")[:1] == "\n"
