"""In which order the roster on the screen lists names, where somebody has chosen one."""

from __future__ import annotations

from collections.abc import Sequence

from dialogueprep.commands.directory import NameList
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
