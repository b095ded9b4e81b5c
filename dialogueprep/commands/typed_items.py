"""What a user can do by typing: a whole programme, or one item of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from dialogueprep.commands.agenda import PAGE, write_agenda
from dialogueprep.commands.scheduling import everybody
from dialogueprep.domain.dialogue import AgendaItem, Dialogue, ItemId, Phase
from dialogueprep.domain.errors import Refused
from dialogueprep.domain.texts import Language
from dialogueprep.domain.typed_placing import Place, Placing
from dialogueprep.domain.typed_programme import TypedProgramme
from dialogueprep.store import agenda, dialogues
from dialogueprep.store.step import new_id
from dialogueprep.store.workspace import Store
from dialogueprep.words import ntr, tr


@dataclass(frozen=True, slots=True)
class Placed:
    """An agenda with what was typed: all items, the ids of the new ones, and its days."""

    items: tuple[AgendaItem, ...]
    new: tuple[ItemId, ...]
    days: int


def placed(
    dialogue: Dialogue,
    items: Sequence[AgendaItem],
    typed: TypedProgramme,
    place: Place,
    language: Language,
) -> Placed:
    """Return the agenda as it would be. Refused as `domain.arranging.arranged`."""
    placing = Placing(dialogue.id, language, dialogue.hours, new_id)
    asked = [placing.asked(i, typed.asked) if i.id == place.after else i for i in items]
    after, new = placing.placed(asked, typed.items, place)
    return Placed(after, new, max([dialogue.days, *(i.day + 1 for i in after)]))


def add_typed(
    store: Store, dialogue: Dialogue, typed: TypedProgramme, place: Place, language: Language
) -> tuple[ItemId, ...]:
    """Put what was typed on the agenda in one step; return the new items.

    The dialogue grows to as many days. Everybody is present at a new item of the whole room.
    Refused "dialogue-closed", and as `placed`.
    """
    if dialogue.phase is Phase.CLOSED:
        raise Refused("dialogue-closed")
    there = agenda.of_dialogue(store, dialogue.id)
    made = placed(dialogue, there, typed, place, language)
    n = len(made.new)
    label = ntr("Add {n} item", "Add {n} items", n) if n else tr("Change questions")
    with store.step(label, page=PAGE) as step:
        if made.days > dialogue.days:
            dialogues.put(step, replace(dialogue, days=made.days))
        write_agenda(step, there, made.items)
        everybody(step, dialogue.id, [i for i in made.items if i.id in set(made.new)])
    return made.new
