"""Finds the spellings of all participants' names in folded text, in one pass."""

from __future__ import annotations

import re
from collections.abc import Collection, Container, Iterable, Iterator
from functools import cached_property
from operator import itemgetter
from typing import NamedTuple

from dialogueprep.domain.identity.lexicon import Lexicon
from dialogueprep.domain.identity.reading.automaton import Automaton
from dialogueprep.domain.identity.reading.boundaries import (
    SIGNS,
    ends_word,
    is_katakana,
    starts_word,
    whole_word,
    with_case_ending,
)
from dialogueprep.domain.identity.reading.fold import (
    Folded,
    is_east_asian,
    is_han,
    is_hangul,
    is_kana,
    letters_apart,
)
from dialogueprep.domain.identity.reading.korean_words import ends_within_a_word
from dialogueprep.domain.identity.spellings.in_characters import (
    is_only_words,
    lacks_a_part,
    unparted,
)
from dialogueprep.domain.identity.spellings.name_parts import Habit, loose
from dialogueprep.domain.identity.spellings.names import Part, Spelling, spellings, switched_off
from dialogueprep.domain.people import Participation

__all__ = ["Hit", "Matcher", "spellings_of", "whole_word"]

_BETWEEN = frozenset(
    ("", " ", "-", ", ", ",", "\n", " -", "- ", " , ", "/", ".", ". ", " (", "_", " / ", ",\n")
)
_OF_SEVERAL = ("both ", "the two ", "the three ", "the other ", "two ")
_SEVERAL = re.compile(
    r"[tb](?<![a-z].)"
    r"(?:(?<=t)(?:he (?:two|three|other) |wo )|(?<=b)oth (?:the )?)([a-z'-]+?)e?s(?![a-z])"
)
_SHORTENED = 4  # letters at most of a name that a full stop shortens: "J.", "Wm.", "Mohd."
_SHORT_WHOLE = 2  # characters of a full name that may be parts of two words
_WESTERN = 2  # letters at least in each part of a western name in an eastern script
_WIDEST = 24  # letters between two parts of one name: "b.", "van der"
_PARTICLES = (*"은는이가을를의도만과와에께로야씨님측",
    "였", "랑", "하고", "마저", "밖에", "뿐",
    "으로", "라고", "라는", "란", "처럼", "보다", "까지", "부터", "조차", "한테", "들",
)  # fmt: skip
_OF_ONE = frozenset(
    "이그저한두세네수것등및또더안못할될갈온전후중각매본타양총약명원년월일시분초개번차권호위간건점면"
    "집길물불말곳때데뿐만줄바참꼭다잘왜늘나너내우리강산손눈비해달"
)
"""Korean words of one syllable: a name whose letters stand apart may be a few of them, 이 한 수."""


# Surnames that end words of many sentences, by what stands before them there: 有利于畅通, 如何平.
_JOINS = {
    "于": frozenset(
        "利由对至关等处位基属善便源限鉴出大小高低优勇乐敢急终过难易在归适居置用助益强弱早晚多少忠鉴缘始"
    ),
    "何": frozenset("如任为几缘"),
}


class Hit(NamedTuple):
    """A spelling of somebody's name found in folded text. ``who`` counts participations."""

    start: int
    end: int
    who: int
    part: Part
    alone: bool
    sure: bool = True


class _Form(NamedTuple):
    """What one spelling may be, and whose part of a name: a bit for each of its people."""

    parts: tuple[_Entry, ...]
    wholes: tuple[_Entry, ...]
    people: int
    families: int
    givens: int


_Place = tuple[int, int, _Form, bool]  # start, end, and whether a word begins and ends there
_Pair = tuple[int, int, tuple[Part, Part]]
_Entry = tuple[int, Part, bool, bool]  # who, part, alone, sure
_LETTER = frozenset("abcdefghijklmnopqrstuvwxyz0123456789")


class Matcher:
    """The spellings of a roster's names in one automaton; they may be known already."""

    def __init__(
        self,
        participations: tuple[Participation, ...],
        lexicon: Lexicon,
        known: Iterable[tuple[Spelling, ...]] | None = None,
    ) -> None:
        self.lexicon = lexicon
        self.forms = 0
        self._off: list[frozenset[str]] = []
        self._lengths = [unparted(p.person.name.native, lexicon) for p in participations]
        self._families: dict[str, tuple[int, ...]] = {}
        entries: dict[str, list[_Entry]] = {}
        if known is None:
            known = (spellings_of(p, lexicon) for p in participations)
        for who, (participation, spelled) in enumerate(zip(participations, known, strict=True)):
            self._add(who, participation, spelled, entries)
        self._automaton = Automaton({text: _form(known) for text, known in entries.items()})

    def _add(
        self,
        who: int,
        participation: Participation,
        known: tuple[Spelling, ...],
        entries: dict[str, list[_Entry]],
    ) -> None:
        for s in known:
            entries.setdefault(s.text, []).append((who, s.part, s.alone, s.sure))
        self.forms += _combinations(known)
        for s in known:
            if s.part is Part.FAMILY and s.text.isascii() and s.habit is Habit.TYPED:
                self._families[s.text] = (*self._families.get(s.text, ()), who)
        self._off.append(switched_off(participation.person, self.lexicon))

    def full_names(self, folded: Folded) -> tuple[list[Hit], list[Hit]]:
        """Return the full names in a text, and the parts of names that stand without the rest.

        A full name that is also an ordinary word (高山) is returned among the parts.
        """
        places = self._places(folded)
        full = [Hit(start, end, *w) for start, end, form, _ in places for w in form.wholes]
        full += self._put_together(places, folded)
        kept: list[Hit] = []
        words: list[Hit] = []
        for hit in _longest(full):
            if self._counts(hit, folded):
                (words if self._ordinary_word(hit, folded) else kept).append(hit)
        covered = {(h.who, i) for h in kept for i in range(h.start, h.end)}
        single = [
            Hit(start, end, *entry)
            for start, end, form, whole in places
            if whole
            for entry in form.parts
            if entry[1] is not Part.MIDDLE and not (covered and (entry[0], start) in covered)
        ]
        return kept, single + [h for h in words if (h.who, h.start) not in covered]

    def several(self, folded: Folded) -> Iterator[tuple[int, int, tuple[int, ...]]]:
        """Yield where several of one surname are spoken of, and whose it is: both Parks."""
        if not any(word in folded.text for word in _OF_SEVERAL):
            return
        for hit in _SEVERAL.finditer(folded.text):
            capital = folded.original[folded.starts[hit.start(1)]].isupper()
            if who := self._families.get(hit[1]) if capital else None:
                yield hit.start(), hit.end(), who

    def _places(self, folded: Folded) -> list[_Place]:
        """Return where spellings stand that begin or end where a word does.

        Most of what is found are a few Latin letters within a word, so those are told first.
        """
        text, last, found = folded.text, len(folded.text), list[_Place]()
        for last_letter, (length, form) in self._automaton.occurrences(text):
            start, end = last_letter + 1 - length, last_letter + 1
            begins = None
            if text[start] in _LETTER:
                within = start and end < last and text[start - 1] in _LETTER
                if within and text[end] in _LETTER and not _broken(folded, start, end):
                    continue
            else:
                begins = starts_word(folded, start)
                if not begins and not ends_word(folded, end):
                    continue
            until = end if text[end - 1] in _LETTER else with_case_ending(folded, end)
            apart = start and until < last and text[start - 1] <= SIGNS and text[until] <= SIGNS
            if begins is None:
                begins = bool(apart) or starts_word(folded, start)
            whole = bool(apart) or (begins and ends_word(folded, until))
            found.append((start, until, form, whole))
        return found

    def _put_together(self, places: list[_Place], folded: Folded) -> list[Hit]:
        """Return the full names made of parts side by side, in either order."""
        people = _able(form for _, _, form, _ in places)
        able = [p for p in places if p[2].people & people] if people else []
        ends = {p[1] for p in able}
        able = [p for p in able if p[3] or not _is_fragment(p[0], ends, folded)]
        pairs: dict[int, list[_Pair]] = {}
        for first, second in self._neighbours(able, folded.text):
            east = is_east_asian(folded.text[first[0]])
            if east == is_east_asian(folded.text[second[0]]):
                for who, pair in _pairs_of_one(first, second, east=east):
                    pairs.setdefault(who, []).append(pair)
        ordered = _in_order(pairs.keys(), places)
        found = (hit for who in ordered for hit in _joined_pairs(who, iter(pairs[who])))
        lengths = self._lengths
        return [
            it for it in found if not lacks_a_part(folded.text[it.start : it.end], lengths[it.who])
        ]

    def _neighbours(self, places: list[_Place], text: str) -> Iterator[tuple[_Place, _Place]]:
        """Yield each two places side by side at which parts of one person's name stand."""
        ordered = sorted(places, key=itemgetter(0, 1))
        for at, first in enumerate(ordered):
            start, end, form, _ = first
            for number in range(at + 1, len(ordered)):
                second = ordered[number]
                if second[0] > end + _WIDEST:
                    break
                if second[0] >= end and form.people & second[2].people:
                    between = text[end : second[0]]
                    if between == ". " and end - start > _SHORTENED:
                        continue  # the end of a sentence
                    if between in _BETWEEN or self._bridge.fullmatch(between):
                        yield first, second

    @cached_property
    def _bridge(self) -> re.Pattern[str]:
        """Match what may stand between the parts of a name: initials, particles, a father's."""
        words = "|".join(re.escape(w) for w in self.lexicon.customs.particles)
        return re.compile(rf"[ .]?,? ?(?:(?:(?:{words})\.?|[a-z]\.|(?-i:[a-z](?= ))) ?){{1,3}}")

    def _counts(self, hit: Hit, folded: Folded) -> bool:
        wording = folded.text[hit.start : hit.end]
        off = self._off[hit.who]
        if (off and loose(wording) in off) or not whole_word(folded, hit.start, hit.end):
            return False
        if is_kana(wording[0]) and len(wording) < 5 and not is_katakana(folded, hit.start):
            return False
        before = folded.text[max(0, hit.start - 1) : hit.start]
        if len(wording) == _SHORT_WHOLE and before and before in _JOINS.get(wording[0], ()):
            return False
        if self._runs_across(hit, folded.text):
            return False
        return not self._ordinary(hit, folded) and self._korean_ends(folded, hit.end)

    def _runs_across(self, hit: Hit, text: str) -> bool:
        """Return whether a full name in characters is only where two words meet: 国王|明天."""
        if is_hangul(text[hit.start]) and is_hangul(text[hit.end - 1]):
            called = self.lexicon.speech.behind.match(text, hit.end)
            return not called and ends_within_a_word(text, hit.start, hit.end)
        if not is_han(text[hit.start]) or not is_han(text[hit.end - 1]):
            return False
        if self.lexicon.speech.behind.match(text, hit.end):
            return False
        return is_only_words(text, hit.start, hit.end, self.lexicon.room.view["zh"])

    def _korean_ends(self, folded: Folded, end: int) -> bool:
        """Return whether a Korean name ends here: with a particle or a form of address at most."""
        after = folded.text[end : end + 6]
        if not after or not is_hangul(after[0]) or not is_hangul(folded.text[end - 1]):
            return True
        if after[0] == "변":  # 고변이, of an attorney
            return True
        return after.startswith(_PARTICLES) or bool(self.lexicon.speech.behind.match(after))

    def _ordinary(self, hit: Hit, folded: Folded) -> bool:
        """Return whether a full name is only ordinary words in small letters: "a long rose"."""
        wording = folded.text[hit.start : hit.end]
        pieces = wording.replace(",", " ").replace("-", " ").split()
        if not wording.isascii() or not all(self.lexicon.is_common(p) for p in pieces):
            return False
        written = folded.written(hit.start, hit.end)
        return sum(c.isupper() for c in written) < min(2, len(pieces))

    def _ordinary_word(self, hit: Hit, folded: Folded) -> bool:
        """Return whether a full name in characters or hangul is an ordinary word as well."""
        wording = folded.text[hit.start : hit.end]
        first = wording[0]
        if is_hangul(first) and " " in wording:
            pieces = wording.split()
            if letters_apart(wording):
                return _OF_ONE.issuperset(pieces)
            return all(self.lexicon.is_common(w) or len(w) == 1 for w in pieces)
        return (is_han(first) or is_hangul(first)) and self.lexicon.is_common(wording)


def spellings_of(who: Participation, lexicon: Lexicon) -> tuple[Spelling, ...]:
    """Return every spelling by which a participant's name is searched."""
    return spellings(who.person, lexicon, who.territory or who.delegation)


def _is_fragment(start: int, ends: Container[int], folded: Folded) -> bool:
    """Return whether Latin letters end a longer word, as "ed" does in "asked Ed Barr".

    Parts written together, where another ends here, are none: EdBarr.
    """
    if folded.text[start] not in _LETTER or start in ends:
        return False
    return not starts_word(folded, start)


def _broken(folded: Folded, start: int, end: int) -> bool:
    """Return whether the map back shows a break at either side, as at the end of a line."""
    return (
        folded.starts[start] != folded.ends[start - 1] or folded.starts[end] != folded.ends[end - 1]
    )


def _combinations(known: tuple[Spelling, ...]) -> int:
    """Return how many forms these spellings stand for: alone, and family beside given."""
    families = sum(s.part is Part.FAMILY for s in known)
    givens = sum(s.part is Part.GIVEN for s in known)
    return len(known) + 2 * families * givens


def _form(entries: list[_Entry]) -> _Form:
    parts = tuple(e for e in entries if e[1] is not Part.WHOLE)
    wholes = tuple(e for e in entries if e[1] is Part.WHOLE)
    families = _bits(e[0] for e in parts if e[1] is Part.FAMILY)
    givens = _bits(e[0] for e in parts if e[1] is Part.GIVEN)
    return _Form(parts, wholes, _bits(e[0] for e in parts), families, givens)


def _able(forms: Iterable[_Form]) -> int:
    """Return those of whom both a family name and a given name stand somewhere."""
    families = givens = 0
    for form in forms:
        families |= form.families
        givens |= form.givens
    return families & givens


def _bits(people: Iterable[int]) -> int:
    return sum(1 << who for who in set(people))


def _pairs_of_one(first: _Place, second: _Place, *, east: bool) -> Iterator[tuple[int, _Pair]]:
    """Yield what two spellings side by side are together, and of whom.

    In eastern scripts the family name leads; western names keep their order in them: 罗伯特·阿什当.
    """
    short = min(first[1] - first[0], second[1] - second[0]) < _WESTERN
    for who, part, _, _ in first[2].parts:
        if east and short and (part is not Part.FAMILY or second[0] - first[1] > 1):
            continue
        for other, beside, _, _ in second[2].parts:
            if who == other:
                yield who, (first[0], second[1], (part, beside))


def _in_order(people: Collection[int], places: list[_Place]) -> list[int]:
    """Return people in the order in which parts of their names end first."""
    found: list[int] = []
    left = _bits(people)
    for _, _, form, _ in places if left else ():
        if here := left & form.people:
            found += dict.fromkeys(e[0] for e in form.parts if here >> e[0] & 1)
            left &= ~here
    return found


def _joined_pairs(who: int, pairs: Iterator[_Pair]) -> list[Hit]:
    """Return the spans that pairs make together, if a family and a given name are in them.

    Hits of one place may be either; a pair on both sides of one place must be both.
    """
    spans: list[tuple[int, int, frozenset[Part]]] = []
    for start, end, parts in sorted(pairs):
        if spans and start < spans[-1][1]:
            first, last, known = spans[-1]
            spans[-1] = first, max(last, end), known | {*parts}
        else:
            spans.append((start, end, frozenset(parts)))
    return [
        Hit(start, end, who, Part.WHOLE, True)
        for start, end, parts in spans
        if {Part.FAMILY, Part.GIVEN} <= parts
    ]


def _longest(hits: list[Hit]) -> list[Hit]:
    """Return the hits that lie inside no longer hit of the same person."""
    kept: list[Hit] = []
    last: dict[int, int] = {}
    for hit in sorted(hits, key=lambda h: (h.start, -h.end)):
        if hit.end > last.get(hit.who, -1):
            kept.append(hit)
            last[hit.who] = hit.end
    return kept
