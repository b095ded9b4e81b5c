"""Pinyin written as Wade and Giles did, which Taiwan and older books still use for names."""

from __future__ import annotations

import re

_INITIALS = {
    "b": "p", "p": "p'", "d": "t", "t": "t'", "g": "k", "k": "k'", "zh": "ch", "ch": "ch'",
    "j": "ch", "q": "ch'", "x": "hs", "z": "ts", "c": "ts'", "r": "j",
}  # fmt: skip
_WHOLE = {
    "zhi": ("chih",), "chi": ("ch'ih",), "shi": ("shih",), "ri": ("jih",), "zi": ("tzu",),
    "ci": ("tz'u",), "si": ("szu", "ssu"), "yi": ("i", "yi"), "you": ("yu",), "yan": ("yen",),
    "ye": ("yeh",), "yue": ("yueh",), "yong": ("yung",), "er": ("erh",), "e": ("o", "e"),
    "ge": ("ko",), "ke": ("k'o",), "he": ("ho",), "gui": ("kuei",), "kui": ("k'uei",),
    "yu": ("yu",), "yuan": ("yuan",), "yun": ("yun",),
}  # fmt: skip
_SYLLABLE = re.compile(r"(zh|ch|sh|[bpmfdtnlgkhjqxrzcswy]|)([a-z]+)")


def wade_giles(sound: str) -> tuple[str, ...]:
    """Return a syllable of pinyin (ü as v) in Wade-Giles, with and without its apostrophe."""
    found = _WHOLE.get(sound) or (_by_rule(sound),)
    written = [w.replace("v", "u") for w in found]
    return tuple(dict.fromkeys(f for w in written for f in (w, w.replace("'", ""))))


def _by_rule(sound: str) -> str:
    parted = _SYLLABLE.fullmatch(sound)
    if not parted:
        return sound
    initial, final = parted.groups()
    if final == "uo" and initial not in ("g", "k", "h", "sh"):
        final = "o"
    elif final == "ian":
        final = "ien"
    elif final == "ong":
        final = "ung"
    elif final == "iong":
        final = "iung"
    elif final in ("ie", "ue", "ve"):
        final += "h"
    return _INITIALS.get(initial, initial) + final
