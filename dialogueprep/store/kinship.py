"""Which notes were made of one another: two that were joined, one that was split.

Words of one then stand in older states of the other, in copies and in what can be undone, so that
a strike has to reach that too. Only ids are kept, among the settings, and an undo of joining or
splitting takes them back.
"""

from __future__ import annotations

from collections.abc import Iterable

from dialogueprep.domain.notes import NoteId
from dialogueprep.store import notes, rows, settings
from dialogueprep.store.rows import Readable
from dialogueprep.store.step import Step

MADE_OF = "note made of/"
"""What a setting's name begins with; a note's id follows. The value is a list of ids."""


def made_of(step: Step, note: NoteId, other: NoteId) -> None:
    """Note that words of another note, or of an older state of it, are in this one."""
    known = settings.read(step, MADE_OF + note, [])
    settings.put(step, MADE_OF + note, list(dict.fromkeys((*known, other))))


def reached_by(store: Readable, ids: Iterable[NoteId]) -> tuple[list[NoteId], list[NoteId]]:
    """Return what a strike of notes reaches: those that go, and those that only were others.

    The first are these notes and all that are not here any more but went into them; the second
    go on, but in an older state they held words of the first.
    """
    wanted = list(dict.fromkeys(ids))
    found = list(wanted)
    for note in found:  # it grows meanwhile
        known = (NoteId(each) for each in settings.read(store, MADE_OF + note, ()))
        found += [each for each in known if each not in found]
    older = [each for each in found if each not in wanted and notes.read(store, each)]
    return [each for each in found if each not in older], older


def forget(step: Step, ids: Iterable[NoteId]) -> None:
    """Forget what notes were made of, once they are gone."""
    for note in ids:
        rows.delete(step, "settings", MADE_OF + note)
