"""Writing the notes of a database anew, so that its pages hold nothing but what they say now.

`secure_delete` overwrites what is deleted, and a page that becomes free. But where the tree of a
table is put in balance, rows move to other pages, and what lies in the gap of the page that they
left stays there. So after a strike all notes are taken out, which clears each page, and put in
again. They come in the order of their ids, which are random: rows and entries of indexes then lie
in no order in which they were typed.
"""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from dialogueprep.domain.errors import Trouble
from dialogueprep.store import backup, driver
from dialogueprep.store.driver import Database, run

_TABLES = ("notes", "conflicts")
_THERE = "SELECT 1 FROM main.sqlite_master WHERE type = 'table' AND name = ?"
_TRIGGERS = "SELECT name, sql FROM main.sqlite_master WHERE type = 'trigger' AND tbl_name = ?"


def write(opened: Database) -> None:
    """Write them anew, in a transaction of its own, in a database that was opened apart for it.

    Its rules about notes are set aside meanwhile: nothing is changed, and without them SQLite
    clears a table page by page.
    """
    run(opened, "PRAGMA foreign_keys = OFF")
    run(opened, "BEGIN IMMEDIATE")
    _write_all(opened)
    run(opened, "COMMIT")


def if_changed(opened: Database) -> bool:
    """Write them anew, in the open transaction, if the database was changed since it was opened.

    Return whether it was. A copy is made whole, without gaps: where nothing was taken out of it,
    nothing is to be cleared. References must not be followed (``PRAGMA foreign_keys = OFF``).
    """
    if not run(opened, "SELECT total_changes()")[0][0]:
        return False
    _write_all(opened)
    return True


def written(db: Database, folder: Path) -> bool:
    """Write the notes of an open workspace anew; return whether that could be done."""
    with suppress(Trouble), driver.explained(folder):
        with db.beside(folder / backup.FILE) as opened:
            write(opened)
        return True
    return False


def _write_all(opened: Database) -> None:
    for table in _TABLES:
        if run(opened, _THERE, [table]):
            _write(opened, table)


def _write(opened: Database, table: str) -> None:
    triggers = run(opened, _TRIGGERS, [table])
    for name, _ in triggers:
        run(opened, f'DROP TRIGGER main."{name}"')
    run(opened, f"CREATE TEMP TABLE kept AS SELECT * FROM main.{table}")
    run(opened, f"DELETE FROM main.{table}")
    run(opened, f"INSERT INTO main.{table} SELECT * FROM kept ORDER BY id")
    run(opened, "DROP TABLE kept")
    for _, sql in triggers:
        run(opened, sql)
