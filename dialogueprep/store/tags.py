"""Tags of the library: their words, how many entries have them, and who else names them.

The words of a tag stand in `texts` under ``name``; other spellings, which the search finds too,
under ``other``, one line each.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import cast

from dialogueprep.domain.tagging import TagWords
from dialogueprep.domain.texts import Language, Text, Texts
from dialogueprep.store import rows, settings, texts
from dialogueprep.store.rows import Readable
from dialogueprep.store.step import Step, new_id

MERGED = "merged tags"  # name of the setting that says which tag took in which

_COUNTS = "SELECT tag, sum(entry IN (SELECT id FROM topics)), count(*) FROM entry_tags GROUP BY tag"
_NOTES = (
    "SELECT n.id, n.tags, d.phase = 'closed' FROM notes n JOIN items i ON i.id = n.item"
    " JOIN dialogues d ON d.id = i.dialogue WHERE n.tags <> '[]'"
)


@dataclass(frozen=True, slots=True)
class Tag(TagWords):
    """A tag with the number of topics and recommendations that have it."""

    topics: int = 0
    recommendations: int = 0
    id: str = ""

    @property
    def entries(self) -> int:
        """How many topics and recommendations have it."""
        return self.topics + self.recommendations


def every(store: Readable) -> tuple[Tag, ...]:
    """Return all tags in the order of their slugs."""
    words = texts.of_table(store, "tags")
    counts = {tag: (topics, all_) for tag, topics, all_ in rows.execute(store.db, _COUNTS)}
    found: list[Tag] = []
    for row in rows.select(store, "tags", order="slug"):
        mine = words.get(row["id"], {})
        topics, entries = counts.get(row["id"], (0, 0))
        names, others = mine.get("name", Texts()), _others(mine.get("other", Texts()))
        found.append(Tag(row["slug"], names, others, topics, entries - topics, row["id"]))
    return tuple(found)


def tag_names(store: Readable) -> dict[str, Texts]:
    """Return the names of all tags by slug."""
    names = texts.of_table(store, "tags")
    return {
        r["slug"]: names.get(r["id"], {}).get("name", Texts()) for r in rows.select(store, "tags")
    }


def by_slug(store: Readable) -> dict[str, Tag]:
    """Return all tags by slug."""
    return {tag.slug: tag for tag in every(store)}


def put(step: Step, tag: TagWords) -> None:
    """Write a tag's words, new or changed."""
    found = next(rows.select(step, "tags", "slug = ?", [tag.slug]), None)
    row_id = found["id"] if found else new_id()
    if found is None:
        rows.insert(step, "tags", {"id": row_id, "slug": tag.slug})
    lines: dict[Language, list[str]] = {}
    for each in tag.others:
        lines.setdefault(each.language, []).append(each.wording)
    joined = (Text(language, "\n".join(words)) for language, words in lines.items())
    texts.write(step, "tags", row_id, {"name": tag.names, "other": Texts(tuple(joined))})


def put_tag(step: Step, slug: str, names: Texts) -> None:
    """Write a tag and its names; one that was merged into another has none of its own."""
    if slug not in merged_into(step):
        texts.write(step, "tags", id_of(step, slug), {"name": names})


def id_of(step: Step, slug: str) -> str:
    """Return the id of the tag with a slug, made if there is none.

    A slug of before a merge, as files and the shipped library bring it, is that of the tag
    that took it in.
    """
    found = next(rows.select(step, "tags", "slug = ?", [slug]), None)
    if found is not None:
        return found["id"]
    if (kept := merged_into(step).get(slug)) is not None:
        return id_of(step, kept)
    row_id = new_id()
    rows.insert(step, "tags", {"id": row_id, "slug": slug})
    return row_id


def give_entries(step: Step, gone: str, kept: str) -> None:
    """Let the entries that have one tag have another one instead, in its place; ids."""
    has_both = "entry IN (SELECT entry FROM entry_tags WHERE tag = ?)"
    rows.execute(step.db, f"DELETE FROM entry_tags WHERE tag = ? AND {has_both}", [gone, kept])
    rows.execute(step.db, "UPDATE entry_tags SET tag = ? WHERE tag = ?", [kept, gone])


def count_having(store: Readable, tags: Iterable[str]) -> int:
    """Return how many entries have any of these tags (ids)."""
    of_these = "SELECT count(DISTINCT entry) FROM entry_tags WHERE tag IN"
    query = f"{of_these} (SELECT value FROM json_each(?))"
    return rows.execute(store.db, query, [json.dumps(list(tags))]).fetchone()[0]


def count_gaining(store: Readable, kept: str, gone: Iterable[str]) -> int:
    """Return how many entries that have any of the tags that go lack the one that is kept."""
    query = (
        "SELECT count(DISTINCT entry) FROM entry_tags"
        " WHERE tag IN (SELECT value FROM json_each(?))"
        " AND entry NOT IN (SELECT entry FROM entry_tags WHERE tag = ?)"
    )
    return rows.execute(store.db, query, [json.dumps(list(gone)), kept]).fetchone()[0]


def delete(step: Step, tag: str) -> None:
    """Delete the tag with this id; its entries lose it."""
    rows.delete(step, "tags", tag)


def merged_into(store: Readable) -> dict[str, str]:
    """Return slugs that are gone, each with that of the tag that took it in."""
    return cast("dict[str, str]", settings.read(store, MERGED, {}))


def note_merged(step: Step, gone: Mapping[str, str | None]) -> None:
    """Remember which tag took in which, so that entries that come back get the right one.

    A tag that nothing took in (None) is forgotten, and so are those that it had taken in.
    """
    known = merged_into(step)
    found = {slug: gone.get(to, to) for slug, to in known.items()} | dict(gone)
    kept = {slug: to for slug, to in found.items() if to is not None and slug != to}
    if kept != known:
        settings.put(step, MERGED, kept)


Change = Callable[[str], str | None]
"""What a tag that is named somewhere becomes: another name, itself, or nothing."""


def count_notes(store: Readable, change: Change) -> tuple[int, int]:
    """Return how many notes a change of tags touches, and how many of them are frozen."""
    touched = [frozen for _, _, _, frozen in _changed_notes(store, change)]
    return len(touched), sum(touched)


def change_notes(step: Step, change: Change) -> None:
    """Change the tags of notes; those of closed dialogues stay as they were."""
    for note, _before, after, frozen in list(_changed_notes(step, change)):
        if not frozen:
            rows.update(step, "notes", note, {"tags": rows.as_list(after)})


def _changed_notes(
    store: Readable, change: Change
) -> Iterable[tuple[str, tuple[str, ...], tuple[str, ...], bool]]:
    for note, column, frozen in rows.execute(store.db, _NOTES).fetchall():
        before = tuple(cast("list[str]", json.loads(column)))
        after = changed(before, change)
        if after != before:
            yield note, before, after, bool(frozen)


def changed(named: Iterable[str], change: Change) -> tuple[str, ...]:
    """Return tags after a change, each once."""
    return tuple(dict.fromkeys(new for tag in named if (new := change(tag)) is not None))


def _others(written: Texts) -> tuple[Text, ...]:
    return tuple(
        Text(text.language, line) for text in written.entries for line in text.wording.split("\n")
    )
