"""Japanese names in kanji, kana, Latin letters and hangul."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator

from dialogueprep.domain.identity.lexicon import Lexicon
from dialogueprep.domain.identity.spellings import neighbours
from dialogueprep.domain.identity.spellings import readings as spell
from dialogueprep.domain.identity.spellings.character_names import (
    PARTS,
    own_parts,
    pinyin_abroad,
    wholes,
)
from dialogueprep.domain.identity.spellings.name_parts import (
    Habit,
    Part,
    Spelling,
    alone,
    worked_out,
)
from dialogueprep.domain.identity.spellings.nobodys_words import long_surnames


def _long(lexicon: Lexicon) -> frozenset[str]:
    return frozenset(map(lexicon.fold.plain, long_surnames()))


_FOUR = 4  # characters of a whole name of which three may be the family's


def japanese_characters(native: str, whole: str, lexicon: Lexicon) -> Iterator[Spelling]:
    """Yield family and given name; without a space the surname takes two characters, or one

    where the whole has only two, and three where it has five or begins with a long one.
    """
    family, space, given = native.strip().replace("\u3000", " ").partition(" ")
    if not space:
        lengths = {2: (1,), 3: (2, 1), 4: (2,), 5: (2, 3)}.get(len(whole), (2,))
        long = lexicon.kept("long", lambda: _long(lexicon))
        if len(whole) >= _FOUR and whole[:3] in long:
            lengths = (3,)
        if len(whole) > _FOUR and whole[:_FOUR] in long:
            lengths = (_FOUR,)
        for length in lengths:
            for written in _with_signs(whole[:length]):
                yield from own_parts(written, whole[length:])
            yield from _of_one_sign(whole[length:])
        yield from _japanese_abroad(whole[: lengths[0]], whole[lengths[0] :], lexicon)
        return
    family, given = lexicon.fold.plain(family), lexicon.fold.plain(given)
    for written in _with_signs(family):
        yield from own_parts(written, given)
    yield from _of_one_sign(given)
    yield from _japanese_abroad(family, given, lexicon)


def _of_one_sign(given: str) -> Iterator[Spelling]:
    """Yield a given name of one character, which only stands with a form of address: 蓮さん."""
    if len(given) == 1:
        yield Spelling(given, Part.GIVEN, habit=Habit.NATIVE)


def _with_signs(family: str) -> tuple[str, ...]:
    """Return a family name with the other signs for the sounds no and ga in it: 城之内, 市ケ谷."""
    found = [family]
    for signs in ("の之乃", "けがヶ"):
        for sign in (s for s in signs if s in family[1:-1]):
            found += [family.replace(sign, other) for other in signs if other != sign]
            found += [family.replace(sign, "")] if sign == "の" else []
    return tuple(dict.fromkeys(found))


def _japanese_abroad(family: str, given: str, lexicon: Lexicon) -> Iterator[Spelling]:
    read = (
        neighbours.han_in_hangul(family, lexicon.readings),
        neighbours.han_in_hangul(given, lexicon.readings, opens=False),
    )
    yield from wholes(*read, Habit.READ)
    for part, written in zip(PARTS, (family, given), strict=True):
        yield from pinyin_abroad(written, part, lexicon)


def kana_part(kana: str, part: Part, lexicon: Lexicon) -> Iterator[Spelling]:
    """Yield a part of a Japanese name in kana, in Latin letters and in hangul."""
    if len(kana) > 1:
        yield Spelling(kana, part, habit=Habit.NATIVE)
        long = re.sub(
            "(?<=[おこそとのほもよろごぞどぼょうくすつぬふむゆるぐずづぶゅ])う|(?<=お)お",
            "ー",
            kana,
        )
        yield from worked_out({long} - {kana}, part, Habit.SOUND, lexicon, sure=False)
    for s in spell.kana_spellings(kana, lexicon.readings):
        yield Spelling(s, part, alone(s, lexicon), habit=Habit.ROMANISED)
    for s in neighbours.kana_in_hangul(kana):
        yield Spelling(s, part, len(s) > 1, sure=len(s) > 2, habit=Habit.SOUND)


def short_in_hangul(families: Iterable[str], givens: Iterable[str]) -> Iterator[Spelling]:
    """Yield a Japanese name in hangul as a whole where its given name is one syllable there."""
    for family, given in itertools.product(families, givens):
        in_hangul = [s for s in neighbours.kana_in_hangul(given) if len(s) == 1]
        yield from wholes(neighbours.kana_in_hangul(family), in_hangul, Habit.SOUND)
