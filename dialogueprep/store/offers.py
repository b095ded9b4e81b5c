"""All topics in a few facts each, for offers: quick also with very many of them."""

from __future__ import annotations

from dialogueprep.domain.library import Dimension, Format, TopicId
from dialogueprep.domain.offer import Standing
from dialogueprep.store import rows
from dialogueprep.store.rows import Readable

_TOPICS = "SELECT id, dimension, formats FROM topics"
_RATINGS = (
    "SELECT subject, axis, max(value) FROM ratings"
    " WHERE subject IN (SELECT id FROM topics) GROUP BY subject, axis"
)
_TITLES = (
    "SELECT owner, language, wording FROM texts WHERE owner_table = 'topics' AND field = 'title'"
)
_ON_AGENDA = (
    "SELECT subject, max(value) FROM ratings WHERE axis = 'sensitivity'"
    " AND subject IN (SELECT topic FROM items WHERE dialogue = ?) GROUP BY subject"
)


def standings(store: Readable, language: str = "en") -> tuple[Standing, ...]:
    """Return all topics with their highest ratings, titles in this language where they have one.

    The least sensitive come first, then the most operable; what is unrated stands last.
    """
    rated: dict[tuple[str, str], int] = {
        (subject, axis): value for subject, axis, value in rows.execute(store.db, _RATINGS)
    }
    titles = _titles(store, language)
    formats: dict[str, tuple[Format, ...]] = {}
    found: list[Standing] = []
    for id_, dimension, listed in rows.execute(store.db, _TOPICS):
        if listed not in formats:
            formats[listed] = tuple(Format(f) for f in rows.from_list(listed))
        ratings = (rated.get((id_, "sensitivity")), rated.get((id_, "operability")))
        at = (TopicId(id_), titles.get(id_, ""), Dimension(dimension), formats[listed])
        found.append(Standing(*at, *ratings))
    return tuple(sorted(found, key=lambda each: each.order))


def _titles(store: Readable, language: str) -> dict[str, str]:
    titles: dict[str, str] = {}
    for owner, told, wording in rows.execute(store.db, _TITLES):
        if told == language or owner not in titles:
            titles[owner] = wording
    return titles


def sensitivities_on(store: Readable, dialogue: str) -> dict[TopicId, int]:
    """Return the highest rating of sensitivity of each topic on a dialogue's agenda."""
    found = rows.execute(store.db, _ON_AGENDA, [dialogue])
    return {TopicId(subject): value for subject, value in found}
