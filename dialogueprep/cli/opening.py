"""How the window is opened, as fast as it can be."""

from __future__ import annotations

import gc
import sys
from pathlib import Path


def open_window(workspace: Path | None) -> int:
    """Show the window until it is closed; return the exit status."""
    # Hardly anything that is made at start is thrown away; `app` collects again afterwards.
    gc.disable()
    from dialogueprep import preflight

    preflight.require()
    import_qt()
    from dialogueprep import app

    return app.main(workspace)


def import_qt() -> None:
    """Import Qt, without its search for modules that want other names of its methods.

    PySide6 reads the source of each module that is imported after it, to see whether that one may
    switch to `snake_case` names (`from __feature__ import ...`). Nothing here does, and the search
    takes a fifteenth of the start. Where PySide6 is built in another way it goes on searching.
    """
    import PySide6.QtCore  # noqa: F401 - brings the search with it

    features = sys.modules.get("shibokensupport.feature")
    if hasattr(features, "_mod_uses_pyside"):
        setattr(features, "_mod_uses_pyside", _wants_no_other_names)  # noqa: B010 - not known


def _wants_no_other_names(_module: object) -> bool:
    return False
