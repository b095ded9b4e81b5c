"""All topics in a few facts each, for offers: quick also with very many of them."""

from __future__ import annotations

from collections.abc import Sequence

from dialogueprep.domain.library import Axis, Dimension, Format, TopicId
from dialogueprep.domain.offer import TopicFacts
from dialogueprep.store import rows
from dialogueprep.store.rows import Readable

_TOPICS = "SELECT id, dimension, formats FROM topics"
_RATINGS = "SELECT subject, axis, value FROM ratings"  # reading all is quicker than looking up
_TITLES = (
    "SELECT owner, language, wording FROM texts"
    " WHERE owner_table = 'topics' AND field = 'title' AND owner IN ({among})"
)
_ON_AGENDA = (
    "SELECT subject, max(value) FROM ratings WHERE axis = 'sensitivity'"
    " AND subject IN (SELECT topic FROM items WHERE dialogue = ?) GROUP BY subject"
)
_DIMENSIONS_ON = (
    "SELECT id, dimension FROM topics WHERE id IN (SELECT topic FROM items WHERE dialogue = ?)"
)


def standings(store: Readable) -> tuple[TopicFacts, ...]:
    """Return all topics with their highest ratings.

    The least sensitive come first, then the most operable; what is unrated stands last.
    """
    formats: dict[str, tuple[Format, ...]] = {}
    dimensions = {each.value: each for each in Dimension}
    topics: list[tuple[str, str, str]] = list(rows.execute(store.db, _TOPICS))
    rated = _highest(store, {id_ for id_, _, _ in topics})
    found: list[TopicFacts] = []
    for id_, dimension, listed in topics:
        if listed not in formats:
            formats[listed] = tuple(Format(f) for f in rows.from_list(listed))
        at = (TopicId(id_), dimensions[dimension], formats[listed])
        ratings = (rated.get((id_, axis.value)) for axis in Axis)
        found.append(TopicFacts(*at, *ratings))
    return tuple(sorted(found, key=lambda each: each.order))


def _highest(store: Readable, ids: set[str]) -> dict[tuple[str, str], int]:
    found: dict[tuple[str, str], int] = {}
    for subject, axis, value in rows.execute(store.db, _RATINGS):
        if subject in ids and value > found.get((subject, axis), 0):
            found[subject, axis] = value
    return found


def titles(store: Readable, ids: Sequence[str], language: str) -> dict[TopicId, str]:
    """Return the titles of these topics in a language, else in another that there is."""
    query = _TITLES.format(among=", ".join("?" * len(ids)))
    found: dict[TopicId, str] = {}
    for owner, told, wording in rows.execute(store.db, query, ids):
        if told == language or owner not in found:
            found[owner] = wording
    return found


def sensitivities_on(store: Readable, dialogue: str) -> dict[TopicId, int]:
    """Return the highest rating of sensitivity of each topic on a dialogue's agenda."""
    found = rows.execute(store.db, _ON_AGENDA, [dialogue])
    return {TopicId(subject): value for subject, value in found}


def dimensions_on(store: Readable, dialogue: str) -> dict[TopicId, Dimension]:
    """Return the dimension of each topic on a dialogue's agenda."""
    found = rows.execute(store.db, _DIMENSIONS_ON, [dialogue])
    return {TopicId(topic): Dimension(value) for topic, value in found}
