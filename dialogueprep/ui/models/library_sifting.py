"""What the matrix, the facets and the search let through, and how many of what."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import reduce
from operator import and_

from dialogueprep.domain.dialogue import DialogueId
from dialogueprep.domain.library import Dimension, Format, SourceId
from dialogueprep.domain.query import RATED, Field, Query
from dialogueprep.store.library_listing import UNRATED
from dialogueprep.store.marks import Bits, Marks
from dialogueprep.ui.models.library_facets import (
    HERE,
    NEVER,
    Cell,
    Facets,
    Group,
)


@dataclass(frozen=True, slots=True)
class Sifted:
    """What passes, and how many would pass a group that all other groups let through.

    ``there`` are the positions that pass, ``beside`` for each group those that all others let
    through; the counts are read off them when they are asked for.
    """

    marks: Marks = field(default_factory=Marks)
    there: Bits = 0
    here: DialogueId | None = None
    beside: Mapping[Group, Bits] = field(default_factory=dict[Group, Bits])

    def __len__(self) -> int:
        """Return how many topics pass."""
        return self.there.bit_count()

    def _beside(self, group: Group) -> Bits:
        return self.beside.get(group, self.there)

    def counts(self, group: Group, values: Iterable[Hashable]) -> dict[Hashable, int]:
        """Return how many topics would be listed if only this value of the group were ticked."""
        beside = self._beside(group)
        return {v: (beside & _having(self.marks, group, v, self.here)).bit_count() for v in values}

    @property
    def cells(self) -> dict[Cell, int]:
        """How many topics stand in each cell of the matrix; cells without any are left out."""
        beside = self._beside("frame")
        found = {
            cell: (beside & bits).bit_count() for cell, bits in self.marks.values("cell").items()
        }
        return {cell: n for cell, n in found.items() if n and isinstance(cell, tuple)}

    @property
    def unrated(self) -> int:
        """How many topics have no place in the matrix."""
        return (self._beside("frame") & self.marks.of("rating", UNRATED)).bit_count()

    @property
    def formats(self) -> Mapping[Hashable, int]:
        """How many topics each format has."""
        return self.counts("format", self.marks.values("format"))

    @property
    def dimensions(self) -> Mapping[Hashable, int]:
        """How many topics each dimension has."""
        return self.counts("dimension", Dimension)

    @property
    def uses(self) -> Mapping[Hashable, int]:
        """How many topics were never used, and how many are on the open dialogue's agenda."""
        return self.counts("use", (NEVER, HERE))

    @property
    def excluded(self) -> dict[Group, int]:
        """How many more topics would be listed without each group that is asked for."""
        found: dict[Group, int] = {
            group: (bits & ~self.there).bit_count() for group, bits in self.beside.items()
        }
        return {group: n for group, n in found.items() if n}

    @property
    def excludes_most(self) -> Group | None:
        """The group whose clearing would bring back most rows, or None if none would."""
        excluded = self.excluded
        return max(excluded, key=lambda group: excluded[group], default=None)


def sift(marks: Marks, facets: Facets, here: DialogueId | None, found: Bits = 0) -> Sifted:
    """Return what passes all groups; ``found`` is what the search finds, if there is a query."""
    passing = _passing(marks, facets, here, found)
    beside: dict[Group, Bits] = {
        group: reduce(and_, (bits for other, bits in passing.items() if other != group),
                      marks.there)
        for group in passing
    }  # fmt: skip
    return Sifted(marks, reduce(and_, passing.values(), marks.there), here, beside)


def fitting(marks: Marks, query: Query) -> Bits:
    """Return the topics that themselves meet what a query asks of ratings and use.

    The search also finds a topic by a recommendation; its row says what the topic is.
    """
    fit = marks.there
    for condition in query.conditions:
        if condition.field in RATED:
            axis = "sensitivity" if condition.field is Field.SENSITIVITY else "operability"
            rated = ((axis, n) for n in range(1, 6) if condition.allows(n))
            having = marks.any_of("axis", rated)
        elif condition.field is Field.USED:
            never = _having(marks, "use", NEVER, None)
            having = never if condition.value == "never" else marks.there & ~never
        else:
            continue
        fit &= ~having if condition.denied else having
    return fit


def _passing(
    marks: Marks, facets: Facets, here: DialogueId | None, found: Bits
) -> dict[Group, Bits]:
    """Return what each group lets through, for the groups in which something is asked for."""
    asked: dict[Group, Iterable[Format | Dimension | SourceId | str]] = {
        "format": facets.formats,
        "dimension": facets.dimensions,
        "use": facets.uses,
        "tag": facets.tags,
        "source": facets.sources,
        "rating": facets.ratings,
    }
    passing: dict[Group, Bits] = {}
    for group, values in asked.items():
        if values:
            having = (_having(marks, group, value, here) for value in values)
            passing[group] = reduce(lambda one, other: one | other, having, 0)
    if facets.query:
        passing["search"] = found
    if frame := facets.frame:
        cells = (cell for cell in marks.values("cell") if isinstance(cell, tuple))
        passing["frame"] = marks.any_of("cell", (cell for cell in cells if frame.holds(cell)))
    return passing


def _having(marks: Marks, group: Group, value: Hashable, here: DialogueId | None) -> Bits:
    if group != "use":
        return marks.of(group, value)
    if value == HERE:
        return marks.of("used", here)
    return marks.there & ~marks.any_of("used", marks.values("used"))
