"""The standings of topics: what is read again says what reading all anew would say."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from shared_key import KEY

from dialogueprep.commands import library as commands
from dialogueprep.commands.library import Judgement
from dialogueprep.domain.library import Axis, Dimension, Format
from dialogueprep.store import library, standings, workspace
from dialogueprep.store.standings import Standings
from dialogueprep.store.workspace import Store

TODAY = date(2026, 11, 3)


@pytest.fixture
def store(tmp_path: Path):
    from dialogueprep.workflows.sample import put_in_library

    with workspace.create(tmp_path / "workspace", KEY, "Test") as store:
        put_in_library(store)
        yield store


def _change(store: Store, dice: random.Random) -> None:
    topic = dice.choice(library.topics(store))
    match dice.randrange(4):
        case 0:
            commands.change_topic(store, replace(topic, formats=(Format("ASEAN+3"),)))
        case 1:
            judged = [Judgement(axis, dice.randint(1, 5), "Why.") for axis in Axis]
            commands.rate(store, topic, judged, rater="", on=TODAY, review_by=None)
        case 2:
            commands.remove_topic(store, topic.id)
        case _:
            commands.add_topic(store, topic.titles, Dimension.SECURITY, topic.formats, ())


def test_standings_say_what_the_topics_say(store: Store) -> None:
    known = {each.id: each for each in library.topics(store)}
    found = store.standings.all()
    assert {each.id for each in found} == known.keys()
    assert list(found) == sorted(found, key=lambda each: each.order)
    for each in found:
        topic = known[each.id]
        facts = (topic.dimension, topic.formats, topic.sensitivity, topic.operability)
        assert (each.dimension, each.formats, each.sensitivity, each.operability) == facts


def test_after_any_step_undo_and_redo_they_say_what_reading_anew_says(store: Store) -> None:
    dice = random.Random(3)
    store.standings.all()
    for _ in range(14):
        _change(store, dice)
        assert store.standings.all() == Standings(store.db).all()
    for _ in range(9):
        store.undo()
        assert store.standings.all() == Standings(store.db).all()
    for _ in range(4):
        store.redo()
    assert store.standings.all() == Standings(store.db).all()


@pytest.mark.parametrize("asked_after", [0, 1, 3, 40])
def test_read_ahead_in_slices_they_are_the_same_also_when_a_step_comes_between(
    store: Store, monkeypatch: pytest.MonkeyPatch, asked_after: int
) -> None:
    monkeypatch.setattr(standings, "_SLICE", 7)
    for turn in range(asked_after):
        store.standings.read_ahead(0.0001)
        if turn == 2:
            _change(store, random.Random(1))
    assert store.standings.all() == Standings(store.db).all()
    assert store.standings.read_ahead(0)


def test_many_changes_are_read_as_one(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(standings, "_MANY", 2)
    before = store.standings.all()
    for each in library.topics(store)[:5]:
        commands.remove_topic(store, each.id)
    assert len(store.standings.all()) == len(before) - 5
    assert store.standings.all() == Standings(store.db).all()
