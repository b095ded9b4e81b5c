"""A process that is killed at a chosen one of its operations on files, and a disk that is full."""

from __future__ import annotations

import errno
import os
import random
import resource
import shutil
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from dialogueprep.domain.errors import Explained

_DONE, _REFUSED = 0, 3
_ON_FILES = frozenset(
    {"open", "os.rename", "os.remove", "os.mkdir", "os.rmdir", "os.utime", "shutil.copyfile"}
)
_State = Callable[[Path, str], str]
"""Checks a folder after a kill, of which it is told when, and says in which state it is."""
_LONG = bool(os.environ.get("DIALOGUEPREP_LONG_RUN"))
EVERY = 1 if _LONG else 4
"""Each so-manyth operation is cut off; with DIALOGUEPREP_LONG_RUN set, each one."""


TIMES = 100 if _LONG else 6
"""So often work is cut off at a random time."""


def killed_at(number: int, work: Callable[[], object]) -> bool:
    """Do the work in a process that ends with SIGKILL before its n-th operation on a file.

    Return whether it was killed; False says that the work was over before.
    """
    child = os.fork()
    if child == 0:
        _live_until(number, work)
    _, status = os.waitpid(child, 0)
    assert os.WIFSIGNALED(status) or os.WEXITSTATUS(status) == _DONE
    return os.WIFSIGNALED(status)


def killed_after(seconds: float, work: Callable[[], object]) -> bool:
    """Do the work in a process that ends after this time, also in the middle of SQLite's own.

    Return whether it was killed; False says that the work was over before.
    """
    child = os.fork()
    if child == 0:
        with _ends():
            signal.signal(signal.SIGALRM, signal.SIG_DFL)  # which ends it without any clean-up
            signal.setitimer(signal.ITIMER_REAL, seconds)
            work()
    _, status = os.waitpid(child, 0)
    assert os.WIFSIGNALED(status) or os.WEXITSTATUS(status) == _DONE
    return os.WIFSIGNALED(status)


def moments(first: int = 0) -> Iterator[int]:
    """Return the numbers of the operations to cut off at, without an end."""
    number = first
    while True:
        yield number
        number += EVERY


def killed_at_each(folder: Path, work: Callable[[], object], state: _State) -> set[str]:
    """Kill the work at each moment, in the folder as it was; return what ``state`` said then."""
    kept = shutil.copytree(folder, folder.with_name("kept"))
    seen = set[str]()
    for number in moments():
        _put_back(kept, folder)
        killed = killed_at(number, work)
        seen.add(state(folder, f"at {number}"))
        if not killed:
            break
    return seen


def killed_at_times(
    folder: Path, work: Callable[[], object], state: _State, seed: int, longest: float
) -> None:
    """Kill the work after random seconds, in the folder as it was, and ask ``state`` each time."""
    kept = shutil.copytree(folder, folder.with_name("kept"))
    chance = random.Random(seed)
    for _ in range(TIMES):
        _put_back(kept, folder)
        after = chance.uniform(0.02, longest)
        killed_after(after, work)
        state(folder, f"after {after}")


def _put_back(kept: Path, folder: Path) -> None:
    shutil.rmtree(folder)
    shutil.copytree(kept, folder)


def on_a_full_disk(room: int, work: Callable[[], object]) -> bool:
    """Do the work in a process whose files cannot be larger than ``room`` bytes.

    Return whether it was told of it, as a Refused or a Trouble; False says that all was written.
    """

    def fill() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (room, room))

    return _told(fill, work)


def with_a_file_that_stays(path: Path, work: Callable[[], object], *, goes: bool = False) -> bool:
    """Do the work in a process that may not delete a file; return as `on_a_full_disk`.

    With ``goes`` it is told so of a file that does go, as network drives do.
    """

    def refuse(event: str, facts: tuple[object, ...]) -> None:
        if event == "os.remove" and str(facts[0]) == str(path):
            if goes:
                path.rename(path.with_name("gone"))
            raise PermissionError(errno.EPERM, os.strerror(errno.EPERM))

    return _told(lambda: sys.addaudithook(refuse), work)


def _told(prepare: Callable[[], object], work: Callable[[], object]) -> bool:
    child = os.fork()
    if child == 0:
        with _ends():
            prepare()
            work()
    _, status = os.waitpid(child, 0)
    assert os.WIFEXITED(status) and os.WEXITSTATUS(status) in (_DONE, _REFUSED)
    return os.WEXITSTATUS(status) == _REFUSED


def _live_until(number: int, work: Callable[[], object]) -> None:
    left = number

    def count(event: str, _facts: object) -> None:
        nonlocal left
        if event in _ON_FILES:
            if left == 0:
                os.kill(os.getpid(), signal.SIGKILL)
            left -= 1

    with _ends():
        sys.addaudithook(count)
        work()


@contextmanager
def _ends() -> Iterator[None]:
    """End the process when the work is over, without what pytest does at an end."""
    status = 1
    try:
        yield
        status = _DONE
    except Explained:
        status = _REFUSED
    finally:
        os._exit(status)
