"""What a dialogue settles for its invitations: when answers are due, and the words of letters."""

from __future__ import annotations

from collections.abc import Mapping

from dialogueprep.domain.dialogue import DialogueId
from dialogueprep.domain.invitations import WEEKS_BEFORE
from dialogueprep.domain.table_plan import TableShape
from dialogueprep.domain.texts import Texts
from dialogueprep.store import settings, texts
from dialogueprep.store.rows import Readable
from dialogueprep.store.step import Step

_LETTER = "letter: "


def weeks_before(store: Readable, dialogue: DialogueId) -> int:
    """Return how many weeks before the first day answers are wanted."""
    return settings.read(store, _weeks(dialogue), WEEKS_BEFORE)


def put_weeks_before(step: Step, dialogue: DialogueId, weeks: int) -> None:
    """Write how many weeks before the first day answers are wanted."""
    settings.put(step, _weeks(dialogue), weeks)


def letters(store: Readable, dialogue: DialogueId) -> Mapping[str, Texts]:
    """Return the dialogue's own words of letters, by kind; those not changed are left out."""
    found = texts.of_table(store, "dialogues", "?", (dialogue,)).get(dialogue, {})
    return {f.removeprefix(_LETTER): t for f, t in found.items() if f.startswith(_LETTER)}


def put_letter(step: Step, dialogue: DialogueId, kind: str, wordings: Texts) -> None:
    """Write the dialogue's own words of a letter; a language without any has the usual ones."""
    texts.write(step, "dialogues", dialogue, {_LETTER + kind: wordings})


def table_shape(store: Readable, dialogue: DialogueId) -> TableShape:
    """Return the form of the table at which people are seated."""
    return TableShape(settings.read(store, _shape(dialogue), TableShape.ROUND.value))


def put_table_shape(step: Step, dialogue: DialogueId, shape: TableShape) -> None:
    """Write the form of the table."""
    settings.put(step, _shape(dialogue), shape.value)


def _weeks(dialogue: DialogueId) -> str:
    return f"answers wanted: {dialogue}"


def _shape(dialogue: DialogueId) -> str:
    return f"table: {dialogue}"
