"""The follow-ups of each dialogue."""

from __future__ import annotations

from datetime import date

from dialogueprep.domain.dialogue import DialogueId
from dialogueprep.domain.follow_ups import FollowUp, FollowUpId
from dialogueprep.domain.texts import Texts
from dialogueprep.store import rows, texts
from dialogueprep.store.rows import Readable
from dialogueprep.store.step import Step

TABLE = "follow_ups"


def of_dialogue(store: Readable, dialogue: DialogueId) -> tuple[FollowUp, ...]:
    """Return the follow-ups of a dialogue in their order."""
    mine = "SELECT id FROM follow_ups WHERE dialogue = ?"
    said = texts.of_table(store, TABLE, mine, (dialogue,))
    return tuple(
        FollowUp(
            id=FollowUpId(row["id"]),
            dialogue=DialogueId(row["dialogue"]),
            texts=said.get(row["id"], {}).get("texts", Texts()),
            owner=row["owner"],
            due=date.fromisoformat(row["due"]) if row["due"] else None,
            done=bool(row["done"]),
        )
        for row in rows.select(store, TABLE, "dialogue = ?", [dialogue], "position, id")
    )


def put(step: Step, it: FollowUp) -> None:
    """Write a follow-up, new (last of its dialogue) or changed."""
    row = {
        "dialogue": it.dialogue,
        "owner": it.owner,
        "due": it.due.isoformat() if it.due else None,
        "done": int(it.done),
    }
    if rows.one(step, TABLE, it.id) is None:
        position = rows.next_position(step, TABLE, "dialogue", it.dialogue)
        rows.insert(step, TABLE, {"id": it.id, "position": position, **row})
    else:
        rows.update(step, TABLE, it.id, row)
    texts.write(step, TABLE, it.id, {"texts": it.texts})


def delete(step: Step, follow_up: FollowUpId) -> None:
    """Delete a follow-up."""
    rows.delete(step, TABLE, follow_up)
