"""Whether a database can be opened by this release, and bringing its schema up to date."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from dialogueprep.domain.errors import Trouble
from dialogueprep.store import backup
from dialogueprep.store.driver import Database, run

READ_WHOLE = 16 << 20  # bytes of a database that is examined page by page when it is opened
MIGRATIONS = frozenset({"first_schema", "second_schema", "third_schema", "fourth_schema"})
"""The names of all migrations in `schema`, which is imported only where one is to be applied."""
MIXED = "PRAGMA user_version = 1"
"""Notes in a database that no closed item in it shows how its questions took turns."""


def examine(db: Database, folder: Path) -> None:
    """Refuse what is damaged or newer.

    A large database is not read whole at each opening: the copy of the day reads all of it, and
    each page that is read proves itself by its HMAC.
    """
    small = (folder / backup.FILE).stat().st_size <= READ_WHOLE
    if small and run(db, "PRAGMA quick_check(1)")[0][0] != "ok":
        raise Trouble("workspace-damaged", folder=folder)
    applied = _applied(db)
    if not applied:
        raise Trouble("workspace-damaged", folder=folder)
    if applied - MIGRATIONS:
        raise Trouble("workspace-newer", name=folder.name)


def _applied(db: Database) -> frozenset[str]:
    """Return the names of the migrations that have been applied, as sqlite-utils notes them."""
    listed = "SELECT count(*) FROM sqlite_master WHERE name = '_sqlite_migrations'"
    if not run(db, listed)[0][0]:
        return frozenset()
    names = run(db, "SELECT name FROM _sqlite_migrations WHERE migration_set = 'dialogueprep'")
    return frozenset(name for (name,) in names)


def migrate(db: Database, folder: Path) -> None:
    """Bring the schema up to date, after a copy of what was there: all of it or nothing."""
    applied = _applied(db)
    if applied == MIGRATIONS:
        return
    if applied:
        changed = date.fromtimestamp((folder / backup.FILE).stat().st_mtime)
        backup.before(db, folder, changed, "migration")
    from dialogueprep.store.schema import migrations

    run(db, "PRAGMA foreign_keys = OFF")
    with db.atomic():  # all of them or none
        migrations.apply(db.kit)
        if run(db, "PRAGMA foreign_key_check"):
            raise Trouble("workspace-damaged", folder=folder)
    run(db, "PRAGMA foreign_keys = ON")


def is_mixed(db: Database) -> bool:
    """Return whether `MIXED` was noted in a database."""
    return bool(run(db, "PRAGMA user_version")[0][0])
