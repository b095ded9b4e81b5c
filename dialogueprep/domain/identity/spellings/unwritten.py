"""Chinese names of which a roster has only Latin letters: in characters, kana and hangul.

Which characters a name has is not known, but how they are read: Shen Ruobing may be 沈若冰 or
申若兵, and sounds as シェン・ルオビン and 선뤄빙. Families of Hong Kong, Taiwan, Singapore and
Malaysia spell by dialects: Ooi is 黄.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from dialogueprep.domain import pinyin
from dialogueprep.domain.identity.lexicon import Lexicon, Readings
from dialogueprep.domain.identity.spellings import dialects, neighbours
from dialogueprep.domain.identity.spellings import readings as spell
from dialogueprep.domain.identity.spellings.name_parts import Habit, Part, Spelling, worked_out
from dialogueprep.domain.identity.spellings.wade_giles import wade_giles
from dialogueprep.domain.people import Name

CHINESE = frozenset({"CN", "TW", "HK", "MO", "SG", "MY"})
_MAINLAND = "CN"
_MOST, _LONGEST = 8, 3
_APART = re.compile("[-' ]+")


def unwritten(name: Name, lexicon: Lexicon, territory: str) -> Iterator[Spelling]:
    """Yield what a Chinese name in Latin letters may be in its neighbours' scripts.

    There is nothing of a name that is not Chinese by its family name and its syllables.
    """
    families = surnames(name, lexicon, territory)
    for character in families:
        yield Spelling(character, Part.FAMILY, alone=False, sure=False, habit=Habit.READ)
    if not families:
        return
    yield from as_typed(name, lexicon)
    yield from _otherwise_spelled(name, lexicon)


def _otherwise_spelled(name: Name, lexicon: Lexicon) -> Iterator[Spelling]:
    """Yield the whole name in pinyin and as Wade and Giles wrote it: Guo Shufen of Kuo Shu-fen."""
    fold, table = lexicon.fold.plain, lexicon.readings
    families = _as_pinyin((fold(name.family),), table)
    givens = [w for parted in syllables(name, lexicon) for w in _as_pinyin(parted, table)][:_MOST]
    for (family,), given in itertools.product(families, givens):
        older = [wade_giles(sound) for sound in given]
        spelled = [((family,), [(sound,) for sound in given]), (wade_giles(family), older)]
        for first, parts in spelled:
            for one, other in itertools.product(first, spell.separated(parts)):
                yield Spelling(f"{one} {other}", Part.WHOLE, habit=Habit.ROMANISED)
                yield Spelling(f"{other} {one}", Part.WHOLE, habit=Habit.ROMANISED)


def as_typed(name: Name, lexicon: Lexicon) -> Iterator[Spelling]:
    """Yield a Chinese name in hangul and kana as its Latin letters say that it is read.

    They tell more than its characters, of which many are read in several ways: 长 is chang.
    """
    fold, table = lexicon.fold.plain, lexicon.readings
    family = _as_pinyin((fold(name.family),), table)
    given = [w for parted in syllables(name, lexicon) for w in _as_pinyin(parted, table)]
    for part, ways in ((Part.FAMILY, family), (Part.GIVEN, given[:_MOST])):
        for sounds in ways:
            for hangul in neighbours.with_glides(neighbours.pinyin_in_hangul(sounds)):
                yield Spelling(hangul, part, len(hangul) > 1, sure=False, habit=Habit.SOUND)
            kana = neighbours.pinyin_in_kana(sounds, table)
            yield from worked_out(kana, part, Habit.SOUND, lexicon, sure=False)


def surnames(name: Name, lexicon: Lexicon, territory: str) -> tuple[str, ...]:
    """Return the characters that a family name in Latin letters may be."""
    typed = lexicon.fold.plain(name.family)
    if territory not in CHINESE or not typed.isascii() or not syllables(name, lexicon):
        return ()
    table = lexicon.readings
    known = dict.fromkeys((*table.han_surname, *table.dialect_surname, *table.surnames))
    return tuple(
        dict.fromkeys(lexicon.fold.plain(c) for c in known if _is_read(c, typed, table, territory))
    )


def _is_read(surname: str, typed: str, table: Readings, territory: str) -> bool:
    own = table.han_surname.get(surname) or ("".join(pinyin.usual(surname)),)
    if typed in own or typed.replace("v", "ü") in own:
        return True
    if territory == _MAINLAND:
        return False
    older = (w for sound in own for w in wade_giles(sound))
    return typed in table.dialect_surname.get(surname, ()) or typed in older


def syllables(name: Name, lexicon: Lexicon) -> tuple[tuple[str, ...], ...]:
    """Return the ways to part a given name in Latin letters into Chinese syllables."""
    typed = lexicon.fold.plain(name.given)
    pieces = tuple(p for p in _APART.split(typed) if p)
    if not typed.isascii() or len(pieces) > _LONGEST:
        return ()
    if len(pieces) > 1:
        return (pieces,)
    return tuple(
        _parted("".join(pieces), frozenset(lexicon.readings.pinyin_kana)) if pieces else ()
    )


def _parted(word: str, known: frozenset[str], most: int = _LONGEST) -> Iterator[tuple[str, ...]]:
    if not word:
        yield ()
    if word and most:
        for length in range(min(6, len(word)), 0, -1):
            if word[:length] in known:
                rest = _parted(word[length:], known, most - 1)
                yield from ((word[:length], *others) for others in rest)


@lru_cache(maxsize=1)
def _by_wade_giles(known: frozenset[str]) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for sound in sorted(known):
        for written in wade_giles(sound):
            found[written] = (*found.get(written, ()), sound)
    return found


def _as_pinyin(typed: Sequence[str], table: Readings) -> list[tuple[str, ...]]:
    """Return syllables as pinyin, also where they were typed as Wade and Giles wrote them."""
    known = frozenset(table.pinyin_kana)
    older = _by_wade_giles(known)
    ways = [tuple(dict.fromkeys((*((s,) if s in known else ()), *older.get(s, ())))) for s in typed]
    return list(itertools.islice(itertools.product(*ways), _MOST)) if all(ways) else []


@lru_cache(maxsize=20000)
def _sounds(character: str) -> frozenset[str]:
    """Return the readings of a character in pinyin and as Wade and Giles wrote them."""
    read = pinyin.without_tones(character)[0]
    return frozenset((*read, *(w for sound in read for w in wade_giles(sound))))


def may_read(character: str, typed: str, table: Readings, territory: str) -> bool:
    """Return whether a character may be read as a syllable of a name in Latin letters."""
    if typed in _sounds(character):
        return True
    if territory == _MAINLAND:
        return False
    if typed in table.dialect_given.get(character, ()):
        return True
    jyutping = table.han_cantonese.get(character, ())
    return any(typed in dialects.cantonese(sound) for sound in jyutping)
