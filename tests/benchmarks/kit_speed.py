"""How long a kit of 5,000 notes takes to make, to open, to be taken in, and to be merged.

Run it with the project's environment: python tests/benchmarks/kit_speed.py [RUNS]

Merged is twice: into a workspace that has the dialogue without its notes, and into one that has
all of them in older wordings. What the passphrase costs (Argon2id, meant to take long) is measured
apart: to make a kit it is worked out beside the rest, to open one before it.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TypeVar

sys.path.insert(0, str(Path(__file__).resolve().parent.parent.parent))

from dialogueprep.commands import kits as commands
from dialogueprep.domain.dialogue import DialogueId
from dialogueprep.domain.kits import Purpose
from dialogueprep.store import kits, sealing, workspace
from dialogueprep.store.driver import run
from dialogueprep.store.keys import Cost, Key
from dialogueprep.store.step import new_id
from dialogueprep.store.workspace import Store
from dialogueprep.workflows.sample import put_in_library, put_in_sample

NOTES = 5_000
DAY = date(2026, 3, 2)
MOST = {"made": 1.0, "merged, new": 2.0, "merged, changed": 2.0}
"""Seconds of the clock on a quiet machine."""
WORDS = "quiet harbour lantern"
Result = TypeVar("Result")
Spent = dict[str, list[tuple[float, float]]]


def filled(folder: Path) -> tuple[Store, DialogueId]:
    """Return a workspace with the library and a dialogue of so many notes."""
    store = workspace.create(folder, Key.raw(b"7" * 32), "Benchmark")
    put_in_library(store)
    dialogue = put_in_sample(store)
    items = [i for (i,) in run(store.db, "SELECT id FROM items WHERE terms <> 'no notes'")]
    sql = (
        "INSERT INTO notes (id, item, position, kind, wording, language, terms)"
        " VALUES (?, ?, ?, 'point', ?, 'en', 'Chatham House Rule')"
    )
    there = run(store.db, "SELECT count(*) FROM notes")[0][0]
    with store.step("Take notes") as step:
        for n in range(NOTES - there):
            words = f"Point {n}: patrols keep to the agreed waters, and who leaves them says so."
            run(step.db, sql, [new_id(), items[n % len(items)], 1000 + n, words])
    return store, dialogue


def timed(work: Callable[[], Result], spent: list[tuple[float, float]]) -> Result:
    """Do something and note how long it took, by the clock and of the processors."""
    began, worked = time.perf_counter(), time.process_time()
    result = work()
    spent.append((time.perf_counter() - began, time.process_time() - worked))
    return result


def emptied(folder: Path, path: Path, key: Key) -> Store:
    """Return a workspace that has the dialogue of a kit, and had its notes never."""
    store = workspace.create(folder, Key.raw(b"9" * 32), "Home")
    put_in_library(store)
    with kits.open(path, key) as kit:
        commands.take_in(store, kit, DAY)
    return store


def merged(store: Store, path: Path, key: Key) -> None:
    """Look at what a kit brings, and bring it together with the dialogue here."""
    with kits.open(path, key) as kit:
        commands.preview(store, kit)
        commands.merge(store, kit, {}, DAY)


def once(folder: Path, store: Store, dialogue: DialogueId, spent: Spent) -> int:
    """Do each once; return the size of the kit in bytes."""
    key, cheap = Key.passphrase(WORDS), Cost(iterations=1, lanes=1, memory=8)
    timed(lambda: sealing.derived(key), spent["passphrase"])
    into = folder / "whole.dlg"
    timed(lambda: commands.hand_over(store, dialogue, Purpose.WHOLE, into, WORDS), spent["made"])
    usual, sealing.USUAL = sealing.USUAL, cheap
    bare, older = folder / f"{new_id()}.dlg", folder / f"{new_id()}.dlg"
    commands.hand_over(store, dialogue, Purpose.RAPPORTEUR, bare, WORDS)
    commands.hand_over(store, dialogue, Purpose.WHOLE, older, WORDS)
    with store.step("Write all notes anew") as step:
        run(step.db, "UPDATE notes SET wording = wording || ' Again.' WHERE private = 0")
    commands.hand_over(store, dialogue, Purpose.WHOLE, into, WORDS)
    sealing.USUAL = usual
    with (
        workspace.create(folder / new_id(), Key.raw(b"8" * 32), "New") as new,
        timed(lambda: kits.open(into, key), spent["opened"]) as kit,
    ):
        timed(lambda: commands.take_in(new, kit, DAY), spent["taken in"])
    for what, first in (("merged, new", bare), ("merged, changed", older)):
        with emptied(folder / new_id(), first, key) as home:
            timed(lambda: merged(home, into, key), spent[what])
    return into.stat().st_size


def main(runs: int) -> int:
    """Print the median of each, and return 1 if something takes too long."""
    names = "passphrase", "made", "opened", "taken in", "merged, new", "merged, changed"
    spent: Spent = {name: [] for name in names}
    with tempfile.TemporaryDirectory() as name:
        store, dialogue = filled(Path(name) / "workspace")
        sizes = [once(Path(name), store, dialogue, spent) for _ in range(runs + 1)]
        store.close()
    late = False
    for what, each in spent.items():  # the first run imports
        clock, worked = (statistics.median(seconds) for seconds in zip(*each[1:], strict=True))
        most = f", at most {MOST[what]:.0f} s" if what in MOST else ""
        print(f"{what:16}{clock:6.2f} s, {worked:.2f} s of all processors{most}")
        late = late or clock > MOST.get(what, clock)
    print(f"{sizes[-1] / 1e6:.1f} MB")
    return int(late)


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 5))
