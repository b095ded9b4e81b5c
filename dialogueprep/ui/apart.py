"""What can only be done to a closed workspace: dialogs ask for it, the window does it."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from dialogueprep.store.backup import Backup
from dialogueprep.store.keys import Key


@dataclass(frozen=True, slots=True)
class Closed:
    """A workspace that is closed: its folder, and the key of its database."""

    folder: Path
    key: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class Restore:
    """Put a copy in the place of the workspace's database."""

    copy: Backup


@dataclass(frozen=True, slots=True)
class NewKey:
    """Give the workspace a new key, which only the holder of this one has."""

    key: Key


@dataclass(frozen=True, slots=True)
class Move:
    """Move the workspace into another folder."""

    into: Path


Apart = Restore | NewKey | Move
