"""From process start to a usable window: a workspace of 1,000 dialogues beside an empty one.

Run it with the project's environment: python tests/benchmarks/opening_speed.py [RUNS]

The large one has 100,000 notes and no index of the library. Each is opened by a fresh process on
its home page, the key at hand; the first opening of the day, which makes a copy, is not counted
and told apart.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from start_speed import ROOT, WHOLE, Start, machine, report, start, surroundings

DIALOGUES, NOTES, ITEMS = 1000, 100_000, 8
MOST_TIMES_AN_EMPTY_ONE = 1.5

PREPARE = f"""
import itertools
from dialogueprep import paths
from dialogueprep.store import workspace
from dialogueprep.store.driver import run
from dialogueprep.store.keys import Key
from dialogueprep.store.step import new_id
from dialogueprep.ui.machine_settings import MachineSettings
def put(step, table, **row):
    columns, marks = ", ".join(row), ", ".join("?" * len(row))
    run(step.db, f"INSERT INTO {{table}} ({{columns}}) VALUES ({{marks}})", list(row.values()))
def fill(store, count):
    phases = itertools.cycle(("preparing", "in session", "drafting", "closed", "closed"))
    with store.step("Fill") as step:
        for n, phase in zip(range(count), phases):
            one = new_id()
            put(step, "dialogues", id=one, first_day=f"{{2000 + n % 27}}-05-{{10 + n % 19}}")
            for field in ("names", "titles"):
                put(step, "texts", id=new_id(), owner_table="dialogues", owner=one, field=field,
                    language="en", wording=f"Dialogue {{n}}", state="original")
            for place in range(3):
                put(step, "hosts", id=new_id(), dialogue=one, position=place)
            for item in (new_id() for _ in range({ITEMS})):
                put(step, "items", id=item, dialogue=one, kind="discussion", day=0, minutes=30,
                    terms="Chatham House Rule")
                for place in range({NOTES} // {DIALOGUES} // {ITEMS}):
                    put(step, "notes", id=new_id(), item=item, kind="point", position=place,
                        wording="Patrols keep to the agreed waters.", language="en",
                        terms="Chatham House Rule")
            run(step.db, "UPDATE dialogues SET phase = ? WHERE id = ?", [phase, one])
folder = paths.workspaces() / "benchmark"
workspace.create(folder, Key.from_environment(), "Benchmark").close()
with workspace.open(folder, Key.from_environment()) as store:
    fill(store, COUNT)
MachineSettings(last_workspace=str(folder)).save()
"""


def main(runs: int = 9) -> int:
    """Measure, print, and return 0 if the promise is kept."""
    with tempfile.TemporaryDirectory() as folder:
        homes = {"empty": Path(folder) / "empty", "large": Path(folder) / "large"}
        for name, home in homes.items():
            home.mkdir()
            script = PREPARE.replace("COUNT", str(DIALOGUES if name == "large" else 0))
            subprocess.run(
                [sys.executable, "-c", script], cwd=ROOT, env=surroundings(home), check=True
            )
            start(WHOLE, home)  # compiles what is imported
            for copy in home.rglob("backups/*.db"):
                copy.unlink()
        first = {name: start(WHOLE, home).seconds for name, home in homes.items()}
        times: dict[str, list[Start]] = {name: [] for name in homes}
        for _ in range(runs):
            for name, home in homes.items():
                times[name].append(start(WHOLE, home))
    print(f"{machine()}; medians of {runs} openings each")
    empty, large = (report(f"{name} workspace", times[name]) for name in homes)
    times_empty = large.seconds / empty.seconds
    print(f"{times_empty:.2f} times an empty one (at most {MOST_TIMES_AN_EMPTY_ONE})")
    print(f"first of the day: {first['empty'] * 1000:.0f} and {first['large'] * 1000:.0f} ms")
    return int(times_empty > MOST_TIMES_AN_EMPTY_ONE)


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])))
