"""The window's composition root: everything is built here, and nowhere else."""

from __future__ import annotations

import gc
import sys
from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from dialogueprep import paths, words
from dialogueprep.domain.errors import Explained
from dialogueprep.store import workspace
from dialogueprep.store.keys import Key
from dialogueprep.ui import failures
from dialogueprep.ui.found import Find
from dialogueprep.ui.machine_settings import MachineSettings
from dialogueprep.ui.session import Session
from dialogueprep.ui.theme import Theme
from dialogueprep.ui.tidying import Tidying
from dialogueprep.ui.window import PROGRAM, MainWindow


def main(folder: Path | None = None) -> int:
    """Show the window until it is closed, and return the exit status.

    ``folder`` is a workspace to open; None opens the last one, or begins with the first run.
    """
    rounding = Qt.HighDpiScaleFactorRoundingPolicy.PassThrough
    QGuiApplication.setHighDpiScaleFactorRoundingPolicy(rounding)
    application = QApplication([*sys.argv[:1], "-style", "Fusion"])
    application.setApplicationName(PROGRAM)
    failures.install(paths.log())
    machine = MachineSettings.load()
    words.use(machine.language)
    look = Theme()
    look.apply(machine.scheme, machine.language, machine.text_size)
    window = MainWindow(machine, look, _finder)
    begin(window, folder or _last(machine))
    window.show()
    QTimer.singleShot(0, lambda: _tidy_from_now_on(application))
    return application.exec()


def begin(window: MainWindow, folder: Path | None) -> None:
    """Show first run, the locked page, or the workspace where its key is at hand."""
    if folder is None:
        window.show_first_run()
        return
    key = Key.from_environment()
    if key is not None:
        try:
            window.show_session(Session.open(folder, key, window.machine, date.today()))
        except Explained:
            window.show_locked(folder)
        return
    window.show_locked(folder)


def _tidy_from_now_on(application: QApplication) -> None:
    """Do not look again at what stays as long as the program runs."""
    gc.freeze()
    Tidying(application)


def _finder(session: Session) -> Find:
    from dialogueprep.ui.finding import finder  # read when the palette is first opened

    return finder(session)


def _last(machine: MachineSettings) -> Path | None:
    """Return the folder of the last workspace, or of one in the usual place, if there is any."""
    last = Path(machine.last_workspace) if machine.last_workspace else None
    if last and (last / workspace.FILE).is_file():
        return last
    usual = paths.workspaces()
    found = sorted(usual.glob(f"*/{workspace.FILE}")) if usual.is_dir() else []
    return found[0].parent if found else None
