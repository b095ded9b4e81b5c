"""Suggesting topics for a dialogue, and putting them on its agenda in one step."""

from __future__ import annotations

from collections.abc import Sequence

from dialogueprep.commands import agenda as commands
from dialogueprep.domain import suggesting
from dialogueprep.domain.dialogue import Dialogue, ItemId
from dialogueprep.domain.library import TopicId
from dialogueprep.domain.suggesting import Choice, Suggestion, Wish
from dialogueprep.store import agenda, library, library_use
from dialogueprep.store.rows import Readable
from dialogueprep.store.workspace import Store


def wish_for(store: Readable, dialogue: Dialogue, budget: int) -> Wish:
    """Return what a suggestion for this dialogue has to heed; ``budget`` is in minutes."""
    used = {u.topic for u in agenda.topic_uses(store) if u.dialogue == dialogue.id}
    return Wish(
        budget=budget,
        ceiling=dialogue.ceiling,
        table=dialogue.table,
        histories=library_use.history(store),
        present=used,
        covered=tuple(t.dimension for t in library.topics(store) if t.id in used),
    )


def suggest(store: Readable, dialogue: Dialogue, budget: int) -> Suggestion:
    """Return topics that fill this many minutes; nothing is written."""
    return suggesting.suggest(library.topics(store), wish_for(store, dialogue, budget))


def replace_choice(
    store: Readable,
    dialogue: Dialogue,
    budget: int,
    suggestion: Suggestion,
    gone: TopicId,
    by: TopicId,
) -> Suggestion:
    """Return the suggestion with another topic in the place of one."""
    topics = library.topics(store)
    return suggesting.replaced(topics, wish_for(store, dialogue, budget), suggestion, gone, by)


def put_on_agenda(
    store: Store, dialogue: Dialogue, choices: Sequence[Choice], *, day: int = 0
) -> tuple[ItemId, ...]:
    """Put suggested topics on the agenda, with questions and candidates, in one step.

    Items of the day that wait for a topic are filled first; the rest go where they fit. Refused
    as `commands.agenda.add_topic`.
    """
    known = {t.id: t for t in library.topics(store)}
    topics = [(known[c.topic], c.minutes) for c in choices]
    return commands.add_topics(store, dialogue, topics, library.recommendations(store), day=day)
