"""Hangul whose letters stand one by one (ㅌㅏㄱ), put together into syllables."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

_LEADS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"
_VOWELS = "ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ"
_TAILS = "ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ"
_FIRST, _LAST = 0xAC00, 0xD7A3
_WORD = re.compile("[\u3131-\u318e\uac00-\ud7a3\uffa1-\uffdc]+")
_LOOSE = re.compile("[\u3131-\u318e\uffa1-\uffdc]")
_SYLLABLE = re.compile(f"([{_LEADS}])([{_VOWELS}])(?:([{_TAILS}])(?![{_VOWELS}]))?")


def in_syllables(text: str) -> Iterator[str]:
    """Yield the lines that hold letters of Hangul standing alone, with those put together as the
    Unicode standard does it (3.12); narrow letters too."""
    if not text.isascii() and _LOOSE.search(text):
        lines = ((line, _WORD.sub(_together, line)) for line in text.splitlines())
        yield from (whole for line, whole in lines if whole != line)


def _together(word: re.Match[str]) -> str:
    if not _LOOSE.search(word[0]):
        return word[0]
    return _SYLLABLE.sub(_syllable, "".join(map(_letters, word[0])))


def _letters(sign: str) -> str:
    """Return a syllable, or a narrow letter, as letters of usual width."""
    if _FIRST <= ord(sign) <= _LAST:
        lead, rest = divmod(ord(sign) - _FIRST, len(_VOWELS) * (len(_TAILS) + 1))
        vowel, tail = divmod(rest, len(_TAILS) + 1)
        return _LEADS[lead] + _VOWELS[vowel] + (_TAILS[tail - 1] if tail else "")
    kind, _, code = unicodedata.decomposition(sign).partition(" ")
    return chr(int(code, 16)) if kind == "<narrow>" else sign


def _syllable(found: re.Match[str]) -> str:
    tail = _TAILS.index(found[3]) + 1 if found[3] else 0
    vowels = _LEADS.index(found[1]) * len(_VOWELS) + _VOWELS.index(found[2])
    return chr(_FIRST + vowels * (len(_TAILS) + 1) + tail)
