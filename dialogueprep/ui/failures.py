"""What happens on a mistake of the program: a window that says what is safe, and a log.

The log names places in the program, versions and the kind of error; the error's message and
all values are left out, because they may hold what was typed.
"""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from types import TracebackType

from dialogueprep import __version__
from dialogueprep.domain.errors import Explained
from dialogueprep.sentences import explain
from dialogueprep.ui import damaged, held

_NAME, _LONGEST = "dialogueprep.log", 200_000


def write_log(folder: Path, entry: str) -> None:
    """Add an entry to the log in a folder; an unwritable one costs only the log.

    A log of 200,000 bytes becomes the former one, and that is deleted.
    """
    log = folder / _NAME
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if log.is_file() and log.stat().st_size > _LONGEST:
            log.replace(folder / f"{_NAME}.1")
        with log.open("a", encoding="utf-8") as sink:
            sink.write(f"{entry}\n")
    except OSError:
        return


def entry_of(kind: type[BaseException], trace: TracebackType | None) -> str:
    """Return where a mistake happened, without its message or any value."""
    import platform
    import traceback

    frames = traceback.extract_tb(trace)
    places = [f"  {Path(f.filename).name}:{f.lineno} {f.name}" for f in frames]
    now = datetime.now(UTC).isoformat(timespec="seconds")
    versions = f"DialoguePrep {__version__}, Python {platform.python_version()}, {sys.platform}"
    return "\n".join([f"{now} {kind.__name__}", versions, *places])


def install(log: Path) -> None:
    """Show mistakes of the program, and log them in a folder, instead of losing them."""
    sys.excepthook = partial(_on_mistake, log)


_showing = False


def _on_mistake(
    log: Path, kind: type[BaseException], error: BaseException, trace: TracebackType | None
) -> None:
    global _showing  # noqa: PLW0603  one window at a time
    if issubclass(kind, KeyboardInterrupt):
        sys.__excepthook__(kind, error, trace)
        return
    if held.take_note(error) or damaged.take_note(error):
        return
    entry = entry_of(kind, trace)
    write_log(log, entry)
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
