"""In which phase a dialogue is, since when and why, and when its notes are to be destroyed."""

from __future__ import annotations

from datetime import date

from dialogueprep.domain.destroying import Target, What
from dialogueprep.domain.dialogue import DialogueId, Phase
from dialogueprep.domain.life import USUAL_DAYS, Life, Moved
from dialogueprep.store import backup, destroyed, rows, settings
from dialogueprep.store.rows import Readable
from dialogueprep.store.step import Step
from dialogueprep.store.workspace import Store

DAYS = "days until notes are destroyed"
_NAME = "life/"


def read(store: Readable, dialogue: DialogueId) -> Life:
    """Return the life of a dialogue; KeyError if there is none with this id."""
    row = rows.one(store, "dialogues", dialogue)
    if row is None:
        raise KeyError(dialogue)
    due = row["destroy_notes_on"]
    kept: list[list[str]] = settings.read(store, _NAME + dialogue, [])
    return Life(
        Phase(row["phase"]),
        date.fromisoformat(due) if due else None,
        destroyed.last_done(store, Target(What.NOTES, dialogue)),
        tuple(Moved(Phase(to), date.fromisoformat(on), why) for to, on, why in kept),
    )


def with_date(store: Readable) -> frozenset[DialogueId]:
    """Return the dialogues whose notes are to be destroyed on some date."""
    found = rows.select(store, "dialogues", "destroy_notes_on IS NOT NULL")
    return frozenset(DialogueId(row["id"]) for row in found)


def move(step: Step, dialogue: DialogueId, moved: Moved) -> None:
    """Bring a dialogue into a phase, and keep when and why."""
    rows.update(step, "dialogues", dialogue, {"phase": moved.to.value})
    kept: list[list[str]] = settings.read(step, _NAME + dialogue, [])
    told = [moved.to.value, moved.on.isoformat(), moved.reason]
    settings.put(step, _NAME + dialogue, [*kept, told])


def put_date(step: Step, dialogue: DialogueId, on: date | None) -> None:
    """Write when the notes of a dialogue are to be destroyed; None for no date."""
    row = {"destroy_notes_on": on.isoformat() if on else None}
    rows.update(step, "dialogues", dialogue, row)


def usual_days(store: Readable) -> int:
    """Return how many days after the closing this house destroys notes."""
    return int(settings.read(store, DAYS, USUAL_DAYS))


def last_known_day(store: Store) -> date | None:
    """Return the latest day of which the workspace itself knows, by its copies and acts."""
    days = [copy.day for copy in backup.listed(store.folder)]
    days += [act.on for act in destroyed.acts(store)]
    return max(days, default=None)


def has_notes(store: Readable, dialogue: DialogueId) -> bool:
    """Say whether a dialogue has any note, private ones and lines being written among them."""
    where = "item IN (SELECT id FROM items WHERE dialogue = ?) LIMIT 1"
    return next(rows.select(store, "notes", where, [dialogue]), None) is not None
