"""A topic in the list beside the agenda: title, another language, sensitivity, used or not."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, ClassVar

from PySide6.QtGui import QPainter

from dialogueprep.domain.library import Topic, TopicId
from dialogueprep.ui import badges, painting, theme
from dialogueprep.ui.delegates.row import RowDelegate, RowState
from dialogueprep.words import clauses, tr


@dataclass(frozen=True, slots=True)
class TopicRow:
    """A topic and whether it is on the agenda."""

    topic: Topic
    used: bool

    @property
    def id(self) -> TopicId:
        return self.topic.id

    @property
    def title(self) -> str:
        return self.topic.titles.best(theme.window_language())

    @property
    def native(self) -> str:
        others = self.topic.titles.others(theme.window_language())
        return others[0].wording if others else ""

    @property
    def spoken(self) -> str:
        """The row as a screen reader says it."""
        sensitivity = tr("sensitivity {n} of 5", n=self.topic.sensitivity)
        used = tr("on the agenda") if self.used else ""
        return clauses((self.title, self.native, sensitivity, used))


class TopicRows(RowDelegate):
    """Two lines of 18; what is on the agenda has a check and loses weight."""

    height: ClassVar[int] = 46
    text_left: ClassVar[int] = 28

    def paint_row(self, p: QPainter, w: int, h: int, value: Any, state: RowState) -> None:
        row: TopicRow = value
        sign, ink = ("check", "ok_line") if row.used else ("grip-vertical", "ink3")
        painting.icon(p, 8, theme.scaled(10), sign, ink, 14)
        line, left = theme.scaled(18), self.text_left
        title_ink, weight = ("ink3", 400) if row.used else ("ink", 600)
        painting.text(
            p, left, theme.scaled(5), w - left - 12, line, row.title, "small", title_ink,
            weight=weight,
        )  # fmt: skip
        native = "ink3" if row.used else "ink2"
        painting.text(p, left, theme.scaled(23), w - left - 60, line, row.native, "small", native)
        badges.meter(p, w - 46, theme.scaled(25), row.topic.sensitivity, h=12)
