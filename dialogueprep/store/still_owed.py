"""Where acts of destroying could not come yet: folders on a disk, a stick or a share that is away.

What is in them is asked for without the workspace, so that a slow folder stops nobody.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from dialogueprep.store import kits_made, purging
from dialogueprep.store.workspace import Store


def folders(store: Store) -> frozenset[Path]:
    """Return the folders in which a kit, or a file in a team's folder, is still to be deleted."""
    acts = purging.acts(store)
    kits = {kit.path.parent for act in acts for kit in kits_made.owed(store, act.id)}
    shared = {folder for act in acts if (folder := purging.team_folder_of(store, act))}
    return frozenset(kits | shared)


def back(among: Iterable[Path]) -> frozenset[Path]:
    """Return the folders that are there; one with nothing in it is an empty mount point."""
    return frozenset(each for each in among if _is_there(each))


def _is_there(folder: Path) -> bool:
    try:
        return next(folder.iterdir(), None) is not None
    except OSError:
        return False
