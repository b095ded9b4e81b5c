"""What is deleted leaves no trace on the pages of the database, looked at decrypted."""

from __future__ import annotations

from pathlib import Path

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from shared_key import KEY

from dialogueprep.store import keys, search, workspace
from dialogueprep.store.driver import run
from dialogueprep.store.step import new_id
from dialogueprep.store.workspace import Store

SECRET = "cormorant"


def _decrypted(folder: Path) -> bytes:
    """Return all pages of the database, free ones too, as SQLCipher 4 encrypts them.

    A page is AES-256-CBC up to its last 80 bytes, which are the IV (16) and the HMAC (64); the
    first page begins with a salt of 16 bytes in the clear.
    """
    cipher_key = keys.unlock(folder, KEY)
    content = (folder / "workspace.db").read_bytes()
    pages: list[bytes] = []
    for start in range(0, len(content), 4096):
        page = content[start : start + 4096]
        body = page[16 if start == 0 else 0 : -80]
        cipher = Cipher(algorithms.AES(cipher_key), modes.CBC(page[-80:-64])).decryptor()
        pages.append(cipher.update(body) + cipher.finalize())
    return b"".join(pages)


def _write_and_delete(store: Store) -> None:
    for number in range(40):
        with store.step("Write") as step:
            title = f"{SECRET} {number} " + "words around it " * 20
            row = {"id": new_id(), "title": title, "published": "2026", "kind": "report"}
            step.db.table("sources").insert(row)
    assert len(search.find(store, SECRET)) == 40
    with store.step("Delete") as step:
        run(step.db, "DELETE FROM sources")


def test_deleted_words_are_gone_at_once_although_they_were_searched(folder: Path) -> None:
    with workspace.create(folder, KEY, "Test") as store:
        _write_and_delete(store)
    pages = _decrypted(folder)
    assert b"CREATE TABLE sources" in pages  # so these are the pages
    assert SECRET.encode() not in pages


def test_a_sweep_ends_what_could_be_undone(folder: Path) -> None:
    with workspace.create(folder, KEY, "Test") as store:
        _write_and_delete(store)
        store.sweep()
        assert store.undo() is None


def test_without_secure_delete_the_words_would_still_be_there(folder: Path) -> None:
    with workspace.create(folder, KEY, "Test") as store:
        run(store.db, "PRAGMA secure_delete = OFF")
        _write_and_delete(store)
    assert SECRET.encode() in _decrypted(folder)


def test_nothing_lies_beside_the_database_in_clear_words(folder: Path) -> None:
    with workspace.create(folder, KEY, "Test") as store:
        with store.step("Write") as step:
            row = {"id": new_id(), "title": SECRET, "published": "2026", "kind": "report"}
            step.db.table("sources").insert(row)
        for path in folder.rglob("*"):
            assert path.is_dir() or SECRET.encode() not in path.read_bytes()
