"""Workspaces that hand kits to each other lose nothing and come to the same."""

from __future__ import annotations

import os
import random
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from histories import (
    History,
    held_wordings,
    is_whole,
    kit,
    of_dialogues,
    picture,
    take,
    undecided,
)
from shared_key import KEY

from dialogueprep.store import backup, workspace
from dialogueprep.store.workspace import Store

AT_ONCE = 100
SEEDS = range(int(os.environ.get("HISTORIES", "500")) // AT_ONCE)


@pytest.fixture
def stores(tmp_path: Path) -> Iterator[list[Store]]:
    """Return three open workspaces."""
    with ExitStack() as stack:
        made = [workspace.create(tmp_path / name, KEY, name) for name in "abc"]
        yield [stack.enter_context(store) for store in made]


def begun(stores: list[Store], chance: random.Random, sides: int) -> list[History]:
    """Return histories that begin in the first workspace, handed to the others."""
    histories = [History(chance, f"{chance.getrandbits(128):032x}") for _ in range(AT_ONCE)]
    with stores[0].step("Begin") as step:
        for history in histories:
            history.begin(step)
    given = kit(stores[0])
    for store in stores[1:sides]:
        take(store, given)
    return histories


def lived(stores: list[Store], histories: list[History], chance: random.Random) -> None:
    """Let all change their workspaces and hand over kits, as it comes."""
    kits = [kit(store) for store in stores]
    for _ in range(5):
        for store in stores:
            with store.step("Change") as step:
                for history in histories:
                    for _ in range(chance.randint(0, 2)):
                        history.change(step)
        kits.append(kit(chance.choice(stores)))
        for _ in range(2):  # some never arrive, some twice, some late
            take(chance.choice(stores), chance.choice(kits))


def exchanged(stores: list[Store]) -> None:
    """Let everybody take in everybody's kit, until that tells nobody anything."""
    for _ in range(2):
        for given in [kit(store) for store in stores]:
            for store in stores:
                take(store, given)


@pytest.mark.parametrize("sides", [2, 3])
@pytest.mark.parametrize("seed", SEEDS)
def test_no_row_is_lost(stores: list[Store], seed: int, sides: int) -> None:
    chance, some = random.Random(seed), stores[:sides]
    histories = begun(stores, chance, sides)
    lived(some, histories, chance)
    exchanged(some)
    heads = set[str]().union(*(history.notes.heads() for history in histories))
    assert len(heads) > AT_ONCE
    for store in some:
        assert heads <= held_wordings(store)
        assert is_whole(store)


@pytest.mark.parametrize("seed", SEEDS)
def test_taking_in_a_kit_twice_changes_nothing(stores: list[Store], seed: int) -> None:
    chance = random.Random(f"twice {seed}")
    histories = begun(stores, chance, 3)
    lived(stores, histories, chance)
    given = kit(stores[0])
    for store in stores:
        take(store, given)
        before, copies = picture(store), len(backup.listed(store.folder))
        take(store, given)
        assert picture(store) == before
        assert len(backup.listed(store.folder)) == copies


@pytest.mark.parametrize("seed", SEEDS)
def test_all_come_to_the_same_where_nothing_waits(stores: list[Store], seed: int) -> None:
    chance = random.Random(f"same {seed}")
    histories = begun(stores, chance, 3)
    lived(stores, histories, chance)
    exchanged(stores)
    waiting = undecided(stores)
    assert 0 < len(waiting) < AT_ONCE
    quiet = {history.dialogue for history in histories} - waiting
    first, *others = [of_dialogues(store, quiet) for store in stores]
    assert all(other == first for other in others)
