"""What SQLite says of a file is damage; what it says of a value in a statement is none."""

from __future__ import annotations

from pathlib import Path

import pytest

from dialogueprep.domain.errors import Trouble
from dialogueprep.store import driver
from dialogueprep.store.driver import DriverError

KEY_OF_FILE = bytes(32)


def test_a_value_that_is_no_json_is_no_damage(tmp_path: Path) -> None:
    with driver.connect(tmp_path / "one.db", KEY_OF_FILE) as db:
        with pytest.raises(DriverError, match="malformed JSON") as raised:
            db.run("SELECT json_extract('{', '$.a')")
        assert not driver.is_damage(raised.value, tmp_path)


def test_a_schema_that_cannot_be_read_is_damage(tmp_path: Path) -> None:
    path = tmp_path / "one.db"
    with driver.connect(path, KEY_OF_FILE) as db:
        db.run("CREATE TABLE one (id)")
        db.run("PRAGMA writable_schema = ON")
        db.run("UPDATE sqlite_master SET sql = 'CREATE nonsense' WHERE name = 'one'")
    with pytest.raises(Trouble) as raised, driver.connect(path, KEY_OF_FILE):
        pass
    assert raised.value.code == "workspace-damaged" and driver.is_damage(raised.value, tmp_path)
