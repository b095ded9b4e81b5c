"""What was found in a text while it is being written, so that a key reads what it changed."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator
from contextlib import contextmanager
from typing import TypeVar, cast

from dialogueprep.domain.identity.reading.stretches import Stretch, stretches_of, whole_notes_of

T = TypeVar("T")


class Unread(Exception):
    """The time given was over before all was read; what was read is known the next time."""


class LinesRead:
    """Findings by what they were found in, in memory beside the text itself: for one roster and

    one item. What was not asked for between two `turn` calls is forgotten at the second.
    """

    def __init__(self) -> None:
        self._now: dict[object, object] = {}
        self._before: dict[object, object] = {}
        self._enough: Callable[[], bool] | None = None
        self._has_read = False

    def stretches(self, text: str) -> Iterator[Stretch]:
        """Return in what pieces a text is read, small enough for a key to wait for one."""
        return stretches_of(text)

    def found(self, what: object, read: Callable[[], T]) -> T:
        """Return what was found in something, else what reading it finds now.

        Raises Unread where the time of `until` is over and something was read in it.
        """
        if what in self._now:
            return cast("T", self._now[what])
        if what in self._before:
            known = cast("T", self._before[what])
        else:
            if self._enough is not None and self._has_read and self._enough():
                raise Unread
            known = read()
            self._has_read = True
        self._now[what] = known
        return known

    @contextmanager
    def until(self, enough: Callable[[], bool]) -> Generator[None]:
        """Read within this only until it is enough, but at least one thing: so all comes."""
        self._enough, self._has_read = enough, False
        try:
            yield
        finally:
            self._enough = None

    def turn(self) -> None:
        """Forget what was not asked for since the last time."""
        self._before, self._now = self._now, {}

    def clear(self) -> None:
        """Forget all, as when the text is gone."""
        self._before, self._now = {}, {}


class _Nothing(LinesRead):
    """Keeps nothing: each text is read, as far as a sentence may go on."""

    def stretches(self, text: str) -> Iterator[Stretch]:
        return whole_notes_of(text)

    def found(self, what: object, read: Callable[[], T]) -> T:
        return read()


NONE = _Nothing()
