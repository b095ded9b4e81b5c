"""Tells in running Chinese whether a word ends before a name: 支持|周教授, but 提|高教授待遇.

Characters are not parted there, so what stands before a surname may make another word, or another
person's name, of it. Words that lead to a name are kept in ``data/lexicon/led_to_names.txt``.
"""

from __future__ import annotations

from functools import cache

from dialogueprep.domain.identity.lexicon import Lexicon
from dialogueprep.domain.identity.reading.fold import is_han
from dialogueprep.domain.identity.spellings.nobodys_words import led_to_names, places

_LONGEST, _SHORTEST = 4, 2
# Surnames that are words of grammar, or parties to a matter: 此前曾教授历史, 支持方代表.
_GRAMMAR = frozenset(
    "方和应向于从经由连任为与同对将还会各每该此其更只可如若但并就后又再已即则均能终来都正时有请让给"
)


def is_led_to(text: str, start: int, word: str, lexicon: Lexicon) -> bool:
    """Return whether folded text has a Chinese word that ends where a name begins."""
    before = text[max(0, start - _LONGEST) : start]
    if len(before) < _SHORTEST or not is_han(before[-1]) or not is_han(before[-2]):
        return False
    kind = _kind(before)
    if not kind or (len(word) == 1 and word in _GRAMMAR):
        return False
    joint = before[-1] + word[0]
    if joint in places() or joint in lexicon.pieces or lexicon.is_common(joint):
        return False
    return kind == "verbs" or len(word) > 1 or not lexicon.is_common(word)


@cache
def _kind(before: str) -> str:
    """Return of which kind the word is that ends here, or ""."""
    known = led_to_names()
    ends = (before[-length:] for length in range(_SHORTEST, len(before) + 1))
    return next((known[end] for end in ends if end in known), "")
