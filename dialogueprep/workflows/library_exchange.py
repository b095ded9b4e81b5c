"""The library written to a file, and a file taken into the library."""

from __future__ import annotations

from collections.abc import Collection as Ids
from pathlib import Path
from typing import Any

from dialogueprep.commands import library_files
from dialogueprep.domain.collection import AnyEntry, Collection
from dialogueprep.domain.errors import Trouble
from dialogueprep.domain.taking_in import Change, Plan
from dialogueprep.domain.texts import Language
from dialogueprep.exchange.atomic import Tick, quiet
from dialogueprep.exchange.library_files import brought_by, write_library
from dialogueprep.exchange.library_of_records import Brought
from dialogueprep.sentences import explain
from dialogueprep.store import library_search
from dialogueprep.store.workspace import Store
from dialogueprep.words import later, ntr, tr
from dialogueprep.workflows.library_searching import search_shipped
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
    language: Language = "en",
) -> Collection:
    """Write the library of a workspace, or these entries of it, and return what was written.

    A chosen recommendation brings its topic. Raises as `exchange.library_files.write_library`.
    """
    there = library_files.whole(store)
    chosen = there if ids is None else there.only(ids)
    write_library(
        chosen, target, with_ratings=with_ratings, with_histories=with_histories, language=language
    )
    return chosen


def export_shipped(
    target: Path, *, query: str = "", with_ratings: bool = False, language: Language = "en"
) -> Collection:
    """Write the shipped library, or what a query finds in it, and return what was written."""
    answer = search_shipped(query)
    chosen = answer.library.only(each.id for each in answer.entries)
    write_library(chosen, target, with_ratings=with_ratings, language=language)
    return chosen


def export_as_asked(
    *,
    out: Path,
    query: str = "",
    workspace: Path | None = None,
    key_file: Path | None = None,
    with_ratings: bool = False,
    with_histories: bool = False,
    lang: Language = "en",
) -> dict[str, Any]:
    """Write what a command asks for: a workspace's library if one is named, else the shipped one.

    Return file, counts, and the warnings that a person should read.
    """
    if workspace is None and key_file is None:
        written = export_shipped(out, query=query, with_ratings=with_ratings, language=lang)
    else:
        with opened(workspace, key_file) as store:
            ids = library_search.found(store, query).entries if query else None
            written = export(
                store,
                out,
                ids=ids,
                with_ratings=with_ratings,
                with_histories=with_histories,
                language=lang,
            )
    asked = {"ratings": with_ratings, "histories": with_histories}
    return {
        "file": str(out),
        "sources": len(written.sources),
        "topics": len(written.topics),
        "recommendations": len(written.recommendations),
        "warnings": [tr(WARNINGS[name]) for name, wanted in asked.items() if wanted],
    }


def read(source: Path, tick: Tick = quiet) -> Brought:
    """Return what a file brings and what of it is refused; nothing is compared or written.

    Raises as `exchange.library_files.brought_by`.
    """
    return brought_by(source, tick)


def take_in_as_asked(
    source: Path,
    *,
    workspace: Path | None,
    key_file: Path | None,
    dry_run: bool,
    with_ratings: bool = False,
    with_histories: bool = False,
    without_refused: bool = False,
) -> dict[str, Any]:
    """Take a file into the library of a workspace, or say what that would do.

    If rows are refused, nothing is taken in unless it is asked for ``without_refused``.
    """
    brought = brought_by(source)
    writes = not dry_run and (without_refused or not brought.refused)
    with opened(workspace, key_file) as store:
        plan = library_files.preview(
            store,
            brought.collection,
            with_ratings=with_ratings,
            with_histories=with_histories,
        )
        if writes:
            library_files.take_in(store, plan)
    return _told(source, plan, brought.refused, writes)


def restored_words(count: int) -> str:
    """Say how many texts lost letters in a file, and what becomes of them; nothing if none did."""
    if not count:
        return ""
    return ntr(
        "{n} text lost letters when the file was saved. It stays as it is here.",
        "{n} texts lost letters when the file was saved. They stay as they are here.",
        count,
    )


def _told(source: Path, plan: Plan, refused: tuple[Trouble, ...], taken_in: bool) -> dict[str, Any]:
    return {
        "file": str(source),
        "taken_in": taken_in,
        "new": [_change(c) for c in plan.new],
        "changed": [_change(c) for c in plan.changed],
        "same": [_row(e) for e in plan.same],
        "refused": [{"row": str(t.facts["row"]), "why": explain(t)} for t in refused],
        "uses": len(plan.uses),
        "uses_known": plan.known_uses,
        "restored": plan.restored,
    }


def _change(change: Change) -> dict[str, Any]:
    fields = dict.fromkeys(d.field for d in change.differences)
    return {
        "id": change.id,
        "kind": change.kind,
        "title": change.titles.best("en"),
        "fields": list(fields),
    }


def _row(entry: AnyEntry) -> dict[str, str]:
    return {"id": entry.id, "title": entry.titles.best("en")}
