"""What was set aside for any dialogue of a series."""

from __future__ import annotations

from dialogueprep.domain.dialogue import AgendaItem, Dialogue, DialogueId, ItemId
from dialogueprep.store import agenda, rows
from dialogueprep.store.rows import Readable

_OTHERS = (
    "SELECT DISTINCT i.dialogue FROM items i JOIN dialogues d ON d.id = i.dialogue"
    " WHERE d.series = ? AND d.id <> ? AND i.aside = 1 AND i.for_series = 1"
)
_NOTES = "SELECT EXISTS(SELECT 1 FROM notes WHERE item = ?)"
_STATEMENTS = "SELECT EXISTS(SELECT 1 FROM statements WHERE item = ?)"


def of_series(store: Readable, dialogue: Dialogue) -> tuple[AgendaItem, ...]:
    """Return what other dialogues of the series set aside for all, the oldest dialogue last.

    What is on this agenda already, by its topic or its titles, is left out.
    """
    if dialogue.series is None:
        return ()
    mine = agenda.of_dialogue(store, dialogue.id)
    topics, titles = {i.topic for i in mine if i.topic}, {i.titles for i in mine}
    found = rows.execute(store.db, _OTHERS, [dialogue.series, dialogue.id])
    return tuple(
        item
        for (other,) in list(found)
        for item in agenda.of_dialogue(store, DialogueId(other))
        if item.aside and item.for_series
        and item.topic not in topics and item.titles not in titles
    )  # fmt: skip


def has_notes(store: Readable, item: ItemId) -> bool:
    """Return whether notes were taken at an item, or statements made there."""
    return any(
        found
        for query in (_NOTES, _STATEMENTS)
        for (found,) in rows.execute(store.db, query, [item])
    )
