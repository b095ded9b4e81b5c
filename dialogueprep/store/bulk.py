"""Many topics and recommendations read and written at once, a statement for all of them."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from dialogueprep.domain.library import Dimension, Format
from dialogueprep.store import rows
from dialogueprep.store.rows import Readable
from dialogueprep.store.step import Step, new_id

TABLES = ("topics", "recommendations")
_THESE = "(SELECT value FROM json_each(?))"
_MANY = 50  # entries from which on what is theirs is deleted a table at a time
# What belongs to an entry, and the column that says to which.
_THEIRS = {
    "texts": "owner", "ratings": "subject", "entry_passages": "entry", "entry_tags": "entry",
    "past_uses": "entry",
}  # fmt: skip
# Deleting these would change a row of a closed dialogue, which is frozen.
_FROZEN = (
    "SELECT x.topic FROM items x JOIN dialogues d ON d.id = x.dialogue"
    " WHERE d.phase = 'closed' AND x.topic IS NOT NULL",
    "SELECT x.recommendation FROM findings x JOIN dialogues d ON d.id = x.dialogue"
    " WHERE d.phase = 'closed' AND x.recommendation IS NOT NULL",
    "SELECT x.recommendation FROM proposals x JOIN dialogues d ON d.id = x.dialogue"
    " WHERE d.phase = 'closed' AND x.recommendation IS NOT NULL",
    "SELECT x.recommendation FROM notes x JOIN items i ON i.id = x.item"
    " JOIN dialogues d ON d.id = i.dialogue"
    " WHERE d.phase = 'closed' AND x.recommendation IS NOT NULL",
    "SELECT x.recommendation FROM item_recommendations x JOIN items i ON i.id = x.item"
    " JOIN dialogues d ON d.id = i.dialogue WHERE d.phase = 'closed'",
)


@dataclass(frozen=True, slots=True)
class Survey:
    """What some entries have in common: how many of them have each tag, format and dimension.

    ``ratings`` counts them by the day on which they are to be looked at again, None for none.
    """

    topics: int = 0
    recommendations: int = 0
    tags: Mapping[str, int] = field(default_factory=dict[str, int])
    formats: Mapping[Format, int] = field(default_factory=dict[Format, int])
    dimensions: Mapping[Dimension, int] = field(default_factory=dict[Dimension, int])
    ratings: Mapping[date | None, int] = field(default_factory=dict["date | None", int])

    @property
    def entries(self) -> int:
        """How many there are."""
        return self.topics + self.recommendations


def survey(store: Readable, entries: Iterable[str]) -> Survey:
    """Return what these topics and recommendations have in common; other ids are left out."""
    these = json.dumps(list(entries))
    formats: dict[Format, int] = {}
    dimensions: dict[Dimension, int] = {}
    counts: list[int] = []
    for table in TABLES:
        counts.append(0)
        alike = f"SELECT dimension, formats, count(*) FROM {table} WHERE id IN {_THESE}"
        for dimension, column, n in _run(store, f"{alike} GROUP BY 1, 2", these):
            counts[-1] += n
            dimensions[Dimension(dimension)] = dimensions.get(Dimension(dimension), 0) + n
            for each in map(Format, rows.from_list(column)):
                formats[each] = formats.get(each, 0) + n
    return Survey(
        counts[0], counts[1], _tags(store, these), formats, dimensions, _due(store, these)
    )


def existing(store: Readable, entries: Iterable[str]) -> tuple[str, ...]:
    """Return those of the ids that are of topics and recommendations."""
    these = json.dumps(list(entries))
    query = " UNION ALL ".join(f"SELECT id FROM {table} WHERE id IN {_THESE}" for table in TABLES)
    return tuple(id_ for (id_,) in _run(store, query, these, these))


def recommendations_of(store: Readable, topics: Iterable[str]) -> tuple[str, ...]:
    """Return the ids of the recommendations of these topics."""
    query = f"SELECT id FROM recommendations WHERE topic IN {_THESE}"
    return tuple(id_ for (id_,) in _run(store, query, json.dumps(list(topics))))


def frozen(store: Readable) -> frozenset[str]:
    """Return the ids of the entries that a closed dialogue names, which cannot be removed.

    A topic is among them if one of its recommendations is.
    """
    found = {id_ for query in _FROZEN for (id_,) in _run(store, query)}
    query = f"SELECT topic FROM recommendations WHERE id IN {_THESE}"
    return frozenset(found | {id_ for (id_,) in _run(store, query, json.dumps(sorted(found)))})


def add_tag(step: Step, entries: Collection[str], tag: str) -> None:
    """Give a tag (its id) to the entries that lack it, after their others."""
    lacking = (
        "SELECT e.value, coalesce((SELECT max(position) + 1 FROM entry_tags"
        " WHERE entry = e.value), 0) FROM json_each(?) e"
        " WHERE NOT EXISTS (SELECT 1 FROM entry_tags WHERE entry = e.value AND tag = ?)"
    )
    found = _run(step, lacking, json.dumps(list(entries)), tag)
    new = [(new_id(), entry, tag, position) for entry, position in found]
    insert = "INSERT INTO entry_tags (id, entry, tag, position) VALUES (?, ?, ?, ?)"
    step.db.conn.executemany(insert, new)


def remove_tag(step: Step, entries: Collection[str], tag: str) -> None:
    """Take a tag (its id) from entries."""
    query = f"DELETE FROM entry_tags WHERE tag = ? AND entry IN {_THESE}"
    rows.execute(step.db, query, [tag, json.dumps(list(entries))])


def set_dimension(step: Step, entries: Collection[str], dimension: Dimension) -> None:
    """Put entries into a dimension."""
    these = json.dumps(list(entries))
    for table in TABLES:
        query = f"UPDATE {table} SET dimension = ? WHERE dimension <> ? AND id IN {_THESE}"
        rows.execute(step.db, query, [dimension.value, dimension.value, these])


def change_formats(
    step: Step,
    entries: Collection[str],
    change: Callable[[tuple[Format, ...]], tuple[Format, ...]],
) -> None:
    """Change the formats of entries."""
    these = json.dumps(list(entries))
    for table in TABLES:
        found = _run(step, f"SELECT id, formats FROM {table} WHERE id IN {_THESE}", these)
        changed: list[tuple[str, str]] = []
        for id_, before in found:
            after = rows.as_list(change(tuple(map(Format, rows.from_list(before)))))
            if after != before:
                changed.append((after, id_))
        step.db.conn.executemany(f"UPDATE {table} SET formats = ? WHERE id = ?", changed)


def set_review_by(step: Step, entries: Collection[str], day: date) -> None:
    """Let the ratings that entries have be looked at again on a day."""
    query = f"UPDATE ratings SET review_by = ? WHERE review_by IS NOT ? AND subject IN {_THESE}"
    rows.execute(step.db, query, [day.isoformat(), day.isoformat(), json.dumps(list(entries))])


def delete(step: Step, entries: Collection[str]) -> None:
    """Delete entries; the recommendations of a topic go with it, and all that is theirs.

    What a closed dialogue names may not be among them (see `frozen`).
    """
    these = json.dumps(list(entries))
    if step.take_out is None or len(entries) < _MANY:
        for table in reversed(TABLES):
            rows.execute(step.db, f"DELETE FROM {table} WHERE id IN {_THESE}", [these])
        return
    step.take_out(_gone_with(step, these))


def _gone_with(step: Step, these: str) -> list[tuple[str, list[str]]]:
    """Return what goes with entries, table after table; what belongs to others comes first."""
    topics = _ids(step, "topics", "id", these)
    alone = _ids(step, "recommendations", "id", these)
    under = _ids(step, "recommendations", "topic", json.dumps(topics))
    recommendations = sorted({*alone, *under})
    questions = _ids(step, "topic_questions", "topic", json.dumps(topics))
    owners = json.dumps([*topics, *recommendations, *questions])
    theirs = [(table, _ids(step, table, column, owners)) for table, column in _THEIRS.items()]
    entries = [("recommendations", recommendations), ("topics", topics)]
    return [*theirs, ("topic_questions", questions), *entries]


def _ids(step: Step, table: str, column: str, values: str) -> list[str]:
    # The values are few beside the table, and the column has an index.
    query = f"SELECT t.id FROM json_each(?) v CROSS JOIN {table} t ON t.{column} = v.value"
    return [id_ for (id_,) in _run(step, query, values)]


def _tags(store: Readable, these: str) -> dict[str, int]:
    query = (
        "SELECT t.slug, count(DISTINCT e.entry) FROM entry_tags e JOIN tags t ON t.id = e.tag"
        f" WHERE e.entry IN {_THESE} GROUP BY 1"
    )
    return dict(_run(store, query, these))


def _due(store: Readable, these: str) -> dict[date | None, int]:
    query = f"SELECT review_by, count(*) FROM ratings WHERE subject IN {_THESE} GROUP BY 1"
    return {date.fromisoformat(d) if d else None: n for d, n in _run(store, query, these)}


def _run(store: Readable, query: str, *values: str) -> list[tuple[Any, ...]]:
    return rows.execute(store.db, query, values).fetchall()
