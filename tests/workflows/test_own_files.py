"""A release replaces nothing in its folder that another dialogue released or somebody put there."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from dialogueprep.commands import dialogues as commands
from dialogueprep.domain.briefs.blocks import Product
from dialogueprep.domain.dialogue import Dialogue
from dialogueprep.domain.errors import Refused
from dialogueprep.domain.gate import Roster
from dialogueprep.domain.texts import Texts
from dialogueprep.sentences import explain
from dialogueprep.store import dialogues, documents
from dialogueprep.store.workspace import Store
from dialogueprep.workflows.release import Prepared, Wanted, gather, prepare, produce, release

NAME = "key-findings-en.docx"


def wanted(of: Dialogue, day: int = 30) -> Wanted:
    on = date(2026, 10, day)
    return Wanted(dialogue=of.id, product=Product.KEY_FINDINGS, language="en", on=on)


@pytest.fixture
def ready(store: Store, sample: Dialogue, sample_roster: Roster) -> Prepared:
    return prepare(gather(store, wanted(sample), sample_roster))


def another(store: Store, sample: Dialogue) -> Dialogue:
    new = replace(sample, names=Texts.of(en="Another round"), hosts=(), delegations=())
    return dialogues.read(store, commands.plan(store, commands.own_ids(new)))


def test_a_second_dialogue_does_not_replace_what_the_first_released(
    store: Store, sample: Dialogue, sample_roster: Roster, tmp_path: Path
) -> None:
    release(store, wanted(sample), ("docx",), tmp_path / "out", roster=sample_roster)
    before = (tmp_path / "out" / NAME).read_bytes()
    second = another(store, sample)
    with pytest.raises(Refused, match="file-of-another") as refused:
        release(store, wanted(second), ("docx", "pdf"), tmp_path / "out")
    assert [p.name for p in (tmp_path / "out").iterdir()] == [NAME]
    assert (tmp_path / "out" / NAME).read_bytes() == before
    assert not documents.releases(store, second.id)
    assert explain(refused.value) == (
        f"There is a file “{NAME}” in “out” already that was not released from this dialogue. "
        "Nothing was written. Choose another folder."
    )


def test_a_file_that_was_changed_by_hand_is_left_alone(ready: Prepared, tmp_path: Path) -> None:
    (tmp_path / NAME).write_bytes(b"a draft of somebody")
    with pytest.raises(Refused, match="file-of-another"):
        produce(ready, tmp_path, ("docx",))
    assert (tmp_path / NAME).read_bytes() == b"a draft of somebody"


def test_its_own_release_of_the_same_version_is_replaced(
    store: Store, sample: Dialogue, sample_roster: Roster, ready: Prepared, tmp_path: Path
) -> None:
    (first,) = release(store, wanted(sample), ("docx",), tmp_path, roster=sample_roster)
    again = prepare(gather(store, wanted(sample, day=31), sample_roster, number=1))
    (second,) = produce(again, tmp_path, ("docx",))
    assert second.file_name == first.file_name
    assert second.sha256 != first.sha256


def test_the_same_file_may_be_written_once_more(ready: Prepared, tmp_path: Path) -> None:
    assert produce(ready, tmp_path, ("docx",)) == produce(ready, tmp_path, ("docx",))
