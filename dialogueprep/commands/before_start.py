"""Checking off what is looked after before the first item."""

from __future__ import annotations

from dialogueprep.domain.before_start import Check
from dialogueprep.domain.dialogue import DialogueId
from dialogueprep.store import before_start
from dialogueprep.store.workspace import Store
from dialogueprep.words import tr

PAGE = "notes"


def check_off(store: Store, dialogue: DialogueId, check: Check, *, done: bool) -> None:
    """Check a point off, or take that back."""
    before = before_start.done(store, dialogue)
    label = tr("Check off") if done else tr("Take back a check")
    with store.step(label, page=PAGE) as step:
        before_start.put(step, dialogue, before | {check} if done else before - {check})
