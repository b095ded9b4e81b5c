"""What may be put on an agenda: nothing unrated, above the ceiling or leaving out a delegation."""

from __future__ import annotations

from dialogueprep.domain.dialogue import AgendaItem, Dialogue
from dialogueprep.domain.errors import Refused
from dialogueprep.domain.library import Entry
from dialogueprep.store import dialogues, library
from dialogueprep.store.workspace import Store


def refuse_unoffered(store: Store, item: AgendaItem, before: AgendaItem | None) -> None:
    """Refuse "topic-not-offered" for a topic or recommendation that an item did not have before.

    What stands on an agenda already stays, also when its rating or the table has changed since.
    """
    known = before.recommendations if before else ()
    new = [r for r in item.recommendations if r not in known]
    topic = item.topic if item.topic and (before is None or before.topic != item.topic) else None
    if not new and topic is None:
        return
    dialogue = dialogues.read(store, item.dialogue)
    for entry in library.some_topics(store, [topic] if topic else []).values():
        refuse_entry(entry, dialogue)
    for entry in library.recommendations_for(store, (), new):
        refuse_entry(entry, dialogue)


def refuse_entry(entry: Entry, dialogue: Dialogue) -> None:
    """Refuse "topic-not-offered" for an entry that a dialogue may not be offered."""
    if not entry.offered(dialogue.ceiling, dialogue.table):
        raise Refused("topic-not-offered", title=entry.titles.best(dialogue.working_language))
