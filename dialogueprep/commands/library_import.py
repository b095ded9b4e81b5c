"""Taking what was accepted from a report into the library, and keeping reviews for later."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from dialogueprep.commands.copies import IMPORT, copy_before
from dialogueprep.commands.library import RATER
from dialogueprep.commands.new_tags import NewTags
from dialogueprep.domain.errors import Refused
from dialogueprep.domain.library import (
    Axis,
    Passage,
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
from dialogueprep.domain.review import Candidate, Review, topic_guess
from dialogueprep.domain.splitting.proposal import Unit
from dialogueprep.domain.texts import Texts
from dialogueprep.store import library, pairs, reviews, settings
from dialogueprep.store.step import new_id
from dialogueprep.store.workspace import Store
from dialogueprep.words import tr

PAGE = "library"
_A_YEAR = timedelta(days=365)


@dataclass(frozen=True, slots=True)
class Accepted:
    """An entry to be taken in, and the ids of entries that say the same."""

    entry: Topic | Recommendation
    variants: tuple[str, ...] = ()


def keep(store: Store, review: Review, label: str = "") -> None:
    """Keep a review, new or changed; one step, so that the last decision can be undone."""
    with store.step(label or tr("Import a report"), page=PAGE) as step:
        reviews.put(step, review)


def drop(store: Store, review: str) -> None:
    """Forget a review that is kept; nothing of it enters the library."""
    with store.step(tr("Drop the review"), page=PAGE) as step:
        reviews.delete(step, review)


def take_in(
    store: Store,
    source: Source,
    accepted: Sequence[Accepted],
    *,
    sha256: str = "",
    review: str = "",
    rater: str = "",
) -> None:
    """Write a source and the accepted entries with their passages in one step.

    The review with this id is forgotten in the same step, so that one undo brings it back.
    Raises Refused("nothing-accepted") if nothing was accepted.
    """
    if not accepted:
        raise Refused("nothing-accepted")
    copy_before(store, IMPORT)
    with store.step(tr("Take in a report"), page=PAGE) as step:
        library.put_source(step, source, sha256=sha256 or None)
        new = NewTags(step)
        for each in sorted(accepted, key=lambda it: isinstance(it.entry, Recommendation)):
            entry = each.entry
            if isinstance(entry, Topic):
                library.put_topic(step, new.with_written(entry, source.language))
            else:
                library.put_recommendation(step, new.with_written(entry, source.language))
            for other in each.variants:
                pairs.put(step, each.entry.id, other, pairs.VARIANT)
        if review:
            reviews.delete(step, review)
        if rater:
            settings.put(step, RATER, rater)


def take_in_review(store: Store, review: Review, today: date) -> TopicId | None:
    """Take in what was accepted in a review; return the first topic that was written to."""
    source, accepted = accepted_of(_with_what_is_there(store, review), today)
    take_in(
        store,
        source,
        accepted,
        sha256=review.facts.sha256,
        review=review.id,
        rater=review.facts.rater,
    )
    first = accepted[0].entry
    return first.id if isinstance(first, Topic) else first.topic


def _with_what_is_there(store: Store, review: Review) -> Review:
    """Return a review without topics and variants that were removed since they were chosen."""
    topics = {str(t.id) for t in library.topics(store)}
    known = topics | {str(r.id) for r in library.recommendations(store)}

    def there(it: Candidate) -> Candidate:
        here = not it.topic or it.topic.startswith(("new:", "candidate:")) or it.topic in topics
        variants = tuple(each for each in it.variants if each in known)
        return replace(it, topic=it.topic if here else "", variants=variants)

    return replace(review, candidates=tuple(map(there, review.candidates)))


def accepted_of(review: Review, today: date) -> tuple[Source, tuple[Accepted, ...]]:
    """Return the source of a review and the entries that were accepted, all with new ids.

    A recommendation whose topic was not accepted goes under a new topic of that name.
    """
    facts = review.facts
    source = Source(
        id=SourceId(new_id()),
        title=facts.title,
        publisher=facts.publisher,
        published=facts.published,
        kind=facts.kind,
        language=facts.language,
    )
    making = _Making(review, source, today)
    return source, making.entries()


class _Making:
    """Entries in the making: what is accepted, and the topics that they need."""

    def __init__(self, review: Review, source: Source, today: date) -> None:
        self._review, self._source, self._today = review, source, today
        accepted = review.accepted
        topics = [c for c in accepted if c.kind is Unit.TOPIC]
        self._ids: Mapping[int, TopicId] = {c.id: TopicId(new_id()) for c in topics}
        self._new: dict[str, Topic] = {}

    def entries(self) -> tuple[Accepted, ...]:
        found: list[Accepted] = []
        for each in self._review.accepted:
            topic = each.kind is Unit.TOPIC
            entry = self._topic(each) if topic else self._recommendation(each)
            found.append(Accepted(entry, each.variants))
        return (*map(Accepted, self._new.values()), *found)

    def _topic(self, it: Candidate) -> Topic:
        language = self._review.facts.language
        title = it.titles.get(language) or ""
        summary = "" if it.text.strip() == title.strip() else it.text.strip()
        return Topic(
            id=self._ids[it.id],
            titles=it.titles,
            summaries=Texts.of({language: summary}),
            dimension=it.dimension,
            formats=it.formats,
            tags=it.tags,
            ratings=self._ratings(it),
            passages=(self._passage(it),),
        )

    def _recommendation(self, it: Candidate) -> Recommendation:
        return Recommendation(
            id=RecommendationId(new_id()),
            topic=self._topic_of(it),
            titles=it.titles,
            texts=Texts.of({self._review.facts.language: it.text.strip()}),
            dimension=it.dimension,
            formats=it.formats,
            tags=it.tags,
            ratings=self._ratings(it),
            passages=(self._passage(it),),
            actor=it.actor or None,
            instrument=it.instrument or None,
            horizon=it.horizon or None,
            support_as_printed=it.support or None,
        )

    def _topic_of(self, it: Candidate) -> TopicId:
        where = it.topic or topic_guess(self._review, it)
        kind, _, rest = where.partition(":")
        if kind == "candidate":
            known = self._ids.get(int(rest))
            return known or self._made(it, self._title_of(int(rest)))
        return self._made(it, rest) if kind == "new" else TopicId(where)

    def _title_of(self, candidate: int) -> str:
        found = self._review.of(candidate)
        title = found.titles.best(self._review.facts.language) if found else ""
        return title or self._review.facts.title

    def _made(self, it: Candidate, title: str) -> TopicId:
        if title not in self._new:
            texts = Texts.of({self._review.facts.language: title})
            new = TopicId(new_id())
            topic = Topic(id=new, titles=texts, dimension=it.dimension, formats=it.formats)
            self._new[title] = topic
        return self._new[title].id

    def _passage(self, it: Candidate) -> Passage:
        return Passage(
            id=PassageId(new_id()),
            source=self._source.id,
            locator=it.section,
            text=self._review.report.text[it.start : it.end],
            start=it.start,
            end=it.end,
        )

    def _ratings(self, it: Candidate) -> tuple[Rating, ...]:
        found: list[Rating] = []
        for axis in Axis:
            value, reason = it.rating(axis)
            if value is None:
                continue
            if not reason.strip():
                raise Refused("rating-needs-reason")
            found.append(
                Rating(
                    id=RatingId(new_id()),
                    axis=axis,
                    value=value,
                    reason=reason.strip(),
                    rater=self._review.facts.rater,
                    rated=self._today,
                    review_by=self._today + _A_YEAR,
                )
            )
        return tuple(found)
