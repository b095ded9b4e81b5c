"""Five bullets for the chair, from what is written so far."""

from __future__ import annotations

from datetime import date

from dialogueprep.domain.briefs.blocks import Product
from dialogueprep.domain.briefs.five_bullets import Pasted, five_bullets
from dialogueprep.domain.dialogue import DialogueId
from dialogueprep.domain.texts import Language
from dialogueprep.store.workspace import Store
from dialogueprep.workflows.release import Gathered, Wanted, earlier_of, gather


def gather_for_chair(store: Store, dialogue: DialogueId, language: Language, on: date) -> Gathered:
    """Read what the bullets are made of and searched with."""
    wanted = Wanted(dialogue=dialogue, product=Product.KEY_FINDINGS, language=language, on=on)
    return gather(store, wanted)


def bullets_of(gathered: Gathered) -> Pasted:
    """Return the bullets as text; needs no store."""
    it = gathered
    return five_bullets(it.material, it.wanted.language, it.roster, it.decisions, earlier_of(it))
