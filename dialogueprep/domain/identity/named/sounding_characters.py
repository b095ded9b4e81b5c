"""Finds names from elsewhere that Chinese spells by their sound: 罗伯特, 维尔迪厄大使."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator

from dialogueprep.domain.identity.described.pointed_deeds import told_chinese
from dialogueprep.domain.identity.lexicon import Lexicon
from dialogueprep.domain.identity.named.led_to import is_led_to
from dialogueprep.domain.identity.reading.fold import Folded
from dialogueprep.domain.identity.spellings.nobodys_words import places
from dialogueprep.domain.identity.spellings.sounding_names import Sounding, SoundNames
from dialogueprep.domain.identity.spellings.sounds import TRANSLITERATING, of_han

_LEAST, _MOST = 3, 10  # characters of such a name
_RUN = re.compile(f"[{TRANSLITERATING}]{{{_LEAST},}}")
_TITLED, _BARE = 3, 5  # classes that it has to have: with a title or opening a clause, and else
_OPENS = re.compile(r"(?:^|[\s,.;:!?。、“「(\n]|但|而|请|据|由|对|听|问)$")
_PLACE = 6  # characters of the name of a place at most


_DOTS = "·・‧•･∙⋅"
_DOT = re.compile(f"[{_DOTS}](?<=[\u4e00-\u9fff].)(?=[\u4e00-\u9fff])")
_TELLS = 2
_DEED = re.compile(
    "[讲说谈提问认表指换补回没不也则]|对此|的(?:发言|意见|看法|提议|问题|图|说法|原话|担心|顾虑|立场|态度|话)"
)
_Within = tuple[int, int, tuple[int, ...]]  # where in a run, and whose


class CharacterSounds:
    """The names of a roster in characters that are used for their sound."""

    def __init__(self, names: SoundNames, title: re.Pattern[str], lexicon: Lexicon) -> None:
        self._names = names
        self._title = title
        self._lexicon = lexicon
        self._pieces = lexicon.pieces
        self._known: dict[tuple[str, bool, int], _Within | None] = {}

    def find(self, folded: Folded) -> Iterator[Sounding]:
        """Yield such names, as places in the original."""
        dots = dots_in(folded)
        for run in _RUN.finditer(folded.text):
            titled = bool(self._title.match(folded.text, run.end()))
            opens = self._opens(folded.text, run)
            key = (run.group(), titled, opens)
            if key not in self._known:
                self._known[key] = self._within(*key)
            if found := self._known[key]:
                first, last, who = found
                start, end = run.start() + first, run.start() + last
                if not dots or not self._is_anothers(folded.text, start, end, dots):
                    yield *folded.span(start, end), who

    def _opens(self, text: str, run: re.Match[str]) -> int:
        """Return 0, or 1 where a run opens a clause, or `_TELLS` where its deed follows too."""
        opens = _OPENS.search(text, max(0, run.start() - 3), run.start())
        if not opens and not is_led_to(text, run.start(), run.group(), self._lexicon):
            return 0
        told = _DEED.match(text, run.end()) or told_chinese(text, run.end())
        return _TELLS if told else 1

    def _within(self, run: str, titled: bool, opens: int) -> _Within | None:
        """Return where in a run of such characters a name stands, the longest, and whose."""
        length = len(run)
        if titled and not self._is_place(run):
            ending = ((first, length) for first in range(max(0, length - _MOST), length - 2))
            if found := self._first(run, ending, _TITLED):
                return found
        if opens and not self._is_place(run):
            least = _LEAST if opens == _TELLS else _LEAST + 1
            opening = ((0, last) for last in range(min(length, _MOST), least - 1, -1))
            if found := self._first(run, opening, _TITLED):
                return found
        spans = (
            (first, first + size)
            for size in range(min(length, _MOST), _LEAST, -1)
            for first in range(length - size + 1)
        )
        return self._first(run, spans, _BARE)

    def _first(self, run: str, spans: Iterable[tuple[int, int]], least: int) -> _Within | None:
        tried: set[str] = set()
        for first, last in () if self._is_place(run) else spans:
            part = run[first:last]
            if part not in tried and (who := self._whose(part, least)):
                return first, last, who
            tried.add(part)
        return None

    def _whose(self, written: str, least: int) -> tuple[int, ...]:
        for sound in of_han(written):
            who = self._names.whole.get(sound) or self._names.parts.get(sound, ())
            who = who or self._names.said.get(sound, ())
            if who and len(sound) >= least:
                return who
        return ()

    def _is_anothers(self, text: str, start: int, end: int, dots: frozenset[int]) -> bool:
        """Return whether what sounds like a name is part of another, whose words a dot parts.

        The dots are left out in folded text: 罗伯特·奥|本海默, 玛格丽特|·撒切尔.
        """
        if end in dots or not any(start < dot < end for dot in dots):
            return end in dots
        around = (text[max(0, start - 1) : start], text[end : end + 1])
        if any(c and c in TRANSLITERATING for c in around):
            return True
        return not any(sound in self._names.whole for sound in of_han(text[start:end]))

    def _is_place(self, run: str) -> bool:
        """Return whether a place is in a run, by a name of some length, or at its end."""
        length = len(run)
        parts = (run[n : n + k] for k in range(_LEAST, _PLACE + 2) for n in range(length - k + 1))
        if run in places() or any(p in places() or self._is_known(p) for p in parts):
            return True
        return self._is_known(run[-2:])

    def _is_known(self, word: str) -> bool:
        return any(piece.kind in ("territory", "region") for piece in self._pieces.get(word, ()))


def dots_in(folded: Folded) -> frozenset[int]:
    """Return the places in folded text where a dot between two characters was left out."""
    written = folded.original
    if not any(dot in written for dot in _DOTS):
        return frozenset()
    found = (dot.end() for dot in _DOT.finditer(written))
    return frozenset(bisect_left(folded.starts, place) for place in found)
