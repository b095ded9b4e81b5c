"""Taking a library from a file into a workspace, and what leaves with one."""

from __future__ import annotations

from dialogueprep.domain.collection import (
    Collection,
    Comparison,
    Matching,
    compare,
    with_known_ratings,
)
from dialogueprep.domain.library import Topic
from dialogueprep.store import library
from dialogueprep.store.rows import Readable
from dialogueprep.store.step import new_id
from dialogueprep.store.workspace import Store
from dialogueprep.words import tr

PAGE = "library"


def whole(store: Readable) -> Collection:
    """Return the library of a workspace."""
    return Collection(
        sources=library.sources(store),
        topics=library.topics(store),
        recommendations=library.recommendations(store),
        tags=library.tag_names(store),
    )


def preview(store: Readable, brought: Collection) -> Comparison:
    """Return what taking in a collection would do: new, changed and same entries."""
    return compare(*_matched(store, brought))


def take_in(store: Store, brought: Collection) -> Comparison:
    """Take a collection into the library in one step, and return what that did.

    Entries keep ratings that the collection does not bring; nothing is removed.
    """
    there, mine = _matched(store, brought)
    found = compare(there, mine)
    known = {e.id: e for e in there.entries}
    named = {p.source for e in (*found.new, *found.changed) for p in e.passages}
    with store.step(tr("Take in library"), page=PAGE) as step:
        for slug, names in mine.tags.items():
            if names and there.tags.get(slug) != names:
                library.put_tag(step, slug, names)
        for source in mine.sources:
            if source.id in named or source not in there.sources:
                library.put_source(step, source)
        for entry in (*found.new, *found.changed):
            written = with_known_ratings(entry, known.get(entry.id))
            if isinstance(written, Topic):
                library.put_topic(step, written)
            else:
                library.put_recommendation(step, written)
    return found


def _matched(store: Readable, brought: Collection) -> tuple[Collection, Collection]:
    there = whole(store)
    shipped = {
        **library.shipped_ids(store, "topics"),
        **library.shipped_ids(store, "recommendations"),
    }
    return there, Matching(there, shipped, new_id).of(brought)
