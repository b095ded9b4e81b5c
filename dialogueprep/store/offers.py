"""All topics in a few facts each, for offers: quick also with very many of them."""

from __future__ import annotations

from collections.abc import Sequence

from dialogueprep.domain.library import Dimension, Format, TopicId
from dialogueprep.domain.offer import TopicFacts
from dialogueprep.store import rows
from dialogueprep.store.rows import Readable

_STANDINGS = (
    "SELECT t.id, t.dimension, t.formats,"
    " max(CASE r.axis WHEN 'sensitivity' THEN r.value END),"
    " max(CASE r.axis WHEN 'operability' THEN r.value END)"
    " FROM topics t LEFT JOIN ratings r ON r.subject = t.id GROUP BY t.id"
)
_TITLES = (
    "SELECT owner, language, wording FROM texts"
    " WHERE owner_table = 'topics' AND field = 'title' AND owner IN ({among})"
)
_ON_AGENDA = (
    "SELECT subject, max(value) FROM ratings WHERE axis = 'sensitivity'"
    " AND subject IN (SELECT topic FROM items WHERE dialogue = ?) GROUP BY subject"
)


def standings(store: Readable) -> tuple[TopicFacts, ...]:
    """Return all topics with their highest ratings.

    The least sensitive come first, then the most operable; what is unrated stands last.
    """
    formats: dict[str, tuple[Format, ...]] = {}
    dimensions = {each.value: each for each in Dimension}
    found: list[TopicFacts] = []
    for id_, dimension, listed, *rated in rows.execute(store.db, _STANDINGS):
        if listed not in formats:
            formats[listed] = tuple(Format(f) for f in rows.from_list(listed))
        found.append(TopicFacts(TopicId(id_), dimensions[dimension], formats[listed], *rated))
    return tuple(sorted(found, key=lambda each: each.order))


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
