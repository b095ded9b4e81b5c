"""Copies of a workspace's database, under its own key, in ``backups/``.

A copy is made on the first opening of a day, and before what cannot be undone. Kept are the
newest of each of the last 7 days, 4 weeks and 6 months that have one, separately for daily
copies and for those made before each kind of thing, so that none pushes out another; of those made
before a restore, all of the last 7 days. Old copies open after a change of passphrase, because that
does not change the key of the database; a new key is given to them too (`key_change`).
"""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from dialogueprep.domain.errors import Refused, Trouble
from dialogueprep.store import driver
from dialogueprep.store.driver import Database, run
from dialogueprep.store.whole import whole

FILE = "workspace.db"
FOLDER = "backups"
RESTORE = "restore"
_NAME = re.compile(r"(\d{4}-\d\d-\d\d)(?: before ([^.]+?))?(?: \((\d+)\))?\.db")
_TIERS: tuple[tuple[int, Callable[[date], object]], ...] = (
    (7, date.toordinal),
    (4, lambda day: tuple(day.isocalendar())[:2]),
    (6, lambda day: (day.year, day.month)),
)


@dataclass(frozen=True, slots=True)
class Backup:
    """A copy: its file, the day it was made, and before what (empty for the daily one)."""

    path: Path
    day: date
    before: str = ""


@dataclass(frozen=True, slots=True)
class Preview:
    """What a copy holds: whether all of it can be read, and its rows by table."""

    sound: bool
    counts: dict[str, int]


def listed(folder: Path) -> tuple[Backup, ...]:
    """Return the copies of a workspace, newest first."""
    return in_folder(folder / FOLDER)


def in_folder(folder: Path) -> tuple[Backup, ...]:
    """Return the copies that lie in a folder, newest first."""
    found = (_read_name(path) for path in folder.glob("*.db"))
    copies = [backup for backup, _ in filter(None, found)]
    return tuple(sorted(copies, key=age, reverse=True))


def daily(db: Database, folder: Path, today: date) -> Backup | None:
    """Copy the database, unless today has a copy or nothing has changed since the last one."""
    copies = [backup for backup in listed(folder) if not backup.before]
    if any(backup.day == today or _unchanged(backup, folder) for backup in copies):
        return None
    made = copy(db, folder, today)
    thin(folder, today)
    return made


def before(db: Database, folder: Path, today: date, what: str) -> Backup:
    """Return a copy of the database as it is: the newest if that says the same, else a new one.

    ``what`` is what it precedes: "import", "merge", "purge".
    """
    same = next((each for each in listed(folder) if _unchanged(each, folder)), None)
    if same is not None:
        return same
    made = copy(db, folder, today, what)
    thin(folder, today)
    return made


def copy(db: Database, folder: Path, today: date, before: str = "") -> Backup:
    """Write a whole copy now, under the same key; ``before`` says what it precedes."""
    target = _free_name(folder, today, before)
    with whole(target) as part, driver.explained(folder), driver.writable(db):
        run(db, "VACUUM INTO ?", [str(part)])
    _stamp(target, folder)
    return Backup(target, today, before)


def thin(folder: Path, today: date | None = None) -> None:
    """Delete the copies that no tier keeps."""
    copies = listed(folder)
    kept = kept_of(copies, today)
    delete(backup for backup in copies if backup.path not in kept)


def kept_of(copies: Iterable[Backup], today: date | None = None) -> set[Path]:
    """Return the files of those copies that a tier keeps.

    Copies of days after ``today`` come from a clock that was wrong. They have tiers of their own,
    or they would push out what is made from now on.
    """
    by_kind: dict[tuple[str, bool], list[Backup]] = {}
    for each in sorted(copies, key=age, reverse=True):
        ahead = today is not None and each.day > today
        by_kind.setdefault((each.before, ahead), []).append(each)
    kept = {path for alike in by_kind.values() for path in _kept(alike)}
    for restored in (by_kind.get((RESTORE, ahead), []) for ahead in (False, True)):
        lately = sorted({each.day for each in restored}, reverse=True)[: _TIERS[0][0]]
        kept |= {each.path for each in restored if each.day in lately}
    return kept


def delete(copies: Iterable[Backup]) -> None:
    """Delete copies; one that is gone already is no trouble."""
    for backup in copies:
        backup.path.unlink(missing_ok=True)


def preview(backup: Backup, data_key: bytes) -> Preview:
    """Return what a copy holds, read with the key of the database."""
    if not backup.path.is_file():
        return Preview(False, {})
    try:
        with driver.connect(backup.path, data_key) as db, driver.explained(backup.path.parent):
            driver.seal(db)
            sound = _sound(db)
            held = counts(db)
            return Preview(sound and bool(held), held)
    except Trouble:
        return Preview(False, {})


def counts(db: Database) -> dict[str, int]:
    """Return how many rows each table of a database has."""
    tables = [name for name in db.table_names() if _is_content(name)]
    return {name: db.table(name).count for name in tables}


def restore(folder: Path, backup: Backup, data_key: bytes, today: date) -> Backup | None:
    """Put a copy in the place of the database; return the copy that is kept of that.

    It is None where the database was lost. The workspace must be closed, and the caller must hold
    its lock. No copy is deleted. Raises Refused("backup-damaged") when the copy cannot be read
    whole; then nothing has changed.
    """
    if not preview(backup, data_key).sound:
        raise Refused("backup-damaged", name=backup.path.name)
    current = folder / FILE
    read = backup.path.stat()
    safety = _keep(current, data_key, today) if current.is_file() else None
    with whole(current) as part:
        shutil.copyfile(backup.path, part)
        current.with_name(f"{FILE}-journal").unlink(missing_ok=True)
    os.utime(current, ns=(read.st_atime_ns, read.st_mtime_ns))  # it says what the copy says
    return safety


def _keep(current: Path, data_key: bytes, today: date) -> Backup:
    """Copy the database as it is, whether or not it can be read."""
    safety = _free_name(current.parent, today, RESTORE)
    _settle(current, data_key)
    with whole(safety) as part:
        shutil.copyfile(current, part)
    return Backup(safety, today, RESTORE)


def _settle(current: Path, data_key: bytes) -> None:
    """Let the database take back what a crash left unfinished, if it can still be opened."""
    try:
        driver.connect(current, data_key).close()
    except Trouble:
        return  # a damaged one is copied as it is


def _sound(db: Database) -> bool:
    broken_pages = run(db, "PRAGMA cipher_integrity_check")
    return not broken_pages and run(db, "PRAGMA integrity_check(1)")[0][0] == "ok"


def _is_content(name: str) -> bool:
    return not name.startswith(("_", "sqlite_"))


def _kept(copies: Iterable[Backup]) -> set[Path]:
    """Return the files that a tier keeps; copies come newest first."""
    ordered = list(copies)
    kept: set[Path] = set()
    for count, period_of in _TIERS:
        newest: dict[object, Path] = {}
        for backup in ordered:
            newest.setdefault(period_of(backup.day), backup.path)
        kept.update(list(newest.values())[:count])
    return kept


def _read_name(path: Path) -> tuple[Backup, int] | None:
    found = _NAME.fullmatch(path.name)
    if not found:
        return None
    try:
        day = date.fromisoformat(found[1])
    except ValueError:
        return None
    return Backup(path, day, found[2] or ""), int(found[3] or 1)


def age(backup: Backup) -> tuple[date, bool, int, str]:
    """Return what orders copies from the oldest: the day's own comes before others of the day."""
    read = _read_name(backup.path)
    return backup.day, bool(backup.before), read[1] if read else 1, backup.path.name


def _free_name(folder: Path, day: date, before: str) -> Path:
    stem = f"{day.isoformat()} before {before}" if before else day.isoformat()
    number = 1
    while (target := folder / FOLDER / f"{stem}{f' ({number})' if number > 1 else ''}.db").exists():
        number += 1
    return target


def _stamp(target: Path, folder: Path) -> None:
    """Give the copy the time of what it copies: while they agree, nothing has changed."""
    changed = (folder / FILE).stat().st_mtime_ns
    os.utime(target, ns=(changed, changed))


def _unchanged(backup: Backup, folder: Path) -> bool:
    return backup.path.stat().st_mtime_ns == (folder / FILE).stat().st_mtime_ns
