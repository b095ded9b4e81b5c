"""Every operation of a process that changes a file has a number, and one of them goes wrong.

Counted are what Python does (open for writing, write, rename, remove, folders, times, fsync) and,
through the interface that SQLite has for its own tests, each write, truncation and removal of the
database underneath, in the middle of a transaction too.

Work runs in a child process, since what was put in the way of it stays there.
"""

from __future__ import annotations

import builtins
import ctypes
import errno
import importlib
import io
import os
import signal
import sys
from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from pathlib import Path
from typing import Any

from dialogueprep.domain.errors import Explained

DONE, MISTAKE, REFUSED = 0, 1, 3
_NONE = 1 << 40  # a number that no operation comes to
_VFS_SETTER = 18  # of sqlite3_vfs, in pointers from its beginning: xSetSystemCall
_TAKE_ROOM = frozenset({"os.rename", "os.mkdir"})
_PATHS = _TAKE_ROOM | {"os.remove", "os.rmdir", "os.utime"}


@dataclass(frozen=True, slots=True)
class End:
    """How a child ended: killed, refused in plain words, or done; and how much it had done."""

    killed: bool
    refused: bool
    operations: int


class Operations:
    """Counts operations; ``wrong`` is done with the n-th, counted from 0, and all after it.

    ``for_room``: only those that need room on the disk are counted.
    """

    def __init__(self, number: int, wrong: Callable[[], None]) -> None:
        self.number, self.count = number, 0
        self.wrong, self.for_room = wrong, wrong is _full

    def due(self) -> bool:
        """Count one more, and return whether it goes wrong (as do all after it)."""
        self.count += 1
        return self.count > self.number

    def check(self) -> None:
        """Count an operation that goes wrong whole or not at all."""
        if self.due():
            self.wrong()

    def halved(self, data: Any, write: Callable[[Any], int]) -> int:
        """Count a write; one that goes wrong has written half before."""
        if self.due():
            write(data[: len(data) // 2])
            self.wrong()
        return write(data)


def _kill() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def _full() -> None:
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def killed_at(number: int, work: Callable[[], object]) -> End:
    """Do work that ends with SIGKILL in its n-th operation, half of it done if it is a write."""
    return _child(number, _kill, work)


def full_from(number: int, work: Callable[[], object]) -> End:
    """Do work on a disk that is full from the n-th operation that needs room."""
    return _child(number, _full, work)


def taking_room(work: Callable[[], object]) -> int:
    """Return how many operations need room when there is enough."""
    return full_from(_NONE, work).operations


def counted(work: Callable[[], object]) -> int:
    """Return how many operations the work takes when nothing goes wrong."""
    end = _child(_NONE, _kill, work)
    assert not end.refused
    return end.operations


def killed_after(seconds: float, work: Callable[[], object]) -> End:
    """Do work that ends with SIGKILL after this time, wherever it is then."""

    def timed() -> None:
        signal.signal(signal.SIGALRM, signal.SIG_DFL)  # ends it without any clean-up
        signal.setitimer(signal.ITIMER_REAL, seconds)
        work()

    return _child(_NONE, _kill, timed)


def _child(number: int, wrong: Callable[[], None], work: Callable[[], object]) -> End:
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        _live(Operations(number, wrong), work, writing)
    os.close(writing)
    with os.fdopen(reading, "rb") as pipe:
        told = pipe.read()
    _, status = os.waitpid(child, 0)
    assert os.WIFSIGNALED(status) or os.WEXITSTATUS(status) in (DONE, REFUSED), told.decode()
    operations = int(told) if told else number
    refused = os.WIFEXITED(status) and os.WEXITSTATUS(status) == REFUSED
    return End(os.WIFSIGNALED(status), refused, operations)


def _live(operations: Operations, work: Callable[[], object], tell: int) -> None:
    """Do the work, say how many operations it took, and end without what pytest does then."""
    write = os.write
    status = MISTAKE
    try:
        _stand_in_the_way(operations)
        work()
        status = DONE
    except Explained:
        status = REFUSED
    except BaseException:
        import traceback

        write(tell, traceback.format_exc().encode())
        os._exit(MISTAKE)
    write(tell, str(operations.count).encode())
    os._exit(status)


def _stand_in_the_way(operations: Operations) -> None:
    _count_in_python(operations)
    _count_in_sqlite(operations)


def _count_in_python(operations: Operations) -> None:
    builtins.open = io.open = _opening(operations, io.open)  # type: ignore[assignment]
    os.fsync = _checked(operations, os.fsync)
    os.sendfile = _sending(operations, os.sendfile)
    os.write = _writing(operations, os.write)
    os.pwrite = _writing_at(operations, os.pwrite)
    counts = _TAKE_ROOM if operations.for_room else _PATHS

    def count(event: str, _facts: object) -> None:
        if event in counts:
            operations.check()

    sys.addaudithook(count)


def _checked(operations: Operations, real: Callable[..., Any]) -> Callable[..., Any]:
    @wraps(real)
    def checked(*facts: Any) -> Any:
        operations.check()
        return real(*facts)

    return checked


def _sending(operations: Operations, real: Callable[..., int]) -> Callable[..., int]:
    def sendfile(out: int, of: int, offset: int, count: int) -> int:
        if operations.due():
            real(out, of, offset, min(count, 4096))
            operations.wrong()
        return real(out, of, offset, count)

    return sendfile


def _writing(operations: Operations, real: Callable[..., int]) -> Callable[..., int]:
    return lambda file, data: operations.halved(data, lambda part: real(file, part))


def _writing_at(operations: Operations, real: Callable[..., int]) -> Callable[..., int]:
    return lambda file, data, at: operations.halved(data, lambda part: real(file, part, at))


def _opening(operations: Operations, real: Callable[..., Any]) -> Callable[..., Any]:
    def opening(file: Any, mode: str = "r", *facts: Any, **more: Any) -> Any:
        if not set(mode) & set("wax+"):
            return real(file, mode, *facts, **more)
        if not operations.for_room or (isinstance(file, str | Path) and not Path(file).exists()):
            operations.check()
        return _Written(operations, real(file, mode, *facts, **more))

    return opening


class _Written:
    """A file that is open for writing."""

    def __init__(self, operations: Operations, file: Any) -> None:
        self._operations, self._file = operations, file

    def write(self, data: Any) -> int:
        def write(part: Any) -> int:
            written = self._file.write(part)
            self._file.flush()
            return written

        return self._operations.halved(data, write)

    def __enter__(self) -> _Written:
        return self

    def __exit__(self, *_: object) -> None:
        self._file.close()

    def __getattr__(self, name: str) -> Any:
        return getattr(self._file, name)


# SQLite ---------------------------------------------------------------------------------------


_KEPT: list[Any] = []


def has_sqlite_hooks() -> bool:
    """Return whether SQLite's own operations can be counted on this system."""
    return hasattr(_library(), "sqlite3_vfs_find")


def _library() -> ctypes.CDLL:
    return ctypes.CDLL(importlib.import_module("sqlcipher3._sqlite3").__file__)


def _count_in_sqlite(operations: Operations) -> None:
    library = _library()
    library.sqlite3_vfs_find.restype = ctypes.c_void_p
    library.sqlite3_vfs_find.argtypes = [ctypes.c_char_p]
    vfs = library.sqlite3_vfs_find(None)
    setter = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_char_p, ctypes.c_void_p)
    at = ctypes.c_void_p.from_address(vfs + 8 * _VFS_SETTER).value
    put = setter(at)
    size, pointer, file = ctypes.c_size_t, ctypes.c_void_p, ctypes.c_int
    calls: dict[bytes, tuple[Any, Callable[..., int]]] = {
        b"pwrite": (
            ctypes.CFUNCTYPE(ctypes.c_ssize_t, file, pointer, size, ctypes.c_int64, use_errno=True),
            lambda to, data, n, offset: _pwritten(operations, to, data, n, offset),
        ),
        b"write": (
            ctypes.CFUNCTYPE(ctypes.c_ssize_t, file, pointer, size, use_errno=True),
            lambda to, data, n: _pwritten(operations, to, data, n, None),
        ),
        b"ftruncate": (
            ctypes.CFUNCTYPE(ctypes.c_int, file, ctypes.c_int64, use_errno=True),
            lambda to, n: _attempted(operations, lambda: os.ftruncate(to, n)),
        ),
        b"unlink": (
            ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_char_p, use_errno=True),
            lambda path: _attempted(operations, lambda: _removed(path), counts=False),
        ),
    }
    calls[b"pwrite64"] = calls[b"pwrite"]
    for name, (kind, call) in calls.items():
        callback = kind(call)
        _KEPT.append(callback)
        put(vfs, name, ctypes.cast(callback, pointer).value)


_REAL_PWRITE, _REAL_WRITE = os.pwrite, os.write


def _pwritten(operations: Operations, to: int, data: int, n: int, offset: int | None) -> int:
    content = ctypes.string_at(data, n)

    def write(part: Any) -> int:
        return _REAL_WRITE(to, part) if offset is None else _REAL_PWRITE(to, part, offset)

    try:
        return operations.halved(content, write)
    except OSError as error:
        ctypes.set_errno(error.errno or errno.EIO)
        return -1


def _removed(path: bytes) -> None:
    Path(os.fsdecode(path)).unlink()


def _attempted(operations: Operations, attempt: Callable[[], None], *, counts: bool = True) -> int:
    """Do what needs no room; what Python counts already is not counted again."""
    try:
        if counts and not operations.for_room:
            operations.check()
        attempt()
        return 0
    except OSError as error:
        ctypes.set_errno(error.errno or errno.EIO)
        return -1
