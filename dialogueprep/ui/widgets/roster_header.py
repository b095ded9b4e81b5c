"""The head of the roster: what each column says; over the items, the day they are on."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHeaderView, QWidget

from dialogueprep.domain.dialogue import Dialogue
from dialogueprep.ui import dates, painting, theme
from dialogueprep.ui.delegates.roster_cells import LEFT
from dialogueprep.ui.models import roster_model as model
from dialogueprep.ui.models.roster_model import RosterModel

HEIGHT = 50


class RosterHeader(QHeaderView):
    """Paints two lines: days, then names of columns. A click on an item chooses its column."""

    clicked_item = Signal(int)

    def __init__(self, rows: RosterModel, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._rows = rows
        self.current = -1
        self.dialogue: Dialogue | None = None
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setMinimumSectionSize(0)
        self.setHighlightSections(False)

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), theme.scaled(HEIGHT))

    def show_current(self, column: int) -> None:
        """Mark the column of the current cell."""
        if column != self.current:
            self.current = column
            self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        p = QPainter(self.viewport())
        w, h = self.viewport().width(), self.height()
        p.fillRect(0, 0, w, h, painting.colour("shade"))
        painting.hairline(p, 0, h - 1, w)
        for column in range(self.count()):
            if not self.isSectionHidden(column):
                x, wide = self.sectionViewportPosition(column), self.sectionSize(column)
                self._paint_one(p, column, QRect(x, theme.scaled(25), wide, theme.scaled(20)))
        self._paint_days(p, w)

    def _paint_one(self, p: QPainter, column: int, at: QRect) -> None:
        words = self._rows.headerData(column, Qt.Orientation.Horizontal) or ""
        if column == model.CONSENT:
            painting.icon(p, at.x() + (at.width() - 15) / 2, at.y() + 2, "eye", "ink2", 15)
            return
        if column < model.FACTS:
            left = LEFT if column == model.NAME else 4
            room = at.width() - left - 2
            painting.text(p, at.x() + left, at.y(), room, at.height(), words, "label", "ink2")
            return
        here = column == self.current
        ink = "accent" if here else "ink"
        painting.text(
            p, at.x(), at.y(), at.width(), at.height(), words, "label", ink, align="centre",
            elide=False,
        )  # fmt: skip
        if here:
            p.fillRect(at.x() + 7, self.height() - 3, at.width() - 14, 2, painting.colour("accent"))

    def _paint_days(self, p: QPainter, w: int) -> None:
        items = self._rows.items
        if self.dialogue is None or self.isSectionHidden(model.FACTS) or not items:
            return
        for number, column in enumerate(items):
            day = column.item.day
            if number and items[number - 1].item.day == day:
                continue
            x = self.sectionViewportPosition(model.FACTS + number)
            room = 34 * sum(c.item.day == day for c in items)
            words = _short_day(self.dialogue.day(day))
            if number:
                painting.upright(p, x, theme.scaled(8), theme.scaled(36), "hair_strong")
            at = max(x, 0) + 8
            painting.text(
                p, at, theme.scaled(5), x + room - at - 6, theme.scaled(18), words, "label", "ink2"
            )

    def mousePressEvent(self, event: QMouseEvent) -> None:
        column = self.logicalIndexAt(event.position().toPoint())
        if column >= model.FACTS:
            self.clicked_item.emit(column)


def _short_day(when: date) -> str:
    """Return a day without its year."""
    words, year = dates.day(when), str(when.year)
    for before, after in (("", f" {year}"), (f"{year}年", ""), (f"{year}년 ", "")):
        words = words.removeprefix(before).removesuffix(after)
    return words
