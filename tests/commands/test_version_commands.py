"""Circulating an agenda, and what is different since."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from dialogueprep.commands import agenda as agenda_commands
from dialogueprep.commands import people as people_commands
from dialogueprep.commands import versions
from dialogueprep.domain.briefs.blocks import Product
from dialogueprep.domain.dialogue import Dialogue
from dialogueprep.domain.editions import Difference, compare
from dialogueprep.domain.errors import Refused
from dialogueprep.domain.people import Standing
from dialogueprep.store import agenda, agenda_versions, dialogues, people
from dialogueprep.store.workspace import Store
from dialogueprep.workflows.release import Wanted, gather, look_at

ON = date(2026, 10, 28)


@pytest.fixture
def filled(store: Store, sample: Dialogue) -> Store:
    """Return the workspace with the sample in it."""
    return store


def _longer(store: Store) -> None:
    item = agenda.of_dialogue(store, dialogues.every(store)[0].id)[1]
    agenda_commands.change_item(store, replace(item, minutes=item.minutes + 10))


def test_an_edition_comes_back_as_it_was_circulated(filled: Store) -> None:
    dialogue = dialogues.every(filled)[0].id
    edition = versions.circulate(filled, dialogue, ON)
    assert edition.number == 1
    assert agenda_versions.latest(filled, dialogue) == edition
    assert compare(edition, versions.edition_now(filled, dialogue)).count == 0


def test_circulating_is_not_undone_and_a_second_time_refused(filled: Store) -> None:
    dialogue = dialogues.every(filled)[0].id
    versions.circulate(filled, dialogue, ON)
    assert filled.undo_label is None
    with pytest.raises(Refused, match="circulated-already"):
        versions.circulate(filled, dialogue, ON)


def test_an_edition_holds_no_name_of_a_person(filled: Store) -> None:
    dialogue = dialogues.every(filled)[0].id
    versions.circulate(filled, dialogue, ON)
    content = next(iter(filled.db.table("agenda_versions").rows))["content"]
    assert "Yamada" not in content
    assert "山田" not in content


def _programme(store: Store) -> tuple[str, bool, int]:
    dialogue = dialogues.every(store)[0].id
    wanted = Wanted(
        dialogue=dialogue, product=Product.PROGRAMME, language="en", on=date(2026, 11, 12)
    )
    examined = look_at(gather(store, wanted))
    stamp = "".join(run.text for run in examined.brief.version)
    told = any("Changes since version" in str(block) for block in examined.brief.blocks)
    return stamp, told, len(examined.placed)


def test_the_programme_bears_the_edition_and_tells_its_changes(filled: Store) -> None:
    dialogue = dialogues.every(filled)[0].id
    draft, _, found = _programme(filled)
    assert draft == "Draft of 12 November 2026"
    versions.circulate(filled, dialogue, ON)
    assert _programme(filled) == ("Version 1 of 28 October 2026", False, found)
    _longer(filled)
    assert _programme(filled) == ("Draft of 12 November 2026, after version 1", True, found)
    versions.circulate(filled, dialogue, date(2026, 11, 2))
    assert _programme(filled) == (
        "Version 2 of 2 November 2026, replaces version 1", True, found,
    )  # fmt: skip


def test_whoever_declines_leaves_a_role_and_that_is_a_change(filled: Store) -> None:
    dialogue = dialogues.every(filled)[0].id
    versions.circulate(filled, dialogue, ON)
    leads = {a.participation for a in people.attendances(filled, dialogue) if a.roles}
    gone = next(p for p in people.participations(filled, dialogue) if p.id in leads)
    people_commands.change_participant(filled, dialogue, replace(gone, standing=Standing.DECLINED))
    last = agenda_versions.latest(filled, dialogue)
    assert last
    for leading in (True, False):
        found = compare(last, versions.edition_now(filled, dialogue, leading=leading))
        assert {kind for change in found.changes for kind in change.what} == {Difference.ROLES}
        assert gone.id in {a.participation for a in found.affected}
