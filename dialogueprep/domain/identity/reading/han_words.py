"""Tells a name in Chinese characters from ends of words that meet: 国王明天, 防潮堤進捗率.

``data/lexicon/han_words.txt`` holds words of two characters from the dictionary of jieba
(``tests/domain/make_han_words.py`` makes it).
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from dialogueprep.domain.identity.reading.fold import KANA, is_han
from dialogueprep.domain.identity.reading.word_lists import lines_of, word_lists

_SAYING = "说问称讲"
_NEVER_WITHIN = "的是在说问也都不称讲对把被给向"  # what may follow any name
_BEHIND_A_WORD = "のはがもをにでとへや的是在和与及也都后前时,。、;:!?) "
_NUMBERS = "一二三四五六七八九十两"  # 关一|扇门
_KINDS_OF_PLACES = frozenset(word_lists("reading", "han_words").words("kinds_of_places"))
_NEAR = 40  # characters around a name that show whether the text is Japanese


def is_word(two: str) -> bool:
    """Return whether two folded characters are a word of Chinese."""
    return len(two) == 2 and two[1] in _followed().get(two[0], "")


def runs_across(text: str, start: int, end: int) -> bool:
    """Return whether a span of folded characters is the end of a word and the beginning of another.

    It is none where a word begins behind it. Japanese puts a particle on either side of a name: one
    that stands within characters there needs no word before it.
    """
    if start == 0 or end >= len(text) or not (is_han(text[start - 1]) and is_han(text[end])):
        return False
    if text[end] in _SAYING or is_word(text[end : end + 2]):
        return False
    if is_word(text[start - 1 : start + 1]) and is_word(text[end - 1 : end + 1]):
        return True
    around = text[max(0, start - _NEAR) : end + _NEAR]
    return bool(KANA.search(around)) and is_han(text[end + 1 : end + 2])


def goes_into_a_word(text: str, end: int) -> bool:
    """Return whether the last character of a name begins another word: 東海人|口の, 有馬温|泉.

    It does where no word begins behind the name, and none is told of whoever it would be.
    """
    if end >= len(text) or not is_han(text[end]) or text[end] in _NEVER_WITHIN:
        return False
    two = text[end - 1 : end + 1]
    if is_word(text[end : end + 2]) or not (is_word(two) or two in _KINDS_OF_PLACES):
        return False
    ends = end + 1 == len(text) or text[end + 1] in _BEHIND_A_WORD
    return ends or two[0] in _NUMBERS


@cache
def _followed() -> Mapping[str, str]:
    """Return by a character all that may follow it in a word."""
    found: dict[str, str] = {}
    for line in lines_of("han_words"):
        found[line[0]] = found.get(line[0], "") + line[1:]
    return found
