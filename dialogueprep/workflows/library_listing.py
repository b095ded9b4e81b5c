"""A library as one JSON document, for the command line; the shipped one needs no workspace."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from dialogueprep.domain.collection import Collection
from dialogueprep.domain.library import Axis, Entry, Passage, Rating, Recommendation, Source, Topic
from dialogueprep.domain.texts import Texts
from dialogueprep.workflows.library_searching import (
    search_shipped,
    search_workspace,
    shipped_library,
)

Json = dict[str, Any]


def listing() -> Json:
    """Return all sources, topics and recommendations of the shipped library."""
    return as_json(shipped_library())


def search(query: str, workspace: Path | None = None, key_file: Path | None = None) -> Json:
    """Return what a query finds, best first, with the sources it comes from.

    A workspace's library is searched if one is named, else the shipped one. Where errors of typing
    were forgiven, ``forgiven`` says which words were taken for which.
    """
    named = workspace is not None or key_file is not None
    answer = search_workspace(query, workspace, key_file) if named else search_shipped(query)
    told = as_json(answer.library, answer.entries)
    if answer.forgiven:
        told["forgiven"] = [{"typed": typed, "taken": taken} for typed, taken in answer.forgiven]
    return told


def as_json(library: Collection, entries: Sequence[Entry] | None = None) -> Json:
    """Return a library, or these entries of it, as values that JSON can hold.

    ``title`` and ``text`` are English, ``titles`` holds all languages; ``source`` and ``locator``
    name the first passage, ``passages`` all; ``format`` joins what ``formats`` lists.
    """
    shown = (*library.topics, *library.recommendations) if entries is None else tuple(entries)
    named = {p.source for entry in shown for p in entry.passages}
    sources = [s for s in library.sources if entries is None or s.id in named]
    return {
        "sources": [_source(s) for s in sources],
        "topics": [_topic(e) for e in shown if isinstance(e, Topic)],
        "recommendations": [_recommendation(e) for e in shown if isinstance(e, Recommendation)],
    }


def _source(source: Source) -> Json:
    return {
        "id": source.id,
        "title": source.title,
        "publisher": source.publisher,
        "published": source.published.isoformat(),
        "kind": source.kind.value,
        "language": source.language,
    }


def _topic(topic: Topic) -> Json:
    return {
        **_entry(topic, topic.id, topic.summaries),
        "questions": [_wordings(q) for q in topic.questions],
    }


def _recommendation(it: Recommendation) -> Json:
    return {
        **_entry(it, it.id, it.texts),
        "topic": it.topic,
        "actor": it.actor,
        "addressee": it.addressee,
        "instrument": it.instrument,
        "horizon": it.horizon,
        "maturity": it.maturity.value if it.maturity else None,
        "support_as_printed": it.support_as_printed,
    }


def _entry(entry: Entry, id_: str, text: Texts) -> Json:
    first = next(iter(entry.passages), None)
    return {
        "id": id_,
        "title": entry.titles.best("en"),
        "titles": _wordings(entry.titles),
        "text": text.best("en"),
        "source": first.source if first else None,
        "locator": first.locator if first else None,
        "passages": [_passage(p) for p in entry.passages],
        "format": "; ".join(entry.formats),
        "formats": list(entry.formats),
        "dimension": entry.dimension.value,
        "tags": list(entry.tags),
        "sensitivity": entry.sensitivity,
        "operability": entry.operability,
        "ratings": {
            axis.value: [_rating(r) for r in entry.ratings if r.axis is axis] for axis in Axis
        },
    }


def _passage(passage: Passage) -> Json:
    return {"source": passage.source, "locator": passage.locator}


def _rating(rating: Rating) -> Json:
    return {
        "value": rating.value,
        "reason": rating.reason,
        "rater": rating.rater,
        "rated": rating.rated.isoformat(),
        "review_by": rating.review_by.isoformat() if rating.review_by else None,
        "delegation": rating.delegation,
    }


def _wordings(texts: Texts) -> dict[str, str]:
    return {t.language: t.wording for t in texts.entries}
