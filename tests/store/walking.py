"""Random steps over every table that the schema has, and pictures of the whole workspace."""

from __future__ import annotations

import json
import random
import re
from typing import Any

from dialogueprep.domain.errors import Explained
from dialogueprep.store import search, searched
from dialogueprep.store.driver import run
from dialogueprep.store.step import Step, new_id
from dialogueprep.store.tables import TABLES
from dialogueprep.store.workspace import Store

WORDS = ("ports", "Pôrts", "經濟安全", "経済", "항만 협력", "climate", "气", "ＡＢＣ", "trust", "")
QUERIES = ("port", "经济", "經濟", "협", "气", "abc", "climate trust", "x", "安")
_MOSTLY = {
    "stretch": (100, 100, 150),
    "private": (0, 0, 0, 1),
    "terms": ("on the record", "on the record", "Chatham House Rule"),
    "phase": ("preparing", "preparing", "drafting", "closed"),
}
_IN = re.compile(r"IN \((.*?)\)")
_REFERENCE = re.compile(r"REFERENCES (\w+)")


def picture(store: Store) -> dict[str, Any]:
    """Return all rows of all tables, rowids where there are some, and what searches find."""
    tables = [
        row
        for row in run(store.db, "SELECT name, wr FROM pragma_table_list WHERE schema = 'main'")
        if not row[0].startswith(("sqlite_", "_"))
    ]
    rows = {
        name: sorted(run(store.db, f"SELECT {'' if bare else 'rowid, '}* FROM {name}"), key=repr)
        for name, bare in tables
    }
    return rows | {f"? {query}": search.find(store, query, limit=999) for query in QUERIES}


class Walker:
    """Takes random steps; what the schema refuses inside a step is left out of it."""

    def __init__(self, store: Store, seed: int) -> None:
        self.store = store
        self.chance = random.Random(seed)
        self.tables = list(TABLES)

    def walk(self) -> None:
        """Take one step of a few writes; sometimes it merges with the one before."""
        merge = ("same", "thing") if self.chance.random() < 0.1 else None
        with self.store.step("Step", merge=merge) as step:
            for _ in range(self.chance.choice((1, 1, 2, 5))):
                self.write(step)

    def fill(self) -> None:
        """Put something into every table, so that the walk starts with all of them in use."""
        for table in self.tables:
            for _ in range(60):
                with self.store.step("Fill") as step:
                    self._try("insert", step, table)
                if run(self.store.db, f"SELECT count(*) FROM {table}")[0][0] > 3:
                    break
            else:
                raise AssertionError(f"nothing fits into {table}")

    def write(self, step: Step) -> None:
        """Insert, update, replace or delete a row of any table."""
        kind = self.chance.choice(("insert", "insert", "insert", "update", "replace", "delete"))
        self._try(kind, step, self.chance.choice(self.tables))

    def _try(self, kind: str, step: Step, table: str) -> None:
        ids = [row[0] for row in run(step.db, f"SELECT id FROM {table}")]
        try:
            if kind == "insert" or not ids:
                self._insert(step, table, new_id())
            elif kind == "update":
                self._update(step, table, self.chance.choice(ids))
            elif kind == "replace":
                self._insert(step, table, self.chance.choice(ids))
            elif table not in ("dialogues", "items") or self.chance.random() < 0.3:
                run(step.db, f"DELETE FROM {table} WHERE id = ?", [self.chance.choice(ids)])
        except Exception as error:
            if not _expected(error):
                raise

    def some_row(self) -> tuple[str, str]:
        """Return the table and the id of a row that is there."""
        while True:
            table = self.chance.choice(self.tables)
            if ids := [row[0] for row in run(self.store.db, f"SELECT id FROM {table}")]:
                return table, self.chance.choice(ids)

    def _insert(self, step: Step, table: str, row: str) -> None:
        values = {name: self._value(step, name, kind) for name, kind in self._columns(table)}
        values = {"id": row} | {n: v for n, v in values.items() if v is not ...}
        columns, marks = ", ".join(values), ", ".join("?" * len(values))
        verb = self.chance.choice(("INSERT", "INSERT OR REPLACE", "INSERT OR IGNORE"))
        sql = f"{verb} INTO {table} ({columns}) VALUES ({marks})"
        if verb == "INSERT" and self.chance.random() < 0.5:
            changed = ", ".join(f"{name} = excluded.{name}" for name in values)
            sql += f" ON CONFLICT (id) DO UPDATE SET {changed}"
        run(step.db, sql, list(values.values()))

    def _update(self, step: Step, table: str, row: str) -> None:
        columns = self._columns(table)
        if not columns:
            return
        name, kind = self.chance.choice(columns)
        value = self._value(step, name, kind)
        if value is not ...:
            run(step.db, f"UPDATE {table} SET {name} = ? WHERE id = ?", [value, row])

    def _columns(self, table: str) -> list[tuple[str, str]]:
        return list(TABLES[table].items())

    def _value(self, step: Step, name: str, kind: str) -> Any:
        """Return a value that the column may hold, or ``...`` for its default."""
        if reference := _REFERENCE.search(kind):
            return self._some_id(step, reference[1], "NOT NULL" in kind)
        if name == "owner_table":
            return self.chance.choice(list(searched.SEARCHED_OWNERS))
        if name in ("owner", "entry", "subject"):
            owners = ("topics", "recommendations", "items", "findings")
            return self._some_id(step, self.chance.choice(owners), True)
        if name not in _MOSTLY and (choices := _IN.search(kind)):
            found = re.findall(r"'(.*?)'|(\d+)", choices[1])
            return self.chance.choice([text or int(number) for text, number in found])
        return self.chance.choice(_MOSTLY[name]) if name in _MOSTLY else self._plain(kind)

    def _plain(self, kind: str) -> Any:
        if "json_valid" in kind:
            return json.dumps(self.chance.choice(WORDS))
        if kind.startswith("INTEGER"):
            return self.chance.randint(1, 5)
        return self.chance.choice(WORDS)

    def _some_id(self, step: Step, table: str, needed: bool) -> Any:
        ids = [row[0] for row in run(step.db, f"SELECT id FROM {table}")]
        if ids and self.chance.random() < 0.9:
            return self.chance.choice(ids)
        return new_id() if needed else None


def _expected(error: Exception) -> bool:
    return isinstance(error, Explained) or type(error).__name__ == "IntegrityError"
