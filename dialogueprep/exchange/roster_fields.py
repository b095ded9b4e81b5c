"""The fields of a roster: their labels in four languages, and the words that their cells hold."""

from __future__ import annotations

import re
from enum import StrEnum
from functools import cache, lru_cache

from dialogueprep import words
from dialogueprep.domain import wording
from dialogueprep.domain.people import Capacity, Gender, NameOrder, Sector, Seniority, Standing
from dialogueprep.domain.texts import LANGUAGES
from dialogueprep.exchange.roster_columns import field_of, plain_word, word_of
from dialogueprep.words import later

LABELS: dict[str, str] = {
    "family": later("Family name"),
    "given": later("Given name"),
    "name_latin": later("Name in Latin letters"),
    "name_order": later("Order of the name"),
    "name_native": later("Name in native script"),
    "name_kana": later("Reading of the name"),
    "family_native": later("Family name in native script"),
    "given_native": later("Given name in native script"),
    "family_kana": later("Reading of the family name"),
    "given_kana": later("Reading of the given name"),
    "title": later("Title before the name"),
    "honorific": later("Form of address behind the name"),
    "address": later("Addressed as"),
    "aliases": later("Other spellings"),
    "country": later("Delegation or economy"),
    "territory": later("Economy within the delegation"),
    "region": later("Region"),
    "affiliation": later("Institution"),
    "affiliation_acronym": later("Acronym"),
    "affiliation_native": later("Institution in its own language"),
    "position": later("Position"),
    "affiliation_position": later("Institution and position in one"),
    "sector": later("Sector"),
    "seniority": later("Seniority"),
    "gender": later("Gender"),
    "languages": later("Languages"),
    "capacity": later("Capacity"),
    "standing": later("Standing of the invitation"),
    "listed_for_participants": later("Agrees to the participants’ list"),
    "listed_for_public": later("Agrees to a public list"),
    "email": later("Email"),
    "phone": later("Phone"),
    "arrives": later("Arrives"),
    "departs": later("Departs"),
    "travel": later("Travel"),
    "lodging": later("Lodging"),
    "diet": later("Diet"),
    "distinctive_facts": later("Distinctive facts"),
    "meeting_role": later("Role"),
    "sessions": later("Items attended"),
    "remarks": later("Remarks"),
    "id": later("Number in the list"),
}
"""The label of each field, in the order in which columns are offered."""
_LISTS: dict[str, type[StrEnum]] = {
    "sector": Sector,
    "seniority": Seniority,
    "gender": Gender,
    "capacity": Capacity,
    "standing": Standing,
    "name_order": NameOrder,
}
_MARKS = re.compile(r"[,，、.。/()（）]+")
YES, NO = later("yes"), later("no")


def field_by_label(word: str) -> str:
    """Return the field that a head means, by the tables or by a label of this program, or ""."""
    return _own_heads().get(plain_word(word)) or field_of(word) or ""


@lru_cache(maxsize=5_000)
def value_of(field: str, cell: str) -> str:
    """Return the value of a closed list that a cell says, or "" for one that is not known."""
    found = _own_words(field).get(plain_word(cell))
    return found or word_of(field, cell)


@lru_cache(maxsize=5_000)
def consents(cell: str) -> bool | None:
    """Return whether a cell says yes, or None where it says neither."""
    found = _consent(cell)
    if not found:  # "예, 동의합니다": yes and yes again
        several = {_consent(part) for part in _MARKS.split(cell) if part.strip()}
        found = several.pop() if len(several) == 1 else ""
    return {"yes": True, "no": False}.get(found)


def _consent(cell: str) -> str:
    return _own_words("consent").get(plain_word(cell)) or word_of("consent", cell)


@cache
def _own_heads() -> dict[str, str]:
    return {plain_word(words.of(lang)(said)): f for lang in LANGUAGES for f, said in LABELS.items()}


@cache
def _own_words(field: str) -> dict[str, str]:
    if field == "consent":
        pairs = [(YES, "yes"), (NO, "no")]
    else:
        pairs = [(wording.of(member), member.value) for member in _LISTS[field]]
    said = {plain_word(value): value for _, value in pairs}
    return said | {plain_word(words.of(lang)(w)): v for lang in LANGUAGES for w, v in pairs}
