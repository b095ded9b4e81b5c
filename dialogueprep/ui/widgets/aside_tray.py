"""What is set aside from the agenda: Enter or a drag brings it back to the days."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, ClassVar

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QFrame

from dialogueprep.domain.dialogue import AgendaItem
from dialogueprep.ui import painting, theme
from dialogueprep.ui.delegates.row import RowDelegate, RowState
from dialogueprep.ui.models.table_model import ListModel
from dialogueprep.ui.widgets.carrying import CarryList
from dialogueprep.ui.widgets.labels import Label
from dialogueprep.ui.widgets.layout import box, column, hairline, row
from dialogueprep.words import clauses, tr

MOST_ROWS = 4


class _AsideRows(RowDelegate):
    height: ClassVar[int] = 30

    def paint_row(self, p: QPainter, w: int, h: int, value: Any, state: RowState) -> None:
        item: AgendaItem = value
        length = tr("{n} min", n=item.minutes)
        wide = painting.width(length, "caption") + 2
        room = w - self.text_left - wide - 20
        painting.text(p, self.text_left, 0, room, h, _title(item), "small", "ink2")
        painting.text(p, w - wide - 12, 0, wide, h, length, "caption", "ink3", elide=False)


class AsideTray(QFrame):
    """The items that are set aside. ``wanted`` carries one that is to go back.

    ``carried`` and ``dropped`` carry one and where the mouse is on the screen.
    """

    wanted = Signal(object)
    carried = Signal(object, QPoint)
    dropped = Signal(object, QPoint)
    put_back = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._model: ListModel[AgendaItem] = ListModel(_title, spoken=_spoken)
        self.list = CarryList(self._model, _AsideRows(), name=tr("Set aside"), on="shade")
        self._load: AgendaItem | None = None
        self.list.activated_value.connect(self.wanted)
        self.list.lifted.connect(self._lift)
        self.list.carried.connect(lambda at: self.carried.emit(self._load, at))
        self.list.dropped.connect(lambda at: self.dropped.emit(self._load, at))
        self.list.put_back.connect(self.put_back)
        head = box(row(Label(tr("Set aside"), "label"), None, margins=(16, 8, 12, 4)))
        self.setLayout(column(hairline(), head, self.list, gap=0))
        self.hide()

    def show_items(self, items: Sequence[AgendaItem]) -> None:
        """Show what is set aside; without any the tray is hidden."""
        aside = [item for item in items if item.aside]
        self._model.show_rows(aside)
        self.list.setFixedHeight(theme.scaled(_AsideRows.height) * min(len(aside), MOST_ROWS))
        self.setVisible(bool(aside))

    def _lift(self, item: AgendaItem) -> None:
        self._load = item


def _title(item: AgendaItem) -> str:
    return item.titles.best(theme.window_language())


def _spoken(item: AgendaItem) -> str:
    return clauses((_title(item), tr("{n} min", n=item.minutes), tr("set aside")))
