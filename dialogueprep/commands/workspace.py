"""What a user can change about a workspace itself."""

from __future__ import annotations

from collections.abc import Iterable

from dialogueprep.domain.errors import Refused
from dialogueprep.store import backup, settings
from dialogueprep.store.backup import Backup
from dialogueprep.store.workspace import Store
from dialogueprep.words import tr

K = "default k"
CEILING = "default ceiling"


def rename(store: Store, name: str) -> None:
    """Give the workspace another name; it must not be empty."""
    if not name.strip():
        raise Refused("workspace-needs-name")
    with store.step(tr("Rename the workspace"), merge=("workspace", "name")) as step:
        settings.put(step, "name", name.strip())


def set_default(store: Store, name: str, value: int) -> None:
    """Set what new dialogues begin with: ``K`` or ``CEILING``."""
    with store.step(tr("Change a default")) as step:
        settings.put(step, name, value)


def delete_copies(_store: Store, copies: Iterable[Backup]) -> None:
    """Delete copies of the workspace for good, as where a strike did not reach them."""
    backup.delete(copies)
