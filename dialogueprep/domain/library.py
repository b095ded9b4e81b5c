"""Topics, recommendations, their sources and their ratings."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NewType

from dialogueprep.domain.texts import Language, Texts

SourceId = NewType("SourceId", str)
PassageId = NewType("PassageId", str)
TopicId = NewType("TopicId", str)
RecommendationId = NewType("RecommendationId", str)
RatingId = NewType("RatingId", str)
Format = NewType("Format", str)  # who sits at the table, e.g. "China-Japan-ROK"

DEFAULT_CEILING = 2


class Dimension(StrEnum):
    """The field of cooperation in which an entry belongs."""

    ECONOMIC = "economic"
    SOCIETAL = "societal"
    INSTITUTIONAL = "institutional"
    POLITICAL = "political"
    SECURITY = "security"
    TECHNOLOGY = "technology"


class Axis(StrEnum):
    """What a rating measures: political sensitivity, or how readily it can be done."""

    SENSITIVITY = "sensitivity"
    OPERABILITY = "operability"


class SourceKind(StrEnum):
    """What kind of publication a source is."""

    FORUM_OUTCOME = "forum outcome"
    INTERVIEW = "interview"
    PRESS_RELEASE = "press release"
    REPORT = "report"
    DIALOGUE = "dialogue"


class Maturity(StrEnum):
    """How far a proposal has come, where its source says so."""

    IDEA = "idea"
    PILOT = "pilot"
    EXISTING = "existing"


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A document that entries come from."""

    id: SourceId
    title: str
    publisher: str
    published: date
    kind: SourceKind
    language: Language = "en"


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """Where in a source an entry stands; text and offsets only of imported files."""

    id: PassageId
    source: SourceId
    locator: str
    text: str | None = None
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Rating:
    """One person's or organisation's judgement, 1 to 5, with its reason.

    ``delegation`` is the code of the delegation for which it holds, or None for all.
    """

    id: RatingId
    axis: Axis
    value: int
    reason: str
    rater: str
    rated: date
    review_by: date | None = None
    delegation: str | None = None

    def __post_init__(self) -> None:
        if not 1 <= self.value <= 5:
            raise ValueError(f"a rating is 1 to 5, not {self.value}")


def highest(ratings: Iterable[Rating], axis: Axis) -> int | None:
    """Return the highest value on this axis over all delegations, or None if unrated."""
    return max((r.value for r in ratings if r.axis is axis), default=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What topics and recommendations have in common."""

    titles: Texts
    dimension: Dimension
    formats: tuple[Format, ...] = ()
    tags: tuple[str, ...] = ()
    ratings: tuple[Rating, ...] = ()
    passages: tuple[Passage, ...] = ()

    @property
    def sensitivity(self) -> int | None:
        """The highest rating of sensitivity, from 1 to 5; None if it is unrated."""
        return highest(self.ratings, Axis.SENSITIVITY)

    @property
    def operability(self) -> int | None:
        """The highest rating of operability, from 1 to 5; None if it is unrated."""
        return highest(self.ratings, Axis.OPERABILITY)

    @property
    def rated(self) -> bool:
        """Whether both axes have a value; what is unrated is never offered."""
        return self.sensitivity is not None and self.operability is not None

    def offered(self, ceiling: int, table: frozenset[str]) -> bool:
        """Return whether a dialogue with this ceiling and these delegations may be offered it.

        ``table`` holds delegation codes. An entry is offered when it is rated, not above the
        ceiling, and at least one of its formats leaves out no delegation at the table.
        """
        sensitivity = self.sensitivity
        if sensitivity is None or not self.rated or sensitivity > ceiling:
            return False
        return any(not leaves_out(format_, table) for format_ in self.formats)


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic(Entry):
    """A subject for an agenda item, with even-handed guiding questions."""

    id: TopicId
    summaries: Texts = Texts()
    questions: tuple[Texts, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Recommendation(Entry):
    """A proposal under a topic; what its source does not say stays None."""

    id: RecommendationId
    topic: TopicId
    texts: Texts
    actor: str | None = None
    addressee: str | None = None
    instrument: str | None = None
    horizon: str | None = None
    maturity: Maturity | None = None
    support_as_printed: str | None = None


# Delegation codes that sit at the table in each format. ASEAN stands for any of its members.
FORMAT_TABLES: dict[str, frozenset[str]] = {
    "China-Japan-ROK": frozenset({"CN", "JP", "KR"}),
    "US-Japan-ROK": frozenset({"US", "JP", "KR"}),
    "ASEAN+3": frozenset({"CN", "JP", "KR", "ASEAN"}),
    "China-Japan-ROK+ASEAN": frozenset({"CN", "JP", "KR", "ASEAN"}),  # proposed, not ASEAN+3
}
PRINCIPALS = frozenset({"CN", "JP", "KR", "US"})


def leaves_out(format_: Format, table: frozenset[str]) -> bool:
    """Return whether this format leaves out one of the principal delegations at the table."""
    seats = FORMAT_TABLES.get(format_)
    return seats is not None and not (table & PRINCIPALS) <= seats
