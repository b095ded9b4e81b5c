"""The pages of an encrypted database as they are under their encryption, free ones too."""

from __future__ import annotations

from pathlib import Path

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from shared_key import KEY

from dialogueprep.store import keys
from dialogueprep.store.keys import Key


def decrypted(folder: Path, path: Path | None = None, key: Key = KEY) -> bytes:
    """Return all pages of a workspace's database, or of a copy of it, as SQLCipher 4 encrypts them.

    A page is AES-256-CBC up to its last 80 bytes, which are the IV (16) and the HMAC (64); the
    first page begins with a salt of 16 bytes in the clear.
    """
    return plain((path or folder / "workspace.db").read_bytes(), keys.unlock(folder, key))


def plain(content: bytes, cipher_key: bytes) -> bytes:
    """Return all pages of an encrypted database whose key is known."""
    pages: list[bytes] = []
    for start in range(0, len(content), 4096):
        page = content[start : start + 4096]
        body = page[16 if start == 0 else 0 : -80]
        cipher = Cipher(algorithms.AES(cipher_key), modes.CBC(page[-80:-64])).decryptor()
        pages.append(cipher.update(body) + cipher.finalize())
    return b"".join(pages)
