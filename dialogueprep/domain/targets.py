"""Targets for who is to be at the table, and the actual figures beside them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import NewType

from dialogueprep.domain.people import (
    BroadSector,
    Capacity,
    Gender,
    Participation,
    Sector,
    Seniority,
)

TemplateId = NewType("TemplateId", str)


class Dimension(StrEnum):
    """By what the people at the table are counted."""

    DELEGATION = "delegation"
    SECTOR = "sector"
    BROAD = "broad sector"
    GENDER = "gender"
    SENIORITY = "seniority"


CATEGORIES: Mapping[Dimension, tuple[str, ...]] = {
    Dimension.SECTOR: tuple(Sector),
    Dimension.BROAD: tuple(BroadSector),
    Dimension.GENDER: tuple(Gender),
    Dimension.SENIORITY: tuple(Seniority),
}
"""The categories of each dimension but the delegations, whose codes are the dialogue's own."""


@dataclass(frozen=True, slots=True)
class Target:
    """How many of a category are wanted; ``category`` is a code or the value of a closed list."""

    dimension: Dimension
    category: str
    wanted: int


@dataclass(frozen=True, slots=True)
class TargetTemplate:
    """Targets under a name, for other dialogues."""

    id: TemplateId
    name: str
    targets: tuple[Target, ...]


def category_of(who: Participation, dimension: Dimension) -> str | None:
    """Return what a participant counts for; None if that is not known."""
    sector = who.sector
    found: Mapping[Dimension, str | None] = {
        Dimension.DELEGATION: who.delegation or None,
        Dimension.SECTOR: sector,
        Dimension.BROAD: sector.broad if sector else None,
        Dimension.GENDER: who.person.gender,
        Dimension.SENIORITY: who.seniority,
    }
    return found[dimension]


def actual(people: Iterable[Participation], dimension: Dimension) -> dict[str | None, int]:
    """Return how many there are of each category; None for those of whom it is not known.

    Staff is at the table for its delegation only.
    """
    found: dict[str | None, int] = {}
    for who in people:
        if dimension is not Dimension.DELEGATION and who.capacity is Capacity.STAFF:
            continue
        category = category_of(who, dimension)
        found[category] = found.get(category, 0) + 1
    return found


def missing(
    people: Iterable[Participation], targets: Iterable[Target]
) -> tuple[tuple[Target, int], ...]:
    """Return the targets that are not reached, with how many there are."""
    known = tuple(people)
    counted = {d: actual(known, d) for d in Dimension}
    figures = ((t, counted[t.dimension].get(t.category, 0)) for t in targets)
    return tuple((t, n) for t, n in figures if n < t.wanted)


def absent_from(
    people: Iterable[Participation], targets: Iterable[Target]
) -> tuple[tuple[str, Dimension, str], ...]:
    """Return which wanted sectors nobody of a delegation is from: its code and the category.

    Looked at where a delegation has at least as many people as there are such sectors, so that
    it could have one of each.
    """
    known = tuple(people)
    wanted = [t for t in targets if t.dimension in (Dimension.SECTOR, Dimension.BROAD) and t.wanted]
    found: list[tuple[str, Dimension, str]] = []
    for code in dict.fromkeys(p.delegation for p in known if p.capacity is not Capacity.STAFF):
        mine = [p for p in known if p.delegation == code and p.capacity is not Capacity.STAFF]
        for target in wanted:
            there = {category_of(p, target.dimension) for p in mine}
            same = [t for t in wanted if t.dimension is target.dimension]
            if target.category not in there and len(mine) >= len(same):
                found.append((code, target.dimension, target.category))
    return tuple(found)
