"""How the window is opened, as fast as it can be."""

from __future__ import annotations

import gc
from importlib import import_module
from pathlib import Path

_ROOMS_BELOW = (
    "commands.dialogues",
    "domain.invitations",
    "domain.timetable",
    "domain.wording",
    "store.documents",
    "store.lives",
    "store.location",
    "store.settings",
    "store.whether",
    "store.workspace",
    "ui.machine_settings",
)


def open_window(workspace: Path | None) -> int:
    """Show the window until it is closed; return the exit status."""
    # Hardly anything that is made at start is thrown away; `app` collects again afterwards.
    gc.disable()
    from dialogueprep import preflight

    preflight.require()
    read_what_needs_no_qt()
    from dialogueprep import app

    return app.main(workspace)


def read_what_needs_no_qt() -> None:
    """Import what the first window needs of the rooms below it.

    Once PySide6 is there, it reads the source of each module that is imported, to see whether
    that one uses Qt. What does not is therefore imported before.
    """
    for name in _ROOMS_BELOW:
        import_module(f"dialogueprep.{name}")
