"""Institutions within a name of several: an office and the body that it belongs to, both known.

Centre for Island Studies, Donghu University; 해사부 어업대화팀; Beijing Office of the Kita Union;
Consulate of Mongolia in Busan, which is the Mongolian consulate too; Nordkap & Co, Nordkap.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import product
from typing import NamedTuple

from dialogueprep.domain.identity.institutions.units import whole_and_unit
from dialogueprep.domain.identity.lexicon import Lexicon, Territory
from dialogueprep.domain.identity.reading.fold import is_han, is_hangul
from dialogueprep.domain.identity.reading.word_lists import word_lists

_LISTS = word_lists("institutions", "compound")

_BODY = rf"[a-z'-]+(?: (?:& )?[a-z'-]+)* (?:{_LISTS['bodies']})"
_LED_BODY = rf"(?:{_LISTS['bodies']}) (?:of|for) [a-z' -]+"
_BEHIND_COMMA = re.compile(rf"(.+?), ?((?:{_BODY}|(?:the )?{_LED_BODY}))$")
_BEFORE_COMMA = re.compile(r"(.+?), ?(.+)$")
_WITHIN = re.compile(rf"(.+?) (?:of|at|in|to|within|under) (?:the )?({_BODY})$")
_OF_A_LAND = re.compile(
    rf"(?:the )?({_LISTS['missions']}) (?:of|for) (?:the )?([a-z ]+?)(?: (?:in|to|at) .+)?$"
)
_LAND_FIRST = re.compile(rf"([a-z ]+?) ({_LISTS['missions']})(?: (?:in|to|at) .+)$")
_FIRM = re.compile(rf"([^,]{{3,}}?),?(?: (?:{_LISTS['firms']})\.?)+$")
_KOREAN = re.compile(f".+(?:{_LISTS['bodies_ko']})$")
_KIND_KO = re.compile(f"(?:{_LISTS['bodies_ko']}|{_LISTS['units_ko']})$")
_MATTER = 2  # letters of what a body deals in at least
_SCHOOL = re.compile(f"(.{{2,}}?大学(?!院))({_LISTS['within_school_han']}.*|.{{4,}})$")
_MISSIONS_EAST = {
    "embassy": (("大使馆",), ("대사관",)),
    "consulate": (("领事馆", "总领事馆"), ("영사관", "총영사관")),
    "consulate general": (("总领事馆", "领事馆"), ("총영사관", "영사관")),
}


class Within(NamedTuple):
    """A name within a longer one, folded; one that is ``short`` counts as a source alone."""

    name: str
    short: bool = False


def bodies_within(folded: str, lexicon: Lexicon) -> Iterator[Within]:
    """Yield the bodies that a folded name is made of, and what those of a land are called."""
    if folded.isascii():
        yield from _in_english(folded, lexicon)
    elif is_hangul(folded[0]):
        yield from _in_korean(folded, lexicon.institutions.neighbours.ordinary)
    elif parted := whole_and_unit(folded):
        yield Within(parted[0])
    elif all(map(is_han, folded)) and (school := _SCHOOL.match(folded)):
        yield Within(school[1])


def _in_english(folded: str, lexicon: Lexicon) -> Iterator[Within]:
    if firm := _FIRM.match(folded):
        yield Within(firm[1], short=" " not in firm[1])
        return
    if land := _OF_A_LAND.match(folded):
        yield from _of_a_land(land[1], land[2], lexicon)
    elif land := _LAND_FIRST.match(folded):
        yield from _of_a_land(land[2], land[1], lexicon)
    elif parted := _BEHIND_COMMA.match(folded) or _WITHIN.match(folded):
        yield from _part_and_whole(parted[1], parted[2].removeprefix("the "))
    elif parted := _BEFORE_COMMA.match(folded):
        yield from _part_and_whole(parted[1], parted[2])


def _part_and_whole(part: str, whole: str) -> Iterator[Within]:
    yield Within(whole)
    if firm := _FIRM.match(whole):
        yield Within(firm[1], short=" " not in firm[1])
    if " " in part:
        yield Within(part)
        yield from (Within(f"{whole}{of} {part}") for of in ("", "'s"))


def _of_a_land(mission: str, land: str, lexicon: Lexicon) -> Iterator[Within]:
    """Yield the Mongolian consulate, Mongolia's, 蒙古领事馆 and 몽골 영사관."""
    for place in lexicon.territories.values():
        english = [lexicon.fold.plain(word) for word in place.words["en"]]
        if land in english:
            yield from (Within(it) for it in _called(mission, english, place))


def _called(mission: str, english: list[str], place: Territory) -> Iterator[str]:
    missions = (mission, "consulate") if mission.startswith("consulate") else (mission,)
    for office, word in product(missions, english):
        yield from (f"{word} {office}", f"{word}'s {office}")
        yield from (f"{office} of {word}", f"{office} of the {word}")
    han, hangul = _MISSIONS_EAST.get(mission, ((), ()))
    yield from (f"{word}{it}" for word in place.words["zh"] for it in han)
    yield from (
        f"{word}{gap}{it}" for word in place.words["ko"] for it in hangul for gap in ("", " ")
    )


def _in_korean(folded: str, ordinary: frozenset[str]) -> Iterator[Within]:
    """Yield 해사부 and 어업대화팀 of 해사부 어업대화팀; 평화연구소 may be any."""
    words = folded.split()
    for at in range(1, len(words)):
        whole = "".join(words[:at])
        if len(whole) > 2 and _KOREAN.match(words[at - 1]):
            yield Within(" ".join(words[:at]))
            part = " ".join(words[at:])
            matter = _KIND_KO.sub("", part)
            yield Within(part, short=len(matter) < _MATTER or matter in ordinary)
            return
