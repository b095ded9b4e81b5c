"""A file of the workspace is there whole, on the disk, or as it was before."""

from __future__ import annotations

import os
from collections.abc import Generator
from contextlib import contextmanager, suppress
from pathlib import Path

from dialogueprep.domain.errors import Trouble


@contextmanager
def whole(target: Path) -> Generator[Path]:
    """Yield a path beside the target to write to; it takes the target's place at the end."""
    part = target.with_name(f".{target.name}.part")
    try:
        part.parent.mkdir(parents=True, exist_ok=True)
        part.unlink(missing_ok=True)
        yield part
        with part.open("rb+") as file:
            os.fsync(file.fileno())
        part.replace(target)
        _keep_name(target.parent)
    except OSError as error:
        raise Trouble("cannot-write", name=target.name, reason=error.strerror) from error
    finally:
        with suppress(OSError):  # what went wrong first is what is told
            part.unlink(missing_ok=True)


def _keep_name(folder: Path) -> None:
    """Bring the file's new name to the disk too, where folders can be synchronised."""
    if os.name == "posix":
        entry = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(entry)
        finally:
            os.close(entry)
