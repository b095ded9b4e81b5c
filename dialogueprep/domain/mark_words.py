"""What stands before a colon at the start of a line of notes, in words: 日方专家：, many experts:.

It is read with the tables by which descriptors are known everywhere, and taken only if all of it
is understood. The name of a delegation asks as its code does, unless the line goes on with figures
or with other countries: "Japan: 1.2 births". A people, a capital or a sector alone is mostly what
the line is about; it asks for an attribution only where it fits too few to be said.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from dialogueprep.domain.dialogue import Delegation
from dialogueprep.domain.identity.lexicon import Lexicon, Piece
from dialogueprep.domain.notes import Attribution, Count
from dialogueprep.domain.people import BroadSector, Sector

_LONGEST = 24  # letters of a word
_GAP = " ·・,、，-’'"
_COUNTS = {
    "one": Count.ONE, "the": Count.ONE, "several": Count.SEVERAL, "many": Count.MANY,
    **dict.fromkeys(("two", "three", "four", "five", "six"), Count.SEVERAL),
}  # fmt: skip
_PLACES = ("territory", "short", "region")
_NAMES = frozenset({"country", "name"})
_NUMBER = re.compile(r"\s*[0-9\uff10-\uff19]")
_ANOTHER = re.compile(r"[;,；，、。.]\s*([^:：;,；，、。.]{1,24})[:：]")
_ASKED = {
    "one": Attribution(),
    "several": Attribution(count=Count.SEVERAL),
    "many": Attribution(count=Count.MANY),
    "official": Attribution(broad=BroadSector.OFFICIAL),
    "expert": Attribution(broad=BroadSector.EXPERT),
    "business": Attribution(sector=Sector.BUSINESS),
    "media": Attribution(sector=Sector.MEDIA),
    "civil": Attribution(sector=Sector.CIVIL_SOCIETY),
    "academia": Attribution(sector=Sector.ACADEMIA),
    "government": Attribution(sector=Sector.GOVERNMENT),
}


@dataclass(frozen=True)
class MarkWords:
    """The shipped words: by what they ask for, what stands behind a delegation, and between.

    ``bare`` ones ask by themselves only where they fit too few. ``countries`` are names of
    countries beside those that the lexicon has first. ``hangul`` are the keys of a Korean keyboard
    by first, middle and last letters of a syllable.
    """

    alone: Mapping[str, tuple[str, ...]]
    bare: Mapping[str, tuple[str, ...]]
    side: tuple[str, ...]
    joint: tuple[str, ...]
    countries: tuple[str, ...]
    hangul: tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]

    def keys_of(self, written: str) -> str:
        """Return what the keys that wrote hangul write in Latin letters: ㅓㅔ is jp."""
        return "".join(map(self._key, unicodedata.normalize("NFKD", written)))

    def _key(self, letter: str) -> str:
        first, middle, last = self.hangul
        for start, keys in ((0x1100, first), (0x1161, middle), (0x11A8, last)):
            if 0 <= ord(letter) - start < len(keys):
                return keys[ord(letter) - start].lower()
        return letter


@dataclass(frozen=True, slots=True)
class _Read:
    """What the words so far say: what is asked for, and of which sorts the words were."""

    asked: tuple[Attribution, ...] = ()
    sorts: frozenset[str] = field(default_factory=frozenset[str])

    def add(self, sort: str, asked: Attribution | None = None) -> _Read:
        return _Read((*self.asked, *([asked] if asked else ())), self.sorts | {sort})


class MarkReader:
    """Reads such beginnings of lines at a table of delegations."""

    def __init__(
        self, words: MarkWords, lexicon: Lexicon, delegations: Sequence[Delegation]
    ) -> None:
        self._words, self._lexicon, self._delegations = words, lexicon, delegations

    def read(
        self, head: str, rest: str, too_few: Callable[[Attribution], bool]
    ) -> tuple[Attribution, ...]:
        """Return what the words before a colon ask for, each for itself; nothing if they do not.

        ``rest`` is the line behind the colon; ``too_few`` says whether an attribution fits
        somebody here but too few.
        """
        read = self._whole(head)
        if read is None:
            return ()
        dated = read.sorts <= {"letter"} and _NUMBER.match(rest)  # 日：3月2日
        if _asks(read.sorts):
            return () if dated else read.asked
        if read.sorts <= {"country"}:
            return () if len(read.asked) > 1 or self._is_about(rest) else read.asked
        bare = read.sorts & _NAMES and read.sorts <= _NAMES | {"joint", "count"}
        few = bare and any(too_few(replace(each, count=Count.ONE)) for each in read.asked)
        return read.asked if few and not self._is_about(rest) else ()

    def _is_about(self, rest: str) -> bool:
        """Return whether a line goes on as one about countries does: with a number, with more."""
        others = (self._whole(found[1]) for found in _ANOTHER.finditer(rest))
        return bool(_NUMBER.match(rest)) or any(o and o.sorts <= _NAMES for o in others)

    def _whole(self, head: str) -> _Read | None:
        folded = self._lexicon.fold.plain(head)
        return next(self._ways(folded, 0, _Read()), None) if folded else None

    def _ways(self, head: str, at: int, so_far: _Read) -> Iterator[_Read]:
        """Yield the ways in which the rest of a head is understood, longer words first."""
        while at < len(head) and head[at] in _GAP:
            at += 1
        if at >= len(head):
            yield so_far
            return
        for end in range(min(len(head), at + _LONGEST), at, -1):
            if _is_word(head, at, end):
                for sort, asked in self._meanings(head[at:end], so_far):
                    yield from self._ways(head, end, so_far.add(sort, asked))

    def _meanings(self, word: str, before: _Read) -> Iterator[tuple[str, Attribution | None]]:
        if word in self._own:
            yield self._own[word]
        if word in self._side and before.sorts & {*_NAMES, "letter"}:
            yield "side", None
        for piece in self._lexicon.pieces.get(word, ()):
            yield from self._of_piece(piece, "country" if word in self._countries else "name")

    def _of_piece(self, piece: Piece, named: str) -> Iterator[tuple[str, Attribution | None]]:
        kind, _, value = (piece.value if piece.kind == "head" else "").partition(":")
        if piece.kind in _PLACES:
            sort = "letter" if piece.kind == "short" else named
            if code := self.seats.get(piece.value.casefold()):
                yield sort, Attribution(delegation=code)
        elif piece.kind in ("determiner", "after"):
            if piece.value in _COUNTS:
                yield "count", Attribution(count=_COUNTS[piece.value])
        elif piece.kind == "head":
            yield "head", _of_field(kind, value) if value else None
        elif piece.kind in ("sector", "broad"):
            yield "field", _of_field(piece.kind, piece.value)
        elif piece.kind in ("link", "gender"):  # what would narrow a person further is left out
            yield "joint", None

    @cached_property
    def seats(self) -> Mapping[str, str]:
        """The delegations in which territories and regions sit, by their codes in small letters.

        A delegation has a code of its own, the territory of its label, and, of a grouping, its
        members, where they have no delegation of their own.
        """
        own = {d.code.casefold(): d.code for d in self._delegations}
        labelled: dict[str, str] = {}
        members: dict[str, str] = {}
        for delegation in self._delegations:
            for place in self._labelled(delegation):
                labelled.setdefault(place.casefold(), delegation.code)
                for code in self._lexicon.members(place):
                    members.setdefault(code.casefold(), delegation.code)
        return {**members, **labelled, **own}

    def _labelled(self, delegation: Delegation) -> Iterator[str]:
        for label in delegation.labels.entries:
            for piece in self._lexicon.pieces.get(self._lexicon.fold.plain(label.wording), ()):
                if piece.kind in ("territory", "region"):
                    yield piece.value

    @cached_property
    def _countries(self) -> frozenset[str]:
        """Names of countries, folded, without those of their capitals and their people."""
        places = (*self._lexicon.territories.values(), *self._lexicon.regions.values())
        first = (words[0] for place in places for words in place.words.values())
        return frozenset(map(self._lexicon.fold.plain, (*first, *self._words.countries)))

    @cached_property
    def _own(self) -> dict[str, tuple[str, Attribution | None]]:
        """The shipped words and the labels of delegations, folded."""
        fold = self._lexicon.fold.plain
        labels = {
            fold(label.wording): ("country", Attribution(delegation=d.code))
            for d in self._delegations
            for label in d.labels.entries
        }
        shipped = {
            fold(word): (sort, _ASKED[what])
            for sort, asked in (("name", self._words.bare), ("alone", self._words.alone))
            for what, words in asked.items()
            for word in words
        }
        return {**{fold(word): ("joint", None) for word in self._words.joint}, **labels, **shipped}

    @cached_property
    def _side(self) -> frozenset[str]:
        return frozenset(map(self._lexicon.fold.plain, self._words.side))


def _asks(sorts: frozenset[str]) -> bool:
    """Return whether words of these sorts say who spoke, not what of."""
    told = bool(sorts & {*_NAMES, "letter", "field"})
    if "alone" in sorts or "letter" in sorts or "side" in sorts:
        return True
    return "head" in sorts and (told or "count" in sorts)


def _of_field(kind: str, value: str) -> Attribution:
    if kind == "sector":
        return Attribution(sector=Sector(value))
    return Attribution(broad=BroadSector(value))


def _is_word(head: str, start: int, end: int) -> bool:
    """Return whether a part is no part of a longer word in Latin letters."""
    inside = [(start - 1, start), (end - 1, end)]
    return not any(
        a >= 0 and b < len(head) and head[a].isascii() and head[b].isascii()
        and head[a].isalnum() and head[b].isalnum()
        for a, b in inside
    )  # fmt: skip
