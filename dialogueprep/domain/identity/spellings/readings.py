"""Spellings in Latin letters of names written in Hangul, kana and Chinese characters."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Sequence

from dialogueprep.domain import pinyin
from dialogueprep.domain.identity.lexicon import Readings
from dialogueprep.domain.identity.reading.fold import is_han, is_hangul
from dialogueprep.domain.identity.spellings.wade_giles import wade_giles

MOST = 96  # spellings of one name part; beyond that they are not in use
_INITIALS = (
    ("g", "k"), ("kk",), ("n",), ("d", "t"), ("tt",), ("r", "l"), ("m",), ("b", "p"), ("pp",),
    ("s",), ("ss",), ("",), ("j", "ch"), ("jj",), ("ch", "ch'"),
    ("k", "k'"), ("t", "t'"), ("p", "p'"), ("h",),
)  # fmt: skip
_VOWELS = (
    ("a",), ("ae",), ("ya",), ("yae",), ("eo", "u", "o"), ("e",), ("yeo", "you", "yu", "yo"),
    ("ye",),
    ("o",), ("wa",), ("wae",), ("oe", "oi"), ("yo",), ("u", "oo"), ("wo", "weo"), ("we",),
    ("wi",), ("yu", "yoo"), ("eu", "u"), ("ui", "ee"), ("i", "ee"),
)  # fmt: skip
_FINALS = (
    ("",), ("k", "g"), ("k",), ("k",), ("n",), ("n",), ("n",), ("t",), ("l", "r"), ("l",), ("m",),
    ("l",), ("l",), ("l",), ("p",), ("l",), ("m",), ("p", "b"), ("p",), ("t", "s"), ("t",),
    ("ng",), ("t",), ("t",), ("k",), ("t",), ("p",), ("t",),
)  # fmt: skip
_SMALL = "ゃゅょぁぃぅぇぉ"
_SURE_OF_TWO = frozenset({"남궁", "황보", "제갈", "독고", "사공"})
_NAMED = "아악안알암압앙"  # the finals that names have


def hangul_syllable(syllable: str, readings: Readings) -> tuple[str, ...]:
    """Return the spellings of one Korean syllable in a given name, customary ones first."""
    code = ord(syllable) - 0xAC00
    if not 0 <= code < 11172:
        return ()
    initial, vowel, final = code // 588, code // 28 % 21, code % 28
    regular = itertools.product(_INITIALS[initial], _VOWELS[vowel], _FINALS[final])
    customary = readings.hangul_syllable.get(syllable, ())
    return tuple(dict.fromkeys((*customary, *("".join(sound) for sound in regular))))


def hangul_by_sound(readings: Readings) -> dict[str, tuple[str, ...]]:
    """Return Korean syllables of names by each spelling; those with customary spellings first."""
    found: dict[str, list[tuple[int, str]]] = {}
    finals = [(ord(c) - 0xAC00) % 28 for c in _NAMED]
    regular = (
        chr(0xAC00 + (initial * 21 + vowel) * 28 + final)
        for initial in range(len(_INITIALS))
        if len(_INITIALS[initial][0]) < 2 or _INITIALS[initial][0] == "ch"
        for vowel in range(21)
        for final in finals
    )
    for syllable in dict.fromkeys((*readings.hangul_syllable, *regular)):
        for place, spelling in enumerate(hangul_syllable(syllable, readings)[:4]):
            found.setdefault(spelling, []).append((place, syllable))
    return {
        spelling: tuple(s for _, s in sorted(known, key=lambda k: k[0]))
        for spelling, known in found.items()
    }


def hangul_surname(surname: str, readings: Readings) -> tuple[str, ...]:
    """Return the spellings of a Korean surname."""
    known = readings.hangul_surname.get(surname)
    return known or joined([hangul_syllable(s, readings) for s in surname])


def split_hangul(name: str, readings: Readings) -> tuple[str, str]:
    """Return family and given name of a Korean name, with or without a space."""
    family, space, given = name.strip().partition(" ")
    if space:
        return family, given.replace(" ", "")
    known = name[:2] in readings.hangul_surname
    length = 2 if known and (len(name) > 3 or name[:2] in _SURE_OF_TWO) else 1
    return name[:length], name[length:]


def split_han(name: str, readings: Readings) -> tuple[str, str]:
    """Return family and given name of a Chinese name, in simplified characters or with a space.

    A surname of two characters is known from the table.
    """
    first, space, given = name.strip().partition(" ")
    if space:
        return first, given.replace(" ", "")
    length = 2 if len(name) > 2 and name[:2] in readings.han_surname else 1
    return name[:length], name[length:]


def han_surname(surname: str, readings: Readings) -> tuple[str, ...]:
    """Return the spellings of a Chinese surname: pinyin, Wade-Giles and customary ones."""
    known = readings.han_surname.get(surname, ())
    spelled = (*han_spellings(surname, first=known), *wade_giles_spellings(surname, readings))
    return tuple(dict.fromkeys((*known, *spelled)))


def han_spellings(name: str, first: tuple[str, ...] = ()) -> tuple[str, ...]:
    """Return the pinyin of a name, joined, hyphenated and spaced."""
    if not name or not all(is_han(c) for c in name):
        return ()
    several = len(name) <= 3 and not first
    sounds = pinyin.without_tones(name)
    spelled = [_with_umlaut(each[: 3 if several else 1]) for each in sounds]
    found = ["".join(s[0] for s in spelled), *separated(spelled)]
    if len(name) > 1:
        found.append("'".join(s[0] for s in spelled))
    return tuple(dict.fromkeys(found))


def wade_giles_spellings(name: str, readings: Readings) -> tuple[str, ...]:
    """Return Wade-Giles spellings of a name, hyphenated, joined and spaced."""
    sounds = pinyin_syllables(name, readings) if name else []
    return separated([wade_giles(s) for s in sounds])


def pinyin_syllables(name: str, readings: Readings) -> list[str]:
    """Return the pinyin of each character without tones, ü as v; a surname as it is read."""
    known = readings.han_surname.get(name, ())
    if known and len(name) == 1:
        return [known[0].replace("ü", "v")]
    return pinyin.usual(name)


def _with_umlaut(sounds: Sequence[str]) -> tuple[str, ...]:
    """Return sounds with the ways to write ü, which after y is always u."""
    written = (
        s.replace("v", u) for s in sounds for u in (("v", "u", "yu", "ue") if "v" in s else ("",))
    )
    return tuple(dict.fromkeys(written))


def kana_spellings(kana: str, readings: Readings) -> tuple[str, ...]:
    """Return the spellings of a hiragana name, with the ways to write a long vowel."""
    morae: list[tuple[str, ...]] = []
    position = 0
    while position < len(kana):
        length = 2 if kana[position + 1 : position + 2] in tuple(_SMALL) else 1
        mora = kana[position : position + length]
        if mora not in readings.kana:
            mora = mora[:1]
        morae.append(_mora(mora, kana[position + len(mora) :], morae, readings))
        position += len(mora)
    return tuple(
        dict.fromkeys("".join(m) for m in itertools.islice(itertools.product(*morae), MOST))
    )


def _mora(
    mora: str, rest: str, before: Sequence[tuple[str, ...]], readings: Readings
) -> tuple[str, ...]:
    last = before[-1][0][-1:] if before and before[-1][0] else ""
    if mora == "っ":
        following = readings.kana.get(rest[:2]) or readings.kana.get(rest[:1]) or ("",)
        return ("t", "c") if following[0].startswith("ch") else (following[0][:1],)
    if mora == "ん":
        return _nasal(rest[:1])
    if mora == "う" and last == "o":
        return ("", "u", "h", "o")
    if (mora == "お" and last == "o") or (mora == "う" and last == "u"):
        return ("", (mora == "お" and "o") or "u", "h")
    if mora == "ー":
        return ("", last, "h")
    return readings.kana.get(mora, ("",))


def _nasal(following: str) -> tuple[str, ...]:
    if following in tuple("ばびぶべぼぱぴぷぺぽまみむめも"):
        return ("n", "m")
    return ("n", "n'") if following in tuple("あいうえおやゆよ") else ("n",)


def separated(syllables: Sequence[Sequence[str]]) -> tuple[str, ...]:
    """Return all spellings of syllables: with hyphens, joined, and with spaces."""
    if not syllables or not all(syllables):
        return ()
    found: list[str] = []
    for sounds in itertools.islice(itertools.product(*syllables), MOST * 3):
        if len(sounds) > 1:
            found.append("-".join(sounds))
        found.append("".join(sounds))
        if len(sounds) > 1:
            found.append(" ".join(sounds))
    return tuple(dict.fromkeys(found))


def joined(syllables: Iterable[Sequence[str]]) -> tuple[str, ...]:
    """Return all spellings of syllables without anything between them."""
    return tuple("".join(s) for s in itertools.islice(itertools.product(*syllables), MOST))


def is_hangul_name(name: str) -> bool:
    """Return whether a name is written in Korean letters."""
    return bool(name.strip()) and all(is_hangul(c) or c.isspace() for c in name)


def is_han_name(name: str) -> bool:
    """Return whether a name is written in Chinese characters only."""
    return bool(name.strip()) and all(is_han(c) or c.isspace() for c in name)
