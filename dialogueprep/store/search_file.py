"""The file that keeps the library's words between two sessions, and whether it can be trusted.

It lies beside the database under the same key, holds nothing that the database does not say,
and may be deleted at any time. Each step, undo and redo that changes the library leaves a mark
in the database, in its own transaction: a random token, and what it touched. The file notes the
last mark that it has followed. If the database still holds that mark when it is opened again,
what came after it is read again; if not (another copy of the database was put in its place, a
backup was restored, too much has happened since), the file is made anew.
"""

from __future__ import annotations

import hashlib
import json
import os
from contextlib import suppress
from pathlib import Path

from dialogueprep.domain.errors import Trouble
from dialogueprep.store import driver, folding
from dialogueprep.store.driver import Database, DriverError, run
from dialogueprep.store.search_part import Opened, Touched
from dialogueprep.store.search_words import Words
from dialogueprep.store.searched import Subject

FILE = "library.index"
_FORMAT = "2"
_CACHE = 16  # MB of pages
_MARKS = 200  # kept in the database
_MOST = 500  # rows and subjects that a mark names
_TABLE = "_library_marks"


class LibraryFile:
    """The file of one workspace, and the marks in its database."""

    def __init__(self, db: Database, path: Path) -> None:
        self._db = db
        self.path = path
        self._marks: bool | None = None

    def mark(self, touched: Touched | None) -> None:
        """Note in the open transaction that the library changes, if there is a file to follow.

        None: so much of it that it is not said what.
        """
        if self._marks is None:
            self._marks = self.path.exists() and self._has_marks()
        if self._marks and (touched is None or any(touched)):
            self._add(touched)

    def open(self) -> Opened | None:
        """Return the words and what has to be read again; None if there is nothing to trust."""
        if not self.path.exists():
            return None
        words: Words | None = None
        with suppress(DriverError, Trouble):
            words = Words(self._connect(), kept=True)
            if words.about("format") == _format() and not words.about("unswept"):
                touched = self._since(words.about("mark"))
                if touched is not None:
                    return words, touched
        self.drop(words)
        return None

    def make(self) -> Words | None:
        """Return a new file without words; None where none can be written."""
        self.drop(None)
        words: Words | None = None
        try:
            words = Words(self._connect(), kept=True)
            words.begin()
            words.make()
            words.note("format", _format())
            self._begin_marks()
            return words
        except (DriverError, Trouble):
            self.drop(words)
            return None

    def settle(self, words: Words) -> None:
        """Keep what was written; it says what the database says now."""
        words.note("unswept", "yes" if words.unswept else "")
        words.note("mark", self._last())
        words.commit()

    def drop(self, words: Words | None) -> None:
        """Delete the file."""
        if words is not None:
            words.db.close()
        for name in (self.path, self.path.with_name(f"{self.path.name}-journal")):
            with suppress(OSError):  # where it cannot be deleted, its mark is not the last
                name.unlink(missing_ok=True)

    def _connect(self) -> Database:
        db = self._db.beside(self.path)
        run(db, f"PRAGMA cache_size = -{_CACHE * 1024}")
        return db

    def _begin_marks(self) -> None:
        with driver.writable(self._db):
            run(
                self._db,
                f"CREATE TABLE IF NOT EXISTS {_TABLE} (number INTEGER PRIMARY KEY,"
                " mark TEXT NOT NULL, touched TEXT) STRICT",
            )
            self._marks = True
            self._add(None)

    def _has_marks(self) -> bool:
        sql = "SELECT count(*) FROM main.sqlite_master WHERE name = ?"
        return bool(run(self._db, sql, [_TABLE])[0][0])

    def _add(self, touched: Touched | None) -> None:
        """Add a mark; without a list of what was touched, all before it is worth nothing."""
        rows, subjects = touched or (set(), set())
        named = touched is not None and len(rows) + len(subjects) <= _MOST
        text = json.dumps([sorted(rows), sorted(subjects)]) if named else None
        sql = f"INSERT INTO {_TABLE} (mark, touched) VALUES (?, ?) RETURNING number"
        number = run(self._db, sql, [os.urandom(16).hex(), text])[0][0]
        kept = number - _MARKS if named else number - 1
        run(self._db, f"DELETE FROM {_TABLE} WHERE number <= ?", [kept])

    def _last(self) -> str:
        found = run(self._db, f"SELECT mark FROM {_TABLE} ORDER BY number DESC LIMIT 1")
        return found[0][0] if found else ""

    def _since(self, mark: str) -> Touched | None:
        """Return what was touched after a mark; None if that is not known."""
        found = run(self._db, f"SELECT number FROM {_TABLE} WHERE mark = ?", [mark])
        if not found:
            return None
        rows: set[tuple[str, str]] = set()
        subjects: set[Subject] = set()
        sql = f"SELECT touched FROM {_TABLE} WHERE number > ?"
        for (text,) in run(self._db, sql, [found[0][0]]):
            if text is None:
                return None
            some, others = json.loads(text)
            rows.update((table, row) for table, row in some)
            subjects.update((kind, id_) for kind, id_ in others)
        return rows, subjects


def _format() -> str:
    """Return what the words in a file depend on besides the content."""
    return f"{_FORMAT} {hashlib.sha256(repr(folding.forms()).encode()).hexdigest()}"
