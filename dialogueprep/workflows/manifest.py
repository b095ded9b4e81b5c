"""A manifest: the SHA-256 of each file in a folder, as text for people and for `sha256sum -c`."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path, PurePosixPath
from typing import Any

from dialogueprep.domain.errors import Trouble
from dialogueprep.exchange.atomic import Tick, quiet
from dialogueprep.words import ntr, tr

NAME = "MANIFEST.txt"
_LINE = re.compile(r"([0-9a-f]{64})  (.+)")
_MOST_BYTES = 4_000_000
_SLICE = 1 << 20


@dataclass(frozen=True, slots=True)
class Group:
    """Files under one heading: the heading, and (SHA-256, path within the folder) of each."""

    told: str
    files: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Checked:
    """The paths of a folder by what became of them since its manifest was written."""

    same: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    added: tuple[str, ...] = ()

    @property
    def intact(self) -> bool:
        """Whether every file is as it was, and there is none beside."""
        return not (self.changed or self.missing or self.added)


def manifest(groups: Sequence[Group], on: date) -> str:
    """Return the text of a manifest; the same groups and day give the same text."""
    lines = [
        "# " + tr("Files of a meeting, put together on {day}.", day=on.isoformat()),
        "# " + tr("Before the name of each file stands its SHA-256."),
        "# sha256sum -c " + NAME,
    ]
    for group in groups:
        lines += ["#", f"# {group.told}", *(f"{digest}  {path}" for digest, path in group.files)]
    return "\n".join(lines) + "\n"


def digest_of(path: Path, beat: Tick = quiet) -> str:
    """Return the SHA-256 of a file in hex; it is read in slices."""
    found = hashlib.sha256()
    with path.open("rb") as file:
        while part := file.read(_SLICE):
            found.update(part)
            beat(0, 1)
    return found.hexdigest()


def read_manifest(folder: Path) -> dict[str, str]:
    """Return the SHA-256 by path of a folder's manifest.

    Raises Trouble("no-manifest") where there is none and Trouble("manifest-damaged") where a line
    is neither a remark nor a file of this folder.
    """
    path = folder / NAME
    if not path.is_file():
        raise Trouble("no-manifest", name=folder.name)
    try:
        if path.stat().st_size > _MOST_BYTES:
            raise Trouble("manifest-damaged", name=folder.name)
        lines = path.read_text("utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise Trouble("manifest-damaged", name=folder.name) from error
    found = dict(_entries(lines, folder.name))
    if not found:
        raise Trouble("manifest-damaged", name=folder.name)
    return found


def _entries(lines: Iterable[str], name: str) -> Iterable[tuple[str, str]]:
    for line in lines:
        if not line.strip() or line.startswith("#"):
            continue
        match = _LINE.fullmatch(line)
        if match is None or not _is_within(match[2]):
            raise Trouble("manifest-damaged", name=name)
        yield match[2], match[1]


def _is_within(path: str) -> bool:
    parts = PurePosixPath(path).parts
    return not PurePosixPath(path).is_absolute() and ".." not in parts and "\\" not in path


def check(folder: Path, tick: Tick = quiet) -> Checked:
    """Compare the files of a folder with its manifest; what is hidden counts too.

    Raises what `read_manifest` raises, and Trouble("cannot-read") for a file that cannot be read.
    """
    told = read_manifest(folder)
    there = {
        p.relative_to(folder).as_posix(): p
        for p in sorted(folder.rglob("*"))
        if p.is_file() or p.is_symlink()
    }
    same: list[str] = []
    changed: list[str] = []
    for n, path in enumerate(sorted(told.keys() & there.keys()), start=1):
        tick(n, len(told))
        (same if _is_as(there[path], told[path]) else changed).append(path)
    return Checked(
        tuple(same),
        tuple(changed),
        tuple(sorted(told.keys() - there.keys())),
        tuple(sorted(there.keys() - told.keys() - {NAME})),
    )


def _is_as(path: Path, digest: str) -> bool:
    try:
        return not path.is_symlink() and digest_of(path) == digest
    except OSError as error:
        reason = error.strerror or str(error)
        raise Trouble("cannot-read", name=path.name, reason=reason) from error


def check_as_asked(folder: Path) -> dict[str, Any]:
    """Return what became of the files, as the command line prints it."""
    found = check(folder)
    return {
        "folder": str(folder),
        "intact": found.intact,
        "same": list(found.same),
        "changed": list(found.changed),
        "missing": list(found.missing),
        "added": list(found.added),
        "said": said(found),
    }


def said(found: Checked) -> str:
    """Return in a sentence what became of the files."""
    if found.intact:
        n = len(found.same)
        return ntr("{n} file is as it was.", "All {n} files are as they were.", n)
    of = len(found.same) + len(found.changed) + len(found.missing)
    parts = [tr("{n} of {of} files are as they were.", n=len(found.same), of=of)]
    if n := len(found.changed):
        parts.append(ntr("{n} file was changed.", "{n} files were changed.", n))
    if n := len(found.missing):
        parts.append(ntr("{n} file is missing.", "{n} files are missing.", n))
    if n := len(found.added):
        parts.append(ntr("{n} file was not there before.", "{n} files were not there before.", n))
    return " ".join(parts)
