"""What a user can do with the editions of an agenda."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from dialogueprep.domain.dialogue import DialogueId
from dialogueprep.domain.editions import Edition, compare, edition_of
from dialogueprep.domain.errors import Refused
from dialogueprep.domain.timetable import starts
from dialogueprep.store import agenda, agenda_versions, dialogues
from dialogueprep.store.rows import Readable
from dialogueprep.store.workspace import Store
from dialogueprep.words import tr

PAGE = "agenda"


def edition_now(store: Readable, dialogue: DialogueId, *, leading: bool = False) -> Edition:
    """Return the agenda of a dialogue as it stands, with those who come.

    ``leading`` leaves out who is present without a role: that is much to read, and nothing
    that is different between editions rests on it.
    """
    it = dialogues.read(store, dialogue)
    slots = starts(agenda.of_dialogue(store, dialogue), it.hours).slots
    there = agenda_versions.roles_held(store, dialogue)
    others = {} if leading else agenda_versions.present_without_role(store, dialogue)
    return edition_of(it, slots, there, others)


def circulate(store: Store, dialogue: DialogueId, on: date) -> Edition:
    """Keep the agenda as it stands as the next circulated edition, and return it.

    This is not undone, since it is sent. Refused("nothing-to-circulate") for an agenda without
    items, Refused("circulated-already", number) if nothing is different since the last edition.
    """
    now, last = edition_now(store, dialogue), agenda_versions.latest(store, dialogue)
    if not now.entries:
        raise Refused("nothing-to-circulate")
    if last is not None and not compare(last, now).count:
        raise Refused("circulated-already", number=last.number)
    edition = replace(now, number=(last.number if last else 0) + 1, on=on)
    with store.step(tr("Circulate the agenda"), page=PAGE, undoable=False) as step:
        agenda_versions.put(step, dialogue, edition)
    return edition
