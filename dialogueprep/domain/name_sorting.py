"""The orders in which lists of names stand: how a name is compared in each of them.

Every order is total: names that are alike in it stand by Latin spelling, then by characters, then
by id, whatever order they came in. Who has no name in the script of an order follows the others.

- strokes: number of strokes, then their kinds as written (heng, shu, pie, dian, zhe), character by
  character, so that surnames come first and a shorter name before a longer one that goes on
  (the custom of Chinese lists, GB 13000.1 stroke order of characters);
- pinyin: letters, then tone, character by character; a spelling that the user typed wins;
- kana: the order of 五十音 without voicing marks, small kana as large ones, a long vowel as its
  vowel (JIS X 4061, without its finest steps);
- hangul: 가나다, the order of South Korean dictionaries;
- alphabet: family name, then given name; particles in small letters are passed over, as in Dutch
  and German lists: "van der Meer" under M, "Van der Meer" under V.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import product

from dialogueprep.domain import pinyin
from dialogueprep.domain.people import Name, Participation
from dialogueprep.domain.texts import Language, language_of

Part = tuple[int | str, ...]
Key = tuple[int, tuple[Part, ...]]
_SMALL = str.maketrans("ぁぃぅぇぉっゃゅょゎゕゖ", "あいうえおつやゆよわかけ")
_VOWELS = {
    vowel: row
    for vowel, row in zip(
        "あいうえお",
        (
            "あかさたなはまやらわ",
            "いきしちにひみりゐ",
            "うくすつぬふむゆる",
            "えけせてねへめれゑ",
            "おこそとのほもよろを",
        ),
        strict=True,
    )
}
_MOST_READINGS = 64


class Sorting(StrEnum):
    """An order of names."""

    ALPHABET = "alphabet"
    PINYIN = "pinyin"
    STROKES = "strokes"
    KANA = "kana"
    HANGUL = "hangul"
    INSTITUTION = "institution"


USUAL: Mapping[Language, Sorting] = {
    "en": Sorting.ALPHABET,
    "zh": Sorting.PINYIN,
    "ja": Sorting.KANA,
    "ko": Sorting.HANGUL,
}


@dataclass(frozen=True, slots=True)
class Strokes:
    """How characters are written: kinds of strokes (``"1121"``), or only how many (``"=4"``)."""

    known: Mapping[str, str] = field(default_factory=dict[str, str])

    def of(self, character: str) -> tuple[int, str] | None:
        """Return the number of strokes and their kinds (empty if not known), or None."""
        found = self.known.get(character)
        if found is None:
            return None
        return (int(found[1:]), "") if found.startswith("=") else (len(found), found)


@dataclass(frozen=True, slots=True)
class ListOrder:
    """The order of one list; ``grouped``: within delegations in their order, else all together."""

    sorting: Sorting
    grouped: bool = True


@dataclass(frozen=True, slots=True)
class Naming:
    """How the lists of one product write and order names, in each language."""

    orders: Mapping[Language, ListOrder] = field(default_factory=dict[Language, ListOrder])
    capitals: bool = True
    strokes: Strokes = Strokes()

    def order(self, language: Language) -> ListOrder:
        """Return the order chosen for a language, else the usual one."""
        return self.orders.get(language) or ListOrder(USUAL[language])


def in_order(
    people: Iterable[Participation],
    sorting: Sorting,
    language: Language,
    strokes: Strokes | None = None,
) -> list[Participation]:
    """Return people in an order of names, always in the same one, however they came."""
    return sorted(people, key=lambda p: sort_key(p, sorting, language, strokes))


def sort_key(
    who: Participation, sorting: Sorting, language: Language, strokes: Strokes | None = None
) -> tuple[Key, tuple[str, str], str, str]:
    """Return what a participation is compared by; no two people share one."""
    name = who.person.name
    if sorting is Sorting.INSTITUTION:
        key = _by_institution(who, language)
    elif sorting is Sorting.STROKES:
        key = _by_strokes(name, strokes or Strokes())
    else:
        key = _KEYS[sorting](name)
    return key, latin_key(name), name.native, who.person.id


def has_reading(who: Participation, sorting: Sorting, strokes: Strokes | None = None) -> bool:
    """Return whether a name can be compared in an order, or follows by its Latin spelling."""
    return sort_key(who, sorting, "en", strokes)[0][0] == 0


def sorting_text(latin: str) -> str:
    """Return a Latin wording without case, marks, a leading article and punctuation."""
    marks = unicodedata.normalize("NFD", latin.casefold())
    letters = "".join(c for c in marks if c.isalnum() or c.isspace())
    return letters.strip().removeprefix("the ")


def latin_key(name: Name) -> tuple[str, str]:
    """Return family and given name as the English alphabet compares them."""
    return sorting_text(without_particles(name.family)), sorting_text(name.given)


def without_particles(family: str) -> str:
    """Return a family name without leading particles in small letters: van der, de, al-."""
    words = family.split()
    while len(words) > 1 and words[0].islower() and not "".join(words[1:]).islower():
        words = words[1:]
    rest = " ".join(words)
    return re.sub(r"^(?:al|el|an|ar|as|ash|at|az|ad)-(?=[A-Z])", "", rest)


def is_han(wording: str) -> bool:
    """Return whether all letters are characters of Chinese origin."""
    letters = [c for c in wording if c.isalpha()]
    return bool(letters) and all(
        "\u3400" <= c <= "\u9fff" or c in "々〆" or ord(c) >= 0x20000 for c in letters
    )


def is_kana(wording: str) -> bool:
    """Return whether all letters are kana."""
    letters = [c for c in wording if c.isalpha()]
    return bool(letters) and all("\u3040" <= c <= "\u30ff" for c in letters)


def _missing(name: Name) -> Key:
    return 1, (latin_key(name),)


def _by_alphabet(name: Name) -> Key:
    return 0, (latin_key(name),)


def _by_institution(who: Participation, language: Language) -> Key:
    place = sorting_text(who.affiliation.name_in(language))
    return (0 if place else 1), ((place,), _KEYS[USUAL[language]](who.person.name)[1][0])


def _by_strokes(name: Name, strokes: Strokes) -> Key:
    found = [(c, strokes.of(c)) for c in _repeated(name.native) if c.isalpha()]
    if not is_han(name.native) or any(known is None for _, known in found):
        return _missing(name)
    return 0, tuple((*known, c) for c, known in found if known is not None)


def _by_pinyin(name: Name) -> Key:
    if not is_han(name.native):
        return _missing(name)
    characters = [c for c in _repeated(name.native) if c.isalpha()]
    read = zip(_pinyin("".join(characters), name), characters, strict=False)
    return 0, tuple((letters, tone, character) for (letters, tone), character in read)


def _pinyin(characters: str, name: Name) -> list[tuple[str, str]]:
    """Return letters and tone of each character: as the user spelt it, else as is usual."""
    options = pinyin.with_tones(characters)
    choices = [[(o.rstrip("12345"), o[-1]) for o in some] for some in options]
    read = [some[0] for some in choices]
    typed = sorting_text(f"{name.family}{name.given}").replace(" ", "")
    family = sorting_text(name.family)
    whole = _spelling(choices, typed)
    if whole:
        return whole
    if choices and (first := _spelling(choices[:1], family)):
        return first + read[1:]
    return read


def _spelling(choices: list[list[tuple[str, str]]], typed: str) -> list[tuple[str, str]]:
    """Return the readings that together give what was typed, or none."""
    several = 1
    for some in choices:
        several *= len(some)
    if not typed or several > _MOST_READINGS:
        return []
    for readings in product(*choices):
        written = "".join(letters for letters, _ in readings)
        if typed in {written.replace("v", u) for u in ("v", "u", "yu")}:
            return list(readings)
    return []


def _by_kana(name: Name) -> Key:
    kana = name.reading if is_kana(name.reading) else name.native
    if not is_kana(kana):
        return _missing(name)
    parts = re.split(r"[\s・=＝]+", kana.strip())
    return 0, ((*(_kana_base(p) for p in parts),), (kana,))


def _kana_base(kana: str) -> str:
    hiragana = "".join(chr(ord(c) - 0x60) if "ァ" <= c <= "ヶ" else c for c in kana)
    decomposed = unicodedata.normalize("NFD", hiragana)
    base = "".join(c for c in decomposed if c.isalpha() and c not in "\u3099\u309a")
    found = ""
    for kana_letter in base.translate(_SMALL):
        found += _vowel(found) if kana_letter == "ー" else kana_letter
    return found


def _vowel(before: str) -> str:
    return next((v for v, row in _VOWELS.items() if before and before[-1] in row), "")


def _by_hangul(name: Name) -> Key:
    written = name.native if language_of(name.native) == "ko" else name.reading
    if language_of(written) != "ko":
        return _missing(name)
    return 0, (("".join(written.split()),),)


def _repeated(native: str) -> str:
    """Return a name with each sign of repetition written out: 佐々木 as 佐佐木."""
    return re.sub(r"(\w)々", r"\1\1", native)


_KEYS: dict[Sorting, Callable[[Name], Key]] = {
    Sorting.ALPHABET: _by_alphabet,
    Sorting.PINYIN: _by_pinyin,
    Sorting.KANA: _by_kana,
    Sorting.HANGUL: _by_hangul,
}
