"""How many topics and recommendations there are, and which recommendations topics have."""

from __future__ import annotations

import json
from collections.abc import Iterable

from dialogueprep.store import rows
from dialogueprep.store.rows import Readable

_OF = "SELECT id FROM recommendations WHERE topic IN (SELECT value FROM json_each(?))"


def sizes(store: Readable) -> tuple[int, int]:
    """Return the numbers of topics and of recommendations."""
    query = "SELECT (SELECT count(*) FROM topics), (SELECT count(*) FROM recommendations)"
    return rows.execute(store.db, query).fetchone()


def with_recommendations(store: Readable, topics: Iterable[str]) -> tuple[str, ...]:
    """Return the ids of topics, and after them those of their recommendations."""
    wanted = list(topics)
    found = rows.execute(store.db, _OF, [json.dumps(wanted)])
    return (*wanted, *(id_ for (id_,) in found))
