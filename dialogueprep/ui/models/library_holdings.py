"""What the library page knows of the library: rows of the list, and single entries when asked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import cached_property
from typing import overload

from dialogueprep.commands import workspace as workspace_commands
from dialogueprep.domain.dialogue import Dialogue, DialogueId
from dialogueprep.domain.library import (
    DEFAULT_CEILING,
    FORMAT_TABLES,
    Format,
    Recommendation,
    Source,
    SourceId,
    Topic,
    TopicId,
)
from dialogueprep.domain.texts import Texts
from dialogueprep.store import dialogues, library, library_facts, settings
from dialogueprep.store.agenda import TopicUse
from dialogueprep.store.library_listing import EXPIRED, Listing
from dialogueprep.store.workspace import Store
from dialogueprep.ui import theme
from dialogueprep.ui.models.library_facets import EntryRow, use_of
from dialogueprep.words import clauses, ntr


class Holdings:
    """The library of a workspace as it is now, and the dialogue that is open.

    Nothing is read before it is asked for but the few facts of the `Listing`.
    """

    def __init__(
        self,
        store: Store | None = None,
        dialogue: Dialogue | None = None,
        today: date = date.min,
    ) -> None:
        self._store = store
        self.dialogue = dialogue
        self._rows: dict[int, EntryRow] = {}
        self._topics: dict[TopicId, Topic] = {}
        self._known: dict[TopicId, tuple[Recommendation, ...]] = {}
        if store is not None:
            store.listing.catch_up(theme.window_language(), today)

    @property
    def listing(self) -> Listing | None:
        """The facts of all topics, or None where no workspace is open."""
        return self._store.listing if self._store else None

    @property
    def rows(self) -> Rows:
        """All topics as rows, by sensitivity, then operability, then title."""
        return Rows(self, self.listing.order("sensitivity") if self.listing else ())

    def __len__(self) -> int:
        """Return how many topics there are."""
        return len(self.listing) if self.listing else 0

    @cached_property
    def ceiling(self) -> int:
        """That of the open dialogue, else what new dialogues of the workspace begin with."""
        if self.dialogue or self._store is None:
            return self.dialogue.ceiling if self.dialogue else DEFAULT_CEILING
        return settings.read(self._store, workspace_commands.CEILING, DEFAULT_CEILING)

    @cached_property
    def sources(self) -> Mapping[SourceId, Source]:
        """All sources, newest first."""
        return {each.id: each for each in library.sources(self._store)} if self._store else {}

    @cached_property
    def tags(self) -> Mapping[str, Texts]:
        """The names of all tags by slug."""
        return library.tag_names(self._store) if self._store else {}

    @cached_property
    def formats(self) -> tuple[Format, ...]:
        """The program's formats that topics have, then those of the user's own."""
        there = {str(f) for f in self.listing.marks.values("format")} if self.listing else set()
        own = sorted(f for f in there if f not in FORMAT_TABLES)
        return tuple(Format(f) for f in (*(f for f in FORMAT_TABLES if f in there), *own))

    @cached_property
    def tag_names(self) -> Mapping[str, str]:
        """The names of all tags in the window's language, by their ids; the most used first."""
        if self._store is None:
            return {}
        language = theme.window_language()
        names = library_facts.names_of_tags(self._store)
        return {tag: names[tag].best(language) for tag in self._common("tag") if tag in names}

    @cached_property
    def source_titles(self) -> Mapping[SourceId, str]:
        """The titles of the sources from which topics come, by their ids; the most used first."""
        known = self.sources
        return {
            SourceId(id_): known[SourceId(id_)].title
            for id_ in self._common("source")
            if SourceId(id_) in known
        }

    def name_again(self) -> None:
        """Forget which tags and sources topics have, since these have been read only now."""
        for name in ("tag_names", "source_titles"):
            self.__dict__.pop(name, None)

    def _common(self, group: str) -> list[str]:
        values = self.listing.marks.values(group) if self.listing else {}
        return [str(each) for each in sorted(values, key=lambda v: -values[v].bit_count())]

    def row(self, position: int) -> EntryRow:
        """Return the row of the topic at a position."""
        if (row := self._rows.get(position)) is None:
            row = self._rows[position] = self._made(position)
        return row

    def row_of(self, topic: TopicId) -> EntryRow | None:
        """Return the row of a topic, or None if it is not there."""
        at = self.listing.position.get(topic) if self.listing else None
        return None if at is None else self.row(at)

    def topic(self, topic: TopicId) -> Topic:
        """Return a topic; KeyError if there is none with this id."""
        if topic not in self._topics and self._store is not None:
            self._topics.update(library.some_topics(self._store, [topic]))
        return self._topics[topic]

    def of(self, topic: TopicId) -> tuple[Recommendation, ...]:
        """Return the recommendations of a topic."""
        if topic not in self._known and self._store is not None:
            self._known[topic] = library.recommendations_for(self._store, [topic])
        return self._known.get(topic, ())

    def topic_of(self, entry: str) -> TopicId:
        """Return the topic that an id names, itself or by one of its recommendations."""
        known = self.listing.position if self.listing else {}
        if entry not in known and self._store is not None:
            for it in library.recommendations_for(self._store, (), [entry]):
                return it.topic
        return TopicId(entry)

    @cached_property
    def topics(self) -> tuple[Topic, ...]:
        """All topics; where there are very many, reading them takes long."""
        return library.topics(self._store) if self._store else ()

    @cached_property
    def recommendations(self) -> Mapping[TopicId, tuple[Recommendation, ...]]:
        """All recommendations by topic; where there are very many, reading them takes long."""
        known: dict[TopicId, list[Recommendation]] = {}
        for it in library.recommendations(self._store) if self._store else ():
            known.setdefault(it.topic, []).append(it)
        return {topic: tuple(its) for topic, its in known.items()}

    def uses(self) -> Iterator[TopicUse]:
        """Return all places of topics on agendas."""
        listing = self.listing
        return (use for uses in listing.uses.values() for use in uses) if listing else iter(())

    @cached_property
    def _dialogues(self) -> Mapping[DialogueId, Dialogue]:
        return {each.id: each for each in dialogues.every(self._store)} if self._store else {}

    def _made(self, at: int) -> EntryRow:
        listing = self.listing
        if listing is None:
            raise LookupError(at)
        topic, names = listing.ids[at], listing.names[at]
        uses = [use_of(u, self._dialogues[u.dialogue]) for u in listing.uses.get(topic, ())]
        here = self.dialogue.id if self.dialogue else None
        return EntryRow(
            topic,
            names[0],
            names[1:],
            *listing.cells[at],
            tuple(Format(f) for f in listing.formats[at]),
            tuple(uses),
            any(use.dialogue == here for use in uses),
            bool(listing.marks.of("rating", EXPIRED) >> at & 1),
            listing.read_again.get(at, 0),
            self.topic,
        )


class Rows(Sequence[EntryRow]):
    """Rows of topics, each made when it is looked at.

    Which topics they are stays known when the library is read anew, and positions change.
    """

    def __init__(self, held: Holdings, positions: Sequence[int]) -> None:
        self.held, self.positions = held, positions
        self._ids: Sequence[TopicId] = held.listing.ids if held.listing else ()

    def __len__(self) -> int:
        return len(self.positions)

    @overload
    def __getitem__(self, at: int) -> EntryRow: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[EntryRow]: ...

    def __getitem__(self, at: int | slice) -> EntryRow | Sequence[EntryRow]:
        if isinstance(at, slice):
            return Rows(self.held, self.positions[at])
        return self.held.row(self.positions[at])

    def ids(self) -> Iterator[TopicId]:
        """Return the topics' ids."""
        return map(self.id_at, range(len(self.positions)))

    def are(self, others: Rows) -> bool:
        """Say whether these are the same topics in the same order, as the library was read once."""
        return self._ids is others._ids and self.positions == others.positions

    def id_at(self, number: int) -> TopicId:
        """Return the id of the topic in a row."""
        return self._ids[self.positions[number]]

    def __iter__(self) -> Iterator[EntryRow]:
        return map(self.held.row, self.positions)


def size_of(held: Holdings) -> str:
    """Return in words how much the library holds, nothing for an empty one."""
    listing = held.listing
    if listing is None or not len(held):
        return ""
    parts = (
        ntr("{n} topic", "{n} topics", len(held)),
        ntr("{n} recommendation", "{n} recommendations", listing.recommendations),
        ntr("{n} source", "{n} sources", len(held.sources)),
    )
    return clauses(parts)
