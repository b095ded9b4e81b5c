"""Which topics a query finds, also by their recommendations, questions, passages and tags."""

from __future__ import annotations

from dialogueprep.domain.library import TopicId
from dialogueprep.store import library_search, search


def topics_found(store: search.Searchable, query: str) -> frozenset[TopicId]:
    """Return the topics that a query finds, by themselves or by one of their recommendations."""
    return frozenset(library_search.found(store, query).topics)
