"""A rapporteur who is killed: the mother process imports the program once, and forks.

``python killed_writer.py`` reads lines of JSON from its standard input, one for each life:
``{"folder": …, "log": …}``. Each child opens the workspace in ``folder``, types on the notes page
with real key events, and writes to ``log`` what it has typed and when: before a key is pressed
its letter, and after it the time. It types until it is killed.
"""

from __future__ import annotations

import json
import os
import signal
import sys
import time
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from shared_key import KEY

from dialogueprep.store import workspace
from dialogueprep.ui.machine_settings import MachineSettings
from dialogueprep.ui.models.note_rows import ItemRow
from dialogueprep.ui.pages.notes import NotesPage
from dialogueprep.ui.session import Session
from dialogueprep.ui.theme import Theme

SAID = "the ports share their tide tables early and in one format each day "
LINE = 23  # letters after which Enter is pressed
EVERY = 35  # ms between keys


def main() -> None:
    """Fork a child for each line of the input, and say its process id."""
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # the dead are not waited for
    for line in sys.stdin:
        life = json.loads(line)
        child = os.fork()
        if not child:
            live(Path(life["folder"]), Path(life["log"]))
        sys.stdout.write(f"{child}\n")
        sys.stdout.flush()


def live(folder: Path, log: Path) -> None:
    """Open the window and type until the end."""
    os.environ["XDG_STATE_HOME"] = str(folder.parent / "state")
    application = QApplication(["writer"])
    Theme().apply("light", "en", 1.0)
    machine = MachineSettings(folder=folder.parent / "settings")
    page = NotesPage(Session(workspace.open(folder, KEY), machine))
    page.show()
    rows = [r for r in page.items.left_rows.rows if isinstance(r, ItemRow)]
    page.go_to(next(r.item.id for r in rows if r.title.startswith("Low birth")))
    page.begin()
    typist = _Typist(page, os.open(log, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600))
    timer = QTimer(interval=EVERY)
    timer.timeout.connect(typist.press)
    timer.start()
    application.exec()


class _Typist:
    def __init__(self, page: NotesPage, log: int) -> None:
        self._field = page.editor.field
        self._log = log
        self._typed = 0

    def press(self) -> None:
        """Press the next key, and say so."""
        letter = SAID[self._typed % len(SAID)]
        QTest.keyClicks(self._field, letter)
        os.write(self._log, f"{time.time():.4f} {letter}\n".encode())
        self._typed += 1
        if self._typed % LINE == 0:
            QTest.keyClick(self._field, Qt.Key.Key_Return)


if __name__ == "__main__":
    main()
