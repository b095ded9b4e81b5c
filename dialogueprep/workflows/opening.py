"""Opening a workspace for a command, and reading the passphrase of a kit or a team."""

from __future__ import annotations

import os
from pathlib import Path

from dialogueprep import paths
from dialogueprep.domain.errors import Trouble
from dialogueprep.store import workspace
from dialogueprep.store.keys import Key
from dialogueprep.store.workspace import Store


def opened(folder: Path | None, key_file: Path | None) -> Store:
    """Return the workspace in a folder, or in the usual one.

    The key is read from the file, else from DIALOGUEPREP_KEY, else from the system's key store.
    """
    key = Key.from_file(key_file) if key_file else Key.from_environment() or Key.keystore()
    return workspace.open(folder or paths.workspaces() / "default", key)


def asked_passphrase(file: Path | None, variable: str) -> str:
    """Return the passphrase that a file, or this variable of the environment, holds, else none.

    Raises Trouble("key-file-unreadable").
    """
    if file is None:
        return os.environ.get(variable, "").strip()
    try:
        return file.read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError) as error:
        raise Trouble("key-file-unreadable", name=file.name) from error
