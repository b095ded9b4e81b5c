"""Kits: one dialogue, or what one purpose needs of it, as one sealed file.

A kit is a workspace of its own: made empty under a random key, filled with chosen rows, sealed
into one file (`sealing`). The workspace that it comes from is only read, and nothing of it is
copied but these rows, with their ids and versions.
"""

from __future__ import annotations

import json
import os
import shutil
import tempfile
import time
from collections import Counter
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType, TracebackType
from typing import Any

from dialogueprep import __version__
from dialogueprep.domain.dialogue import DialogueId
from dialogueprep.domain.errors import Trouble
from dialogueprep.domain.kits import Purpose
from dialogueprep.store import (
    driver,
    keys,
    kit_contents,
    kit_lineage,
    kit_rows,
    rows,
    sealing,
    settings,
    workspace,
)
from dialogueprep.store.driver import Database, run
from dialogueprep.store.keys import Key
from dialogueprep.store.kit_rows import Rows
from dialogueprep.store.lock import Lock
from dialogueprep.store.sealing import Sealed
from dialogueprep.store.step import Step
from dialogueprep.store.workspace import Store

ENDING = ".dlg"
_ABOUT = "kit"
_APART = "dialogueprep-kit-"
_A_WHILE = 3600  # seconds in which another process may be about to open what it has just written
_COUNTED = (
    "items", "item_questions", "recommendations", "participations", "notes", "findings",
    "proposals", "statements", "follow_ups", "releases",
)  # fmt: skip
Counts = Mapping[str, int]
"""How many rows, by table."""


@dataclass(frozen=True, slots=True)
class Made:
    """A kit that was written: where, what for, its fingerprint, how many of what."""

    path: Path
    purpose: Purpose
    fingerprint: str
    counts: Counts


class Kit:
    """An open kit. ``store`` is a workspace that lies in a folder of its own until `close`."""

    def __init__(self, store: Store, sealed: Sealed, folder: Path) -> None:
        self.store = store
        self.purpose = sealed.purpose
        self.fingerprint = sealed.fingerprint
        self.name = sealed.path.name
        about: dict[str, Any] = settings.read(store, _ABOUT, {})
        self.dialogue = DialogueId(about["dialogue"])
        self.sender = str(settings.read(store, "name", ""))
        self.counts = counted(store.db)
        self._folder = folder

    def close(self) -> None:
        """Close the kit and leave nothing of it on the disk; a second call does nothing."""
        self.store.close()
        shutil.rmtree(self._folder, ignore_errors=True)

    def __enter__(self) -> Kit:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()


def make(store: Store, purpose: Purpose, dialogue: DialogueId, into: Path, key: Key) -> Made:
    """Write a kit of a dialogue, whole or not at all. Raises Trouble("cannot-write")."""
    sweep()
    try:
        return _made(store, purpose, dialogue, into, key)
    except OSError as error:
        raise _told(error, into) from error


def _made(store: Store, purpose: Purpose, dialogue: DialogueId, into: Path, key: Key) -> Made:
    with (
        tempfile.TemporaryDirectory(prefix=_APART) as place,
        ThreadPoolExecutor(max_workers=1) as beside,
    ):
        wrap = beside.submit(sealing.derived, key)  # the database is written meanwhile
        folder, secret = Path(place) / "kit", Key.raw(os.urandom(32))
        sender = str(settings.read(store, "name", ""))
        with workspace.create(folder, secret, sender) as fresh:
            _hurry(fresh.db)
            with driver.explained(folder):
                _fill(fresh.db, store, purpose, dialogue)
            counts = counted(fresh.db)
        database = (folder / workspace.FILE).read_bytes()
        data_key = keys.unlock(folder, secret)
        fingerprint = sealing.seal(database, data_key, purpose, wrap.result(), into)
    return Made(into, purpose, fingerprint, counts)


def _hurry(db: Database) -> None:
    """Wait for no disk: what is written here is thrown away if anything fails."""
    for pragma in ("synchronous = OFF", "journal_mode = MEMORY"):
        run(db, f"PRAGMA {pragma}")


def open(path: Path, key: Key) -> Kit:
    """Return a kit, opened apart from every workspace.

    Raises Trouble: "kit-passphrase", "kit-damaged", "kit-incomplete", "kit-newer", "not-a-kit",
    "kit-unreadable".
    """
    sweep()
    sealed = sealing.read(path)
    database, data_key = sealing.unseal(sealed, key)
    try:
        folder = Path(tempfile.mkdtemp(prefix=_APART))
    except OSError as error:
        raise _told(error, path) from error
    try:
        (folder / workspace.FILE).write_bytes(database)
        store = workspace.opened(folder, data_key)
        try:
            return Kit(store, sealed, folder)
        except BaseException:
            store.close()
            raise
    except BaseException as error:
        shutil.rmtree(folder, ignore_errors=True)
        raise _told(error, path) from error


def sweep() -> None:
    """Throw away what a process that was killed left of opened kits; it is sealed all the same."""
    for folder in Path(tempfile.gettempdir()).glob(f"{_APART}*"):
        with suppress(Trouble, OSError):  # somebody has it open, or it is somebody else's
            inside = folder / "kit" if (folder / "kit").is_dir() else folder
            old = folder.stat().st_mtime < time.time() - _A_WHILE
            if old and (inside / workspace.FILE).exists():
                Lock(inside).release()
                shutil.rmtree(folder)


def counted(db: Database) -> Counts:
    """Return how many there are of what a person would count."""
    found = {table: run(db, f"SELECT count(*) FROM {table}")[0][0] for table in _COUNTED}
    return MappingProxyType({table: n for table, n in found.items() if n})


def is_here(store: Store, dialogue: DialogueId) -> bool:
    """Say whether a dialogue is in a workspace."""
    return rows.one(store, "dialogues", dialogue) is not None


def left_here(store: Store, dialogue: DialogueId, purpose: Purpose) -> Counts:
    """Return how many private notes and lines being written of a dialogue stay behind."""
    where = "item IN (SELECT id FROM items WHERE dialogue = ?)"
    held = Counter(
        {
            "private": _count(store.db, f"{where} AND private = 1 AND draft = 0", dialogue),
            "draft": _count(store.db, f"{where} AND draft = 1", dialogue),
        }
    )
    if "notes" not in kit_contents.COLUMNS[purpose]:
        return {}
    return {kind: n for kind, n in held.items() if n}


def _count(db: Database, where: str, value: str) -> int:
    return run(db, f"SELECT count(*) FROM notes WHERE {where}", [value])[0][0]


def _told(error: BaseException, path: Path) -> BaseException:
    """Return what a database inside a kit met as what the kit met."""
    if isinstance(error, Trouble):
        codes = {"workspace-newer": "kit-newer", "workspace-damaged": "kit-damaged"}
        return Trouble(codes.get(error.code, error.code), **{**error.facts, "name": path.name})
    if isinstance(error, OSError):
        return Trouble("cannot-write", name=path.name, reason=error.strerror)
    return error


def _fill(db: Database, store: Store, purpose: Purpose, dialogue: DialogueId) -> None:
    about = {"purpose": purpose.value, "dialogue": dialogue, "program": __version__}
    row = ("id", "version", "value"), ((_ABOUT, os.urandom(8).hex(), json.dumps(about)),)
    chosen = kit_rows.chosen(store, dialogue, purpose)
    graves = kit_rows.graves(store, purpose)
    settings_of = kit_rows.settings_of(store, dialogue, purpose)
    with store.step("") as step:  # nothing that can be undone changes
        kit_lineage.note(step, chosen, graves)
    with driver.writable(db):
        run(db, "BEGIN IMMEDIATE")
        run(db, "PRAGMA defer_foreign_keys = ON")
        for part in (*chosen, settings_of, Rows("settings", *row), graves):
            kit_rows.write(db, part)
        kit_lineage.carry(store, Step(db), chosen, graves)
        run(db, "COMMIT")
