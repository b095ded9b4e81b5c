"""What the library page reads from the store, all at once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from dialogueprep.commands import workspace as workspace_commands
from dialogueprep.domain.dialogue import Dialogue
from dialogueprep.domain.library import (
    DEFAULT_CEILING,
    Format,
    Recommendation,
    Source,
    SourceId,
    Topic,
    TopicId,
)
from dialogueprep.domain.texts import Texts
from dialogueprep.store import agenda, dialogues, library, settings
from dialogueprep.store.workspace import Store
from dialogueprep.ui.models.library_facets import EntryRow, formats_of, rows_of
from dialogueprep.words import clauses, ntr


@dataclass(frozen=True, slots=True)
class Holdings:
    """The library of a workspace, and the dialogue that is open."""

    topics: tuple[Topic, ...] = ()
    recommendations: Mapping[TopicId, tuple[Recommendation, ...]] = field(
        default_factory=dict[TopicId, tuple[Recommendation, ...]]
    )
    sources: Mapping[SourceId, Source] = field(default_factory=dict[SourceId, Source])
    tags: Mapping[str, Texts] = field(default_factory=dict[str, Texts])
    rows: tuple[EntryRow, ...] = ()
    formats: tuple[Format, ...] = ()
    dialogue: Dialogue | None = None
    ceiling: int = DEFAULT_CEILING
    """That of the open dialogue, else what new dialogues of the workspace begin with."""

    def of(self, topic: TopicId) -> tuple[Recommendation, ...]:
        """Return the recommendations of a topic."""
        return self.recommendations.get(topic, ())

    def topic_of(self, entry: str) -> TopicId:
        """Return the topic that an id names, itself or by one of its recommendations."""
        for topic, known in self.recommendations.items():
            if any(it.id == entry for it in known):
                return topic
        return TopicId(entry)


def read_holdings(store: Store, dialogue: Dialogue | None) -> Holdings:
    """Return what the library holds now."""
    topics = library.topics(store)
    known: dict[TopicId, list[Recommendation]] = {}
    for it in library.recommendations(store):
        known.setdefault(it.topic, []).append(it)
    here = dialogue.id if dialogue else None
    rows = rows_of(topics, agenda.topic_uses(store), dialogues.every(store), here)
    default = settings.read(store, workspace_commands.CEILING, DEFAULT_CEILING)
    return Holdings(
        topics=topics,
        recommendations={topic: tuple(its) for topic, its in known.items()},
        sources={source.id: source for source in library.sources(store)},
        tags=library.tag_names(store),
        rows=rows,
        formats=formats_of(topics),
        dialogue=dialogue,
        ceiling=dialogue.ceiling if dialogue else default,
    )


def size_of(held: Holdings) -> str:
    """Return in words how much the library holds, nothing for an empty one."""
    known = sum(map(len, held.recommendations.values()))
    parts = (
        ntr("{n} topic", "{n} topics", len(held.topics)),
        ntr("{n} recommendation", "{n} recommendations", known),
        ntr("{n} source", "{n} sources", len(held.sources)),
    )
    return clauses(parts) if held.topics else ""
