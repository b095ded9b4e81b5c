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
from killed_writer import EVERY, SAID, of_the_processor
from shared_key import KEY

from dialogueprep.store import dialogues, notes, workspace
from dialogueprep.ui.widgets.note_field import TO_DISK_MS

sys.path.insert(0, str(Path(__file__).parents[1] / "store"))
from pages import decrypted

NAMES = "kittiwakes, said Ogurisu Naoto; Majima-san agrees; 会上沈昱衡认为可行 "
PARTS, CONTROL = ("Ogu", "Naot", "Maji", "沈昱"), "kittiwakes"
NAMED = 20  # lives in which names are typed
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


@dataclass(frozen=True)
class Typed:
    """A letter, and when it was in the field.

    By then the writer had ``used`` a processor and ``waited`` for one so many seconds.
    """

    at: float
    used: float
    waited: float
    letter: str


@dataclass(frozen=True)
class Life:
    """One writer: its workspace, the file in which it says what it typed, and when it begins."""

    folder: Path
    log: Path
    pause: int
    window: bool = False
    ready: bool = True
    said: str = SAID

    def typed(self) -> list[Typed]:
        """Return each letter that is said with its line's end."""
        lines = [each.split(" ", 3) for each in self.log.read_text().split("\n")[:-1]]
        return [Typed(float(a), float(u), float(w), letter) for a, u, w, letter in lines]

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
    said: dict[str, object] = {"folder": str(life.folder), "log": str(life.log)}
    said |= {"pause": life.pause, "window": life.window, "ready": life.ready, "said": life.said}
    print(json.dumps(said), file=mother.stdin)
    mother.stdin.flush()
    return int(mother.stdout.readline())


def wait_for(fact: Callable[[], bool]) -> None:
    """Wait until something is so; a minute is taken for ever."""
    until = time.monotonic() + 60
    while not fact():
        assert time.monotonic() < until
        time.sleep(0.005)


def kill(writer: int) -> Typed:
    """Kill a writer, and wait until it is gone; return when, as if it were a last key."""
    end = Typed(time.time(), *of_the_processor(writer), "")
    os.kill(writer, signal.SIGKILL)
    wait_for(lambda: not Path(f"/proc/{writer}").exists())
    return end


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
            look_at(life, known, kill(writer), f"life {first}")
        for life in lives:
            shutil.rmtree(life.folder.parent)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="forks writers")
def test_a_kill_in_the_middle_of_a_name_leaves_no_part_of_it_on_the_disk(
    mother: Popen[str], prepared_workspace: Path, tmp_path: Path
) -> None:
    chance = random.Random(20)
    before, kept = counted(prepared_workspace), 0
    for number in range(0, NAMED, AT_ONCE):
        lives = [
            Life(tmp_path / f"{n}/w", tmp_path / f"{n}/log", chance.randrange(60), said=NAMES)
            for n in range(number, number + AT_ONCE)
        ]
        for life in lives:
            shutil.copytree(prepared_workspace, life.folder)
        writers = {life: begin(mother, life) for life in lives}
        for life, writer in writers.items():
            wait_for(life.begun)
            time.sleep(chance.uniform(0, 2 * LONGEST / AT_ONCE))
            kill(writer)
            now = counted(life.folder)
            kept += now.pop(CONTROL)
            assert now == {part: before[part] for part in PARTS}, life.typed()[-1]
    assert kept, "no other word was on the disk either: this looks where nothing is written"


def counted(folder: Path) -> dict[str, int]:
    """Return how often words stand on the decrypted pages of a workspace, free ones too."""
    pages = decrypted(folder)
    return {each: pages.count(each.encode()) for each in (*PARTS, CONTROL)}


def look_at(life: Life, known: frozenset[str], end: Typed, which: str) -> None:
    """Check that what was typed is on the disk, but for the last moment before the end.

    That moment is longer by the time that the machine kept the writer from writing.
    """
    typed = life.typed()
    letters = "".join(each.letter for each in typed).replace(" ", "")
    kept = on_disk(life.folder, known)
    assert letters.startswith(kept), which
    stamps = [*typed, end]
    late = {it: kept_from_writing(it, stamps) for it in typed}
    due = [each for each in typed if end.at - each.at > LOSS + late[each]]
    lost = len("".join(each.letter for each in due).replace(" ", "")) - len(kept)
    told = [(round(end.at - it.at, 3), round(late[it], 3), it.letter) for it in typed[-20:]]
    assert lost <= 0, f"{which}: {lost} letters lost, {told}"


def kept_from_writing(letter: Typed, stamps: Sequence[Typed]) -> float:
    """Return for how long the machine kept the writer from writing a letter that was due.

    Between two keys that is the time for which the writer waited for a processor, and what is left
    when also the time that it worked and the pause between keys are taken away: it waited for the
    disk. How long the program itself works is not forgiven.
    """
    due = letter.at + TO_DISK_MS / 1000
    first = max(n for n, each in enumerate(stamps) if each.at <= due)
    waits = 0.0
    for a, b in pairwise(stamps[first:]):
        waited = b.waited - a.waited
        waits += waited + max(0.0, (b.at - a.at) - (b.used - a.used) - waited - EVERY / 1000)
    return waits
