"""The folder of a team: each installation writes numbered files of its own and reads the others'.

What brings the files from one computer to the other (an engine, a file server) may bring them
half, twice, late, in any order, and leave copies under names of its own. So a file counts only if
it has a name of ours and opens under the team's key for this name; its state is the whole of what
its installation has, so that the newest is enough and any order will do. No number is used twice,
and nobody changes or deletes a file that is not their own. Nothing here reads a workspace.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from threading import Lock

from dialogueprep.domain.errors import Refused, Trouble
from dialogueprep.store import team_sealing
from dialogueprep.store.keys import Key
from dialogueprep.store.team_sealing import Foreign, Incomplete, Name, Newer, Team
from dialogueprep.store.team_state import State
from dialogueprep.store.whole import on_disk

TEAM_FILE = "team.dpteam"
ENDING = ".dpchanges"
_NAME = re.compile(r"([0-9a-f]{32})-(\d{10})\.dpchanges")
_BEING_WRITTEN = "~dialogueprep-{0}.tmp"  # many engines leave such names alone, and no reader looks
_ONE_AT_A_TIME = Lock()
_left = set[str]()  # installations that left: what still runs for one writes nothing more


@dataclass(frozen=True, slots=True)
class Found:
    """A state file in the folder: whose, its number, where."""

    installation: str
    number: int
    path: Path


@dataclass(frozen=True, slots=True)
class Mark:
    """A state file as it is remembered: its number, and what tells it from all others."""

    number: int
    tag: str


@dataclass(frozen=True, slots=True)
class Received:
    """The newest whole state of another installation that has not been taken in yet."""

    installation: str
    mark: Mark
    state: State = field(repr=False)


@dataclass(frozen=True, slots=True)
class Look:
    """What a look into the folder found.

    ``unready`` counts files that are not there whole (or were changed), ``newer`` those of a newer
    version of the program, ``others`` the other installations.
    """

    received: tuple[Received, ...]
    unready: int = 0
    newer: int = 0
    others: int = 0


def found_team(folder: Path, team: Team, key: Key) -> None:
    """Write the team's file into a folder.

    Raises Refused("team-is-here"), Trouble("cannot-write").
    """
    if (folder / TEAM_FILE).exists():
        raise Refused("team-is-here", folder=folder.name)
    _write(folder, folder / TEAM_FILE, team_sealing.team_file(team, key), "team")


def joined_team(folder: Path, key: Key) -> Team:
    """Return the team of a folder.

    Raises Trouble: "team-not-there", "team-file-incomplete", "team-file-newer", "team-passphrase".
    """
    if not (folder / TEAM_FILE).is_file():
        raise Trouble("team-not-there", folder=folder.name)
    return team_sealing.opened_team(_team_file(folder), key)


def check(folder: Path, team: str) -> None:
    """Raise Trouble where the folder is not (or no more) that of the team.

    "team-missing", "team-file-incomplete", "team-file-newer", "team-other".
    """
    if team_sealing.team_head(_team_file(folder))["team"] != team:
        raise Trouble("team-other", folder=folder.name)


def look(folder: Path, team: Team, own: str, taken: Mapping[str, Mark]) -> Look:
    """Return what others have that was not taken in yet. Raises Trouble as `check`."""
    check(folder, team.id)
    by_installation: dict[str, list[Found]] = {}
    for each in _files(folder):
        if each.installation != own:
            by_installation.setdefault(each.installation, []).append(each)
    received: list[Received] = []
    unready = newer = 0
    for installation, files in by_installation.items():
        got, waits, later = _newest(files, team, taken.get(installation))
        received += [got] if got else []
        unready, newer = unready + waits, newer + later
    return Look(tuple(received), unready, newer, len(by_installation))


def write(folder: Path, team: Team, own: str, number: int, state: State) -> Mark:
    """Write a state under a number above all of one's own, then delete those before it.

    Raises Trouble: "team-left", "team-not-written", and as `check`.
    """
    check(folder, team.id)
    before = own_files(folder, own)
    number = max([number, *(each.number + 1 for each in before)])
    content = team_sealing.sealed(state, team.key, Name(team.id, own, number))
    with _ONE_AT_A_TIME:
        if own in _left:
            raise Trouble("team-left")
        try:
            _write(folder, folder / f"{own}-{number:010d}{ENDING}", content, own)
        except Trouble as trouble:  # the name of the file would tell nobody anything
            raise Trouble("team-not-written", reason=trouble.facts["reason"]) from trouble
        delete(before)
    return Mark(number, content[-team_sealing.TAG :].hex())


def own_files(folder: Path, own: str) -> list[Found]:
    """Return the files of an installation, newest first."""
    return [each for each in _files(folder) if each.installation == own]


def remove(folder: Path, own: str) -> tuple[Path, ...]:
    """Delete the files of an installation, which writes no more; return those that remain.

    Raises Trouble("team-missing") where the folder is not there.
    """
    with _ONE_AT_A_TIME:
        _left.add(own)
        try:
            paths = [each for each in folder.iterdir() if _is_of(each.name, own)]
        except OSError as error:
            raise Trouble("team-missing", folder=folder.name) from error
        for path in paths:
            with suppress(OSError):
                path.unlink(missing_ok=True)
    return tuple(path for path in paths if path.exists())


def _is_of(name: str, own: str) -> bool:
    """Return whether a file is one of an installation's, or what an engine made of one."""
    return (own in name and ENDING in name) or name == _BEING_WRITTEN.format(own)


def mark_of(found: Found) -> Mark:
    """Return what tells a file from all others, without reading it."""
    with found.path.open("rb") as file:
        file.seek(0, os.SEEK_END)
        file.seek(max(0, file.tell() - team_sealing.TAG))
        return Mark(found.number, file.read().hex())


def whole_mark_of(found: Found, team: Team) -> Mark:
    """Return the mark of a file that is whole. Raises as `opened`."""
    name = Name(team.id, found.installation, found.number)
    team_sealing.packed(found.path.read_bytes(), team.key, name)
    return mark_of(found)


def opened(found: Found, team: Team) -> State:
    """Return the state in a file. Raises OSError, `Incomplete`, `Foreign`, `Newer`."""
    name = Name(team.id, found.installation, found.number)
    return team_sealing.unsealed(found.path.read_bytes(), team.key, name)


def _newest(
    files: Iterable[Found], team: Team, taken: Mark | None
) -> tuple[Received | None, int, int]:
    """Return the newest that opens, unless it was taken, and how many newer ones do not."""
    unready = newer = 0
    for each in files:
        try:
            mark = mark_of(each)
            if mark == taken:
                return None, unready, newer
            return Received(each.installation, mark, opened(each, team)), unready, newer
        except Newer:
            newer += 1
        except (OSError, Incomplete, Foreign):
            unready += 1
    return None, unready, newer


def _files(folder: Path) -> list[Found]:
    """Return the files that have a name of ours, the newest of each installation first."""
    return sorted(_named(folder), key=lambda each: (each.installation, -each.number))


def _named(folder: Path) -> Iterator[Found]:
    try:
        names = [entry.name for entry in os.scandir(folder)]
    except OSError as error:
        raise Trouble("team-missing", folder=folder.name) from error
    for name in names:
        if match := _NAME.fullmatch(name):
            yield Found(match[1], int(match[2]), folder / name)


def _team_file(folder: Path) -> bytes:
    try:
        return (folder / TEAM_FILE).read_bytes()
    except OSError as error:
        raise Trouble("team-missing", folder=folder.name) from error


def _write(folder: Path, target: Path, content: bytes, whose: str) -> None:
    """Write a file whole: under a name that nobody reads, then under its own."""
    part = folder / _BEING_WRITTEN.format(whose)
    try:
        part.write_bytes(content)
        on_disk(part)
        part.replace(target)
        on_disk(folder)
    except OSError as error:
        raise Trouble("cannot-write", name=target.name, reason=error.strerror) from error
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)


def delete(files: Iterable[Found]) -> None:
    """Delete files of one's own; one that cannot be deleted now is deleted the next time."""
    for each in files:
        with suppress(OSError):
            each.path.unlink(missing_ok=True)
