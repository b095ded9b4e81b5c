"""Bringing a workspace back from a second place, as when its computer is lost."""

from __future__ import annotations

import shutil
from pathlib import Path

from dialogueprep.domain.errors import Trouble
from dialogueprep.store import backup, keys
from dialogueprep.store.backup import Backup
from dialogueprep.store.second_place import SIGN
from dialogueprep.store.whole import on_disk


def is_place(folder: Path) -> bool:
    """Whether a folder is a second place: copies and the envelope of their key, no workspace."""
    there = all((folder / name).is_file() for name in (SIGN, keys.FILE))
    return there and not (folder / backup.FILE).exists()


def meant(folder: Path) -> Path:
    """Return the workspace or second place that a chosen folder is, or else the one right in it.

    A stick is chosen as easily as the folder on it. Where there is none, or several, it is the
    folder itself.
    """
    if _is_either(folder):
        return folder
    try:
        beneath = [each for each in folder.iterdir() if _is_either(each)]
    except OSError:
        return folder
    return beneath[0] if len(beneath) == 1 else folder


def _is_either(folder: Path) -> bool:
    return any((folder / name).is_file() for name in (backup.FILE, keys.FILE))


def bring_back(place: Path, key: keys.Key, into: Path) -> Path:
    """Make a workspace of the newest sound copy; return its new folder in ``into``.

    All copies come with it; the second place stays as it is. Raises Trouble as `keys.unlock`,
    "no-sound-copy", "cannot-write".
    """
    data_key = keys.unlock(place, key)
    copies = backup.in_folder(place)
    newest = next((copy for copy in copies if backup.preview(copy, data_key).sound), None)
    if newest is None:
        raise Trouble("no-sound-copy", place=str(place))
    target = _free(into, place.name.removeprefix("DialoguePrep "))
    part = target.with_name(f".{target.name}.part")
    shutil.rmtree(part, ignore_errors=True)
    try:
        _fill(part, place, newest, copies)
        part.rename(target)
        on_disk(target.parent)
    except OSError as error:
        raise Trouble("cannot-write", name=target.name, reason=error.strerror) from error
    finally:
        shutil.rmtree(part, ignore_errors=True)
    return target


def _fill(part: Path, place: Path, newest: Backup, copies: tuple[Backup, ...]) -> None:
    part.mkdir(mode=0o700, parents=True)
    (part / backup.FOLDER).mkdir()
    for name in (keys.FILE, keys.COPY):
        shutil.copyfile(place / keys.FILE, part / name)
    for copy in copies:
        shutil.copy2(copy.path, part / backup.FOLDER / copy.path.name)
    shutil.copy2(newest.path, part / backup.FILE)
    for path in sorted(part.rglob("*"), reverse=True):
        on_disk(path)
    on_disk(part)


def _free(into: Path, name: str) -> Path:
    number = 1
    while (target := into / (f"{name} ({number})" if number > 1 else name)).exists():
        number += 1
    return target
