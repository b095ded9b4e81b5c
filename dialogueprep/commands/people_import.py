"""People taken from a file into the directory and into a dialogue, in one step."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from dialogueprep.commands.copies import IMPORT, copy_before
from dialogueprep.domain.dialogue import DialogueId
from dialogueprep.domain.errors import Refused
from dialogueprep.domain.newcomers import (
    Decision,
    Directory,
    Taken,
    merged_part,
    merged_person,
)
from dialogueprep.domain.people import Attendance, Participation, ParticipationId, Person, PersonId
from dialogueprep.store import agenda, people
from dialogueprep.store.step import Step, new_id
from dialogueprep.store.workspace import Store
from dialogueprep.words import tr


@dataclass(frozen=True, slots=True)
class TakenIn:
    """How many were written: new people, people who were there, parts in the dialogue."""

    new: int = 0
    known: int = 0
    parts: int = 0

    @property
    def total(self) -> int:
        """How many rows were taken."""
        return self.new + self.known


def directory(store: Store) -> Directory:
    """Return everybody in the directory, with the institution of their latest part."""
    parts = people.parts(store)
    return Directory(
        (p, parts[p.id][0][1].affiliation.name if p.id in parts else "")
        for p in people.persons(store)
    )


def take_in(
    store: Store,
    dialogue: DialogueId | None,
    rows: Sequence[Taken],
    tick: Callable[[int, int], None] = lambda _done, _every: None,
) -> TakenIn:
    """Write the rows that are not left out, and return how many; one undo takes them back.

    ``tick`` is told what is done; if it raises Cancelled, nothing is written. Raises
    Refused("people-none-chosen").
    """
    taken = [row for row in rows if row.decision is not Decision.LEAVE]
    if not taken:
        raise Refused("people-none-chosen")
    copy_before(store, IMPORT)
    with store.step(tr("Take in people"), page="participants" if dialogue else "people") as step:
        writing = _Writing(store, step, dialogue)
        for number, row in enumerate(taken):
            tick(number, len(taken))
            writing.write(row)
    return writing.done


class _Writing:
    """Writes rows within one step."""

    def __init__(self, store: Store, step: Step, dialogue: DialogueId | None) -> None:
        self._step, self._dialogue = step, dialogue
        self._parts: dict[PersonId, Participation] = {}
        self._plenary: list[str] = []
        self.done = TakenIn()
        if dialogue is not None:
            self._parts = {p.person.id: p for p in people.participations(store, dialogue)}
            items = agenda.of_dialogue(store, dialogue)
            self._plenary = [i.id for i in items if i.kind.has_terms and i.lane == 0]

    def write(self, row: Taken) -> None:
        """Write one row."""
        person = self._person(row)
        if self._dialogue is None:
            return
        there = self._parts.get(person.id)
        if there is None:
            self._add(self._dialogue, person, row.newcomer.part)
        elif row.decision is Decision.MERGE:
            merged = replace(merged_part(there, row.newcomer.part), person=person)
            people.put_participation(self._step, self._dialogue, merged)
            self._parts[person.id] = merged

    def _person(self, row: Taken) -> Person:
        if row.decision is Decision.NEW or row.known is None:
            person = replace(row.newcomer.person, id=PersonId(new_id()))
            people.put_person(self._step, person)
            self.done = replace(self.done, new=self.done.new + 1)
            return person
        self.done = replace(self.done, known=self.done.known + 1)
        if row.decision is Decision.SAME:
            return row.known
        merged = merged_person(row.known, row.newcomer.person)
        if merged != row.known:
            people.put_person(self._step, merged)
        return merged

    def _add(self, dialogue: DialogueId, person: Person, part: Participation) -> None:
        mine = replace(part, id=ParticipationId(new_id()), person=person)
        people.put_participation(self._step, dialogue, mine)
        for item in self._plenary:
            people.put_attendance(self._step, Attendance(participation=mine.id, item=item))
        self._parts[person.id] = mine
        self.done = replace(self.done, parts=self.done.parts + 1)
