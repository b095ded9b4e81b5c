"""The words by which names and rosters are read, put together from the tables."""

from __future__ import annotations

import tomllib
from functools import cache
from typing import Any

from dialogueprep import paths
from dialogueprep.domain.identity.lexicon import Lexicon
from dialogueprep.domain.identity.spellings.readings import kana_spellings
from dialogueprep.domain.name_affixes import Affixes, loose
from dialogueprep.domain.name_splitting import NameWords
from dialogueprep.exchange.lexicon_reader import read_lexicon


@cache
def name_words() -> NameWords:
    """Return what names are split by."""
    lexicon, table = read_lexicon(), surnames()
    korean = frozenset(s for each in lexicon.readings.hangul_surname.values() for s in each)
    chinese = frozenset(table["han"]["latin"])
    japanese = frozenset(table["japanese"]["latin"])
    vietnamese = frozenset(table["vietnamese"]["latin"])
    latin = {"CN": chinese, "JP": japanese, "KR": korean, "KP": korean, "VN": vietnamese}
    latin |= dict.fromkeys(("TW", "HK", "MO", "SG"), chinese)
    latin[""] = chinese | japanese | frozenset({"kim", "park", "lee", "choi", "jung", "yoon"})
    single = {k for k in lexicon.readings.han_surname if len(k) == 1}
    return NameWords(
        affixes=_affixes(lexicon, table),
        latin=latin,
        han=frozenset(table["han"]["one"]) | single,
        han_of_two=frozenset(table["han"]["two"]),
        hangul_of_two=frozenset(table["hangul"]["two"]),
        japanese=frozenset(table["japanese"]["han"]),
        particles=frozenset(table["particles"]["words"]),
        hangul_latin=lexicon.readings.hangul_surname,
    )


@cache
def surnames() -> dict[str, Any]:
    """Return the table of frequent family names."""
    return tomllib.loads((paths.data() / "lexicon" / "surnames.toml").read_text("utf-8"))


def _affixes(lexicon: Lexicon, table: dict[str, Any]) -> Affixes:
    speech = tomllib.loads((paths.data() / "lexicon" / "speech.toml").read_text("utf-8"))
    behind = {w for w in speech["title"]["after"] if not w.isascii()}
    behind |= set(table["honorifics"]["words"])

    def romanised(reading: str) -> frozenset[str]:
        family, space, _given = reading.replace("\u3000", " ").strip().partition(" ")
        kana = lexicon.fold.plain(family) if space else ""
        return frozenset(loose(each) for each in kana_spellings(kana, lexicon.readings) if kana)

    return Affixes(
        titles=frozenset(lexicon.speech.titles) - {"fellow"},
        degrees=frozenset(table["degrees"]["words"]),
        honorifics=tuple(sorted(behind, key=len, reverse=True)),
        romanised=romanised,
    )
