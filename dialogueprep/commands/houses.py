"""What a user can do with the look of documents: paper, logos of the hosts, a Word template."""

from __future__ import annotations

from dialogueprep.commands.copies import IMPORT, copy_before
from dialogueprep.domain.briefs.blocks import Missing, Paper, Picture, Template
from dialogueprep.domain.dialogue import DialogueId, HostId
from dialogueprep.store import houses
from dialogueprep.store.workspace import Store
from dialogueprep.words import tr

PAGE = "documents"


def set_look(store: Store, dialogue: DialogueId, paper: Paper, missing: Missing) -> None:
    """Choose the paper of a dialogue's documents, and what stands for a missing character."""
    with store.step(tr("Change paper and signs"), merge=("look", dialogue), page=PAGE) as step:
        houses.put_look(step, dialogue, paper, missing)


def set_logo(store: Store, dialogue: DialogueId, host: HostId, logo: Picture | None) -> None:
    """Give a host a logo, or take it away."""
    logos = dict(houses.of_dialogue(store, dialogue).logos)
    logos.pop(host, None)
    if logo is not None:
        logos[host] = logo
    with store.step(tr("Change the logo of a host"), page=PAGE) as step:
        houses.put_logos(step, dialogue, logos)


def set_template(store: Store, template: Template | None) -> None:
    """Let the Word files of the workspace follow a template, taken in after a copy, or none."""
    if template is not None:
        copy_before(store, IMPORT)
    with store.step(tr("Change the Word template"), page=PAGE) as step:
        houses.put_template(step, template)
