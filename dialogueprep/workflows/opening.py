"""Opening a workspace for a command."""

from __future__ import annotations

from pathlib import Path

from dialogueprep import paths
from dialogueprep.store import workspace
from dialogueprep.store.keys import Key
from dialogueprep.store.workspace import Store


def opened(folder: Path | None, key_file: Path | None) -> Store:
    """Return the workspace in a folder, or in the usual one.

    The key is read from the file, else from DIALOGUEPREP_KEY, else from the system's key store.
    """
    key = Key.from_file(key_file) if key_file else Key.from_environment() or Key.keystore()
    return workspace.open(folder or paths.workspaces() / "default", key)
