"""The order and the form of names in lists, in each document language.

English: alphabet by family name; Chinese: pinyin; Japanese: 五十音 by reading; Korean: 가나다.
Who has no name in that script follows by the Latin spelling, and the list says so.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable

from dialogueprep.domain.briefs.blocks import Line, Named, Run, Why
from dialogueprep.domain.briefs.language_forms import bracketed
from dialogueprep.domain.briefs.pen import Pen
from dialogueprep.domain.people import Name, Participation
from dialogueprep.domain.texts import Language, language_of

Key = tuple[int, tuple[str, ...]]
_SMALL = str.maketrans("ぁぃぅぇぉっゃゅょゎ", "あいうえおつやゆよわ")
_PLAIN_ADDRESS = frozenset({"氏", "先生", "女士", "さん", "様", "씨", "님"})


def sorting_text(latin: str) -> str:
    """Return a Latin wording without case, marks, a leading article and punctuation."""
    marks = unicodedata.normalize("NFD", latin.casefold())
    letters = "".join(c for c in marks if c.isalnum() or c.isspace())
    return letters.strip().removeprefix("the ")


def ordered(people: Iterable[Participation], language: Language) -> list[Participation]:
    """Return the people in the order of names of this document language."""
    key = _KEYS[language]
    return sorted(people, key=lambda p: (key(p), _latin(p.person.name)))


def order_sentence(people: Iterable[Participation], pen: Pen) -> Line:
    """Return the sentence that says in which order the names stand, true of these people."""
    all_in_script = all(_KEYS[pen.language](p)[0] == 0 for p in people)
    if all_in_script:
        # Translators: name the order of your language: pinyin, 五十音, 가나다.
        return pen.say("Within each group, names are in English alphabetical order of family name.")
    # Translators: as above, for a list where some have no name in the script of your language.
    return pen.say(
        "Within each group, names are in English alphabetical order of family name, those without "
        "a name in this script by Latin spelling."
    )


def name_line(who: Participation, pen: Pen, why: Why) -> Line:
    """Return the name as this document writes it, without title or second script."""
    return (_named(who, why, native=_native_first(who, pen.language)),)


def full_name_line(who: Participation, pen: Pen, why: Why) -> Line:
    """Return the name with the title before or after it and with its other script beside."""
    name = who.person.name
    native = _native_first(who, pen.language)
    line: Line = (_named(who, why, native=native),)
    if native and name.honorific and name.honorific not in _PLAIN_ADDRESS:
        line = (*line, Run(f" {name.honorific}", native_language(who), composed=True))
    if not native and name.title and pen.language == "en":
        line = (Run(f"{name.title} ", "en", composed=True), *line)
    beside = (_named(who, why, native=not native),) if _has_second_script(name) else ()
    return (*line, *bracketed(beside, pen.language))


def _has_second_script(name: Name) -> bool:
    return bool(name.native and name.latin) and sorting_text(name.native) != sorting_text(
        name.latin
    )


def native_language(who: Participation) -> Language:
    """Return the language of a native name; Han alone is Japanese where the data say so."""
    name = who.person.name
    japanese = who.territory == "JP" or who.delegation == "JP" or _is_kana(name.reading)
    return language_of(name.native, "ja" if japanese else "zh")


def _named(who: Participation, why: Why, *, native: bool) -> Named:
    name = who.person.name
    if native:
        return Named(name.native, native_language(who), who.person.id, why)
    return Named(name.listed, "en", who.person.id, why)


def _native_first(who: Participation, language: Language) -> bool:
    name = who.person.name
    if not name.native or language == "en":
        return bool(name.native and not name.latin)
    han_for_han = language in ("zh", "ja") and _is_han(name.native)
    return han_for_han or native_language(who) == language


def _latin(name: Name) -> tuple[str, str]:
    return sorting_text(name.family), sorting_text(name.given)


def _by_alphabet(who: Participation) -> Key:
    return 0, _latin(who.person.name)


def _by_pinyin(who: Participation) -> Key:
    name = who.person.name
    if not _is_han(name.native):
        return 1, _latin(name)
    return 0, _pinyin(name)


def _pinyin(name: Name) -> tuple[str, ...]:
    from pypinyin import Style, pinyin

    options = pinyin(name.native, style=Style.NORMAL, heteronym=True)
    family = sorting_text(name.family)
    readings = [choices[0] for choices in options]
    if options and family in options[0]:  # the spelling that the user typed wins
        readings[0] = family
    return tuple(readings)


def _by_kana(who: Participation) -> Key:
    name = who.person.name
    kana = name.reading if _is_kana(name.reading) else name.native
    if not _is_kana(kana):
        return 1, _latin(name)
    return 0, (_kana_base(kana), kana)


def _kana_base(kana: str) -> str:
    hiragana = "".join(chr(ord(c) - 0x60) if "ァ" <= c <= "ヶ" else c for c in kana)
    decomposed = unicodedata.normalize("NFD", hiragana)
    base = "".join(c for c in decomposed if c.isalpha() and c not in "\u3099\u309a")
    return base.translate(_SMALL)


def _by_hangul(who: Participation) -> Key:
    name = who.person.name
    if language_of(name.native, "en") != "ko":
        return 1, _latin(name)
    return 0, (name.native,)


_KEYS: dict[Language, Callable[[Participation], Key]] = {
    "en": _by_alphabet,
    "zh": _by_pinyin,
    "ja": _by_kana,
    "ko": _by_hangul,
}


def _is_han(wording: str) -> bool:
    letters = [c for c in wording if c.isalpha()]
    return bool(letters) and all(
        "\u3400" <= c <= "\u9fff" or c in "々〆" or ord(c) >= 0x20000 for c in letters
    )


def _is_kana(wording: str) -> bool:
    letters = [c for c in wording if c.isalpha()]
    return bool(letters) and all("\u3040" <= c <= "\u30ff" for c in letters)
