"""In which order the roster on the screen lists names, where somebody has chosen one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dialogueprep.commands.directory import NameList
from dialogueprep.domain.briefs.blocks import plain
from dialogueprep.domain.briefs.name_order import order_sentence
from dialogueprep.domain.briefs.pen import Pen
from dialogueprep.domain.dialogue import DialogueId
from dialogueprep.domain.name_sorting import in_order
from dialogueprep.domain.people import Participation
from dialogueprep.store import directory
from dialogueprep.store.workspace import Store
from dialogueprep.ui import theme
from dialogueprep.workflows.values import naming_of


def in_roster_order(
    store: Store, dialogue: DialogueId, people: Sequence[Participation]
) -> Sequence[Participation]:
    """Return people in the order chosen for the roster, else as they were added.

    The order of the window's language holds; rows stand within their delegations all the same.
    """
    if NameList.ROSTER.value not in directory.list_orders(store, dialogue):
        return people
    naming = naming_of(store, dialogue, NameList.ROSTER)
    language = theme.window_language()
    return in_order(people, naming.order(language).sorting, language, naming.strokes)


def order_said(store: Store, dialogue: DialogueId, people: Sequence[Participation]) -> str:
    """Return the sentence on the order chosen for the roster; empty if none is."""
    if NameList.ROSTER.value not in directory.list_orders(store, dialogue):
        return ""
    language, naming = theme.window_language(), naming_of(store, dialogue, NameList.ROSTER)
    within = replace(naming.order(language), grouped=True)
    said = replace(naming, orders={**naming.orders, language: within})
    return plain(order_sentence(people, Pen(language), said))
