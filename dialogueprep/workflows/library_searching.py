"""Searching a library for the command line, with the search of the window.

Words, phrases, words to leave out and conditions are those of `domain.query`; errors of typing
are forgiven where nothing matches.
"""

from __future__ import annotations

from collections.abc import Collection as Ids
from dataclasses import dataclass
from pathlib import Path

from dialogueprep.commands import library_files
from dialogueprep.domain.collection import AnyEntry, Collection
from dialogueprep.domain.query import parse
from dialogueprep.exchange.library_reader import read_library
from dialogueprep.store import library_search
from dialogueprep.store.library_search import FoundEntries
from dialogueprep.store.matches import holder
from dialogueprep.store.passing_library import PassingLibrary
from dialogueprep.workflows.opening import opened


@dataclass(frozen=True, slots=True)
class Answer:
    """What a query finds: the library, its entries that match, the best first, and what was meant.

    ``forgiven`` names the words that nothing holds, and for which others were taken.
    """

    library: Collection
    entries: tuple[AnyEntry, ...]
    forgiven: tuple[tuple[str, str], ...] = ()


def shipped_library() -> Collection:
    """Return the shipped library."""
    shipped = read_library()
    return Collection(
        sources=shipped.sources,
        topics=shipped.topics,
        recommendations=shipped.recommendations,
        tags={tag.id: tag.labels for tag in shipped.tags},
    )


def search_shipped(query: str) -> Answer:
    """Return what a query finds in the shipped library; all of it if the query asks nothing."""
    there = shipped_library()
    if not parse(query):
        return Answer(there, there.entries)
    with PassingLibrary(there) as passing:
        return answered(there, library_search.found(passing, query))


def search_workspace(query: str, folder: Path | None, key_file: Path | None) -> Answer:
    """Return what a query finds in the library of a workspace; raises as `opening.opened`."""
    with opened(folder, key_file) as store:
        there = library_files.whole(store)
        if not parse(query):
            return Answer(there, there.entries)
        return answered(there, library_search.found(store, query))


def answered(there: Collection, found: FoundEntries) -> Answer:
    """Return what was found in a library, with its entries, those first whose title holds it."""
    known: dict[str, AnyEntry] = {entry.id: entry for entry in there.entries}
    entries = [known[id_] for id_ in found.entries if id_ in known]
    return Answer(there, tuple(_titled_first(entries, found.query.shown)), tuple(found.forgiven))


def _titled_first(entries: Ids[AnyEntry], wanted: tuple[str, ...]) -> list[AnyEntry]:
    """Return entries with those first of which one title, in any language, holds what is sought."""
    holds = holder(wanted)
    return sorted(entries, key=lambda each: not any(holds(t.wording) for t in each.titles.entries))
