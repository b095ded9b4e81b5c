"""A library, or a selection of it, as it leaves the program and comes back."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import TypeVar

from dialogueprep.domain.library import (
    Entry,
    Passage,
    PassageId,
    RatingId,
    Recommendation,
    RecommendationId,
    Source,
    SourceId,
    Topic,
    TopicId,
)
from dialogueprep.domain.texts import Texts
from dialogueprep.domain.uses import Use

AnyEntry = Topic | Recommendation
E = TypeVar("E", bound=Entry)


class Verdict(StrEnum):
    """What a person said about two entries that seemed alike."""

    VARIANT = "variant"
    NOT_THE_SAME = "not the same"


@dataclass(frozen=True, slots=True)
class Decision:
    """What a person said about the entries with these two ids, which stand in their order."""

    one: str
    other: str
    verdict: Verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class Collection:
    """Entries with the sources and the names of the tags that they need, and their uses.

    ``decisions`` are on pairs of these entries.
    """

    sources: tuple[Source, ...] = ()
    topics: tuple[Topic, ...] = ()
    recommendations: tuple[Recommendation, ...] = ()
    tags: Mapping[str, Texts] = field(default_factory=dict[str, Texts])
    uses: tuple[Use, ...] = ()
    decisions: tuple[Decision, ...] = ()

    @property
    def entries(self) -> tuple[AnyEntry, ...]:
        """Topics, then recommendations."""
        return (*self.topics, *self.recommendations)

    def without_ratings(self) -> Collection:
        """Return the same entries unrated."""
        return replace(
            self,
            topics=tuple(replace(t, ratings=()) for t in self.topics),
            recommendations=tuple(replace(r, ratings=()) for r in self.recommendations),
        )

    def without_histories(self) -> Collection:
        """Return the same entries without their uses."""
        return replace(self, uses=())

    def only(self, ids: Iterable[str]) -> Collection:
        """Return the entries with these ids and what they need.

        A recommendation brings its topic; a topic does not bring its recommendations.
        """
        wanted = set(ids)
        recommendations = tuple(r for r in self.recommendations if r.id in wanted)
        wanted.update(r.topic for r in recommendations)
        topics = tuple(t for t in self.topics if t.id in wanted)
        entries = (*topics, *recommendations)
        kept = {e.id for e in entries}
        named = {p.source for e in entries for p in e.passages}
        tags = {slug for e in entries for slug in e.tags}
        return Collection(
            sources=tuple(s for s in self.sources if s.id in named),
            topics=topics,
            recommendations=recommendations,
            tags={slug: names for slug, names in self.tags.items() if slug in tags},
            uses=tuple(u for u in self.uses if u.entry in kept),
            decisions=tuple(d for d in self.decisions if {d.one, d.other} <= kept),
        )


class Matching:
    """Finds for what a file holds the ids that a library has for it.

    An entry is known by its id, by its name in the shipped library, or by its titles, where one
    entry alone has them. What is not known keeps its id if it is a random one, else gets one.
    """

    def __init__(
        self, there: Collection, shipped: Mapping[str, str], new_id: Callable[[], str]
    ) -> None:
        self._new_id = new_id
        self._shipped = shipped
        self._entries: dict[str, AnyEntry] = {e.id: e for e in there.entries}
        self._sources = {s.id: s for s in there.sources}
        self._alike = {replace(s, id=SourceId("")): s.id for s in there.sources}
        titles = Counter((type(e), e.titles) for e in there.entries)
        self._titled = {
            (type(e), e.titles): e.id for e in there.entries if titles[(type(e), e.titles)] == 1
        }

    def of(self, brought: Collection) -> Collection:
        """Return a collection under the ids of the library."""
        sources = {s.id: self._source(s) for s in brought.sources}
        ids: dict[str, str] = {e.id: self._entry(e) for e in brought.entries}
        topics = tuple(
            replace(self._parts(t, ids[t.id], sources), id=TopicId(ids[t.id]))
            for t in brought.topics
        )
        recommendations = tuple(
            replace(
                self._parts(r, ids[r.id], sources),
                id=RecommendationId(ids[r.id]),
                topic=TopicId(ids[r.topic]),
            )
            for r in brought.recommendations
        )
        return replace(
            brought,
            sources=tuple(replace(s, id=sources[s.id]) for s in brought.sources),
            topics=topics,
            recommendations=recommendations,
            uses=tuple(replace(u, entry=ids[u.entry]) for u in brought.uses if u.entry in ids),
            decisions=tuple(_decided(d, ids) for d in brought.decisions),
        )

    def _source(self, source: Source) -> SourceId:
        if source.id in self._sources:
            return source.id
        alike = self._alike.get(replace(source, id=SourceId("")))
        return alike or SourceId(self._own(source.id))

    def _entry(self, entry: AnyEntry) -> str:
        if entry.id in self._entries:
            return entry.id
        named = self._shipped.get(entry.id) or self._titled.get((type(entry), entry.titles))
        return named or self._own(entry.id)

    def _own(self, id_: str) -> str:
        return id_ if _RANDOM.fullmatch(id_) else self._new_id()

    def _parts(self, entry: E, id_: str, sources: Mapping[SourceId, SourceId]) -> E:
        old = self._entries.get(id_)
        passages = {
            replace(p, id=PassageId("")): p.id for p in (old.passages if old is not None else ())
        }
        ratings = {(r.axis, r.delegation): r.id for r in (old.ratings if old is not None else ())}
        mine: list[Passage] = []
        for passage in entry.passages:
            moved = replace(passage, source=sources[passage.source], id=PassageId(""))
            known = passages.get(moved) or PassageId(self._own(passage.id))
            mine.append(replace(moved, id=known))
        known_ratings = set(ratings.values())
        rated = (
            r
            if r.id in known_ratings
            else replace(r, id=ratings.get((r.axis, r.delegation)) or RatingId(self._own(r.id)))
            for r in entry.ratings
        )
        return replace(entry, passages=tuple(mine), ratings=tuple(rated))


def _decided(decision: Decision, ids: Mapping[str, str]) -> Decision:
    one, other = sorted((ids[decision.one], ids[decision.other]))
    return replace(decision, one=one, other=other)


_RANDOM = re.compile("[0-9a-f]{32}")
