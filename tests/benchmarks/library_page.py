"""How long the library page takes with few, many and very many entries, in the real window.

Run it with the project's environment: python tests/benchmarks/library_page.py [ENTRIES ...]

Entries are those of search_speed.py: one in four is a topic. What is measured begins with the
event (a key, a click, a command) and ends when the list is painted; figures that may follow a
moment later are measured until they stand. Keys are typed twice: each after all before it has
been done, and one every 120 ms as a quick typist does, counted from when the key is due, so that
what is still being done then counts. Times are those of the processor, beside those of the clock:
other programs take the processor too. Painting is done offscreen.
"""

from __future__ import annotations

import os
import platform
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
sys.path.insert(0, str(Path(__file__).resolve().parent))

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from search_speed import FRAME, KEY, fill, per_cent_95

from dialogueprep import words
from dialogueprep.commands import library as commands
from dialogueprep.domain.library import Dimension
from dialogueprep.store import workspace
from dialogueprep.ui.finding import finder
from dialogueprep.ui.machine_settings import MachineSettings
from dialogueprep.ui.pages.library import LibraryPage
from dialogueprep.ui.session import Session
from dialogueprep.ui.theme import Theme
from dialogueprep.ui.tidying import Tidying
from dialogueprep.ui.window import MainWindow

SHELF = os.environ.get("LIBRARY_PAGE_FOLDER")  # where the workspaces are made, else as usual
PACE = 0.12  # seconds between two keys
STANDS = 0.5  # seconds that the page has stood when the first key comes
TYPED = ("trade sec", "semicon", "经济", "경제 협", "sens:2", "supply", "tag:tag7", "chain for")


@contextmanager
def window(folder: Path, entries: int) -> Iterator[MainWindow]:
    """Yield the window on a workspace with so many entries; the page was not opened yet."""
    with workspace.create(folder / "workspace", KEY, "Speed") as store:
        fill(store, entries)
    machine = MachineSettings(folder=folder / "settings")
    look = Theme()
    look.apply("light", "en", 1.0)
    session = Session(workspace.open(folder / "workspace", KEY), machine)
    shown = MainWindow(machine, look, finder)
    shown.resize(1280, 800)
    shown.show_session(session)
    shown.show()
    QApplication.processEvents()
    yield shown
    shown.close()


@dataclass(frozen=True, slots=True)
class Took:
    """Milliseconds, of the clock and of the processor."""

    clock: float
    processor: float


def took(act: Callable[[], object]) -> Took:
    """Return the time from an event until all of it is painted."""
    began, worked = time.perf_counter(), time.process_time()
    act()
    QApplication.sendPostedEvents()
    QApplication.processEvents()
    clock, processor = time.perf_counter() - began, time.process_time() - worked
    return Took(clock * 1000, processor * 1000)


def rest() -> None:
    """Let all be done that is to be done at once."""
    for _ in range(5):
        QApplication.sendPostedEvents()
        QApplication.processEvents()


def typed(page: LibraryPage) -> tuple[list[Took], list[Took]]:
    """Return how long each keystroke takes until the list is painted, and what follows."""
    keystrokes: list[Took] = []
    after: list[Took] = []
    search = page.topics.search
    search.setFocus()
    for query in TYPED:
        for letter in query:
            rest()
            keystrokes.append(took(lambda letter=letter: search.insert(letter)))
        after.append(took(page.browser.settle))
        rest()
        keystrokes.append(took(search.clear))
        after.append(took(page.browser.settle))
    return keystrokes, after


def typed_quickly(page: LibraryPage) -> list[Took]:
    """Return how long each key takes from when it is due, if one is due every 120 ms."""
    keystrokes: list[Took] = []
    search = page.topics.search
    search.setFocus()
    due = time.perf_counter()
    for query in TYPED:
        for letter in query:
            due += PACE
            late = wait_until(due)
            done = took(lambda letter=letter: search.insert(letter))
            keystrokes.append(Took(late.clock + done.clock, late.processor + done.processor))
        search.clear()
        due += 4 * PACE
    return keystrokes


def wait_until(due: float) -> Took:
    """Let events happen until a time; return how much later it is when the last has happened."""
    worked = time.process_time()
    while (before := time.perf_counter()) < due:
        worked = time.process_time()
        QApplication.processEvents()
        time.sleep(0.0005)
    late = (before - due) * 1000
    return Took(late, min(late, (time.process_time() - worked) * 1000))


def measure(entries: int) -> bool:
    """Measure with so many entries, print, and return whether keystrokes keep within a frame."""
    with tempfile.TemporaryDirectory(dir=SHELF) as folder, window(Path(folder), entries) as shown:
        frame = shown.frame
        assert frame is not None
        read = took(frame.session.store.index.catch_up)
        while frame.is_counting or not frame.session.store.index.tidy(0.05):
            QApplication.processEvents()
        opened = took(lambda: frame.go("library"))
        page = frame.page
        assert isinstance(page, LibraryPage)
        settled = took(page.browser.settle)
        wait_until(time.perf_counter() + STANDS)  # as the page does before somebody types
        print(
            f"{entries} entries, {len(page.held)} topics (search index read in"
            f" {read.processor / 1000:.1f} s)"
        )
        say("page opened", [opened])
        say("  what follows", [settled])
        keystrokes, after = typed(page)
        say("keystroke", keystrokes)
        say("  what follows", after)
        quick = typed_quickly(page)
        say("keystroke, every 120 ms", quick)
        say("facet ticked", [took(page.panel.dimensions.box_of(Dimension.ECONOMIC).click)
                             for _ in range(10)])  # fmt: skip
        page.topics.list.setFocus()
        down = lambda: QTest.keyClick(page.topics.list, Qt.Key.Key_Down)  # noqa: E731
        say("arrow down", [took(down) for _ in range(30)])
        say("end", [took(lambda: QTest.keyClick(page.topics.list, Qt.Key.Key_End))])
        say("all selected", [took(page.topics.list.selectAll)])
        page.topics.list.reduce()
        say("topic edited", [took(lambda n=n: edit(page, n)) for n in range(8)])
        say("edit undone", [took(frame.session.undo) for _ in range(5)])
        say("palette", palette(frame))
    return all(per_cent_95([t.processor for t in each]) <= FRAME for each in (keystrokes, quick))


def edit(page: LibraryPage, number: int) -> None:
    """Change the title of the current topic."""
    row = page.browser.row
    assert row is not None
    titles = row.topic.titles.with_wording("en", f"Changed {number}")
    page.session.run(commands.change_topic, replace(row.topic, titles=titles))


def palette(frame: object) -> list[Took]:
    """Return how long each keystroke in the palette takes."""
    shown = frame.palette_  # type: ignore[attr-defined]
    figures = [took(shown.open)]
    figures += [took(lambda letter=letter: shown.field.insert(letter)) for letter in "trade sec"]
    shown.close_palette()
    return figures


def say(what: str, figures: list[Took]) -> None:
    """Print median, 95th percentile and longest of several times, those of the clock behind."""
    shown: list[str] = []
    for times in ([t.processor for t in figures], [t.clock for t in figures]):
        high = per_cent_95(times) if len(times) > 1 else times[0]
        middle = sorted(times)[len(times) // 2]
        shown.append(f"{middle:7.1f} {high:7.1f} {max(times):7.1f}")
    print(f"  {what:24} {shown[0]} ms  (clock {shown[1]})")


def main(sizes: list[int]) -> int:
    """Measure each size and return 0 if the promise is kept."""
    print(f"{os.cpu_count()} cores, {platform.platform()}, Python {platform.python_version()}")
    application = QApplication.instance() or QApplication([])
    application.setQuitOnLastWindowClosed(False)
    Tidying(application)  # as the program does
    words.use("en")
    print("median, 95th percentile and longest, in time of the processor")
    return int(not all([measure(size) for size in sizes or [60, 6_000, 100_000]]))


if __name__ == "__main__":
    sys.exit(main([int(each) for each in sys.argv[1:]]))
