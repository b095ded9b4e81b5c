"""Striking: taking notes out of a workspace beyond recovery, its copies included.

Deleting overwrites the words on the pages (`secure_delete`). What remains of a struck note is a
tombstone with its id, so that merging does not bring it back.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass

from dialogueprep.domain.errors import Trouble
from dialogueprep.domain.notes import NoteId
from dialogueprep.store import backup, conflicts, driver, notes, second_place
from dialogueprep.store.backup import Backup
from dialogueprep.store.driver import Database, run
from dialogueprep.store.workspace import Store

_WAITING = "DELETE FROM conflicts WHERE table_name = 'notes' AND id = ?"


@dataclass(frozen=True, slots=True)
class Struck:
    """What a strike did not reach: copies that could not be opened or written, the journal."""

    missed: tuple[Backup, ...] = ()
    journal: bool = False


def strike(store: Store, ids: Sequence[NoteId], label: str, page: str) -> Struck:
    """Take notes out of the tables, of what can be undone, and of each copy in ``backups/``.

    What only waits in the emergency journal is struck there. Other steps can still be undone.
    Raises Trouble if the workspace itself cannot be written; then nothing is struck.
    """
    with driver.explained(store.folder):
        there = any(notes.read(store, note) for note in ids)
    if there:
        with store.step(label, page=page) as step:
            for note in ids:
                notes.delete(step, note)
            conflicts.drop_rows(step, "notes", ids)
    for note in ids:
        store.forget("notes", note)
    with suppress(Trouble):  # on a full disk the copies here are struck all the same
        second_place.owe(store.folder, ids)
    missed = [copy for copy in backup.listed(store.folder) if not _struck_in(store.db, copy, ids)]
    return Struck(tuple(missed), journal=not _out_of_journal(store, ids))


def _out_of_journal(store: Store, ids: Sequence[NoteId]) -> bool:
    with suppress(Trouble):
        for journal in (store.rescue, *store.left_behind()):
            journal.drop(ids)
        return True
    return False


def _struck_in(db: Database, copy: Backup, ids: Sequence[NoteId]) -> bool:
    """Strike the notes in a copy, which keeps its time; return whether none is left in it."""
    with suppress(Trouble, OSError):
        before = copy.path.stat()
        with driver.explained(copy.path.parent), db.beside(copy.path) as opened:
            run(opened, "BEGIN IMMEDIATE")
            waits = run(opened, "SELECT 1 FROM sqlite_master WHERE name = 'conflicts'")
            for note in ids:
                run(opened, "DELETE FROM notes WHERE id = ?", [note])
                if waits:
                    run(opened, _WAITING, [note])
            run(opened, "COMMIT")
        os.utime(copy.path, ns=(before.st_atime_ns, before.st_mtime_ns))
        return True
    return False
