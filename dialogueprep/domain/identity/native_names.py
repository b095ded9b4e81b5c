"""The spellings of a name that is known in its own script, in Latin letters and its neighbours'."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator, Sequence

from dialogueprep.domain.identity import dialects, neighbours
from dialogueprep.domain.identity import readings as spell
from dialogueprep.domain.identity.customs import alike
from dialogueprep.domain.identity.cyrillic import is_cyrillic, latin_of, stems
from dialogueprep.domain.identity.fold import is_kana
from dialogueprep.domain.identity.lexicon import Lexicon
from dialogueprep.domain.identity.name_parts import (
    Habit,
    Part,
    Spelling,
    alone,
    joined_forms,
    worked_out,
)
from dialogueprep.domain.identity.romaji import kana_of
from dialogueprep.domain.people import Name, NameOrder

_KOREAN = frozenset({"KR", "KP"})
_PARTS = (Part.FAMILY, Part.GIVEN)


def native_spellings(name: Name, lexicon: Lexicon, territory: str) -> Iterator[Spelling]:
    """Yield every spelling that follows from a name in its own script and its reading.

    A Japanese or Korean name of which only Latin letters are known is read back from them.
    """
    native = name.native.strip()
    if spell.is_hangul_name(native):
        yield from _hangul(native, lexicon)
        if spell.is_han_name(name.reading):
            yield from _korean_han(name.reading.strip(), lexicon)
    elif spell.is_han_name(native):
        yield from _han(native, name, lexicon, territory)
    elif native:
        yield from _other(native, name, lexicon)
    elif territory in _KOREAN:
        yield from _korean_by_spelling(name, lexicon)
    yield from _reading(name, lexicon, territory)


def _hangul(native: str, lexicon: Lexicon) -> Iterator[Spelling]:
    family, given = spell.split_hangul(native, lexicon.readings)
    for broken in _with_breaks(family + given, len(family)):
        yield Spelling(broken, Part.WHOLE, habit=Habit.NATIVE)
    yield from _hangul_parts((family,), (given,), lexicon)
    for han in lexicon.readings.hangul_hanja.get(family, ()):
        yield Spelling(han, Part.FAMILY, False, False, Habit.READ)


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
    """Return a Korean name as it stands, spaced after the family name, and broken over lines."""
    broken = [f"{whole[:i]}\n{whole[i:]}" for i in range(1, len(whole))]
    return (whole, f"{whole[:length]} {whole[length:]}", *broken)


def _han(native: str, name: Name, lexicon: Lexicon, territory: str) -> Iterator[Spelling]:
    whole = lexicon.fold.plain(native).replace(" ", "")
    yield Spelling(whole, Part.WHOLE, habit=Habit.NATIVE)
    reading = name.reading.strip()
    if territory == "JP" or (reading and is_kana(reading[0])):
        yield from _japanese_parts(native, whole, lexicon)
    elif territory in _KOREAN or spell.is_hangul_name(reading):
        yield from _korean_han(native, lexicon)
    else:
        yield from _chinese(native, whole, lexicon, territory)


def _han_parts(native: str, lexicon: Lexicon) -> tuple[str, str]:
    whole = lexicon.fold.plain(native).replace(" ", "")
    written = native if " " in native else whole
    family, given = spell.split_han(written, lexicon.readings)
    return lexicon.fold.plain(family), lexicon.fold.plain(given)


def _own_parts(family: str, given: str) -> Iterator[Spelling]:
    yield Spelling(family, Part.FAMILY, habit=Habit.NATIVE)
    if len(given) > 1:
        yield Spelling(given, Part.GIVEN, habit=Habit.NATIVE)


def _korean_han(native: str, lexicon: Lexicon) -> Iterator[Spelling]:
    """Yield a Korean name in characters: as Koreans read it, and as Chinese and Japanese do."""
    family, given = _han_parts(native, lexicon)
    yield Spelling(family + given, Part.WHOLE, habit=Habit.NATIVE)
    yield from _own_parts(family, given)
    table = lexicon.readings
    families = neighbours.han_in_hangul(family, table)
    givens = neighbours.han_in_hangul(given, table, opens=False)
    yield from _hangul_parts(families, givens, lexicon)
    yield from _abroad(family, given, lexicon)


def _abroad(family: str, given: str, lexicon: Lexicon) -> Iterator[Spelling]:
    """Yield how Chinese and Japanese readers spell a neighbour's characters."""
    for part, written in zip(_PARTS, (family, given), strict=True):
        yield from _pinyin_abroad(written, part, lexicon)
        kana = neighbours.han_in_kana(written, lexicon.readings)
        yield from worked_out(kana, part, Habit.READ, lexicon, sure=False)


def _chinese(native: str, whole: str, lexicon: Lexicon, territory: str) -> Iterator[Spelling]:
    family, given = _han_parts(native, lexicon)
    yield from _own_parts(family, given)
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
    for part, written in zip(_PARTS, (family, given), strict=True):
        if not written:
            continue
        sounds = spell.pinyin_syllables(written, table)
        korean = neighbours.pinyin_in_hangul(sounds)
        read = neighbours.han_in_hangul(written, table)
        kana = neighbours.pinyin_in_kana(sounds, table)
        on = neighbours.han_in_kana(written, table)
        both = ((korean,) if korean else (), kana, Habit.SOUND), (read, on, Habit.READ)
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
        yield from _wholes(families, givens, habit)
    yield from _wholes(kana[0], short, Habit.READ)


def _wholes(families: Iterable[str], givens: Iterable[str], habit: Habit) -> Iterator[Spelling]:
    for family, given in itertools.product(families, givens):
        if family and given:
            yield Spelling(family + given, Part.WHOLE, habit=habit)
            yield Spelling(f"{family} {given}", Part.WHOLE, habit=habit)


def _japanese_parts(native: str, whole: str, lexicon: Lexicon) -> Iterator[Spelling]:
    """Yield family and given name; without a space the surname takes two characters, or one

    where the whole has only two, and three where it has five.
    """
    family, space, given = native.strip().replace("\u3000", " ").partition(" ")
    if not space:
        lengths = {2: (1,), 3: (2, 1), 4: (2,), 5: (2, 3)}.get(len(whole), (2,))
        for length in lengths:
            yield from _own_parts(whole[:length], whole[length:])
        yield from _japanese_abroad(whole[: lengths[0]], whole[lengths[0] :], lexicon)
        return
    family, given = lexicon.fold.plain(family), lexicon.fold.plain(given)
    yield from _own_parts(family, given)
    yield from _japanese_abroad(family, given, lexicon)


def _japanese_abroad(family: str, given: str, lexicon: Lexicon) -> Iterator[Spelling]:
    for part, written in zip(_PARTS, (family, given), strict=True):
        yield from _pinyin_abroad(written, part, lexicon)


def _pinyin_abroad(written: str, part: Part, lexicon: Lexicon) -> Iterator[Spelling]:
    sounds = spell.pinyin_syllables(written, lexicon.readings) if written else []
    syllables = [s.replace("v", "u") for s in sounds]
    forms = ("".join(syllables), *dialects.spelled([(s,) for s in syllables]))
    yield from worked_out(forms, part, Habit.PINYIN, lexicon, sure=False)


def _other(native: str, name: Name, lexicon: Lexicon) -> Iterator[Spelling]:
    """Yield a name in another script: kana, Cyrillic, Thai, Greek or Latin with diacritics."""
    folded = lexicon.fold.plain(native)
    yield from (Spelling(f, Part.WHOLE, habit=Habit.NATIVE) for f in joined_forms(folded))
    pieces = [lexicon.fold.plain(p) for p in re.split(r"[ 　・=＝]+", native) if p]
    if len(pieces) < 2 or folded.isascii():
        return
    given_first = name.order is NameOrder.GIVEN_FIRST
    if any(is_kana(c) for c in folded):
        yield from _kana_pieces(pieces, lexicon, given_first=given_first)
        return
    if len(pieces) == 2:
        parts = (Part.GIVEN, Part.FAMILY) if given_first else _PARTS
        if is_cyrillic(native) and _turned(pieces, name, lexicon):
            parts = parts[::-1]
        yield from (
            Spelling(p, part, habit=Habit.NATIVE) for p, part in zip(pieces, parts, strict=True)
        )
        if is_cyrillic(native):
            for piece, part in zip(pieces, parts, strict=True):
                yield from worked_out(latin_of(piece), part, Habit.ROMANISED, lexicon)
                others = alike(piece, lexicon.customs.transliterated.get(piece, ()))
                for form in (piece, *others):
                    yield Spelling(form, part, habit=Habit.ROMANISED)
                    yield from (Spelling(s, part, habit=Habit.PIECE) for s in stems(form))


def _turned(pieces: Sequence[str], name: Name, lexicon: Lexicon) -> bool:
    """Return whether a Cyrillic name stands in the other order than the Latin one."""
    initials = [latin_of(p)[0][:1] for p in pieces]
    typed = [lexicon.fold.plain(w)[:1] for w in (name.given, name.family)]
    wanted = typed if name.order is NameOrder.GIVEN_FIRST else typed[::-1]
    return initials != wanted and initials == wanted[::-1]


def _kana_pieces(
    pieces: Sequence[str], lexicon: Lexicon, *, given_first: bool
) -> Iterator[Spelling]:
    """Yield the parts of a name in kana that is parted by spaces or dots."""
    family, given = pieces[0], "".join(pieces[1:])
    if given_first:
        family, given = pieces[-1], "".join(pieces[:-1])
        yield from (Spelling(p, Part.GIVEN, habit=Habit.PIECE) for p in pieces[:-1] if len(p) > 1)
    for part, kana in zip(_PARTS, (family, given), strict=True):
        if len(kana) > 1:
            yield Spelling(kana, part, habit=Habit.NATIVE)


def _reading(name: Name, lexicon: Lexicon, territory: str) -> Iterator[Spelling]:
    reading = name.reading.strip().replace("\u3000", " ")
    if spell.is_hangul_name(reading):
        yield from _hangul(reading, lexicon)
    elif any(is_kana(c) for c in reading):
        pieces = [lexicon.fold.plain(p) for p in re.split(r"[ ・=＝]+", reading) if p]
        yield from _kana_reading(pieces, name, lexicon, territory)
    elif territory == "JP":
        for part, typed in zip(_PARTS, (name.family, name.given), strict=True):
            for kana in kana_of(typed, lexicon.readings):
                yield from _kana_part(kana, part, lexicon)
        yield from _short_in_hangul(
            kana_of(name.family, lexicon.readings), kana_of(name.given, lexicon.readings)
        )


def _short_in_hangul(families: Iterable[str], givens: Iterable[str]) -> Iterator[Spelling]:
    """Yield a Japanese name in hangul as a whole where its given name is one syllable there."""
    for family, given in itertools.product(families, givens):
        in_hangul = [s for s in neighbours.kana_in_hangul(given) if len(s) == 1]
        yield from _wholes(neighbours.kana_in_hangul(family), in_hangul, Habit.SOUND)


def _kana_reading(
    pieces: Sequence[str], name: Name, lexicon: Lexicon, territory: str
) -> Iterator[Spelling]:
    yield Spelling("".join(pieces), Part.WHOLE, habit=Habit.NATIVE)
    if len(pieces) < 2:
        return
    japanese = territory == "JP" or spell.is_han_name(name.native)
    given_first = name.order is NameOrder.GIVEN_FIRST and not japanese
    yield from _kana_pieces(pieces, lexicon, given_first=given_first)
    if japanese:
        for part, kana in zip(_PARTS, (pieces[0], "".join(pieces[1:])), strict=True):
            yield from _kana_part(kana, part, lexicon)
        yield from _short_in_hangul((pieces[0],), ("".join(pieces[1:]),))


def _kana_part(kana: str, part: Part, lexicon: Lexicon) -> Iterator[Spelling]:
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


def _korean_by_spelling(name: Name, lexicon: Lexicon) -> Iterator[Spelling]:
    """Yield other spellings of a Korean name of which only Latin letters are known."""
    table = lexicon.readings
    families = table.hangul_by_spelling.get(lexicon.fold.plain(name.family), ())
    for hangul in families:
        for s in table.hangul_surname[hangul]:
            yield Spelling(s, Part.FAMILY, alone(s, lexicon), habit=Habit.ROMANISED)
        for han in table.hangul_hanja.get(hangul, ()):
            yield Spelling(han, Part.FAMILY, False, False, Habit.READ)
    typed = [p for p in re.split(r"[- ]", lexicon.fold.plain(name.given)) if p]
    if not 1 < len(typed) < 4:
        return
    for s in spell.separated([_alike(p, table.hangul_syllable.values()) for p in typed]):
        yield Spelling(s, Part.GIVEN, alone(s, lexicon), habit=Habit.ROMANISED)
    read = [table.hangul_by_sound.get(p, ())[:2] for p in typed]
    givens = tuple("".join(p) for p in itertools.product(*read))
    yield from _hangul_parts(families[:2], givens[:4], lexicon)


def _alike(syllable: str, groups: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    """Return the spellings that share a Korean syllable with this one."""
    alike = (s for group in groups if syllable in group[:3] for s in group)
    return tuple(dict.fromkeys((syllable, *alike)))
