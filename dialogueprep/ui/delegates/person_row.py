"""A person of the directory in two lines."""

from __future__ import annotations

from typing import Any, ClassVar

from PySide6.QtGui import QPainter

from dialogueprep.ui import painting, theme
from dialogueprep.ui.delegates.row import RowDelegate, RowState
from dialogueprep.ui.models.directory import Entry


class PersonRows(RowDelegate):
    """Listed and native name, below the institution and the number of dialogues."""

    height: ClassVar[int] = 54

    def paint_row(self, p: QPainter, w: int, h: int, value: Any, state: RowState) -> None:
        entry: Entry = value
        left, line = self.text_left, theme.scaled(20)
        top = (h - 2 * line) / 2
        room = w - left - 16
        wide = painting.text(p, left, top, room, line, entry.person.name.listed, "strong")
        painting.text(
            p, left + wide + 10, top, room - wide - 10, line, entry.native, "body", "ink2",
            language=entry.native_language,
        )  # fmt: skip
        count = painting.width(entry.dialogues, "caption")
        ink = "ink2" if entry.taken else "ink3"
        painting.text(p, left, top + line, room - count - 12, line, entry.second_line, "small", ink)
        painting.text(
            p, left, top + line, room, line, entry.dialogues, "caption", "ink3", align="right"
        )
