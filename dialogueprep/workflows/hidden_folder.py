"""The hidden folder in which documents are made before they are put in place.

A process that is killed cannot clear it away. So each is held by a lock of the system, which goes
with its process, and the next release into the same folder removes those that nobody holds.
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Generator
from contextlib import contextmanager, suppress
from pathlib import Path

from dialogueprep.exchange.atomic import refusal
from dialogueprep.store.lock import take

_PREFIX = ".dialogueprep-"
_HELD = "in-use"
_OLDER = "older "  # as `put_in_place` calls the file whose place is taken


@contextmanager
def hidden_in(folder: Path) -> Generator[Path]:
    """Yield a hidden folder on the same disk, which is gone afterwards; Trouble if refused."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        sweep(folder)
        holder = tempfile.TemporaryDirectory(dir=folder, prefix=_PREFIX)
    except OSError as error:
        raise refusal(folder, error) from error
    with holder as name, _held(Path(name)):
        yield Path(name)


def sweep(folder: Path) -> int:
    """Remove what killed processes left in a folder, and return how many hidden folders went.

    A document that had made room for one that never came is put back first. What another process
    still holds, and what cannot be removed, stays.
    """
    return sum(_removed(each, folder) for each in sorted(folder.glob(f"{_PREFIX}*")))


def _removed(left: Path, folder: Path) -> bool:
    mark = left / _HELD
    if left.is_symlink() or not mark.is_file():
        return False
    try:
        with mark.open("ab") as file:
            take(file)
            for older in left.glob(f"{_OLDER}*"):
                target = folder / older.name.removeprefix(_OLDER)
                if not target.exists():
                    older.replace(target)
        shutil.rmtree(left)
    except OSError:
        return False
    return True


@contextmanager
def _held(hidden: Path) -> Generator[None]:
    mark = hidden / _HELD
    try:
        file = mark.open("ab")
    except OSError as error:
        raise refusal(hidden, error) from error
    with file:
        try:
            take(file)
        except OSError:  # a disk without locks: without the mark nobody sweeps it
            with suppress(OSError):
                mark.unlink()
        yield
