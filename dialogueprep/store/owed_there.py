"""What is owed at a second place: done in a copy that lies only there, and asked for when due."""

from __future__ import annotations

import errno
import json
import os
from collections.abc import Collection, Mapping
from contextlib import suppress
from pathlib import Path

from dialogueprep.domain.destroying import target_of
from dialogueprep.domain.errors import Trouble
from dialogueprep.domain.notes import NoteId
from dialogueprep.store import backup, erasing, in_copies
from dialogueprep.store.driver import explained, run
from dialogueprep.store.in_copies import Beside

_FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
_READ_ONLY = frozenset({errno.EROFS, errno.EACCES, errno.EPERM})


Owes = tuple[Collection[str], Collection[str], Collection[str]]
"""Ids of struck notes, ids of items whose notes are shuffled, marks of what was destroyed."""


def as_now(folder: Path, beside: Beside, ids: Collection[str]) -> dict[NoteId, str]:
    """Return the words of those notes that are in the workspace, none where it cannot be read."""
    if not (folder / backup.FILE).is_file():
        return {}
    with suppress(Trouble), explained(folder), beside(folder / backup.FILE) as opened:
        sql = "SELECT id, wording FROM notes WHERE id IN (SELECT value FROM json_each(?))"
        return {NoteId(note): words for note, words in run(opened, sql, [json.dumps([*ids])])}
    return {}


def do(path: Path, beside: Beside, owes: Owes, now: Mapping[NoteId, str]) -> None:
    """Strike notes in a copy, shuffle the notes of items, take out what was destroyed.

    Notes that are in the workspace ``now`` shared words with struck ones: they get those of now.
    A copy that the key does not open goes: it is damaged, or from before the key was changed, and
    nobody can restore it. Raises Trouble, OSError; then the copy is as it was.
    """
    struck, mixed, erased = owes
    try:
        beside(path).close()
        if struck or mixed:
            with in_copies.changing(path, beside) as opened:
                in_copies.strike(opened, struck, now)
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
