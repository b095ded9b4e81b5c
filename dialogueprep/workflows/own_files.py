"""What may be replaced in a folder: files that were released from the same dialogue."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterable
from pathlib import Path

from dialogueprep.domain.errors import Refused
from dialogueprep.exchange.atomic import refusal


def hold_foreign(made: Iterable[Path], folder: Path, own: Collection[str]) -> None:
    """Return if finished files may take their places in a folder.

    Refused("file-of-another", name, folder) where a file of that name stands there which is
    neither the same nor among ``own``, the SHA-256 of what the dialogue released. Trouble when
    it cannot be read.
    """
    for path in made:
        target = folder / path.name
        if target.is_file() and _digest(target) not in (*own, _digest(path)):
            raise Refused("file-of-another", name=path.name, folder=folder.name or str(folder))


def _digest(path: Path) -> str:
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError as error:
        raise refusal(path, error) from error
