"""Japanese names typed in Latin letters only, read back into kana."""

from __future__ import annotations

import itertools
import re
from collections.abc import Mapping

from dialogueprep.domain.identity.lexicon import Readings

_LONG = {"ā": "aa", "ī": "ii", "ū": "uu", "ē": "ee", "ō": "ou",
    "â": "aa", "î": "ii", "û": "uu", "ê": "ee", "ô": "ou"}  # fmt: skip
_VOWELS = "aiueo"
_LONG_O = re.compile(
    "(?:こ|そ|と|の|ほ|も|よ|ろ|ご|ぞ|ど|ぼ|きょ|しょ|ちょ|ひょ|りょ|ぎょ|じょ|びょ|しゅ|ちゅ|りゅ|じゅ|きゅ|ゆ)"
)


def kana_of(typed: str, readings: Readings) -> tuple[str, ...]:
    """Return the kana that a name in Latin letters may stand for, or nothing if it is none.

    A long vowel that is marked is read as one; one that is not may be long at the end of it.
    """
    lower = typed.lower()
    marked = any(c in _LONG for c in lower)
    plain = "".join(_LONG.get(c, c) for c in lower)
    kana = _parsed(re.sub(r"[^a-z']", "", plain), _morae(readings))
    if not kana:
        return ()
    found = (kana,) if marked else (kana, *_lengthened(kana))
    opened = (f"おお{k[2:]}" for k in found if k.startswith("おう"))  # Ōtsuka, Ōno: 大
    return tuple(dict.fromkeys((*found, *opened)))


def _parsed(latin: str, morae: Mapping[str, str]) -> str:
    found: list[str] = []
    at = 0
    while at < len(latin):
        if latin[at] == "'":
            at += 1
            continue
        here = latin[at]
        following = latin[at + 1 : at + 2]
        if (
            here in "nm"
            and following not in (*_VOWELS, "y")
            and (here == "n" or following in "mbp")
        ):
            found.append("ん")
            at += 1
        elif here not in _VOWELS and (following == here or latin[at : at + 2] == "tc"):
            found.append("っ")
            at += 1
        elif here == "h" and following not in (*_VOWELS, "y"):
            found.append("う")
            at += 1
        else:
            length = next((n for n in (3, 2, 1) if latin[at : at + n] in morae), 0)
            if not length:
                return ""
            found.append(morae[latin[at : at + length]])
            at += length
    return "".join(found)


def _lengthened(kana: str) -> list[str]:
    """Return a name with each o and u sound that is often long made long, one and all."""
    places = [
        m.end()
        for m in _LONG_O.finditer(kana)
        if kana[m.end() : m.end() + 1] not in ("う", "ん", "っ", "お")
    ]
    found: list[str] = []
    for count in (1, 2):
        for chosen in itertools.combinations(places[:3], count):
            made = kana
            for place in reversed(chosen):
                made = made[:place] + "う" + made[place:]
            found.append(made)
    return found


_known: list[tuple[Readings, Mapping[str, str]]] = []


def _morae(readings: Readings) -> Mapping[str, str]:
    """Return kana by Latin spelling; made once for a table."""
    if not _known or _known[0][0] is not readings:
        made: dict[str, str] = {}
        for kana, spelled in readings.kana.items():
            for latin in spelled:
                made.setdefault(latin, kana)
        _known[:] = [(readings, made)]
    return _known[0][1]
