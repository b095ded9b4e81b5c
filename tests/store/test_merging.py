"""Workspaces that hand kits to each other lose nothing and come to the same."""

from __future__ import annotations

import os
import random
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from histories import History, held_wordings, is_whole, kit, picture, take
from shared_key import KEY

from dialogueprep.store import workspace
from dialogueprep.store.step import new_id
from dialogueprep.store.workspace import Store

AT_ONCE = 100
SEEDS = range(int(os.environ.get("HISTORIES", "600")) // AT_ONCE)


@pytest.fixture
def stores(tmp_path: Path) -> Iterator[list[Store]]:
    """Return three open workspaces."""
    with ExitStack() as stack:
        made = [workspace.create(tmp_path / name, KEY, name) for name in "abc"]
        yield [stack.enter_context(store) for store in made]


def begun(stores: list[Store], chance: random.Random, sides: int) -> list[History]:
    """Return histories that begin in the first workspace, handed to the others."""
    histories = [History(chance, new_id()) for _ in range(AT_ONCE)]
    with stores[0].step("Begin") as step:
        for history in histories:
            history.begin(step)
    given = kit(stores[0])
    for store in stores[1:sides]:
        take(store, given)
    return histories


@pytest.mark.parametrize("sides", [2, 3])
@pytest.mark.parametrize("seed", SEEDS)
def test_no_row_is_lost(stores: list[Store], seed: int, sides: int) -> None:
    chance = random.Random(seed)
    histories = begun(stores, chance, sides)
    stores = stores[:sides]
    kits = []
    for _ in range(5):
        for store in stores:
            with store.step("Change") as step:
                for history in histories:
                    for _ in range(chance.randint(0, 2)):
                        history.change(step)
        kits.append(kit(chance.choice(stores)))
        for _ in range(2):  # some never arrive, some twice, some late
            take(chance.choice(stores), chance.choice(kits))
    for _ in range(2):
        for given in [kit(store) for store in stores]:
            for store in stores:
                take(store, given)
    heads = set().union(*(history.notes.heads() for history in histories))
    for store in stores:
        assert heads <= held_wordings(store)
        assert is_whole(store)
