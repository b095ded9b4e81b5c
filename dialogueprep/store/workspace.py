"""A workspace: a folder with an encrypted database, its key envelope and its backups."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Generator
from contextlib import contextmanager, suppress
from datetime import date
from functools import cached_property
from pathlib import Path

from dialogueprep import paths
from dialogueprep.domain.errors import Refused, Trouble
from dialogueprep.store import backup, driver, key_change, keys, second_place, unmade, up_to_date
from dialogueprep.store.backup import Backup, Preview
from dialogueprep.store.driver import Database, run
from dialogueprep.store.journal import LIMIT, Change, Entry, Journal, Tell, as_new
from dialogueprep.store.key_change import Changed, Tick
from dialogueprep.store.keys import USUAL, Cost, Key
from dialogueprep.store.library_listing import Listing
from dialogueprep.store.lock import Lock
from dialogueprep.store.presence import Presence
from dialogueprep.store.rescue import Place, Rescue
from dialogueprep.store.search_index import Index
from dialogueprep.store.standings import Standings
from dialogueprep.store.step import Changes, MergeKey, Step
from dialogueprep.store.taken import Taken

FILE = backup.FILE
_OWED = "SELECT 1 FROM settings WHERE id IN ('striking', 'mixing')"


def create(folder: Path, key: Key, name: str, *, cost: Cost = USUAL) -> Store:
    """Make a workspace in a folder that holds none, and return it open."""
    if (folder / FILE).exists() or (folder / keys.FILE).exists():
        raise Refused("workspace-exists", folder=folder)
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise Trouble("cannot-write", name=folder.name, reason=error.strerror) from error
    lock = Lock(folder)
    db: Database | None = None
    try:
        db = driver.connect(folder / FILE, keys.create(folder, key, cost=cost))
        with driver.explained(folder):
            up_to_date.migrate(db, folder)
            row = {"id": "name", "value": json.dumps(name), "version": os.urandom(8).hex()}
            db.table("settings").insert(row)
            run(db, up_to_date.MIXED)
            return Store(db, folder, lock)
    except BaseException:
        _leave(db, lock)
        unmade.take_back(folder)
        raise


def open(folder: Path, key: Key, *, today: date | None = None) -> Store:
    """Open a workspace; on the first opening of ``today``, if given, copy it.

    Raises Trouble: "workspace-missing", "workspace-in-use", "wrong-passphrase", "wrong-key",
    "keys-damaged", "workspace-damaged", "workspace-newer".
    """
    if not (folder / FILE).is_file():
        raise Trouble("workspace-missing", folder=folder)
    lock = Lock(folder)
    return _opened(folder, lambda: keys.unlock(folder, key), lock, today)


def opened(folder: Path, data_key: bytes) -> Store:
    """Open a database of which the key itself is at hand, as of a kit; raises as `open`."""
    return _opened(folder, lambda: data_key, Lock(folder), None)


def _opened(folder: Path, data_key: Callable[[], bytes], lock: Lock, today: date | None) -> Store:
    db: Database | None = None
    try:
        key_change.finish(folder)
        db = driver.connect(folder / FILE, data_key())
        with driver.explained(folder):
            up_to_date.examine(db, folder)
            up_to_date.migrate(db, folder)
            store = Store(db, folder, lock)
            _go_on_destroying(store)
            store.uncopied = _copy_of_today(db, folder, today) if today else None
            return store
    except BaseException:
        _leave(db, lock)
        raise


def _go_on_destroying(store: Store) -> None:
    """Go on with a purge, a strike or a shuffle that was cut off; what is not reached waits on.

    What an earlier version closed is shuffled once as items are now.
    """
    owes = store.owes or run(store.db, _OWED) or not up_to_date.is_mixed(store.db)
    if owes or second_place.is_unasked(store.folder):
        from dialogueprep.store import asking_there, mixing, purging, striking

        asked = striking.go_on, mixing.mix_again, mixing.go_on, asking_there.ask
        for go_on in (*([purging.go_on] if store.owes else ()), *asked):
            with suppress(Trouble):
                go_on(store)


def _copy_of_today(db: Database, folder: Path, today: date) -> Trouble | None:
    """Make the daily copy; a full disk keeps nobody from their workspace, so return the trouble."""
    try:
        backup.daily(db, folder, today)
    except Trouble as trouble:
        if trouble.code == "workspace-damaged":  # all of a large one is read here only
            raise
        return trouble
    return None


def _leave(db: Database | None, lock: Lock) -> None:
    if db is not None:
        db.close()
    lock.release()


def preview(folder: Path, key: Key, copy: Backup) -> Preview:
    """Return what a copy of this workspace holds; the workspace may be open meanwhile."""
    return backup.preview(copy, keys.unlock(folder, key))


def restore(folder: Path, key: Key, copy: Backup, today: date) -> Backup | None:
    """Put a copy in the place of a closed workspace's database; return as `backup.restore`."""
    return restore_with(folder, keys.unlock(folder, key), copy, today)


def restore_with(folder: Path, data_key: bytes, copy: Backup, today: date) -> Backup | None:
    """Restore as `restore`, with the database's own key.

    What was struck here and not yet in a copy at the second place is struck there first; what was
    destroyed here is taken out of the copy in any case.
    """
    lock = Lock(folder)
    try:
        key_change.finish(folder)
        if copy.path.parent != folder / backup.FOLDER:
            second_place.catch_up(folder, lambda path: driver.connect(path, data_key))
        _clean_before_restore(folder, data_key, copy)
        return backup.restore(folder, copy, data_key, today)
    finally:
        lock.release()


def _clean_before_restore(folder: Path, data_key: bytes, copy: Backup) -> None:
    """Take out of a copy what was destroyed here; where either cannot be read, there is no say."""
    if not (folder / FILE).is_file():
        return
    from dialogueprep.store import purging

    with (
        suppress(Trouble),
        driver.connect(folder / FILE, data_key) as db,
        driver.explained(folder),
    ):
        purging.clean_copy(db, copy)


def change_key(folder: Path, key: Key, tick: Tick | None = None, *, cost: Cost = USUAL) -> Changed:
    """Give a closed workspace a new key, as `key_change.change`."""
    lock = Lock(folder)
    try:
        key_change.finish(folder)
        return key_change.change(folder, key, tick, cost=cost)
    finally:
        lock.release()


def _rescue(db: Database, folder: Path) -> Rescue:
    """Return the emergency journal of a workspace in this folder; a copy of it has another."""
    place = Place.of(folder)
    here = db.derived(f"place of the emergency journal {place}").hex()[:16]
    path = paths.rescue() / f"{_of_workspace(db)}-{here}.journal"
    return Rescue(path, db.derived("emergency journal"), place)


def _of_workspace(db: Database) -> str:
    return db.derived("name of the emergency journal").hex()[:32]


def _quiet(*_: Changes) -> None:
    return None


class Store:
    """An open workspace: reads through ``db``, writes in steps, undo and redo.

    ``uncopied`` says why the daily copy could not be made, if it could not.
    """

    def __init__(self, db: Database, folder: Path, lock: Lock) -> None:
        self.db = db
        self.folder = folder
        self.on_change: Callable[[Changes], None] = _quiet
        self.on_copy: Callable[[], None] = _quiet
        self.on_gone: Callable[[], None] = _quiet
        self.uncopied: Trouble | None = None
        self._lock = lock
        self.index = Index(db, folder)
        self.listing = Listing(db)
        self.presence = Presence()
        self.standings = Standings(db)
        self.taken = Taken(db)
        self._read = (self.listing, self.presence, self.standings, self.taken)
        self.rescue = _rescue(db, folder)
        self._done: list[Entry] = []
        self._undone: list[Entry] = []
        self._may_merge = False
        driver.seal(db)

    @cached_property
    def _journal(self) -> Journal:
        """The undo journal, made for the first step: opening to read does not wait for it."""
        with driver.writable(self.db):
            return Journal(self.db)

    def get_ready(self) -> None:
        """Make what the first step would wait for; where it cannot be made, the step says so."""
        with suppress(Trouble), driver.explained(self.folder):
            _ = self._journal

    @property
    def owes(self) -> bool:
        """Whether something that was destroyed may still lie where it could not be reached."""
        asked = "SELECT 1 FROM settings WHERE id = 'destroying' OR id GLOB 'away/*' LIMIT 1"
        return bool(run(self.db, asked))

    def left_behind(self) -> tuple[Rescue, ...]:
        """Return journals in which something waits for this workspace at a place that is gone."""
        return self.rescue.left_behind(_of_workspace(self.db))

    @contextmanager
    def step(
        self,
        label: str,
        *,
        merge: MergeKey | None = None,
        page: str = "",
        undoable: bool = True,
        aside: bool = False,
        arrived: bool = False,
        new: str = "",
    ) -> Generator[Step]:
        """Open a step: all that is written in it is one transaction, one undo, one notice.

        An exception takes all back. Consecutive steps with the same ``merge`` key undo as one. One
        that is not ``undoable`` also ends what could be undone before; one that goes ``aside`` can
        not be undone either, but ends only steps that touched its rows or made what they belong to.
        To undo one that ``arrived`` from elsewhere deletes nothing: it is as if it never came.
        The row with the id ``new`` counts as made by it, though a step aside may have made it.
        """
        entry = Entry(label, page, merge, arrived=arrived)
        with self._transaction():
            yield Step(self.db, self._journal.take_out)
            entry.changes = self._journal.read()
            self.index.mark(self._journal.rows(entry.changes))
        if entry.changes:
            self._touch(entry.changes)
            entry.changes = as_new(entry.changes, new) if new else entry.changes
            self._remember(entry, undoable) if not aside else self._set_aside(entry.changes)
            self.on_change(entry.told())

    def undo(self) -> Changes | None:
        """Take the last step back exactly; return what changed, or None if there is none."""
        return self._take_back(self._done, self._undone)

    def redo(self) -> Changes | None:
        """Do again what was undone last; return what changed, or None if there is none."""
        return self._take_back(self._undone, self._done)

    def tell(self, how_far: Tell | None) -> None:
        """Let how far a step of very many rows is be told; what is told may raise Cancelled."""
        self._journal.tell = how_far

    @property
    def undo_depth(self) -> int:
        """How many steps can be undone."""
        return len(self._done)

    @property
    def undo_label(self) -> str | None:
        """What an undo would take back."""
        return self._done[-1].label if self._done else None

    @property
    def redo_label(self) -> str | None:
        """What a redo would do again."""
        return self._undone[-1].label if self._undone else None

    def forget(self, table: str, row: str) -> None:
        """Drop each undo and redo entry that holds a state of this row (after a strike)."""
        for entries in (self._done, self._undone):
            entries[:] = [e for e in entries if not e.touched(table, row)]
        self._may_merge = False
        self.on_gone()

    def _set_aside(self, changes: list[Change]) -> None:
        if self._done or self._undone:
            rows, named = {(c.table, c.key) for c in changes}, self._journal.named_by(changes)
            for entries in (self._done, self._undone):
                entries[:] = [e for e in entries if not e.stands_in_the_way_of(rows, named)]
        self._may_merge = False

    def forget_all(self) -> None:
        """Drop all that could be undone or redone."""
        self._done.clear()
        self._undone.clear()
        self._may_merge = False

    def sweep(self) -> None:
        """Leave no trace of what is deleted: in free pages, or in what can be undone."""
        self.index.sweep()
        self.leave_no_trace()

    def leave_no_trace(self) -> None:
        """Leave no trace of what is deleted of dialogues; the words of the library stay read."""
        self.forget_all()
        self.on_gone()
        self.index.forget_dialogues()
        with driver.explained(self.folder), driver.writable(self.db):
            run(self.db, "VACUUM")

    def close(self) -> None:
        """Close the workspace; a second call does nothing."""
        self.index.close()
        self.rescue.close()
        self.db.close()
        self._lock.release()

    def __enter__(self) -> Store:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @contextmanager
    def _transaction(self) -> Generator[None]:
        if self.db.conn.in_transaction:
            busy = Trouble("workspace-busy", folder=self.folder)  # if the window takes keys
            raise busy if self._journal.tell else RuntimeError("a step is open already")
        with driver.explained(self.folder), driver.writable(self.db):
            _ = self._journal  # its triggers stand before anything is written
            try:
                run(self.db, "BEGIN IMMEDIATE")
                yield
                run(self.db, "COMMIT")
            finally:
                if self.db.conn.in_transaction:
                    run(self.db, "ROLLBACK")
                    self._journal.discard()
                    for part in (self.index, *self._read) if self._journal.tell else [self.index]:
                        part.discard()

    def _touch(self, changes: list[Change]) -> None:
        """Let what was read of the content know which rows are to be read again."""
        changed = tuple(self._journal.rows(changes))
        for part in (self.index, *self._read):
            part.touch(changed)

    def _remember(self, entry: Entry, undoable: bool) -> None:
        self._undone.clear()
        if not undoable:
            self.forget_all()
            return
        if self._may_merge and entry.merge and self._done[-1].merge == entry.merge:
            last = self._done[-1]
            last.changes = self._journal.joined(last.changes, entry.changes)
        else:
            self._done.append(entry)
            del self._done[:-LIMIT]
        self._may_merge = True

    def _take_back(self, source: list[Entry], target: list[Entry]) -> Changes | None:
        if not source:
            return None
        entry = source[-1]
        try:
            with self._transaction():
                changes = self._journal.take_back(entry.changes, arrived=entry.arrived)
                self.index.mark(self._journal.rows(changes))
        except Trouble as trouble:
            if trouble.code != "workspace-trouble":
                raise
            # An entry that was forgotten lies between this one and today.
            self.forget_all()
            raise Trouble("cannot-undo", label=entry.label) from trouble
        self._touch(changes)
        source.pop()
        target.append(inverse := Entry(entry.label, entry.page, None, changes, entry.arrived))
        self._may_merge = False
        self.on_change(told := inverse.told())
        return told
