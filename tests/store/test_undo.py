"""Undo and redo bring back every state exactly, whatever was done."""

from __future__ import annotations

import pytest
from walking import Walker, picture

from dialogueprep.store.driver import run
from dialogueprep.store.workspace import Store


@pytest.mark.parametrize("seed", [7, 1998])
def test_undo_and_redo_bring_back_every_state(store: Store, seed: int) -> None:
    walker = Walker(store, seed)
    states = {0: picture(store)}
    for _ in range(150):
        walker.walk()
        states[len(store._done)] = picture(store)
    steps = len(store._done)
    assert steps > 80
    for place in reversed(range(steps)):
        store.undo()
        assert picture(store) == states[place]
    assert store.undo() is None
    for place in range(1, steps + 1):
        store.redo()
        assert picture(store) == states[place]
    assert store.redo() is None
    assert run(store.db, "PRAGMA integrity_check") == [("ok",)]
    assert run(store.db, "PRAGMA foreign_key_check") == []


@pytest.mark.parametrize("seed", [3])
def test_going_back_and_forth_and_on_is_exact(store: Store, seed: int) -> None:
    walker = Walker(store, seed)
    states = [picture(store)]
    for _ in range(150):
        choice = walker.chance.random()
        if choice < 0.25 and store.undo():
            assert picture(store) == states[len(store._done)]
        elif choice < 0.4 and store.redo():
            assert picture(store) == states[len(store._done)]
        else:
            walker.walk()
            if store.redo_label is None:  # else the step changed nothing
                del states[len(store._done) :]
                states.append(picture(store))
