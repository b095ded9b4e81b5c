"""The encrypted SQLite underneath: one typed shim over ``sqlcipher3``, which has no types.

This module is imported before anything else of the store, since ``sqlite_utils`` binds to
the driver that it finds registered when it is first imported. That import takes longer than
opening a workspace does; statements do without it.
"""

from __future__ import annotations

import hmac
import importlib
import re
import sys
from collections.abc import Generator, Sequence
from contextlib import AbstractContextManager, contextmanager
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from dialogueprep.domain.errors import Explained, Refused, Trouble

_sqlcipher: Any = importlib.import_module("sqlcipher3")
sys.modules.setdefault("pysqlite3", _sqlcipher)
sys.modules.setdefault("pysqlite3.dbapi2", _sqlcipher.dbapi2)

if TYPE_CHECKING:
    import sqlite_utils
    from sqlite_utils.db import Table

DriverError: type[Exception] = _sqlcipher.dbapi2.Error
_Connect: Any = _sqlcipher.dbapi2.connect

_PRAGMAS = (
    "secure_delete = ON",
    "journal_mode = TRUNCATE",
    "synchronous = FULL",
    "temp_store = MEMORY",
    "trusted_schema = OFF",
    "recursive_triggers = ON",
    "foreign_keys = ON",
)
MOST_WAIT_MS = 100
_ROOM = -384 * 1024  # KiB of pages at most; a library of 100,000 entries has some 260 MB
# A rule that a trigger of the schema keeps is raised as a code, e.g. 'dialogue-closed'.
_RULE = re.compile(r"[a-z]+(-[a-z]+)+")
_IN_USE, _NO_ANSWER = "is locked", "I/O error"
# Not the bare word: "malformed JSON" is said of a value, not of the file.
_BROKEN = ("image is malformed", "malformed database schema")
_CODES = (
    ("is full", "disk-full"),
    ("readonly", "workspace-read-only"),
    (_IN_USE, "workspace-busy"),
    ("unable to open", "workspace-unreadable"),
    ("not a database", "workspace-damaged"),
    *((sign, "workspace-damaged") for sign in _BROKEN),
    (_NO_ANSWER, "disk-trouble"),
)


class Database:
    """An open database: statements go to the driver, work on tables to ``sqlite_utils``.

    ``key`` is what it was opened with: other files of the workspace are under it too. ``patience``
    is for how many ms it waits for another program, None for as long as the driver does; who has
    waited in vain does not wait again before it has got in.
    """

    patience: int | None = None

    def __init__(self, connection: Any, key: bytes = b"", path: Path | None = None) -> None:
        self.conn: Any = connection
        self.key = key
        self._path = path
        self._file = _number_of(path)

    @cached_property
    def kit(self) -> sqlite_utils.Database:
        """The same connection as ``sqlite_utils`` sees it: tables, schemas, migrations."""
        from sqlite_utils import Database as Kit

        return Kit(self.conn, execute_plugins=False)

    def execute(self, sql: str, values: Sequence[object] = ()) -> Any:
        """Run one statement with its values bound; return the driver's cursor.

        Raises Trouble: "workspace-busy" while another program holds the file, "workspace-damaged",
        "disk-trouble".
        """
        try:
            return self.conn.execute(sql, tuple(values))
        except DriverError as error:
            if told := self.told(error):
                raise told from error
            raise

    def run(self, sql: str, values: Sequence[object] = ()) -> list[tuple[Any, ...]]:
        """Run one statement and return its rows; raises as `execute`."""
        try:
            return self.conn.execute(sql, tuple(values)).fetchall()
        except DriverError as error:
            if told := self.told(error):
                raise told from error
            raise

    def told(self, error: Exception) -> Explained | None:
        """Return the Trouble that any statement may meet; None for another error."""
        if _IN_USE in str(error):
            self._wait(0)
        met = any(sign in str(error) for sign in (_IN_USE, *_BROKEN, _NO_ANSWER))
        return _explanation(error, self._path.parent) if met and self._path else None

    def look(self) -> None:
        """Read a little from the file; raises as `execute` where another program holds it."""
        self.execute("SELECT 1 FROM sqlite_master LIMIT 1")
        self.got_in()

    def got_in(self) -> None:
        """Wait for another program again, the next time that one is in the way."""
        self._wait(self.patience)

    def _wait(self, ms: int | None) -> None:
        if self.patience is not None:
            self.conn.execute(f"PRAGMA busy_timeout = {ms}")

    @property
    def replaced(self) -> bool:
        """Whether another file stands in its place, as when a stick was pulled and put back.

        What is open can be written no more then; what stands there has to be opened anew.
        """
        there = _number_of(self._path)
        return there is not None and there != self._file

    def table(self, name: str) -> Table:
        """Return a table, to look into or to write whole rows to."""
        return self.kit.table(name)

    def table_names(self) -> list[str]:
        """Return the names of all tables."""
        return self.kit.table_names()

    def atomic(self) -> AbstractContextManager[object]:
        """Return a transaction, or a part of the open one that can be taken back."""
        return self.kit.atomic()

    def beside(self, path: Path) -> Database:
        """Return another database under the same key, made if missing."""
        return connect(path, self.key)

    def derived(self, purpose: str) -> bytes:
        """Return 32 bytes that only who has the key can know, others for each purpose."""
        return hmac.digest(self.key, purpose.encode(), "sha256")

    def close(self) -> None:
        """Close the connection."""
        self.conn.close()

    def __enter__(self) -> Database:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def connect(path: Path, key: bytes) -> Database:
    """Return the database at ``path``, made if missing, unlocked with a 256-bit key.

    Raises Trouble("workspace-damaged") when the file is not a database under this key.
    """
    with explained(path.parent):
        # Only explicit transactions: the driver opens none by itself.
        connection = _Connect(str(path), isolation_level=None, check_same_thread=True)
        try:
            connection.execute("PRAGMA cipher_log_level = NONE").fetchall()
            connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"").fetchall()
            for pragma in _PRAGMAS:
                connection.execute(f"PRAGMA {pragma}").fetchall()
            connection.execute("SELECT count(*) FROM sqlite_master").fetchall()
        except BaseException:
            connection.close()
            raise
        return Database(connection, key, path)


def in_memory() -> Database:
    """Return a new database that lies in memory only."""
    return Database(_Connect(":memory:", isolation_level=None, check_same_thread=True))


def run(db: Database, sql: str, values: Sequence[object] = ()) -> list[tuple[Any, ...]]:
    """Run one statement with its values bound; return its rows."""
    return db.run(sql, values)


def is_damage(error: BaseException, folder: Path) -> bool:
    """Whether an error says that the database in a folder is damaged."""
    if isinstance(error, Trouble):
        return error.code == "workspace-damaged" and error.facts.get("folder") == folder
    return isinstance(error, DriverError) and any(sign in str(error) for sign in _BROKEN)


@contextmanager
def writable(db: Database) -> Generator[None]:
    """Let the connection write for a while; outside it refuses, once `seal` has been called.

    Meanwhile it may keep more pages: a large step, or undoing one, comes back to each many times.
    """
    before = [(name, run(db, f"PRAGMA {name}")[0][0]) for name in ("query_only", "cache_size")]
    run(db, "PRAGMA query_only = OFF")
    run(db, f"PRAGMA cache_size = {_ROOM}")
    try:
        yield
        db.got_in()
    finally:
        for name, value in before:
            run(db, f"PRAGMA {name} = {value}")


def seal(db: Database) -> None:
    """Refuse all writes that do not come through `writable`.

    And wait for another program only for a moment: the driver's five seconds would hold up the
    window, and what was typed would be on no disk meanwhile.
    """
    run(db, "PRAGMA query_only = ON")
    db.patience = MOST_WAIT_MS
    db.got_in()


@contextmanager
def explained(folder: Path) -> Generator[None]:
    """Turn what the driver raises into Refused (a rule of the schema) or Trouble."""
    try:
        yield
    except DriverError as error:
        raise _explanation(error, folder) from error


def _explanation(error: Exception, folder: Path) -> Explained:
    message = str(error)
    if _RULE.fullmatch(message):
        return Refused(message)
    for sign, code in _CODES:
        if sign in message:
            # SQLite also calls a file read-only that is not in its place any more.
            gone = code == "workspace-read-only" and not folder.is_dir()
            return Trouble("disk-trouble" if gone else code, folder=folder)
    return Trouble("workspace-trouble", folder=folder, reason=message)


def _number_of(path: Path | None) -> tuple[int, int] | None:
    """Return the system's own number for a file, None where there is none."""
    try:
        found = path.stat() if path else None
    except OSError:
        return None
    return (found.st_dev, found.st_ino) if found else None
