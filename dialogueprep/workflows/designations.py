"""The sheet of designations of a dialogue: its own, or the shipped one while it has none."""

from __future__ import annotations

from dialogueprep.domain.briefs.blocks import Brief
from dialogueprep.domain.designations import Designation, Misnamed, misnamed
from dialogueprep.domain.dialogue import DialogueId
from dialogueprep.exchange.designation_reader import read_designations
from dialogueprep.store import designations, statements
from dialogueprep.store.workspace import Store
from dialogueprep.words import tr


def sheet_of(store: Store, dialogue: DialogueId) -> tuple[Designation, ...]:
    """Return the sheet that holds for a dialogue."""
    return designations.of_dialogue(store, dialogue) or read_designations()


def misnamed_in(store: Store, dialogue: DialogueId, brief: Brief) -> tuple[Misnamed, ...]:
    """Return where a document of a dialogue does not keep to its sheet."""
    exact = frozenset(str(it.id) for it in statements.of_dialogue(store, dialogue))
    return misnamed(brief, sheet_of(store, dialogue), exact)


def sentence_of(found: Misnamed) -> str:
    """Return the sentence for words that the sheet does not use, in the window's language."""
    if found.entry.settled:
        return tr(
            "“{words}”: the sheet of designations has “{usage}”.",
            words=found.words,
            usage=found.entry.usage,
        )
    return tr("“{words}”: not settled between the delegations.", words=found.words)
