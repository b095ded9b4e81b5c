"""Acts on a workspace that are killed, or meet a full disk, leave the state before or after.

A few points of each act are tried here. All points of a full disk: DIALOGUEPREP_LONG_RUN=1; many
kills: ``python -m tests.faults.kills --count 500``.
"""

from __future__ import annotations

import os
import random

import acts
import kills
import numbered_operations
import pytest

KILLS = 4
FULL = 3
LONG = bool(os.environ.get("DIALOGUEPREP_LONG_RUN"))

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="forks what is cut off")


@pytest.fixture(
    scope="module", params=acts.ACTS if LONG else acts.ACTS[:7], ids=lambda kind: kind.name
)
def act(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> acts.Act:
    """Return each act with what it needs."""
    (made,) = acts.made(tmp_path_factory.mktemp("acts"), [request.param])
    return made


def test_killed_anywhere_it_leaves_the_state_before_or_after(act: acts.Act) -> None:
    tally = kills.killed(kills.measured(act), random.Random(act.name), KILLS)
    assert tally.wrong == []
    assert tally.kills == KILLS


def test_on_a_disk_that_is_full_from_any_write_on_it_leaves_the_state_before_or_after(
    act: acts.Act,
) -> None:
    act.again()
    total = numbered_operations.taking_room(act.work)
    numbers = range(total) if LONG else random.Random(act.name).sample(range(total), FULL)
    for number in numbers:
        act.again()
        numbered_operations.full_from(number, act.work)
        try:
            act.look()
        except Exception as wrong:
            raise AssertionError(f"{act.name}, full from write {number} of {total}") from wrong


def test_writes_of_the_database_itself_are_counted() -> None:
    assert numbered_operations.has_sqlite_hooks()
