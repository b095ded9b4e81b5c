"""Chinese names in Latin letters by several habits, and in their neighbours' scripts."""

from __future__ import annotations

from collections.abc import Iterator

from dialogueprep.domain.identity.lexicon import Lexicon
from dialogueprep.domain.identity.spellings import dialects, neighbours
from dialogueprep.domain.identity.spellings import readings as spell
from dialogueprep.domain.identity.spellings.character_names import (
    PARTS,
    own_parts,
    parts_of,
    wholes,
)
from dialogueprep.domain.identity.spellings.name_parts import (
    Habit,
    Part,
    Spelling,
    alone,
    worked_out,
)


def chinese_name(native: str, lexicon: Lexicon, territory: str) -> Iterator[Spelling]:
    """Yield a Chinese name in all spellings; dialects where families come from elsewhere."""
    family, given = parts_of(native, lexicon)
    yield from own_parts(family, given)
    table, fold = lexicon.readings, lexicon.fold.plain
    for s in spell.han_surname(family, table):
        yield Spelling(fold(s), Part.FAMILY, False, False, Habit.PINYIN)
    for s in spell.han_spellings(given):
        may = len(given) > 1 and alone(s, lexicon)
        yield Spelling(fold(s), Part.GIVEN, may, habit=Habit.PINYIN)
    older = spell.wade_giles_spellings(given, table)
    yield from worked_out(older, Part.GIVEN, Habit.WADE_GILES, lexicon)
    if territory != "CN":
        yield from _dialects(family, given, lexicon)
    yield from _chinese_abroad(family, given, lexicon)


def _dialects(family: str, given: str, lexicon: Lexicon) -> Iterator[Spelling]:
    table = lexicon.readings
    first, *others = table.dialect_surname.get(family, ()) or ("",)
    cantonese = dialects.spelled(dialects.cantonese_syllables(family, table))
    for habit, spelled in ((Habit.CANTONESE, (first, *cantonese)), (Habit.DIALECT, others)):
        yield from (Spelling(s, Part.FAMILY, False, False, habit) for s in spelled)
    syllables = ((dialects.cantonese_syllables, Habit.CANTONESE),
                 (dialects.customary_syllables, Habit.DIALECT))  # fmt: skip
    for syllables_of, habit in syllables:
        forms = dialects.spelled(syllables_of(given, table)) if given else ()
        for s in forms:
            may = len(given) > 1 and alone(s, lexicon)
            yield Spelling(s, Part.GIVEN, may, habit=habit)


def _chinese_abroad(family: str, given: str, lexicon: Lexicon) -> Iterator[Spelling]:
    """Yield a Chinese name in kana and hangul: as it sounds, and as its characters are read."""
    table = lexicon.readings
    for part, written in zip(PARTS, (family, given), strict=True):
        if not written:
            continue
        sounds = spell.pinyin_syllables(written, table)
        korean = neighbours.pinyin_in_hangul(sounds)
        read = neighbours.han_in_hangul(written, table)
        kana = neighbours.pinyin_in_kana(sounds, table)
        on = neighbours.han_in_kana(written, table)
        both = (neighbours.with_glides(korean), kana, Habit.SOUND), (read, on, Habit.READ)
        for hangul, in_kana, habit in both:
            for s in hangul:
                yield Spelling(s, part, len(s) > 1, sure=False, habit=habit)
            yield from worked_out(in_kana, part, habit, lexicon, sure=False)
    if len(given) == 1:
        yield from _of_two_syllables(family, given, lexicon)


def _of_two_syllables(family: str, given: str, lexicon: Lexicon) -> Iterator[Spelling]:
    """Yield in hangul, as wholes, a name whose given name is one syllable there."""
    table = lexicon.readings
    sounds = [
        (neighbours.pinyin_in_hangul(spell.pinyin_syllables(written, table)),)
        for written in (family, given)
    ]
    read = [neighbours.han_in_hangul(written, table) for written in (family, given)]
    kana = [neighbours.han_in_kana(written, table) for written in (family, given)]
    short = [k for k in kana[1] if len(k) == 1]
    for (families, givens), habit in ((sounds, Habit.SOUND), (read, Habit.READ)):
        yield from wholes(families, givens, habit)
    yield from wholes(kana[0], short, Habit.READ)
