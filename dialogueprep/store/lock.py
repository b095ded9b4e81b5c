"""One instance has a workspace at a time; another is told who.

The operating system holds the lock, so that it goes with the process that had it. Who has it
stands in a readable file beside it.
"""

from __future__ import annotations

import getpass
import json
import os
import sys
from contextlib import suppress
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from typing import IO, Any

from dialogueprep.domain.errors import Trouble

FILE = "workspace.lock"
_WHO = "workspace.lock.json"


@dataclass(frozen=True, slots=True)
class Occupant:
    """Who has the workspace open, on which computer, in which process, since when."""

    user: str = ""
    host: str = ""
    pid: int = 0
    since: str = ""


class Lock:
    """The lock of a workspace folder, held until released or until the process ends."""

    def __init__(self, folder: Path) -> None:
        self._who = folder / _WHO
        try:
            self._file: IO[bytes] = (folder / FILE).open("ab")
        except OSError as error:
            raise Trouble("workspace-unreadable", folder=folder) from error
        try:
            take(self._file)
        except OSError as error:
            self._file.close()
            raise Trouble("workspace-in-use", **asdict(occupant(folder))) from error
        with suppress(OSError):  # on a full disk the lock holds all the same
            self._who.write_text(json.dumps(asdict(_ourselves())), encoding="utf-8")

    def release(self) -> None:
        """Let others have the workspace; a second call does nothing."""
        if self._file.closed:
            return
        with suppress(OSError):  # a folder that cannot be written any more keeps nobody in
            self._who.unlink(missing_ok=True)
        self._file.close()


def occupant(folder: Path) -> Occupant:
    """Return who is noted as having the workspace; blank where it cannot be read."""
    try:
        content: Any = json.loads((folder / _WHO).read_text(encoding="utf-8"))
        return Occupant(**content)
    except (OSError, ValueError, TypeError):
        return Occupant()


def _ourselves() -> Occupant:
    since = datetime.now().astimezone().strftime("%Y-%m-%d %H:%M")
    return Occupant(_user(), _host(), os.getpid(), since)


def _user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return ""


if sys.platform == "win32":

    def _host() -> str:
        return os.environ.get("COMPUTERNAME", "")

    def take(file: IO[bytes]) -> None:
        """Hold an open file until it is closed; OSError if another process holds it."""
        import msvcrt

        file.seek(0)
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)

else:

    def _host() -> str:
        return os.uname().nodename

    def take(file: IO[bytes]) -> None:
        """Hold an open file until it is closed; OSError if another process holds it."""
        import fcntl

        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
