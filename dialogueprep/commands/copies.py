"""A copy of the workspace before something large is written into it.

Whatever takes something in from a file, a kit or another workspace makes one here, just before its
step, so that window and command line do the same.
"""

from __future__ import annotations

from datetime import date

from dialogueprep.store import backup
from dialogueprep.store.backup import Backup
from dialogueprep.store.workspace import Store

IMPORT = "import"
KIT = "kit"
MERGE = "merge"
TEAM = "team"


def copy_before(store: Store, what: str, today: date | None = None) -> Backup:
    """Return a copy of the workspace as it is, made now unless the newest one says the same.

    Raises Trouble where none can be written; then nothing is taken in.
    """
    made = backup.before(store.db, store.folder, today or date.today(), what)
    store.on_copy()
    return made
