"""Finds names in hurried Korean and Japanese notes, where they head a remark without a particle.

류: 두 단계면 충분, 라오: 비용 반대, 오누키상 회의적, 오누키 사진 9장.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from dialogueprep.domain.identity.cues import MAYBE, SPEAKING
from dialogueprep.domain.identity.exposure import ExposureKind, Level
from dialogueprep.domain.identity.found import Found
from dialogueprep.domain.identity.named.eastern_names import EasternNames
from dialogueprep.domain.identity.named.in_places import PlaceSearch
from dialogueprep.domain.identity.reading.fold import Folded, is_han, is_hangul
from dialogueprep.domain.identity.reading.word_lists import word_lists

_LISTS = word_lists("named", "eastern_heads")

_BEFORE = re.compile(r"(?:^|\n)[ \t>*•·–—-]*$")
_COLON = re.compile(" ?[:：](?![/0-9])")
# What is remarked behind the head of a note, and no entry of a list has.
_REMARK = re.compile(
    r"[^.\n]{0,24}?(?:충분|반대|찬성|동의|필요|불필요|하자|말자|안 ?[된됨]|못 |"
    rf"{_LISTS['remark']}|\?)"
)
_TOLD = re.compile(
    "[^.\n]{0,40}?[다함음됨임요까지네](?:$|[.,?!\n])"
)  # of a note that is a sentence
_SAID = re.compile(r"(?:^|\n)[ \t>*•·–—-]*([가-힣]{3,6})$")
_SAN_ENDS = re.compile("[은는이가도의]?(?:$|[ ,.:])")
_PIECES = re.compile(
    " [가-힣]{1,5} (?:[0-9]+|하나|둘|셋|넷|다섯|(?:한|두|세|네|다섯|여섯|몇) ?(?=[가-힣]))"
)
_OPENS = re.compile(r"(?:^|[\n.;?!] ?|, |[-•*] )$")
_LONGEST = 6  # syllables of a name that is looked for before a form of address
_SURE = 3  # syllables of a name that is hardly a word
_NO_HEADS = frozenset(
    "차표안단주문답장절항조건갑을병정남여상하좌우동서북전후신구총계한중일미영불독러가나다라마바사아자차타파하예비공명"
)


class EasternHeads:
    """Names that head remarks in hangul and kana, and stand where only somebody does."""

    def __init__(self, names: EasternNames) -> None:
        self._names = names
        self._in_places = PlaceSearch(names)

    def find(self, folded: Folded, places: Sequence[tuple[int, int]]) -> list[Found]:
        """Return such names as places in folded text.

        ``places`` are where names of the roster are spelled in eastern scripts.
        """
        text = folded.text
        found = [*self._with_san(folded), *self._said_before_colon(folded)]
        found += self._in_places.find(folded, places)
        for start, end in places:
            after = text[end : end + 1]
            if after in (" ", ":") and not is_han(text[start]):
                before = text[max(0, start - 8) : start]
                found += self._before_colon(text, (start, end), before)
                if is_hangul(text[start]) and after == " " and _OPENS.search(before):
                    found += self._before_pieces(text, start, end)
        return found

    def _before_colon(self, text: str, at: tuple[int, int], before: str) -> Iterator[Found]:
        colon = _COLON.match(text, at[1]) if _BEFORE.search(before) else None
        word = text[slice(*at)]
        who = self._names.spelled(word) if colon else ()
        if not colon or not who:
            return
        remarks = bool(_REMARK.match(text, colon.end()))
        told = remarks or bool(_TOLD.match(text, colon.end()))
        if len(word) > 1:
            yield _found(at, who, sure=told or not self._names.means_more(word))
        elif remarks or word not in _NO_HEADS:
            yield _found(at, who, sure=told and word not in _NO_HEADS)

    def _said_before_colon(self, folded: Folded) -> Iterator[Found]:
        """Yield the head of a remark that sounds like a name, though none is spelled so."""
        text = folded.original
        at = text.find(":", 2)
        while at > 0:
            head = _SAID.search(text, max(0, at - 20), at) if is_hangul(text[at - 1]) else None
            whose = self._names.whose(head[1]) if head and _COLON.match(text, at) else None
            if head and whose and whose.people and not (whose.spelled or whose.word):
                start = bisect_left(folded.starts, head.start(1))
                yield _found((start, start + len(head[1])), whose.people, sure=False)
            at = text.find(":", at + 1)

    def _with_san(self, folded: Folded) -> Iterator[Found]:
        """Yield a Japanese name with the Japanese form of address: 오카상."""
        text = folded.text
        at = text.find("상", 2)
        while at > 0:
            if is_hangul(text[at - 1]) and _SAN_ENDS.match(text, at + 1):
                first = at
                while first and at - first <= _LONGEST and is_hangul(text[first - 1]):
                    first -= 1
                who = self._names.spelled(text[first:at]) if at - first > 1 else ()
                who = tuple(w for w in who if self._names.is_japanese(w))
                if who:
                    yield _found((first, at + 1), who, sure=True)
            at = text.find("상", at + 1)

    def _before_pieces(self, text: str, start: int, end: int) -> Iterator[Found]:
        """Yield a name before so many of what the person has brought: 오누키 사진 9장."""
        word = text[start:end]
        if len(word) < 2 or not _PIECES.match(text, end) or self._names.means_more(word):
            return
        if who := self._names.spelled(word):
            yield _found((start, end), who, sure=len(word) >= _SURE)


def _found(at: tuple[int, int], who: tuple[int, ...], *, sure: bool) -> Found:
    return Found(
        start=at[0],
        end=at[1],
        level=Level.BLOCK if sure else Level.WARN,
        kind=ExposureKind.NAME,
        why=SPEAKING if sure else MAYBE,
        who=who,
    )
