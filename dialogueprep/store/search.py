"""Search over the library, people, agenda, notes and findings of a workspace."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from importlib import import_module
from typing import Protocol

from dialogueprep.store import folding
from dialogueprep.store.search_index import Index
from dialogueprep.store.search_words import kind_of

Forgiven = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Hit:
    """Something that was found: what kind of thing, and its id."""

    kind: str
    id: str


@dataclass(frozen=True, slots=True)
class Found:
    """What was found, and which words were taken for others: what was typed, what was taken."""

    hits: tuple[Hit, ...]
    forgiven: Forgiven = ()


class Searchable(Protocol):
    """An open workspace."""

    @property
    def index(self) -> Index: ...


def find(
    store: Searchable, query: str, kinds: Collection[str] | None = None, limit: int = 50
) -> tuple[Hit, ...]:
    """Return what holds all words of the query, of these kinds only if given.

    Any text is a query. What says little else comes first. FTS5's own rank is not used: it
    remembers what was deleted.
    """
    return _hits(store, folding.question(query), kinds, limit)


def find_forgiving(
    store: Searchable, query: str, kinds: Collection[str] | None = None, limit: int = 50
) -> Found:
    """Return what `find` returns or, if that is nothing, what it returns for the nearest words."""
    hits = find(store, query, kinds, limit)
    if hits:
        return Found(hits)

    def holds(word: str) -> bool:
        return bool(find(store, word, kinds, 1))

    words, forgiven = near_words(store, query.split(), holds, kinds)
    hits = find(store, " ".join(words), kinds, limit) if forgiven else ()
    return Found(hits, forgiven if hits else ())


def near_words(
    store: Searchable,
    words: Iterable[str],
    holds: Callable[[str], bool],
    kinds: Collection[str] | None = None,
) -> tuple[tuple[str, ...], Forgiven]:
    """Return the words, those that nothing holds replaced by near ones, and which these are.

    Only Latin words of four letters and more are replaced; CJK words are never guessed.
    ``holds`` says whether something that is searched, of these kinds, holds a word. All words
    are asked for: where one of them has no near one, none is replaced, since nothing is found.
    """
    typed = tuple(words)
    taken: dict[str, str] = {}
    for word in dict.fromkeys(typed):
        if _may_be_mistyped(word) and not holds(word):
            taken[word] = _near(store, word, holds, kinds)
            if not taken[word]:
                return typed, ()
    return tuple(taken.get(word, word) for word in typed), tuple(taken.items())


def prepare() -> None:
    """Import and read what a search needs, so that the first one is as quick as any."""
    folding.prepare()
    for needed in ("rapidfuzz.distance", "rapidfuzz.process"):
        import_module(needed)


def _near(
    store: Searchable, word: str, holds: Callable[[str], bool], kinds: Collection[str] | None
) -> str:
    near = store.index.terms(kinds).nearest(folding.bare(word))
    return next((each for each in near if holds(each)), "")


def _may_be_mistyped(word: str) -> bool:
    return folding.may_be_mistyped(folding.bare(word))


def within_words(asked: str) -> str:
    """Return an FTS5 expression that looks only at what things say themselves."""
    return f"words : ({asked})" if asked else ""


def _hits(
    store: Searchable, asked: str, kinds: Collection[str] | None, limit: int
) -> tuple[Hit, ...]:
    found = store.index.hits(within_words(asked), kinds, limit)
    return tuple(Hit(kind_of(number), id_) for number, id_ in found)
