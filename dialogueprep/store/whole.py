"""A file of the workspace is there whole, on the disk, or as it was before."""

from __future__ import annotations

import os
from collections.abc import Generator
from contextlib import contextmanager, suppress
from pathlib import Path

from dialogueprep.domain.errors import Trouble


@contextmanager
def whole(target: Path, *, make_folder: bool = True) -> Generator[Path]:
    """Yield a path beside the target to write to; it takes the target's place at the end.

    Without ``make_folder`` a folder that has gone stays gone, as that of a stick.
    """
    part = target.with_name(f".{target.name}.part")
    try:
        if make_folder:
            part.parent.mkdir(parents=True, exist_ok=True)
        part.unlink(missing_ok=True)
        yield part
        on_disk(part)
        part.replace(target)
        on_disk(target.parent)
    except OSError as error:
        raise Trouble("cannot-write", name=target.name, reason=error.strerror) from error
    finally:
        with suppress(OSError):  # what went wrong first is what is told
            part.unlink(missing_ok=True)


def sweep(folder: Path) -> None:
    """Throw away what a process that ended meanwhile was writing beside files of a folder."""
    for part in folder.glob(".*.part*"):
        if not part.is_dir():
            with suppress(OSError):  # it is in nobody's way
                part.unlink()


def on_disk(path: Path) -> None:
    """Bring a file, or the names in a folder where those can be synchronised, to the disk."""
    if path.is_file():
        with path.open("rb+") as file:
            os.fsync(file.fileno())
    elif os.name == "posix":
        entry = os.open(path, os.O_RDONLY)
        try:
            os.fsync(entry)
        finally:
            os.close(entry)
