from __future__ import annotations

import random

import pytest

from dialogueprep.commands import roles as commands
from dialogueprep.commands import targets as target_commands
from dialogueprep.domain.dialogue import Dialogue, ItemId
from dialogueprep.domain.errors import Refused
from dialogueprep.domain.people import Role
from dialogueprep.domain.seating import Cell
from dialogueprep.domain.targets import Dimension, Target
from dialogueprep.store import agenda, people, roster_presence, targets
from dialogueprep.store.workspace import Store


@pytest.mark.parametrize("seed", range(6))
def test_any_block_of_cells_is_written_and_undone_exactly(
    store: Store, sample: Dialogue, seed: int
) -> None:
    chance = random.Random(seed)
    parts = people.participations(store, sample.id)
    items = agenda.of_dialogue(store, sample.id)
    before = people.attendances(store, sample.id)
    cells = [
        Cell(
            chance.choice(parts).id,
            chance.choice(items).id,
            chance.choice((None, frozenset(), frozenset(chance.sample(list(Role), 2)))),
            chance.random() < 0.3,
        )
        for _ in range(40)
    ]
    last = {(c.participation, c.item): c for c in cells}
    commands.fill(store, cells)
    for cell in last.values():
        there = people.attendance(store, cell.participation, ItemId(cell.item))
        state = (there.roles, there.silent) if there else (None, None)
        assert state == ((None, None) if cell.roles is None else (cell.roles, cell.silent))
    after = people.attendances(store, sample.id)
    store.undo()
    assert people.attendances(store, sample.id) == before
    store.redo()
    assert people.attendances(store, sample.id) == after


def test_presence_read_quickly_says_the_same(store: Store, sample: Dialogue) -> None:
    told = roster_presence.of_dialogue(store, sample.id)
    apart = (roster_presence.taken_apart(who, text) for who, text in told.items())
    quick = {attendance for each in apart for attendance in each.values()}
    assert quick == set(people.attendances(store, sample.id))


def test_targets_of_delegations_stand_with_the_others(store: Store, sample: Dialogue) -> None:
    target_commands.set_target(store, sample.id, Target(Dimension.DELEGATION, "CN", 9))
    target_commands.set_target(store, sample.id, Target(Dimension.BROAD, "expert", 6))
    found = targets.of_dialogue(store, sample.id)
    assert found[0] == Target(Dimension.DELEGATION, "CN", 9)
    assert Target(Dimension.BROAD, "expert", 6) in found
    target_commands.set_target(store, sample.id, Target(Dimension.BROAD, "expert", 0))
    assert Target(Dimension.BROAD, "expert", 6) not in targets.of_dialogue(store, sample.id)
    store.undo()
    assert targets.of_dialogue(store, sample.id) == found


def test_a_template_passes_over_delegations_that_are_not_there(
    store: Store, sample: Dialogue
) -> None:
    target_commands.save_template(store, sample.id, "Old")
    template = targets.templates(store)[0]
    other = Target(Dimension.DELEGATION, "XX", 4)
    changed = type(template)(template.id, template.name, (*template.targets, other))
    assert target_commands.use_template(store, sample.id, changed) == 1
    assert targets.of_dialogue(store, sample.id) == template.targets


def test_a_template_needs_a_name_of_its_own(store: Store, sample: Dialogue) -> None:
    target_commands.save_template(store, sample.id, "One")
    target_commands.save_template(store, sample.id, "Two")
    one = targets.templates(store)[0]
    for name, code in ((" ", "targets-need-name"), ("TWO", "targets-name-taken")):
        with pytest.raises(Refused) as refusal:
            target_commands.rename_template(store, one, name)
        assert refusal.value.code == code
    target_commands.save_template(store, sample.id, "one")
    assert len(targets.templates(store)) == 2
