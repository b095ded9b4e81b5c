"""A changed wording until its page is seen anew: ``python tests/benchmarks/preview_speed.py``.

The window shows the documents page of the sample with so many findings that its meeting brief
fills 20 pages. The wording of findings at the beginning, in the middle and at the end is changed,
as a keystroke's pause does, and the time runs until the pages are painted: also in time of the
processor, because a busy machine makes others wait. With ``--stages`` the parts are told: reading,
composing, searching, setting, drawing, placing marks. The promise: within 300 ms.
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
from dataclasses import replace
from datetime import date
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).parent.parent.parent))

import shiboken6  # noqa: F401  (before PySide6 reads the sources of what follows)
from PySide6.QtCore import QEventLoop
from PySide6.QtWidgets import QApplication

from dialogueprep import words
from dialogueprep.commands import findings as commands
from dialogueprep.domain.briefs.blocks import Product
from dialogueprep.domain.notes import Column, Finding
from dialogueprep.domain.texts import Texts
from dialogueprep.exchange.pdf_writer import preview_pdf
from dialogueprep.store import dialogues, findings, workspace
from dialogueprep.store.keys import Key
from dialogueprep.ui.machine_settings import MachineSettings
from dialogueprep.ui.models.document_look import Proofs, look
from dialogueprep.ui.pages.documents import DocumentsPage
from dialogueprep.ui.places import PLACES
from dialogueprep.ui.session import Session
from dialogueprep.ui.theme import Theme
from dialogueprep.ui.tidying import Tidying
from dialogueprep.ui.window import MainWindow
from dialogueprep.workflows import sample
from dialogueprep.workflows.release import Wanted, composed, gather, look_at

FINDINGS, CHANGES = 150, 21
SAID = (
    "ports share their tide tables early and in one format so that pilots can plan ahead "
    "while the centres publish what they know within a day of each event along the coast"
)
WORDS = SAID.split()


def fill(store: workspace.Store) -> None:
    """Put the sample into a workspace, and findings enough for twenty pages."""
    sample.put_in_library(store)
    sample.put_in_sample(store)
    chance = random.Random(7)
    dialogue = dialogues.every(store)[0].id
    columns = list(Column)
    for number in range(FINDINGS):
        claim = " ".join(chance.choices(WORDS, k=60)).capitalize() + "."
        commands.add(store, dialogue, columns[number % len(columns)], Texts.of({"en": claim}))


def until(done: Callable[[], bool]) -> None:
    """Let the window work until something is so."""
    while not done():
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
    QApplication.processEvents()


def timed(act: Callable[[], object], clock: Callable[[], float]) -> float:
    """Return how long something takes, by a clock."""
    start = clock()
    act()
    return clock() - start


def told(title: str, times: list[float]) -> None:
    """Print the middle, the 95th percentile and the longest of some times, in ms."""
    ordered = sorted(t * 1000 for t in times)
    high = ordered[min(len(ordered) - 1, round(0.95 * len(ordered)))]
    print(
        f"{title:44} median {statistics.median(ordered):6.0f}   95th {high:6.0f}"
        f"   longest {ordered[-1]:6.0f} ms   of {len(ordered)}"
    )


def main() -> None:
    """Change findings one by one; print what was measured."""
    application = QApplication(sys.argv[:1])
    words.use("en")
    scheme = Theme()
    scheme.apply("light", "en", 1.0)
    with tempfile.TemporaryDirectory() as folder:
        os.environ["XDG_STATE_HOME"] = folder
        machine = MachineSettings(folder=Path(folder) / "settings")
        window = MainWindow(machine, scheme, lambda _session: lambda _query: [])  # type: ignore[arg-type,return-value]
        key = Key.raw(b"a key for tests and nothing else")
        store = workspace.create(Path(folder) / "workspace", key, "Speed")
        fill(store)
        window.resize(1280, 800)
        window.show()
        session = Session(store, machine)
        window.show_session(session)
        assert window.frame is not None
        gc.freeze()
        Tidying(application)  # as the program does
        window.frame.go("documents")
        page = window.frame.page
        assert isinstance(page, DocumentsPage)
        until(lambda: is_shown(page))
        frame = window.frame
        until(lambda: all(each.name in frame._pages for each in PLACES if each.ahead))
        print(f"pages: {page.preview.pages.pages()}")
        seen, cpu = _changes(session, page)
        told("a changed wording until its page is seen", seen)
        told("the same in time of the processor", cpu)
        if "--stages" in sys.argv:
            _stages(session)
        window.close()
    del application


def is_shown(page: DocumentsPage) -> bool:
    """Say whether the document that is wanted has been drawn."""
    return page._job is None and not page._again and page.preview.pages.pages() > 0


def _changes(session: Session, page: DocumentsPage) -> tuple[list[float], list[float]]:
    chance = random.Random(3)
    seen: list[float] = []
    cpu: list[float] = []
    for number in range(CHANGES):
        found = findings.of_dialogue(session.store, session.dialogue)
        which = found[(number * 71) % len(found)]
        before, clock = time.process_time(), time.perf_counter()
        _reword(session, which, chance)
        until(lambda: is_shown(page))
        cpu.append(time.process_time() - before)
        seen.append(time.perf_counter() - clock)
    return seen, cpu


def _reword(session: Session, finding: Finding, chance: random.Random) -> None:
    said = finding.texts.best("en")
    told_ = f"{said[:-1]} {chance.choice(WORDS)}{chance.randrange(1000)}."
    texts = finding.texts.with_wording("en", told_)
    session.run(commands.change, replace(finding, texts=texts))


def _stages(session: Session) -> None:
    """Print how long each part takes for the whole document, as if nothing were known of it."""
    wanted = Wanted(
        dialogue=session.dialogue,
        product=Product.MEETING_BRIEF,
        language="en",
        on=date(2026, 11, 22),
    )  # type: ignore[arg-type]
    gathered = gather(session.store, wanted)
    brief = composed(gathered)
    proofs = Proofs()
    for title, act in (
        ("read", lambda: gather(session.store, wanted)),
        ("compose", lambda: composed(gathered)),
        ("compose and search", lambda: look_at(gathered)),
        ("set and draw", lambda: preview_pdf(brief)),
        ("all of the job", lambda: look(gathered)),
        ("all of the job, known", lambda: proofs.look(proofs.gather(session.store, wanted))),
    ):
        told(f"  {title}", [timed(act, time.process_time) for _ in range(5)])


if __name__ == "__main__":
    main()
