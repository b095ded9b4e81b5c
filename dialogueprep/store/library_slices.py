"""The entries of a library read some at a time, so that a window stays alive meanwhile."""

from __future__ import annotations

from collections.abc import Generator, Sequence
from typing import TypeVar

from dialogueprep.domain.library import Recommendation, Topic
from dialogueprep.store import library, rows
from dialogueprep.store.rows import Readable

T = TypeVar("T")
SLICE = 15
"""How many entries are read at a time: a few milliseconds' work, also in a large library."""
_ROOM = 64  # MB of pages that are kept meanwhile: what belongs to one entry lies on many
Entries = tuple[tuple[Topic, ...], tuple[Recommendation, ...]]


def entries(store: Readable) -> Generator[tuple[int, int], None, Entries]:
    """Read all topics and recommendations and return them as in the library.

    Yields after each slice how many of how many are read. What changes meanwhile is not seen:
    whoever reads begins anew then.
    """
    found: list[Topic] = []
    others: list[Recommendation] = []
    before = rows.execute(store.db, "PRAGMA cache_size").fetchone()[0]
    rows.execute(store.db, f"PRAGMA cache_size = -{_ROOM * 1024}")
    try:
        topics, recommendations = _ids(store, "topics"), _ids(store, "recommendations")
        every = len(topics) + len(recommendations)
        for some in _sliced(topics):
            found += library.some_topics(store, some).values()
            yield len(found), every
        for some in _sliced(recommendations):
            others += library.recommendations_for(store, (), some)
            yield len(found) + len(others), every
    finally:
        rows.execute(store.db, f"PRAGMA cache_size = {before}")
    return (
        tuple(sorted(found, key=library.by_rating)),
        tuple(sorted(others, key=library.by_rating)),
    )


def _ids(store: Readable, table: str) -> list[str]:
    # Without an order SQLite may read an index, which is much smaller than the table.
    return sorted(id_ for (id_,) in rows.execute(store.db, f"SELECT id FROM {table}"))


def _sliced(ids: Sequence[T]) -> list[Sequence[T]]:
    return [ids[at : at + SLICE] for at in range(0, len(ids), SLICE)]
