"""A rapporteur who is killed: the mother process imports the program once, and forks.

``python killed_writer.py`` reads lines of JSON from its standard input, one for each life:
``{"folder": …, "log": …, "pause": …, "window": …, "ready": …, "said": …}``. Each child opens the
workspace in ``folder``, in the whole ``window`` or as the notes page alone, waits ``pause``
milliseconds after it stands there for the first time, and types ``said`` with real key events; an
input method commits what is not ASCII. After each key it writes a line to ``log``: the time, how
much of the processor the process has used by then and how long it has waited for one, all in
seconds, and the letter. It types until it is killed. Where it begins ``ready``, the mother has read
the tables of the gate before it forks, which each child does itself else.
"""

from __future__ import annotations

import json
import os
import signal
import sys
import time
from functools import cache
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from shared_key import KEY

from dialogueprep.domain.gate import Roster, examine_text
from dialogueprep.exchange.lexicon_reader import read_lexicon
from dialogueprep.store import workspace
from dialogueprep.ui.finding import finder
from dialogueprep.ui.machine_settings import MachineSettings
from dialogueprep.ui.models.note_rows import ItemRow
from dialogueprep.ui.pages.notes import NotesPage
from dialogueprep.ui.session import Session
from dialogueprep.ui.theme import Theme
from dialogueprep.ui.tidying import Tidying
from dialogueprep.ui.window import MainWindow

SAID = "the ports share their tide tables early and in one format each day "
LINE = 23  # letters after which Enter is pressed
EVERY = 35  # ms between keys


def main() -> None:
    """Fork a child for each line of the input, and say its process id."""
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # the dead are not waited for
    for line in sys.stdin:
        life = json.loads(line)
        if life["ready"]:
            make_ready()
        child = os.fork()
        if not child:
            live(Path(life["folder"]), Path(life["log"]), life)
        sys.stdout.write(f"{child}\n")
        sys.stdout.flush()


def of_the_processor(process: int) -> tuple[float, float]:
    """Return the seconds that a process has used a processor, and that it has waited for one."""
    used, waited, _turns = Path(f"/proc/{process}/schedstat").read_text().split()
    return int(used) / 1e9, int(waited) / 1e9


@cache
def make_ready() -> None:
    """Read the tables of the gate, and what rests on them alone."""
    examine_text(SAID, Roster(participations=(), lexicon=read_lexicon()), item="")


def live(folder: Path, log: Path, life: dict[str, Any]) -> None:
    """Open the window or the page, go to an item and type until the end."""
    os.environ["XDG_STATE_HOME"] = str(folder.parent / "state")
    application = QApplication(["writer"])
    Tidying(application)
    look = Theme()
    look.apply("light", "en", 1.0)
    machine = MachineSettings(folder=folder.parent / "settings")
    session = Session(workspace.open(folder, KEY), machine)
    window, page = _in_window(machine, look, session) if life["window"] else _alone(session)
    window.show()
    _go_to_an_item(page)
    out = os.open(log, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    typist = _Typist(page, out, life.get("said", SAID))
    timer = QTimer(interval=EVERY, timerType=Qt.TimerType.PreciseTimer)
    timer.timeout.connect(typist.press)
    QTimer.singleShot(life["pause"], timer, timer.start)
    application.exec()


def _in_window(
    machine: MachineSettings, look: Theme, session: Session
) -> tuple[QWidget, NotesPage]:
    window = MainWindow(machine, look, finder)
    window.show_session(session)
    window.show()
    QApplication.processEvents()
    window.frame.go("notes")
    page = window.frame.page
    assert isinstance(page, NotesPage)
    return window, page


def _alone(session: Session) -> tuple[QWidget, NotesPage]:
    page = NotesPage(session)
    return page, page


def _go_to_an_item(page: NotesPage) -> None:
    rows = [r for r in page.items.left_rows.rows if isinstance(r, ItemRow)]
    page.go_to(next(r.item.id for r in rows if r.title.startswith("Low birth")))
    page.begin()


class _Typist:
    def __init__(self, page: NotesPage, log: int, said: str) -> None:
        self._field = page.editor.field
        self._log = log
        self._said = said
        self._line = LINE if said == SAID else len(said)
        self._typed = 0

    def press(self) -> None:
        """Press the next key, and say so."""
        letter = self._said[self._typed % len(self._said)]
        if letter.isascii():
            QTest.keyClicks(self._field, letter)
        else:
            committed = QInputMethodEvent()
            committed.setCommitString(letter)
            QApplication.sendEvent(self._field, committed)
        used, waited = of_the_processor(os.getpid())
        line = f"{time.time():.4f} {used:.4f} {waited:.4f} {letter}\n"
        os.write(self._log, line.encode())
        self._typed += 1
        if self._typed % self._line == 0:
            QTest.keyClick(self._field, Qt.Key.Key_Return)


if __name__ == "__main__":
    main()
