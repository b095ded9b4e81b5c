"""The library written to a file, and a file taken into the library."""

from __future__ import annotations

from collections.abc import Collection as Ids
from pathlib import Path
from typing import Any

from dialogueprep.commands import library_files
from dialogueprep.domain.collection import AnyEntry, Collection, Comparison
from dialogueprep.exchange.library_files import read_library_file, write_library
from dialogueprep.exchange.library_reader import read_library
from dialogueprep.store import library_search, library_use
from dialogueprep.store.workspace import Store
from dialogueprep.words import later, tr
from dialogueprep.workflows.opening import opened

WARNINGS = {
    "ratings": later(
        "The file says how sensitive each entry was judged to be, why, and by whom. Give it only "
        "to those who may read such judgements."
    ),
    "histories": later(
        "The file says on which dialogues’ agendas each entry stood and how that ended. Give it "
        "only to those who may know of these dialogues."
    ),
}
"""What to tell a person before ratings or histories leave with the library."""


def export(
    store: Store,
    target: Path,
    *,
    ids: Ids[str] | None = None,
    with_ratings: bool = False,
    with_histories: bool = False,
) -> Collection:
    """Write the library of a workspace, or these entries of it, and return what was written.

    A chosen recommendation brings its topic. Raises as `exchange.library_files.write_library`.
    """
    there = library_files.whole(store)
    chosen = there if ids is None else there.only(ids)
    known = {e.id for e in chosen.entries}
    uses = [u for u in library_use.uses(store) if u.entry in known] if with_histories else []
    write_library(chosen, target, with_ratings=with_ratings, uses=uses)
    return chosen


def export_shipped(target: Path, *, query: str = "", with_ratings: bool = False) -> Collection:
    """Write the shipped library, or what a query finds in it, and return what was written."""
    shipped = read_library()
    whole = Collection(
        sources=shipped.sources,
        topics=shipped.topics,
        recommendations=shipped.recommendations,
        tags={tag.id: tag.labels for tag in shipped.tags},
    )
    chosen = whole.only(e.id for e in shipped.search(query, len(whole.entries))) if query else whole
    write_library(chosen, target, with_ratings=with_ratings)
    return chosen


def export_as_asked(
    *,
    out: Path,
    query: str = "",
    workspace: Path | None = None,
    key_file: Path | None = None,
    with_ratings: bool = False,
    with_histories: bool = False,
) -> dict[str, Any]:
    """Write what a command asks for: a workspace's library if one is named, else the shipped one.

    Return file, counts, and the warnings that a person should read.
    """
    if workspace is None and key_file is None:
        written = export_shipped(out, query=query, with_ratings=with_ratings)
    else:
        with opened(workspace, key_file) as store:
            ids = library_search.found(store, query).entries if query else None
            written = export(
                store, out, ids=ids, with_ratings=with_ratings, with_histories=with_histories
            )
    asked = {"ratings": with_ratings, "histories": with_histories}
    return {
        "file": str(out),
        "sources": len(written.sources),
        "topics": len(written.topics),
        "recommendations": len(written.recommendations),
        "warnings": [tr(WARNINGS[name]) for name, wanted in asked.items() if wanted],
    }


def preview(store: Store, source: Path) -> tuple[Collection, Comparison]:
    """Return what a file holds and what taking it in would do; nothing is written."""
    brought = read_library_file(source)
    return brought, library_files.preview(store, brought)


def take_in_as_asked(
    source: Path, *, workspace: Path | None, key_file: Path | None, dry_run: bool
) -> dict[str, Any]:
    """Take a file into the library of a workspace, or say what that would do."""
    brought = read_library_file(source)
    with opened(workspace, key_file) as store:
        taken = library_files.preview if dry_run else library_files.take_in
        found = taken(store, brought)
    return {
        "file": str(source),
        "taken_in": not dry_run,
        "new": [_row(e) for e in found.new],
        "changed": [_row(e) for e in found.changed],
        "same": [_row(e) for e in found.same],
    }


def _row(entry: AnyEntry) -> dict[str, str]:
    return {"id": entry.id, "title": entry.titles.best("en")}
