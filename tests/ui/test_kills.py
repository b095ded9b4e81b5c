"""Killed at any moment, a rapporteur loses at most what was typed in the last 400 ms."""

from __future__ import annotations

import json
import os
import random
import shutil
import signal
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from subprocess import PIPE, Popen

import pytest
from shared_key import KEY

from dialogueprep.store import dialogues, notes, workspace

WRITER = Path(__file__).with_name("killed_writer.py")
LIVES, AT_ONCE = 200, 5
LONGEST = 1.6  # seconds that a writer lives after its first letter
FIRST_PAUSE, ALONE_PAUSE = 1200, 60
"""Milliseconds at most between the first sight of the notes and the first letter: in the window
other work may still come in between, such as counts beside the names of pages."""
LONG = bool(os.environ.get("DIALOGUEPREP_LONG_RUN"))
IN_WINDOW = LIVES if LONG else 40
"""So many lives open the whole window, which takes most of their time; the others the page."""
UNREADY = IN_WINDOW + 40
"""After so many lives the tables of the gate are read before one begins: a third of its time."""
LOSS = 0.4  # seconds
EVERY = 0.035  # seconds between keys


@dataclass(frozen=True)
class Typed:
    """A letter, when it was in the field, and what the writer had used of the processor by then."""

    at: float
    used: float
    letter: str


@dataclass(frozen=True)
class Life:
    """One writer: its workspace, the file in which it says what it typed, and when it begins."""

    folder: Path
    log: Path
    pause: int
    window: bool
    ready: bool

    def typed(self) -> list[Typed]:
        """Return each letter that is said with its line's end."""
        lines = [each.split(" ", 2) for each in self.log.read_text().split("\n")[:-1]]
        return [Typed(float(at), float(used), letter) for at, used, letter in lines]

    def begun(self) -> bool:
        """Return whether a letter has been typed."""
        return self.log.exists() and self.log.stat().st_size > 0


@pytest.fixture
def mother() -> Iterator[Popen[str]]:
    """Yield a process that has imported the program and forks writers; all of them end with it."""
    tests = WRITER.parents[1]
    around = {"PYTHONPATH": f"{tests.parent}{os.pathsep}{tests}", "QT_QPA_PLATFORM": "offscreen"}
    process = Popen(
        [sys.executable, str(WRITER)],
        stdin=PIPE,
        stdout=PIPE,
        text=True,
        env=os.environ | around,
        start_new_session=True,
    )
    with process:
        yield process
        os.killpg(process.pid, signal.SIGKILL)


def begin(mother: Popen[str], life: Life) -> int:
    """Start a writer; return its process id."""
    assert mother.stdin and mother.stdout
    said = {"folder": str(life.folder), "log": str(life.log)}
    said |= {"pause": life.pause, "window": life.window, "ready": life.ready}
    print(json.dumps(said), file=mother.stdin)
    mother.stdin.flush()
    return int(mother.stdout.readline())


def wait_for(fact: Callable[[], bool]) -> None:
    """Wait until something is so; a minute is taken for ever."""
    until = time.monotonic() + 60
    while not fact():
        assert time.monotonic() < until
        time.sleep(0.005)


def kill(writer: int) -> None:
    """Kill a writer, and wait until it is gone."""
    os.kill(writer, signal.SIGKILL)
    wait_for(lambda: not Path(f"/proc/{writer}").exists())


def on_disk(folder: Path, known: frozenset[str]) -> str:
    """Return the letters of the notes that were not there before, without spaces."""
    with workspace.open(folder, KEY) as store:
        dialogue = dialogues.every(store)[0].id
        mine = [n.text for n in notes.of_dialogue(store, dialogue) if n.id not in known]
    return "".join(mine).casefold().replace(" ", "")


@pytest.mark.skipif(not hasattr(os, "fork"), reason="forks writers")
def test_two_hundred_kills_lose_at_most_the_last_400_ms(
    mother: Popen[str], prepared_workspace: Path, tmp_path: Path
) -> None:
    chance = random.Random(400)
    with workspace.open(prepared_workspace, KEY) as store:
        dialogue = dialogues.every(store)[0].id
        known = frozenset(n.id for n in notes.of_dialogue(store, dialogue))
    for first in range(0, LIVES, AT_ONCE):
        lives = [
            Life(
                folder=tmp_path / f"{n}/w",
                log=tmp_path / f"{n}/log",
                pause=chance.randrange(FIRST_PAUSE if first < IN_WINDOW else ALONE_PAUSE),
                window=first < IN_WINDOW,
                ready=first >= UNREADY,
            )
            for n in range(AT_ONCE)
        ]
        for life in lives:
            shutil.copytree(prepared_workspace, life.folder)
        writers = {life: begin(mother, life) for life in lives}
        for life, writer in writers.items():
            wait_for(life.begun)
            time.sleep(chance.uniform(0, LONGEST / AT_ONCE))
            kill(writer)
            look_at(life, known, f"life {first}")
        for life in lives:
            shutil.rmtree(life.folder.parent)


def look_at(life: Life, known: frozenset[str], which: str) -> None:
    """Check that what was typed is on the disk, but for the last moment.

    Where the machine was late with keys, it may have been as late with writing.
    """
    typed = life.typed()
    letters = "".join(each.letter for each in typed).replace(" ", "")
    kept = on_disk(life.folder, known)
    assert letters.startswith(kept), which
    last = typed[-1].at
    before = last - LOSS - late([each for each in typed if each.at > last - 1])
    due = "".join(each.letter for each in typed if each.at < before).replace(" ", "")
    assert len(kept) >= len(due), f"{which}: {len(due) - len(kept)} letters lost"


def late(typed: Sequence[Typed]) -> float:
    """Return the seconds by which a key was late for want of the processor or the disk.

    The time that the writer itself worked is not forgiven: a long turn of the program loses
    letters as the machine does.
    """
    waits = ((b.at - a.at) - (b.used - a.used) - EVERY for a, b in pairwise(typed))
    return max(0.0, *waits, 0.0)
