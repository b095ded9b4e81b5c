"""How the window is opened, as fast as it can be."""

from __future__ import annotations

import gc
from pathlib import Path


def open_window(workspace: Path | None) -> int:
    """Show the window until it is closed; return the exit status."""
    # Hardly anything that is made at start is thrown away; `app` collects again afterwards.
    gc.disable()
    from dialogueprep import preflight

    preflight.require()
    from dialogueprep.ui import features

    features.leave_out()
    from dialogueprep import app

    return app.main(workspace)
