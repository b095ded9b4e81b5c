"""What is still to be rated: entries that are unrated, or whose rating has expired."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from dialogueprep.domain.library import Recommendation, Topic
from dialogueprep.store import library, rows
from dialogueprep.store.rows import Readable

_ENTRIES = "SELECT id, 0 AS kind FROM topics UNION ALL SELECT id, 1 AS kind FROM recommendations"
_AXES = "(SELECT count(DISTINCT axis) FROM ratings WHERE subject = entry.id)"
_UNRATED = f"SELECT id FROM ({_ENTRIES}) AS entry WHERE {_AXES} < 2 ORDER BY kind LIMIT ?"
_EXPIRED = (
    "SELECT entry.id FROM ratings r JOIN"
    f" ({_ENTRIES}) AS entry ON entry.id = r.subject WHERE r.review_by <= ?"
    " GROUP BY entry.id ORDER BY min(r.review_by), min(entry.kind) LIMIT ?"
)


def unrated(store: Readable, most: int) -> tuple[str, ...]:
    """Return the ids of entries that lack a rating on one axis or both, topics first."""
    return tuple(id_ for (id_,) in rows.execute(store.db, _UNRATED, [most]))


def expired(store: Readable, today: date, most: int) -> tuple[str, ...]:
    """Return the ids of entries with a rating to be looked at again, the longest due first."""
    return tuple(id_ for (id_,) in rows.execute(store.db, _EXPIRED, [today.isoformat(), most]))


def entries(store: Readable, ids: Iterable[str]) -> tuple[Topic | Recommendation, ...]:
    """Return the topics and recommendations with these ids, in the order of the ids."""
    wanted = tuple(ids)
    known: dict[str, Topic | Recommendation] = {
        **{str(t.id): t for t in library.some_topics(store, wanted).values()},
        **{str(r.id): r for r in library.recommendations_for(store, (), wanted)},
    }
    return tuple(known[id_] for id_ in wanted if id_ in known)
