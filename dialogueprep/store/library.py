"""Sources, topics and recommendations of the library."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sized
from dataclasses import dataclass
from datetime import date

from dialogueprep.domain.library import (
    Axis,
    Dimension,
    Entry,
    Format,
    Maturity,
    Passage,
    PassageId,
    Rating,
    RatingId,
    Recommendation,
    RecommendationId,
    Source,
    SourceId,
    SourceKind,
    Topic,
    TopicId,
)
from dialogueprep.domain.texts import Texts
from dialogueprep.store import rows, tags, texts
from dialogueprep.store.rows import Readable, Row
from dialogueprep.store.step import Step, new_id

tag_names, put_tag = tags.tag_names, tags.put_tag


def sources(store: Readable) -> tuple[Source, ...]:
    """Return all sources, newest first."""
    return tuple(_source(r) for r in rows.select(store, "sources", order="published DESC, title"))


def some_sources(store: Readable, ids: Iterable[SourceId]) -> dict[SourceId, Source]:
    """Return the sources with these ids; the rest is not read."""
    wanted = tuple(ids)
    found = rows.select(store, "sources", f"id IN ({_marks(wanted)})", wanted)
    return {source.id: source for source in map(_source, found)}


def topics(store: Readable) -> tuple[Topic, ...]:
    """Return all topics, in the order of sensitivity, then operability, then title."""
    parts = _Parts(store, "topics")
    questions = _questions(store)
    found = [_topic(r, parts, questions) for r in rows.select(store, "topics")]
    return tuple(sorted(found, key=by_rating))


def some_topics(store: Readable, ids: Iterable[str]) -> dict[TopicId, Topic]:
    """Return the topics with these ids, in the order of the ids; the rest is not read."""
    wanted = tuple(dict.fromkeys(ids))
    among = _marks(wanted)
    parts = _Parts(store, "topics", among, wanted)
    questions = _questions(store, among, wanted)
    found = rows.select(store, "topics", f"id IN ({among})", wanted)
    known = {r["id"]: _topic(r, parts, questions) for r in found}
    return {TopicId(id_): known[id_] for id_ in wanted if id_ in known}


def recommendations_for(
    store: Readable, topics: Iterable[str], also: Iterable[str] = ()
) -> tuple[Recommendation, ...]:
    """Return the recommendations of these topics, and others by their ids, as in the library."""
    owners, others = tuple(topics), tuple(also)
    where = f"topic IN ({_marks(owners)}) OR id IN ({_marks(others)})"
    found = list(rows.select(store, "recommendations", where, (*owners, *others)))
    ids = tuple(str(r["id"]) for r in found)
    parts = _Parts(store, "recommendations", _marks(ids), ids)
    return tuple(sorted((_recommendation(r, parts) for r in found), key=by_rating))


def _marks(values: Sized) -> str:
    return ", ".join("?" * len(values))


def count_topics(store: Readable) -> int:
    """Return how many topics there are."""
    return rows.execute(store.db, "SELECT count(*) FROM topics").fetchone()[0]


def recommendations(store: Readable) -> tuple[Recommendation, ...]:
    """Return all recommendations, in the order of sensitivity, then operability, then title."""
    parts = _Parts(store, "recommendations")
    found = [_recommendation(r, parts) for r in rows.select(store, "recommendations")]
    return tuple(sorted(found, key=by_rating))


def titles_of_recommendations(
    store: Readable, ids: Iterable[RecommendationId]
) -> dict[RecommendationId, Texts]:
    """Return the titles of these recommendations; ids that are not there are left out."""
    among = "SELECT value FROM json_each(?)"
    found = texts.of_table(store, "recommendations", among, (rows.as_list(ids),))
    return {
        RecommendationId(owner): fields.get("title", Texts()) for owner, fields in found.items()
    }


def due(store: Readable, today: date) -> tuple[Texts, ...]:
    """Return the titles of the topics with a rating that was to be looked at again by today."""
    overdue = "SELECT subject FROM ratings WHERE review_by <= ?"
    found = texts.of_table(store, "topics", overdue, (today.isoformat(),))
    return tuple(fields["title"] for fields in found.values())


@dataclass(frozen=True, slots=True)
class Expired:
    """A rating that was to be looked at again, and the entry that it judges."""

    entry: str
    titles: Texts
    rating: Rating


def expired(store: Readable, today: date) -> tuple[Expired, ...]:
    """Return the ratings of topics and recommendations to be looked at again, the oldest first."""
    among = "SELECT subject FROM ratings WHERE review_by <= ?"
    on = (today.isoformat(),)
    titles = {
        **texts.of_table(store, "topics", among, on),
        **texts.of_table(store, "recommendations", among, on),
    }
    found = rows.select(store, "ratings", "review_by <= ?", on, "review_by, subject, axis")
    return tuple(
        Expired(r["subject"], titles.get(r["subject"], {}).get("title", Texts()), _rating(r))
        for r in found
    )


def source_of_file(store: Readable, sha256: str) -> Source | None:
    """Return the source that was taken in from a file with this digest, or None."""
    found = next(rows.select(store, "sources", "sha256 = ?", [sha256]), None)
    return _source(found) if found else None


def put_source(step: Step, source: Source, *, sha256: str | None = None) -> None:
    """Write a source, new or changed; ``sha256`` is the digest of the file it was read from."""
    row: Row = {
        "title": source.title,
        "publisher": source.publisher,
        "published": source.published.isoformat(),
        "kind": source.kind.value,
        "language": source.language,
    }
    if sha256 is not None:
        row["sha256"] = sha256
    rows.put(step, "sources", source.id, row)


def put_topic(step: Step, topic: Topic, *, shipped: str | None = None) -> None:
    """Write a topic with its texts, questions, ratings, tags and passages.

    ``shipped`` is its name in the shipped library, for entries that come from there.
    """
    row: Row = {"dimension": topic.dimension.value, "formats": rows.as_list(topic.formats)}
    if shipped is not None:
        row["shipped"] = shipped
    rows.put(step, "topics", topic.id, row)
    texts.write(step, "topics", topic.id, {"title": topic.titles, "summary": topic.summaries})
    _put_questions(step, topic)
    _put_parts(step, topic.id, topic)


def put_recommendation(
    step: Step, recommendation: Recommendation, *, shipped: str | None = None
) -> None:
    """Write a recommendation with its texts, ratings, tags and passages."""
    it = recommendation
    row: Row = {
        "topic": it.topic,
        "dimension": it.dimension.value,
        "formats": rows.as_list(it.formats),
        "actor": it.actor,
        "addressee": it.addressee,
        "instrument": it.instrument,
        "horizon": it.horizon,
        "maturity": it.maturity.value if it.maturity else None,
        "support_as_printed": it.support_as_printed,
    }
    if shipped is not None:
        row["shipped"] = shipped
    rows.put(step, "recommendations", it.id, row)
    texts.write(step, "recommendations", it.id, {"title": it.titles, "text": it.texts})
    _put_parts(step, it.id, it)


def delete_topic(step: Step, topic: TopicId) -> None:
    """Delete a topic; its questions and recommendations go with it."""
    rows.delete(step, "topics", topic)


def delete_recommendation(step: Step, recommendation: RecommendationId) -> None:
    """Delete a recommendation."""
    rows.delete(step, "recommendations", recommendation)


def shipped_ids(store: Readable, table: str) -> dict[str, str]:
    """Return ids by name in the shipped library, for 'topics' or 'recommendations'."""
    return {r["shipped"]: r["id"] for r in rows.select(store, table, "shipped IS NOT NULL")}


class _Parts:
    """What hangs on the entries of one table, read in one query each.

    ``among`` narrows the entries, as in `texts.of_table`.
    """

    def __init__(
        self, store: Readable, table: str, among: str | None = None, ids: tuple[str, ...] = ()
    ) -> None:
        def of(column: str) -> str:
            return "" if among is None else f"{column} IN ({among})"

        passages = of("entry") and f"id IN (SELECT passage FROM entry_passages WHERE {of('entry')})"
        self.texts = texts.of_table(store, table, among or "", ids) if among != "" else {}
        self.ratings: dict[str, list[Rating]] = defaultdict(list)
        for row in rows.select(store, "ratings", of("subject"), ids, "axis DESC, delegation"):
            self.ratings[row["subject"]].append(_rating(row))
        known = {r["id"]: _passage(r) for r in rows.select(store, "passages", passages, ids)}
        self.passages: dict[str, list[Passage]] = defaultdict(list)
        for row in rows.select(store, "entry_passages", of("entry"), ids, "position"):
            self.passages[row["entry"]].append(known[row["passage"]])
        slugs = {r["id"]: r["slug"] for r in rows.select(store, "tags")}
        self.tags: dict[str, list[str]] = defaultdict(list)
        for row in rows.select(store, "entry_tags", of("entry"), ids, "position, tag"):
            self.tags[row["entry"]].append(slugs[row["tag"]])

    def text(self, owner: str, field: str) -> Texts:
        return self.texts.get(owner, {}).get(field, Texts())


def by_rating(entry: Entry) -> tuple[int, int, str]:
    """Return the place of an entry in the order of the library, as a key to sort by."""
    return (entry.sensitivity or 9, -(entry.operability or 0), entry.titles.best("en"))


def _source(row: Row) -> Source:
    return Source(
        id=SourceId(row["id"]),
        title=row["title"],
        publisher=row["publisher"],
        published=date.fromisoformat(row["published"]),
        kind=SourceKind(row["kind"]),
        language=row["language"],
    )


def _passage(row: Row) -> Passage:
    return Passage(
        id=PassageId(row["id"]),
        source=SourceId(row["source"]),
        locator=row["locator"],
        text=row["wording"],
        start=row["starts"],
        end=row["ends"],
    )


def _rating(row: Row) -> Rating:
    return Rating(
        id=RatingId(row["id"]),
        axis=Axis(row["axis"]),
        value=row["value"],
        reason=row["reason"],
        rater=row["rater"],
        rated=date.fromisoformat(row["rated"]),
        review_by=date.fromisoformat(row["review_by"]) if row["review_by"] else None,
        delegation=row["delegation"],
    )


def _questions(
    store: Readable, among: str | None = None, ids: tuple[str, ...] = ()
) -> dict[str, list[Texts]]:
    where = "" if among is None else f"topic IN ({among})"
    owners = "" if among is None else f"SELECT id FROM topic_questions WHERE {where}"
    wordings = texts.of_table(store, "topic_questions", owners, ids)
    questions: dict[str, list[Texts]] = defaultdict(list)
    for row in rows.select(store, "topic_questions", where, ids, "topic, position"):
        questions[row["topic"]].append(wordings.get(row["id"], {}).get("question", Texts()))
    return questions


def _topic(row: Row, parts: _Parts, questions: dict[str, list[Texts]]) -> Topic:
    entry = row["id"]
    return Topic(
        id=TopicId(entry),
        titles=parts.text(entry, "title"),
        summaries=parts.text(entry, "summary"),
        dimension=Dimension(row["dimension"]),
        formats=tuple(Format(f) for f in rows.from_list(row["formats"])),
        tags=tuple(parts.tags[entry]),
        ratings=tuple(parts.ratings[entry]),
        passages=tuple(parts.passages[entry]),
        questions=tuple(questions[entry]),
    )


def _recommendation(row: Row, parts: _Parts) -> Recommendation:
    entry = row["id"]
    return Recommendation(
        id=RecommendationId(entry),
        topic=TopicId(row["topic"]),
        titles=parts.text(entry, "title"),
        texts=parts.text(entry, "text"),
        dimension=Dimension(row["dimension"]),
        formats=tuple(Format(f) for f in rows.from_list(row["formats"])),
        tags=tuple(parts.tags[entry]),
        ratings=tuple(parts.ratings[entry]),
        passages=tuple(parts.passages[entry]),
        actor=row["actor"],
        addressee=row["addressee"],
        instrument=row["instrument"],
        horizon=row["horizon"],
        maturity=Maturity(row["maturity"]) if row["maturity"] else None,
        support_as_printed=row["support_as_printed"],
    )


def _put_questions(step: Step, topic: Topic) -> None:
    there = [
        r["id"] for r in rows.select(step, "topic_questions", "topic = ?", [topic.id], "position")
    ]
    for position, question in enumerate(topic.questions):
        if position < len(there):
            row_id = there[position]
        else:
            row_id = new_id()
            place = {"id": row_id, "topic": topic.id, "position": position}
            rows.insert(step, "topic_questions", place)
        texts.write(step, "topic_questions", row_id, {"question": question})
    for row_id in there[len(topic.questions) :]:
        rows.delete(step, "topic_questions", row_id)


def _put_parts(step: Step, owner: str, entry: Entry) -> None:
    _put_ratings(step, owner, entry.ratings)
    rows.keep_only(step, "entry_passages", "entry", owner, ())
    for position, passage in enumerate(entry.passages):
        _put_passage(step, passage)
        link = {"entry": owner, "passage": passage.id, "position": position}
        rows.insert(step, "entry_passages", {"id": new_id(), **link})
    rows.keep_only(step, "entry_tags", "entry", owner, ())
    for position, slug in enumerate(entry.tags):
        link = {"entry": owner, "tag": tags.id_of(step, slug), "position": position}
        rows.insert(step, "entry_tags", {"id": new_id(), **link})


def _put_ratings(step: Step, owner: str, ratings: Iterable[Rating]) -> None:
    kept = tuple(ratings)
    rows.keep_only(step, "ratings", "subject", owner, (r.id for r in kept))
    for rating in kept:
        row = {
            "subject": owner,
            "delegation": rating.delegation,
            "axis": rating.axis.value,
            "value": rating.value,
            "reason": rating.reason,
            "rater": rating.rater,
            "rated": rating.rated.isoformat(),
            "review_by": rating.review_by.isoformat() if rating.review_by else None,
        }
        rows.put(step, "ratings", rating.id, row)


def _put_passage(step: Step, passage: Passage) -> None:
    row = {
        "source": passage.source,
        "locator": passage.locator,
        "wording": passage.text,
        "starts": passage.start,
        "ends": passage.end,
    }
    rows.put(step, "passages", passage.id, row)
