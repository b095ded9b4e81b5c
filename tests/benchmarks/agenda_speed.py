"""How long the agenda page takes with 500 people, 5 days and 200 items, in the real window.

Run it with the project's environment: python tests/benchmarks/agenda_speed.py [PEOPLE ITEMS]

A drag is measured from a move of the mouse to all of it painted, a change from the key or the
drop to all of it written, read again and painted; what is seen of it at once is measured apart.
Times are those of the processor, so that other work on the machine does not count. Painting is
done offscreen.
"""

from __future__ import annotations

import os
import platform
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from statistics import median

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
sys.path.insert(0, str(Path(__file__).resolve().parent))

from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from search_speed import FRAME, KEY, per_cent_95

from dialogueprep.commands import dialogues as dialogue_commands
from dialogueprep.domain.dialogue import (
    AgendaItem,
    Delegation,
    DelegationId,
    Dialogue,
    DialogueId,
    ItemId,
    ItemKind,
)
from dialogueprep.domain.people import (
    Name,
    Participation,
    ParticipationId,
    Person,
    PersonId,
    Role,
)
from dialogueprep.domain.texts import Texts
from dialogueprep.store import agenda, dialogues, people, rows, workspace
from dialogueprep.store.workspace import Store
from dialogueprep.ui.machine_settings import MachineSettings
from dialogueprep.ui.pages.agenda import AgendaPage
from dialogueprep.ui.session import Session
from dialogueprep.ui.theme import Theme
from dialogueprep.ui.window import MainWindow

DAYS = 5
OPEN = 100  # milliseconds in which the page is to open
CODES = ("CN", "JP", "KR", "SEC")
MOVES = 60
DROPS = 12
IDLE = 3.0  # seconds
PATIENCE = 90.0


def fill(store: Store, persons: int, items: int) -> DialogueId:
    """Put in a dialogue of so many people and items; everybody is present at every talk."""
    empty = Dialogue(
        id=DialogueId(""), names=Texts.of(en="Speed"), titles=Texts(), place=Texts(),
        first_day=date(2026, 11, 12), days=DAYS,
        delegations=tuple(
            Delegation(id=DelegationId(c), code=c, labels=Texts.of(en=c)) for c in CODES
        ),
    )  # fmt: skip
    made = dialogue_commands.plan(store, empty)
    with store.step("Fill", undoable=False) as step:
        placed = [_item(made, n, items) for n in range(items)]
        for item in placed:
            agenda.put(step, item)
        agenda.order(step, (i.id for i in placed))
        for n in range(persons):
            person = Person(id=PersonId(f"person {n}"), name=Name(family=f"Family{n}", given="G"))
            who = Participation(
                id=ParticipationId(f"part {n}"), person=person, delegation=CODES[n % len(CODES)]
            )
            people.put_person(step, person)
            people.put_participation(step, made, who)
            for at, item in enumerate(placed):
                if item.kind.has_terms and (item.lane == 0 or n % 2 == item.lane - 1):
                    roles = frozenset({Role.MODERATOR} if n == at % 40 else ())
                    there = {"participation": who.id, "item": item.id, "silent": 0}
                    listed = rows.as_list(r.value for r in roles)
                    rows.insert(step, "attendances", {"id": f"{n}.{at}", "roles": listed, **there})
    return made


def _item(dialogue: DialogueId, n: int, items: int) -> AgendaItem:
    place = n % (items // DAYS)
    lane = (0, 0, 0, 1, 2, 0, 0, 0)[place % 8]
    kind = ItemKind.BREAK if place % 8 == 2 else ItemKind.DISCUSSION
    kind = ItemKind.BREAKOUT if lane else kind
    titles = Texts.of(en=f"Item {n} on cooperation", ja=f"第{n}項 協力について")
    return AgendaItem(
        id=ItemId(f"item {n}"), dialogue=dialogue, kind=kind, titles=titles,
        day=n // (items // DAYS), minutes=5 if kind is ItemKind.BREAK else 15, lane=lane,
        anchor=780 if place == 15 else None,
    )  # fmt: skip


@contextmanager
def window(folder: Path, persons: int, items: int) -> Iterator[tuple[MainWindow, Session]]:
    """Yield the window on a workspace with such a dialogue; the page was not opened yet."""
    with workspace.create(folder / "workspace", KEY, "Speed") as store:
        fill(store, persons, items)
    machine = MachineSettings(folder=folder / "settings")
    look = Theme()
    look.apply("light", "en", 1.0)
    session = Session(workspace.open(folder / "workspace", KEY), machine)
    session.choose(dialogues.every(session.store)[0].id)
    shown = MainWindow(machine, look, lambda _session: lambda _query: ())
    shown.resize(1280, 800)
    shown.show_session(session)
    shown.show()
    QApplication.processEvents()
    yield shown, session
    shown.close()


def took(act: Callable[[], object]) -> float:
    """Return the milliseconds from an event until all of it is painted."""
    began = time.process_time()
    act()
    QApplication.sendPostedEvents()
    QApplication.processEvents()
    return (time.process_time() - began) * 1000


def settle() -> None:
    """Let the window do what it does a moment later, such as counting for its navigation."""
    end = time.perf_counter() + IDLE
    while time.perf_counter() < end:
        QApplication.processEvents()


def made_ahead(shown: MainWindow) -> float:
    """Wait until the window has made the page while nothing happens; return how long that took."""
    frame, spent = shown.frame, list[float]()
    make = frame._make_ahead

    def noted() -> None:
        spent.append(took(make))

    frame._ahead.timeout.disconnect()
    frame._ahead.timeout.connect(noted)
    end = time.perf_counter() + PATIENCE
    while not spent and time.perf_counter() < end:
        QApplication.processEvents()
    settle()
    return sum(spent)


class Painted:
    """Notes when the days are painted at once, without waiting for the loop of events."""

    def __init__(self, view: QWidget) -> None:
        self._view, self._paint = view, view.repaint
        self.at: float | None = None

    def __enter__(self) -> Painted:
        self._view.repaint = self._repaint  # type: ignore[method-assign]
        self.began = time.process_time()
        return self

    def __exit__(self, *_: object) -> None:
        self._view.repaint = self._paint  # type: ignore[method-assign]

    def _repaint(self, *part: object) -> None:
        self._paint(*part)
        self.at = self.at or time.process_time()

    @property
    def milliseconds(self) -> float:
        """From the event to its result on the screen."""
        return ((self.at or time.process_time()) - self.began) * 1000


def dragged(page: AgendaPage) -> tuple[list[float], float, float]:
    """Return how long each move of a drag takes, the drop until it is seen, and until all is shown.

    A drop is seen when its block and all that follow stand where they will; it is written then.
    """
    view, block = page.days.viewport(), page.agenda.blocks[9]
    at = page.days.rect_of(block.id).center()
    QTest.mousePress(view, Qt.MouseButton.LeftButton, pos=at.toPoint())
    moves: list[float] = []
    for n in range(MOVES):
        to = at + QPointF(n * 3, 40 + 4 * n)
        moves.append(took(lambda to=to: QTest.mouseMove(view, to.toPoint())))
    release = (view, Qt.MouseButton.LeftButton)
    with Painted(view) as seen:
        drop = took(lambda: QTest.mouseRelease(*release, pos=to.toPoint()))
    return moves, seen.milliseconds, drop


def resized(page: AgendaPage) -> list[float]:
    """Return how long each move of a lower edge takes, with all later items previewed."""
    view, block = page.days.viewport(), page.agenda.blocks[1]
    rect = page.days.rect_of(block.id)
    edge = QPointF(rect.center().x(), rect.bottom() - 2)
    QTest.mousePress(view, Qt.MouseButton.LeftButton, pos=edge.toPoint())
    moves = [
        took(lambda n=n: QTest.mouseMove(view, (edge + QPointF(0, 3 * n)).toPoint()))
        for n in range(MOVES)
    ]
    QTest.keyClick(page.days, Qt.Key.Key_Escape)
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton, pos=edge.toPoint())
    return moves


def main() -> int:
    """Print the figures; 1 if a drag or a drop takes more than a frame, or opening too long."""
    persons, items = (int(n) for n in sys.argv[1:3] or ("500", "200"))
    application = QApplication(sys.argv[:1])
    with tempfile.TemporaryDirectory() as folder, window(Path(folder), persons, items) as opened:
        shown, session = opened
        made = made_ahead(shown)
        first = took(lambda: shown.frame.go("agenda"))
        page = shown.findChild(AgendaPage)
        again: list[float] = []
        for _ in range(3):
            shown.frame.go("home")
            settle()
            again.append(took(lambda: shown.frame.go("agenda")))
        reads = [took(page.refresh) for _ in range(9)]
        settle()
        page.days.setFocus()
        moves, drops, whole = [], [], []
        for _ in range(DROPS):
            found = dragged(page)
            moves += found[0]
            drops.append(found[1])
            whole.append(found[2])
            settle()
        edges = resized(page)
        keys, seen_keys = [], []
        for _ in range(8):
            page.days.choose(page.agenda.blocks[5].id)
            key = (page.days, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
            with Painted(page.days.viewport()) as seen:
                keys.append(took(lambda key=key: QTest.keyClick(*key)))
            seen_keys.append(seen.milliseconds)
        session.close()
    del application
    figures = {
        "page made while nothing happens": made,
        "page opened the first time": first,
        "page opened again (median)": sorted(again)[1],
        "read and shown again (median)": sorted(reads)[len(reads) // 2],
        "move of a drag (95th percentile)": per_cent_95(moves),
        "move of an edge (95th percentile)": per_cent_95(edges),
        "drop, until it is seen (median)": median(drops),
        "drop, until it is seen (95th percentile)": per_cent_95(drops),
        "drop, until all is written and shown": median(whole),
        "key that lengthens, until it is seen": sorted(seen_keys)[len(seen_keys) // 2],
        "key that lengthens, the same (median)": sorted(keys)[len(keys) // 2],
    }
    sys.stdout.write(f"{persons} people, {DAYS} days, {items} items\n")
    for name, figure in figures.items():
        sys.stdout.write(f"{name:40} {figure:8.1f} ms\n")
    sys.stdout.write(f"{platform.processor() or platform.machine()}, {platform.python_version()}\n")
    frames = (per_cent_95(moves), per_cent_95(edges), median(drops))
    return int(max(frames) > FRAME or max(first, sorted(again)[1]) > OPEN)


if __name__ == "__main__":
    sys.exit(main())
