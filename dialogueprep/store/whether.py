"""Whether there is any of something, asked before what reads it is imported.

The first window asks for what few workspaces have; the modules that read it take longer to import
than the whole window to be drawn.
"""

from __future__ import annotations

from dialogueprep.domain.dialogue import DialogueId
from dialogueprep.store.driver import run
from dialogueprep.store.rows import Readable

_SHARED = "SELECT EXISTS (SELECT 1 FROM _teams WHERE dialogue = coalesce(?, dialogue))"
_UNDECIDED = "SELECT count(*) FROM (SELECT DISTINCT root_table, root FROM conflicts)"
_CIRCULATED = "SELECT EXISTS (SELECT 1 FROM circulations WHERE dialogue = ?)"


def shared(source: Readable, dialogue: DialogueId | None = None) -> bool:
    """Return whether a dialogue has a team; without one, whether any has."""
    return bool(run(source.db, _SHARED, [dialogue])[0][0])


def undecided(source: Readable) -> int:
    """Return on how many things one has to decide; what is decided together counts once."""
    return run(source.db, _UNDECIDED)[0][0]


def circulated(source: Readable, dialogue: DialogueId) -> bool:
    """Return whether a draft of a dialogue was ever sent."""
    return bool(run(source.db, _CIRCULATED, [dialogue])[0][0])
