"""What happens on a mistake of the program: a window that says what is safe, and a log.

The log names places in the program, versions and the kind of error; the error's message and
all values are left out, because they may hold what was typed.
"""

from __future__ import annotations

import datetime
import logging
import logging.handlers
import platform
import sys
import traceback
from pathlib import Path
from types import TracebackType

from dialogueprep import __version__
from dialogueprep.domain.errors import Explained
from dialogueprep.sentences import explain

_log = logging.getLogger("dialogueprep")


def open_log(folder: Path) -> None:
    """Write the program's log into a folder; an unwritable one costs only the log."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        sink = logging.handlers.RotatingFileHandler(
            folder / "dialogueprep.log", maxBytes=200_000, backupCount=2, encoding="utf-8"
        )
    except OSError:
        return
    _log.addHandler(sink)


def record(kind: type[BaseException], trace: TracebackType | None) -> str:
    """Return, and log, where a mistake happened, without its message or any value."""
    frames = traceback.extract_tb(trace)
    places = [f"  {Path(f.filename).name}:{f.lineno} {f.name}" for f in frames]
    now = datetime.datetime.now(datetime.UTC).isoformat(timespec="seconds")
    versions = f"DialoguePrep {__version__}, Python {platform.python_version()}, {sys.platform}"
    entry = "\n".join([f"{now} {kind.__name__}", versions, *places])
    _log.error("%s", entry)
    return entry


def install() -> None:
    """Show mistakes of the program instead of losing them."""
    sys.excepthook = _on_mistake


_showing = False


def _on_mistake(
    kind: type[BaseException], error: BaseException, trace: TracebackType | None
) -> None:
    global _showing  # noqa: PLW0603  one window at a time
    if issubclass(kind, KeyboardInterrupt):
        sys.__excepthook__(kind, error, trace)
        return
    entry = record(kind, trace)
    if _showing:
        return
    _showing = True
    try:
        _show(entry, explain(error) if isinstance(error, Explained) else "")
    finally:
        _showing = False


def _show(entry: str, sentence: str) -> None:
    from PySide6.QtWidgets import QApplication

    from dialogueprep.ui.dialogs.mistake import MistakeDialog

    if QApplication.instance() is not None:
        MistakeDialog.tell(QApplication.activeWindow(), entry, sentence)
