"""Pictures of the window, taken offscreen: ``python -m tests.ui.pictures --page library``.

Options: ``--out DIR`` (default: pictures), ``--page NAME`` (may be repeated; default: all),
``--size 1280x800``, ``--dark``, ``--language en``, ``--text-size 1.0``, ``--ratio 1.0``.
Pages outside a workspace are called ``first_run`` and ``locked``; ``palette:QUERY`` shows the
command palette; ``settings`` the settings.
"""

from __future__ import annotations

import argparse
import os
import secrets
import sys
import tempfile
import time
from pathlib import Path

_A_MOMENT = 2.5  # seconds until a page has shown all that comes after its first painting
PAGES = (
    "home", "library", "people", "agenda", "participants", "notes", "findings", "documents",
)  # fmt: skip


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, default=Path("pictures"))
    parser.add_argument("--page", action="append")
    parser.add_argument("--size", default="1280x800")
    parser.add_argument("--dark", action="store_true")
    parser.add_argument("--language", default="en")
    parser.add_argument("--text-size", type=float, default=1.0)
    parser.add_argument("--ratio", default="1")
    parser.add_argument("--empty", action="store_true", help="a workspace with nothing in it")
    return parser.parse_args()


def sample_store(folder: Path, *, empty: bool = False):
    """Return a new workspace with the library and the sample dialogue in it."""
    from dialogueprep.store import workspace
    from dialogueprep.store.keys import Key

    store = workspace.create(folder, Key.raw(secrets.token_bytes(32)), "Trilateral workspace")
    if not empty:
        _fill(store)
    return store


def _fill(store) -> None:
    from dialogueprep.workflows import sample

    sample.put_in_library(store)
    sample.put_in_sample(store)


def main() -> int:
    """Take the pictures that the options ask for."""
    options = _options()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ["QT_SCALE_FACTOR"] = options.ratio
    from PySide6.QtWidgets import QApplication

    from dialogueprep import words
    from dialogueprep.ui.theme import Theme

    application = QApplication(sys.argv[:1])
    words.use(options.language)
    look = Theme()
    look.apply("dark" if options.dark else "light", options.language, options.text_size)
    with tempfile.TemporaryDirectory() as folder:
        _take_all(application, look, options, Path(folder))
    return 0


def _take_all(application, look, options: argparse.Namespace, folder: Path) -> None:
    from dialogueprep.ui.machine_settings import MachineSettings
    from dialogueprep.ui.session import Session
    from dialogueprep.ui.window import MainWindow

    machine = MachineSettings(folder=folder / "settings")
    window = MainWindow(machine, look, _finder)
    window.resize(*map(int, options.size.split("x")))
    session = Session(sample_store(folder / "workspace", empty=options.empty), machine)
    options.out.mkdir(parents=True, exist_ok=True)
    for name in options.page or PAGES:
        window.show()
        _show(window, session, name, folder)
        _let_it_finish(application)
        _count_all(window)
        dark = "_dark" if options.dark else ""
        tail = "" if options.language == "en" else f"_{options.language}"
        stem = name.replace(":", "_").replace(">", "")
        target = options.out / f"{stem}{tail}{dark}.png"
        _grab(window, session, look, name).save(str(target))
        sys.stdout.write(f"{target}\n")
    window.close()


def _let_it_finish(application) -> None:
    """Wait for jobs, and for what a page shows a moment after its first painting."""
    from PySide6.QtCore import QThreadPool

    until = time.monotonic() + _A_MOMENT
    while time.monotonic() < until:
        application.processEvents()
        QThreadPool.globalInstance().waitForDone(5000)
        time.sleep(0.01)


def _count_all(window) -> None:
    """Show the counts of the navigation now, which come a moment after the window."""
    frame = window.frame
    if frame is not None:
        frame.show_counts()
        while frame.is_counting:
            frame._counting.go_on()


def _grab(window, session, look, name: str):
    if name != "settings":
        return window.grab()
    from dialogueprep.ui.dialogs.settings import SettingsDialog

    dialog = SettingsDialog(window, session, look)
    dialog.show()
    return dialog.grab()


def _finder(session):
    try:
        from dialogueprep.ui.finding import finder
    except ImportError:
        return lambda _query: ()
    return finder(session)


def _show(window, session, name: str, folder: Path) -> None:
    if name == "first_run":
        window.show_first_run()
        return
    if name == "locked":
        window.show_locked(folder / "workspace")
        return
    if window.frame is None:
        window.show_session(session)
    window.frame.palette_.close_palette()
    if name.startswith("palette"):
        window.frame.palette_.open(name.partition(":")[2])
    elif name != "settings":
        window.frame.go(name)


if __name__ == "__main__":
    sys.exit(main())
