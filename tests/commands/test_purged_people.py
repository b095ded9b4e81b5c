"""People who went along with a purged dialogue: what colleagues keep, and what brings them back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from shared_key import CHEAP, KEY

from dialogueprep.commands import kits as kit_commands
from dialogueprep.commands import life, merging
from dialogueprep.domain.destroying import Act, Order, Target, What
from dialogueprep.domain.dialogue import Dialogue, DialogueId
from dialogueprep.domain.kits import Purpose
from dialogueprep.store import kits, people, rows, sealing, workspace
from dialogueprep.store.driver import run
from dialogueprep.store.keys import Key
from dialogueprep.store.workspace import Store
from dialogueprep.workflows import certificate

TODAY = date(2026, 11, 22)
WORDS = "quiet harbour lantern"
OTHER = DialogueId("9" * 32)


@pytest.fixture(autouse=True)
def cheap(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sealing, "USUAL", CHEAP)


def kit(store: Store, dialogue: DialogueId, into: Path) -> Path:
    return kit_commands.hand_over(store, dialogue, Purpose.WHOLE, into, WORDS, TODAY).path


@pytest.fixture
def elsewhere(store: Store, sample: Dialogue, tmp_path: Path) -> Iterator[Store]:
    """Return another workspace that has the dialogue, with all its people."""
    away = kit(store, sample.id, tmp_path / "away" / "kit.dlg")
    with workspace.create(tmp_path / "elsewhere", KEY, "Elsewhere") as other:
        with kits.open(away, Key.passphrase(WORDS)) as opened:
            kit_commands.take_in(other, opened, TODAY)
        yield other


def another(store: Store, *who: str) -> None:
    """Make another dialogue in which they take part."""
    with store.step("Another") as step:
        rows.insert(step, "dialogues", {"id": OTHER, "first_day": "2027-01-01", "series": None})
        for number, person in enumerate(who):
            part = {"dialogue": OTHER, "person": person, "delegation": "KR"}
            rows.insert(step, "participations", {"id": f"part {number}", **part})


def in_directory(store: Store) -> set[str]:
    return {each.id for each in people.persons(store)}


def purged(store: Store, sample: Dialogue) -> Act:
    target = Target(What.DIALOGUE, sample.id)
    alone = life.preview(store, target).alone
    assert alone
    return life.destroy(store, Order(target, people=alone.ids), TODAY)


def merged(store: Store, path: Path) -> None:
    with kits.open(path, Key.passphrase(WORDS)) as opened:
        kit_commands.merge(store, opened, {}, TODAY)


def test_a_kit_of_the_purged_dialogue_brings_nobody_back(
    store: Store, elsewhere: Store, sample: Dialogue, tmp_path: Path
) -> None:
    everybody = in_directory(store)
    assert everybody == in_directory(elsewhere)
    purged(store, sample)
    assert not in_directory(store)
    merged(store, kit(elsewhere, sample.id, tmp_path / "back.dlg"))
    assert not in_directory(store) and not merging.waiting(store).conflicts
    assert not run(store.db, "SELECT 1 FROM name_forms")
    assert in_directory(elsewhere) == everybody


@pytest.mark.parametrize("here", [False, True], ids=["new here", "known here"])
def test_another_dialogue_that_has_somebody_brings_them_and_only_them(
    store: Store, elsewhere: Store, sample: Dialogue, tmp_path: Path, *, here: bool
) -> None:
    one, two, *_ = sorted(in_directory(store))
    if here:
        another(store)
        with kits.open(kit(store, OTHER, tmp_path / "o.dlg"), Key.passphrase(WORDS)) as opened:
            kit_commands.take_in(elsewhere, opened, TODAY)
        with elsewhere.step("They join") as step:
            part = {"dialogue": OTHER, "person": one, "delegation": "KR"}
            rows.insert(step, "participations", {"id": "part", **part})
    else:
        another(elsewhere, one)
    purged(store, sample)
    back = kit(elsewhere, OTHER, tmp_path / "back.dlg")
    if here:
        merged(store, back)
    else:
        with kits.open(back, Key.passphrase(WORDS)) as opened:
            kit_commands.take_in(store, opened, TODAY)
    assert in_directory(store) == {one} and two in in_directory(elsewhere)
    assert not merging.waiting(store).conflicts
    (part,) = people.participations(store, OTHER)
    assert part.person.id == one


def test_who_was_removed_here_is_not_removed_elsewhere_by_a_kit(
    store: Store, elsewhere: Store, sample: Dialogue, tmp_path: Path
) -> None:
    everybody = in_directory(elsewhere)
    another(store)
    purged(store, sample)
    away = kit(store, OTHER, tmp_path / "other.dlg")
    with kits.open(away, Key.passphrase(WORDS)) as opened:
        kit_commands.take_in(elsewhere, opened, TODAY)
    assert in_directory(elsewhere) == everybody


def test_the_certificate_counts_who_went_and_who_stayed_and_names_nobody(
    store: Store, sample: Dialogue
) -> None:
    known = people.persons(store)
    stay, *_ = known
    another(store, stay.id)
    act = purged(store, sample)
    page = certificate.certificate_of(store, act)
    row = "People in the directory"
    counted = {section.head: dict(section.rows).get(row) for section in page.sections}
    assert counted["Destroyed"] == str(len(known) - 1)
    assert counted["Kept in the library and in the directory"] == "1"
    text = "\n".join(page.lines())
    names = [p.name.given for p in known] + [p.name.native for p in known]
    assert not [name for name in names if name and name in text]
    assert "people who were removed" in page.limits
    without = replace(act, target=replace(act.target, people=()))
    assert "people who were removed" not in certificate.certificate_of(store, without).limits
