"""Reads who is told in Korean by a side of the table: 기업 쪽, 필리핀 정부 쪽, 대양주에서 오신 분.

A field or a place and its side, with what was said there behind it, or a sign of a note. What ought
to be done for a side (기업 쪽 부담), or what was found there (유럽 쪽 사례), is nobody's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property

from dialogueprep.domain.identity.described.description import ONE, Description
from dialogueprep.domain.identity.described.phrases import Phrase
from dialogueprep.domain.identity.described.remarks_korean import is_a_remark, is_spoken
from dialogueprep.domain.identity.lexicon import Lexicon, Piece
from dialogueprep.domain.identity.offices.places_before import PlacesBefore
from dialogueprep.domain.identity.reading.automaton import Words
from dialogueprep.domain.identity.reading.fold import Folded, is_hangul

_SIDE = re.compile(
    " ?(?:쪽|측)(?: (?:분|인사|참석자))?(?![가-힣])|(?: ?(?:쪽|측))(?=에서|에선|[은이도])"
)
_WHOSE = re.compile("(?:에서는?|에서도|에선|[은이도])? (?=[^ ])")
_SIGN = re.compile(" ?(?:: ?(?![0-9])|→ ?|-> ?)")
_CAME = re.compile(
    " ?(?:에서|쪽에서|측에서) (?:온|오신|나온|나오신|왔다는|오셨다는) (?:분|사람|양반)"
    "(?=[은는이가도의께,: ]|$)"
)
_OPENS = re.compile("(?:^|[.;:\n,(] ?|[중들] |가운데 |한편 |또 |다만 |반면 )(?:[o○▷▶☞#*•·-] ?)?$")
_ENDS = re.compile("[.\n]")
_FAR = 120  # letters behind a side that are looked at


class SidesInKorean:
    """Reads such sides with a lexicon's words for fields and places."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._before = lexicon.kept("places before", lambda: PlacesBefore(lexicon))

    def read(self, folded: Folded) -> Iterator[Phrase]:
        """Yield a description for each who is told by a side."""
        text = folded.text
        for start, end, piece in self._words.find(text):
            after = text[end : end + 2].lstrip()[:1]
            if after not in ("쪽", "측", "에") or _goes_on_before(text, start):
                continue
            first, said = self._placed(folded, start, Description().with_piece(piece))
            if not _OPENS.search(text, max(0, first - 8), first):
                continue
            if last := _told(text, end, placed=first < start or piece.kind != "sector"):
                yield Phrase(first, last, last - 1, said, ONE, present=True)

    def _placed(self, folded: Folded, start: int, said: Description) -> tuple[int, Description]:
        place = self._before.find(folded, start) if said.sector else None
        if place is None:
            return start, said
        return place[0], said.with_piece(Piece("territory", place[1]))

    @cached_property
    def _words(self) -> Words[Piece]:
        kept = self._lexicon.kept
        return kept("sides in korean", lambda: self._lexicon.in_one_pass.add(self._named()))

    def _named(self) -> dict[str, Piece]:
        return {
            word: pieces[0]
            for word, pieces in self._lexicon.pieces.items()
            if is_hangul(word[0]) and pieces[0].kind in ("sector", "territory", "region")
        }


def _goes_on_before(text: str, start: int) -> bool:
    """Return whether the word goes on before its beginning: 대기업 쪽."""
    return start > 0 and is_hangul(text[start - 1])


def _told(text: str, end: int, *, placed: bool) -> int | None:
    """Return where a side ends of which something is told that was said in the room."""
    if came := _CAME.match(text, end):
        return came.end()
    side = _SIDE.match(text, end)
    if not side:
        return None
    ends = _ENDS.search(text, side.end(), side.end() + _FAR)
    last = ends.start() if ends else min(len(text), side.end() + _FAR)
    if sign := _SIGN.match(text, side.end()):
        return side.end() if placed or is_a_remark(text[sign.end() : last]) else None
    whose = _WHOSE.match(text, side.end())
    rest = text[whose.end() : last] if whose and whose.end() > side.end() + 1 else ""
    return side.end() if rest and (is_a_remark(rest) or is_spoken(rest)) else None
