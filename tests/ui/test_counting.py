"""Counts beside pages' names are read while nobody waits for the window."""

from __future__ import annotations

import sys

import pytest
from PySide6.QtCore import QObject

from dialogueprep.ui.counting import Counting
from dialogueprep.ui.places import PLACES, place
from dialogueprep.ui.resting import Resting
from dialogueprep.ui.session import Session


@pytest.fixture
def counted(sample_session: Session) -> tuple[Counting, list[str], QObject]:
    owner, names = QObject(), []
    counting = Counting(sample_session, Resting(owner, sample_session), owner)
    counting.counted.connect(lambda name, _count: names.append(name))
    return counting, names, owner


def test_each_turn_reads_one_count(counted: tuple[Counting, list[str], QObject]) -> None:
    counting, names, _owner = counted
    counting.begin(0)
    while counting.goes_on:
        before = len(names)
        counting.go_on()
        assert len(names) == before + 1
    assert sorted(names) == sorted(each.name for each in PLACES)


def test_a_page_that_is_not_imported_waits_until_hands_rest(
    counted: tuple[Counting, list[str], QObject],
    sample_session: Session,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    counting, names, _owner = counted
    for each in PLACES:
        each.page_class()
    monkeypatch.delitem(sys.modules, place("people")._module)
    counting.begin(0)
    sample_session.typing()
    for _ in range(2 * len(PLACES)):
        counting.go_on()
    assert sorted(names) == sorted(each.name for each in PLACES if each.name != "people")
    assert counting.goes_on and counting._soon.isActive()
    monkeypatch.undo()
    counting.go_on()
    assert "people" in names and not counting.goes_on
