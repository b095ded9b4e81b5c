"""The journal takes back any table: with rowids, without, with a key of several columns."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlite_utils import Database

from dialogueprep.store import driver
from dialogueprep.store.driver import run
from dialogueprep.store.journal import Change, Journal

TABLES = """
CREATE TABLE plain (wording TEXT, amount REAL, picture BLOB);
CREATE TABLE numbered (number INTEGER PRIMARY KEY, wording TEXT UNIQUE);
CREATE TABLE paired (one TEXT, other TEXT, wording TEXT, PRIMARY KEY (one, other)) WITHOUT ROWID;
CREATE TABLE children (id TEXT PRIMARY KEY, pair TEXT, number INTEGER REFERENCES numbered
    ON DELETE CASCADE ON UPDATE CASCADE) STRICT, WITHOUT ROWID;
"""


@pytest.fixture
def db(tmp_path: Path) -> Iterator[Database]:
    with driver.connect(tmp_path / "toy.db", bytes(32)) as opened:
        opened.conn.executescript(TABLES)
        run(opened, "INSERT INTO plain (rowid, wording, amount) VALUES (7, 'seven', 0.1)")
        run(opened, "INSERT INTO plain (rowid, picture) VALUES (9, x'00ff00')")
        run(opened, "INSERT INTO numbered VALUES (1, 'one'), (2, 'two')")
        run(opened, "INSERT INTO paired VALUES ('a', 'b', 'ab')")
        run(opened, "INSERT INTO children VALUES ('c', 'ab', 1), ('d', 'ab', 2)")
        yield opened


def _state(db: Database) -> list[list[tuple[object, ...]]]:
    return [
        run(db, "SELECT rowid, * FROM plain ORDER BY 1"),
        run(db, "SELECT * FROM numbered ORDER BY 1"),
        run(db, "SELECT * FROM paired ORDER BY 1, 2"),
        run(db, "SELECT * FROM children ORDER BY 1"),
    ]


@pytest.mark.parametrize(
    "statement",
    [
        "DELETE FROM plain",
        "UPDATE plain SET rowid = rowid + 100, amount = amount / 3, wording = char(97, 0, 98)",
        "INSERT INTO plain VALUES (NULL, 1e300, zeroblob(3))",
        "DELETE FROM numbered",
        "UPDATE numbered SET number = number + 10",
        "UPDATE numbered SET number = CASE number WHEN 1 THEN 4 ELSE 1 END",
        "REPLACE INTO numbered VALUES (1, 'two')",
        "INSERT INTO numbered VALUES (1, 'x') ON CONFLICT (number) DO UPDATE SET wording = 'y'",
        "UPDATE OR REPLACE numbered SET wording = 'one'",
        "UPDATE paired SET one = 'z', wording = NULL",
        "REPLACE INTO paired VALUES ('a', 'b', 'new'), ('c', 'd', 'more')",
        "DELETE FROM children WHERE id = 'c'",
    ],
)
def test_each_way_of_changing_is_taken_back_and_done_again(db: Database, statement: str) -> None:
    journal = Journal(db)
    before = _state(db)
    run(db, statement)
    after = _state(db)
    assert after != before
    changes = journal.read()
    for expected in (before, after, before):
        with db.atomic():
            changes = journal.take_back(changes)
        assert _state(db) == expected
    assert run(db, "PRAGMA foreign_key_check") == []


def test_an_update_that_changes_nothing_is_no_change(db: Database) -> None:
    journal = Journal(db)
    run(db, "UPDATE plain SET wording = wording")
    assert journal.read() == []


def test_a_statement_that_fails_takes_its_journal_with_it(db: Database) -> None:
    journal = Journal(db)
    with db.atomic():
        with pytest.raises(driver.DriverError, match="UNIQUE"):
            run(db, "INSERT INTO numbered VALUES (3, 'three'), (4, 'two')")
        run(db, "INSERT INTO numbered VALUES (5, 'five')")
    assert journal.read() == [Change("insert", "numbered", (5,))]
