"""Korean names in hangul, characters, Latin letters and kana."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator, Sequence

from dialogueprep.domain.identity.lexicon import Lexicon
from dialogueprep.domain.identity.spellings import neighbours
from dialogueprep.domain.identity.spellings import readings as spell
from dialogueprep.domain.identity.spellings.character_names import (
    PARTS,
    own_parts,
    parts_of,
    pinyin_abroad,
)
from dialogueprep.domain.identity.spellings.name_parts import (
    Habit,
    Part,
    Spelling,
    alone,
    worked_out,
)
from dialogueprep.domain.people import Name

_DOUBLE = 2  # syllables of a long family name
_SYLLABLES = 4  # no given name has so many


def hangul_name(native: str, lexicon: Lexicon) -> Iterator[Spelling]:
    """Yield a Korean name in hangul with all that follows from it."""
    family, given = spell.split_hangul(native, lexicon.readings)
    for broken in _with_breaks(family + given, len(family)):
        yield Spelling(broken, Part.WHOLE, habit=Habit.NATIVE)
    for other in _with_other_initial(family):
        yield Spelling(other + given, Part.WHOLE, habit=Habit.NATIVE)
        yield Spelling(f"{other} {given}", Part.WHOLE, habit=Habit.NATIVE)
    yield from _hangul_parts((family,), (given,), lexicon)
    if len(given) == 1:  # 솔 씨
        yield Spelling(given, Part.GIVEN, habit=Habit.NATIVE)
    if len(family) == len(given) == _DOUBLE:  # what is heard of 남궁혜원
        yield Spelling(family + given[0], Part.FAMILY, habit=Habit.PIECE)
    for han in lexicon.readings.hangul_hanja.get(family, ()):
        yield Spelling(han, Part.FAMILY, False, False, Habit.READ)


_SOUTH = "이유임나노양여염용육연인뇌남"
_NORTH = "리류림라로량려렴룡륙련린뢰람"


def _with_other_initial(family: str) -> tuple[str, ...]:
    """Return a family name with the first sound that it has elsewhere in Korea: 라 for 나."""
    pairs = zip(_SOUTH + _NORTH, _NORTH + _SOUTH, strict=True)
    return tuple(other for own, other in pairs if own == family)


def _hangul_parts(
    families: Iterable[str], givens: Iterable[str], lexicon: Lexicon
) -> Iterator[Spelling]:
    """Yield the parts of a Korean name in hangul, in Latin letters and in kana."""
    table = lexicon.readings
    for family in families:
        yield Spelling(family, Part.FAMILY, habit=Habit.NATIVE)
        for s in spell.hangul_surname(family, table):
            yield Spelling(s, Part.FAMILY, alone(s, lexicon), habit=Habit.ROMANISED)
        if len(family) == 2:
            apart = spell.separated([spell.hangul_syllable(s, table)[:3] for s in family])
            yield from worked_out(apart, Part.FAMILY, Habit.ROMANISED, lexicon)
        kana = neighbours.hangul_in_kana(family)
        yield from worked_out(kana, Part.FAMILY, Habit.SOUND, lexicon, sure=False)
    for given in (g for g in givens if g):
        if len(given) > 1:
            yield Spelling(given, Part.GIVEN, habit=Habit.NATIVE)
        syllables = [spell.hangul_syllable(s, table) for s in given]
        for s in spell.separated(syllables):
            may = len(given) > 1 and alone(s, lexicon)
            yield Spelling(s, Part.GIVEN, may, habit=Habit.ROMANISED)
        kana = neighbours.hangul_in_kana(given, given=True)
        yield from worked_out(kana, Part.GIVEN, Habit.SOUND, lexicon, sure=False)


def _with_breaks(whole: str, length: int) -> tuple[str, ...]:
    """Return a Korean name as it stands, spaced after the family name, set wide with a space
    behind each letter, and broken over lines."""
    broken = [f"{whole[:i]}\n{whole[i:]}" for i in range(1, len(whole))]
    return (whole, f"{whole[:length]} {whole[length:]}", " ".join(whole), *broken)


def korean_in_characters(native: str, lexicon: Lexicon) -> Iterator[Spelling]:
    """Yield a Korean name in characters: as Koreans read it, and as Chinese and Japanese do."""
    family, given = parts_of(native, lexicon)
    yield Spelling(family + given, Part.WHOLE, habit=Habit.NATIVE)
    yield from own_parts(family, given)
    table = lexicon.readings
    families = neighbours.han_in_hangul(family, table)
    givens = neighbours.han_in_hangul(given, table, opens=False)
    yield from _hangul_parts(families, givens, lexicon)
    yield from _abroad(family, given, lexicon)


def _abroad(family: str, given: str, lexicon: Lexicon) -> Iterator[Spelling]:
    """Yield how Chinese and Japanese readers spell a neighbour's characters."""
    for part, written in zip(PARTS, (family, given), strict=True):
        yield from pinyin_abroad(written, part, lexicon)
        kana = neighbours.han_in_kana(written, lexicon.readings)
        yield from worked_out(kana, part, Habit.READ, lexicon, sure=False)


def korean_by_spelling(name: Name, lexicon: Lexicon) -> Iterator[Spelling]:
    """Yield other spellings of a Korean name of which only Latin letters are known."""
    table = lexicon.readings
    families = table.hangul_by_spelling.get(lexicon.fold.plain(name.family), ())
    for hangul in families:
        for s in table.hangul_surname[hangul]:
            yield Spelling(s, Part.FAMILY, alone(s, lexicon), habit=Habit.ROMANISED)
        for han in table.hangul_hanja.get(hangul, ()):
            yield Spelling(han, Part.FAMILY, False, False, Habit.READ)
    for typed in _syllables_typed(name, lexicon):
        yield from _given_by_spelling(typed, families, lexicon)


def _syllables_typed(name: Name, lexicon: Lexicon) -> list[tuple[str, ...]]:
    """Return the syllables of a given name in Latin letters, also of one that is typed together:

    Hye-won of Hyewon; it may be parted in more ways than one.
    """
    typed = tuple(p for p in re.split(r"[- ]", lexicon.fold.plain(name.given)) if p)
    if len(typed) != 1:
        return [typed] if 1 < len(typed) < _SYLLABLES else []
    known, word = lexicon.readings.hangul_by_sound, typed[0]
    parted = ((word[:n], word[n:]) for n in range(1, len(word)))
    return [both for both in parted if all(s in known for s in both)][:2]


def _given_by_spelling(
    typed: tuple[str, ...], families: Sequence[str], lexicon: Lexicon
) -> Iterator[Spelling]:
    """Yield the spellings of a given name by its syllables in Latin letters."""
    table = lexicon.readings
    for s in spell.separated([_alike(p, table.hangul_syllable.values()) for p in typed]):
        yield Spelling(s, Part.GIVEN, alone(s, lexicon), habit=Habit.ROMANISED)
    read = [table.hangul_by_sound.get(p, ())[:2] for p in typed]
    givens = tuple("".join(p) for p in itertools.product(*read))
    yield from _hangul_parts(families[:2], givens[:4], lexicon)


def _alike(syllable: str, groups: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    """Return the spellings that share a Korean syllable with this one."""
    alike = (s for group in groups if syllable in group[:3] for s in group)
    return tuple(dict.fromkeys((syllable, *alike)))
