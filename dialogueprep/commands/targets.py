"""What a user can do with targets for the composition, and with templates of them."""

from __future__ import annotations

from dataclasses import replace

from dialogueprep.domain.dialogue import DialogueId
from dialogueprep.domain.errors import Refused
from dialogueprep.domain.targets import Dimension, Target, TargetTemplate, TemplateId
from dialogueprep.store import dialogues, targets
from dialogueprep.store.step import new_id
from dialogueprep.store.workspace import Store
from dialogueprep.words import tr

PAGE = "participants"


def set_target(store: Store, dialogue: DialogueId, target: Target) -> None:
    """Write how many of a category are wanted; 0 for no target."""
    with store.step(tr("Set target"), page=PAGE) as step:
        targets.put(step, dialogue, target)


def save_template(store: Store, dialogue: DialogueId, name: str) -> TemplateId:
    """Keep the targets of a dialogue under a name; a template of that name is replaced.

    Raises Refused("targets-need-name") and Refused("no-targets-to-keep").
    """
    wanted = name.strip()
    if not wanted:
        raise Refused("targets-need-name")
    kept = targets.of_dialogue(store, dialogue)
    if not kept:
        raise Refused("no-targets-to-keep")
    same = (t.id for t in targets.templates(store) if t.name.casefold() == wanted.casefold())
    made = TargetTemplate(next(same, TemplateId(new_id())), wanted, kept)
    with store.step(tr("Save targets as a template"), page=PAGE) as step:
        targets.put_template(step, made)
    return made.id


def rename_template(store: Store, template: TargetTemplate, name: str) -> None:
    """Give a template another name.

    Raises Refused("targets-need-name") and Refused("targets-name-taken").
    """
    wanted = name.strip()
    if not wanted:
        raise Refused("targets-need-name")
    others = (t for t in targets.templates(store) if t.id != template.id)
    if any(t.name.casefold() == wanted.casefold() for t in others):
        raise Refused("targets-name-taken", name=wanted)
    with store.step(tr("Rename the template"), page=PAGE) as step:
        targets.put_template(step, replace(template, name=wanted))


def delete_template(store: Store, template: TemplateId) -> None:
    """Delete a template; dialogues keep their targets."""
    with store.step(tr("Delete the template"), page=PAGE) as step:
        targets.delete_template(step, template)


def use_template(store: Store, dialogue: DialogueId, template: TargetTemplate) -> int:
    """Give a dialogue the targets of a template instead of its own.

    Delegations that are not at the table are passed over; returns how many of them there are.
    """
    table = dialogues.read(store, dialogue).table
    of_others = [
        t
        for t in template.targets
        if t.dimension is Dimension.DELEGATION and t.category not in table
    ]
    with store.step(tr("Use targets of a template"), page=PAGE) as step:
        targets.clear(step, dialogue)
        for target in template.targets:
            if target not in of_others:
                targets.put(step, dialogue, target)
    return len(of_others)
