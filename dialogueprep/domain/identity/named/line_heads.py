"""Finds names at the head of a line, as notes put who spoke: "Numa: …", つぼかわ：, 郝处：, 봉:.

There a name stands without a title, shortened as the note-taker likes: what begins a known form
warns, what is a part of a name blocks.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from functools import cached_property

from dialogueprep.domain.identity.cues import MAYBE, SPEAKING
from dialogueprep.domain.identity.exposure import ExposureKind, Level
from dialogueprep.domain.identity.found import Found
from dialogueprep.domain.identity.lexicon import Lexicon
from dialogueprep.domain.identity.reading.fold import Folded, is_han, is_hangul, is_kana
from dialogueprep.domain.identity.reading.word_lists import word_lists
from dialogueprep.domain.identity.reading.written import as_written
from dialogueprep.domain.people import Participation

_LISTS = word_lists("named", "line_heads")

_HEAD = re.compile(r"(?:^|\n)[ \t>*•·–—-]*(?:\[[0-9: ]+\] ?)?([^\W\d_][^\W\d_'’-]{0,13}\.?) ?$")
# What somebody says behind their name, and no entry of a list has: who pays, not again, I agree.
_REMARK = re.compile(
    f" ?(?:{_LISTS['remark']})(?![a-z])",
    re.IGNORECASE,
)
_LONGEST = 40  # letters of the head of a line, with what stands before a name there
_HEADS = frozenset(
    "차문답주예단비공명표안장절항조갑을병정注问答例附图表单甲乙丙丁主客另时地人题"
)  # 주: a note, 问: a question
_ADDRESSES = ("Dr", "Mr", "Ms", "Mrs", "Prof", "Professor", "Doctor", "Madam", "Pak", "Ibu", "Bu",
    "Encik", "Puan", "Khun", "Atty", "Engr")  # fmt: skip
_ADDRESSED = as_written(r"\.? ([^\W\d_a-z][^\W\d_]{3,})(?![^\W_]|-| [A-Z])")
_NO_HEAD_BEFORE = "/0123456789"  # https://, 10:30
_BEGINNING = 3  # letters at least that begin a name in Latin letters
_RANK = re.compile("(?<=.)(?:处|总|工|局|司|科|厅|所|院|导|老|博|教|部|课|师|氏|君|さん|씨|님)$")

_People = dict[str, tuple[int, ...]]


class LineHeadSearch:
    """The heads of lines that are, or begin, a name of a roster's people."""

    def __init__(self, participations: tuple[Participation, ...], lexicon: Lexicon) -> None:
        self._people = participations
        self._lexicon = lexicon

    def find(self, folded: Folded) -> list[Found]:
        """Return such heads of lines as places in folded text."""
        return [*self._heads(folded), *self._clipped(folded)]

    def _clipped(self, folded: Folded) -> Iterator[Found]:
        """Yield what begins a name behind a form of address: Dr Bala."""
        for hit in _addressed(folded.original):
            word = self._lexicon.fold.plain(hit[1])
            if word in self._parts or self._means_more(word):
                continue
            if who := _together(
                who
                for part, who in self._parts.items()
                if part.startswith(word) and len(part) - len(word) > 2
            ):
                surname = word in self._surnames  # Dr Park is hardly short for Parkinson
                level = Level.BLOCK if len(who) == 1 and not surname else Level.WARN
                yield self._found(folded, hit.span(1), level, who)

    def _heads(self, folded: Folded) -> Iterator[Found]:
        text = folded.original
        for at in sorted((*_places(":", text), *_places("：", text))):
            if text[at + 1 : at + 2] in _NO_HEAD_BEFORE and at + 1 < len(text):
                continue
            head = _HEAD.search(text, max(0, at - _LONGEST), at)
            if not head or (head.start() == at - _LONGEST and text[head.start()] != "\n"):
                continue
            level, who = self._whose(head[1].rstrip("."))
            if who and head[1][0].isupper() and _REMARK.match(text, at + 1):
                level = Level.BLOCK if len(head[1]) > 2 and head[1].isalpha() else level
            if who:
                yield self._found(folded, head.span(1), level, who)

    @staticmethod
    def _found(folded: Folded, at: tuple[int, int], level: Level, who: tuple[int, ...]) -> Found:
        return Found(
            start=bisect_left(folded.starts, at[0]),
            end=bisect_left(folded.ends, at[1]) + 1,
            level=level,
            kind=ExposureKind.NAME,
            why=SPEAKING if level is Level.BLOCK else MAYBE,
            who=who,
        )

    def _whose(self, written: str) -> tuple[Level, tuple[int, ...]]:
        word = self._lexicon.fold.plain(written)
        if word in self._lexicon.common.never_alone or word in _HEADS:
            return Level.WARN, ()
        short = len(word) < 2
        if who := () if short and self._means_more(word) else self._parts.get(word):
            return (Level.WARN if short or self._means_more(word) else Level.BLOCK), who
        if self._means_more(word):
            return Level.WARN, ()
        if word.isascii():
            begun = self._begun(word) if len(word) >= _BEGINNING and written[0].isupper() else ()
            return Level.WARN, begun
        rank = _RANK.search(word)
        name = word[: rank.start()] if rank else word
        return Level.WARN, self._parts.get(name) or self._begun(name)

    def _means_more(self, word: str) -> bool:
        known = self._lexicon
        return known.is_common(word) or word in known.pieces or word in known.speech.not_roles

    def _begun(self, word: str) -> tuple[int, ...]:
        """Return whose name begins with a word; one syllable of hangul begins too many."""
        if is_hangul(word[0]) or (is_kana(word[0]) and len(word) < 2):
            return ()
        return _together(who for part, who in self._parts.items() if part.startswith(word))

    @cached_property
    def _surnames(self) -> frozenset[str]:
        """Chinese and Korean family names as they are romanised."""
        table = self._lexicon.readings
        rows = (*table.hangul_surname.values(), *table.dialect_surname.values())
        return frozenset(w for row in (*rows, *table.han_surname.values()) for w in row)

    @cached_property
    def _parts(self) -> _People:
        """Whose family and given names these are, in Latin letters and in their own scripts."""
        found: _People = {}
        for who, participation in enumerate(self._people):
            for part in self._own(participation):
                found[part] = (*found.get(part, ()), who)
        return found

    def _own(self, participation: Participation) -> frozenset[str]:
        name, fold = participation.person.name, self._lexicon.fold.plain
        native = fold(name.native).replace(" ", "")
        told = (w for n in (name.family, name.given, name.reading) for w in re.split(r"[\s'-]+", n))
        parts = {f for w in told if len(f := fold(w)) > 1}
        parts -= self._lexicon.customs.particles
        if native and (is_han(native[0]) or is_hangul(native[0])) and len(native) < 6:
            family = 2 if len(native) > 3 or self._is_japanese(participation) else 1
            parts |= {native, native[:family], native[family:]}
        return frozenset(p for p in parts if p)

    @staticmethod
    def _is_japanese(participation: Participation) -> bool:
        native = participation.person.name.native
        japanese = "JP" in (participation.territory, participation.delegation)
        return japanese and len(native.replace(" ", "")) > 2


def _addressed(text: str) -> Iterator[re.Match[str]]:
    """Yield what stands behind forms of address, in no order."""
    for word in _ADDRESSES:
        for at in _places(word, text):
            hit = _ADDRESSED.match(text, at + len(word))
            if hit and (at == 0 or not text[at - 1].isalnum()):
                yield hit


def _places(word: str, text: str) -> Iterator[int]:
    at = text.find(word)
    while at >= 0:
        yield at
        at = text.find(word, at + 1)


def _together(found: Iterable[tuple[int, ...]]) -> tuple[int, ...]:
    return tuple(dict.fromkeys(w for who in found for w in who))
