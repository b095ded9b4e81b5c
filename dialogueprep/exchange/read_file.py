"""The bytes of a file that somebody chose, if it is a file and not too large."""

from __future__ import annotations

import stat
from pathlib import Path

from dialogueprep.domain.errors import Trouble


def bytes_of(path: Path, most: int, too_large: str) -> bytes:
    """Return what a file holds.

    Raises Trouble("not-a-file") for a folder, a pipe or a device, which are not opened,
    Trouble("cannot-read"), and Trouble(``too_large``) for a file of more bytes than ``most``.
    """
    try:
        about = path.stat()
        if not stat.S_ISREG(about.st_mode):
            raise Trouble("not-a-file", name=path.name)
        if about.st_size > most:
            raise Trouble(too_large, name=path.name)
        with path.open("rb") as file:
            data = file.read(most + 1)
    except (OSError, ValueError) as error:
        reason = (getattr(error, "strerror", None) or str(error)).strip()
        raise Trouble("cannot-read", name=path.name, reason=reason) from error
    if len(data) > most:
        raise Trouble(too_large, name=path.name)
    return data
