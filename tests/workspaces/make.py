"""Make the workspace that is kept for the schema as it is released.

Run ``python tests/workspaces/make.py`` once for each release that changes the schema, and commit
the folder it makes. It refuses to write over one that is there: what was released stays.
"""

from __future__ import annotations

import hashlib
import json
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from dialogueprep.store import keys, schema, workspace  # noqa: E402
from dialogueprep.store.driver import run  # noqa: E402
from dialogueprep.store.keys import Cost, Key  # noqa: E402
from dialogueprep.store.workspace import Store  # noqa: E402

HERE = Path(__file__).resolve().parent
KEY = Key.raw(b"a key for tests and nothing else")
PASSPHRASE = "the sample of a released schema"
CHEAP = Cost(iterations=1, lanes=1, memory=64)


def main() -> None:
    """Make the workspace, and write beside it what it holds."""
    from dialogueprep.workflows import sample

    folder = HERE / released()
    if folder.exists():
        raise SystemExit(f"{folder} is there already")
    with workspace.create(folder, KEY, "Released", cost=CHEAP) as store:
        sample.put_in_library(store)
        sample.put_in_sample(store)
        store.sweep()
        content = holds(store)
    keys.add_holder(folder, KEY, Key.passphrase(PASSPHRASE), "Passphrase", cost=CHEAP)
    for part in (folder / keys.COPY, folder / "workspace.lock", folder / "workspace.db-journal"):
        part.unlink(missing_ok=True)
    (folder / "backups").rmdir()
    text = json.dumps(content, indent=1, sort_keys=True)
    (folder / "holds.json").write_text(text + "\n", encoding="utf-8")


def released() -> str:
    """Return the name of the newest migration, which names the schema and its folder."""
    return [migration.name for migration in schema.migrations._migrations][-1]


def holds(store: Store) -> dict[str, Any]:
    """Return for each table its columns, its number of rows and a checksum of them."""
    names = run(store.db, "SELECT name FROM pragma_table_list WHERE schema = 'main'")
    tables = sorted(name for (name,) in names if not name.startswith(("sqlite_", "_")))
    return {name: table(store, name) for name in tables}


def table(store: Store, name: str, columns: list[str] | None = None) -> dict[str, Any]:
    """Return what a table holds in these columns; in all, if none are given."""
    about = run(store.db, "SELECT name FROM pragma_table_info(?)", [name])
    columns = columns or [column for (column,) in about]
    rows = sorted(repr(row) for row in run(store.db, f"SELECT {', '.join(columns)} FROM {name}"))
    checksum = hashlib.sha256("\n".join(rows).encode()).hexdigest()
    return {"columns": columns, "rows": len(rows), "sha256": checksum}


if __name__ == "__main__":
    main()
