"""A library, or a selection of it, as it leaves the program and comes back."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from dialogueprep.domain.library import (
    Rating,
    Recommendation,
    Source,
    SourceId,
    Topic,
    TopicId,
)
from dialogueprep.domain.texts import Texts

AnyEntry = Topic | Recommendation


@dataclass(frozen=True, slots=True, kw_only=True)
class Collection:
    """Entries with the sources and the names of the tags that they need."""

    sources: tuple[Source, ...] = ()
    topics: tuple[Topic, ...] = ()
    recommendations: tuple[Recommendation, ...] = ()
    tags: Mapping[str, Texts] = field(default_factory=dict[str, Texts])

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

    def only(self, ids: Iterable[str]) -> Collection:
        """Return the entries with these ids and what they need.

        A recommendation brings its topic; a topic does not bring its recommendations.
        """
        wanted = set(ids)
        recommendations = tuple(r for r in self.recommendations if r.id in wanted)
        wanted.update(r.topic for r in recommendations)
        topics = tuple(t for t in self.topics if t.id in wanted)
        entries = (*topics, *recommendations)
        named = {p.source for e in entries for p in e.passages}
        tags = {slug for e in entries for slug in e.tags}
        return Collection(
            sources=tuple(s for s in self.sources if s.id in named),
            topics=topics,
            recommendations=recommendations,
            tags={slug: names for slug, names in self.tags.items() if slug in tags},
        )


@dataclass(frozen=True, slots=True)
class Comparison:
    """What a collection would do to a library: its entries, each in one of three lists."""

    new: tuple[AnyEntry, ...] = ()
    changed: tuple[AnyEntry, ...] = ()
    same: tuple[AnyEntry, ...] = ()

    @property
    def writes(self) -> bool:
        """Whether taking it in would change anything."""
        return bool(self.new or self.changed)


def compare(there: Collection, brought: Collection) -> Comparison:
    """Return which entries of a collection are new to a library, changed, or as they are there.

    Entries are the same by their ids. Ratings count only where the collection has any.
    """
    known: dict[str, AnyEntry] = {e.id: e for e in there.entries}
    lists: dict[str, list[AnyEntry]] = {"new": [], "changed": [], "same": []}
    for entry in brought.entries:
        old = known.get(entry.id)
        lists["new" if old is None else "same" if _alike(entry, old) else "changed"].append(entry)
    return Comparison(**{name: tuple(found) for name, found in lists.items()})


def with_known_ratings(entry: AnyEntry, old: AnyEntry | None) -> AnyEntry:
    """Return an entry that keeps the ratings it has in the library, if it brings none."""
    return replace(entry, ratings=old.ratings) if old is not None and not entry.ratings else entry


def _alike(entry: AnyEntry, old: AnyEntry) -> bool:
    mine = with_known_ratings(entry, old)
    return replace(mine, ratings=_sorted(mine)) == replace(old, ratings=_sorted(old))


def _sorted(entry: AnyEntry) -> tuple[Rating, ...]:
    return tuple(sorted(entry.ratings, key=lambda r: (r.axis, r.delegation or "", r.id)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """How ids in a file are named in a workspace: those of shipped entries, and of sources."""

    shipped: Mapping[str, str]
    sources: tuple[Source, ...]

    def entry(self, id_: str) -> str:
        """Return the id of an entry in the workspace."""
        return self.shipped.get(id_, id_)

    def source(self, source: Source) -> SourceId:
        """Return the id of a source in the workspace: its own, or that of one alike."""
        if any(s.id == source.id for s in self.sources):
            return source.id
        alike = (s.id for s in self.sources if replace(s, id=source.id) == source)
        return next(alike, source.id)


def renamed(brought: Collection, known: Known) -> Collection:
    """Return a collection whose ids are those of the workspace, where it knows the entries."""
    sources = {s.id: known.source(s) for s in brought.sources}

    def own(entry: AnyEntry) -> AnyEntry:
        passages = [replace(p, source=sources.get(p.source, p.source)) for p in entry.passages]
        mine = replace(entry, passages=tuple(passages))
        if isinstance(mine, Topic):
            return replace(mine, id=TopicId(known.entry(mine.id)))
        return replace(
            mine, id=type(mine.id)(known.entry(mine.id)), topic=TopicId(known.entry(mine.topic))
        )

    entries = [own(e) for e in brought.entries]
    return replace(
        brought,
        sources=tuple(replace(s, id=sources[s.id]) for s in brought.sources),
        topics=tuple(e for e in entries if isinstance(e, Topic)),
        recommendations=tuple(e for e in entries if isinstance(e, Recommendation)),
    )
