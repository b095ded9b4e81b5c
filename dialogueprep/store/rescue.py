"""The emergency journal: what cannot be written to the workspace waits here until it can be.

There is one file for each workspace folder, on this computer and apart from the workspace. A copy
of the folder has a file of its own, since it has another place; what waits in the file of a place
that is gone is offered and not taken. The file is made
in advance at its full size, so that writing into it takes no room on a full disk. Two slots take
turns, so that a crash while one is written leaves the other. A slot is AES-256-GCM under a key
that is derived from the database's; it is always of one size and tells nothing of its content.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from dialogueprep.domain.errors import Trouble
from dialogueprep.store.rows import Row

_NONCE, _TAG = 12, 16
_SLOT = 256 << 10
_SIZE = 1 + 2 * _SLOT  # a first byte says whether anything waits: without, no slot is read
_NOTHING, _SOMETHING = b"\0", b"\1"


@dataclass(frozen=True, slots=True)
class Place:
    """A folder on this computer: where it is, and which one it is there."""

    path: str
    number: int  # the system's own, which a folder keeps when it is moved and a copy has anew

    @classmethod
    def of(cls, folder: Path) -> Place:
        """Return the place of a folder that is there."""
        return cls(str(folder.resolve()), folder.stat().st_ino)

    @property
    def stands(self) -> bool:
        """Whether the same folder is still there."""
        try:
            return Place.of(Path(self.path)) == self
        except OSError:
            return False


_UNKNOWN = Place("", 0)


class Rescue:
    """What waits, by the id of its row; None stands for a row that is to be deleted.

    ``safe`` is False while what waits is in memory only.
    """

    def __init__(self, path: Path, key: bytes, place: Place = _UNKNOWN) -> None:
        self._path, self._key, self.place = path, key, place
        self._number = 0
        self.safe = True

    @cached_property
    def waiting(self) -> dict[str, Row | None]:
        """What waits, in the order in which it came; nothing where the file cannot be read."""
        try:
            content = self._path.read_bytes()
        except OSError:
            return {}
        if content[:1] != _SOMETHING:
            return {}
        found = [self._opened(content[1 + n * _SLOT :][:_SLOT]) for n in (0, 1)]
        self._number, rows, self.place = max(found, key=lambda slot: slot[0])
        return rows

    def prepare(self) -> None:
        """Make the file at its full size, if it is missing; where it cannot be made, none is."""
        try:
            if not self._path.is_file() or self._path.stat().st_size != _SIZE:
                self._make()
        except OSError:
            return  # `put` says it, if it ever comes to that

    def close(self) -> None:
        """Leave no file behind where nothing waits."""
        if not self.waiting:
            with suppress(OSError):
                self._path.unlink(missing_ok=True)

    def put(self, row_id: str, row: Row | None) -> None:
        """Keep a row, on the disk when this returns. Raises Trouble("nowhere-to-write")."""
        self._keep({**self.waiting, row_id: row})

    def drop(self, ids: Iterable[str]) -> None:
        """Let go of rows, which leaves nothing of them in the file."""
        gone = set(ids) & set(self.waiting)
        if gone:
            rows = {each: row for each, row in self.waiting.items() if each not in gone}
            self._keep(rows)
            self._keep(rows)  # the other slot too

    def left_behind(self, workspace: str) -> tuple[Rescue, ...]:
        """Return the journals in which something of a workspace waits for a folder that is gone.

        ``workspace`` is what the names of its files begin with. What belongs to a copy that is
        still in its place is not among them.
        """
        try:
            files = sorted(self._path.parent.glob(f"{workspace}*.journal"))
        except OSError:
            return ()
        others = (Rescue(path, self._key) for path in files if path != self._path)
        return tuple(it for it in others if it.waiting and not it.place.stands)

    def take_over(self, other: Rescue) -> None:
        """Let what waits in another journal wait in this one; what waits here for a row goes first.

        Raises Trouble("nowhere-to-write"), and then it waits there still.
        """
        self._keep({**other.waiting, **self.waiting})
        other.drop(tuple(other.waiting))
        other.close()

    def _keep(self, rows: dict[str, Row | None]) -> None:
        known = self.waiting  # the slots are read before the first of them is written
        known.clear()
        known.update(rows)
        self._number += 1
        self.safe = False
        try:
            self._write(self._sealed(rows), _SOMETHING if rows else _NOTHING)
        except OSError as error:
            raise Trouble("nowhere-to-write") from error
        self.safe = True

    def _write(self, slot: bytes, sign: bytes) -> None:
        if not self._path.is_file():
            self._make()
        with self._path.open("rb+") as file:
            if sign == _SOMETHING:
                file.write(sign)
            file.seek(1 + self._number % 2 * _SLOT)
            file.write(slot)
            if sign == _NOTHING:
                file.seek(0)
                file.write(sign)
            file.flush()
            os.fsync(file.fileno())

    def _make(self) -> None:
        self._path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        mine = os.open(self._path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(mine, "wb") as file:
            file.write(_NOTHING + os.urandom(_SIZE - 1))
            file.flush()
            os.fsync(file.fileno())

    def _sealed(self, rows: Mapping[str, Row | None]) -> bytes:
        from cryptography.hazmat.primitives.ciphers.aead import AESGCM

        where = [self.place.path, self.place.number]
        content = json.dumps([self._number, rows, where]).encode()
        room = _SLOT - _NONCE - _TAG
        if len(content) > room:
            raise Trouble("nowhere-to-write")
        nonce = os.urandom(_NONCE)
        return nonce + AESGCM(self._key).encrypt(nonce, content.ljust(room), None)

    def _opened(self, slot: bytes) -> tuple[int, dict[str, Row | None], Place]:
        """Return a slot's number, rows and place; number 0 and none if it is not whole."""
        from cryptography.exceptions import InvalidTag
        from cryptography.hazmat.primitives.ciphers.aead import AESGCM

        try:
            content = AESGCM(self._key).decrypt(slot[:_NONCE], slot[_NONCE:], None)
        except (InvalidTag, ValueError):
            return 0, {}, self.place
        number, rows, *place = json.loads(content)
        return number, rows, Place(*place[0]) if place else _UNKNOWN
