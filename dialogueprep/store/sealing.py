"""One sealed file: a database under a random key of its own, which a passphrase wraps.

    magic (8) | format (2) | length of the head (4) | head | database | HMAC-SHA256 (32)

The head is JSON: purpose, cost, salt, nonce, the wrapped key, the length of the database, and a
checksum over all of these, so that damage is told from a wrong passphrase. The wrapping key is
Argon2id of the passphrase, as for a workspace (`keys`); the head is bound to the wrapped key. The
HMAC, under a key that is derived from the random one, is over all that stands before it. Nothing
in the file depends on the computer that made it.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
import os
import struct
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from dialogueprep.domain.errors import Trouble
from dialogueprep.domain.kits import Purpose, as_made, fingerprint_of
from dialogueprep.store.keys import USUAL, Cost, Key
from dialogueprep.store.whole import whole

MAGIC = b"DLGKIT\r\n"
FORMAT = 1
_FRONT = struct.Struct(">8sHI")
_MAC = 32
_LONGEST_HEAD = 16 << 10
_DEAREST = Cost(iterations=64, lanes=64, memory=1 << 20)  # more is no kit but an attack


@dataclass(frozen=True, slots=True)
class Sealed:
    """A file as it was read: what can be said without its passphrase."""

    path: Path
    purpose: Purpose
    fingerprint: str
    head: Mapping[str, Any]
    content: bytes


@dataclass(frozen=True, slots=True)
class Wrap:
    """What wraps the key of a kit: derived from a passphrase, with a salt of its own."""

    salt: bytes
    cost: Cost
    key: bytes = field(repr=False)


def derived(key: Key, cost: Cost | None = None) -> Wrap:
    """Return a new wrap; this is what takes long about a passphrase, and needs nothing else."""
    salt, paid = os.urandom(16), cost or USUAL
    return Wrap(salt, paid, wrapping_key(key, salt, paid))


def seal(database: bytes, data_key: bytes, purpose: Purpose, wrap: Wrap, into: Path) -> str:
    """Write a database as one sealed file, whole or not at all; return its fingerprint.

    Raises Trouble("cannot-write").
    """
    content = _sealed(database, data_key, purpose, wrap)
    with whole(into) as part:
        part.write_bytes(content)
    return fingerprint_of(hashlib.sha256(content).digest())


def read(path: Path) -> Sealed:
    """Return a sealed file, of which nothing has been opened yet.

    Raises Trouble: "kit-unreadable", "not-a-kit", "kit-newer", "kit-damaged", "kit-incomplete".
    """
    try:
        content = path.read_bytes()
    except OSError as error:
        raise Trouble("kit-unreadable", name=path.name) from error
    return sealed_of(path, content, _head(content, path.name))


def sealed_of(path: Path, content: bytes, head: Mapping[str, Any]) -> Sealed:
    """Return what a file is, from its content and head."""
    try:
        purpose = Purpose(head["purpose"])
    except ValueError as error:
        raise Trouble("kit-newer", name=path.name) from error
    fingerprint = fingerprint_of(hashlib.sha256(content).digest())
    return Sealed(path, purpose, fingerprint, head, content)


def unseal(sealed: Sealed, key: Key) -> tuple[bytes, bytes]:
    """Return the database and its key. Raises Trouble: "kit-passphrase", "kit-damaged"."""
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    head, content = sealed.head, sealed.content
    cost = Cost(**head["cost"])
    cipher = AESGCM(wrapping_key(key, _bytes(head["salt"]), cost))
    try:
        data_key = cipher.decrypt(_bytes(head["nonce"]), _bytes(head["wrapped"]), _bound(head))
    except InvalidTag as error:
        raise Trouble("kit-passphrase", name=sealed.path.name) from error
    if not hmac.compare_digest(_mac(content[:-_MAC], data_key), content[-_MAC:]):
        raise Trouble("kit-damaged", name=sealed.path.name)
    return content[-_MAC - head["length"] : -_MAC], data_key


def _sealed(database: bytes, data_key: bytes, purpose: Purpose, wrap: Wrap) -> bytes:
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    nonce = os.urandom(12)
    head: dict[str, Any] = {
        "purpose": purpose.value,
        "cost": asdict(wrap.cost),
        "salt": _text(wrap.salt),
        "nonce": _text(nonce),
        "length": len(database),
    }
    cipher = AESGCM(wrap.key)
    head["wrapped"] = _text(cipher.encrypt(nonce, data_key, _bound(head)))
    head["sha256"] = _checksum(head)
    written = json.dumps(head, sort_keys=True).encode()
    front = _FRONT.pack(MAGIC, FORMAT, len(written)) + written + database
    return front + _mac(front, data_key)


def _head(content: bytes, name: str) -> dict[str, Any]:
    """Return the head of a file that is there whole, after all that can be told from outside."""
    if not content.startswith(MAGIC[: len(content)]) or not content:
        raise Trouble("not-a-kit", name=name)
    if len(content) < _FRONT.size:
        raise Trouble("kit-incomplete", name=name)
    _, form, length = _FRONT.unpack_from(content)
    if form > FORMAT:
        raise Trouble("kit-newer", name=name)
    written = content[_FRONT.size : _FRONT.size + length]
    if len(written) < length <= _LONGEST_HEAD:
        raise Trouble("kit-incomplete", name=name)
    head = _parsed(written, name)
    if len(content) < _FRONT.size + length + head["length"] + _MAC:
        raise Trouble("kit-incomplete", name=name)
    if len(content) > _FRONT.size + length + head["length"] + _MAC:
        raise Trouble("kit-damaged", name=name)
    return head


def _parsed(written: bytes, name: str) -> dict[str, Any]:
    try:
        head: dict[str, Any] = json.loads(written)
        if head["sha256"] != _checksum(head) or not bearable(Cost(**head["cost"])):
            raise ValueError
    except (ValueError, KeyError, TypeError) as error:
        raise Trouble("kit-damaged", name=name) from error
    return head


def bearable(cost: Cost) -> bool:
    """Return whether a cost is one that somebody would ask for, and no attack."""
    return (
        0 < cost.iterations <= _DEAREST.iterations
        and 0 < cost.lanes <= _DEAREST.lanes
        and 8 * cost.lanes <= cost.memory <= _DEAREST.memory
    )


def wrapping_key(key: Key, salt: bytes, cost: Cost) -> bytes:
    """Return what wraps a key under a passphrase; a made one may be typed as it was heard."""
    from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

    words = Key.passphrase(as_made(key.secret.decode())) if key.kind == "passphrase" else key
    derivation = Argon2id(
        salt=salt,
        length=32,
        iterations=cost.iterations,
        lanes=cost.lanes,
        memory_cost=cost.memory,
    )
    return derivation.derive(words.secret)


def _bound(head: Mapping[str, Any]) -> bytes:
    bound = {k: v for k, v in head.items() if k not in ("wrapped", "sha256")}
    return MAGIC + json.dumps(bound, sort_keys=True).encode()


def _checksum(head: Mapping[str, Any]) -> str:
    rest = {k: v for k, v in head.items() if k != "sha256"}
    return hashlib.sha256(json.dumps(rest, sort_keys=True).encode()).hexdigest()


def _mac(content: bytes, data_key: bytes) -> bytes:
    return hmac.digest(hmac.digest(data_key, b"seal of a kit", "sha256"), content, "sha256")


def _text(raw: bytes) -> str:
    return base64.b64encode(raw).decode("ascii")


def _bytes(text: str) -> bytes:
    return base64.b64decode(text)
