"""What a briefing pack may show of the library: no rating, no reason, no word on who judged."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from dialogueprep.domain.library import RecommendationId, TopicId
from dialogueprep.domain.texts import Language, Texts


@dataclass(frozen=True, slots=True, kw_only=True)
class Cited:
    """Where something was printed: source, publisher, day, and the places in the source."""

    title: str
    publisher: str
    published: date
    places: tuple[str, ...] = ()
    language: Language = "en"


@dataclass(frozen=True, slots=True, kw_only=True)
class OnTheTable:
    """A recommendation of the library, as its source has it."""

    titles: Texts
    texts: Texts = Texts()
    cited: tuple[Cited, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """A topic of the library, as far as participants may read of it."""

    summaries: Texts = Texts()
    questions: tuple[Texts, ...] = ()
    cited: tuple[Cited, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class OfLibrary:
    """What a briefing pack may show of the library: topics and recommendations of the agenda."""

    topics: Mapping[TopicId, Subject] = field(default_factory=dict[TopicId, Subject])
    recommendations: Mapping[RecommendationId, OnTheTable] = field(
        default_factory=dict[RecommendationId, OnTheTable]
    )
