"""Taking back a workspace that was only just created, as where it could not be filled."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from dialogueprep.store import backup, keys, lock


def take_back(folder: Path) -> None:
    """Delete what `workspace.create` made in a folder, and the folder if nothing else is in it."""
    with suppress(OSError):
        for made in (backup.FILE, f"{backup.FILE}-journal", keys.FILE, keys.COPY, lock.FILE):
            (folder / made).unlink(missing_ok=True)
        (folder / backup.FOLDER).rmdir()
        folder.rmdir()
