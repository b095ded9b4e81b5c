"""Names of a roster by how they sound, vowels too: for short ones, and those written freely."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import pairwise
from typing import NamedTuple

from dialogueprep.domain.identity.exposure import Level
from dialogueprep.domain.identity.lexicon import Lexicon
from dialogueprep.domain.identity.reading.fold import is_han, is_hangul
from dialogueprep.domain.identity.spellings.customs import alike, clipped
from dialogueprep.domain.identity.spellings.nobodys_words import (
    before_titles,
    is_plain_korean,
    ordinary,
    places,
)
from dialogueprep.domain.identity.spellings.spoken import (
    Sound,
    bones_of,
    consonants,
    distance,
    of_latin,
    of_written,
)
from dialogueprep.domain.identity.spellings.spoken_tongues import said_wholes, said_words
from dialogueprep.domain.people import FormState, Participation

_CHARACTERS = frozenset({"CN", "TW", "HK", "MO", "KR", "KP", "SG", "VN"})
_DIALECTS = frozenset({"HK", "SG", "MY"})  # as families spell, not as they are read
_OWN_SYLLABLES = frozenset({"CN", "TW", "HK", "MO", "KR", "KP"})  # written as custom has it
_SURE = {
    1: 0.0,
    2: 0.05,
    3: 0.08,
    4: 0.09,
}  # cost by consonant at most for a block, by how many there are
_SURE_TITLED = {2: 0.09, 3: 0.135}  # before a title somebody is named: アイクホフ教授 of Eickhoff
_MAYBE = {1: 0.1, 2: 0.17, 3: 0.2}
_MANY = 3
_LOOSE = 0.3  # cost by consonant of a name that is told by its consonants
_SAME = 0.05  # cost of a name of a syllable or two at most, which has to have a title
_POINTING = "이그저한전양각현본두세네여남각"  # this doctor, two professors
_R = re.compile("(?<=[aeou])r(?=[^aeiour])")  # Marsh, as it is spoken
_LAST = re.compile("(sh|ch|dge)$")
_AS_A = re.compile("(?<=[bcdfghjklmnprstvwxz])er(?=[^aeiouyr]|$)")  # Vossler: フォスラー, 福斯勒
_SILENT_END = re.compile("(?<=[bcdfgklmnprstvz][ao])r$|(?<=lan)d$")  # Okafor, Garland
_IRE = re.compile("[iy]re$")  # Longmire, McIntyre: マッキンタイア
_NG = re.compile("^ngh?(?=[aeiou])")
_TS = re.compile("(?<=[aeiou])c(?=k[iay]$)")  # Ostrowicki
_TWO, _LONG = 2, 4
_MARKS = frozenset("V_")
_BARE = 3  # consonants of a name that stands without a title
_PARTICLES = frozenset("은는이가을를의도과와에")  # after a Korean word
_Whose = tuple[Level, tuple[int, ...]]
_NOBODY: _Whose = (Level.WARN, ())


class _Known(NamedTuple):
    sounds: tuple[Sound, ...]
    who: int
    strict: bool  # a syllable or two, which many bear


class SpokenNames:
    """How the names of people who are written in Latin letters sound."""

    def __init__(self, participations: tuple[Participation, ...], lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._known = tuple(
            dict.fromkeys(
                _Known(sounds, who, strict)
                for who, participation in enumerate(participations)
                for word, strict in _words(participation, lexicon)
                for sounds in of_latin(word)
                if sounds
            )
        )
        self._by_bones: dict[str, list[_Known]] = {}
        for known in self._known:
            for bones in bones_of(known.sounds):
                self._by_bones.setdefault(bones, []).append(known)
        self._own = frozenset(
            who
            for who, it in enumerate(participations)
            if (it.territory or it.delegation) in _OWN_SYLLABLES
        )
        self._answers: dict[tuple[str, bool, bool], _Whose] = {}
        self._sure: dict[str, tuple[int, ...]] = {}

    def whose(self, written: str, *, titled: bool, told: bool = False) -> _Whose:
        """Return whose name a folded word in kana, hangul or characters may be, and how surely.

        ``told`` says that what is written stands as a name by its characters or what is behind it.
        """
        key = (written, titled, told)
        if key not in self._answers:
            self._answers[key] = self._nearest(written, titled=titled, told=told)
        return self._answers[key]

    def surely(self, written: str) -> tuple[int, ...]:
        """Return whose name a folded word surely is where only somebody stands.

        Names of a syllable or two, which many words sound like, are left; what differs by a strong
        consonant is nobody's, so only names of the same bones are tried.
        """
        if written not in self._sure:
            level, who = self._nearest(written, titled=True, told=False, near=False)
            self._sure[written] = who if level is Level.BLOCK else ()
        return self._sure[written]

    def _nearest(self, written: str, *, titled: bool, told: bool, near: bool = True) -> _Whose:
        known = self._lexicon
        titles = known.speech.honorifics
        if (
            (len(written) < 2 and not _is_titled_syllable(written, titled=titled))
            or (known.is_common(written) and not _is_titled_syllable(written, titled=titled))
            or (written[-1] in _PARTICLES and known.is_common(written[:-1]))
            or written in known.pieces
            or written in places()
            or (not titled and (written in ordinary() or is_plain_korean(written)))
            or (titled and written in before_titles())
            or written in titles
        ):
            return _NOBODY
        found: dict[Level, dict[int, None]] = {Level.BLOCK: {}, Level.WARN: {}}
        for sounds in of_written(written):
            strong = consonants(sounds)
            long = len(written) > _TWO and _long_runs(sounds)
            if not sounds or (not titled and strong < _BARE - told):
                continue
            for known in self._like(sounds, strong, titled=titled and near):
                if (len(written) == 1 and known.who in self._own) or (known.strict and not near):
                    continue
                if long and known.strict and not _has_vowels(known.sounds, long):
                    continue
                level = _level(sounds, known, strong, titled=titled)
                if level:
                    found[level][known.who] = None
        level = Level.BLOCK if found[Level.BLOCK] else Level.WARN
        return level, tuple(found[Level.BLOCK] | found[Level.WARN])

    def is_near(self, written: str, who: int) -> bool:
        """Return whether a word whose consonants are a name's has about its vowels too."""
        for sounds in of_written(written):
            most = _LOOSE * max(1, consonants(sounds))
            if any(k.who == who and distance(sounds, k.sounds) <= most for k in self._known):
                return True
        return False

    def _like(self, sounds: tuple[Sound, ...], strong: int, *, titled: bool) -> Iterable[_Known]:
        """Return the names that may be near: all, if so much may differ as a strong consonant."""
        if titled and _MAYBE[_MANY] * strong >= 1:
            return self._known
        found = (k for bones in bones_of(sounds) for k in self._by_bones.get(bones, ()))
        return dict.fromkeys(found)


def _is_titled_syllable(written: str, *, titled: bool) -> bool:
    """Return whether a syllable of hangul before a title is a name: 녹 씨, but 이 박사."""
    return titled and len(written) == 1 and is_hangul(written) and written not in _POINTING


def _level(sounds: tuple[Sound, ...], known: _Known, strong: int, *, titled: bool) -> Level | None:
    if abs(strong - consonants(known.sounds)) > 2:
        return None
    cost = distance(sounds, known.sounds) / max(1, strong)
    if known.strict:
        return Level.BLOCK if titled and cost < _SAME else None
    many = max(1, min(strong, _MANY))
    sure = _SURE[max(1, min(strong, _MANY + 1))]
    if titled and strong >= _TWO:
        sure = max(sure, _SURE_TITLED[min(strong, _MANY)])
    if cost <= sure:
        return Level.BLOCK
    return Level.WARN if titled and cost <= _MAYBE[many] else None


def _long_runs(written: tuple[Sound, ...]) -> frozenset[str]:
    """Return the vowels of the runs of three vowels and more in what is written."""
    runs = (sound - _MARKS for sound in written if "V" in sound and len(sound) > _MANY)
    return frozenset[str]().union(*(run for run in runs if len(run) >= _MANY))


def _has_vowels(name: tuple[Sound, ...], vowels: frozenset[str]) -> bool:
    """Return whether a short name has all the vowels of the long runs that are written."""
    return vowels <= frozenset[str]().union(*name)


def _words(participation: Participation, lexicon: Lexicon) -> list[tuple[str, bool]]:
    """Return the words by which somebody is called, and whether they are of a syllable or two."""
    name, fold = participation.person.name, lexicon.fold.plain
    home = participation.territory or participation.delegation
    if home == "JP":
        return []
    strict = home in _CHARACTERS or is_han(name.native[:1] or " ")
    added = (f.form for f in participation.person.forms if f.state is FormState.ADDED)
    others = [fold(w) for w in added]
    own = {*re.split("[ -]+", fold(name.family)), *re.split("[ -]+", fold(name.given))}
    called = {w for it in others for w in it.split(" ") if w.isalpha() and len(w) > _LONG}
    called -= own  # Wendy, Jason Lam, whatever the home
    wholes = [*map(fold, (name.family, name.given)), *others]
    words = {w for whole in wholes if whole for w in (whole, *re.split("[ -]+", whole))}
    if not strict:
        short = (alike(w, lexicon.customs.nicknames.get(w, ())) for w in tuple(words))
        words |= {w for others in short for w in others}
        words |= {w for one in wholes for w in clipped(one, lexicon.customs.clipped)}
    if home == "VN":
        syllables = [fold(w) for w in name.given.split()]
        words |= {f"{one} {two}" for one, two in pairwise(syllables)}
        words |= {w.replace("tr", "ch").replace("gi", "z") for w in words}
        words |= {w.replace("nh", "n") for w in words}
        words |= {f"fu{w[2:]}" for w in words if w.startswith("hu")}  # Hùng: フン
        words |= {_NG.sub(first, w) for w in words for first in ("un", "g")}  # Nga: 응아, ガー
    words |= {_R.sub("", w) for w in words}
    words |= {_LAST.sub(r"\1i", w) for w in words}
    words |= {w[:-1] for w in words if strict and w.endswith("ng")}
    if home in _DIALECTS:
        words |= {w[:-1] for w in words if w.endswith("h")}  # Goh: ゴー
    if not strict:
        said = {w for whole in (name.family, name.given) for w in said_words(whole, home)}
        said |= {*said_wholes(name.given, name.family, home)}
        words |= said | {_R.sub("", w) for w in said}
        words |= {_AS_A.sub("ea", w) for w in words if len(w) > _LONG}
        words |= {_SILENT_END.sub("", w) for w in words if len(w) > _LONG}
        words |= {_IRE.sub("aia", w) for w in words if len(w) > _LONG}
        words |= {_TS.sub("s", w) for w in words}
        words |= {s for w in wholes for s in alike(w, lexicon.customs.transliterated.get(w, ()))}
    if home != "VN":  # Bùi Thanh Vân
        words -= lexicon.customs.particles
    words -= lexicon.customs.patronymic
    syllables = set[str]() if home in _OWN_SYLLABLES else {*wholes, *wholes[1].split(" ")[-1:]}
    whole = "".join(re.split("[ -]+", " ".join(wholes[:2]))) if home in _DIALECTS and strict else ""
    return [(whole, False)] * bool(whole) + [
        (w, (strict and w not in called) or len(w) < 3)
        for w in sorted(words)
        if len(w) > 2 or (len(w) > 1 and w in syllables)
    ]
