"""What a user can do with follow-ups."""

from __future__ import annotations

from dataclasses import replace

from dialogueprep.domain.dialogue import DialogueId, Phase
from dialogueprep.domain.errors import Refused
from dialogueprep.domain.follow_ups import FollowUp, FollowUpId
from dialogueprep.store import dialogues, follow_ups
from dialogueprep.store.step import Step, new_id
from dialogueprep.store.workspace import Store
from dialogueprep.words import tr

PAGE = "home"


def add(store: Store, it: FollowUp) -> FollowUpId:
    """Add a follow-up to a dialogue; return its id.

    Refused "follow-up-needs-words", "dialogue-closed".
    """
    mine = replace(it, id=FollowUpId(new_id()))
    _refuse(store, mine)
    with store.step(tr("Add a follow-up"), page=PAGE) as step:
        follow_ups.put(step, mine)
    return mine.id


def change(store: Store, it: FollowUp) -> None:
    """Write a changed follow-up. Refused as `add`."""
    _refuse(store, it)
    with store.step(tr("Change the follow-up"), page=PAGE) as step:
        follow_ups.put(step, it)


def remove(store: Store, it: FollowUp) -> None:
    """Remove a follow-up. Refused "dialogue-closed"."""
    _refuse(store, it)
    with store.step(tr("Remove the follow-up"), page=PAGE) as step:
        follow_ups.delete(step, it.id)


def carry(step: Step, last: DialogueId, new: DialogueId) -> None:
    """Write what is still open after one round among the follow-ups of the next."""
    for it in follow_ups.of_dialogue(step, last):
        if not it.done:
            follow_ups.put(step, replace(it, id=FollowUpId(new_id()), dialogue=new))


def _refuse(store: Store, it: FollowUp) -> None:
    if not it.texts:
        raise Refused("follow-up-needs-words")
    if dialogues.read(store, it.dialogue).phase is Phase.CLOSED:
        raise Refused("dialogue-closed")
