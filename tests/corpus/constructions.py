"""Tries the gate on constructions: many ways to say something, each with several institutions.

A labelled sentence tells of one person; a construction tells whether the gate can read a way of
speaking at all. It counts as read only if the gate is right with each institution that is tried.
"""

from __future__ import annotations

import random
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from dialogueprep.domain.gate import Exposure, Level, examine_text
from tests.corpus.fresh import fresh_table
from tests.corpus.labels import LANGUAGES
from tests.corpus.measure import Rate, roster_of
from tests.corpus.table import HERE, read_table

_SEEDS = (21, 22)
_TRIED = 3
_TABLE = "sorrel"
_PLENARIES = {"kestrel": "K1", "pipit": "P1", "lapwing": "L1", "osprey": "N1"}
_NATIVE_IN = {"zh": "CN", "ja": "JP", "ko": "KR"}


@dataclass(frozen=True)
class Tried:
    """A construction: of what, in which language, whether it identifies, and what went wrong."""

    of: str
    language: str
    identifies: bool
    text: str
    wrong: tuple[str, ...]
    """The sentences that the gate did not read."""


@cache
def tried() -> tuple[Tried, ...]:
    """Return all constructions as the gate reads them."""
    return (*_institutions(), *_people(), *_meetings())


def rates() -> dict[tuple[str, bool], Rate]:
    """Return how many constructions are read, by what they are of and whether they identify."""
    found: dict[tuple[str, bool], Rate] = {}
    for one in tried():
        found.setdefault((one.of, one.identifies), Rate()).add(not one.wrong)
    return found


def wrong() -> list[str]:
    """Return a line for each construction that the gate does not read."""
    return [
        f"{'MISS ' if one.identifies else 'WRONG'} {one.of} {one.language} {one.text} "
        f"| {one.wrong[0]}"
        for one in tried()
        if one.wrong
    ]


def _institutions() -> Iterator[Tried]:
    rosters = {seed: roster_of(fresh_table(seed)) for seed in _SEEDS}
    for identifies, language, text in _read("institutions", view=True, free=False):
        chance, bad = random.Random(text), []
        able = [pair for seed in _SEEDS for pair in _bodies(seed, language)]
        for seed, person, name in chance.sample(able, _TRIED):
            sentence = _begun(text.format(name))
            found = examine_text(sentence, rosters[seed], item="T")
            right = _blocks(found, person) if identifies else not found
            if not right:
                bad.append(sentence)
        yield Tried("institutions", language, identifies, text, tuple(bad))


def _bodies(seed: int, language: str) -> Iterator[tuple[int, str, str]]:
    """Yield the ways to write an institution: in full, as a language has it, and its letters."""
    native = _NATIVE_IN.get(language)
    for person in fresh_table(seed).people:
        letters, full = person["affiliation_acronym"], f"the {person['affiliation']}"
        yield seed, person["id"], letters
        if native in (None, person["country"]):
            yield seed, person["id"], person["affiliation_native"] if native else full


def _people() -> Iterator[Tried]:
    roster = roster_of(read_table(_TABLE))
    for identifies, language, (item, *who, text) in _read("people", one=True, nobody=False):
        found = examine_text(text, roster, item=item)
        right = _blocks(found, who[0]) if identifies else not found
        yield Tried("people", language, identifies, text, () if right else (text,))


def _meetings() -> Iterator[Tried]:
    """Yield what is told of officers in several plenaries, and what is of nobody in one or all."""
    tables = {name: read_table(name) for name in _PLENARIES}
    rosters = {name: roster_of(table) for name, table in tables.items()}
    for identifies, language, key, text in _meeting_lines():
        bad: list[str] = []
        for name in (key,) if key in tables else _PLENARIES:
            found = examine_text(text.removeprefix("~"), rosters[name], item=_PLENARIES[name])
            holders = [p["id"] for p in tables[name].people if p["meeting_role"] == key]
            warned = [] if text.startswith("~") else [e for e in found if e.level is Level.WARN]
            marked = [*warned, *(e for e in found if e.level is Level.BLOCK)]
            right = any(_blocks(found, who) for who in holders) if identifies else not marked
            bad += () if right else (f"{name}: {text}",)
        yield Tried("meetings", language, identifies, text, tuple(bad))


def _meeting_lines() -> Iterator[tuple[bool, str, str, str]]:
    read = tomllib.loads((HERE / "constructions" / "meetings.toml").read_text("utf-8"))
    for section, identifies in (("one", True), ("nobody", False)):
        for language, by_key in read[section].items():
            yield from ((identifies, language, key, t) for key in by_key for t in by_key[key])


def _read(name: str, **sections: bool) -> Iterator[tuple[bool, str, Any]]:
    """Yield whether each construction of a file identifies, its language, and what stands there."""
    path = HERE / "constructions" / f"{name}.toml"
    read: Mapping[str, Mapping[str, list[Any]]] = tomllib.loads(path.read_text("utf-8"))
    for section, identifies in sections.items():
        for language in LANGUAGES:
            for each in read[section].get(language, ()):
                yield identifies, language, each


def _blocks(found: tuple[Exposure, ...], person: str) -> bool:
    """Return whether what identifies a person is blocked; an order names nobody."""
    return any(e.level is Level.BLOCK and person in (e.people or (person,)) for e in found)


def _begun(text: str) -> str:
    return text[0].upper() + text[1:]
