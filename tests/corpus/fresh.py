"""Makes fresh rosters and labelled sentences from a seed, so that no fixed people are learnt."""

from __future__ import annotations

import random
import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from tests.corpus.labels import LANGUAGES, Case, case_of
from tests.corpus.table import HERE, Table

_CULTURES = ("CN", "JP", "KR", "VN", "ID", "RU", "DE", "US")
_PER_CULTURE = 4


@cache
def _parts() -> dict[str, Any]:
    return tomllib.loads((HERE / "parts.toml").read_text("utf-8"))


def fresh_table(seed: int) -> Table:
    """Return a roster of four people from each of five delegations; k is 2 or 3."""
    chance = random.Random(f"table {seed}")
    cultures = sorted(["CN", "JP", "KR", *chance.sample(_CULTURES[3:], 2)])
    people = tuple(person for culture in cultures for person in _people(chance, culture, seed))
    return Table(f"fresh{seed}", chance.choice((2, 3)), "everybody", {"T": "Plenary"}, people)


def _people(chance: random.Random, culture: str, seed: int) -> Iterator[dict[str, Any]]:
    names, institutions = _parts()["names"][culture], _parts()["institutions"]
    pairs = zip(
        chance.sample(names["families"], _PER_CULTURE),
        chance.sample(names["given"], _PER_CULTURE),
        strict=True,
    )
    for number, (family, given) in enumerate(pairs, 1):
        first, second = chance.choice(institutions["first"]), chance.choice(institutions["second"])
        native = institutions["native_of"].get(culture)
        yield {
            "id": f"{culture.lower()}{number}",
            "name_order": names["order"],
            "family": family[0],
            "given": given[0],
            "name_native": _native(culture, family, given),
            "name_kana": f"{family[2]} {given[2]}" if culture == "JP" else "",
            "title": "",
            "honorific": "",
            "aliases": [],
            "affiliation": f"{first[0]} {second[0]}",
            "affiliation_acronym": f"{first[1]}{second[1]}",
            "affiliation_native": first[native] + second[native] if native else "",
            "country": culture,
            "region": _parts()["regions"][culture],
            "sector": chance.choice(tuple(_parts()["sectors"])),
            "gender": chance.choice("FM"),
            "meeting_role": "participant",
            "sessions": ["T"],
            "parts": (family, given),
        }


def _native(culture: str, family: list[str], given: list[str]) -> str:
    if culture in ("CN", "JP", "KR"):
        return family[1] + given[1]
    return f"{given[1]} {family[1]}" if culture == "RU" else ""


def fresh_cases(seed: int) -> tuple[Case, ...]:
    """Return labelled sentences over the fresh roster of a seed, in four languages."""
    table, chance = fresh_table(seed), random.Random(f"cases {seed}")
    marked = [
        (language, text)
        for language in LANGUAGES
        for text in (
            *_named(chance, table, language),
            *_institutions(chance, table, language),
            *_descriptors(chance, table, language),
            *_parts()["clean"][language],
        )
    ]
    return tuple(
        case_of(f"{table.name}-{n}", "fresh", table, language, "T", text, "", "")
        for n, (language, text) in enumerate(marked)
    )


def _named(chance: random.Random, table: Table, language: str) -> Iterator[str]:
    said, titled = _parts()["names_said"][language], _parts()["titled"][language]
    for person in table.people:
        for form in chance.sample(full_forms(person, language), 1):
            yield chance.choice(said).format(f"⟦{form}|name|{person['id']}⟧")
    able = [p for p in table.people if _families(p, language)]
    for person in chance.sample(able, min(6, len(able))):
        family = chance.choice(_families(person, language))
        yield chance.choice(titled).format(f"⟦{family}|name|{person['id']}⟧")


def full_forms(person: Mapping[str, Any], language: str) -> list[str]:
    """Return ways to write a person's whole name in a text of this language."""
    culture, (family, given) = person["country"], person["parts"]
    latin = [
        f"{given[0]} {family[0]}",
        f"{given[3]} {family[3]}",
        f"{given[0]} {family[0].upper()}",
    ]
    if person["name_order"] == "family-first":
        latin += [
            f"{family[0]} {given[0]}",
            f"{family[3]} {given[3]}",
            f"{family[0].upper()} {given[0]}",
        ]
    else:
        latin += [f"{family[0]}, {given[0]}"]
    native = {
        ("zh", "CN"): [family[1] + given[1], family[2] + given[2]],
        ("ja", "CN"): [family[2] + given[2]],
        ("zh", "JP"): [family[1] + given[1]],
        ("ja", "JP"): [family[1] + given[1], family[2] + given[2], f"{family[1]} {given[1]}"],
        ("ko", "KR"): [family[1] + given[1]],
    }
    cyrillic = [f"{given[1]} {family[1]}"] if culture == "RU" else []
    return native.get((language, culture), latin + (cyrillic if language == "en" else []))


def _families(person: Mapping[str, Any], language: str) -> list[str]:
    """Return the ways to write the name that goes with a title, if this language would."""
    culture, (family, given) = person["country"], person["parts"]
    if language == "en":
        return [given[0].split()[-1]] if culture == "VN" else [family[0], family[3]]
    wanted = {
        "zh": {"CN": [family[1], family[2]], "JP": [family[1]]},
        "ja": {"JP": [family[1], family[2]], "CN": [family[2]]},
        "ko": {"KR": [family[1]]},
    }
    return wanted[language].get(culture, [])


def _institutions(chance: random.Random, table: Table, language: str) -> Iterator[str]:
    native_in = {"zh": "CN", "ja": "JP", "ko": "KR"}
    able = [p for p in table.people if native_in.get(language) in (None, p["country"])]
    for person in chance.sample(able, min(4, len(able))):
        field = "affiliation_native" if language in native_in else "affiliation"
        name = person[field]
        holders = " ".join(p["id"] for p in table.people if p[field] == name)
        said = chance.choice(_parts()["institution_said"][language])
        clean = chance.choice(_parts()["institution_clean"][language])
        yield _with_particle(said, name).format(f"⟦{name}|affiliation|{holders}⟧")
        yield _with_particle(clean, name).format(name)


def _descriptors(chance: random.Random, table: Table, language: str) -> Iterator[str]:
    """Return descriptors by delegation and sector; whether they identify is counted."""
    for _ in range(14):
        country = chance.choice(sorted({p["country"] for p in table.people}))
        sector = chance.choice((*_parts()["sectors"], "", ""))
        also_country = not sector or chance.random() < 0.5
        words = [*([country] if also_country else []), *([sector] if sector else [])]
        if not (fitting := table.matching(words, "T")):
            continue
        phrase = _phrase(language, country if also_country else "", sector)
        said = chance.choice(_parts()["descriptor_said"][language])
        known = " ".join(words)
        if not said.startswith("{}"):
            phrase = phrase[0].lower() + phrase[1:] if language == "en" else phrase
        mark = f"⟦{phrase}|descriptor|{known}⟧" if len(fitting) < table.k else f"⟨{phrase}|{known}⟩"
        yield _with_particle(said, phrase).format(mark)


def _with_particle(said: str, word: str) -> str:
    """Return a sentence with the Korean particle that goes with a word's last syllable."""
    closed = (ord(word[-1]) - 0xAC00) % 28 != 0
    return said if closed else said.replace("{}은 ", "{}는 ").replace("{}이 ", "{}가 ")


def _phrase(language: str, country: str, sector: str) -> str:
    column = LANGUAGES.index(language)
    where = _parts()["countries"][country][column] if country else ""
    anybody = ("participant", "与会者", "参加者", "참가자")
    who = _parts()["sectors"][sector][column] if sector else anybody[column]
    if language == "en":
        words = f"{where} {who}".strip()
        return f"{'An' if words[0] in 'AEIOaeiou' else 'A'} {words}"
    return {"zh": "一位", "ja": "", "ko": ""}[language] + where + who
