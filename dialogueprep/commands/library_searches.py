"""What a user can do with saved searches of the library; they travel with the workspace."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import cast

from dialogueprep.domain.errors import Refused
from dialogueprep.store import settings
from dialogueprep.store.rows import Readable
from dialogueprep.store.workspace import Store
from dialogueprep.words import tr

PAGE = "library"
SAVED = "saved searches"  # name of the setting that keeps them


@dataclass(frozen=True, slots=True)
class SavedSearch:
    """A query as it is typed, under a name."""

    name: str
    query: str


def saved(store: Readable) -> tuple[SavedSearch, ...]:
    """Return the saved searches in the order in which they were saved."""
    kept = cast("list[dict[str, str]]", settings.read(store, SAVED, []))
    return tuple(SavedSearch(each["name"], each["query"]) for each in kept)


def save(store: Store, name: str, query: str) -> None:
    """Keep a query under a name; one that has the name already is replaced.

    Raises Refused("search-without-words") if name or query is empty.
    """
    new = SavedSearch(name.strip(), query.strip())
    if not new.name or not new.query:
        raise Refused("search-without-words")
    there = saved(store)
    if any(each.name == new.name for each in there):
        kept = [new if each.name == new.name else each for each in there]
    else:
        kept = [*there, new]
    _put(store, tr("Save the search"), kept)


def rename(store: Store, name: str, to: str) -> None:
    """Give a saved search another name.

    Raises Refused("search-without-words") for an empty name and Refused("search-name-taken")
    if another search has it.
    """
    new, there = to.strip(), saved(store)
    if not new:
        raise Refused("search-without-words")
    if new != name and any(each.name == new for each in there):
        raise Refused("search-name-taken", name=new)
    kept = [replace(each, name=new) if each.name == name else each for each in there]
    _put(store, tr("Rename the saved search"), kept)


def remove(store: Store, name: str) -> None:
    """Take a saved search away."""
    kept = [each for each in saved(store) if each.name != name]
    _put(store, tr("Remove the saved search"), kept)


def _put(store: Store, label: str, kept: Iterable[SavedSearch]) -> None:
    listed = [{"name": each.name, "query": each.query} for each in kept]
    with store.step(label, page=PAGE) as step:
        settings.put(step, SAVED, listed)
