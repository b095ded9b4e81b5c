"""The texts that a user writes for one kind of document, in the languages of documents."""

from __future__ import annotations

from dataclasses import replace
from enum import StrEnum

from dialogueprep.domain.dialogue import Dialogue, Phase
from dialogueprep.domain.errors import Refused
from dialogueprep.domain.texts import Texts
from dialogueprep.store import dialogues
from dialogueprep.store.workspace import Store
from dialogueprep.words import tr

PAGE = "documents"


class OwnText(StrEnum):
    """A text of a dialogue that one kind of document holds; the value names the field."""

    BACKGROUND = "backgrounds"
    OBJECTIVES = "objectives"
    OUTPUTS = "outputs"
    PRACTICALITIES = "practicalities"
    CHAIRS_OPENING = "chairs_openings"
    PRESS_LINE = "press_lines"
    DEBRIEF = "debriefs"


def of(dialogue: Dialogue, which: OwnText) -> Texts:
    """Return a text of a dialogue, as far as it is written."""
    return getattr(dialogue, which.value)


def write(store: Store, dialogue: Dialogue, which: OwnText, texts: Texts) -> None:
    """Write a text in its languages. Raises Refused("dialogue-closed")."""
    now = dialogues.read(store, dialogue.id)
    if now.phase is Phase.CLOSED:
        raise Refused("dialogue-closed")
    merge = (which.value, dialogue.id)
    with store.step(tr("Change text of a document"), merge=merge, page=PAGE) as step:
        dialogues.put(step, replace(now, **{which.value: texts}))
