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
_PARTICLES = (
    ("은", "는"),
    ("이 ", "가 "),
    ("을", "를"),
    ("과", "와"),
    ("으로", "로"),
    ("이다", "다"),
)


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


def fresh_cases(seed: int, half: str = "open") -> tuple[Case, ...]:
    """Return labelled sentences over the fresh roster of a seed, in four languages.

    ``half`` tells which sentences the names are put into: those that may be read while the rules
    are tuned, or the frozen ones.
    """
    table, chance, frames = fresh_table(seed), random.Random(f"cases {seed}"), _frames(half)
    marked = [
        (language, text)
        for language in LANGUAGES
        for text in (
            *_named(chance, table, language, frames),
            *_institutions(chance, table, language, frames),
            *_descriptors(chance, table, language, frames),
            *_parts()["clean"][language],
        )
    ]
    return tuple(
        case_of(f"{table.name}-{n}", half, table, language, "T", text, "", "")
        for n, (language, text) in enumerate(marked)
    )


@cache
def _frames(half: str) -> dict[str, dict[str, list[str]]]:
    return tomllib.loads((HERE / "frames" / f"{half}.toml").read_text("utf-8"))


def _named(
    chance: random.Random, table: Table, language: str, frames: dict[str, Any]
) -> Iterator[str]:
    """Yield sentences with whole names, family names with a title, and family names alone."""
    said, titled = frames["said"][language], _parts()["titled"][language]
    for person in table.people:
        form = chance.choice(full_forms(person, language))
        yield _put(chance.choice(said), form, f"⟦{form}|name|{person['id']}⟧")
    able = [p for p in table.people if _families(p, language)]
    for person in chance.sample(able, min(6, len(able))):
        family = chance.choice(_families(person, language))
        yield _put(chance.choice(titled), family, f"⟦{family}|name|{person['id']}⟧")
    for person in chance.sample(table.people, 6):
        alone = _alone(person)
        unsure = "?" if len(alone) < 5 or alone in ("Long", "Rose") else ""
        yield _put(chance.choice(said), alone, f"⟦{alone}|name{unsure}|{person['id']}⟧")


def _alone(person: Mapping[str, Any]) -> str:
    """Return the one Latin name that a person is called by."""
    family, given = person["parts"]
    return given[0].split()[-1] if person["country"] == "VN" else family[0]


def _put(frame: str, word: str, marked: str) -> str:
    """Return a frame with a marked word put in, its beginning and particle made to fit."""
    text = _with_particle(frame, word).format(marked)
    at = 1 if text[0] in "⟦⟨" else 0
    return text[:at] + text[at].upper() + text[at + 1 :]


def _with_particle(frame: str, word: str) -> str:
    """Return a frame with the Korean particle that goes with a word's last sound."""
    last = word[-1]
    hangul = "가" <= last <= "힣"
    closed = (ord(last) - 0xAC00) % 28 != 0 if hangul else last.casefold() not in "aeiouyáàảãạưôơ"
    if closed:
        return frame
    for after_consonant, after_vowel in _PARTICLES:
        frame = frame.replace("{}" + after_consonant, "{}" + after_vowel)
    return frame


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


def _institutions(
    chance: random.Random, table: Table, language: str, frames: dict[str, Any]
) -> Iterator[str]:
    """Yield sentences with an institution as the source of a view, and as something else."""
    native_in = {"zh": "CN", "ja": "JP", "ko": "KR"}
    able = [p for p in table.people if native_in.get(language) in (None, p["country"])]
    for person in chance.sample(able, min(6, len(able))):
        field = "affiliation_native" if language in native_in else "affiliation"
        name, the = person[field], "the " if language == "en" else ""
        holders = " ".join(p["id"] for p in table.people if p[field] == name)
        source = chance.choice(frames["source"][language])
        yield _put(source, name, f"{the}⟦{name}|affiliation|{holders}⟧")
        for clean in chance.sample(frames["clean"][language], 2):
            yield _put(clean, name, f"{the}{name}")


def _descriptors(
    chance: random.Random, table: Table, language: str, frames: dict[str, Any]
) -> Iterator[str]:
    """Yield descriptors by delegation and sector; whether they identify is counted."""
    for _ in range(20):
        country = chance.choice(sorted({p["country"] for p in table.people}))
        sector = chance.choice((*_parts()["sectors"], "", ""))
        also_country = not sector or chance.random() < 0.6
        words = [*([country] if also_country else []), *([sector] if sector else [])]
        if not (fitting := table.matching(words, "T")):
            continue
        phrase = _phrase(language, country if also_country else "", sector)
        known = " ".join(words)
        mark = f"⟦{phrase}|descriptor|{known}⟧" if len(fitting) < table.k else f"⟨{phrase}|{known}⟩"
        yield _put(chance.choice(frames["said"][language]), phrase, mark)


def _phrase(language: str, country: str, sector: str) -> str:
    column = LANGUAGES.index(language)
    where = _parts()["countries"][country][column] if country else ""
    anybody = ("participant", "与会者", "参加者", "참가자")
    who = _parts()["sectors"][sector][column] if sector else anybody[column]
    if language == "en":
        words = f"{where} {who}".strip()
        return f"{'an' if words[0] in 'AEIOaeiou' else 'a'} {words}"
    return {"zh": "一位", "ja": "", "ko": ""}[language] + where + who
