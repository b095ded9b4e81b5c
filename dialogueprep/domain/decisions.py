"""What the user may decide about a passage that identifies somebody, or may."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from dialogueprep.domain.identity.exposure import Exposure, ExposureKind, Level
from dialogueprep.domain.identity.reading.fold import is_east_asian

_LETTERS = 3
_CHARACTERS = 2


class Ground(StrEnum):
    """Why a passage stays as it is; it is what the evidence counts."""

    NAMESAKE = "namesake"  # another person of the same name, who was not present
    FIGURE = "public figure"  # who is discussed
    WORD = "place or word"
    OTHER = "other"  # a warning that does not concern a name


_OF_A_NAME_ALONE = (Ground.FIGURE, Ground.WORD, Ground.NAMESAKE)
_TELLING = frozenset({Ground.FIGURE, Ground.WORD})


@dataclass(frozen=True, slots=True)
class Rewrite:
    """Replace the passage; an empty replacement removes it."""

    replacement: str = ""


@dataclass(frozen=True, slots=True)
class Keep:
    """Leave the passage as it is; ``reason`` says of a namesake who it is."""

    reason: str
    ground: Ground = Ground.OTHER


Decision = Rewrite | Keep
Decisions = Mapping[str, Decision]


def grounds(exposure: Exposure) -> tuple[Ground, ...]:
    """Return on which grounds a passage may be kept; none if it is rewritten or removed.

    A full name stays only where another person of that name is meant, whatever else is said.
    """
    if exposure.kind is ExposureKind.NAME:
        return (Ground.NAMESAKE,) if exposure.whole else _OF_A_NAME_ALONE
    return (Ground.OTHER,) if exposure.level is Level.WARN else ()


def may_keep(exposure: Exposure, keep: Keep) -> bool:
    """Return whether the passage may be kept so."""
    return keep.ground in grounds(exposure) and says_enough(keep.ground, keep.reason)


def says_enough(ground: Ground, reason: str) -> bool:
    """Return whether the words beside a ground suffice: a namesake is told by who it is."""
    letters = [c for c in reason if c.isalpha()]
    least = _CHARACTERS if any(map(is_east_asian, letters)) else _LETTERS
    return ground in _TELLING or len(letters) >= least
