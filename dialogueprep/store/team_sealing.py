"""What lies in a team's folder: a file that holds its key, and sealed states of installations.

The team's file is JSON: cost and salt of Argon2id, a nonce, and the key of the folder, wrapped by
the key from the passphrase. A state file:

    magic (8) | format (2) | length of all (8) | nonce (12) | AES-256-GCM of the state

The state is compressed and filled up to a multiple of 4 KiB. Team, installation and number are
bound into it, so that a file under another name is not taken for what it is not. A file that is not
there whole is told from one that was changed by its length.
"""

from __future__ import annotations

import base64
import hashlib
import json
import os
import struct
import zlib
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

from dialogueprep.domain.errors import Trouble
from dialogueprep.store.keys import Cost, Key
from dialogueprep.store.sealing import Wrap, bearable, derived, wrapping_key

TAG = 16
"""How many bytes at the end of a state file tell it from every other one."""
_KIND, _TEAM_FORMAT = "DialoguePrep team", 1
_MAGIC, _FORMAT = b"DLGTEAM\n", 1
_FRONT = struct.Struct(">8sHQ12s")
_LENGTH = struct.Struct(">Q")
_FILLED_TO = 4096


@dataclass(frozen=True, slots=True)
class Team:
    """A team: its public id, the key of its folder, and the dialogue that it works on."""

    id: str
    key: bytes = field(repr=False)
    dialogue: str


@dataclass(frozen=True, slots=True)
class Name:
    """Whose state file it is, of which team, and its number."""

    team: str
    installation: str
    number: int


class Incomplete(Exception):
    """A file of which a part is still missing."""


class Foreign(Exception):
    """A file that was changed, or was sealed under another key or for another name."""


class Newer(Exception):
    """A file of a newer version of the program."""


def team_file(team: Team, key: Key) -> bytes:
    """Return the file that lets whoever knows the passphrase join."""
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    wrap: Wrap = derived(key)
    nonce = os.urandom(12)
    head: dict[str, Any] = {
        "kind": _KIND,
        "format": _TEAM_FORMAT,
        "team": team.id,
        "cost": asdict(wrap.cost),
        "salt": _text(wrap.salt),
        "nonce": _text(nonce),
    }
    secret = json.dumps({"key": team.key.hex(), "dialogue": team.dialogue}).encode()
    sealed = AESGCM(wrap.key).encrypt(nonce, secret, _bound(head))
    head |= {"sealed": _text(sealed)}
    head |= {"sha256": _checksum(head)}
    return (json.dumps(head, indent=1) + "\n").encode()


def team_head(content: bytes) -> Mapping[str, Any]:
    """Return what a team's file says to everybody.

    Raises Trouble: "team-file-incomplete", "team-file-newer".
    """
    try:
        head: Any = json.loads(content)
        if head["kind"] == _KIND and head["format"] > _TEAM_FORMAT:
            raise Trouble("team-file-newer")
        whole = head["kind"] == _KIND and head["sha256"] == _checksum(head)
        if not whole or not bearable(Cost(**head["cost"])):
            raise ValueError
    except (ValueError, KeyError, TypeError) as error:
        raise Trouble("team-file-incomplete") from error
    return head


def opened_team(content: bytes, key: Key) -> Team:
    """Return the team of a file. Raises Trouble("team-passphrase") and as `team_head`."""
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    head = team_head(content)
    cipher = AESGCM(wrapping_key(key, _bytes(head["salt"]), Cost(**head["cost"])))
    try:
        secret = cipher.decrypt(_bytes(head["nonce"]), _bytes(head["sealed"]), _bound(head))
    except InvalidTag as error:
        raise Trouble("team-passphrase") from error
    found = json.loads(secret)
    return Team(head["team"], bytes.fromhex(found["key"]), found["dialogue"])


def sealed(state: Mapping[str, Any], key: bytes, name: Name) -> bytes:
    """Return a state as a file; ``state`` must be made of what JSON knows."""
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    small = zlib.compress(json.dumps(state, ensure_ascii=False).encode(), 6)
    filled = _LENGTH.pack(len(small)) + small
    filled += b"\0" * (-len(filled) % _FILLED_TO)
    nonce = os.urandom(12)
    front = _FRONT.pack(_MAGIC, _FORMAT, _FRONT.size + len(filled) + TAG, nonce)
    return front + AESGCM(key).encrypt(nonce, filled, front + _of(name))


def unsealed(content: bytes, key: bytes, name: Name) -> dict[str, Any]:
    """Return the state in a file. Raises Incomplete, Foreign, Newer."""
    return json.loads(zlib.decompress(packed(content, key, name)))


def packed(content: bytes, key: bytes, name: Name) -> bytes:
    """Return the state in a file, compressed; so it is whole. Raises as `unsealed`."""
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    if len(content) < _FRONT.size and _MAGIC.startswith(content[: len(_MAGIC)]):
        raise Incomplete
    if not content.startswith(_MAGIC):
        raise Foreign
    _, form, length, nonce = _FRONT.unpack_from(content)
    if form > _FORMAT:
        raise Newer
    if len(content) < length:
        raise Incomplete
    front = content[: _FRONT.size]
    try:
        filled = AESGCM(key).decrypt(nonce, content[_FRONT.size :], front + _of(name))
    except InvalidTag as error:
        raise Foreign from error
    (size,) = _LENGTH.unpack_from(filled)
    return filled[_LENGTH.size : _LENGTH.size + size]


def _of(name: Name) -> bytes:
    return f"{name.team}\n{name.installation}\n{name.number}".encode()


def _bound(head: Mapping[str, Any]) -> bytes:
    bound = {k: v for k, v in head.items() if k not in ("sealed", "sha256")}
    return json.dumps(bound, sort_keys=True).encode()


def _checksum(head: Mapping[str, Any]) -> str:
    rest = {k: v for k, v in head.items() if k != "sha256"}
    return hashlib.sha256(json.dumps(rest, sort_keys=True).encode()).hexdigest()


def _text(raw: bytes) -> str:
    return base64.b64encode(raw).decode("ascii")


def _bytes(text: str) -> bytes:
    return base64.b64decode(text)
