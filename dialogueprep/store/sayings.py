"""What all entries of the library say, a slice at a time, to be compared off the store."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from dialogueprep.domain.library import Dimension, SourceId
from dialogueprep.domain.likeness import Saying
from dialogueprep.domain.texts import Texts
from dialogueprep.store import rows, texts
from dialogueprep.store.rows import Readable

SLICE = 500
_BODY = {"topics": "summary", "recommendations": "text"}
_TAGS = "SELECT e.entry, t.slug FROM entry_tags e JOIN tags t ON t.id = e.tag WHERE e.entry IN"
_SOURCES = (
    "SELECT e.entry, p.source FROM entry_passages e JOIN passages p ON p.id = e.passage"
    " WHERE e.entry IN"
)


def count(store: Readable) -> int:
    """Return how many topics and recommendations there are."""
    every = (f"SELECT count(*) FROM {table}" for table in _BODY)
    return sum(rows.execute(store.db, query).fetchone()[0] for query in every)


def read(store: Readable) -> Iterator[tuple[Saying, ...]]:
    """Yield what the entries say, at most `SLICE` at a time, topics first."""
    for table in _BODY:
        known = list(rows.execute(store.db, f"SELECT id, dimension FROM {table} ORDER BY id"))
        for at in range(0, len(known), SLICE):
            yield _slice(store, table, known[at : at + SLICE])


def _slice(store: Readable, table: str, known: Sequence[tuple[str, str]]) -> tuple[Saying, ...]:
    ids = tuple(id_ for id_, _dimension in known)
    marks = ", ".join("?" * len(ids))
    said = texts.of_table(store, table, marks, ids)
    tags, sources = (
        _parts(store, f"{query} ({marks}) ORDER BY e.position", ids) for query in (_TAGS, _SOURCES)
    )
    return tuple(
        Saying(
            id=id_,
            titles=said.get(id_, {}).get("title", Texts()),
            body=said.get(id_, {}).get(_BODY[table], Texts()),
            tags=tuple(tags[id_]),
            sources=frozenset(map(SourceId, sources[id_])),
            dimension=Dimension(dimension),
            topic=table == "topics",
        )
        for id_, dimension in known
    )


def _parts(store: Readable, query: str, ids: Sequence[str]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for entry, value in rows.execute(store.db, query, ids):
        found[entry].append(value)
    return found
