"""What offers and agendas show of topics: titles, sensitivities and dimensions."""

from __future__ import annotations

from collections.abc import Sequence

from dialogueprep.domain.library import Dimension, TopicId
from dialogueprep.domain.whole_checks import touchy
from dialogueprep.store import rows
from dialogueprep.store.rows import Readable

_TITLES = (
    "SELECT owner, language, wording FROM texts"
    " WHERE owner_table = 'topics' AND field = 'title' AND owner IN ({among})"
)
_ON_AGENDA = (
    "SELECT subject, max(value) FROM ratings WHERE axis = 'sensitivity'"
    " AND subject IN (SELECT topic FROM items WHERE dialogue = ?) GROUP BY subject"
)
_BY_DELEGATION = (
    "SELECT subject, delegation, value FROM ratings WHERE axis = 'sensitivity'"
    " AND subject IN (SELECT topic FROM items WHERE dialogue = ?)"
)
_DIMENSIONS_ON = (
    "SELECT id, dimension FROM topics WHERE id IN (SELECT topic FROM items WHERE dialogue = ?)"
)


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


def touchy_on(store: Readable, dialogue: str) -> dict[TopicId, str]:
    """Return for which one delegation alone topics on a dialogue's agenda are sensitive."""
    found = touchy(rows.execute(store.db, _BY_DELEGATION, [dialogue]))
    return {TopicId(subject): delegation for subject, delegation in found.items()}


def dimensions_on(store: Readable, dialogue: str) -> dict[TopicId, Dimension]:
    """Return the dimension of each topic on a dialogue's agenda."""
    found = rows.execute(store.db, _DIMENSIONS_ON, [dialogue])
    return {TopicId(topic): Dimension(value) for topic, value in found}
