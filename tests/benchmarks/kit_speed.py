"""How long a kit of 5,000 notes takes to make, to open, and to be taken in.

Run it with the project's environment: python tests/benchmarks/kit_speed.py [RUNS]
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
from dialogueprep.store import kits, workspace
from dialogueprep.store.driver import run
from dialogueprep.store.keys import Key
from dialogueprep.store.step import new_id
from dialogueprep.store.workspace import Store
from dialogueprep.workflows.sample import put_in_library, put_in_sample

NOTES = 5_000
MOST_SECONDS = 1.0
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


def once(folder: Path, store: Store, dialogue: DialogueId, spent: Spent) -> int:
    """Make a kit, open it and take it into an empty workspace; return its size in bytes."""
    into, key = folder / "one.dlg", Key.passphrase(WORDS)
    timed(lambda: commands.hand_over(store, dialogue, Purpose.WHOLE, into, WORDS), spent["made"])
    with (
        workspace.create(folder / new_id(), Key.raw(b"8" * 32), "New") as new,
        timed(lambda: kits.open(into, key), spent["opened"]) as kit,
    ):
        timed(lambda: commands.take_in(new, kit, date(2026, 3, 2)), spent["taken in"])
    return into.stat().st_size


def main(runs: int) -> int:
    """Print the median of each, and return 1 if a kit takes too long to make."""
    spent: Spent = {"made": [], "opened": [], "taken in": []}
    with tempfile.TemporaryDirectory() as name:
        store, dialogue = filled(Path(name) / "workspace")
        sizes = [once(Path(name), store, dialogue, spent) for _ in range(runs + 1)]
        store.close()
    medians: dict[str, float] = {}
    for what, each in spent.items():  # the first run imports
        clock, worked = (statistics.median(seconds) for seconds in zip(*each[1:], strict=True))
        print(f"{what:10}{clock:6.2f} s, {worked:.2f} s of all processors")
        medians[what] = clock
    print(f"{sizes[-1] / 1e6:.1f} MB; to be made in at most {MOST_SECONDS:.0f} s")
    return int(medians["made"] > MOST_SECONDS)


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 5))
