"""What a user can do with people and their part in a dialogue."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from dialogueprep.domain.dialogue import DialogueId, ItemId
from dialogueprep.domain.errors import Refused
from dialogueprep.domain.people import (
    Attendance,
    Participation,
    ParticipationId,
    Person,
    PersonId,
    Role,
)
from dialogueprep.store import agenda, people
from dialogueprep.store.step import Step, new_id
from dialogueprep.store.workspace import Store
from dialogueprep.words import tr

PAGE = "participants"


def add_person(store: Store, person: Person) -> PersonId:
    """Add somebody to the directory; the family name must not be empty."""
    _refuse_nameless(person)
    mine = replace(person, id=PersonId(new_id()))
    with store.step(tr("Add person"), page="people") as step:
        people.put_person(step, mine)
    return mine.id


def change_person(store: Store, person: Person) -> None:
    """Write changed facts of a person, for all dialogues."""
    _refuse_nameless(person)
    with store.step(tr("Change person"), merge=("person", person.id), page="people") as step:
        people.put_person(step, person)


def remove_person(store: Store, person: PersonId) -> None:
    """Remove somebody from the directory and from every dialogue."""
    with store.step(tr("Remove person"), page="people") as step:
        people.delete_person(step, person)


def add_participant(store: Store, dialogue: DialogueId, it: Participation) -> ParticipationId:
    """Add somebody to a dialogue, present at every item of the whole room.

    A person without an id is added to the directory as well.
    """
    _refuse_nameless(it.person)
    if any(p.person.id == it.person.id for p in people.participations(store, dialogue)):
        raise Refused("person-takes-part-already", name=it.person.name.latin)
    person = it.person if it.person.id else replace(it.person, id=PersonId(new_id()))
    mine = replace(it, id=ParticipationId(new_id()), person=person)
    with store.step(tr("Add participant"), page=PAGE) as step:
        people.put_person(step, person)
        people.put_participation(step, dialogue, mine)
        _attend_plenary(store, step, dialogue, mine.id)
    return mine.id


def change_participant(store: Store, dialogue: DialogueId, it: Participation) -> None:
    """Write changed facts of a participant and of the person."""
    _refuse_nameless(it.person)
    with store.step(tr("Change participant"), merge=("part", it.id), page=PAGE) as step:
        people.put_person(step, it.person)
        people.put_participation(step, dialogue, it)


def remove_participants(store: Store, participations: Iterable[ParticipationId]) -> None:
    """Take people out of a dialogue; they stay in the directory."""
    with store.step(tr("Remove participant"), page=PAGE) as step:
        for participation in participations:
            people.delete_participation(step, participation)


def set_roles(
    store: Store, participation: ParticipationId, item: ItemId, roles: Iterable[Role]
) -> None:
    """Give somebody these roles at an item, and thereby presence."""
    there = _attendance(store, participation, item)
    with store.step(tr("Set role"), page=PAGE) as step:
        people.put_attendance(step, replace(there, roles=frozenset(roles)))


def toggle_role(store: Store, participation: ParticipationId, item: ItemId, role: Role) -> None:
    """Give somebody a role at an item beside the others there, or take it if it is held."""
    there = _attendance(store, participation, item)
    set_roles(store, participation, item, there.roles ^ {role})


def set_present(store: Store, participation: ParticipationId, item: ItemId, present: bool) -> None:
    """Write whether somebody is present at an item; absence takes the roles there too."""
    there = _attendance(store, participation, item)
    with store.step(tr("Set presence"), page=PAGE) as step:
        if present:
            people.put_attendance(step, there)
        else:
            people.delete_attendance(step, participation, item)


def set_silent(store: Store, attendance: Attendance, silent: bool) -> None:
    """Write whether somebody present listens only, and is then not counted."""
    with store.step(tr("Set listening only"), page=PAGE) as step:
        people.put_attendance(step, replace(attendance, silent=silent))


def _attendance(store: Store, participation: ParticipationId, item: ItemId) -> Attendance:
    """Return somebody's presence at an item, or what it would be."""
    known = people.attendance(store, participation, item)
    return known or Attendance(participation=participation, item=item)


def _attend_plenary(
    store: Store, step: Step, dialogue: DialogueId, participation: ParticipationId
) -> None:
    for item in agenda.of_dialogue(store, dialogue):
        if item.kind.has_terms and item.lane == 0:
            people.put_attendance(step, Attendance(participation=participation, item=item.id))


def _refuse_nameless(person: Person) -> None:
    if not person.name.family.strip():
        raise Refused("person-needs-family-name")
