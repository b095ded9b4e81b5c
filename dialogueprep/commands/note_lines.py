"""Several lines that become a note each, in one step."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import ExitStack

from dialogueprep.commands.notes import PAGE, as_new
from dialogueprep.domain.dialogue import Dialogue
from dialogueprep.domain.notes import Note, NoteId
from dialogueprep.store import kinship, notes
from dialogueprep.store.workspace import Store
from dialogueprep.words import tr


def take_each(store: Store, dialogue: Dialogue, taken: Sequence[Note]) -> NoteId:
    """Keep new notes in their order, all or none; return the id of the last.

    The first may have the id of the line that they stood in.

    Refused as `notes.take` refuses one of them. Where they cannot be written, they wait in the
    emergency journal.
    """
    first = taken[0].id
    with ExitStack() as waiting:
        for note in reversed(taken):  # the first waits first
            waiting.enter_context(notes.rescued(store, note.id, note))
        mine = [as_new(store, dialogue, note) for note in taken]
        with store.step(tr("Take notes"), page=PAGE, new=first) as step:
            for note in mine:
                notes.put(step, note)
                if note.id != first:
                    kinship.made_of(step, note.id, first)
    return mine[-1].id
