"""Moving a workspace: copied whole into another folder, then taken away from the old one."""

from __future__ import annotations

import shutil
from pathlib import Path

from dialogueprep.domain.errors import Refused, Trouble
from dialogueprep.store import backup, key_change, keys, second_place
from dialogueprep.store.lock import Lock
from dialogueprep.store.whole import on_disk

_PARTS = (backup.FOLDER, second_place.LEFT, second_place.FILE, keys.FILE, backup.FILE)
"""The database comes last in the new place."""


def move(folder: Path, into: Path) -> Path:
    """Move a closed workspace into a folder of its name in ``into``; return the new folder.

    It is there whole before anything is deleted here, and goes from there again if it cannot be
    deleted here: then there would be two. Raises Refused: "move-inside",
    "workspace-exists"; Trouble: "workspace-in-use", "cannot-write".
    """
    target = into / folder.name
    if target.exists():
        raise Refused("workspace-exists", folder=target)
    if target.resolve().is_relative_to(folder.resolve()):
        raise Refused("move-inside")
    lock = Lock(folder)
    try:
        key_change.finish(folder)
        _copy(folder, target)
        _leave(folder, target)
    except OSError as error:
        raise Trouble("cannot-write", name=target.name, reason=error.strerror) from error
    finally:
        lock.release()
    shutil.rmtree(folder, ignore_errors=True)
    return target


def _copy(folder: Path, target: Path) -> None:
    """Copy all into a folder beside the target, which gets its name when it is whole."""
    part = target.with_name(f".{target.name}.part")
    shutil.rmtree(part, ignore_errors=True)
    try:
        part.mkdir(mode=0o700, parents=True)
        for name in (*_PARTS, f"{backup.FILE}-journal"):
            _copy_one(folder / name, part / name)
        for path in sorted(part.rglob("*"), reverse=True):
            on_disk(path)
        on_disk(part)
        part.rename(target)
        on_disk(target.parent)
    finally:
        shutil.rmtree(part, ignore_errors=True)


def _copy_one(source: Path, target: Path) -> None:
    if source.is_dir():
        shutil.copytree(source, target)
    elif source.exists():
        shutil.copy2(source, target)


def _leave(folder: Path, target: Path) -> None:
    """Delete the database here, by which there is a workspace; the rest is no trouble."""
    try:
        (folder / backup.FILE).unlink()
    except OSError:
        if not (folder / backup.FILE).exists():
            return  # a network drive may report trouble of what it did
        shutil.rmtree(target, ignore_errors=True)
        raise
