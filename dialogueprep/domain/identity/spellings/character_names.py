"""Parts of names in Chinese characters, which Chinese, Japanese and Korean names share."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator

from dialogueprep.domain.identity.lexicon import Lexicon
from dialogueprep.domain.identity.spellings import dialects
from dialogueprep.domain.identity.spellings import readings as spell
from dialogueprep.domain.identity.spellings.name_parts import Habit, Part, Spelling, worked_out

PARTS = (Part.FAMILY, Part.GIVEN)


def parts_of(native: str, lexicon: Lexicon) -> tuple[str, str]:
    """Return family and given name of a name in characters, folded."""
    whole = lexicon.fold.plain(native).replace(" ", "")
    written = native if " " in native else whole
    family, given = spell.split_han(written, lexicon.readings)
    return lexicon.fold.plain(family), lexicon.fold.plain(given)


def own_parts(family: str, given: str) -> Iterator[Spelling]:
    """Yield family and given name in the person's own characters."""
    yield Spelling(family, Part.FAMILY, habit=Habit.NATIVE)
    if len(given) > 1:
        yield Spelling(given, Part.GIVEN, habit=Habit.NATIVE)


def pinyin_abroad(written: str, part: Part, lexicon: Lexicon) -> Iterator[Spelling]:
    """Yield how Chinese readers spell a neighbour's characters."""
    sounds = spell.pinyin_syllables(written, lexicon.readings) if written else []
    syllables = [s.replace("v", "u") for s in sounds]
    forms = ("".join(syllables), *dialects.spelled([(s,) for s in syllables]))
    yield from worked_out(forms, part, Habit.PINYIN, lexicon, sure=False)


def wholes(families: Iterable[str], givens: Iterable[str], habit: Habit) -> Iterator[Spelling]:
    """Yield full names in hangul whose given name is too short to be searched by itself."""
    for family, given in itertools.product(families, givens):
        if family and given:
            yield Spelling(family + given, Part.WHOLE, habit=habit)
            yield Spelling(f"{family} {given}", Part.WHOLE, habit=habit)
