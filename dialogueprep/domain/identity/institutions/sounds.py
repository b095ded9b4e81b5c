"""Finds institutions whose proper name a neighbour writes as it sounds: イソベ財団, 이소베재단."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from functools import cached_property

from dialogueprep.domain.identity.institutions.forms import proper_name
from dialogueprep.domain.identity.institutions.short import says_what_it_is, short_names
from dialogueprep.domain.identity.lexicon import KindOfBody, Lexicon
from dialogueprep.domain.identity.reading.automaton import Automaton
from dialogueprep.domain.identity.reading.fold import Folded, is_east_asian, is_hangul, is_kana
from dialogueprep.domain.identity.reading.katakana import in_katakana
from dialogueprep.domain.identity.reading.word_tree import either
from dialogueprep.domain.identity.reading.written import as_written
from dialogueprep.domain.identity.spellings.nobodys_words import is_plain_korean
from dialogueprep.domain.identity.spellings.sounds import (
    TRANSLITERATING,
    joined,
    of_han,
    of_hangul,
    of_kana,
    of_letters,
)
from dialogueprep.domain.people import Participation

_Proper = tuple[KindOfBody, frozenset[str]]  # what an institution is, and how its name sounds
_WHOLE = 4  # classes of two words and more before what the institution is
_LEAST_ALONE = 3  # classes of a proper name that stands without what the institution is
_TWO = 2
_LEAST = 2  # classes of consonants that a proper name has to have
_KANA = as_written("[ァ-ヺー][ァ-ヺー]+(?:[・＝][ァ-ヺー]{2,})?")
_SHORT_KIND = re.compile("州立大学?|大(?!会|臣|统|使|西|陆)|社(?!会)|研(?!究|修)")
_PROPER = re.compile(
    "(?<![가-힣])(?!(?:여성|남성|여자|남자|젊은|같은|다른) ?$)([가-힣]{2,6}?) ?"
    "(?:주립|국립|시립|정책|전략|해협|국제|해양|기후|환경)?$"
)
_BETWEEN = re.compile("[\u4e00-\u9fff]{1,5}?(?=研|せ|财|协|大|学|中|厅|局|室|会)")
_IN_HAN = re.compile(f"([{TRANSLITERATING}]{{2,8}})(?:州立|国立|理工|政策|战略)?$")
_HAN_AT_HOME = frozenset({"CN", "TW", "HK", "MO", "JP"})
_WIDEST = 8
_WHO_IS_SO = re.compile(" (?:참석자|참가자|발표자|발언자|동료)")  # 최연소 참석자
_BRACKETS = re.compile("[\u4e00-\u9fff]{2}[(（]$")
_HANGUL_WORD = re.compile("[가-힣][가-힣]{2,}")
_OF_A_VERB = re.compile("자(?:는|고|며|던|면)")  # 시작하자는 제안
_BEHIND = re.compile("$|[^가-힣]|[은는이가을를의도만과와에로]|으로|측|쪽|께서")


# A syllable of each first and last consonant, with the first vowel: vowels have no class.
_OF_ONE_VOWEL = [n + last for n in range(0xAC00, 0xD7A4, 588) for last in range(28)]


_PARTICLES = ("는", "을", "를", "에서", "에게", "으로")  # 쪽에서


class InstitutionSounds:
    """The institutions of a roster by the sound of their proper names and what they are."""

    def __init__(self, participations: tuple[Participation, ...], lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._owners: dict[tuple[str, str], tuple[int, ...]] = {}  # by kind's word and sound
        self._alone: dict[str, tuple[int, ...]] = {}  # by the sound of a proper name
        self._words: dict[str, tuple[tuple[int, tuple[int, ...]], ...]] = {}
        self._in_han: dict[tuple[str, str], tuple[int, ...]] = {}  # of elsewhere, by kind too
        known: dict[tuple[str, ...], tuple[_Proper, ...]] = {}  # many are of one institution
        for who, participation in enumerate(participations):
            names = participation.affiliation.spelled
            if names not in known:
                known[names] = tuple(_proper(names, lexicon))
            for kind, sounds in known[names]:
                self._add(who, kind, sounds)
                if participation.territory not in _HAN_AT_HOME:
                    self._add_han(who, kind, sounds)
            self._add_alone(who, names, lexicon)
        words = {word for word, _ in self._owners}
        self._kana = _either(w for w in words if not is_hangul(w[0]))
        self._han = Automaton({w: w for w, _ in self._in_han})
        self._hangul = Automaton({w: w for w in words if is_hangul(w[0])})

    def _add(self, who: int, kind: KindOfBody, sounds: frozenset[str]) -> None:
        for word in (*kind.characters, *kind.hangul):
            for sound in sounds:
                known = self._owners.get((word, sound), ())
                self._owners[word, sound] = tuple(dict.fromkeys((*known, who)))

    def _add_han(self, who: int, kind: KindOfBody, sounds: frozenset[str]) -> None:
        for word in (w for w in kind.characters if len(w) > 1 and not is_kana(w[0])):
            for sound in sounds:
                known = self._in_han.get((word, sound), ())
                self._in_han[word, sound] = tuple(dict.fromkeys((*known, who)))

    def _add_alone(self, who: int, names: tuple[str, ...], lexicon: Lexicon) -> None:
        """Keep how the first words of an institution's names sound."""
        for name in names:
            folded = lexicon.fold.plain(name).removeprefix("the ")
            for sound in _sounds_alone(folded, lexicon):
                if len(sound) >= _LEAST_ALONE:
                    known = self._alone.get(sound, ())
                    self._alone[sound] = tuple(dict.fromkeys((*known, who)))

    def building(self) -> Iterator[None]:
        """Make in a step what is otherwise made with the first text."""
        yield
        _ = self._able

    def alone(self, folded: Folded) -> Iterator[tuple[int, int, tuple[int, ...]]]:
        """Yield words in kana and hangul that sound like the first word of an institution."""
        if not self._alone:
            return
        for run in in_katakana(_KANA, folded.original):
            sound = joined(of_kana(self._lexicon.fold.plain(run.group())))
            who = self._alone.get(sound)
            known = who and self._lexicon.fold.plain(run.group()) in self._lexicon.pieces
            if who and not known and not _is_a_reading(folded.original, run):
                start, end = (bisect_left(folded.starts, at) for at in run.span())
                kind = _SHORT_KIND.match(folded.text, end)
                yield start, kind.end() if kind else end, who
        able = self._able
        text = folded.text
        for word in set(_HANGUL_WORD.findall(text)):
            begun = self._begins(word) if word[0] in able else ()
            at = text.find(word) if begun else -1
            while at >= 0:
                if at == 0 or not is_hangul(text[at - 1]):
                    yield from (
                        (at, at + length, owners)
                        for length, owners in begun
                        if not _WHO_IS_SO.match(text, at + length)
                    )
                at = text.find(word, at + 1)

    def _begins(self, word: str) -> tuple[tuple[int, tuple[int, ...]], ...]:
        """Return how much of a word in hangul may sound like an institution, and whose it is."""
        known = self._words.get(word)
        if known is None:
            found: list[tuple[int, tuple[int, ...]]] = []
            for length in range(3, min(len(word), _WIDEST) + 1):
                begun = word[:length]
                who = self._alone.get(joined(of_hangul(begun)))
                verb = _OF_A_VERB.match(word, length - 1) or begun.endswith(_PARTICLES)
                other = verb or says_what_it_is(begun)  # of its own sound: 해율연구원
                if who and not other and not self._is_a_word(begun):
                    found.append((length, who))
            known = self._words[word] = tuple(found)
        return known

    def _is_a_word(self, begun: str) -> bool:
        lexicon = self._lexicon
        if begun in lexicon.pieces or begun[:-1] in lexicon.pieces:  # 일본의
            return True
        return lexicon.is_common(begun) or is_plain_korean(begun)

    @cached_property
    def _able(self) -> frozenset[str]:
        """The syllables that may begin an institution's name."""
        begins = {sound[0] for sound in self._alone} | {""}
        able = (n for n in _OF_ONE_VOWEL if of_hangul(chr(n))[:1] in begins)
        return frozenset(chr(n + vowel) for n in able for vowel in range(0, 588, 28))

    def find(self, folded: Folded) -> Iterator[tuple[int, int, tuple[int, ...]]]:
        """Yield such institutions as places in folded text, with whose they are."""
        if not self._owners:
            return
        yield from self._in_kana(folded)
        yield from self._in_characters(folded.text) if self._in_han else ()
        for start, end, kind in self._hangul.find(folded.text):
            proper = _PROPER.search(folded.text, max(0, start - _WIDEST), start)
            if not proper or not _BEHIND.match(folded.text, end):
                continue
            if who := self._owners.get((kind, joined(of_hangul(proper[1])))):
                yield proper.start(), end, who

    def _in_characters(self, text: str) -> Iterator[tuple[int, int, tuple[int, ...]]]:
        """Yield institutions of elsewhere whose proper name is spelt in characters: 努里研究院."""
        for start, end, kind in self._han.find(text):
            run = _IN_HAN.search(text, max(0, start - _WIDEST), start)
            if not run:
                continue
            for first in range(len(run[1]) - 1):
                who = self._of_han(run[1][first:], kind)
                if who and (first == 0 or len(run[1]) - first > _LEAST_ALONE):
                    yield run.start() + first, end, who
                    break

    def _of_han(self, written: str, kind: str) -> tuple[int, ...]:
        found = (self._in_han.get((kind, sound)) for sound in of_han(written))
        return next((who for who in found if who), ())

    def _in_kana(self, folded: Folded) -> Iterator[tuple[int, int, tuple[int, ...]]]:
        for run in in_katakana(_KANA, folded.original):
            start, end = (bisect_left(folded.starts, at) for at in run.span())
            kind = self._kana.match(folded.text, end) or self._kana.search(
                folded.text, start + 1, end
            )
            if not kind and (between := _BETWEEN.match(folded.text, end)):
                kind = self._kana.match(folded.text, between.end())
            if not kind:
                continue
            sound = joined(of_kana(folded.text[start : min(end, kind.start())]))
            if who := self._owners.get((kind.group(), sound)):
                yield start, kind.end(), who


def _is_a_reading(text: str, run: re.Match[str]) -> bool:
    """Return whether a name in two parts in brackets tells how characters before them are read."""
    return "・" in run.group() and bool(_BRACKETS.search(text, 0, run.start()))


def _proper(names: Iterable[str], lexicon: Lexicon) -> Iterator[_Proper]:
    """Yield what an institution is, with the sounds of its proper name."""
    plain = [lexicon.fold.plain(name).removeprefix("the ") for name in names]
    alone = {s for name in plain for s in _sounds_alone(name, lexicon) if len(s) >= _LEAST_ALONE}
    for name in names:
        folded = lexicon.fold.plain(name).removeprefix("the ")
        for kind in lexicon.institutions.neighbours.kinds:
            sounds = frozenset(s for s in _sounds(folded, kind) if len(s) >= _LEAST)
            if sounds:
                yield kind, sounds | alone


def _sounds_alone(folded: str, lexicon: Lexicon) -> Iterator[str]:
    if folded.isascii():
        proper = proper_name(folded, lexicon)
        for spelled in {proper, proper.replace("ij", "i")} if proper else ():
            yield from of_letters(spelled)
        yield from _before_its_kind(folded, lexicon)
        return
    for short in short_names(folded, lexicon):
        if all(map(is_hangul, short)) and not says_what_it_is(short):
            yield joined(of_hangul(short))


def _before_its_kind(folded: str, lexicon: Lexicon) -> Iterator[str]:
    """Yield how the words of a name sound before what it is: Harbor Light, Alder Point."""
    words = folded.split()
    kinds = lexicon.institutions.words
    at = next((n for n, word in enumerate(words) if word in kinds), 0)
    at = _TWO if not at and len(words) == _TWO + 1 else at
    if at == _TWO and not all(
        word in lexicon.institutions.neighbours.ordinary for word in words[:at]
    ):
        yield from (s for s in of_letters(" ".join(words[:at])) if len(s) >= _WHOLE)


def _sounds(folded: str, kind: KindOfBody) -> Iterator[str]:
    if not is_east_asian(folded[:1] or " "):
        words = folded.split()
        at = next((n for n, word in enumerate(words) if word in kind.latin), 0)
        if at > 0:
            yield from of_letters(" ".join(words[:at]))
        elif words and words[0] in kind.latin and len(words) == 2:  # Institut Teluk
            yield from of_letters(words[1])
        return
    for ending in (*kind.characters, *kind.hangul):
        proper = folded.removesuffix(ending).strip()
        if proper != folded and proper:
            if all(map(is_hangul, proper)):
                yield joined(of_hangul(proper))
            elif all(map(is_kana, proper)):
                yield joined(of_kana(proper))


def _either(words: Iterator[str]) -> re.Pattern[str]:
    return re.compile(either(words) or "(?!)")
