"""A second place for the copies of a workspace: a stick, another disk.

A folder there holds copies, the key envelope that opens them, and a sign by which it is known
again: a folder of the same name without the sign is not it, as where a stick has been pulled out.
What the workspace knows of it lies in its own folder, in ``second-place.json``. Each file comes
whole or not at all. Copies that are gone here are not deleted there but by age, in the same tiers;
what was struck or destroyed here is taken out there too, and notes of items that were closed here
lose the order in which they were typed, as soon as the place is there.
"""

from __future__ import annotations

import errno
import hashlib
import json
import os
import shutil
from collections.abc import Callable, Container, Iterable, Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Any

from dialogueprep.domain.errors import Refused, Trouble
from dialogueprep.store import backup, keys
from dialogueprep.store.backup import Backup
from dialogueprep.store.whole import on_disk, whole

if TYPE_CHECKING:
    from dialogueprep.store.in_copies import Beside

FILE = "second-place.json"
LEFT = "left-behind.json"
SIGN = "copies.json"
_ONE_AT_A_TIME = Lock()
_REMEMBERING = Lock()
_NAME = "DialoguePrep {workspace}"
Tick = Callable[[int, int], None]
_Known = Mapping[str, tuple[int, int, str]]
_Owes = tuple[tuple[str, ...], tuple[str, ...]]
"""Ids of struck notes, and marks of what was destroyed."""


def _nothing() -> _Known:
    return {}


@dataclass(frozen=True, slots=True)
class Second:
    """The place that a workspace has chosen, and what is still to be taken out of copies there.

    ``owed`` are ids of struck notes, ``erased`` the marks of what was destroyed, ``mixed`` the ids
    of items whose notes are to be shuffled. Of a place that was chosen by an earlier version, or
    had copies when it was chosen, nobody has ``asked`` yet what is to be done there (`owe_all`).
    """

    path: Path
    sign: str
    owed: tuple[str, ...] = ()
    erased: tuple[str, ...] = ()
    mixed: tuple[str, ...] = ()
    asked: bool = True
    known: _Known = field(default_factory=_nothing, repr=False)
    """By name of a copy: its size, its time and its SHA-256, as they were last."""

    @property
    def is_there(self) -> bool:
        """Whether the place can be reached and is the one that was chosen."""
        return bool(self.sign) and _signed(self.path).get("sign") == self.sign

    @property
    def owes(self) -> bool:
        """Whether copies there still tell what those here tell no more."""
        return bool(self.owed or self.erased or self.mixed)

    @property
    def copies(self) -> tuple[Backup, ...]:
        """The copies that lie there, newest first; none while it is away."""
        return backup.in_folder(self.path) if self.is_there else ()


def chosen(folder: Path) -> Second | None:
    """Return the second place of a workspace, None if none has been chosen."""
    try:
        read: Any = json.loads((folder / FILE).read_text(encoding="utf-8"))
        known = {name: (int(a), int(b), str(c)) for name, (a, b, c) in read["known"].items()}
        erased = tuple(map(str, read.get("erased", ())))
        mixed = tuple(map(str, read.get("mixed", ())))
        owed, asked = tuple(map(str, read["owed"])), bool(read.get("asked", False))
        return Second(Path(read["path"]), str(read["sign"]), owed, erased, mixed, asked, known)
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None


def choose(folder: Path, into: Path) -> Second:
    """Make a folder for copies in ``into`` and remember it; return it.

    Raises Refused("place-is-the-workspace"), Trouble("cannot-write").
    """
    if into.resolve().is_relative_to(folder.resolve()):
        raise Refused("place-is-the-workspace")
    before, left = chosen(folder), _left(folder)
    ours = {*left, *([before.sign] if before else [])}
    found = next((p for p in _names(into, folder.name) if _may_take(p, ours)), into)
    sign = str(_signed(found).get("sign") or os.urandom(16).hex())
    owed, erased = left.get(sign, ((), ()))
    second = Second(found, sign, owed, erased, asked=not found.exists())
    if before and before.sign == sign:
        second = replace(before, path=found, known={})
    if before and before.sign != sign:
        _leave_behind(folder, before)
    _remember(folder, second)
    _write_left(folder, {each: owed for each, owed in _left(folder).items() if each != sign})
    if not second.is_there:
        try:
            _make(second)
        except Trouble:
            _remember(folder, before) if before else forget(folder)
            raise
    return second


def _make(second: Second) -> None:
    """Make the folder with its sign in it, whole or not at all."""
    place = second.path
    part = place.with_name(f".{place.name}.part")
    try:
        shutil.rmtree(part, ignore_errors=True)
        part.mkdir()
        _write_sign(replace(second, path=part), {})
        if place.exists():
            raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST))
        part.rename(place)
        on_disk(place.parent)
    except OSError as error:
        raise Trouble("cannot-write", name=place.name, reason=error.strerror) from error
    finally:
        shutil.rmtree(part, ignore_errors=True)


def forget(folder: Path) -> None:
    """Choose no second place any more; what lies there stays, and what is owed there is known."""
    if second := chosen(folder):
        _leave_behind(folder, second)
    (folder / FILE).unlink(missing_ok=True)


def left_behind(folder: Path) -> frozenset[str]:
    """Return the marks of what was destroyed here and stands at a place that was given up."""
    return frozenset(mark for _, erased in _left(folder).values() for mark in erased)


def _leave_behind(folder: Path, second: Second) -> None:
    owes = {second.sign: (second.owed, second.erased)} if second.owed or second.erased else {}
    _write_left(folder, {**_left(folder), **owes})


def _write_left(folder: Path, left: Mapping[str, _Owes]) -> None:
    if left:
        with whole(folder / LEFT) as part:
            part.write_text(json.dumps(left, indent=1) + "\n", encoding="utf-8")
    else:
        (folder / LEFT).unlink(missing_ok=True)


def _left(folder: Path) -> dict[str, _Owes]:
    """Return by the sign of a place that was given up what is owed there."""
    try:
        read: Any = json.loads((folder / LEFT).read_text(encoding="utf-8"))
        return {str(sign): (tuple(a), tuple(b)) for sign, (a, b) in read.items()}
    except (OSError, ValueError, TypeError, AttributeError):
        return {}


def owe(
    folder: Path, ids: Iterable[str], erased: Iterable[str] = (), mixed: Iterable[str] = ()
) -> None:
    """Note what is to be done in the copies there.

    Notes are struck by id, more is taken out by its mark, the notes of ``mixed`` items shuffled.
    Raises Trouble("cannot-write").
    """
    with _REMEMBERING:
        second = chosen(folder)
        if second is not None:
            owed = tuple(dict.fromkeys((*second.owed, *ids)))
            marks = tuple(dict.fromkeys((*second.erased, *erased)))
            items = tuple(dict.fromkeys((*second.mixed, *mixed)))
            _remember(folder, replace(second, owed=owed, erased=marks, mixed=items, known={}))


def is_unasked(folder: Path) -> bool:
    """Whether nobody has asked yet what is to be done in the copies there."""
    second = chosen(folder)
    return second is not None and not second.asked


def owe_all(folder: Path, struck: Iterable[str], closed: Iterable[str]) -> None:
    """Note all that was ever struck here, and all items that are closed, as `owe` does."""
    owe(folder, struck, (), closed)
    with _REMEMBERING:
        second = chosen(folder)
        if second is not None:
            _remember(folder, replace(second, asked=True))


def behind(folder: Path) -> bool:
    """Whether the place is there and lacks something; reads no copy that was read before."""
    second = chosen(folder)
    if second is None or not second.is_there:
        return False
    signed = _signed(second.path).get("copies", {})
    wanted = _wanted(folder)
    if _envelope(folder) != _envelope(second.path):
        return True
    return second.owes or any(signed.get(c.path.name) != _sha(c, second) for c in wanted)


def lacking(folder: Path) -> int:
    """Return how many copies here wait to be brought to the second place."""
    second = chosen(folder)
    if second is None:
        return 0
    return sum(copy.path.name not in second.known for copy in _wanted(folder))


def catch_up(folder: Path, beside: Beside, tick: Tick | None = None) -> int:
    """Bring to the second place what it lacks; return how many copies were written there.

    ``beside`` opens a database under the workspace's key. Nothing happens while the place is
    away. Raises Trouble "second-place-full", "second-place-read-only", or "second-place-stopped"
    when it goes away meanwhile; what was written by then is whole, and the next time goes on from
    there.
    """
    second = chosen(folder)
    if second is None or not second.is_there:
        return 0
    from dialogueprep.store import owed_there  # few workspaces have a second place

    try:
        with (
            _ONE_AT_A_TIME,
            suppress(FileNotFoundError),
        ):  # a copy that has been thinned out meanwhile
            return _catch_up(folder, second, beside, tick)
    except (OSError, Trouble) as error:
        raise Trouble(owed_there.what_stopped(error), place=str(second.path)) from error
    return 0


def _catch_up(folder: Path, second: Second, beside: Beside, tick: Tick | None) -> int:
    for part in second.path.glob(".*.part"):
        part.unlink()
    wanted = _wanted(folder)
    names = {copy.path.name for copy in wanted}
    alone = [copy.path for copy in second.copies if copy.path.name not in names]
    from dialogueprep.store import owed_there

    now = owed_there.as_now(folder, beside, second.owed) if alone and second.owed else {}
    for path in alone:  # first of all, while there is room for it
        owed_there.do(path, beside, (second.owed, second.mixed, second.erased), now)
    signed: dict[str, str] = dict(_signed(second.path).get("copies", {}))
    known: dict[str, tuple[int, int, str]] = {}
    written = 0
    for number, copy in enumerate(wanted):
        if tick:
            tick(number, len(wanted))
        sha = _sha(copy, second)
        here = copy.path.stat()
        known[copy.path.name] = (here.st_size, here.st_mtime_ns, sha)
        if signed.get(copy.path.name) == sha and (second.path / copy.path.name).is_file():
            continue
        _bring(copy.path, second.path / copy.path.name)
        signed[copy.path.name] = sha
        _write_sign(second, signed)
        written += 1
    _bring(folder / keys.FILE, second.path / keys.FILE)
    _thin_out(second, names)
    there = {copy.path.name for copy in second.copies}
    _write_sign(second, {name: sha for name, sha in signed.items() if name in there})
    _settle(folder, second, known)
    return written


def _settle(folder: Path, second: Second, known: _Known) -> None:
    """Remember what was brought; what has been struck or closed since is still owed."""
    with _REMEMBERING:
        now = chosen(folder)
        if now is None or now.sign != second.sign:
            return
        owed = tuple(each for each in now.owed if each not in second.owed)
        erased = tuple(each for each in now.erased if each not in second.erased)
        mixed = tuple(each for each in now.mixed if each not in second.mixed)
        left = replace(now, owed=owed, erased=erased, mixed=mixed, known={})
        _remember(folder, left if left.owes else replace(left, known=known))


def _wanted(folder: Path) -> list[Backup]:
    """Return the copies here: the tiers have kept each of them, whatever lies there."""
    return list(backup.listed(folder))


def _thin_out(second: Second, same: set[str]) -> None:
    """Delete there what no tier keeps; what lies here too stays."""
    there = second.copies
    kept = backup.kept_of(there)
    backup.delete(copy for copy in there if copy.path not in kept and copy.path.name not in same)


def _sha(copy: Backup, second: Second) -> str:
    here = copy.path.stat()
    size, time, sha = second.known.get(copy.path.name, (-1, -1, ""))
    if (size, time) == (here.st_size, here.st_mtime_ns):
        return sha
    with copy.path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _bring(source: Path, target: Path) -> None:
    with whole(target, make_folder=False) as part:
        shutil.copyfile(source, part)
    times = source.stat()
    os.utime(target, ns=(times.st_atime_ns, times.st_mtime_ns))


def _envelope(place: Path) -> bytes:
    try:
        return (place / keys.FILE).read_bytes()
    except OSError:
        return b""


def _names(into: Path, workspace: str) -> Iterable[Path]:
    name = _NAME.format(workspace=workspace)
    yield into  # the folder itself, if it is chosen again
    yield into / name
    yield from (into / f"{name} ({number})" for number in range(2, 100))


def _may_take(path: Path, ours: Container[str]) -> bool:
    sign = _signed(path).get("sign")
    return sign in ours if sign else not path.exists()


def _signed(path: Path) -> dict[str, Any]:
    try:
        read: Any = json.loads((path / SIGN).read_text(encoding="utf-8"))
        return {"sign": str(read["sign"]), "copies": dict(read["copies"])}
    except (OSError, ValueError, KeyError, TypeError):
        return {}


def _write_sign(second: Second, copies: Mapping[str, str]) -> None:
    with whole(second.path / SIGN, make_folder=False) as part:
        content = {"sign": second.sign, "copies": dict(copies)}
        part.write_text(json.dumps(content, indent=1) + "\n", encoding="utf-8")


def _remember(folder: Path, second: Second) -> None:
    with whole(folder / FILE) as part:
        content = asdict(replace(second, known={})) | {
            "path": str(second.path),
            "known": dict(second.known),
        }
        part.write_text(json.dumps(content, indent=1) + "\n", encoding="utf-8")
