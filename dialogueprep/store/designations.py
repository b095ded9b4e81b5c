"""The sheet of designations of each dialogue."""

from __future__ import annotations

from collections.abc import Iterable

from dialogueprep.domain.designations import Designation, DesignationId
from dialogueprep.domain.dialogue import DialogueId
from dialogueprep.domain.texts import LANGUAGES
from dialogueprep.store import rows
from dialogueprep.store.rows import Readable
from dialogueprep.store.step import Step


def of_dialogue(store: Readable, dialogue: DialogueId) -> tuple[Designation, ...]:
    """Return the sheet, by language, what is not settled first; empty if it was never changed."""
    found = rows.select(
        store, "designations", "dialogue = ?", [dialogue], "language, settled, usage"
    )
    return tuple(
        Designation(
            id=DesignationId(row["id"]),
            dialogue=DialogueId(row["dialogue"]),
            language=language,
            usage=row["usage"],
            instead_of=rows.from_list(row["instead_of"]),
            settled=bool(row["settled"]),
        )
        for row in found
        for language in LANGUAGES
        if language == row["language"]
    )


def write(step: Step, dialogue: DialogueId, sheet: Iterable[Designation]) -> None:
    """Make these the sheet of a dialogue."""
    entries = tuple(sheet)
    rows.keep_only(step, "designations", "dialogue", dialogue, (e.id for e in entries))
    for entry in entries:
        row = {
            "dialogue": dialogue,
            "language": entry.language,
            "usage": entry.usage,
            "instead_of": rows.as_list(entry.instead_of),
            "settled": int(entry.settled),
        }
        rows.put(step, "designations", entry.id, row)
