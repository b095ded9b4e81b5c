"""Which topics a query finds, also by their recommendations, questions, passages and tags."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from typing import Protocol

from dialogueprep.domain.library import TopicId
from dialogueprep.store import rows, search
from dialogueprep.store.rows import Readable

_KINDS = ("topic", "recommendation", "topic question", "passage", "tag")
_ALL = 1_000_000


class Library(Readable, search.Searchable, Protocol):
    """An open workspace, to read and to search."""


def topics_found(store: Library, query: str) -> frozenset[TopicId]:
    """Return the topics of which any part, in any language, holds all words of the query."""
    found: dict[str, set[str]] = defaultdict(set)
    for hit in search.find(store, query, _KINDS, _ALL):
        found[hit.kind].add(hit.id)
    entries = found["topic"] | found["recommendation"]
    entries |= _linked(store, "entry_passages", "passage", "entry", found["passage"])
    entries |= _linked(store, "entry_tags", "tag", "entry", found["tag"])
    entries |= _linked(store, "topic_questions", "id", "topic", found["topic question"])
    topics = {r["id"]: r["topic"] for r in rows.select(store, "recommendations")} if entries else {}
    return frozenset(TopicId(topics.get(entry, entry)) for entry in entries)


def _linked(
    store: Readable, table: str, column: str, wanted: str, among: Collection[str]
) -> set[str]:
    """Return what one column says in the rows whose other column is among these ids."""
    if not among:
        return set()
    return {row[wanted] for row in rows.select(store, table) if row[column] in among}
