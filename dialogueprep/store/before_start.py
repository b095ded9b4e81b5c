"""What of the checklist before the first item of a dialogue is done."""

from __future__ import annotations

from dialogueprep.domain.before_start import Check
from dialogueprep.domain.dialogue import DialogueId
from dialogueprep.store import rows
from dialogueprep.store.rows import Readable
from dialogueprep.store.step import Step


def done(store: Readable, dialogue: DialogueId) -> frozenset[Check]:
    """Return the points that are checked off."""
    row = rows.one(store, "dialogues", dialogue)
    return (
        frozenset(Check(each) for each in rows.from_list(row["checked_off"]))
        if row
        else frozenset()
    )


def put(step: Step, dialogue: DialogueId, checked: frozenset[Check]) -> None:
    """Write the points that are checked off."""
    kept = [each.value for each in Check if each in checked]
    rows.update(step, "dialogues", dialogue, {"checked_off": rows.as_list(kept)})
