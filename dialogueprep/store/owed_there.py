"""What is owed at a second place: done in a copy that lies only there, and asked for when due."""

from __future__ import annotations

import errno
import os
from collections.abc import Collection
from pathlib import Path

from dialogueprep.domain.destroying import target_of
from dialogueprep.domain.errors import Trouble
from dialogueprep.store import erasing, in_copies
from dialogueprep.store.driver import explained
from dialogueprep.store.in_copies import Beside

_FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
_READ_ONLY = frozenset({errno.EROFS, errno.EACCES, errno.EPERM})


def do(
    path: Path,
    beside: Beside,
    struck: Collection[str],
    mixed: Collection[str],
    erased: Collection[str],
) -> None:
    """Strike notes in a copy, shuffle the notes of items, take out what was destroyed.

    A copy that the key does not open goes: it is damaged, or from before the key was changed, and
    nobody can restore it. Raises Trouble, OSError; then the copy is as it was.
    """
    try:
        beside(path).close()
        if struck or mixed:
            with in_copies.changing(path, beside) as opened:
                in_copies.strike(opened, struck, {})
                for item in mixed:
                    in_copies.shuffle(opened, item)
        if erased:
            _erase(path, beside, erased)
    except Trouble as trouble:
        if trouble.code != "workspace-damaged":
            raise
        path.unlink()


def what_stopped(error: OSError | Trouble) -> str:
    """Return the code of what stopped work at a second place: it is full, read-only, or gone."""
    of_disk = error if isinstance(error, OSError) else error.__cause__
    number = of_disk.errno if isinstance(of_disk, OSError) else None
    code = error.code if isinstance(error, Trouble) else ""
    if number in _FULL or code == "disk-full":
        return "second-place-full"
    if number in _READ_ONLY or code == "workspace-read-only":
        return "second-place-read-only"
    return "second-place-stopped"


def _erase(path: Path, beside: Beside, erased: Collection[str]) -> None:
    before = path.stat()
    with beside(path) as opened, explained(path.parent):
        erasing.erase_in_file(opened, map(target_of, erased), {})
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    erasing.leave_no_journal(path)
