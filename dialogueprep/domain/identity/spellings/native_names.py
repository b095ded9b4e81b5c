"""The spellings of a name that is known in its own script, in Latin letters and its neighbours'."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from dialogueprep.domain.identity.lexicon import Lexicon
from dialogueprep.domain.identity.reading.fold import (
    is_east_asian,
    is_kana,
    letters_apart,
    unvaried,
)
from dialogueprep.domain.identity.spellings import neighbours
from dialogueprep.domain.identity.spellings import readings as spell
from dialogueprep.domain.identity.spellings.character_names import PARTS, own_parts, pinyin_abroad
from dialogueprep.domain.identity.spellings.chinese_names import chinese_name
from dialogueprep.domain.identity.spellings.customs import alike
from dialogueprep.domain.identity.spellings.cyrillic import is_cyrillic, latin_of, stems
from dialogueprep.domain.identity.spellings.japanese_names import (
    japanese_characters,
    kana_part,
    short_in_hangul,
)
from dialogueprep.domain.identity.spellings.korean_names import (
    hangul_name,
    korean_by_spelling,
    korean_in_characters,
)
from dialogueprep.domain.identity.spellings.name_parts import (
    Habit,
    Part,
    Spelling,
    joined_forms,
    worked_out,
)
from dialogueprep.domain.identity.spellings.romaji import kana_of
from dialogueprep.domain.identity.spellings.unwritten import CHINESE, as_typed, unwritten
from dialogueprep.domain.identity.spellings.unwritten_japanese import (
    families_read,
    length_as_read,
    parted_reading,
    unwritten_japanese,
)
from dialogueprep.domain.people import Name, NameOrder

_MIXED = re.compile(
    "([\u4e00-\u9fff々]{1,4})( ?)([\u3041-\u3096ー][\u3041-\u3096\u4e00-\u9fffー々]*)$"
)
_WITH_ANOTHER = re.compile(  # 차무건(車武健), 車武健 / 차무건
    "([^()（）/／]*[가-힣\u4e00-\u9fff])(?: ?[(（] ?| ?[/／] ?)"
    "([가-힣\u4e00-\u9fff][^()（）/／]*?)[)）]?"
)
_PATRONYMIC = re.compile("[а-я](?:вич|ьич|мич|кич|вна|чна|шна)$")
_KOREAN = frozenset({"KR", "KP"})


def native_spellings(name: Name, lexicon: Lexicon, territory: str) -> Iterator[Spelling]:
    """Yield every spelling that follows from a name in its own script and its reading.

    A Japanese or Korean name of which only Latin letters are known is read back from them.
    """
    native = _set_close(name.native)
    if both := _WITH_ANOTHER.fullmatch(native):
        one, other = (replace(name, native=written) for written in both.groups())
        yield from native_spellings(one, lexicon, territory)
        yield from native_spellings(other, lexicon, territory)
    else:
        yield from _in_one_script(native, name, lexicon, territory)
        yield from _reading(name, lexicon, territory)


def _in_one_script(native: str, name: Name, lexicon: Lexicon, territory: str) -> Iterator[Spelling]:
    if spell.is_hangul_name(native):
        two = lexicon.readings.hangul_surname.get(native[:2], ())
        if lexicon.fold.plain(name.family) in two and " " not in native:
            native = f"{native[:2]} {native[2:]}"
        yield from hangul_name(native, lexicon)
        if spell.is_han_name(name.reading):
            yield from korean_in_characters(name.reading.strip(), lexicon)
    elif spell.is_han_name(native):
        yield from _han(native, name, lexicon, territory)
    elif native:
        yield from _other(native, name, lexicon)
    elif territory in _KOREAN:
        yield from korean_by_spelling(name, lexicon)
    elif territory == "JP":
        yield from unwritten_japanese(name, lexicon)
    else:
        yield from unwritten(name, lexicon, territory)


def _set_close(native: str) -> str:
    """Return a name with one space for each gap, and without any if its letters stand apart."""
    plain = " ".join(unvaried(native).split())
    east = letters_apart(plain) and is_east_asian(plain[0])
    return plain.replace(" ", "") if east else plain


def _han(native: str, name: Name, lexicon: Lexicon, territory: str) -> Iterator[Spelling]:
    whole = lexicon.fold.plain(native).replace(" ", "")
    yield Spelling(whole, Part.WHOLE, habit=Habit.NATIVE)
    reading = name.reading.strip()
    if territory == "JP" or (reading and is_kana(reading[0])):
        native = _parted_as_read(native, whole, name, lexicon)
        yield from japanese_characters(native, whole, lexicon)
        if len(whole) == 4 and " " not in native and _of_one_character(whole, reading, lexicon):
            yield from own_parts(whole[:1], whole[1:])  # 谷英二郎, read たに えいじろう
    elif territory in _KOREAN or spell.is_hangul_name(reading):
        yield from korean_in_characters(native, lexicon)
    else:
        yield from chinese_name(_parted_as_spelt(native, whole, name, lexicon), lexicon, territory)
        if territory in CHINESE:
            yield from as_typed(name, lexicon)


_LONGER = 3  # characters of a name of which two are the family's
# Family names of one character, and what those of two have behind: 泉玲於奈, but 林田一郎.
_ALONE = (
    "泉林森原関谷堤岸榊辻星菅東南西北金柴桂梶楠桜滝城旭島境堺岡沖奥角神浜畑畠峰湊港宮椿梅橘伴"
    "司乾巽牧堀轟塙渚巴蔵源平萩向"
)
_SECOND = (
    "田村山川野本井口島木原沢崎橋谷下上中内尾岡林森津塚部浦坂西東北南石池松岸瀬戸藤根倉永水地場嶋"
    "合保宮城家屋賀辺馬越元江代子名竹垣平丸淵脇間路目方神見里澤"
)


def _parted_as_read(native: str, whole: str, name: Name, lexicon: Lexicon) -> str:
    """Return a Japanese name with a space behind its family name, where the reading tells it.

    南京子, read みなみ きょうこ, is no 南京.
    """
    if len(native.split()) > 1:
        return native
    known = (f for f in families_read(name, lexicon) if whole.startswith(f) and f != whole)
    length = len(max(known, key=len, default="")) or length_as_read(whole, name, lexicon)
    return f"{whole[:length]} {whole[length:]}" if length else native


def _parted_as_spelt(native: str, whole: str, name: Name, lexicon: Lexicon) -> str:
    """Return a Chinese name with a space behind a family name of two characters, where its

    letters tell it: 鲜于澈 is spelt Xianyu Che.
    """
    family = lexicon.fold.plain(name.family)
    if len(whole) < _LONGER or " " in native or family not in spell.han_spellings(whole[:2]):
        return native
    return f"{whole[:2]} {whole[2:]}"


def _of_one_character(whole: str, reading: str, lexicon: Lexicon) -> bool:
    """Return whether a Japanese name of four characters has a family name of one."""
    family, space, _ = reading.replace("\u3000", " ").partition(" ")
    if space and len(family) <= 2:
        return True
    fold = lexicon.fold.plain
    return whole[0] in fold(_ALONE) and whole[1] not in fold(_SECOND)


def _other(native: str, name: Name, lexicon: Lexicon) -> Iterator[Spelling]:
    """Yield a name in another script: kana, Cyrillic, Thai, Greek or Latin with diacritics."""
    folded = lexicon.fold.plain(native)
    yield from (Spelling(f, Part.WHOLE, habit=Habit.NATIVE) for f in joined_forms(folded))
    if mixed := _MIXED.match(folded):
        yield from _family_before_kana(mixed, lexicon)
    pieces = [lexicon.fold.plain(p) for p in re.split(r"[ 　・=＝]+", native) if p]
    if len(pieces) > 2:
        pieces = [p for p in pieces if not _PATRONYMIC.search(p)]  # Алексей Петрович Захарчук
    if len(pieces) < 2 or folded.isascii():
        return
    given_first = name.order is NameOrder.GIVEN_FIRST
    if any(is_kana(c) for c in folded):
        yield from _kana_pieces(pieces, lexicon, given_first=given_first)
    elif len(pieces) == 2:
        yield from _two_pieces(pieces, name, lexicon)


def _two_pieces(pieces: Sequence[str], name: Name, lexicon: Lexicon) -> Iterator[Spelling]:
    """Yield the parts of a name that is written in two words, and a Cyrillic one's spellings."""
    native = name.native.strip()
    given_first = name.order is NameOrder.GIVEN_FIRST
    parts = (Part.GIVEN, Part.FAMILY) if given_first else PARTS
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


def _family_before_kana(mixed: re.Match[str], lexicon: Lexicon) -> Iterator[Spelling]:
    """Yield the parts of a Japanese name whose given name has kana: 和気みさと, 林 まり子."""
    characters, space, rest = mixed.groups()
    length = len(characters) if space or len(characters) < 3 else 2
    family = characters[:length]
    yield from own_parts(family, characters[length:] + rest)
    yield from pinyin_abroad(family, Part.FAMILY, lexicon)
    for read in neighbours.han_in_hangul(family, lexicon.readings):
        yield Spelling(read, Part.FAMILY, len(read) > 1, sure=False, habit=Habit.READ)


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
    for part, kana in zip(PARTS, (family, given), strict=True):
        if len(kana) > 1:
            yield Spelling(kana, part, habit=Habit.NATIVE)


def _reading(name: Name, lexicon: Lexicon, territory: str) -> Iterator[Spelling]:
    reading = name.reading.strip().replace("\u3000", " ")
    if spell.is_hangul_name(reading):
        yield from hangul_name(reading, lexicon)
    elif any(is_kana(c) for c in reading):
        pieces = [lexicon.fold.plain(p) for p in re.split(r"[ ・=＝]+", reading) if p]
        yield from _kana_reading(parted_reading(pieces, name, lexicon), name, lexicon, territory)
    elif territory == "JP":
        for part, typed in zip(PARTS, (name.family, name.given), strict=True):
            for kana in kana_of(typed, lexicon.readings):
                yield from kana_part(kana, part, lexicon)
        yield from short_in_hangul(
            kana_of(name.family, lexicon.readings), kana_of(name.given, lexicon.readings)
        )


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
        for part, kana in zip(PARTS, (pieces[0], "".join(pieces[1:])), strict=True):
            yield from kana_part(kana, part, lexicon)
        yield from short_in_hangul((pieces[0],), ("".join(pieces[1:]),))
