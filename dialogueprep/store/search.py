"""Search over the library, people, agenda, notes and findings of a workspace."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Protocol

from dialogueprep.store import folding
from dialogueprep.store.search_index import Index


@dataclass(frozen=True, slots=True)
class Hit:
    """Something that was found: what kind of thing, and its id."""

    kind: str
    id: str


@dataclass(frozen=True, slots=True)
class Found:
    """What was found, and which words were taken for others: what was typed, what was taken."""

    hits: tuple[Hit, ...]
    forgiven: tuple[tuple[str, str], ...] = ()


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
    words, forgiven = near_words(store, query.split(), kinds)
    hits = find(store, " ".join(words), kinds, limit) if forgiven else ()
    return Found(hits, forgiven if hits else ())


def near_words(
    store: Searchable, words: Collection[str], kinds: Collection[str] | None = None
) -> tuple[tuple[str, ...], tuple[tuple[str, str], ...]]:
    """Return the words with those that nothing holds replaced by near ones, and which these are.

    Only Latin words of four letters and more are replaced; CJK words are never guessed.
    """
    taken = {word: _near(store, word, kinds) for word in words}
    forgiven = tuple((word, near) for word, near in taken.items() if near)
    return tuple(taken[word] or word for word in words), forgiven


def _near(store: Searchable, word: str, kinds: Collection[str] | None) -> str:
    typed = folding.bare(word)
    if not folding.may_be_mistyped(typed):
        return ""
    if store.index.numbers(within_words(folding.question(word)), kinds, 1):
        return ""
    from dialogueprep.store.near_words import nearest

    for near in nearest(typed, store.index.terms()):
        if store.index.numbers(within_words(folding.question(near)), kinds, 1):
            return near
    return ""


def within_words(asked: str) -> str:
    """Return an FTS5 expression that looks only at what things say themselves."""
    return f"words : ({asked})" if asked else ""


def _hits(
    store: Searchable, asked: str, kinds: Collection[str] | None, limit: int
) -> tuple[Hit, ...]:
    numbers = store.index.numbers(within_words(asked), kinds, limit)
    return tuple(Hit(*store.index.subject(number)) for number in numbers)
