"""Which entries a dialogue may be offered, and why the others are kept back."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import Protocol

from dialogueprep.domain.library import Dimension, Format, TopicId, leaves_out


class Kept(StrEnum):
    """Why an entry is kept back."""

    UNRATED = "unrated"
    ABOVE = "above the ceiling"
    LEAVES_OUT = "leaves out a delegation"


class Offerable(Protocol):
    """What the rule looks at."""

    @property
    def formats(self) -> tuple[Format, ...]: ...
    @property
    def sensitivity(self) -> int | None: ...
    @property
    def operability(self) -> int | None: ...


@dataclass(frozen=True, slots=True)
class TopicFacts:
    """A topic in a few facts, read for all topics at once: ratings are the highest ones."""

    id: TopicId
    dimension: Dimension
    formats: tuple[Format, ...] = ()
    sensitivity: int | None = None
    operability: int | None = None

    @property
    def order(self) -> tuple[int, int, str]:
        """Where it stands in a list: the least sensitive first, then the most operable."""
        return (self.sensitivity or 9, -(self.operability or 0), self.id)


@dataclass(frozen=True, slots=True)
class KeptBack:
    """How many entries are kept back, each counted under the first reason that holds."""

    unrated: int = 0
    above: int = 0
    leaves_out: int = 0

    @property
    def all(self) -> int:
        """All that are kept back."""
        return self.unrated + self.above + self.leaves_out


def why_kept(entry: Offerable, ceiling: int, table: frozenset[str]) -> Kept | None:
    """Return why a dialogue is not offered an entry; None if it is, as `Entry.offered` says."""
    sensitivity = entry.sensitivity
    if sensitivity is None or entry.operability is None:
        return Kept.UNRATED
    if sensitivity > ceiling:
        return Kept.ABOVE
    return None if _has_room(entry.formats, table) else Kept.LEAVES_OUT


def count_kept(entries: Iterable[Offerable], ceiling: int, table: frozenset[str]) -> KeptBack:
    """Return how many of these a dialogue with this ceiling and table is not offered."""
    reasons = [why_kept(each, ceiling, table) for each in entries]
    return KeptBack(*(reasons.count(kept) for kept in Kept))


@lru_cache(maxsize=512)
def _has_room(formats: tuple[Format, ...], table: frozenset[str]) -> bool:
    return any(not leaves_out(format_, table) for format_ in formats)
