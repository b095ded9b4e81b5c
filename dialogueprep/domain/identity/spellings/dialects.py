"""Chinese names as they are spelled in Hong Kong, Macau, Taiwan, Singapore and Malaysia.

Cantonese is worked out from Jyutping by the habits of the Hong Kong registries; Hokkien, Teochew
and Hakka spellings come from tables.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from functools import lru_cache

from dialogueprep.domain.identity.lexicon import Readings

_MOST = 36
_SYLLABLE = re.compile(r"(gw|kw|ng|[bpmfdtnlgkhzcsjw]|)([a-z]+)")
_INITIALS = {
    "b": ("p",), "p": ("p",), "m": ("m",), "f": ("f",), "d": ("t",), "t": ("t",), "n": ("n",),
    "l": ("l",), "g": ("k",), "k": ("k",), "h": ("h",), "gw": ("kw",), "kw": ("kw",), "ng": ("ng",),
    "z": ("ch", "ts"), "c": ("ch", "ts"), "s": ("s", "sh"), "j": ("y",), "w": ("w",), "": ("",),
}  # fmt: skip
_FINALS = {
    "aa": ("a", "ah"), "aai": ("ai",), "aau": ("au",), "aam": ("am",), "aan": ("an",),
    "aang": ("ang",), "aap": ("ap",), "aat": ("at",), "aak": ("ak",), "ai": ("ai",),
    "au": ("au",), "am": ("am", "um"), "an": ("an", "un"), "ang": ("ang",), "ap": ("ap", "up"),
    "at": ("at",), "ak": ("ak",), "e": ("e", "eh"), "ei": ("ei", "i", "ee"), "eng": ("eng", "ing"),
    "ek": ("ek",), "i": ("i", "ee"), "iu": ("iu",), "im": ("im",), "in": ("in",), "ing": ("ing",),
    "ip": ("ip",), "it": ("it",), "ik": ("ik",), "o": ("o", "or"), "oi": ("oi",), "on": ("on",),
    "ong": ("ong",), "ou": ("o", "ou"), "ot": ("ot",), "ok": ("ok",), "oeng": ("eung",),
    "oek": ("euk",), "oe": ("eu",), "eoi": ("ui",), "eon": ("un", "eun"), "eot": ("ut",),
    "u": ("u", "oo"), "ui": ("ui",), "un": ("un", "oon"), "ung": ("ung",), "ut": ("ut",),
    "uk": ("uk",), "yu": ("yu", "ue"), "yun": ("uen", "un"), "yut": ("uet",), "m": ("m",),
}  # fmt: skip
_WHOLE = {
    "zi": ("chi", "tsz", "tze"), "ci": ("chi", "tsz"), "si": ("sze", "si", "see"),
    "ng": ("ng",), "m": ("ng",), "ji": ("yi", "yee"), "jyu": ("yu", "yue"), "jyun": ("yuen",),
    "jyut": ("yuet",), "zyu": ("chu",), "syu": ("shu", "sue"), "jan": ("yan",), "jin": ("yin",),
    "on": ("on",), "wu": ("wu", "woo"), "fu": ("fu", "foo"), "hei": ("hei", "hi", "hay"),
}  # fmt: skip


@lru_cache(maxsize=2000)
def cantonese(jyutping: str) -> tuple[str, ...]:
    """Return the customary spellings of a Cantonese syllable in Jyutping without its tone."""
    if jyutping in _WHOLE:
        return _WHOLE[jyutping]
    parted = _SYLLABLE.fullmatch(jyutping)
    if not parted:
        return ()
    initial, final = parted.groups()
    ends = _FINALS.get(final, ())
    return tuple(f"{i}{e}" for e in ends for i in _INITIALS[initial])


def cantonese_syllables(characters: str, readings: Readings) -> list[tuple[str, ...]]:
    """Return the Cantonese spellings of each character; empty where one is not known."""
    read = [readings.han_cantonese.get(c, ()) for c in characters]
    if not all(read):
        return []
    return [cantonese(r[0]) for r in read]


def customary_syllables(characters: str, readings: Readings) -> list[tuple[str, ...]]:
    """Return how families of other dialects spell each character of a given name.

    Where the table has nothing a character stands in Cantonese; nothing if it has none of them.
    """
    table = readings.dialect_given
    if not any(c in table for c in characters):
        return []
    cantonese_of = cantonese_syllables(characters, readings)
    found: list[tuple[str, ...]] = []
    for at, character in enumerate(characters):
        known = table.get(character) or (cantonese_of[at] if cantonese_of else ())
        if not known:
            return []
        found.append(known)
    return found


def spelled(syllables: Sequence[Sequence[str]]) -> tuple[str, ...]:
    """Return syllables with hyphens, joined and with spaces."""
    if not syllables or not all(syllables):
        return ()
    found: list[str] = []
    for sounds in itertools.islice(itertools.product(*syllables), _MOST):
        found += dict.fromkeys(("-".join(sounds), "".join(sounds), " ".join(sounds)))
    return tuple(dict.fromkeys(found))
