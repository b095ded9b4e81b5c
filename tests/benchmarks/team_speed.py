"""How long a team's exchange of a dialogue of 5,000 notes takes, and its parts on the UI thread.

Run it with the project's environment: python tests/benchmarks/team_speed.py [RUNS]
"""

from __future__ import annotations

import statistics
import sys
import tempfile
from datetime import date
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parent.parent), str(HERE)]

from kit_speed import Spent, filled, timed  # noqa: E402

from dialogueprep.commands import teams  # noqa: E402
from dialogueprep.domain.dialogue import DialogueId  # noqa: E402
from dialogueprep.store import workspace  # noqa: E402
from dialogueprep.store.driver import run  # noqa: E402
from dialogueprep.store.keys import Key  # noqa: E402
from dialogueprep.store.workspace import Store  # noqa: E402

DAY = date(2026, 3, 2)
WORDS = "quiet harbour lantern"
MOST_SECONDS = 2.0


def exchange(store: Store, dialogue: DialogueId, name: str, spent: Spent) -> None:
    """Do one exchange and note how long each part of it took."""
    link = teams.teams.of(store, dialogue)
    assert link is not None
    out = timed(lambda: teams.outgoing(store, link), spent.setdefault(f"{name}: gathered", []))
    assert out is not None
    folder = spent.setdefault(f"{name}: in the folder", [])
    done = timed(lambda: teams.exchange(out), folder)
    timed(lambda: teams.take(store, done, DAY), spent.setdefault(f"{name}: taken in", []))


def change(store: Store) -> None:
    """Change one note."""
    with store.step("Change") as step:
        run(step.db, "UPDATE notes SET wording = wording || '.' WHERE position = 1234")


def main(runs: int) -> int:
    """Print the median of each part, and return 1 if one on the UI thread takes too long."""
    spent: Spent = {}
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "team"
        folder.mkdir()
        first, dialogue = filled(Path(name) / "workspace")
        second = workspace.create(Path(name) / "other", Key.raw(b"8" * 32), "Other")
        teams.found(first, dialogue, folder, WORDS)
        exchange(first, dialogue, "founded", spent)
        teams.join(second, folder, WORDS)
        exchange(second, dialogue, "joined", spent)
        exchange(second, dialogue, "answered", spent)
        for _ in range(runs):
            exchange(first, dialogue, "nothing new", spent)
            change(first)
            exchange(first, dialogue, "one note changed", spent)
            exchange(second, dialogue, "one note came", spent)
            exchange(second, dialogue, "told so", spent)
            exchange(first, dialogue, "heard so", spent)
        sizes = [path.stat().st_size for path in folder.glob("*.dpchanges")]
        for store in (first, second):
            store.close()
    medians = {what: statistics.median(s for s, _ in each) for what, each in spent.items()}
    for what, seconds in medians.items():
        print(f"{what:34}{seconds:6.2f} s")
    print(f"{max(sizes) / 1e6:.2f} MB a file")
    return int(max(medians.values()) > MOST_SECONDS)


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 3))
