"""What was found in the lines of a text while it is being written, so that a key reads one line."""

from __future__ import annotations

from collections.abc import Callable

from dialogueprep.domain.identity.exposure import Exposure

Found = tuple[Exposure, ...]


class LinesRead:
    """Findings by line, in memory beside the text itself: for one roster and one item.

    A line that was not asked for between two `turn` calls is forgotten at the second.
    """

    def __init__(self) -> None:
        self._now: dict[object, Found] = {}
        self._before: dict[object, Found] = {}

    def found(self, line: object, read: Callable[[], Found]) -> Found:
        """Return what was found in a line, else what reading it finds now."""
        known = self._now.get(line, self._before.get(line))
        if known is None:
            known = read()
        self._now[line] = known
        return known

    def turn(self) -> None:
        """Forget what was not asked for since the last time."""
        self._before, self._now = self._now, {}

    def clear(self) -> None:
        """Forget all lines, as when the text is gone."""
        self._before, self._now = {}, {}


class _Nothing(LinesRead):
    """Keeps no line: each is read."""

    def found(self, line: object, read: Callable[[], Found]) -> Found:
        return read()


NONE = _Nothing()
