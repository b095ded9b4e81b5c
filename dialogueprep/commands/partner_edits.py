"""Taking over what a partner changed in the programme."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from dialogueprep.commands.agenda import PAGE, write_agenda
from dialogueprep.commands.copies import IMPORT, copy_before
from dialogueprep.domain.dialogue import DialogueId, ItemId
from dialogueprep.domain.partner_applying import applied
from dialogueprep.domain.partner_edits import Edit
from dialogueprep.domain.people import Attendance, Role
from dialogueprep.store import agenda, dialogues, people
from dialogueprep.store.step import Step, new_id
from dialogueprep.store.workspace import Store
from dialogueprep.words import tr


def take_over(store: Store, dialogue: DialogueId, accepted: Iterable[Edit]) -> int:
    """Apply the edits to the agenda in one step; return how many there were.

    Everybody who takes part is present at a new item of the whole room.
    """
    edits = [each for each in accepted if each.kind.can_be_taken]
    if not edits:
        return 0
    it, there = dialogues.read(store, dialogue), agenda.of_dialogue(store, dialogue)
    after = applied(it, there, edits, new_id)
    known = {i.id for i in there}
    copy_before(store, IMPORT)
    with store.step(tr("Take over the partner’s edits"), page=PAGE) as step:
        write_agenda(step, there, after)
        everybody = people.participations(step, dialogue)
        for item in after:
            if item.id not in known and item.kind.has_terms and item.lane == 0:
                for who in everybody:
                    people.put_attendance(step, Attendance(participation=who.id, item=item.id))
        for edit in edits:
            if edit.role is not None and edit.item is not None:
                _give(step, edit.item, edit.role, edit)
    return len(edits)


def _give(step: Step, item: ItemId, role: Role, edit: Edit) -> None:
    """Take a role from those who had it, and give it to those who shall have it."""
    for who in edit.before ^ edit.people:
        there = people.attendance(step, who, item) or Attendance(participation=who, item=item)
        roles = there.roles | {role} if who in edit.people else there.roles - {role}
        people.put_attendance(step, replace(there, roles=roles))
