"""Finds words that are nearly a participant's name: a slip of the key, or of the ear.

What is nearly a name may be another word or another person: it warns, and blocks where its bearer
speaks, has a title or owns a task.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace
from functools import cached_property

from dialogueprep.domain import pinyin
from dialogueprep.domain.identity.cues import cues_of
from dialogueprep.domain.identity.exposure import ExposureKind, Level
from dialogueprep.domain.identity.found import Found
from dialogueprep.domain.identity.lexicon import Lexicon
from dialogueprep.domain.identity.named.not_the_person import is_no_person
from dialogueprep.domain.identity.named.read_aloud import ReadAloud
from dialogueprep.domain.identity.reading.fold import Folded, is_han, is_hangul
from dialogueprep.domain.identity.reading.sentence_case import is_at_a_place, is_inside
from dialogueprep.domain.identity.reading.word_lists import word_lists
from dialogueprep.domain.identity.spellings.near_wholes import NearWholes
from dialogueprep.domain.identity.spellings.nobodys_words import is_english, is_plain_korean
from dialogueprep.domain.identity.spellings.respelled import WordsApart, by_sounds, sounds_of
from dialogueprep.domain.people import Participation
from dialogueprep.words import later

_LISTS = word_lists("named", "near")

NEAR = later("This is nearly a participant’s name.")

_SHORTEST, _LONG = 6, 9
_CAPITALISED = re.compile(
    r"[^\W\d_a-z\u1100-\u11ff\u3041-\u30ff\u3400-\u9fff\uac00-\ud7a3](?<![\w'].)[^\W\d_]{2,}(?!\w)"
)
_GOES_ON = re.compile(f" (?:{_LISTS['goes_on']}) |:|'s ")
_OWN_TABLES = frozenset({"CN", "TW", "HK", "MO", "JP", "KR", "KP"})  # romanised elsewhere
_WORD = re.compile("[a-z]{3,}|(?:[a-z]\\.){2,}")
_BESIDE_BEFORE = re.compile(r"(?<![a-z])([a-z][a-z'.-]+) $")
_BESIDE_AFTER = re.compile(r",? ([a-z][a-z'-]+)(?![a-z])")
_FAMILY = 4  # letters of a family name that a slip leaves to be known
_CLIPPED = 3  # letters at least that a clipped name leaves out
_ADVERBS = re.compile(r"(?:,? (?:also|then|however|again|later|still|(?!only)[a-z]+ly),?){0,2} ")
_OWNED = re.compile(f"'s (?:[a-z]+ )?(?:{_LISTS['owned']})(?![a-z])")
_VIEW_OF = re.compile(  # Kuroiwas point: an apostrophe left out
    f" (?:[a-z]+ )?(?:{_LISTS['view_of']})(?![a-z])"
)
_OF_ONE = re.compile(  # Porters is not ready, Porters would not sign
    f" (?:{_LISTS['of_one']})(?![a-z])"
)
_BY = re.compile(r"(?:^|[ (,])(?:according to|asked by|told|thanked|neither) $")
_ACTION = re.compile(r"(?:action|todo|to do|owner|lead|follow-up|task)s?: ?$")
_NOT_ALONE = re.compile(r"(?:^|[ (])(?:the|an?|in|at|near|of|mount|lake|port|st) $")
_Names = dict[str, tuple[int, ...]]


def nearly(one: str, other: str) -> bool:
    """Return whether two folded words differ by one letter, or by two if they are long."""
    from rapidfuzz import distance  # the whole of it first: a part alone may meet itself half made

    if one[:1] != other[:1] or min(len(one), len(other)) < _SHORTEST - 1:
        return False
    allowed = 2 if min(len(one), len(other)) >= _LONG else 1
    far = distance.DamerauLevenshtein.distance(one, other, score_cutoff=allowed)
    return far <= allowed


def slips(one: str, other: str) -> bool:
    """Return whether two folded family names of four letters or more differ by one slip, or are

    two ways to write one sound: Shieh for Hsieh, Joung for Jeong, Vichai for Wichai.
    """
    from rapidfuzz import distance  # as in nearly

    if min(len(one), len(other)) < _FAMILY:
        return False
    alike = _sound(one) == _sound(other)
    return alike or distance.DamerauLevenshtein.distance(one, other, score_cutoff=1) <= 1


def _sound(word: str) -> str:
    bare = re.sub("^t?ch|^sh|^j|^zh|^ts", "c", re.sub("w", "v", word))
    return re.sub(r"(.)\1+", r"\1", re.sub("[aeiouyh]+", "", bare))


class NearSearch:
    """Names of a roster that a text nearly spells."""

    def __init__(self, participations: tuple[Participation, ...], lexicon: Lexicon) -> None:
        self._people = participations
        self._lexicon = lexicon
        self._known: dict[str, tuple[int, ...]] = {}
        self._spelled: dict[str, tuple[int, ...]] = {}
        self._clips: dict[str, tuple[int, ...]] = {}
        self._cues = cues_of(lexicon)
        self._aloud = ReadAloud(participations, lexicon)

    def building(self) -> Iterator[None]:
        """Load in a step what compares words, and take the names apart."""
        yield
        nearly("", "")
        yield
        _ = self._names, self._by_surname
        yield
        _ = self._sounding, self._apart, self._wholes

    def find(self, folded: Folded, taken: list[tuple[int, int]]) -> list[Found]:
        """Return near misses outside what is ``taken`` already, as places in folded text.

        Whole names that are blocked are returned in any case: what is taken may only warn.
        """
        found = [*self._latin(folded), *self._native(folded), *self._in_characters(folded)]
        covered = {i for start, end in taken for i in range(start, end)} if found else ()
        return [
            f
            for f in found
            if (f.level is Level.BLOCK and f.whole)
            or (f.start not in covered and f.end - 1 not in covered)
        ]

    def _latin(self, folded: Folded) -> Iterator[Found]:
        for word in _CAPITALISED.finditer(folded.original):
            written = word.group()
            yield from self._whole(folded, word)
            if len(written) >= _SHORTEST - 1 and (who := self._respelled(written)):
                yield self._as_respelled(folded, word, who)
            elif len(written) >= _SHORTEST and (who := self._nearly(folded, word)):
                start = bisect_left(folded.starts, word.start())
                end = start + len(self._plain(written))
                owns = written[-1] == "s" and _VIEW_OF.match(folded.text, end)
                sure = bool(owns) and self._plain(written)[:-1] in self._names
                sure = sure or self._is_told(folded, start, end)
                sure = sure or self._is_beside_own(folded.text, start, end, who)
                found = _found(start, end, who)
                yield replace(found, level=Level.BLOCK) if sure else found
            elif self._apart.begins(written) and (parted := self._apart.at(folded.original, word)):
                found = placed_near(folded, word.start(), *parted)
                yield replace(found, level=Level.BLOCK)
            elif who := self._clipped_of(written):
                start = bisect_left(folded.starts, word.start())
                end = start + len(self._plain(written))
                if self._is_titled(folded, start) and not self._is_compound(folded, start, end):
                    yield replace(_found(start, end, who), level=Level.BLOCK)
                elif self._stands(folded, start, end):
                    yield _found(start, end, who)

    def _whole(self, folded: Folded, word: re.Match[str]) -> Iterator[Found]:
        """Yield a whole name that is one but for vowels: one that stands as somebody does."""
        if whole := self._wholes.at(folded.original, word):
            found = placed_near(folded, word.start(), *whole)
            own = self._has_own(folded.text[found.start : found.end], found.who)
            told = own or self._is_told(folded, found.start, found.end)
            stands = told or _GOES_ON.match(folded.text, found.end)
            yield replace(found, level=Level.BLOCK, whole=True) if stands else found

    def _has_own(self, written: str, who: tuple[int, ...]) -> bool:
        """Return whether a word of these is a part of the person's name as it is spelled."""
        words = frozenset(_WORD.findall(written))
        return any(self._own[w] & words for w in who)

    def _is_beside_own(self, text: str, start: int, end: int, who: tuple[int, ...]) -> bool:
        """Return whether the other part of the person's name stands beside: P.K. Venkatraman."""
        before = _BESIDE_BEFORE.search(text, max(0, start - 24), start)
        after = _BESIDE_AFTER.match(text, end)
        return any(it is not None and self._has_own(it[1], who) for it in (before, after))

    @cached_property
    def _own(self) -> list[frozenset[str]]:
        names = ((it.person.name.family, it.person.name.given) for it in self._people)
        return [
            frozenset(w for it in both for w in _WORD.findall(self._plain(it).replace(". ", ".")))
            for both in names
        ]

    def _respelled(self, written: str) -> tuple[int, ...]:
        """Return whose name a word is as another habit of romanising spells it: Pongsatorn."""
        known = self._spelled.get(written)
        if known is None:
            word, lexicon = self._plain(written), self._lexicon
            able = word.isascii() and not (
                word in self._names or lexicon.is_common(word) or word in lexicon.pieces
            )
            sounds = sounds_of(word) if able else ""
            known = self._spelled[written] = self._sounding.get(sounds, ())
        return known

    def _as_respelled(self, folded: Folded, word: re.Match[str], who: tuple[int, ...]) -> Found:
        """Return a name in another spelling: one, unless it stands with another's or a place's."""
        start = bisect_left(folded.starts, word.start())
        end = start + len(self._plain(word.group()))
        stands = is_inside(folded, start) or _GOES_ON.match(folded.text, end)
        bare = bool(stands) and not self._is_compound(folded, start, end)
        told = bare or self._is_told(folded, start, end)
        told = told or self._is_beside_own(folded.text, start, end, who)
        found = _found(start, end, who)
        return replace(found, level=Level.BLOCK) if told else found

    def _is_told(self, folded: Folded, start: int, end: int) -> bool:
        """Return whether a word that is nearly a name stands as somebody does."""
        duty = _ACTION.search(folded.text[max(0, start - 30) : start])
        return bool(duty) or self._is_titled(folded, start) or self._stands(folded, start, end)

    def _is_titled(self, folded: Folded, start: int) -> bool:
        return bool(self._cues.title_before(folded.text[max(0, start - 60) : start]))

    @staticmethod
    def _is_compound(folded: Folded, start: int, end: int) -> bool:
        """Return whether a word is part of another name or that of a place."""
        text = folded.text
        after = text[end : end + 40]
        another = len(after) > 1 and folded.written(end + 1, end + 2).isupper()
        before = text[max(0, start - 30) : start]
        return bool(
            another or after[:1] == "-" or _NOT_ALONE.search(before)
            or is_no_person(folded, end, before, after, word=False)
            or is_at_a_place(before, after)
        )  # fmt: skip

    def _clipped_of(self, written: str) -> tuple[int, ...]:
        """Return whose name a capitalised word begins: Bala of Balasubramanian."""
        known = self._clips.get(written)
        if known is None:
            word, lexicon = self._plain(written), self._lexicon
            able = written[1:].islower() and not (
                lexicon.is_common(word) or word in lexicon.pieces or word in self._names
                or word in lexicon.institutions.words or word in lexicon.common.opening
                or word in lexicon.common.small
            )  # fmt: skip
            known = self._clips[written] = self._begun(word) if able else ()
        return known

    def _begun(self, word: str) -> tuple[int, ...]:
        left = _CLIPPED - (len(word) > _CLIPPED + 1)
        names = (n for n in self._names if n.startswith(word) and len(n) - len(word) >= left)
        return tuple(dict.fromkeys(w for name in names for w in self._names[name]))

    def _stands(self, folded: Folded, start: int, end: int) -> bool:
        """Return whether a clipped name speaks, acts, owns a view or is a source."""
        text = folded.text
        before, after = text[max(0, start - 30) : start], text[end : end + 60]
        another = (
            after[:1] == " " and end + 1 < len(text) and folded.written(end + 1, end + 2).isupper()
        )
        if another or after[:1] == "-" or _NOT_ALONE.search(before):
            return False
        told = _ADVERBS.match(after)
        past = bool(told and self._lexicon.room.past.match(text, end + told.end()))
        return past or bool(
            self._cues.surely_saying.match(after) or _OWNED.match(after) or _BY.search(before)
        )

    def _nearly(self, folded: Folded, word: re.Match[str]) -> tuple[int, ...]:
        """Return whose name a word nearly spells; one that heads a sentence may be that word."""
        who, plain = self._whose(word.group()), self._plain(word.group())
        if not who or not (is_english(plain) or self._is_of_several(folded, word, plain)):
            return who
        return who if is_inside(folded, bisect_left(folded.starts, word.start())) else ()

    def _is_of_several(self, folded: Folded, word: re.Match[str], plain: str) -> bool:
        """Return whether a name stands with an s, as several do: Porters used to meet every train.

        A view, a refusal, a verb of one or of saying behind it shows a slip.
        """
        if plain[-1:] != "s" or plain[:-1] not in self._names:
            return False
        end = bisect_left(folded.starts, word.end())
        after = folded.text[end : end + 60]
        slip = _VIEW_OF.match(after) or _OF_ONE.match(after)
        return after[:1] == " " and not (slip or self._cues.surely_saying.match(after))

    def _whose(self, written: str) -> tuple[int, ...]:
        known = self._known.get(written)
        if known is None:
            known = self._known[written] = self._nearest(self._plain(written))
        return known

    def _plain(self, written: str) -> str:
        return self._lexicon.fold.plain(written)

    def _nearest(self, word: str) -> tuple[int, ...]:
        if word in self._names or self._lexicon.is_common(word) or word in self._lexicon.pieces:
            return ()
        whose = {w for name, who in self._names.items() if nearly(word, name) for w in who}
        return tuple(sorted(whose))

    @cached_property
    def _sounding(self) -> dict[str, tuple[int, ...]]:
        names: _Names = {}
        for name, people in self._names.items():
            others = tuple(w for w in people if self._home(w) not in _OWN_TABLES)
            names |= {name: others} if others else {}
        return by_sounds(names.items())

    def _home(self, who: int) -> str:
        it = self._people[who]
        return it.territory or it.delegation

    @cached_property
    def _wholes(self) -> NearWholes:
        return NearWholes(self._people, self._plain)

    @cached_property
    def _apart(self) -> WordsApart:
        wholes: _Names = {}
        for who, participation in enumerate(self._people):
            name = participation.person.name
            for part in (name.family, name.given):
                word = re.sub("[\\s'-]+", "", self._plain(part))
                if word.isascii():
                    wholes[word] = (*wholes.get(word, ()), who)
        parted = {n: who for n, who in self._names.items() if n not in wholes}
        return WordsApart(wholes | parted, self._plain)

    @cached_property
    def _names(self) -> _Names:
        found: _Names = {}
        for who, participation in enumerate(self._people):
            name = participation.person.name
            for part in (name.family, name.given):
                for word in re.split(r"[\s'-]+", self._plain(part)):
                    if len(word) >= _SHORTEST and word.isascii():
                        found[word] = (*found.get(word, ()), who)
        return found

    def _native(self, folded: Folded) -> Iterator[Found]:
        """Yield names of three characters in which another one stands that sounds alike."""
        text = folded.text
        for first, rows in self._by_surname.items():
            at = text.find(first)
            while at >= 0:
                for name, who in rows:
                    written = text[at : at + len(name)]
                    if written == name or is_plain_korean(written):
                        continue  # 주민은, 노동자
                    if _sounds_like(written, name):
                        yield _found(at, at + len(name), (who,))
                at = text.find(first, at + 1)

    def _in_characters(self, folded: Folded) -> Iterator[Found]:
        """Yield a name in characters of which each is read as a syllable of the name."""
        for start, end, who, level in self._aloud.find(folded.text):
            yield replace(_found(start, end, (who,)), level=level)

    @cached_property
    def _by_surname(self) -> dict[str, list[tuple[str, int]]]:
        found: dict[str, list[tuple[str, int]]] = {}
        for who, participation in enumerate(self._people):
            native = self._plain(participation.person.name.native).replace(" ", "")
            alike = all(is_han(c) for c in native) or all(is_hangul(c) for c in native)
            if len(native) == 3 and alike:
                found.setdefault(native[0], []).append((native, who))
        return found


def placed_near(folded: Folded, first: int, last: int, who: tuple[int, ...]) -> Found:
    """Return what is nearly a name between two places of the original."""
    return _found(bisect_left(folded.starts, first), bisect_left(folded.ends, last) + 1, who)


def _found(start: int, end: int, who: tuple[int, ...]) -> Found:
    return Found(start=start, end=end, level=Level.WARN, kind=ExposureKind.NAME, why=NEAR, who=who)


def _sounds_like(written: str, name: str) -> bool:
    """Return whether one character of two differs, and sounds alike."""
    if len(written) != len(name):
        return False
    other = [(a, b) for a, b in zip(written, name, strict=True) if a != b]
    return len(other) == 1 and _alike(*other[0])


def _alike(one: str, other: str) -> bool:
    if is_hangul(one) and is_hangul(other):
        parts = zip(
            unicodedata.normalize("NFD", one), unicodedata.normalize("NFD", other), strict=False
        )
        same = sum(a == b for a, b in parts)
        return same >= len(unicodedata.normalize("NFD", other)) - 1 and same >= 1
    if is_han(one) and is_han(other):
        return pinyin.usual(one) == pinyin.usual(other)
    return False
