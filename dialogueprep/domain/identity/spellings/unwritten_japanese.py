"""Japanese family names in the characters that are read so, for rosters that lack them or a space.

Which characters a given name has is not known either, but how they are read: 健二 may be Kenji,
忠雄 is not. Family names and readings are in ``data/lexicon/japanese_surnames.txt``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from dialogueprep.domain.identity.lexicon import Lexicon
from dialogueprep.domain.identity.reading.fold import is_han
from dialogueprep.domain.identity.reading.word_lists import lines_of
from dialogueprep.domain.identity.spellings.name_parts import Habit, Part, Spelling
from dialogueprep.domain.identity.spellings.romaji import kana_of
from dialogueprep.domain.people import Name

_VOICED = str.maketrans(
    "かきくけこさしすせそたちつてとはひふへほ", "がぎぐげござじずぜぞだぢづでどばびぶべぼ"
)
_SAME = str.maketrans("ぢづを", "じずお")
_SHORTEST_PARTED, _LONGEST_PARTED = 4, 6  # characters of a name whose reading parts it
_TOLD = 2  # kana of the first character that tells the name where the others are not known


def unwritten_japanese(name: Name, lexicon: Lexicon) -> Iterator[Spelling]:
    """Yield the family names in characters that a name in Latin letters or kana may have."""
    for written in families(name, lexicon):
        yield Spelling(written, Part.FAMILY, alone=False, sure=False, habit=Habit.READ)


def families(name: Name, lexicon: Lexicon) -> tuple[str, ...]:
    """Return the family names in folded characters that are read so."""
    return () if any(is_han(c) for c in name.native) else families_read(name, lexicon)


def families_read(name: Name, lexicon: Lexicon) -> tuple[str, ...]:
    """Return the known family names in folded characters that are read as this one is."""
    read = _kana(name, lexicon)[0]
    known = _tables()[0]
    found = (written for kana in read for written in known.get(kana, ()))
    return tuple(dict.fromkeys(lexicon.fold.plain(written) for written in found))


def givens(name: Name, lexicon: Lexicon) -> tuple[str, ...]:
    """Return how a given name is read."""
    return tuple(kana.translate(_SAME) for kana in _kana(name, lexicon)[1])


def parted_reading(pieces: list[str], name: Name, lexicon: Lexicon) -> list[str]:
    """Return the pieces of a reading in kana; one without a space as the Latin letters part it:

    おぐりすなお of Ogurisu Nao.
    """
    if len(pieces) != 1:
        return pieces
    whole = pieces[0]
    sounds = whole.translate(_SAME)
    given = {kana.translate(_SAME) for kana in kana_of(name.given, lexicon.readings)}
    families = (kana.translate(_SAME) for kana in kana_of(name.family, lexicon.readings))
    known = [len(family) for family in families if sounds.startswith(family)]
    length = max([n for n in known if sounds[n:] in given] or known, default=0)
    return [whole[:length], whole[length:]] if 0 < length < len(whole) else pieces


def length_as_read(whole: str, name: Name, lexicon: Lexicon) -> int:
    """Return how many characters the family name of a name in folded characters has, told by how

    the others are read: three of 国木田蓮, whose given name is read れん. 0 if nothing tells it.
    """
    read = givens(name, lexicon)
    if not read or not _SHORTEST_PARTED <= len(whole) <= _LONGEST_PARTED:
        return 0
    lengths = range(1, len(whole))
    found = [n for n in lengths if is_read_whole(whole[n:], read, lexicon)]
    return found[0] if len(found) == 1 else 0


def is_read_whole(written: str, read: Iterable[str], lexicon: Lexicon) -> bool:
    """Return whether each of these folded characters is read as its part of a given name is."""
    readings = [_readings(c, lexicon) for c in written]
    return any(_reads(readings, kana) for kana in read)


def _kana(name: Name, lexicon: Lexicon) -> tuple[tuple[str, ...], tuple[str, ...]]:
    pieces = [lexicon.fold.plain(p) for p in re.split("[ 　・]+", name.reading.strip()) if p]
    pieces = parted_reading(pieces, name, lexicon)
    if len(pieces) > 1:
        return (pieces[0],), ("".join(pieces[1:]),)
    return kana_of(name.family, lexicon.readings), kana_of(name.given, lexicon.readings)


def is_read_so(written: str, read: Iterable[str], lexicon: Lexicon) -> bool:
    """Return whether folded characters may be a given name that is read so."""
    readings = [_readings(c, lexicon) for c in written]
    return any(_reads(readings, kana) or _begins(readings, kana) for kana in read)


def _reads(readings: list[frozenset[str]], kana: str) -> bool:
    if not readings:
        return not kana
    return any(kana.startswith(r) and _reads(readings[1:], kana[len(r) :]) for r in readings[0])


def _begins(readings: list[frozenset[str]], kana: str) -> bool:
    """Return whether the first of two characters or more is read as the name begins."""
    told = (r for r in readings[0] if len(r) >= _TOLD) if len(readings) > 1 else ()
    return any(kana.startswith(r) and len(kana) > len(r) for r in told)


def _readings(character: str, lexicon: Lexicon) -> frozenset[str]:
    own = lexicon.kept("japanese given names", lambda: _folded(lexicon)).get(character, ())
    read = {*own, *lexicon.readings.han_on.get(character, ())}
    voiced = {r[:1].translate(_VOICED) + r[1:] for r in read}
    return frozenset(r.translate(_SAME) for r in read | voiced)


def _folded(lexicon: Lexicon) -> dict[str, tuple[str, ...]]:
    return {lexicon.fold.plain(c): read for c, read in _tables()[1].items()}


@cache
def _tables() -> tuple[dict[str, tuple[str, ...]], dict[str, tuple[str, ...]]]:
    """Return family names by their reading, and readings of characters of given names."""
    names: dict[str, tuple[str, ...]] = {}
    for line in lines_of("japanese_surnames"):
        kana, _, forms = line.partition("\t")
        names[kana] = (*names.get(kana, ()), *forms.split())
    given: dict[str, tuple[str, ...]] = {}
    for line in lines_of("japanese_given_names"):
        several, _, read = line.partition("\t")
        for character in several:
            given[character] = (*given.get(character, ()), *read.split())
    return names, given
