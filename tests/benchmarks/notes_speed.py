"""Writing with 5,000 notes in the dialogue: ``python tests/benchmarks/notes_speed.py``.

The whole window shows the notes page of the sample with 60 people and 5,000 notes. A rapporteur
types lines with real key events, then behind long drafts. Each key is timed from its press until
the window is painted, and each turn of the event loop in the pauses between, where the line goes to
the disk: a key that came then would have to wait for it. Python's search for objects that only hold
each other runs as in the program. The promise: 16 ms for each key.
"""

from __future__ import annotations

import gc
import os
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).parent.parent.parent))

import shiboken6  # noqa: F401  (before PySide6 reads the sources of what follows)
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from dialogueprep import words
from dialogueprep.domain.notes import Attribution, Note, NoteId, NoteKind
from dialogueprep.store import agenda, dialogues, notes, workspace
from dialogueprep.store.keys import Key
from dialogueprep.store.step import new_id
from dialogueprep.ui.machine_settings import MachineSettings
from dialogueprep.ui.pages.notes import NotesPage
from dialogueprep.ui.session import Session
from dialogueprep.ui.theme import Theme
from dialogueprep.ui.tidying import Tidying
from dialogueprep.ui.window import MainWindow
from dialogueprep.workflows import sample
from dialogueprep.workflows.values import roster_of

NOTES, LINES = 5000, 12
SAID = (
    "ports share their tide tables early and in one format so that pilots can plan ahead "
    "several said that the centres should publish what they know within a day of each event"
)
WORDS = SAID.split()


def fill(store: workspace.Store) -> None:
    """Put the sample into a workspace, and 5,000 notes on its items."""
    sample.put_in_library(store)
    sample.put_in_sample(store)
    chance = random.Random(7)
    dialogue = dialogues.every(store)[0]
    talks = [i for i in agenda.of_dialogue(store, dialogue.id) if i.kind.has_terms]
    talks = [i for i in talks if i.terms_in_force.value == "Chatham House Rule"]
    with store.step("Fill") as step:
        for number in range(NOTES):
            item = talks[number % len(talks)]
            asked = chance.choice(item.questions).id if item.questions else None
            by = Attribution() if chance.random() < 0.5 else None
            text = " ".join(chance.choices(WORDS, k=chance.randrange(6, 30)))
            notes.put(
                step,
                Note(
                    id=NoteId(new_id()), item=item.id, kind=chance.choice(list(NoteKind)),
                    text=text, question=asked, attribution=by,
                ),
            )  # fmt: skip


def told(title: str, times: list[float]) -> None:
    """Print the middle, the 95th percentile and the longest of some times, in ms."""
    ordered = sorted(t * 1000 for t in times)
    high = ordered[min(len(ordered) - 1, round(0.95 * len(ordered)))]
    middle = statistics.median(ordered)
    print(
        f"{title:44} median {middle:6.1f}   95th {high:6.1f}   longest {ordered[-1]:6.1f} ms"
        f"   of {len(ordered)}"
    )


def timed(act: Callable[[], object], clock: Callable[[], float] = time.perf_counter) -> float:
    """Return how long something takes until the window is painted."""
    start = clock()
    act()
    QApplication.processEvents()
    return clock() - start


def idle(seconds: float) -> list[float]:
    """Let the window work for a while; return how long each turn took that did something."""
    turns: list[float] = []
    until = time.perf_counter() + seconds
    while time.perf_counter() < until:
        turns.append(timed(lambda: None))
        time.sleep(0.001)
    return [turn for turn in turns if turn > 0.0005]


def main() -> None:
    """Type, pause, keep lines, change items; print what was measured."""
    application = QApplication(sys.argv[:1])
    words.use("en")
    look = Theme()
    look.apply("light", "en", 1.0)
    with tempfile.TemporaryDirectory() as folder:
        os.environ["XDG_STATE_HOME"] = folder
        machine = MachineSettings(folder=Path(folder) / "settings")
        window = MainWindow(machine, look, lambda _session: lambda _query: [])  # type: ignore[arg-type,return-value]
        key = Key.raw(b"a key for tests and nothing else")
        store = workspace.create(Path(folder) / "workspace", key, "Speed")
        fill(store)
        window.resize(1280, 800)
        window.show()
        window.show_session(Session(store, machine))
        gc.freeze()
        Tidying(application)
        assert window.frame is not None
        print(f"opening the page: {timed(lambda: window.frame.go('notes')) * 1000:.0f} ms")
        page = window.frame.page
        assert isinstance(page, NotesPage)
        idle(4)
        keys, cpu, pauses, kept, written, moves = _write(page)
        told("a key until painted", keys)
        told("the same in time of the processor", cpu)
        told("a turn in the pauses (autosave and all)", pauses)
        told("Enter, until the empty line is painted", kept)
        told("Enter, until the note is on disk and shown", written)
        first = len(moves) // 3
        for title, draft in _drafts(page).items():
            keys, turns = _write_behind(page, draft)
            told(f"a key behind {title}, of the processor", keys)
            told("a turn of the loop meanwhile, the same", turns)
        told("another item, the first time, of the processor", moves[:first])
        told("another item again, of the processor", moves[first:])
        window.close()
    del application


def _write(page: NotesPage) -> tuple[list[float], ...]:
    chance = random.Random(3)
    keys: list[float] = []
    cpu: list[float] = []
    pauses: list[float] = []
    kept: list[float] = []
    written: list[float] = []
    moves: list[float] = []
    handle = page.window().windowHandle()  # keys come through the window: it sees hands at work
    field = page.editor.field
    field.setFocus()
    for _ in range(LINES):
        line = " ".join(chance.choices(WORDS, k=14))
        for place, letter in enumerate(line):
            started = time.process_time()
            keys.append(timed(lambda letter=letter: QTest.keyClick(handle, letter)))
            cpu.append(time.process_time() - started)
            if place % 9 == 8:
                pauses += idle(0.12)
        pauses += idle(0.5)
        started = time.perf_counter()
        QTest.keyClick(field, Qt.Key.Key_Return)  # the other way would write the note as well
        QApplication.sendPostedEvents()
        kept.append(time.perf_counter() - started)
        written.append(timed(lambda: None) + kept[-1])
        pauses += idle(0.5)
    items = [r.id for r in page.items.left_rows.rows if hasattr(r, "item")]
    page.items.choose(items[0])
    page.items.setFocus()
    down, up = Qt.Key.Key_Down, Qt.Key.Key_Up
    for key in (down, up, down):  # the first time rows are painted, then they are known
        for _ in items[1:]:
            pauses += idle(0.2)
            moves.append(timed(lambda key=key: QTest.keyClick(handle, key), time.process_time))
    assert page.subject == items[-1]
    return keys, cpu, pauses, kept, written, moves


def _drafts(page: NotesPage) -> dict[str, str]:
    """Return long drafts: lines full of names with the sign of a list and without, and prose."""
    chance = random.Random(5)
    session = page.session
    assert session.dialogue
    people = roster_of(session.store, session.dialogue).participations
    names = [who.person.name.family for who in people]
    some = [f"{chance.choice(names)}-san and Dr {chance.choice(names)}" for _ in range(200)]
    return {
        "200 listed lines of names": "".join(f"- {two} share table 3\n" for two in some),
        "200 lines of names": "".join(f"then {two} share table 3\n" for two in some),
        "20,000 letters": (f"{SAID}. " * 150)[:20_000],
    }


def _write_behind(page: NotesPage, draft: str) -> tuple[list[float], list[float]]:
    field = page.editor.field
    keys: list[float] = []
    turns: list[float] = []
    field.setFocus()
    field.insertPlainText(draft)
    for letter in "so several agreed":
        until = time.perf_counter() + 0.15
        while time.perf_counter() < until:
            turns.append(timed(lambda: None, time.thread_time))
        keys.append(timed(lambda letter=letter: QTest.keyClick(field, letter), time.thread_time))
    idle(1)
    field.selectAll()
    QTest.keyClick(field, Qt.Key.Key_Delete)
    idle(0.5)
    return keys, [turn for turn in turns if turn > 0.0005]


if __name__ == "__main__":
    main()
