"""Names of institutions whose proper name goes before, as their neighbours translate the rest.

The Asanagi Foundation for Peace is 朝凪和平基金会 and 아사나기평화재단, the Dodam Institute
トダム研究所: the proper name in its characters or as it sounds, and what its English name says.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from dialogueprep.domain.identity.institutions.translated import (
    KINDS,
    MATTER,
    in_language,
    told_by_words,
)
from dialogueprep.domain.identity.lexicon import Lexicon
from dialogueprep.domain.identity.reading.fold import is_han, is_hangul
from dialogueprep.domain.identity.spellings.neighbours import (
    han_in_hangul,
    hangul_in_kana,
    kana_in_hangul,
    pinyin_in_hangul,
    pinyin_in_kana,
)
from dialogueprep.domain.identity.spellings.readings import pinyin_syllables
from dialogueprep.domain.identity.spellings.romaji import kana_of

_CHINESE, _JAPANESE, _KOREAN = range(3)
_LENGTHS = (2, 3, 1, 4)  # characters of a Japanese proper name, the usual first
_OF_HAN = 2  # characters of a Chinese one
_SPELLINGS = 4  # of one proper name in one language
_LED = 2  # words of a proper name in Latin letters at most
_HAN_AT_HOME = frozenset({"CN", "TW", "HK", "MO"})
_SCHOOLS = (
    ("의료대학", "의대"), ("의과대학", "의대"), ("여자대학", "여대"), ("공업대학", "공대"),
    ("과학기술대학", "과기대"), ("약학대학", "약대"), ("약과대학", "약대"), ("사범대학", "사대"),
    ("농업대학", "농대"), ("해사대학", "해사대"), ("해양대학", "해양대"), ("간호대학", "간호대"),
    ("대학교", "대"), ("어업협동조합", "어협"), ("위원회", "위"),
)  # fmt: skip
_TIED = re.compile("[ゖけの](?=[\u4e00-\u9fff])")  # 霧ヶ嶺


def translated_behind(
    names: tuple[str, ...], territory: str, lexicon: Lexicon
) -> Iterator[tuple[str, bool]]:
    """Yield the names of an institution as neighbours have them, folded, and whether in part.

    ``names`` are its folded spellings. A name in part is its proper name with what it is.
    """
    english = next((name for name in names if name.isascii()), "")
    native = next((name for name in names if not name.isascii()), "").replace(" ", "")
    led = _parted(english)
    if not led or not native:
        return
    latin, matter, kind = led
    plain = lexicon.fold.plain
    for language in (_CHINESE, _JAPANESE, _KOREAN):
        proper = tuple(_proper(native, latin, (matter, kind), territory, language, lexicon))
        for one in dict.fromkeys(proper):
            for rest in in_language(matter, kind, language):
                yield plain(one + rest), False
                if language == _KOREAN:
                    yield plain(f"{one} {rest}"), False
                    yield from ((plain(one + it), False) for it in _schools_in_short(rest))
            for rest in KINDS[kind][language] if matter else ():
                yield plain(one + rest), True


def _schools_in_short(rest: str) -> Iterator[str]:
    """Yield what a school in hangul is in short: 의대 of 의과대학."""
    for whole, short in _SCHOOLS:
        if rest.endswith(whole):
            yield rest.removesuffix(whole) + short


def _parted(english: str) -> tuple[str, tuple[str, ...], str] | None:
    """Return the proper name of an English name, what it is about and what it is."""
    words = english.split()
    for length in range(1, min(_LED, len(words) - 1) + 1):
        if words[length - 1] in KINDS or words[length - 1] in MATTER:
            return None
        if told := told_by_words(" ".join(words[length:])):
            return "".join(words[:length]), *told
    return None


def _proper(  # what it is, whence, and in which language
    native: str,
    latin: str,
    told: tuple[tuple[str, ...], str],
    territory: str,
    language: int,
    lexicon: Lexicon,
) -> Iterator[str]:
    if is_hangul(native[0]):
        proper = _before_its_words(native, told)
        if len(proper) > 1 and language == _JAPANESE:
            known = (*hangul_in_kana(proper, given=True), *hangul_in_kana(proper))
            yield from tuple(dict.fromkeys(known))[:_SPELLINGS]
        elif len(proper) > 1 and language == _KOREAN:
            yield proper
    elif is_han(native[0]) and territory in _HAN_AT_HOME and len(native) > _OF_HAN:
        yield from _of_chinese(native[:_OF_HAN], language, lexicon)
    elif is_han(native[0]) and territory == "JP":
        yield from _of_japanese(native, latin, told, language, lexicon)


def _before_its_words(native: str, told: tuple[tuple[str, ...], str]) -> str:
    """Return what a name in hangul begins with, before words that its English name says too."""
    matter, kind = told
    ends = [word for it in (KINDS[kind], *(MATTER[m] for m in matter)) for word in it[_KOREAN]]
    proper = native
    while end := max((e for e in ends if proper.endswith(e)), key=len, default=""):
        proper = proper.removesuffix(end)
    return proper if proper != native else ""


def _of_chinese(proper: str, language: int, lexicon: Lexicon) -> Iterator[str]:
    sounds = pinyin_syllables(proper, lexicon.readings)
    if language == _KOREAN:
        yield from filter(None, (pinyin_in_hangul(sounds),))
        yield from han_in_hangul(proper, lexicon.readings)[:1]
        return
    yield proper
    if language == _JAPANESE:
        yield from pinyin_in_kana(sounds, lexicon.readings)[:_SPELLINGS]


def _of_japanese(
    native: str, latin: str, told: tuple[tuple[str, ...], str], language: int, lexicon: Lexicon
) -> Iterator[str]:
    if language == _KOREAN:
        for kana in kana_of(latin, lexicon.readings)[:1]:
            yield from kana_in_hangul(kana)[:2]
        return
    matter, kind = told
    words = [lexicon.fold.plain(w) for it in (*(MATTER[m] for m in matter), KINDS[kind])
             for w in it[_JAPANESE]]  # fmt: skip
    for written in dict.fromkeys((native, _TIED.sub("", native), _TIED.sub("之", native))):
        lengths = (n for n in _LENGTHS if written[n:].startswith(tuple(words)))
        yield from (written[:n] for n in lengths if all(map(is_han, written[:n])))
