"""The key envelope: how the database's random key is kept, wrapped once for each holder.

``keys.json`` holds no secret that opens anything by itself. Each holder (a passphrase, the
system's key store, a recovery sheet, a key file) has a wrapper: the 256-bit database key under
AES-GCM, whose own key comes from the passphrase by Argon2id, or is the secret itself, which is
random. A checksum over the file tells damage from a wrong passphrase. A copy lies in ``backups/``
and is rewritten with it, so that a damaged one costs nothing and an old passphrase opens nothing.
"""

from __future__ import annotations

import base64
import hashlib
import json
import os
import unicodedata
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Any, Literal

from dialogueprep.domain import recovery
from dialogueprep.domain.errors import Refused, Trouble
from dialogueprep.store import key_store
from dialogueprep.store.whole import whole

FORMAT = 2
FILE = "keys.json"
COPY = "backups/keys.json"
VARIABLE = "DIALOGUEPREP_KEY"
_BOUND = 1  # the format that wrappers vouch for: what they say has not changed since
HolderKind = Literal["passphrase", "keystore", "sheet", "file"]


@dataclass(frozen=True, slots=True)
class Cost:
    """What one guess of a passphrase costs (Argon2id, RFC 9106); memory in KiB."""

    iterations: int = 6
    lanes: int = 4
    memory: int = 64 * 1024


USUAL = Cost()


@dataclass(frozen=True, slots=True)
class Key:
    """How someone opens a workspace."""

    kind: HolderKind
    secret: bytes = field(repr=False, default=b"")

    @classmethod
    def passphrase(cls, words: str) -> Key:
        """Return the key of someone who knows the passphrase."""
        return cls("passphrase", unicodedata.normalize("NFKC", words).encode())

    @classmethod
    def keystore(cls) -> Key:
        """Return the key that the system's key store holds for this user."""
        return cls("keystore")

    @classmethod
    def sheet(cls, typed: str) -> Key:
        """Return the key of a recovery sheet. Raises Refused as `recovery.secret_of`."""
        return cls("sheet", hashlib.sha256(b"recovery sheet" + recovery.secret_of(typed)).digest())

    @classmethod
    def typed(cls, words: str) -> Key:
        """Return the key that somebody typed: a recovery key without a slip, else a passphrase."""
        try:
            return cls.sheet(words)
        except Refused:
            return cls.passphrase(words)

    @classmethod
    def raw(cls, secret: bytes) -> Key:
        """Return a key of 32 random bytes, as a key file holds it."""
        if len(secret) != 32:
            raise Refused("key-not-256-bit")
        return cls("file", secret)

    @classmethod
    def from_text(cls, text: str) -> Key:
        """Return the key that 64 hex digits give; any other text is a passphrase."""
        text = text.strip()
        try:
            return cls.raw(bytes.fromhex(text)) if len(text) == 64 else cls.passphrase(text)
        except ValueError:
            return cls.passphrase(text)

    @classmethod
    def from_file(cls, path: Path) -> Key:
        """Return the key that a key file holds: 32 bytes, 64 hex digits or a passphrase."""
        try:
            content = path.read_bytes()
            return cls.raw(content) if len(content) == 32 else cls.from_text(content.decode())
        except (OSError, UnicodeDecodeError) as error:
            raise Trouble("key-file-unreadable", name=path.name) from error

    @classmethod
    def from_environment(cls) -> Key | None:
        """Return the key in the environment variable DIALOGUEPREP_KEY, if it is set."""
        text = os.environ.get(VARIABLE)
        return cls.from_text(text) if text else None


@dataclass(frozen=True, slots=True)
class Holder:
    """Someone or something that can open the workspace; ``name`` is the user's word for it.

    ``added`` is the day on which it was added, None where that was not noted.
    """

    id: str
    kind: HolderKind
    name: str
    added: date | None = None


@dataclass(frozen=True, slots=True)
class _Wrapper:
    id: str
    kind: HolderKind
    name: str
    salt: str
    nonce: str
    wrapped: str
    cost: Cost
    added: str = ""

    @property
    def holder(self) -> Holder:
        """Whose it is."""
        added = date.fromisoformat(self.added) if self.added else None
        return Holder(self.id, self.kind, self.name, added)

    @property
    def bound(self) -> bytes:
        """What the wrapping also vouches for: nobody can move or cheapen a wrapper."""
        parts = [_BOUND, self.id, self.kind, self.salt, *asdict(self.cost).values()]
        return json.dumps(parts).encode()


def create(folder: Path, key: Key, name: str = "", *, cost: Cost = USUAL) -> bytes:
    """Write keys.json with one holder; return the new random database key of 32 bytes."""
    data_key = os.urandom(32)
    _write(folder, [_wrap(data_key, key, name, cost)])
    return data_key


def unlock(folder: Path, key: Key) -> bytes:
    """Return the database key.

    Raises Trouble: "wrong-passphrase" (or "wrong-key", "no-key-store"), "keys-damaged",
    "workspace-newer".
    """
    wrappers = _read(folder)
    for wrapper in wrappers:
        data_key = _unwrap(wrapper, key) if wrapper.kind == key.kind else None
        if data_key is not None:
            return data_key
    raise Trouble("wrong-passphrase" if key.kind == "passphrase" else "wrong-key")


def holders(folder: Path) -> tuple[Holder, ...]:
    """Return who can open the workspace."""
    return tuple(wrapper.holder for wrapper in _read(folder))


def change_passphrase(folder: Path, old: str, new: str, *, cost: Cost = USUAL) -> None:
    """Rewrite the wrapper that the old passphrase opens; the database keeps its key."""
    key = Key.passphrase(old)
    wrappers = _read(folder)
    for place, wrapper in enumerate(wrappers):
        data_key = _unwrap(wrapper, key) if wrapper.kind == "passphrase" else None
        if data_key is not None:
            again = _wrap(data_key, Key.passphrase(new), wrapper.name, cost)
            wrappers[place] = replace(again, added=wrapper.added)
            _write(folder, wrappers)
            return
    raise Trouble("wrong-passphrase")


def add_holder(
    folder: Path,
    known: Key,
    added: Key,
    name: str = "",
    *,
    today: date | None = None,
    cost: Cost = USUAL,
) -> Holder:
    """Let another key open the workspace; ``known`` is one that already does."""
    data_key = unlock(folder, known)
    day = today.isoformat() if today else ""
    wrapper = replace(_wrap(data_key, added, name, cost), added=day)
    _write(folder, [*_read(folder), wrapper])
    return wrapper.holder


def wrapped_anew(folder: Path, key: Key, data_key: bytes, *, cost: Cost = USUAL) -> str:
    """Return the content of a keys.json in which only the holder that ``key`` opens is left.

    It holds ``data_key``, under the same secret. Raises Trouble as `unlock`.
    """
    for wrapper in _read(folder):
        if wrapper.kind == key.kind and _unwrap(wrapper, key) is not None:
            return _content([_rewrapped(wrapper, key, data_key, cost)])
    raise Trouble("wrong-passphrase" if key.kind == "passphrase" else "wrong-key")


def remove_holder(folder: Path, holder: str) -> None:
    """Take a holder's wrapper away; the last one stays, or nobody could open it again."""
    wrappers = _read(folder)
    kept = [w for w in wrappers if w.id != holder]
    if not kept:
        raise Refused("last-key-holder")
    _write(folder, kept)
    if any(w.id == holder and w.kind == "keystore" for w in wrappers):
        with suppress(Trouble):  # it is another computer's, or gone already
            key_store.forget(holder)


def _wrap(data_key: bytes, key: Key, name: str, cost: Cost) -> _Wrapper:
    blank = _blank(key.kind, name, cost)
    if key.kind == "keystore":
        key = Key("keystore", key_store.new_secret(blank.id))
    return _sealed(blank, key, data_key)


def _rewrapped(wrapper: _Wrapper, key: Key, data_key: bytes, cost: Cost) -> _Wrapper:
    """Return the same holder's wrapper of another database key."""
    fresh = _blank(wrapper.kind, wrapper.name, cost)
    if wrapper.kind == "keystore":
        key = Key("keystore", key_store.secret_of(wrapper.id))
    return _sealed(replace(fresh, id=wrapper.id, added=wrapper.added), key, data_key)


def _blank(kind: HolderKind, name: str, cost: Cost) -> _Wrapper:
    return _Wrapper(
        id=os.urandom(16).hex(),
        kind=kind,
        name=name,
        salt=_text(os.urandom(16)),
        nonce=_text(os.urandom(12)),
        wrapped="",
        cost=cost,
    )


def _sealed(blank: _Wrapper, key: Key, data_key: bytes) -> _Wrapper:
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    cipher = AESGCM(_wrapping_key(blank, key))
    return replace(blank, wrapped=_text(cipher.encrypt(_bytes(blank.nonce), data_key, blank.bound)))


def _unwrap(wrapper: _Wrapper, key: Key) -> bytes | None:
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    if wrapper.kind == "keystore":
        key = Key("keystore", key_store.secret_of(wrapper.id))
        if not key.secret:
            return None
    try:
        cipher = AESGCM(_wrapping_key(wrapper, key))
        return cipher.decrypt(_bytes(wrapper.nonce), _bytes(wrapper.wrapped), wrapper.bound)
    except InvalidTag:
        return None


def _wrapping_key(wrapper: _Wrapper, key: Key) -> bytes:
    if wrapper.kind != "passphrase":
        return key.secret
    from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

    derivation = Argon2id(
        salt=_bytes(wrapper.salt),
        length=32,
        iterations=wrapper.cost.iterations,
        lanes=wrapper.cost.lanes,
        memory_cost=wrapper.cost.memory,
    )
    return derivation.derive(key.secret)


def _write(folder: Path, wrappers: list[_Wrapper]) -> None:
    """Write both files; the one that counts takes its place last, so that all of it fails or none.

    Otherwise somebody who is told that a change failed would find the old passphrase gone.
    """
    text = _content(wrappers)
    with whole(folder / FILE) as part, whole(folder / COPY) as copy:
        for each in (part, copy):
            each.write_text(text, encoding="utf-8")


def _content(wrappers: list[_Wrapper]) -> str:
    body = [asdict(w) for w in wrappers]
    content = {"format": FORMAT, "holders": body, "sha256": _checksum(body)}
    return json.dumps(content, indent=1) + "\n"


def _read(folder: Path) -> list[_Wrapper]:
    try:
        return _parse(folder / FILE)
    except (OSError, ValueError, KeyError, TypeError) as error:
        damage = error
    try:
        wrappers = _parse(folder / COPY)
    except (OSError, ValueError, KeyError, TypeError):
        raise Trouble("keys-damaged", name=FILE) from damage
    with suppress(Trouble):  # where it cannot be mended now, the workspace opens all the same
        _write(folder, wrappers)
    return wrappers


def _parse(path: Path) -> list[_Wrapper]:
    content: Mapping[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    if content["format"] > FORMAT:
        raise Trouble("workspace-newer", name=path.name)
    if content["sha256"] != _checksum(content["holders"]):
        raise ValueError("checksum")
    return [_wrapper(one) for one in content["holders"]]


def _wrapper(one: dict[str, Any]) -> _Wrapper:
    cost: Any = Cost(**one["cost"])
    return _Wrapper(**one | {"cost": cost})


def _checksum(body: object) -> str:
    return hashlib.sha256(json.dumps(body, sort_keys=True).encode()).hexdigest()


def _text(raw: bytes) -> str:
    return base64.b64encode(raw).decode("ascii")


def _bytes(text: str) -> bytes:
    return base64.b64decode(text)
