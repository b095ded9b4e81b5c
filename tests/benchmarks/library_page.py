"""How long the library page takes with few, many and very many entries, in the real window.

Run it with the project's environment: python tests/benchmarks/library_page.py [ENTRIES ...]

Entries are those of search_speed.py: one in four is a topic. What is measured begins with the
event (a key, a click, a command) and ends when the list is painted; figures that may follow a
moment later are measured until they stand. Painting is done offscreen.
"""

from __future__ import annotations

import os
import platform
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
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
from dialogueprep.ui.window import MainWindow

SHELF = os.environ.get("LIBRARY_PAGE_FOLDER")  # where the workspaces are made, else as usual
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


def took(act: Callable[[], object]) -> float:
    """Return the milliseconds from an event until all of it is painted."""
    began = time.perf_counter()
    act()
    QApplication.sendPostedEvents()
    QApplication.processEvents()
    return (time.perf_counter() - began) * 1000


def typed(page: LibraryPage) -> tuple[list[float], list[float]]:
    """Return how long each keystroke takes until the list is painted, and what follows."""
    keystrokes: list[float] = []
    after: list[float] = []
    search = page.topics.search
    search.setFocus()
    for query in TYPED:
        for letter in query:
            keystrokes.append(took(lambda letter=letter: search.insert(letter)))
        after.append(took(page.browser.settle))
        keystrokes.append(took(search.clear))
        after.append(took(page.browser.settle))
    return keystrokes, after


def measure(entries: int) -> bool:
    """Measure with so many entries, print, and return whether keystrokes keep within a frame."""
    with tempfile.TemporaryDirectory(dir=SHELF) as folder, window(Path(folder), entries) as shown:
        frame = shown.frame
        assert frame is not None
        index = took(frame.session.store.index.catch_up) / 1000
        opened = took(lambda: frame.go("library"))
        page = frame.page
        assert isinstance(page, LibraryPage)
        settled = took(page.browser.settle)
        print(f"{entries} entries, {len(page.held)} topics (search index read in {index:.1f} s)")
        say("page opened", [opened])
        say("  what follows", [settled])
        keystrokes, after = typed(page)
        say("keystroke", keystrokes)
        say("  what follows", after)
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
    return per_cent_95(keystrokes) <= FRAME


def edit(page: LibraryPage, number: int) -> None:
    """Change the title of the current topic."""
    row = page.browser.row
    assert row is not None
    titles = row.topic.titles.with_wording("en", f"Changed {number}")
    page.session.run(commands.change_topic, replace(row.topic, titles=titles))


def palette(frame: object) -> list[float]:
    """Return how long each keystroke in the palette takes."""
    shown = frame.palette_  # type: ignore[attr-defined]
    figures = [took(shown.open)]
    figures += [took(lambda letter=letter: shown.field.insert(letter)) for letter in "trade sec"]
    shown.close_palette()
    return figures


def say(what: str, figures: list[float]) -> None:
    """Print the median, the 95th percentile of several figures, and the longest."""
    middle = sorted(figures)[len(figures) // 2]
    high = per_cent_95(figures) if len(figures) > 1 else figures[0]
    print(f"  {what:24} median {middle:7.1f}  95th {high:7.1f}  longest {max(figures):7.1f} ms")


def main(sizes: list[int]) -> int:
    """Measure each size and return 0 if the promise is kept."""
    print(f"{os.cpu_count()} cores, {platform.platform()}, Python {platform.python_version()}")
    application = QApplication.instance() or QApplication([])
    application.setQuitOnLastWindowClosed(False)
    words.use("en")
    return int(not all([measure(size) for size in sizes or [60, 6_000, 100_000]]))


if __name__ == "__main__":
    sys.exit(main([int(each) for each in sys.argv[1:]]))
