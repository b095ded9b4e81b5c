"""Rows of copies of the workspace: the day, before what, how large, and in which places."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtGui import QPainter

from dialogueprep.store.backup import Backup
from dialogueprep.ui import dates, painting, theme
from dialogueprep.ui.delegates.row import RowDelegate, RowState
from dialogueprep.words import later, tr

_BEFORE = {
    "migration": later("before a new version of the program"),
    "import": later("before an import"),
    "merge": later("before a merge"),
    "kit": later("before a kit was taken in"),
    "team": later("before a team’s changes were taken in"),
    "purge": later("before a purge"),
    "restore": later("before a restore"),
}


@dataclass(frozen=True, slots=True)
class CopyRow:
    """A copy as it is listed; ``size`` in bytes; in which of the two places it lies."""

    copy: Backup
    size: int
    here: bool
    there: bool

    @classmethod
    def of(cls, copy: Backup, *, elsewhere: bool) -> CopyRow:
        """Return the row of a copy that lies here, or in the second place."""
        try:
            size = copy.path.stat().st_size
        except OSError:
            size = 0
        return cls(copy, size, here=not elsewhere, there=elsewhere)

    def also(self) -> CopyRow:
        """Return the row of a copy that lies in both places."""
        return replace(self, there=True)

    def where(self) -> str:
        """Return in words in which of the places it lies."""
        if self.here and self.there:
            return tr("On this computer and in the second place")
        return tr("On this computer") if self.here else tr("In the second place only")

    def spoken(self) -> str:
        """Return the row as it is read out."""
        parts = dates.day(self.copy.day), before_what(self.copy), size_of(self.size), self.where()
        return ", ".join(parts)

    @property
    def name(self) -> str:
        """The name of the file, which begins with the day."""
        return self.copy.path.name

    @property
    def path(self) -> Path:
        """Where it lies."""
        return self.copy.path


def before_what(copy: Backup) -> str:
    """Return why a copy was made."""
    if not copy.before:
        return tr("first opening of the day")
    known = _BEFORE.get(copy.before)
    return tr(known) if known else tr("before: {what}", what=copy.before)


def size_of(size: int) -> str:
    """Return a size as people say it."""
    if size < 1_000_000:
        return tr("{n} KB", n=max(1, round(size / 1000)))
    return tr("{n} MB", n=f"{size / 1_000_000:.1f}")


class CopyRows(RowDelegate):
    """Two lines: the day and the size; why, and in which places."""

    height = 52
    text_left = 28

    def paint_row(self, p: QPainter, w: int, h: int, value: CopyRow, state: RowState) -> None:
        """Paint one copy."""
        line, below = theme.scaled(20), theme.scaled(27)
        size = size_of(value.size)
        wide = painting.width(size, "small")
        painting.text(p, 28, 7, w - 60 - wide, line, dates.day(value.copy.day), "strong")
        painting.text(p, w - 16 - wide, 7, wide, line, size, "small", "ink3", tabular=True)
        signs = [s for s, on in (("hard-drive", value.here), ("usb", value.there)) if on]
        for number, sign in enumerate(reversed(signs)):
            painting.icon(p, w - 30 - 20 * number, below + 2, sign, "ink3", 14)
        room = w - 56 - 20 * len(signs)
        why = before_what(value.copy)
        painting.text(p, 28, below, room, theme.scaled(18), why, "small", "ink2")
