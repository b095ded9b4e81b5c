"""Workspaces that hand kits to each other lose nothing and come to the same."""

from __future__ import annotations

import os
import random
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from histories import (
    Apart,
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

from dialogueprep.domain.merge_sides import Side
from dialogueprep.store import backup, workspace
from dialogueprep.store.workspace import Store

AT_ONCE = 250
# A longer run: HISTORIES=10000 pytest tests/store/test_merging.py
LONG = int(os.environ.get("HISTORIES", "0"))
SEEDS = range((LONG or 500) // AT_ONCE)
FEW = SEEDS if LONG else SEEDS[:1]


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
        for giver, given in [(store, kit(store)) for store in stores]:
            for store in stores:
                if store is not giver:
                    take(store, given)


@pytest.mark.parametrize("sides", [2, 3])
@pytest.mark.parametrize("seed", SEEDS)
def test_no_row_is_lost_and_all_come_to_the_same_where_nothing_waits(
    stores: list[Store], seed: int, sides: int
) -> None:
    chance, some = random.Random(seed), stores[:sides]
    histories = begun(stores, chance, sides)
    lived(some, histories, chance)
    exchanged(some)
    heads = set[str]().union(*(history.notes.heads() for history in histories))
    assert len(heads) > AT_ONCE
    for store in some:
        assert heads <= held_wordings(store)
        assert is_whole(store)
    waiting = undecided(some)
    assert 0 < len(waiting) < AT_ONCE
    quiet = {history.dialogue for history in histories} - waiting
    first, *others = [of_dialogues(store, quiet) for store in some]
    assert all(other == first for other in others)


@pytest.mark.parametrize("seed", FEW)
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


@pytest.mark.parametrize("seed", FEW)
def test_the_order_of_merging_does_not_matter(tmp_path: Path, seed: int) -> None:
    chance = random.Random(f"order {seed}")
    with ExitStack() as stack:
        made = [workspace.create(tmp_path / name, KEY, name) for name in "abcxy"]
        *sides, one, other = [stack.enter_context(store) for store in made]
        apart = begun_apart(sides, chance)
        kits = [each for _ in range(3) for each in changed_apart(sides, apart, chance)]
        for store in (one, other):
            for given in chance.sample(kits, len(kits)):
                take(store, given)
        assert undecided([one, other]) == set()
        shown = picture(one)
        assert shown == picture(other)
        assert len(shown["notes"]) > AT_ONCE and shown["tombstones"]


def begun_apart(sides: list[Store], chance: random.Random) -> list[list[Apart]]:
    """Return by side the same histories, which begin in the first workspace."""
    ids = [f"{chance.getrandbits(128):032x}" for _ in range(AT_ONCE)]
    apart = [[Apart(chance, each, side, len(sides)) for each in ids] for side in range(len(sides))]
    with sides[0].step("Begin") as step:
        for history in apart[0]:
            history.begin(step)
    given = kit(sides[0])
    for store in sides[1:]:
        take(store, given)
    return apart


def changed_apart(
    sides: list[Store], apart: list[list[Apart]], chance: random.Random
) -> list[Side]:
    """Let each side change rows of its own; return the kits that they make then."""
    for store, histories in zip(sides, apart, strict=True):
        with store.step("Change") as step:
            for history in histories:
                for _ in range(chance.randint(0, 4)):
                    history.change(step)
    return [kit(store) for store in sides]
