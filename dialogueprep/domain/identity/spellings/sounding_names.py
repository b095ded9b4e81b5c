"""The names of a roster by how they sound, for the scripts in which they have no one spelling."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator

from dialogueprep.domain.identity.exposure import ExposureKind, Level
from dialogueprep.domain.identity.found import Found
from dialogueprep.domain.identity.lexicon import Lexicon
from dialogueprep.domain.identity.reading.automaton import Automaton
from dialogueprep.domain.identity.reading.fold import Folded, is_east_asian, is_hangul
from dialogueprep.domain.identity.reading.written import as_written
from dialogueprep.domain.identity.spellings.customs import alike
from dialogueprep.domain.identity.spellings.nobodys_words import is_plain_korean
from dialogueprep.domain.identity.spellings.sounds import joined, of_hangul, of_kana, of_letters
from dialogueprep.domain.identity.spellings.spoken_tongues import said_wholes, said_words
from dialogueprep.domain.identity.spellings.vietnamese import (
    TERRITORY,
    given_sounds,
    sounds_together,
)
from dialogueprep.domain.people import FormState, Name, Participation
from dialogueprep.words import later

SOUNDS = later("A participant’s name as it sounds.")

_Given = tuple[int, tuple[frozenset[str], ...], frozenset[str]]  # whose; by word, and together
# Where in the original, whose name it may be, and how surely.
Sounding = tuple[int, int, tuple[int, ...]] | tuple[int, int, tuple[int, ...], Level]
_Owners = dict[str, tuple[int, ...]]
_MALAY = frozenset({"ID", "MY", "SG", "BN"})
_DIALECTS = frozenset({"HK", "MO", "TW", "SG", "MY"})
_LEAST = 3  # classes of a word that stands for a name of several words
_KANA_BEHIND = as_written("[・＝=゠ 　]?([ァ-ヺー]+(?:[・＝=゠ 　][ァ-ヺー]+)*)")
_HANGUL_BEHIND = re.compile(" ?([가-힣]{1,5}(?: [가-힣]{1,6}){0,3})")
_PARTED = re.compile("[・＝=゠ 　]")
_JOINED = 2  # classes of a given name that is written in one word
_ENDINGS = 2  # syllables of a particle at most, behind a name in hangul


def placed(
    folded: Folded, start: int, end: int, who: tuple[int, ...], level: Level = Level.BLOCK
) -> Found:
    """Return a name of these people between two places of the original."""
    return Found(
        start=bisect_left(folded.starts, start),
        end=bisect_left(folded.ends, end) + 1,
        level=level,
        kind=ExposureKind.NAME,
        why=SOUNDS,
        who=who,
    )


class SoundNames:
    """Whole names and their parts by the classes of their consonants.

    Names that their neighbours write in characters are left out, and Vietnamese ones, whose
    syllables are too short for this.
    """

    def __init__(self, participations: tuple[Participation, ...], lexicon: Lexicon) -> None:
        self.whole: _Owners = {}
        self.parts: _Owners = {}
        self.said: _Owners = {}  # either, as it is said where it comes from
        self.abroad: _Owners = {}  # as custom writes them: テッド, 윌리엄, 赖斯
        fold = lexicon.fold.plain
        for who, participation in enumerate(participations):
            name = participation.person.name
            if _is_vietnamese(participation) or any(is_east_asian(c) for c in name.native):
                added = (f.form for f in participation.person.forms if f.state is FormState.ADDED)
                home = {participation.territory, participation.delegation}
                family = name.family if home & _DIALECTS else ""
                called = " ".join(fold(w) for w in (name.given, family, *added) if w.isascii())
                self._add_abroad(who, called, lexicon)  # Grace Ooi
                continue
            self._add(who, fold(name.family), fold(name.given))
            self._add_said(who, name, participation.territory or participation.delegation)
            self._add_abroad(who, f"{fold(name.given)} {fold(name.family)}", lexicon)
            if {participation.territory, participation.delegation} & _MALAY:
                family, given = (_as_spoken(fold(n)) for n in (name.family, name.given))
                self._add(who, family, given)

    def _add_said(self, who: int, name: Name, home: str) -> None:
        """Keep the names as they are said where they come from: derozie of Desrosiers."""
        for whole in said_wholes(name.given, name.family, home):
            _keep(self.said, of_letters(whole), who)
        for said in (w for n in (name.family, name.given) for w in said_words(n, home)):
            _keep(self.said, of_letters(said), who)

    def _add_abroad(self, who: int, name: str, lexicon: Lexicon) -> None:
        """Keep how custom writes the words of a name in other scripts, and their nicknames."""
        customs = lexicon.customs
        for word in re.split("[ -]+", name):
            for one in (word, *alike(word, customs.nicknames.get(word, ()))):
                forms = (f for f in customs.abroad.get(one, ()) if len(f) > 1)
                _keep(self.abroad, forms, who)

    def __bool__(self) -> bool:
        return bool(self.whole)

    def _add(self, who: int, family: str, given: str) -> None:
        for both in (f"{family} {given}", f"{given} {family}"):
            _keep(self.whole, of_letters(both), who)
        words = (family, given, *(w for w in f"{family} {given}".split() if w))
        for part in dict.fromkeys(words):
            whole = part in (family, given)
            _keep(self.parts, (s for s in of_letters(part) if whole or len(s) >= _LEAST), who)


def _as_spoken(folded: str) -> str:
    """Return a Malay or Indonesian name with the ch and j that its spelling, new or old, means."""
    for old, new in (("tj", "ch"), ("dj", "z"), ("sj", "sh"), ("nj", "ny"), ("c", "ch")):
        folded = folded.replace(old, new) if old != "c" else re.sub("c(?!h)", "ch", folded)
    return folded


def _keep(known: _Owners, sounds: Iterable[str], who: int) -> None:
    for sound in sounds:
        if sound:
            known[sound] = tuple(dict.fromkeys((*known.get(sound, ()), who)))


def _is_vietnamese(participation: Participation) -> bool:
    return TERRITORY in (participation.territory, participation.delegation)


class VietnameseSearch:
    """Vietnamese names in katakana and hangul: a known family name, and what sounds behind it."""

    def __init__(self, participations: tuple[Participation, ...], lexicon: Lexicon) -> None:
        self._people: dict[str, list[_Given]] = {}
        for who, participation in enumerate(participations):
            if _is_vietnamese(participation):
                self._add(who, participation, lexicon)
        self._families = Automaton({word: word for word in self._people})

    def _add(self, who: int, participation: Participation, lexicon: Lexicon) -> None:
        name = participation.person.name
        for sounds in _as_called(given_sounds(name), name.given, lexicon):
            self._add_family(who, name, sounds, lexicon)

    def _add_family(
        self, who: int, name: Name, sounds: tuple[frozenset[str], ...], lexicon: Lexicon
    ) -> None:
        together = sounds_together(sounds)
        for word in lexicon.vietnamese.family.get(lexicon.fold.plain(name.family), ()):
            written = "".join(chr(ord(c) + 0x60) if "ぁ" <= c <= "ゖ" else c for c in word)
            if sounds and is_east_asian(word[0]):
                self._people.setdefault(written, []).append((who, sounds, together))

    def find(self, folded: Folded) -> Iterator[Sounding]:
        """Yield the full names in a text."""
        text = folded.original
        for start, end, family in self._families.find(text):
            hangul = is_hangul(family[0])
            if start and _same_script(text[start - 1], hangul=hangul):
                continue
            behind = (_HANGUL_BEHIND if hangul else _KANA_BEHIND).match(text, end)
            if behind:
                within = self._in_hangul if hangul else self._in_kana
                yield from within(start, family, behind)

    def _in_kana(self, start: int, family: str, behind: re.Match[str]) -> Iterator[Sounding]:
        sound = joined(of_kana(_hiragana(behind.group(1))))
        words = len(_PARTED.split(behind.group(1)))
        known = self._people[family]
        who = tuple(
            w
            for w, by_word, given in known
            if sound in given and (len(sound) > 1 or words == len(by_word) > 1)  # ティ・ホア
        )
        if who:
            yield start, behind.end(), who

    def _in_hangul(self, start: int, family: str, behind: re.Match[str]) -> Iterator[Sounding]:
        words = behind.group(1).split(" ")
        if is_plain_korean(family + words[0]):
            return
        for who, given, together in self._people[family]:
            end = _length_of(given, words) or _length_of((together,), words[:1], _JOINED)
            if end:
                yield start, behind.start(1) + end, (who,)


def _as_called(
    sounds: tuple[frozenset[str], ...], given: str, lexicon: Lexicon
) -> Iterator[tuple[frozenset[str], ...]]:
    """Yield a given name of some words whole, and without those that nobody is called by."""
    yield sounds
    words = [lexicon.fold.plain(w) for w in given.split()]
    left = tuple(
        one
        for one, word in zip(sounds, words, strict=False)
        if word not in lexicon.vietnamese.middle
    )
    if 1 < len(left) < len(sounds):
        yield left


def _length_of(given: tuple[frozenset[str], ...], words: list[str], least: int = 0) -> int:
    """Return how many letters at the beginning of these words are a given name, 0 if none are.

    The last word has to have at least so many classes.
    """
    if len(words) < len(given):
        return 0
    *first, last = words[: len(given)]
    if any(joined(of_hangul(w)) not in g for w, g in zip(first, given, strict=False)):
        return 0
    before = sum(len(w) + 1 for w in first)
    for cut in range(min(_ENDINGS + 1, len(last))):
        length = len(last) - cut
        sound = joined(of_hangul(last[:length]))
        if len(sound) >= least and sound in given[-1]:
            return before + length
    return 0


def _same_script(letter: str, *, hangul: bool) -> bool:
    return is_hangul(letter) if hangul else "ァ" <= letter <= "ー"


def _hiragana(written: str) -> str:
    return "".join(chr(ord(c) - 0x60) if "ァ" <= c <= "ヶ" else c for c in written)
