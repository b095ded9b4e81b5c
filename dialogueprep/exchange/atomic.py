"""Files that appear whole or not at all, and how a long piece of work reports."""

from __future__ import annotations

import errno
import os
import secrets
import tempfile
from collections.abc import Callable, Generator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

from dialogueprep.domain.errors import Trouble

Tick = Callable[[int, int], None]
"""Called with what is done and how much there is; raises Cancelled when asked to stop."""


def quiet(done: int, total: int) -> None:
    """Report to nobody."""


@contextmanager
def whole_file(target: Path) -> Generator[Path]:
    """Yield the path of a file beside ``target`` that takes its place once it is complete.

    Whatever happens inside, ``target`` is either the complete new file or what it was, and
    nothing else is left in the folder. Raises Trouble("cannot-write") when the system refuses.
    """
    beside = target.with_name(f".{secrets.token_hex(6)}.part")
    try:
        yield beside
        _settle(beside)
        beside.replace(target)
        _settle_folder(target.parent)
    except OSError as error:
        raise refusal(target, error) from error
    finally:
        with suppress(OSError):
            beside.unlink(missing_ok=True)


def write_whole(target: Path, content: bytes) -> None:
    """Write ``content`` to ``target`` at once; Trouble("cannot-write") leaves it as it was."""
    with whole_file(target) as beside:
        beside.write_bytes(content)


def refusal(target: Path, error: OSError) -> Trouble:
    """Return why a file could not be written: "file-in-use" when another program has it open,
    "no-room-for-file" when the disk is full, else "cannot-write" with the system's own words."""
    if isinstance(error, PermissionError) and target.is_file():
        return Trouble("file-in-use", name=target.name)
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return Trouble("no-room-for-file", name=target.name)
    reason = (error.strerror or str(error)).strip()
    return Trouble("cannot-write", name=target.name, reason=reason)


def put_in_place(made: Sequence[Path], folder: Path) -> None:
    """Move finished files into a folder of the same disk: all of them, or the folder is as it was.

    Raises what `refusal` says of the first that cannot be moved.
    """
    done: list[tuple[Path, Path | None]] = []
    for path in made:
        target = folder / path.name
        older = path.with_name(f"older {path.name}") if target.is_file() else None
        try:
            if older:
                target.replace(older)
            done.append((target, older))
            path.replace(target)
        except OSError as error:
            _put_back(done, path)
            raise refusal(target, error) from error


def _put_back(done: list[tuple[Path, Path | None]], failed: Path) -> None:
    for target, older in reversed(done):
        with suppress(OSError):
            if older:
                older.replace(target)
            elif target.name != failed.name:
                target.unlink()


def _settle(path: Path) -> None:
    """Return once the content of ``path`` is on the disk; a full disk may show only here."""
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def _settle_folder(folder: Path) -> None:
    """Put the new name of a file on the disk too, where the system lets a folder be opened."""
    if os.name != "posix":
        return
    with suppress(OSError):  # some network file systems refuse; the file itself is settled
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


@contextmanager
def whole_files(folder: Path) -> Generator[Path]:
    """Yield a hidden folder whose files move into ``folder`` once all of them are complete.

    If anything fails inside, ``folder`` is as it was. Raises Trouble("cannot-write").
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=folder, prefix=".") as name:
            yield Path(name)
            for made in sorted(Path(name).iterdir()):
                _settle(made)
                made.replace(folder / made.name)
        _settle_folder(folder)
    except OSError as error:
        raise refusal(folder, error) from error
