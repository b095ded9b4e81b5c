"""A new key for the database and its copies: whole, or not at all.

Everything is written anew beside what is there, under the new key, and brought to the disk. Then
one folder gets its name, and with it the change has happened: what is left is to put the new
files in their places, which the next opening goes on with if it was cut off. Before that moment
the workspace is as it was, and what was written is thrown away.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from dialogueprep.domain.errors import Refused, Trouble
from dialogueprep.store import backup, driver, keys, second_place
from dialogueprep.store.driver import run
from dialogueprep.store.keys import USUAL, Cost, Key
from dialogueprep.store.search_file import FILE as INDEX
from dialogueprep.store.whole import on_disk, sweep

MADE = ".new-key"
UNDONE = ".new-key.part"
Tick = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Changed:
    """What a change of the key left: copies that could not be read, before it or after."""

    unread: tuple[str, ...] = ()


def change(folder: Path, key: Key, tick: Tick | None = None, *, cost: Cost = USUAL) -> Changed:
    """Give the database and its copies a new key, which only the holder of ``key`` has.

    The workspace must be closed, and the caller must hold its lock. Whoever else held a key is to
    be added again. Raises Trouble as `keys.unlock`, or when something cannot be written; then
    nothing has changed.
    """
    old, new = keys.unlock(folder, key), os.urandom(32)
    part = folder / UNDONE
    try:
        content = keys.wrapped_anew(folder, key, new, cost=cost)
        unread = _write_anew(folder, part, (old, new), tick or _unsaid)
        for name in (keys.FILE, keys.COPY):
            (part / name).write_text(content, encoding="utf-8")
            on_disk(part / name)
        on_disk(part / backup.FOLDER)
        on_disk(part)
        part.rename(folder / MADE)
        on_disk(folder)
    except OSError as error:
        raise Trouble("cannot-write", name=folder.name, reason=error.strerror) from error
    finally:
        shutil.rmtree(part, ignore_errors=True)
    finish(folder)
    return Changed(unread)


def finish(folder: Path) -> None:
    """Put the files of a change that has happened in their places; throw away one that has not.

    So are parts of copies and of other files that were being written. The caller must hold the
    workspace's lock.
    """
    shutil.rmtree(folder / UNDONE, ignore_errors=True)
    for place in (folder, folder / backup.FOLDER):
        sweep(place)
    made = folder / MADE
    if not made.is_dir():
        return
    try:
        for gone in (f"{backup.FILE}-journal", INDEX, f"{INDEX}-journal"):
            (folder / gone).unlink(missing_ok=True)
        for file in sorted(path for path in made.rglob("*") if path.is_file()):
            file.replace(folder / file.relative_to(made))
        second_place.owe(folder, ())  # the copies there are others now
        on_disk(folder / backup.FOLDER)
        on_disk(folder)
        shutil.rmtree(made)
    except OSError as error:
        raise Trouble("cannot-write", name=folder.name, reason=error.strerror) from error


def _unsaid(_done: int, _total: int) -> None:
    return None


def _write_anew(folder: Path, part: Path, both: tuple[bytes, bytes], tick: Tick) -> tuple[str, ...]:
    shutil.rmtree(part, ignore_errors=True)
    (part / backup.FOLDER).mkdir(parents=True)
    copies = [copy.path for copy in backup.listed(folder)]
    tick(0, len(copies) + 1)
    _rewrite(folder / backup.FILE, part / backup.FILE, both)
    unread: list[str] = []
    for number, path in enumerate(copies, start=1):
        tick(number, len(copies) + 1)
        try:
            _rewrite(path, part / backup.FOLDER / path.name, both)
        except Refused:
            unread.append(path.name)
    tick(len(copies) + 1, len(copies) + 1)
    return tuple(unread)


def _rewrite(source: Path, target: Path, both: tuple[bytes, bytes]) -> None:
    """Write a database again under the second key. Raises Refused("backup-damaged")."""
    old, new = both
    _settle(source, old)
    shutil.copyfile(source, target)
    try:
        with driver.connect(target, old) as db, driver.explained(target.parent):
            run(db, "PRAGMA journal_mode = OFF")  # it is thrown away if this is cut off
            run(db, "PRAGMA synchronous = OFF")
            run(db, f"PRAGMA rekey = \"x'{new.hex()}'\"")
        with driver.connect(target, new) as db, driver.explained(target.parent):
            if run(db, "PRAGMA cipher_integrity_check"):
                raise Refused("backup-damaged", name=source.name)
    except Trouble as trouble:
        if trouble.code != "workspace-damaged" or source.name == backup.FILE:
            raise
        target.unlink(missing_ok=True)
        raise Refused("backup-damaged", name=source.name) from trouble
    except Refused:
        target.unlink(missing_ok=True)
        raise
    before = source.stat()
    os.utime(target, ns=(before.st_atime_ns, before.st_mtime_ns))
    on_disk(target)


def _settle(source: Path, key: bytes) -> None:
    """Let a database take back what a crash left unfinished, before it is copied."""
    try:
        driver.connect(source, key).close()
    except Trouble as trouble:
        if source.name == backup.FILE:
            raise
        raise Refused("backup-damaged", name=source.name) from trouble
