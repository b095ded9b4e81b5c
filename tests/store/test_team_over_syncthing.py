"""A team over a real engine; a simulated folder is tried always.

On request, where Syncthing is installed, since the engine takes its own time:
DIALOGUEPREP_LONG_RUN=1 pytest tests/store/test_team_over_syncthing.py
"""

from __future__ import annotations

import os
import shutil
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from datetime import date
from pathlib import Path

import pytest
from shared_key import CHEAP, KEY
from syncthing_pair import Engine

from dialogueprep.commands import teams
from dialogueprep.domain.dialogue import DialogueId
from dialogueprep.domain.errors import Explained
from dialogueprep.store import conflicts, rows, sealing, team_folder, workspace
from dialogueprep.store.driver import run
from dialogueprep.store.workspace import Store

pytestmark = [
    pytest.mark.skipif(not shutil.which("syncthing"), reason="Syncthing is not installed"),
    pytest.mark.skipif(not os.environ.get("DIALOGUEPREP_LONG_RUN"), reason="only on request"),
]
DAY = date(2026, 3, 2)
WORDS = "quiet harbour lantern"
RULE = "Chatham House Rule"
D = DialogueId("d")
_PATIENCE = 240  # seconds; a busy machine starts the engine slowly
_SLOW = 200_000  # bytes a second


@pytest.fixture
def engines(tmp_path: Path) -> Iterator[list[Engine]]:
    pair = [Engine(tmp_path / f"engine {n}", tmp_path / f"shared {n}") for n in "ab"]
    for one, other in (pair, pair[::-1]):
        one.pair_with(other)
    try:
        for each in pair:
            each.start()
        yield pair
    finally:
        for each in pair:
            each.kill()
            each.wire.close()


@pytest.fixture
def stores(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[list[Store]]:
    monkeypatch.setattr(sealing, "USUAL", CHEAP)
    with ExitStack() as stack:
        made = [workspace.create(tmp_path / name, KEY, name) for name in "ab"]
        yield [stack.enter_context(store) for store in made]


def until(done: Callable[[], bool], pause: float = 0.1) -> None:
    """Wait until something has happened; the engine does it in its own time."""
    end = time.monotonic() + _PATIENCE
    while not done():
        assert time.monotonic() < end, "it did not happen"
        time.sleep(pause)


def begin(store: Store) -> None:
    with store.step("Begin") as step:
        rows.insert(step, "dialogues", {"id": D, "first_day": "2026-05-11"})
        item = {"id": "i", "dialogue": D, "kind": "discussion", "day": 1, "minutes": 30}
        rows.insert(step, "items", {**item, "terms": RULE})


def write(store: Store, note: str, wording: str) -> None:
    about = {"item": "i", "kind": "point", "language": "en", "terms": RULE}
    with store.step("Write") as step:
        rows.put(step, "notes", note, {**about, "wording": wording})


def exchanged(store: Store) -> teams.Taken | None:
    try:
        return teams.exchange_now(store, D, DAY)
    except Explained:
        return None  # the team's own file is not there whole yet


def comes(store: Store, note: str, wording: str) -> Callable[[], bool]:
    def come() -> bool:
        exchanged(store)
        row = rows.one(store, "notes", note)
        return row is not None and row["wording"] == wording

    return come


def joined(store: Store, folder: Path) -> Callable[[], bool]:
    def join() -> bool:
        try:
            return bool(teams.join(store, folder, WORDS))
        except Explained:
            return False

    return join


def notes(store: Store) -> list[tuple[object, ...]]:
    return run(store.db, "SELECT id, wording, version FROM notes ORDER BY id")


def test_a_pair_comes_to_the_same_with_one_side_cut_off_in_the_middle(
    engines: list[Engine], stores: list[Store]
) -> None:
    (mine, theirs), (one, other) = stores, engines
    begin(mine)
    teams.found(mine, D, one.folder, WORDS)
    write(mine, "n", "Ports first.")
    exchanged(mine)
    until(joined(theirs, other.folder))
    until(comes(theirs, "n", "Ports first."))
    write(theirs, "n", "Rail first.")
    exchanged(theirs)
    until(comes(mine, "n", "Rail first."))

    other.kill()
    one.wire.rate = other.wire.rate = _SLOW
    with mine.step("Write much") as step:
        about = {"item": "i", "kind": "point", "language": "en", "terms": RULE}
        for n in range(60):
            words = os.urandom(50000).hex()
            rows.insert(step, "notes", {"id": f"m{n}", **about, "wording": words})
    exchanged(mine)
    other.start()
    until(lambda: any(other.folder.glob(".syncthing.*.tmp")), pause=0.005)
    other.kill()  # in the middle of a file
    write(theirs, "o", "Roads first.")
    write(mine, "n", "Ports and rail.")
    write(theirs, "n", "Rail and roads.")
    for _ in range(3):
        assert exchanged(theirs) is not None
        assert len(notes(theirs)) < 60
    exchanged(mine)
    one.wire.rate = other.wire.rate = 0
    other.start()
    until(comes(mine, "o", "Roads first."))
    until(lambda: bool(exchanged(theirs)) and len(notes(theirs)) == len(notes(mine)) == 62)
    until(lambda: conflicts.count(theirs) == conflicts.count(mine) == 1 or not exchanged(mine))
    different = set(notes(mine)) ^ set(notes(theirs))
    assert {note for note, _, _ in different} == {"n"}
    for store, engine in ((mine, one), (theirs, other)):
        link = teams.teams.of(store, D)
        assert link is not None
        assert len(team_folder.own_files(engine.folder, link.installation)) == 1
