"""The register of what is public already of each dialogue."""

from __future__ import annotations

from datetime import date

from dialogueprep.domain.dialogue import DialogueId
from dialogueprep.domain.published import PublicKind, Published, PublishedId
from dialogueprep.store import rows
from dialogueprep.store.rows import Readable
from dialogueprep.store.step import Step


def of_dialogue(store: Readable, dialogue: DialogueId) -> tuple[Published, ...]:
    """Return what is public of a dialogue, by kind and day."""
    found = rows.select(
        store, "published", "dialogue = ?", [dialogue], "kind, published_on, detail, id"
    )
    return tuple(
        Published(
            id=PublishedId(row["id"]),
            dialogue=DialogueId(row["dialogue"]),
            kind=PublicKind(row["kind"]),
            detail=row["detail"],
            place=row["place"],
            on=date.fromisoformat(row["published_on"]) if row["published_on"] else None,
        )
        for row in found
    )


def put(step: Step, it: Published) -> None:
    """Write an entry, new or changed."""
    row = {
        "dialogue": it.dialogue,
        "kind": it.kind.value,
        "detail": it.detail,
        "place": it.place,
        "published_on": it.on.isoformat() if it.on else None,
    }
    rows.put(step, "published", it.id, row)


def delete(step: Step, entry: PublishedId) -> None:
    """Delete an entry."""
    rows.delete(step, "published", entry)
