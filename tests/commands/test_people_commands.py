from __future__ import annotations

from dataclasses import replace

import pytest

from dialogueprep.commands import dialogues as dialogue_commands
from dialogueprep.commands import people as commands
from dialogueprep.domain.dialogue import Dialogue, ItemId
from dialogueprep.domain.errors import Refused
from dialogueprep.domain.people import Attendance, Name, Person, PersonId, Role
from dialogueprep.store import people
from dialogueprep.store.workspace import Store


def presence(store: Store, dialogue: Dialogue, role: Role) -> Attendance:
    """Return the first presence with just this role."""
    known = people.attendances(store, dialogue.id)
    return next(a for a in known if a.roles == {role})


def read(store: Store, it: Attendance) -> Attendance | None:
    return people.attendance(store, it.participation, ItemId(it.item))


def test_a_role_is_toggled_beside_others_and_listening_only_stays(
    store: Store, sample: Dialogue
) -> None:
    there = presence(store, sample, Role.PRESENTER)
    commands.set_silent(store, there, True)
    commands.toggle_role(store, there.participation, ItemId(there.item), Role.RAPPORTEUR)
    now = read(store, there)
    assert now is not None and now.silent
    assert now.roles == {Role.PRESENTER, Role.RAPPORTEUR}
    commands.toggle_role(store, there.participation, ItemId(there.item), Role.PRESENTER)
    now = read(store, there)
    assert now is not None and now.roles == {Role.RAPPORTEUR}


def test_absence_takes_the_roles_and_undo_brings_them_back(store: Store, sample: Dialogue) -> None:
    there = presence(store, sample, Role.MODERATOR)
    commands.set_present(store, there.participation, ItemId(there.item), False)
    assert read(store, there) is None
    store.undo()
    assert read(store, there) == there


def test_being_present_already_keeps_the_roles(store: Store, sample: Dialogue) -> None:
    there = presence(store, sample, Role.MODERATOR)
    commands.set_present(store, there.participation, ItemId(there.item), True)
    assert read(store, there) == there


def test_somebody_takes_part_once(store: Store, sample: Dialogue) -> None:
    someone = people.participations(store, sample.id)[0]
    with pytest.raises(Refused) as refusal:
        commands.add_participant(store, sample.id, someone)
    assert refusal.value.code == "person-takes-part-already"


@pytest.mark.parametrize("family", ["", "  "])
def test_a_person_needs_a_family_name(store: Store, family: str) -> None:
    with pytest.raises(Refused) as refusal:
        commands.add_person(store, Person(id=PersonId(""), name=Name(family=family)))
    assert refusal.value.code == "person-needs-family-name"
    assert people.persons(store) == ()


def test_parts_name_the_latest_dialogue_first(store: Store, sample: Dialogue) -> None:
    someone = people.participations(store, sample.id)[0]
    earlier = dialogue_commands.plan(
        store, replace(sample, first_day=sample.first_day.replace(year=2020))
    )
    commands.add_participant(store, earlier, someone)
    parts = people.parts(store)[someone.person.id]
    assert [dialogue for dialogue, _ in parts] == [sample.id, earlier]
