"""Topics and recommendations that a query of the library's search field finds.

Words, phrases and conditions become one FTS5 expression: ratings, tags, formats, use, sources
and languages of an entry stand in the index as facts. A word is found in what an entry says,
in its questions and passages and, in any language, in its tags; a recommendation shares the
tags and formats of its topic. What a recommendation matches brings its topic.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from collections.abc import Set as AnySet
from dataclasses import dataclass, replace
from typing import TypeVar

from dialogueprep.domain.library import TopicId
from dialogueprep.domain.query import (
    RATED,
    Condition,
    Excludes,
    Field,
    Query,
    parse,
    without,
)
from dialogueprep.store import folding
from dialogueprep.store.search import Forgiven, Searchable, near_words
from dialogueprep.store.search_index import Index
from dialogueprep.store.search_words import PREFIXES
from dialogueprep.store.searched import ENTRIES, fact

_ALL = f'facts : "{fact("used", "")}" *'  # each entry says whether it was used
Hits = TypeVar("Hits")
Some = TypeVar("Some", tuple[list[str], list[TopicId]], tuple[list[TopicId], int])
_AXES = {Field.SENSITIVITY: "sensitivity", Field.OPERABILITY: "operability"}


@dataclass(frozen=True, slots=True)
class FoundEntries:
    """What a query finds, best first.

    ``entries`` are ids of topics and recommendations that match themselves, ``topics`` these
    topics and those of the recommendations. ``forgiven`` says which words were taken for
    others: what was typed, and what was taken.
    """

    entries: tuple[str, ...] = ()
    topics: tuple[TopicId, ...] = ()
    forgiven: Forgiven = ()
    query: Query = Query()


@dataclass(frozen=True, slots=True)
class BestTopics:
    """The topics of the best entries that a query finds, the best first.

    ``whole`` says that nothing else is found. ``forgiven`` and ``query`` are those of
    `FoundEntries`.
    """

    topics: tuple[TopicId, ...] = ()
    whole: bool = True
    forgiven: Forgiven = ()
    query: Query = Query()


@dataclass(frozen=True, slots=True)
class FoundTopics:
    """All topics that a query finds, as numbers; `topic_numbers` says whose they are.

    ``everything`` says that the query asks nothing, so that nothing is left out (``numbers`` is
    empty then). ``forgiven`` and ``query`` are those of `FoundEntries`.
    """

    numbers: AnySet[int] = frozenset()
    everything: bool = False
    forgiven: Forgiven = ()
    query: Query = Query()


def entries(store: Searchable, query: Query, limit: int = -1) -> tuple[str, ...]:
    """Return the ids of the topics and recommendations that match, best first."""
    return tuple(store.index.entries(expression(store.index, query), limit)[0])


def found(store: Searchable, typed: str | Query, limit: int = -1) -> FoundEntries:
    """Return what a query finds, with errors of typing forgiven if it finds nothing itself."""
    query, forgiven, some = _meant(
        store, typed, lambda asked: _unless_none(store.index.entries(asked, limit))
    )
    ids, topics = some or ([], [])
    return FoundEntries(tuple(ids), tuple(topics), forgiven, query)


def best_topics(store: Searchable, typed: str | Query, limit: int) -> BestTopics:
    """Return the topics of the best entries that a query finds: what a list shows at first."""
    query, forgiven, best = _meant(
        store, typed, lambda asked: _unless_none(store.index.best_topics(asked, limit))
    )
    topics, count = best or ([], 0)
    return BestTopics(tuple(topics), count < limit, forgiven, query)


def _unless_none(some: Some) -> Some | None:
    """Return what was found; None if that is nothing."""
    return some if some[0] else None


def _meant(
    store: Searchable, typed: str | Query, ask: Callable[[str], Hits]
) -> tuple[Query, Forgiven, Hits | None]:
    """Return the query that finds something, what it forgives, and what it finds."""
    query = parse(typed) if isinstance(typed, str) else typed
    found = ask(expression(store.index, query))
    if found or not query.words:
        return query, (), found
    meant, forgiven = _forgiving(store, query)
    found = ask(expression(store.index, meant)) if forgiven else None
    return (meant, forgiven, found) if found else (query, (), None)


def found_topics(store: Searchable, typed: str | Query) -> FoundTopics:
    """Return all topics that a query finds, by themselves or by a recommendation.

    What is returned are numbers, in no order: the best first are what `found` with a limit
    returns. They are the same numbers while the workspace is open, so that a list can keep its
    rows under them; see `topic_numbers`.
    """
    query, forgiven, numbers = _meant(store, typed, store.index.topics)
    return FoundTopics(numbers or frozenset(), not query, forgiven, query)


def topics_in_slices(store: Searchable, query: Query) -> Iterator[AnySet[int]]:
    """Yield the numbers of all topics that a query finds, some at a time.

    Errors of typing are not forgiven: it is the query that `best_topics` returns with them.
    """
    yield from store.index.topics_in_slices(expression(store.index, query))


def topic_numbers(store: Searchable) -> Mapping[str, int]:
    """Return the number of each topic in what `found_topics` returns.

    A number has up to 28 bits. A topic keeps it while the workspace is open, also when it is
    removed and comes back; a new topic gets one that no other had. The mapping is complete for
    the present content; a topic that is missing in it cannot be found.
    """
    return store.index.topic_numbers()


def excludes_most(
    store: Searchable,
    query: Query,
    count: Callable[[FoundTopics], int] = lambda found: len(found.numbers),
) -> Excludes | None:
    """Return the condition without which most topics would be found; None if none would be.

    ``count`` says how many of the topics that are found count.
    """
    left = [
        Excludes(condition, count(found_topics(store, without(query, condition))))
        for condition in query.conditions
    ]
    most = max(left, key=lambda each: each.left, default=None)
    return most if most is not None and most.left else None


def _forgiving(store: Searchable, query: Query) -> tuple[Query, Forgiven]:
    def holds(word: str) -> bool:
        return store.index.holds(expression(store.index, Query(words=(word,))))

    words, forgiven = near_words(store, query.words, holds, ENTRIES)
    return replace(query, words=words), forgiven


def expression(index: Index, query: Query) -> str:
    """Return the FTS5 expression of a query; empty if it asks nothing."""
    if not query:
        return ""
    wanted = [_said(index, word, folding.question) for word in query.words]
    wanted += [_said(index, phrase, folding.phrase) for phrase in query.phrases]
    refused = [_said(index, word, folding.question) for word in query.without]
    for condition in query.conditions:
        (refused if condition.denied else wanted).append(_fact(index, condition))
    asked = " AND ".join(filter(None, wanted)) or _ALL
    denied = " OR ".join(filter(None, refused))
    return f"({asked}) NOT ({denied})" if denied else asked


def _said(index: Index, wording: str, asked: Callable[[str], str]) -> str:
    question = asked(wording)
    if not question:
        return ""
    tags = _marked(index, "tag", wording)
    said = f"{{words around}} : ({question})"
    return f"({said} OR {tags})" if tags else f"({said})"


def _fact(index: Index, condition: Condition) -> str:
    """Return the expression of a condition, its denial aside."""
    field = condition.field
    if field in RATED:
        rated = [n for n in range(1, 6) if condition.allows(n)]
        facts = [fact(_AXES[field], n) for n in rated]
    elif field is Field.TAG or field is Field.SOURCE:
        return f"({_marked(index, field.value, condition.value) or _NOTHING})"
    elif field is Field.FORMAT:
        wanted = folding.fold(condition.value)
        facts = [fact("format", f) for f in index.names.formats if wanted in folding.fold(f)]
    else:
        kind = "used" if field is Field.USED else "language"
        facts = [fact(kind, condition.value)]
    return f"({_any_of(facts) or _NOTHING})"


def _marked(index: Index, kind: str, wording: str) -> str:
    """Return the expression of entries with a tag or a source that is called so; maybe empty.

    Where all are called so, which one it is need not be asked: the first letters of the facts
    have an index of their own.
    """
    names = index.names
    found = names.find(kind, wording)
    begin = fact(kind, "")
    if len(found) > 1 and len(found) == len(names.called[kind]) and len(begin) <= PREFIXES:
        return f'facts : "{begin}" *'
    return _any_of(fact(kind, id_) for id_ in found)


_NOTHING = f'facts : "{fact("nothing", "")}"'


def _any_of(facts: Iterable[str]) -> str:
    listed = " OR ".join(f'"{each}"' for each in sorted(facts))
    return f"facts : ({listed})" if listed else ""
