"""What a user can do in the library."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import TypeVar

from dialogueprep.domain.errors import Refused
from dialogueprep.domain.library import (
    Axis,
    Dimension,
    Entry,
    Format,
    PassageId,
    Rating,
    RatingId,
    Recommendation,
    RecommendationId,
    Source,
    SourceId,
    Topic,
    TopicId,
)
from dialogueprep.domain.texts import Texts
from dialogueprep.store import library, settings
from dialogueprep.store.step import new_id
from dialogueprep.store.workspace import Store
from dialogueprep.words import tr

PAGE = "library"
RATER = "rater"  # name of the setting that keeps who rated last
AnyEntry = TypeVar("AnyEntry", bound=Entry)
_NO_TAGS: Mapping[str, Texts] = {}


@dataclass(frozen=True, slots=True, kw_only=True)
class Shipped:
    """The entries that come with the program; their ids are names, not UUIDs."""

    sources: tuple[Source, ...]
    topics: tuple[Topic, ...]
    recommendations: tuple[Recommendation, ...]
    tags: Mapping[str, Texts]


def take_in_shipped(store: Store, shipped: Shipped) -> None:
    """Put the shipped library into a workspace; entries already there are left as they are."""
    known = {
        **library.shipped_ids(store, "topics"),
        **library.shipped_ids(store, "recommendations"),
    }
    fresh = {s.id: SourceId(new_id()) for s in shipped.sources}
    topics = {t.id: known.get(t.id) or new_id() for t in shipped.topics}
    with store.step(tr("Put in the shipped library"), page=PAGE) as step:
        named = library.tag_names(step)
        for slug, names in shipped.tags.items():
            if not named.get(slug):
                library.put_tag(step, slug, names)
        for source in shipped.sources:
            library.put_source(step, replace(source, id=fresh[source.id]))
        for topic in shipped.topics:
            if topic.id not in known:
                mine = replace(_anew(topic, fresh), id=TopicId(topics[topic.id]))
                library.put_topic(step, mine, shipped=topic.id)
        for it in shipped.recommendations:
            if it.id not in known:
                mine = replace(
                    _anew(it, fresh),
                    id=RecommendationId(new_id()),
                    topic=TopicId(topics[it.topic]),
                )
                library.put_recommendation(step, mine, shipped=it.id)


def _anew(entry: AnyEntry, sources: Mapping[SourceId, SourceId]) -> AnyEntry:
    """Return an entry whose ratings and passages have ids of their own."""
    passages = [
        replace(p, id=PassageId(new_id()), source=sources[p.source]) for p in entry.passages
    ]
    ratings = [replace(r, id=RatingId(new_id())) for r in entry.ratings]
    return replace(entry, passages=tuple(passages), ratings=tuple(ratings))


def add_topic(
    store: Store,
    titles: Texts,
    dimension: Dimension,
    formats: Iterable[Format] = (),
    questions: Iterable[Texts] = (),
    *,
    summaries: Texts = Texts(),  # noqa: B008  frozen
    tags: Iterable[str] = (),
    new_tags: Mapping[str, Texts] = _NO_TAGS,
) -> TopicId:
    """Add a topic of the user's own; it is unrated, so no agenda is offered it yet.

    ``new_tags`` are the words of its tags that are made with it.
    """
    _refuse_untitled(titles)
    topic = Topic(
        id=TopicId(new_id()),
        titles=titles,
        summaries=summaries,
        dimension=dimension,
        formats=tuple(formats),
        tags=tuple(tags),
        questions=tuple(questions),
    )
    with store.step(tr("Add topic"), page=PAGE) as step:
        _put_tags(step, new_tags)
        library.put_topic(step, topic)
    return topic.id


def change_topic(store: Store, topic: Topic, new_tags: Mapping[str, Texts] = _NO_TAGS) -> None:
    """Write a changed topic; ``new_tags`` are the words of its tags that are made with it."""
    _refuse_untitled(topic.titles)
    with store.step(tr("Change topic"), page=PAGE) as step:
        _put_tags(step, new_tags)
        library.put_topic(step, topic)


def remove_topic(store: Store, topic: TopicId) -> None:
    """Remove a topic with its questions and recommendations; agenda items stay."""
    with store.step(tr("Remove topic"), page=PAGE) as step:
        library.delete_topic(step, topic)


def add_recommendation(store: Store, it: Recommendation) -> RecommendationId:
    """Add a recommendation of the user's own; it gets an id, is unrated and has no passage."""
    _refuse_untitled(it.titles)
    mine = replace(it, id=RecommendationId(new_id()), ratings=(), passages=())
    with store.step(tr("Add recommendation"), page=PAGE) as step:
        library.put_recommendation(step, mine)
    return mine.id


def change_recommendation(store: Store, it: Recommendation) -> None:
    """Write a changed recommendation."""
    _refuse_untitled(it.titles)
    with store.step(tr("Change recommendation"), page=PAGE) as step:
        library.put_recommendation(step, it)


def remove_recommendation(store: Store, it: RecommendationId) -> None:
    """Remove a recommendation."""
    with store.step(tr("Remove recommendation"), page=PAGE) as step:
        library.delete_recommendation(step, it)


@dataclass(frozen=True, slots=True)
class Judgement:
    """What one axis is rated, and why."""

    axis: Axis
    value: int
    reason: str


@dataclass(frozen=True, slots=True)
class View:
    """What an entry is rated as seen from one delegation, by its code; None is for all.

    ``withdrawn`` are the axes on which it is rated no longer.
    """

    delegation: str | None = None
    judgements: tuple[Judgement, ...] = ()
    withdrawn: tuple[Axis, ...] = ()


def rate(
    store: Store,
    entry: Topic | Recommendation,
    judgements: Iterable[Judgement],
    *,
    rater: str,
    on: date,
    review_by: date | None = None,
    delegation: str | None = None,
) -> None:
    """Rate an entry on one axis or both; no reason may be empty.

    It is rated for all delegations or, where a code is given, as seen from one of them; the
    highest rating counts. The rater's name is kept for the next rating.
    """
    view = View(delegation, tuple(judgements))
    rate_views(store, entry, [view], rater=rater, on=on, review_by=review_by)


def rate_views(
    store: Store,
    entry: Topic | Recommendation,
    views: Iterable[View],
    *,
    rater: str,
    on: date,
    review_by: date | None = None,
) -> None:
    """Rate an entry as several delegations see it, and take ratings back, in one step.

    Refused "rating-needs-reason", or "review-before-rating" where it is to be looked at again
    on a day that has gone by.
    """
    if review_by is not None and review_by <= on:
        raise Refused("review-before-rating")
    rated = entry
    for view in views:
        for axis in view.withdrawn:
            rated = _without(rated, axis, view.delegation)
        for each in view.judgements:
            rated = _rated(rated, _rating(each, view.delegation, rater, on, review_by))
    with store.step(tr("Rate"), page=PAGE) as step:
        _put(step, rated)
        settings.put(step, RATER, rater.strip())


def _rating(
    each: Judgement, delegation: str | None, rater: str, on: date, review_by: date | None
) -> Rating:
    if not each.reason.strip():
        raise Refused("rating-needs-reason")
    return Rating(
        id=RatingId(new_id()),
        axis=each.axis,
        value=each.value,
        reason=each.reason.strip(),
        rater=rater.strip(),
        rated=on,
        review_by=review_by,
        delegation=delegation,
    )


def take_rating_back(
    store: Store, entry: Topic | Recommendation, axis: Axis, delegation: str | None = None
) -> None:
    """Take back what an entry was rated on an axis, for all delegations or for one of them."""
    with store.step(tr("Take rating back"), page=PAGE) as step:
        _put(step, _without(entry, axis, delegation))


def _without(entry: AnyEntry, axis: Axis, delegation: str | None) -> AnyEntry:
    kept = tuple(r for r in entry.ratings if (r.axis, r.delegation) != (axis, delegation))
    return replace(entry, ratings=kept)


def _rated(entry: AnyEntry, rating: Rating) -> AnyEntry:
    """Return an entry with one rating; those on the other axis and for others stay."""
    place = (rating.axis, rating.delegation)
    mine = [r for r in entry.ratings if (r.axis, r.delegation) == place]
    others = [r for r in entry.ratings if r not in mine]
    if mine:
        rating = replace(rating, id=mine[0].id)
    return replace(entry, ratings=(*others, rating))


def _put_tags(step: library.Step, new_tags: Mapping[str, Texts]) -> None:
    for slug, names in new_tags.items():
        library.put_tag(step, slug, names)


def _put(step: library.Step, entry: Topic | Recommendation) -> None:
    if isinstance(entry, Topic):
        library.put_topic(step, entry)
    else:
        library.put_recommendation(step, entry)


def _refuse_untitled(titles: Texts) -> None:
    if not titles:
        raise Refused("entry-needs-title")
