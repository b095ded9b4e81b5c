"""Single facts about many entries of the library, without the entries themselves."""

from __future__ import annotations

from collections.abc import Iterable, Sized
from typing import Literal

from dialogueprep.domain.library import TopicId
from dialogueprep.domain.texts import Texts
from dialogueprep.store import rows, texts
from dialogueprep.store.rows import Readable


def sensitivities(store: Readable, among: Iterable[str] | None = None) -> dict[TopicId, int]:
    """Return the highest rating of sensitivity of each topic that has one, or of these topics."""
    found: dict[TopicId, int] = {}
    ids = tuple(among) if among is not None else ()
    topics = "SELECT id FROM topics" if among is None else _marks(ids)
    rated = f"axis = 'sensitivity' AND subject IN ({topics})"
    for row in rows.select(store, "ratings", rated, ids):
        topic = TopicId(row["subject"])
        found[topic] = max(row["value"], found.get(topic, 0))
    return found


def titles(
    store: Readable,
    table: Literal["topics", "recommendations"],
    ids: Iterable[str] | None = None,
) -> dict[str, Texts]:
    """Return the titles of all topics or recommendations, or of those with these ids."""
    wanted = tuple(ids or ())
    among = "" if ids is None else _marks(wanted) or "NULL"
    found = texts.of_table(store, table, among, wanted)
    return {id_: fields["title"] for id_, fields in found.items() if "title" in fields}


def names_of_tags(store: Readable) -> dict[str, Texts]:
    """Return the names of all tags by their ids; a tag without a name has its slug."""
    names = texts.of_table(store, "tags")
    return {
        id_: names.get(id_, {}).get("name") or Texts.of(en=slug)
        for id_, slug in rows.execute(store.db, "SELECT id, slug FROM tags")
    }


def _marks(values: Sized) -> str:
    return ", ".join("?" * len(values))
