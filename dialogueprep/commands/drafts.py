"""What a user can do with the states of documents."""

from __future__ import annotations

from dataclasses import replace

from dialogueprep.domain.briefs.blocks import Product
from dialogueprep.domain.dialogue import DialogueId, Phase
from dialogueprep.domain.drafts import Circulation, Stage, deadline, draft_of, staged
from dialogueprep.domain.errors import Refused
from dialogueprep.domain.texts import Language
from dialogueprep.store import dialogues, drafts
from dialogueprep.store.workspace import Store
from dialogueprep.words import tr

PAGE = "documents"


def move(
    store: Store, dialogue: DialogueId, product: Product, language: Language, stage: Stage
) -> None:
    """Say how far a document has come, forward or back.

    Refused "product-without-stages" for a list, "comments-need-deadline" for a comment window of
    which nobody was told, and "dialogue-closed".
    """
    _refuse(store, dialogue, product)
    sent = drafts.circulations(store, dialogue)
    if stage is Stage.COMMENTS and deadline(sent, product, language) is None:
        raise Refused("comments-need-deadline")
    now = draft_of(drafts.of_dialogue(store, dialogue), product, language)
    with store.step(tr("Change the state of a document"), page=PAGE) as step:
        drafts.put(step, dialogue, replace(now, stage=stage))


def circulate(store: Store, dialogue: DialogueId, sent: Circulation) -> None:
    """Keep who received a draft; with a deadline its comment window opens.

    This is not undone, since it was sent. Refused "circulation-needs-recipients",
    "deadline-is-past", "product-without-stages" and "dialogue-closed".
    """
    _refuse(store, dialogue, sent.product)
    if not sent.recipients:
        raise Refused("circulation-needs-recipients")
    if sent.comments_until is not None and sent.comments_until < sent.on:
        raise Refused("deadline-is-past")
    now = draft_of(drafts.of_dialogue(store, dialogue), sent.product, sent.language)
    stage = Stage.COMMENTS if sent.comments_until else now.stage
    with store.step(tr("Circulate a draft"), page=PAGE, undoable=False) as step:
        drafts.add_circulation(step, dialogue, sent)
        drafts.put(step, dialogue, replace(now, stage=stage, number=sent.number))


def _refuse(store: Store, dialogue: DialogueId, product: Product) -> None:
    if not staged(product):
        raise Refused("product-without-stages")
    if dialogues.read(store, dialogue).phase is Phase.CLOSED:
        raise Refused("dialogue-closed")
