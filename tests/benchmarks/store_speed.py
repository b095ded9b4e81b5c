"""How long until a note is on the disk, beside a raw commit on the same file system.

Run with ``python tests/benchmarks/store_speed.py [FOLDER]``. Three writers take turns, so that
what else the machine does falls on all alike; medians over 300 turns, in milliseconds:

- raw: one UPDATE and COMMIT with the driver alone, plain SQLite settings for durability;
- raw encrypted: the same, with the database encrypted as a workspace is;
- note: the command that changes a note of the sample dialogue: rules, the same UPDATE with its undo
  entry and its version, notice.

The aim is a note in at most twice the time of a raw commit.
"""

from __future__ import annotations

import platform
import sqlite3
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from dialogueprep.commands.notes import change  # noqa: E402
from dialogueprep.store import dialogues, driver, notes, workspace  # noqa: E402
from dialogueprep.store.driver import run  # noqa: E402
from dialogueprep.workflows import sample  # noqa: E402

TURNS = 300
WORDING = "Ports could share their berth data before the next round, as a first and modest step. {}"


def main() -> None:
    """Print the medians and their ratio."""
    with tempfile.TemporaryDirectory(dir=sys.argv[1] if len(sys.argv) > 1 else None) as name:
        writers = {
            "raw": raw(Path(name)),
            "raw encrypted": raw_encrypted(Path(name)),
            "note": note(Path(name)),
        }
        times: dict[str, list[float]] = {name: [] for name in writers}
        for turn in range(TURNS):
            for writer, write in writers.items():
                start = time.perf_counter()
                write(WORDING.format(turn))
                times[writer].append((time.perf_counter() - start) * 1000)
    medians = {name: statistics.median(took) for name, took in times.items()}
    print(f"{platform.platform()}, Python {platform.python_version()}, {platform.machine()}")
    for name, median in medians.items():
        print(f"{name:<14} {median:6.2f} ms   x {median / medians['raw']:.2f}")


def raw(folder: Path) -> Callable[[str], None]:
    """Return a writer that commits one row with Python's own SQLite."""
    db = sqlite3.connect(folder / "raw.db", isolation_level=None)
    for pragma in ("journal_mode = TRUNCATE", "synchronous = FULL", "secure_delete = ON"):
        db.execute(f"PRAGMA {pragma}").fetchall()
    return _writer(lambda sql, values: db.execute(sql, values).fetchall())


def raw_encrypted(folder: Path) -> Callable[[str], None]:
    """Return a writer that commits one row through the cipher."""
    db = driver.connect(folder / "encrypted.db", bytes(32))
    return _writer(lambda sql, values: run(db, sql, values))


def _writer(execute: Callable[[str, tuple[str, ...]], object]) -> Callable[[str], None]:
    execute("CREATE TABLE notes (id TEXT PRIMARY KEY, wording TEXT) WITHOUT ROWID", ())
    execute("INSERT INTO notes VALUES ('n', '')", ())

    def write(wording: str) -> None:
        execute("BEGIN IMMEDIATE", ())
        execute("UPDATE notes SET wording = ? WHERE id = 'n'", (wording,))
        execute("COMMIT", ())

    return write


def note(folder: Path) -> Callable[[str], None]:
    """Return a writer that changes a note of the sample dialogue as the window does."""
    store = workspace.create(folder / "workspace", workspace.Key.raw(bytes(32)), "Speed")
    sample.put_in_library(store)
    dialogue = dialogues.read(store, sample.put_in_sample(store))
    changed = notes.of_dialogue(store, dialogue.id)[7]

    def write(wording: str) -> None:
        change(store, dialogue, replace(changed, text=wording))

    return write


if __name__ == "__main__":
    main()
