"""Who can open a workspace, and how a wrong key differs from damage."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import keyring
import pytest
from key_store_in_memory import KeyStoreInMemory

from dialogueprep.domain.errors import Refused, Trouble
from dialogueprep.store import driver, keys, workspace
from dialogueprep.store.keys import Cost, Key

CHEAP = Cost(iterations=1, lanes=1, memory=64)
WORDS = Key.passphrase("calm waters 平静")


@pytest.fixture
def key_store() -> Iterator[KeyStoreInMemory]:
    before = keyring.get_keyring()
    backend = KeyStoreInMemory()
    keyring.set_keyring(backend)
    yield backend
    keyring.set_keyring(before)


@pytest.fixture
def closed(folder: Path) -> Path:
    workspace.create(folder, WORDS, "Test", cost=CHEAP).close()
    return folder


def test_the_passphrase_opens_and_another_does_not(closed: Path) -> None:
    workspace.open(closed, WORDS).close()
    with pytest.raises(Trouble, match="wrong-passphrase"):
        workspace.open(closed, Key.passphrase("calm water"))
    with pytest.raises(Trouble, match="wrong-key"):
        workspace.open(closed, Key.raw(bytes(32)))


def test_a_passphrase_is_the_same_in_full_width(closed: Path) -> None:
    with workspace.open(closed, Key.passphrase("ｃａｌｍ waters 平静")) as opened:
        assert opened.folder == closed


def test_a_changed_passphrase_rewrites_its_wrapper_only(closed: Path) -> None:
    database = (closed / "workspace.db").read_bytes()
    other = keys.add_holder(closed, WORDS, Key.raw(bytes(32)), "second holder")
    data_key = keys.unlock(closed, WORDS)
    keys.change_passphrase(closed, "calm waters 平静", "new words", cost=CHEAP)
    assert keys.unlock(closed, Key.passphrase("new words")) == data_key
    assert (closed / "workspace.db").read_bytes() == database
    assert other in keys.holders(closed)
    with pytest.raises(Trouble, match="wrong-passphrase"):
        workspace.open(closed, WORDS)
    assert (closed / keys.FILE).read_bytes() == (closed / keys.COPY).read_bytes()


def test_a_change_that_fails_leaves_the_old_passphrase_in_force(closed: Path) -> None:
    in_the_way = closed / "backups" / ".keys.json.part"
    in_the_way.mkdir()
    with pytest.raises(Trouble, match="cannot-write"):
        keys.change_passphrase(closed, "calm waters 平静", "new words", cost=CHEAP)
    assert keys.unlock(closed, WORDS)
    with pytest.raises(Trouble, match="wrong-passphrase"):
        keys.unlock(closed, Key.passphrase("new words"))
    in_the_way.rmdir()
    keys.change_passphrase(closed, "calm waters 平静", "new words", cost=CHEAP)
    assert keys.unlock(closed, Key.passphrase("new words"))


def test_a_key_file_that_cannot_be_mended_keeps_nobody_out(closed: Path) -> None:
    (closed / keys.FILE).write_text("damage")
    (closed / ".keys.json.part").mkdir()
    workspace.open(closed, WORDS).close()
    assert (closed / keys.FILE).read_text() == "damage"


def test_changing_needs_the_old_passphrase(closed: Path) -> None:
    before = (closed / keys.FILE).read_bytes()
    with pytest.raises(Trouble, match="wrong-passphrase"):
        keys.change_passphrase(closed, "guess", "new words", cost=CHEAP)
    assert (closed / keys.FILE).read_bytes() == before


def test_a_second_holder_opens_it_until_removed(closed: Path) -> None:
    second = Key.passphrase("second words")
    holder = keys.add_holder(closed, WORDS, second, "Deputy", cost=CHEAP)
    assert [h.name for h in keys.holders(closed)] == ["", "Deputy"]
    workspace.open(closed, second).close()
    keys.remove_holder(closed, holder.id)
    with pytest.raises(Trouble, match="wrong-passphrase"):
        workspace.open(closed, second)
    with pytest.raises(Refused, match="last-key-holder"):
        keys.remove_holder(closed, keys.holders(closed)[0].id)


def test_the_key_store_holds_its_own_secret(closed: Path, key_store: KeyStoreInMemory) -> None:
    holder = keys.add_holder(closed, WORDS, Key.keystore(), "This computer")
    workspace.open(closed, Key.keystore()).close()
    keys.remove_holder(closed, holder.id)
    assert key_store.kept == {}
    with pytest.raises(Trouble, match="wrong-key"):
        workspace.open(closed, Key.keystore())


def test_a_machine_without_a_key_store_says_so(folder: Path) -> None:
    with pytest.raises(Trouble, match="no-key-store"):
        workspace.create(folder, Key.keystore(), "Test")
    assert not (folder / "workspace.db").exists()


def test_one_damaged_key_file_is_mended_two_are_told(closed: Path) -> None:
    sound = (closed / keys.FILE).read_bytes()
    (closed / keys.FILE).write_bytes(sound[:200] + b"?" + sound[201:])
    workspace.open(closed, WORDS).close()
    assert (closed / keys.FILE).read_bytes() == sound
    for name in (keys.FILE, keys.COPY):
        (closed / name).write_bytes(sound[: len(sound) // 2])
    with pytest.raises(Trouble, match="keys-damaged"):
        workspace.open(closed, WORDS)


def test_a_wrapper_cannot_be_made_cheaper(closed: Path) -> None:
    content = json.loads((closed / keys.FILE).read_text())
    content["holders"][0]["cost"]["memory"] = 32
    content["sha256"] = keys._checksum(content["holders"])
    (closed / keys.FILE).write_text(json.dumps(content))
    with pytest.raises(Trouble, match="wrong-passphrase"):
        workspace.open(closed, WORDS)


@pytest.mark.parametrize("spoil", [b"", b"not a database at all", None])
def test_a_damaged_database_is_told_from_a_wrong_key(closed: Path, spoil: bytes | None) -> None:
    path = closed / "workspace.db"
    content = bytearray(path.read_bytes())
    content[8192:12288] = bytes(4096)  # one whole page
    path.write_bytes(content if spoil is None else spoil)
    with pytest.raises(Trouble, match="workspace-damaged"):
        workspace.open(closed, WORDS)
    with pytest.raises(Trouble, match="wrong-passphrase"):
        workspace.open(closed, Key.passphrase("guess"))


def test_a_newer_workspace_is_refused_and_left_alone(closed: Path) -> None:
    with driver.connect(closed / "workspace.db", keys.unlock(closed, WORDS)) as db:
        row = {"migration_set": "dialogueprep", "name": "from_the_future", "applied_at": ""}
        db.table("_sqlite_migrations").insert(row)
    before = (closed / "workspace.db").read_bytes()
    with pytest.raises(Trouble, match="workspace-newer"):
        workspace.open(closed, WORDS)
    assert (closed / "workspace.db").read_bytes() == before


def test_a_key_comes_from_a_file_or_the_environment(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    secret = bytes(range(32))
    for content in (secret, secret.hex().encode(), secret.hex().encode() + b"\n"):
        (tmp_path / "key").write_bytes(content)
        assert Key.from_file(tmp_path / "key") == Key.raw(secret)
    assert Key.from_environment() is None
    monkeypatch.setenv(keys.VARIABLE, "calm waters")
    assert Key.from_environment() == Key.passphrase("calm waters")
    with pytest.raises(Trouble, match="key-file-unreadable"):
        Key.from_file(tmp_path / "none")


def test_a_key_does_not_show_its_secret() -> None:
    assert "calm" not in repr(WORDS)


def test_nothing_of_the_database_is_readable(folder: Path) -> None:
    with workspace.create(folder, WORDS, "Quiet harbour", cost=CHEAP):
        pass
    content = (folder / "workspace.db").read_bytes()
    assert b"SQLite format" not in content
    assert b"Quiet harbour" not in content
