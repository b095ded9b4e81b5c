"""Suggesting topics for a dialogue, and putting them on its agenda in one step."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from dialogueprep.commands import agenda as commands
from dialogueprep.domain import arranging, suggesting
from dialogueprep.domain.dialogue import AgendaItem, Dialogue, ItemId
from dialogueprep.domain.library import TopicId
from dialogueprep.domain.suggesting import Choice, Suggestion, Wish
from dialogueprep.domain.timetable import starts
from dialogueprep.store import agenda, library, library_use
from dialogueprep.store.rows import Readable
from dialogueprep.store.workspace import Store


def wish_for(store: Readable, dialogue: Dialogue, budget: int) -> Wish:
    """Return what a suggestion for this dialogue has to heed; ``budget`` is in minutes."""
    used = {i.topic for i in agenda.of_dialogue(store, dialogue.id) if i.topic}
    there = library.some_topics(store, used)
    return Wish(
        budget=budget,
        ceiling=dialogue.ceiling,
        table=dialogue.table,
        histories=library_use.history(store),
        present=used,
        covered=tuple(t.dimension for t in there.values()),
    )


def waiting(store: Readable, dialogue: Dialogue, days: int) -> tuple[AgendaItem, ...]:
    """Return the items of the first days that wait for a topic, in the order of the agenda."""
    items = agenda.of_dialogue(store, dialogue.id)
    return tuple(i for i in items if i.day < days and arranging.waits_for_topic(i))


def free_minutes(store: Readable, dialogue: Dialogue, days: int) -> int:
    """Return the minutes of what waits for a topic, else what the days leave for talk."""
    room = sum(each.minutes for each in waiting(store, dialogue, days))
    return room or arranging.talk_left(starts(agenda.of_dialogue(store, dialogue.id)), days)


def suggest(store: Store, dialogue: Dialogue, budget: int) -> Suggestion:
    """Return topics that fill this many minutes; nothing is written."""
    return suggesting.suggest(store.standings.all(), wish_for(store, dialogue, budget))


def replace_choice(
    store: Store,
    dialogue: Dialogue,
    budget: int,
    suggestion: Suggestion,
    gone: TopicId,
    by: TopicId,
) -> Suggestion:
    """Return the suggestion with another topic in the place of one."""
    topics = store.standings.all()
    return suggesting.replaced(topics, wish_for(store, dialogue, budget), suggestion, gone, by)


def put_on_agenda(
    store: Store,
    dialogue: Dialogue,
    choices: Sequence[Choice],
    *,
    days: int | None = None,
    exact: Collection[TopicId] = (),
) -> tuple[ItemId, ...]:
    """Put suggested topics on the agenda, with questions and candidates, in one step.

    Items of the first ``days`` that wait for a topic are filled first and keep their length,
    unless the topic is among ``exact``; the rest go where they fit, spread over the days. The
    dialogue grows to as many days. Refused as `commands.agenda.add_topic`.
    """
    known = library.some_topics(store, (c.topic for c in choices))
    topics = [(known[c.topic], c.minutes) for c in choices if c.topic in known]
    candidates = library.recommendations_for(store, known)
    return commands.add_topics(store, dialogue, topics, candidates, days=days, exact=exact)
